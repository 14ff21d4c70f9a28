import { Readable } from "node:stream";
import { type Outcome, runRfm } from "../../support/in-process.ts";

/** Runs the program in this process with a text for its standard input. */
export function runOnInput(argv: readonly string[], input: string): Promise<Outcome> {
  return runRfm(argv, ".", { stdin: () => Readable.from([Buffer.from(input)]) });
}
