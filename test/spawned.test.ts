/** Which tests start processes, and why each has to: all others run the program in their own. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL(".", import.meta.url));

/** By file: what only a process of its own can show. */
const SPAWNED: Readonly<Record<string, string>> = {
  "bench/generated-files.test.ts": "another program reads what the bench generates",
  "cli/bad-input.test.ts": "a full device behind standard output",
  "cli/completion.test.ts": "the shells that complete",
  "cli/few-addresses.test.ts": "a limit on address space",
  "cli/golden.test.ts": "start-up: each command once as the built program",
  "cli/help.test.ts": "examples with pipes and patterns",
  "cli/lost-threads.test.ts": "a machine without threads",
  "cli/pipes.test.ts": "pipes that are closed early, big output, exit codes, signals",
  "cli/progress.test.ts": "a real terminal",
  "cli/run.test.ts": "signals, locks of other processes, a time zone",
  "commands/lists.test.ts": "a limit on file size, a time zone",
  "docs/nightly.test.ts": "sh as cron calls it, systemd",
  "docs/pages.test.ts": "commands with pipes and patterns",
  "files/injected-faults.test.ts": "system calls that fail",
  "independent/online-retail.test.ts": "the built program against the oracle",
  "independent/same-bytes.test.ts": "time zones, locales",
  "independent/small-shop.test.ts": "the built program against the oracle",
  "nightly/killed-run.test.ts": "a process that is killed",
  "orders/large-field.test.ts": "a limit on memory",
  "package.test.ts": "the packed program, installed",
  "render/report/html/page.test.ts": "a time zone",
  "render/report/workbook-report.test.ts": "a time zone",
  "truth/robustness-and-privacy.test.ts": "named pipes and streams",
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
