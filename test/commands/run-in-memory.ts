import { Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { main } from "../../src/main.ts";

/** What a run of the program left behind. */
export interface RunResult {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs the program in this process; files are those below a folder, and `input` is its standard input.
 *
 * @param isTerminal whether standard output says that it is a terminal
 */
export async function runInMemory(
  argv: readonly string[],
  cwd: URL,
  input = "",
  isTerminal = false,
): Promise<RunResult> {
  const out: string[] = [];
  const err: string[] = [];
  const collect = (chunks: string[]): Writable =>
    new Writable({
      write: (chunk: Buffer, _, done) => {
        chunks.push(chunk.toString());
        done();
      },
    });
  const status = await main(argv, {
    stdout: Object.assign(collect(out), isTerminal ? { isTTY: true, columns: 80 } : {}),
    stderr: collect(err),
    stdin: async function* () {
      yield Buffer.from(input);
    },
    env: {},
    cwd: fileURLToPath(cwd),
    onInterrupt: () => () => {},
    clock: () => new Date(),
    processes: { own: 1, isRunning: () => true },
  });
  return { status, stdout: out.join(""), stderr: err.join("") };
}
