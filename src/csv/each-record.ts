/*
 * The room csv: from bytes to cells and back. It finds the encoding and the delimiter, reads records with the scanner or the
 * tolerant reader, groups keys, and writes delimited files. It knows nothing of orders. `eachRecord` is the way in.
 */
import { InputError } from "../errors.ts";
import type { ByteSource } from "../files/byte-source.ts";
import { tableOf } from "../typed/typed-table.ts";
import type { RecordTaker } from "./record-taker.ts";
import { type Dialect, readRecords } from "./records.ts";
import { scanRecords } from "./scanner/scan-records.ts";
import { eachTypedRecord } from "./typed-records.ts";

/** Which records are wanted, and what of them. */
export interface RecordOptions {
  readonly dialect: Dialect;
  /** The columns whose text is wanted. */
  readonly columns: readonly number[] | "all";
  /** Whether the text may end inside quotes, because it is the beginning of a file; the record that does is left out. */
  readonly mayEndOpen?: boolean;
}

/** Where all columns are wanted, the scanner looks for so many; wider records are the tolerant reader's. */
const MANY_COLUMNS = Array.from({ length: 512 }, (_, column) => column);

/**
 * Reads the records of a file: of delimited text with the byte scanner where that can tell them, else from the beginning with
 * the tolerant reader, and both find the same; of a table with types its cells as text.
 *
 * @param begin makes what takes the records: once, or a second time where the file is read again
 * @returns the taker that took all records, or as many as it wanted
 * @throws InputError where a quote is never closed
 */
export async function eachRecord<Taker extends RecordTaker>(
  source: ByteSource,
  { dialect, columns, mayEndOpen = false }: RecordOptions,
  begin: () => Taker,
): Promise<Taker> {
  const table = tableOf(source);
  if (table !== null) return eachTypedRecord(table, columns, begin());
  const wanted = columns === "all" ? MANY_COLUMNS : columns;
  const first = begin();
  let isTooWide = false;
  const end = await scanRecords(source, { dialect, columns: wanted }, (record) => {
    isTooWide = columns === "all" && record.fields > MANY_COLUMNS.length;
    return !isTooWide && first.take(record);
  });
  const isTaken = end === "end" || end === "enough" || (end === "open quote" && mayEndOpen);
  return isTaken && !isTooWide ? first : readTolerantly(source, { dialect, mayEndOpen }, begin());
}

async function readTolerantly<Taker extends RecordTaker>(
  source: ByteSource,
  { dialect, mayEndOpen }: Pick<Required<RecordOptions>, "dialect" | "mayEndOpen">,
  taker: Taker,
): Promise<Taker> {
  try {
    await readRecords(source, dialect, (cells, line) =>
      taker.take({ fields: cells.length, line, text: (column) => cells[column] ?? "" }),
    );
  } catch (error) {
    if (!mayEndOpen || !(error instanceof InputError)) throw error;
  }
  return taker;
}
