/** Which tests start processes, and why each has to: all others run the program in their own. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL(".", import.meta.url));

/** By file: what only a process of its own can show. */
const SPAWNED: Readonly<Record<string, string>> = {
  "bench/generated-files.test.ts": "another program reads what the bench generates",
  "cli/completion.test.ts": "the shells that complete",
  "cli/golden.test.ts": "start-up: each command once as the built program",
  "cli/pipes.test.ts": "pipes that are closed early, big output, exit codes, signals, a full device, named pipes",
  "cli/process.test.ts": "limits of the machine: memory, addresses, threads, file size; what a run loads",
  "cli/progress.test.ts": "a real terminal",
  "cli/run.test.ts": "signals, locks of other processes, a time zone",
  "docs/examples.test.ts": "examples with pipes and patterns, sh as cron calls it, systemd",
  "files/code-cache.test.ts": "what V8 keeps of the built program, with its usual flags and with others",
  "files/injected-faults.test.ts": "system calls that fail",
  "independent/online-retail.test.ts": "the built program against the oracle",
  "nightly/killed-run.test.ts": "a process that is killed",
  "package.test.ts": "the packed program, installed",
};

const STARTS =
  /\.spawn\(|\.shell\(|runShell\(|runLine\(|startRfm\(|node:child_process|\brunRfm\b.*run-rfm|\/spawn\.ts"/;

describe("tests that start processes", () => {
  it("are those that have to", () => {
    const files = readdirSync(ROOT, { recursive: true, encoding: "utf8" }).map((name) => name.replaceAll("\\", "/"));
    const starting = files.filter(
      (name) =>
        name.endsWith(".test.ts") && name !== "spawned.test.ts" && STARTS.test(readFileSync(join(ROOT, name), "utf8")),
    );
    expect(starting.toSorted()).toEqual(Object.keys(SPAWNED).toSorted());
  });
});
