import { expect } from "vitest";
import type { Folder } from "../support/run-rfm.ts";

/** How a run that cannot succeed is to end. */
export interface Refusal {
  readonly status: number;
  /** What the message says: where it is, what is wrong, which value. */
  readonly says: readonly (string | RegExp)[];
  /** What the hint tells the user to do. */
  readonly advises?: readonly (string | RegExp)[];
}

const EARLIER_RESULT = "an earlier result\n";

/**
 * Runs a command with `-o out.csv` and expects it to be refused: with one message and one hint on standard error, nothing
 * on standard output, no output file, no temporary file, and an `out.csv` from an earlier run left as it was.
 */
export async function expectRefused(folder: Folder, command: string, refusal: Refusal): Promise<void> {
  const inputs = await folder.list();
  const refused = await folder.rfm(`${command} -o out.csv`);
  expectMessage(refused.stderr, refusal);
  expect(refused.stdout).toBe("");
  expect(refused.status).toBe(refusal.status);
  expect(await folder.list()).toEqual(inputs);

  await folder.write({ "out.csv": EARLIER_RESULT });
  expect(await folder.rfm(`${command} -o out.csv`)).toEqual(refused);
  expect(await folder.read("out.csv")).toBe(EARLIER_RESULT);
  expect(await folder.list()).toEqual([...inputs, "out.csv"].sort());
}

/** Expects a message of one line and, where the refusal advises something, a hint of one line. */
export function expectMessage(stderr: string, { says, advises = [] }: Refusal): void {
  const [message, hint] = stderr.split("\n");
  for (const part of says) expect(message).toMatch(part);
  for (const part of advises) expect(hint).toMatch(part);
  expect(stderr).toMatch(advises.length === 0 ? /^rfm: .+\n/ : /^rfm: .+\nhint: .+\n$/);
}
