/**
 * Runs the program as a user would, in a folder of its own, with next to nothing in the environment: in this process, or, where
 * a process is what the test is about (signals, pipes, start-up, time zones), the built program in one of its own.
 */
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { test } from "vitest";
import { runRfm as runHere } from "./in-process.ts";

const BIN = fileURLToPath(new URL("../../bin/rfm.js", import.meta.url));

/** A run that takes longer than this hangs. */
const LONGEST_RUN = 50_000;

export interface RunOptions {
  readonly cwd?: string;
  /** Added to PATH, NO_COLOR=1 and TZ=UTC; `undefined` takes one of them away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** What standard input holds; nothing where left out. */
  readonly stdin?: string | Uint8Array;
}

export interface RunResult {
  /** The exit code; `null` where a signal ended the process. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Arguments as a list, or as a line whose words are separated by single spaces. */
export type Arguments = string | readonly string[];

/** Starts `rfm` with these arguments, for tests that talk to the running process. */
export function startRfm(args: Arguments, options: RunOptions = {}): ChildProcessWithoutNullStreams {
  return start(process.execPath, [BIN, ...argumentList(args)], options);
}

/** Runs `rfm` with these arguments to its end. */
export function runRfm(args: Arguments, options: RunOptions = {}): Promise<RunResult> {
  return finish(startRfm(args, options), options.stdin);
}

/** Runs `rfm` with these arguments in this process, whose module cache it shares; this process takes the run's time zone. */
export async function runInProcess(
  args: Arguments,
  { cwd = ".", env = {}, stdin = "" }: RunOptions = {},
): Promise<RunResult> {
  const bytes = typeof stdin === "string" ? Buffer.from(stdin) : stdin;
  const zone = process.env["TZ"];
  if (env["TZ"] !== undefined) process.env["TZ"] = env["TZ"];
  try {
    const surroundings = { env: { NO_COLOR: "1", ...env }, stdin: () => Readable.from([bytes]) };
    return await runHere(argumentList(args), cwd, surroundings);
  } finally {
    if (env["TZ"] !== undefined) process.env["TZ"] = zone;
  }
}

/** Runs a line of shell in which `rfm` is the built program: pipes, redirections, PIPESTATUS. */
export function runShell(line: string, options: RunOptions = {}): Promise<RunResult> {
  const script = `node=$1 bin=$2\nrfm() { "$node" "$bin" "$@"; }\n${line}\n`;
  // bash takes a socket on standard input for a remote login, and would read start-up files
  return finish(start("bash", ["--norc", "-c", script, "bash", process.execPath, BIN], options), options.stdin);
}

/** A word of a line without anything that a shell would expand, or a part of one in quotes. */
const PLAIN = "(?:[^\\s'\"|<>;&$`*?()\\\\~#{}[\\]!]|\"[^\"$`\\\\]*\"|'[^']*')+";
const PLAIN_CALL = new RegExp(`^rfm(?: +${PLAIN})*$`);

/** Runs a line as a reader types it: a plain call in this process, and what has pipes or patterns in it by a shell. */
export function runLine(line: string, options: RunOptions = {}): Promise<RunResult> {
  if (!PLAIN_CALL.test(line)) return runShell(`set -o pipefail\n${line}`, options);
  const [, ...words] = line.match(new RegExp(PLAIN, "g")) ?? [];
  return runInProcess(
    words.map((word) => word.replace(/"([^"]*)"|'([^']*)'/g, "$1$2")),
    options,
  );
}

/** Waits for a started process, and collects what it wrote. */
export function finish(child: ChildProcessWithoutNullStreams, stdin?: string | Uint8Array): Promise<RunResult> {
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
  child.stdin.on("error", () => {}); // a run that fails early does not read its input
  if (!child.stdin.writableEnded) child.stdin.end(stdin);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) =>
      resolve({ status, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() }),
    );
  });
}

function start(command: string, args: readonly string[], { cwd, env }: RunOptions): ChildProcessWithoutNullStreams {
  const all = { PATH: process.env["PATH"], NO_COLOR: "1", TZ: "UTC", ...env };
  const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  return spawn(command, args, { cwd, env: given, timeout: LONGEST_RUN, killSignal: "SIGKILL" });
}

function argumentList(args: Arguments): readonly string[] {
  return typeof args === "string" ? args.split(" ") : args;
}

/** A folder that a test has to itself. */
export interface Folder {
  readonly path: string;
  /** Writes files by their names, which may have folders in them. */
  readonly write: (files: Readonly<Record<string, string | Uint8Array>>) => Promise<void>;
  readonly makeFolder: (name: string) => Promise<void>;
  readonly read: (name: string) => Promise<string>;
  /** Everything in the folder and below, hidden and temporary names too. */
  readonly list: () => Promise<readonly string[]>;
  /** Runs `rfm` in the folder, in this process. */
  readonly rfm: (args: Arguments, options?: RunOptions) => Promise<RunResult>;
  /** Runs the built `rfm` in the folder, in a process of its own. */
  readonly spawn: (args: Arguments, options?: RunOptions) => Promise<RunResult>;
  /** Runs a line of shell in the folder. */
  readonly shell: (line: string, options?: RunOptions) => Promise<RunResult>;
}

/** Makes an empty folder, and removes it with all that is in it when the work is done. */
export async function withFolder<T>(use: (folder: Folder) => Promise<T>): Promise<T> {
  const path = await mkdtemp(join(tmpdir(), "rfm-test-"));
  try {
    return await use(folderAt(path));
  } finally {
    await rm(path, { recursive: true, force: true });
  }
}

/** An empty folder that several tests share; `remove` takes it away with all that is in it. */
export async function makeFolder(): Promise<Folder & { readonly remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), "rfm-test-"));
  return { ...folderAt(path), remove: () => rm(path, { recursive: true, force: true }) };
}

function folderAt(path: string): Folder {
  return {
    path,
    write: async (files) => {
      for (const [name, content] of Object.entries(files)) {
        await mkdir(dirname(join(path, name)), { recursive: true });
        await writeFile(join(path, name), content);
      }
    },
    makeFolder: async (name) => {
      await mkdir(join(path, name), { recursive: true });
    },
    read: (name) => readFile(join(path, name), "utf8"),
    list: async () => (await readdir(path, { recursive: true })).sort(),
    rfm: (args, options) => runInProcess(args, { cwd: path, ...options }),
    spawn: (args, options) => runRfm(args, { cwd: path, ...options }),
    shell: (line, options) => runShell(line, { cwd: path, ...options }),
  };
}

/** A test with an empty folder of its own: `it("…", async ({ folder }) => …)`. */
export const it = test.extend<{ readonly folder: Folder }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the fixtures that a fixture needs from this pattern
  folder: async ({}, use) => {
    await withFolder(use);
  },
});
