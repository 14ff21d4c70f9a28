import type { Writable } from "node:stream";
import { Chalk, type ColorSupportLevel } from "chalk";
import { wholeStream } from "../files/whole-stream.ts";
import { type Style, styleWith } from "../render/terminal/style.ts";
import type { Open } from "../warehouse/engines/connect.ts";
import { STOPS_WITHIN } from "../warehouse/engines/engine.ts";

/** An output stream as a command sees it; a terminal has a width. */
export type OutputStream = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** All of the outside world that commands may touch; tests pass their own. */
export interface CliContext {
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly stdin: () => AsyncIterable<Uint8Array>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Registers work that must be undone when the run is interrupted; returns what takes it back. */
  readonly onInterrupt: (undo: () => void | Promise<void>) => () => void;
  /** The machine's clock. No number depends on it but `--as-of today` and the age of the newest order. */
  readonly clock: () => Date;
  /** Opens databases; left out for those that there are drivers for. */
  readonly openEngine?: Open;
  /** Which process this is, and whether another one is there. */
  readonly processes: {
    readonly own: number;
    readonly isRunning: (id: number) => boolean;
    /** Ends a process with all that it started, where the system has groups of processes. */
    readonly endGroup?: ((leader: number) => void) | undefined;
  };
}

/** The part of Node's `process` that a context is made from. */
export interface ProcessLike {
  readonly stdout: OutputStream & { readonly fd?: number };
  readonly stderr: OutputStream & { readonly fd?: number };
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: () => string;
  readonly on: (event: "SIGINT" | "SIGTERM", listener: () => void) => unknown;
  readonly exit: (code: number) => never;
  readonly pid: number;
  readonly kill: (id: number, signal: 0 | "SIGTERM") => unknown;
  readonly platform: string;
}

const INTERRUPTED = 130;
const TERMINATED = 143;

/**
 * The context of a real process. Its streams get an error listener, so that a closed pipe ends the run quietly instead of
 * crashing it; Ctrl-C undoes what is half done and exits with 130.
 */
export function nodeContext(process: ProcessLike): CliContext {
  const undoes = new Set<() => void | Promise<void>>();
  const interrupt = (code: number): void => {
    const pending = [...undoes].map((undo) => undo()).filter((undone) => undone !== undefined);
    if (pending.length === 0) process.exit(code);
    const isLate = new Promise<void>((resolve) => {
      setTimeout(resolve, STOPS_WITHIN);
    });
    void Promise.race([Promise.allSettled(pending), isLate]).then(() => process.exit(code));
  };
  process.on("SIGINT", () => interrupt(INTERRUPTED));
  process.on("SIGTERM", () => interrupt(TERMINATED));
  const [stdout, stderr] = [wholeStream(process.stdout), wholeStream(process.stderr)];
  for (const stream of [process.stdout, process.stderr, stdout, stderr]) stream.on("error", () => {});
  return {
    stdout,
    stderr,
    stdin: () => process.stdin,
    env: process.env,
    cwd: process.cwd(),
    onInterrupt: (undo) => {
      undoes.add(undo);
      return () => undoes.delete(undo);
    },
    clock: () => new Date(),
    processes: {
      own: process.pid,
      isRunning: (id) => isRunning(process, id),
      endGroup: process.platform === "win32" ? undefined : (leader) => process.kill(-leader, "SIGTERM"),
    },
  };
}

/** Signal 0 asks only; a process that may not be asked is there all the same. */
function isRunning(process: Pick<ProcessLike, "kill">, id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** The style of a stream: `--no-color`, then NO_COLOR, FORCE_COLOR, TERM=dumb, and whether it is a terminal. */
export function styleFor(stream: OutputStream, env: CliContext["env"], color: boolean): Style {
  return styleWith(new Chalk({ level: colorLevel(stream, env, color) }));
}

function colorLevel(stream: OutputStream, env: CliContext["env"], color: boolean): ColorSupportLevel {
  if (!color || (env["NO_COLOR"] ?? "") !== "") return 0;
  const forced = env["FORCE_COLOR"];
  if (forced !== undefined) return forced === "0" || forced === "false" ? 0 : 2;
  if (env["TERM"] === "dumb" || stream.isTTY !== true) return 0;
  return 2;
}
