import { refuseSwallowedLines } from "../../csv/records.ts";
import type { FilePlan } from "../../exports/file-plan.ts";
import { asBuffer } from "../../files/as-buffer.ts";
import { plainBytes } from "../../files/byte-source.ts";
import { Kernel } from "../../kernel/kernel.ts";
import type { FileResult } from "../rows/file-result.ts";
import { fileResult } from "../rows/file-result.ts";
import { countedSource, type ReadMeter } from "../rows/progress.ts";
import type { RowTable } from "../rows/row-table.ts";
import { SegmentScanner } from "./segment-scanner.ts";

/** Reads every row of a file in gzip into the table with the byte scanner. Inflating goes on while what has come is scanned. */
export async function scanInflated(plan: FilePlan, table: RowTable, meter?: ReadMeter): Promise<FileResult> {
  const segment = {
    isFirst: true,
    start: 0,
    stop: Number.POSITIVE_INFINITY,
    findsStart: false,
    skip: plan.layout.recordsBeforeRows,
  };
  const kernel = Kernel.take();
  const scanner = new SegmentScanner(plan, segment, { texts: table, buffer: table.rows, kernel });
  let before = scanner.rows;
  const source = countedSource(plan.source, (bytes) => {
    meter?.advance(bytes, scanner.rows - before);
    before = scanner.rows;
  });
  try {
    for await (const inflated of plainBytes(source, true)) {
      for (let taken = 0; taken < inflated.length; ) {
        const room = scanner.room();
        const copied = asBuffer(inflated).copy(room, 0, taken, taken + room.length);
        taken += copied;
        scanner.scan(copied, false);
      }
    }
    scanner.scan(0, true);
    meter?.advance(0, scanner.rows - before);
  } finally {
    kernel.giveBack();
  }
  if (scanner.scanner.suspect) await refuseSwallowedLines(plan.source, plan.layout.dialect);
  return fileResult([{ ...scanner.findings(), firstRow: 0, firstLine: 0 }], table);
}
