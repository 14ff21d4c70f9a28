import type { FilePlan, FileResult } from "./file-plan.ts";
import { fileResult } from "./file-result.ts";
import { readRecords } from "./records.ts";
import { RowReader } from "./row-reader.ts";
import type { RowTable } from "./row-table.ts";

/** Reads every row of a file into the table with the tolerant reader. */
export async function readRows(plan: FilePlan, table: RowTable): Promise<FileResult> {
  const reader = new RowReader(plan, table, table.rows);
  let toSkip = plan.layout.recordsBeforeRows;
  await readRecords(plan.source, plan.layout.dialect, (cells, line) => {
    if (toSkip > 0) toSkip -= 1;
    else reader.read(cells, line);
    return true;
  });
  return fileResult([{ ...reader.findings(), firstRow: 0, firstLine: 0 }], table);
}
