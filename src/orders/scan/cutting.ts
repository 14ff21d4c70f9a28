import type { FilePlan } from "../../exports/file-plan.ts";
import { type ScannedList, tableOf } from "../../typed/typed-table.ts";
import type { FileSegment } from "./segment-scanner.ts";

/** Large enough that a segment's overhead is lost in it, small enough that the threads end at about the same time. */
const SEGMENT_BYTES = 8 * 1024 * 1024;
/** The same for records whose cells are stored by their types. */
const SEGMENT_RECORDS = 1 << 17;

/** A file cut into segments, by its bytes, or by its records where its cells are stored by their types. */
export interface Cutting {
  readonly segments: readonly FileSegment[];
  /** How many bytes or records there are. */
  readonly extent: number;
}

/**
 * Cuts a file for so many threads.
 *
 * @param segmentBytes how large segments are, whatever the file's size; for tests
 */
export function cutting(plan: FilePlan, threads: number, segmentBytes?: number): Cutting {
  const { source, layout, filter } = plan;
  // A filter on a column looks at the row above where the cell is blank, and so does an order that goes on from there.
  const looksAbove = (filter.where ?? []).length > 0 || layout.preset?.continuesAbove === true;
  const records = storedRecords(plan);
  const isStored = records > 0 && segmentBytes === undefined;
  const wanted = isStored ? records / SEGMENT_RECORDS : source.size / (segmentBytes ?? SEGMENT_BYTES);
  const count = looksAbove ? 1 : Math.max(threads, Math.ceil(wanted));
  const list = tableOf(source)?.scanned?.list ?? null;
  if (list !== null) return cutList(list, Math.ceil(source.size / count));
  return records > 0 ? cutRecords(plan, records, count) : cutBytes(plan, count);
}

/** The records of a file whose cells are stored in pages; 0 for any other. */
export function storedRecords({ source }: FilePlan): number {
  const table = tableOf(source);
  return table?.pages === undefined ? 0 : table.length;
}

function cutBytes({ source, layout }: FilePlan, count: number): Cutting {
  const bytes = Math.ceil(source.size / count);
  const segments = Array.from({ length: count }, (_, index) => ({
    isFirst: index === 0,
    start: Math.max(0, index * bytes - 1), // a line end there is that of the segment before
    stop: index === count - 1 ? Number.POSITIVE_INFINITY : (index + 1) * bytes,
    findsStart: index > 0,
    skip: index === 0 ? layout.recordsBeforeRows : 0,
  }));
  return { segments, extent: source.size };
}

/** Cuts where records of a list are known to begin. */
function cutList({ starts: known, end }: ScannedList, each: number): Cutting {
  const [first = 0, ...others] = known;
  const starts = [first];
  for (const start of others) if (start - (starts.at(-1) ?? 0) >= each && start < end) starts.push(start);
  const segments = starts.map((start, index) => ({
    isFirst: index === 0,
    start,
    stop: starts[index + 1] ?? end,
    findsStart: false,
    skip: 0,
  }));
  return { segments, extent: end };
}

/** Cuts between groups of rows, for a page is read whole; a large group into several segments. */
function cutRecords({ source }: FilePlan, records: number, count: number): Cutting {
  const each = Math.ceil(records / count);
  const starts = [0];
  for (const group of [...(tableOf(source)?.pages?.groups ?? []), records]) {
    let last = starts.at(-1) ?? 0;
    for (; group - last >= each * 2; last += each) starts.push(last + each);
    if (group - last >= each / 2 && group < records) starts.push(group);
  }
  const segments = starts.map((start, index) => ({
    isFirst: index === 0,
    start,
    stop: starts[index + 1] ?? records,
    findsStart: false,
    skip: 0,
  }));
  return { segments, extent: records };
}
