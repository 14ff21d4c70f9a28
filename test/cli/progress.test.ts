import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { progressBar } from "../../src/cli/progress.ts";

const CLEAR = "\r\u001b[K";

/** A terminal that remembers what was written to it, a clock to be set by hand, and interrupts to be sent. */
function terminal({ isTTY = true, columns = 80, env = {} as Record<string, string> } = {}) {
  const written: string[] = [];
  const undoes = new Set<() => void>();
  let time = 5000;
  const stderr = Object.assign(
    new Writable({
      write(chunk, _encoding, done) {
        written.push(String(chunk));
        done();
      },
    }),
    { isTTY, columns },
  );
  const onInterrupt = (undo: () => void): (() => void) => {
    undoes.add(undo);
    return () => undoes.delete(undo);
  };
  return {
    written,
    undoes,
    context: { stderr, env: { NO_COLOR: "1", ...env }, onInterrupt },
    now: () => time,
    wait: (milliseconds: number) => {
      time += milliseconds;
    },
  };
}

const SOME = { bytesRead: 400, bytesTotal: 1000, rows: 10 };
const ALL = { bytesRead: 1000, bytesTotal: 1000, rows: 25 };

describe("the progress bar", () => {
  it("is not shown for work of a second", () => {
    const { context, now, wait, written } = terminal();
    const bar = progressBar(context, { color: true }, now);
    wait(999);
    bar?.show(ALL);
    bar?.clear();
    expect(written).toEqual([]);
  });

  it("is one line, drawn over again and gone at the end", () => {
    const { context, now, wait, written, undoes } = terminal();
    const bar = progressBar(context, { color: true }, now);
    wait(1000);
    bar?.show(SOME);
    wait(1000);
    bar?.show(ALL);
    expect(undoes.size).toBe(1);
    bar?.clear();
    bar?.clear();
    expect(written).toEqual([
      `${CLEAR} 40%  █████████░░░░░░░░░░░░░░░  0 of 1 kB  10 rows  10 rows/s  2 s left`.replace(
        "████████████░░░░░░",
        "█████████░░░░░░░░░░░░░░░",
      ),
      `${CLEAR}100%  ████████████  1 kB  25 rows  13 rows/s  putting orders together`,
      CLEAR,
    ]);
    expect(undoes.size).toBe(0);
  });

  it("is drawn at most ten times a second, however many blocks are read", () => {
    const { context, now, wait, written } = terminal();
    const bar = progressBar(context, { color: true }, now);
    wait(1000);
    for (let block = 0; block < 2000; block += 1) {
      bar?.show({ bytesRead: block, bytesTotal: 3000, rows: block });
      wait(1);
    }
    expect(written).toHaveLength(20);
  });

  it("shows the end however soon it comes after another line", () => {
    const { context, now, wait, written } = terminal();
    const bar = progressBar(context, { color: true }, now);
    wait(1000);
    bar?.show(SOME);
    wait(1);
    bar?.show({ ...ALL, rows: 24 });
    bar?.show(ALL);
    bar?.show(ALL);
    expect(written).toHaveLength(3);
    expect(written[1]).toContain("100%");
    expect(written[2]).toContain("25 rows");
  });

  it("leaves the wait for standard input out of the speed of reading", () => {
    const { context, now, wait, written } = terminal({ columns: 60 });
    const bar = progressBar(context, { color: true }, now);
    wait(60_000);
    bar?.show({ bytesRead: 1000, bytesTotal: null, rows: 0 });
    wait(1000);
    bar?.show(SOME);
    expect(written).toEqual([
      `${CLEAR}standard input: 1 kB`,
      `${CLEAR} 40%  ████░░░░░░░░  0 of 1 kB  10 rows  10 rows/s  2 s left`,
    ]);
  });

  it("is taken away when the run is interrupted", () => {
    const { context, now, wait, written, undoes } = terminal();
    const bar = progressBar(context, { color: true }, now);
    wait(1000);
    bar?.show(SOME);
    for (const undo of undoes) undo();
    expect(written.at(-1)).toBe(CLEAR);
  });

  it("is narrower than the terminal, and follows when it is made narrower", () => {
    const { context, now, wait, written } = terminal({ columns: 60 });
    const bar = progressBar(context, { color: true }, now);
    wait(1000);
    bar?.show(SOME);
    context.stderr.columns = 20;
    wait(1000);
    bar?.show(SOME);
    expect(written).toEqual([
      `${CLEAR} 40%  ████░░░░░░░░  0 of 1 kB  10 rows  10 rows/s  2 s left`,
      `${CLEAR} 40%  3 s left`,
    ]);
  });

  it("has colours only where they are wanted", () => {
    const withColor = (env: Record<string, string>, color: boolean): string => {
      const { context, now, wait, written } = terminal({ env });
      const bar = progressBar(context, { color }, now);
      wait(1000);
      bar?.show(SOME);
      return written.join("").replaceAll(CLEAR, "");
    };
    expect(withColor({ NO_COLOR: "" }, true)).toContain("\u001b[");
    expect(withColor({ NO_COLOR: "1" }, true)).not.toContain("\u001b[");
    expect(withColor({ NO_COLOR: "" }, false)).not.toContain("\u001b[");
  });

  it("is not there for a pipe, a terminal that cannot redraw, or --quiet", () => {
    const { context } = terminal();
    expect(progressBar(context, { color: true })).not.toBeNull();
    expect(progressBar(context, { color: true, quiet: true })).toBeNull();
    expect(progressBar(terminal({ isTTY: false }).context, { color: true })).toBeNull();
    expect(progressBar(terminal({ env: { TERM: "dumb" } }).context, { color: true })).toBeNull();
  });
});

