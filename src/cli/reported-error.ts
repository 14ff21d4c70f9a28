import { shownText } from "../basics/text/words.ts";
import type { ExitCode } from "./exit-codes.ts";

/** A failure that was told already, in a log of its own form; all that is left is the exit code. */
export class ReportedError extends Error {
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode, cause: unknown) {
    super("told already", { cause });
    this.exitCode = exitCode;
  }
}

/** What is said of an error that nobody expected: where in the program it came from, so that it can be reported. */
export function bugText(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `this is a bug in rfm: ${stack.split("\n").map(shownText).join("\n")}`;
}
