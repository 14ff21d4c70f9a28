import { open } from "node:fs/promises";
import { refuseSwallowedLines } from "../../csv/records.ts";
import type { FilePlan } from "../../exports/file-plan.ts";
import { asBuffer } from "../../files/as-buffer.ts";
import { plainBytes, READ_SIZE } from "../../files/byte-source.ts";
import { unreadable } from "../../files/regular-file.ts";
import { Kernel } from "../../kernel/kernel.ts";
import { tableOf } from "../../typed/typed-table.ts";
import type { FileResult } from "../rows/file-result.ts";
import { fileResult } from "../rows/file-result.ts";
import { countedSource, type ReadMeter } from "../rows/progress.ts";
import type { RowTable } from "../rows/row-table.ts";
import { SegmentScanner } from "./segment-scanner.ts";

/** Reads every row of a file into the table with the byte scanner, on this thread. */
export async function scanFile(plan: FilePlan, table: RowTable, meter?: ReadMeter): Promise<FileResult> {
  const lines = tableOf(plan.source)?.scanned ?? null;
  const list = lines?.list ?? null;
  const segment = {
    isFirst: true,
    start: list?.starts[0] ?? 0,
    stop: list?.end ?? Number.POSITIVE_INFINITY,
    findsStart: false,
    skip: plan.layout.recordsBeforeRows,
  };
  const kernel = Kernel.take();
  const scanner = new SegmentScanner(plan, segment, { texts: table, buffer: table.rows, kernel, lines });
  scanner.scanner.line = list?.firstLine ?? 1;
  const feed = plan.layout.dialect.gzip ? feedInflated : feedStored;
  try {
    await feed(plan, scanner, (bytes, before) => meter?.advance(bytes, table.length - before));
  } finally {
    kernel.giveBack();
  }
  if (scanner.scanner.suspect) await refuseSwallowedLines(plan.source, plan.layout.dialect);
  return fileResult([{ ...scanner.findings(), firstRow: 0, firstLine: 0 }], table);
}

type Tell = (bytes: number, rowsBefore: number) => void;

async function feedStored(plan: FilePlan, scanner: SegmentScanner, tell: Tell): Promise<void> {
  const handle = await open(plan.path ?? "").catch((error: unknown) => {
    throw unreadable(plan.source.name, error);
  });
  let place = scanner.nextByte > 0 ? scanner.nextByte : null; // a pipe has no places
  try {
    for (let isLast = false; !isLast; ) {
      const room = scanner.room();
      const { bytesRead } = await handle
        .read(room, 0, Math.min(room.length, READ_SIZE), place)
        .catch((error: unknown) => {
          throw unreadable(plan.source.name, error);
        });
      if (place !== null) place += bytesRead;
      isLast = bytesRead === 0;
      const before = scanner.rows;
      scanner.scan(bytesRead, isLast);
      tell(bytesRead, before);
    }
  } finally {
    await handle.close();
  }
}

/** Inflating goes on in the background while what has come is scanned. */
async function feedInflated(plan: FilePlan, scanner: SegmentScanner, tell: Tell): Promise<void> {
  let before = scanner.rows;
  const source = countedSource(plan.source, (bytes) => {
    tell(bytes, before);
    before = scanner.rows;
  });
  for await (const inflated of plainBytes(source, true)) {
    for (let taken = 0; taken < inflated.length; ) {
      const room = scanner.room();
      const copied = asBuffer(inflated).copy(room, 0, taken, taken + room.length);
      taken += copied;
      scanner.scan(copied, false);
    }
  }
  scanner.scan(0, true);
  tell(0, before);
}
