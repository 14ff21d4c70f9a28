import { open } from "node:fs/promises";
import { scannedText } from "../../csv/decode.ts";
import { isScannedEncoding } from "../../csv/detect/encoding.ts";
import { refuseSwallowedLines } from "../../csv/records.ts";
import type { FilePlan } from "../../exports/file-plan.ts";
import { asBuffer } from "../../files/as-buffer.ts";
import { READ_SIZE } from "../../files/byte-source.ts";
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
  const scanner = new SegmentScanner(asScanned(plan), segment, { texts: table, buffer: table.rows, kernel, lines });
  scanner.scanner.line = list?.firstLine ?? 1;
  const feed = isReadInPlace(plan) ? feedStored : feedDecoded;
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

/** Whether the scanner reads a file's bytes as they are stored, so that it can begin anywhere in it. */
export function isReadInPlace({ layout: { dialect } }: FilePlan): boolean {
  return !dialect.gzip && isScannedEncoding(dialect.encoding);
}

/** The plan of a file whose text is turned into UTF-8 where the scanner does not know its encoding. */
function asScanned(plan: FilePlan): FilePlan {
  const { dialect } = plan.layout;
  if (isScannedEncoding(dialect.encoding)) return plan;
  return { ...plan, layout: { ...plan.layout, dialect: { ...dialect, encoding: "utf-8" } } };
}

/** Inflating goes on in the background while what has come is scanned. */
async function feedDecoded(plan: FilePlan, scanner: SegmentScanner, tell: Tell): Promise<void> {
  let before = scanner.rows;
  const source = countedSource(plan.source, (bytes) => {
    tell(bytes, before);
    before = scanner.rows;
  });
  const { blocks } = scannedText(source, plan.layout.dialect);
  for await (const block of blocks) {
    for (let taken = 0; taken < block.length; ) {
      const room = scanner.room();
      const copied = asBuffer(block).copy(room, 0, taken, taken + room.length);
      taken += copied;
      scanner.scan(copied, false);
    }
  }
  scanner.scan(0, true);
  tell(0, before);
}
