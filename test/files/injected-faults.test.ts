/**
 * The built program under strace, which makes the system's own calls fail: short writes, a full disk, an I/O error at every
 * call that touches the output. Whatever happens, exit code 0 means whole files. Part of `npm run test:long`.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const BIN = fileURLToPath(new URL("../../bin/rfm.js", import.meta.url));
const IS_LONG = process.env["RFM_LONG_TESTS"] === "1";
const HAS_STRACE = spawnSync("strace", ["-V"]).status === 0;
if (IS_LONG && !HAS_STRACE) process.stderr.write("strace is not installed: faults of system calls are not injected\n");

const CALLS = [
  "write",
  "fsync",
  "rename",
  "openat",
  "fchmod",
  "chmod",
  "mkdir",
  "link",
  "symlink",
  "unlink",
  "rmdir",
  "close",
];
/** What each call is made to answer; a write that took 5 bytes took none, and the program must notice. */
const FAULTS = (call: string): readonly string[] =>
  call === "write" ? ["error=ENOSPC", "error=EIO", "retval=5"] : ["error=ENOSPC", "error=EIO"];

let root = "";

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "rfm-faults-"));
  const rows = Array.from({ length: 300 }, (_, order) => {
    const day = `2024-0${1 + (order % 6)}-${10 + (order % 18)}`;
    return `${order},c${(order * 7) % 60},${day},${10 + (order % 90)}.50,c${(order * 7) % 60}@example.com`;
  });
  writeFileSync(join(root, "orders.csv"), `order_id,customer_id,date,amount,email\n${rows.join("\n")}\n`);
  const config =
    "version: 1\nexports: orders.csv\noutputs:\n  - { command: score, file: scores.csv }\noutput: { folder: out, keep: 0 }\n";
  writeFileSync(join(root, "rfm.config.yaml"), config);
});

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

/** Runs a command under strace. */
function traced(
  args: readonly string[],
  options: readonly string[],
): { readonly status: number | null; readonly trace: string } {
  const trace = join(root, "trace");
  const { status } = spawnSync("strace", ["-f", "-qq", "-y", "-o", trace, ...options, process.execPath, BIN, ...args], {
    cwd: root,
    env: { PATH: process.env["PATH"], UV_THREADPOOL_SIZE: "1", NO_COLOR: "1" },
  });
  return { status, trace: readFileSync(trace, "utf8") };
}

/** For each call that touches the output, which one it is in its thread. */
function ordinals(trace: string, call: string): readonly number[] {
  const counts = new Map<string, number>();
  const found = new Set<number>();
  for (const line of trace.split("\n")) {
    const [, thread = "", rest = ""] = /^(\d+) +(.*)$/.exec(line) ?? [];
    if (!rest.startsWith(`${call}(`)) continue;
    const ordinal = (counts.get(thread) ?? 0) + 1;
    counts.set(thread, ordinal);
    if (rest.includes(join(root, "out")) || rest.includes(".rfm-") || rest.includes("out/")) found.add(ordinal);
  }
  return [...found];
}

/** The SHA-256 of all that a reader finds at the output's place; unfinished things have hidden names. */
function content(): string {
  const out = join(root, "out");
  if (!existsSync(out)) return "nothing";
  const place = existsSync(join(out, "latest")) ? join(out, "latest") : out;
  const names = readdirSync(place, { recursive: true })
    .map(String)
    .sort()
    .filter((name) => /\.csv$/.test(name) && !/(^|\/)\./.test(name));
  const hash = createHash("sha256");
  for (const name of names) hash.update(name).update(readFileSync(join(place, name)));
  return hash.digest("hex");
}

const COMMANDS: readonly (readonly [name: string, args: readonly string[], old: readonly string[]])[] = [
  ["lists", ["lists", "orders.csv", "--out", "out", "-q"], ["--as-of", "2024-05-30"]],
  ["score -o", ["score", "orders.csv", "-o", "out/scores.csv", "-q"], ["--as-of", "2024-05-30"]],
  ["run", ["run", "-q"], ["--as-of", "2024-05-30"]],
];

describe.skipIf(!IS_LONG || !HAS_STRACE)("with faults injected into system calls", () => {
  it.each(COMMANDS)(
    "rfm %s never ends with 0 and anything but whole files",
    (name, args, old) => {
      const restart = (): string => {
        rmSync(join(root, "out"), { recursive: true, force: true });
        for (const left of readdirSync(root)) if (left.startsWith(".")) rmSync(join(root, left), { recursive: true });
        if (name === "score -o") spawnSync("mkdir", [join(root, "out")]);
        expect(spawnSync(process.execPath, [BIN, ...args, ...old], { cwd: root }).status).toBe(0);
        return content();
      };
      const before = restart();
      const clean = traced(args, ["-e", `trace=${CALLS.map((call) => `?${call}`).join(",")}`]);
      expect(clean.status).toBe(0);
      const after = content();
      expect(after).not.toBe(before);
      const outcomes = { injected: 0, failed: 0, unharmed: 0 };
      for (const call of CALLS) {
        for (const ordinal of ordinals(clean.trace, call)) {
          for (const fault of FAULTS(call)) {
            restart();
            const { status, trace } = traced(args, [
              "-e",
              `trace=${call}`,
              "-e",
              `inject=${call}:${fault}:when=${ordinal}`,
            ]);
            if (!trace.includes("(INJECTED)")) continue;
            outcomes.injected += 1;
            const found = content();
            const what = `${call} ${ordinal} ${fault}: exit code ${status}`;
            if (status === 0) expect(found, what).toBe(after);
            else expect([before, after, "nothing"], what).toContain(found);
            if (status === 0) outcomes.unharmed += 1;
            else outcomes.failed += 1;
          }
        }
      }
      process.stderr.write(
        `figures: rfm ${name}: ${outcomes.injected} faults of system calls, ${outcomes.failed} reported, ${outcomes.unharmed} without harm\n`,
      );
      expect(outcomes.failed).toBeGreaterThan(10);
    },
    3_600_000,
  );
});
