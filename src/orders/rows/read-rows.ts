import { detectEncoding } from "../../csv/detect/encoding.ts";
import { readRecords } from "../../csv/records.ts";
import type { FilePlan } from "../../exports/file-plan.ts";
import type { FileResult } from "./file-result.ts";
import { fileResult } from "./file-result.ts";
import { countedSource, type ReadMeter } from "./progress.ts";
import { EncodingSurprise } from "./restart-reasons.ts";
import { RowReader } from "./row-reader.ts";
import type { RowTable } from "./row-table.ts";

/** Reads every row of a file into the table with the tolerant reader, and tells the meter how far it is. */
export async function readRows(plan: FilePlan, table: RowTable, meter?: ReadMeter): Promise<FileResult> {
  await verifyEncoding(plan);
  const reader = new RowReader(plan, table, table.rows);
  let [toSkip, rowsTold] = [plan.layout.recordsBeforeRows, table.length];
  const tell = (bytes: number): void => {
    meter?.advance(bytes, table.length - rowsTold);
    rowsTold = table.length;
  };
  await readRecords(countedSource(plan.source, tell), plan.layout.dialect, (cells, line) => {
    if (toSkip > 0) toSkip -= 1;
    else reader.read(cells, line);
    return true;
  });
  tell(0);
  return fileResult([{ ...reader.findings(), firstRow: 0, firstLine: 0 }], table);
}

/** Where the encoding was told by the beginning of the file, all of it is looked at. */
async function verifyEncoding({ source, layout }: FilePlan): Promise<void> {
  if (layout.isVerified) return;
  const { encoding } = await detectEncoding(source, layout.dialect.gzip);
  if (encoding !== "utf-8") throw new EncodingSurprise();
}
