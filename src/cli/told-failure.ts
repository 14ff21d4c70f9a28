import type { ExitCode } from "./exit-codes.ts";

/** A failure that was told already, in a log of its own form; all that is left is the exit code. */
export class ToldFailure extends Error {
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode, cause: unknown) {
    super("told already", { cause });
    this.exitCode = exitCode;
  }
}
