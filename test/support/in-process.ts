import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import type { CliContext } from "../../src/cli/context.ts";
import { main } from "../../src/main.ts";

export const ONLINE_RETAIL = new URL("../../fixtures/online-retail/", import.meta.url).pathname;

export interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A stream that keeps what is written to it. */
function collector(): { stream: Writable; text: () => string } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      chunks.push(Buffer.from(chunk)); // a copy: the writer may use its memory again
      done();
    },
  });
  return { stream, text: () => Buffer.concat(chunks).toString() };
}

/** A context whose streams nobody reads; parts of it can be given. */
export function testContext(parts: Partial<CliContext> = {}): CliContext {
  return {
    stdout: collector().stream,
    stderr: collector().stream,
    stdin: () => Readable.from([]),
    env: { NO_COLOR: "1" },
    cwd: ".",
    onInterrupt: () => () => {},
    clock: () => new Date(),
    processes: { own: process.pid, isRunning: () => true },
    ...parts,
  };
}

/** What a run is given beside its arguments. */
interface RunParts extends Partial<CliContext> {
  /** What standard input holds; nothing if left out. */
  readonly input?: string;
  /** Whether standard output says that it is a terminal, of 80 columns. */
  readonly isTerminal?: boolean;
}

/** Runs the program in this process, as a pipe would see it. */
export async function runRfm(
  args: readonly string[],
  cwd = ".",
  { input = "", isTerminal = false, ...parts }: RunParts = {},
): Promise<Outcome> {
  const [out, err] = [collector(), collector()];
  const stdout = Object.assign(out.stream, isTerminal ? { isTTY: true, columns: 80 } : {});
  const stdin = (): Readable => Readable.from(input === "" ? [] : [Buffer.from(input)]);
  const status = await main(args, testContext({ stdout, stderr: err.stream, stdin, cwd, ...parts }));
  return { status, stdout: out.text(), stderr: err.text() };
}

/** A folder of its own for a test, with these files; removed when the test is done. */
export async function inFolder<T>(
  files: Readonly<Record<string, string>>,
  work: (folder: string, read: (name: string) => Promise<string>) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "rfm-test-"));
  try {
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    return await work(folder, (name) => readFile(join(folder, name), "utf8"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A small shop's export, half a year of 60 customers with many one-time buyers; the same for every run. */
export function shopExport(currency = ""): string {
  const header = `order_id,customer_id,date,amount${currency === "" ? "" : ",currency"}`;
  const rows: string[] = [];
  let seed = 12345;
  const next = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  for (let customer = 1; customer <= 60; customer += 1) {
    const orders = customer % 2 === 0 ? 1 : 1 + next(6);
    for (let order = 0; order < orders; order += 1) {
      const day = new Date(Date.UTC(2024, 0, 1 + next(182))).toISOString().slice(0, 10);
      const amount = (5 + next(20_000) / 100).toFixed(2);
      rows.push(`${rows.length + 1},c${customer},${day},${amount}${currency === "" ? "" : `,${currency}`}`);
    }
  }
  rows.push(`${rows.length + 1},c1,2024-06-30,20.00${currency === "" ? "" : `,${currency}`}`);
  return `${[header, ...rows].join("\n")}\n`;
}