const BIN = fileURLToPath(new URL("../../bin/rfm.js", import.meta.url));
const SCRIPT = "/usr/bin/script";

/** A program that writes an export of some rows, one every 50 ms. */
function slowExport(rows: number): string {
  return `
    process.stdout.on("error", () => process.exit());
    console.log("order_id,customer_id,order_date,amount");
    let row = 0;
    const timer = setInterval(() => {
      row += 1;
      console.log(row + ",c" + row % 7 + ",2026-03-" + (10 + row % 20) + ",9.50");
      if (row === ${rows}) clearInterval(timer);
    }, 50);`;
}

/** Runs a line of shell in a pseudo-terminal, and types a key once `typeAfter` is on it. */
function inTerminal(
  line: string,
  typing?: { after: string; key: string },
): Promise<{ status: number | null; screen: string }> {
  const env = { PATH: process.env["PATH"], TERM: "xterm", NO_COLOR: "1", SHELL: "/bin/sh" };
  const child = spawn(SCRIPT, ["-qec", line, "/dev/null"], { env });
  let [screen, typed] = ["", false];
  child.stdout.on("data", (chunk: Buffer) => {
    screen += chunk.toString();
    if (typing === undefined || typed || !screen.includes(typing.after)) return;
    typed = true;
    child.stdin.write(typing.key);
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, screen }));
  });
}

describe.skipIf(!existsSync(SCRIPT))("in a terminal", () => {
  const score = `"${process.execPath}" "${BIN}" score - -o /dev/null --format csv`;
  const feed = (rows: number): string => `"${process.execPath}" -e '${slowExport(rows)}'`;

  it("shows the bar while the input comes in, and takes it away before the notes", async () => {
    const { status, screen } = await inTerminal(`${feed(45)} | ${score}`);
    const drawn = (screen.split("\r\n")[0] ?? "").split(CLEAR);
    expect(status).toBe(0);
    expect(drawn.length).toBeGreaterThan(3);
    expect(drawn[0]).toBe("");
    for (const line of drawn.slice(1, -1)) {
      expect(line).toMatch(/^standard input: \d+ kB$|^ *\d+% {2}█*░* .* (?:left|together)$|^$/);
    }
    expect(drawn.at(-1)).toMatch(/^note: 45 of 45 rows used/);
  });

  it("shows none with --quiet", async () => {
    const { status, screen } = await inTerminal(`${feed(30)} | ${score} -q`);
    expect(status).toBe(0);
    expect(screen).not.toContain("standard input:");
    expect(screen).not.toContain("\u001b");
  });

  it("takes the bar away at Ctrl-C, and ends with 130", async () => {
    const { status, screen } = await inTerminal(`${feed(200)} | ${score}`, { after: "standard input:", key: "\u0003" });
    expect(status).toBe(130);
    expect(screen.trimEnd().endsWith(CLEAR)).toBe(true);
  });
});
