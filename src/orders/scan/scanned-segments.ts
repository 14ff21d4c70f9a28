import { closeSync, openSync, readSync } from "node:fs";
import type { FilePlan } from "../../exports/file-plan.ts";
import { unreadable } from "../../files/regular-file.ts";
import type { HashKey } from "../../kernel/hash-key.ts";
import { Kernel } from "../../kernel/kernel.ts";
import type { ScannedLines } from "../../typed/typed-table.ts";
import {
  type FoundInSegment,
  type SegmentBounds,
  type SegmentParts,
  type SegmentSource,
  type SentPlan,
  threadPlan,
} from "./read-segment.ts";
import { type FileSegment, SegmentScanner } from "./segment-scanner.ts";

/** The segments of a file that the byte scanner reads. */
export class ScannedSegments implements SegmentSource {
  bounds: SegmentBounds = { firstByte: 0, nextByte: 0 };
  private readonly plan: FilePlan;
  private readonly hashKey: HashKey;
  private readonly lines: ScannedLines | null;

  constructor(plan: SentPlan) {
    this.plan = threadPlan(plan);
    this.hashKey = plan.hashKey;
    this.lines = plan.scanned;
  }

  async read(segment: FileSegment, { linesBefore, ...parts }: SegmentParts): Promise<FoundInSegment> {
    const { hashKey, lines } = this;
    const kernel = Kernel.take();
    const scanner = new SegmentScanner(this.plan, segment, { ...parts, kernel, hashKey, lines });
    scanner.scanner.line += linesBefore;
    try {
      feed(scanner, this.plan, segment);
    } finally {
      kernel.giveBack();
      this.bounds = { firstByte: scanner.firstByte, nextByte: scanner.nextByte };
    }
    const { line, suspect, runs } = scanner.scanner;
    const keptOrders = runs?.keptOrders ?? null;
    return { findings: scanner.findings(), lines: line - 1 - linesBefore, suspect, keptOrders };
  }
}

/** After the segment's own bytes, only little more is read at a time: the rest of its last record. */
const OVERRUN_BYTES = 1 << 16;

function feed(scanner: SegmentScanner, { path, source }: FilePlan, { start, stop }: FileSegment): void {
  try {
    const file = openSync(path ?? "", "r");
    try {
      for (let at = start; !scanner.isDone; ) {
        const room = scanner.room();
        const wanted = Math.min(room.length, at < stop ? stop - at : OVERRUN_BYTES);
        const count = readSync(file, room, 0, wanted, at);
        at += count;
        scanner.scan(count, count === 0);
      }
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw error instanceof Error && "syscall" in error ? unreadable(source.name, error) : error;
  }
}
