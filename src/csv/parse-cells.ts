import type { CsvError, Options } from "csv-parse";
import { InputError } from "../errors.ts";
import { lazyPackage } from "../files/lazy-package.ts";
import { openQuote } from "./records.ts";

/** Needed only where an option names a file. */
const csvParse = lazyPackage<typeof import("csv-parse/sync")>("csv-parse/sync");

/** A record of a small file, and the physical line on which it ends. */
export interface CellRecord {
  readonly cells: readonly string[];
  readonly line: number;
}

/**
 * The records of a small file as cells, without those that are blank; the one place where such a file meets the CSV library.
 *
 * @throws InputError with the line, where a quote is never closed or stands where none can
 */
export async function parseCells(
  text: string,
  name: string,
  options: Pick<Options, "delimiter" | "relax_quotes" | "trim">,
): Promise<readonly CellRecord[]> {
  const { parse, CsvError: Failure } = csvParse();
  const records: CellRecord[] = [];
  let line = 0;
  try {
    parse(text, {
      ...options,
      relax_column_count: true,
      record_delimiter: ["\r\n", "\n", "\r"],
      on_record: (cells: string[], { lines }) => {
        line = lines;
        if (cells.some((cell) => cell.trim() !== "")) records.push({ cells, line });
        return null;
      },
    });
  } catch (error) {
    throw error instanceof Failure ? damaged(name, error, line + 1) : error;
  }
  return records;
}

function damaged(name: string, error: CsvError, line: number): InputError {
  if (error.code === "CSV_QUOTE_NOT_CLOSED") return openQuote(name, line, error);
  return new InputError(`${name}: the row at line ${line} has a misplaced quote`, {
    hint: 'look at that row for a stray " and remove it',
    cause: error,
  });
}
