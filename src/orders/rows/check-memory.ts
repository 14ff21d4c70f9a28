import { freemem } from "node:os";
import { peopleCount } from "../../basics/text/words.ts";
import { InputError } from "../../errors.ts";

/** What a row takes in the table, with its share of the customers and of what is made of them. */
const BYTES_PER_ROW = 60;
const GIGABYTE = 1e9;

/**
 * Stops before the rows of a table would need more memory than the machine has to give. Better said at the beginning than
 * by a program that is killed.
 *
 * @param rows as many as there seem to be
 * @throws InputError
 */
export function refuseTooManyRows(rows: number, available = freemem()): void {
  const needed = rows * BYTES_PER_ROW;
  if (needed <= available) return;
  const inGigabytes = (bytes: number): string => (bytes / GIGABYTE).toFixed(1);
  throw new InputError(
    `the exports have about ${peopleCount(rows)} rows, which take about ${inGigabytes(needed)} GB of memory; ${inGigabytes(available)} GB are free`,
    { hint: "read fewer files at once, or close other programs, or use a machine with more memory" },
  );
}
