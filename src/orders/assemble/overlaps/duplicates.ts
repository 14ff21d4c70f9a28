import { NO_DAY } from "../../../basics/calendar/days.ts";
import { NeedsRowHashes } from "../../rows/restart-reasons.ts";
import type { OrderGroups } from "../entries/groups.ts";
import type { ReadonlyRows } from "../readonly-rows.ts";
import type { Repetition } from "./split-lines.ts";

/** Files of one source that may hold the same rows. */
export interface Overlap {
  readonly files: ReadonlySet<number>;
  /** Orders carry a total that counts once: of two versions of an order the newest wins. Otherwise rows are compared. */
  readonly perOrder: boolean;
  /** How much a file says of its orders; of two versions the one that says more wins. */
  readonly richness: (file: number) => number;
  /** Whether rows that look the same in two files are one; otherwise each counts. */
  readonly joinsRows: boolean;
  /** Whether the rows were hashed as they were read. */
  readonly areHashed: boolean;
}

/**
 * Finds the rows that overlapping files of one source repeat, and marks them with 1; other reasons may still come first.
 *
 * Of an order-level total one version stays: one that has an amount at all (a file may begin in the middle of an order), then
 * that of the file that says most of its orders (one without a status cannot
 * tell a cancelled order), then of the file whose newest row is newer, then the larger refund, then the larger amount, then
 * the file that comes later by name. Line items are joined as multisets: each distinct row stays as often as in the file in
 * which it occurs most.
 *
 * @returns the rows that were found to be repetitions by what they hold
 * @throws NeedsRowHashes where rows must be compared, and were not hashed
 */
export function markDuplicates(
  rows: ReadonlyRows,
  groups: OrderGroups,
  { files, perOrder, richness, joinsRows, areHashed, marks }: Overlap & { readonly marks: Uint8Array },
): readonly Repetition[] {
  if (files.size < 2) return [];
  const spans = daySpans(rows, files);
  if (perOrder) keepNewestVersions(rows, groups, { files, spans, richness, marks });
  if (!joinsRows) return [];
  const compared = candidates(rows, spans, perOrder);
  if (compared.length > 0 && !areHashed) throw new NeedsRowHashes();
  return keepMultisetUnion(rows, compared, marks);
}

type DaySpans = ReadonlyMap<number, { readonly first: number; readonly last: number }>;

function daySpans(rows: ReadonlyRows, files: ReadonlySet<number>): DaySpans {
  const spans = new Map<number, { first: number; last: number }>();
  for (let row = 0; row < rows.length; row += 1) {
    const [file, day] = [rows.file[row] as number, rows.day[row] as number];
    if (day === NO_DAY || rows.reason[row] !== 0 || !files.has(file)) continue;
    const span = spans.get(file);
    if (span === undefined) spans.set(file, { first: day, last: day });
    else {
      span.first = Math.min(span.first, day);
      span.last = Math.max(span.last, day);
    }
  }
  return spans;
}

function keepNewestVersions(
  rows: ReadonlyRows,
  groups: OrderGroups,
  {
    files,
    spans,
    richness,
    marks,
  }: Pick<Overlap, "files" | "richness"> & { readonly spans: DaySpans; readonly marks: Uint8Array },
): void {
  for (const group of groups.several) {
    const members = groups.rowsOf(group).filter((row) => files.has(rows.file[row] as number));
    const first = members[0];
    if (first === undefined || !spans.has(rows.file[first] as number)) continue;
    if (members.every((row) => rows.file[row] === rows.file[first])) continue;
    const winner = bestVersion(rows, members, { spans, richness });
    for (const row of members) if (rows.file[row] !== winner && rows.reason[row] === 0) marks[row] = 1;
  }
}

function bestVersion(
  rows: ReadonlyRows,
  members: Int32Array,
  { spans, richness }: { spans: DaySpans; richness: Overlap["richness"] },
): number {
  const versions = new Map<
    number,
    { readonly file: number; refund: number; amount: number; usable: boolean; priced: boolean }
  >();
  for (const row of members) {
    const file = rows.file[row] as number;
    const version = versions.get(file) ?? { file, refund: 0, amount: 0, usable: false, priced: false };
    versions.set(file, version);
    if (rows.reason[row] !== 0) continue;
    version.usable = true;
    version.priced ||= !Number.isNaN(rows.amount[row]);
    version.refund = Math.max(version.refund, rows.refunded[row] as number);
    version.amount = Math.max(version.amount, rows.amount[row] || 0);
  }
  const newest = (file: number): number => spans.get(file)?.last ?? NO_DAY;
  const [best] = [...versions.values()].sort(
    (a, b) =>
      Number(b.usable) - Number(a.usable) ||
      Number(b.priced) - Number(a.priced) ||
      richness(b.file) - richness(a.file) ||
      newest(b.file) - newest(a.file) ||
      b.refund - a.refund ||
      b.amount - a.amount ||
      b.file - a.file,
  );
  return best?.file ?? -1;
}

/** The rows that may stand in another file too: of days that two files share, or without a day of their own. */
function candidates(rows: ReadonlyRows, spans: DaySpans, withoutOrderOnly: boolean): Int32Array {
  const files = [...spans.keys()];
  const sharing = (file: number, day: number): boolean =>
    files.some(
      (other) => other !== file && day >= (spans.get(other)?.first ?? 0) && day <= (spans.get(other)?.last ?? -1),
    );
  const overlapping = new Set(
    files.filter((file) => files.some((other) => other !== file && spansMeet(spans.get(file), spans.get(other)))),
  );
  const found: number[] = [];
  for (let row = 0; row < rows.length; row += 1) {
    const file = rows.file[row] as number;
    if (rows.reason[row] !== 0 || !overlapping.has(file)) continue;
    if (withoutOrderOnly && (rows.order[row] as number) >= 0) continue;
    const day = rows.day[row] as number;
    if (day === NO_DAY || sharing(file, day)) found.push(row);
  }
  return Int32Array.from(found);
}

function spansMeet(
  a: { first: number; last: number } | undefined,
  b: { first: number; last: number } | undefined,
): boolean {
  return a !== undefined && b !== undefined && a.first <= b.last && b.first <= a.last;
}

function keepMultisetUnion(rows: ReadonlyRows, candidateRows: Int32Array, marks: Uint8Array): readonly Repetition[] {
  const repetitions: Repetition[] = [];
  const { hashA, hashB, file } = rows;
  const sorted = candidateRows.sort(
    (a, b) =>
      (hashA[a] as number) - (hashA[b] as number) ||
      (hashB[a] as number) - (hashB[b] as number) ||
      (file[a] as number) - (file[b] as number) ||
      a - b,
  );
  let start = 0;
  for (let end = 1; end <= sorted.length; end += 1) {
    const [first, next] = [sorted[start] as number, sorted[end]];
    if (next !== undefined && hashA[next] === hashA[first] && hashB[next] === hashB[first]) continue;
    if (end - start > 1) keepFullestFile(rows, sorted.subarray(start, end), { marks, repetitions });
    start = end;
  }
  return repetitions;
}

/** Of equal rows in several files, keeps those of the file that has most of them (the first such file). */
function keepFullestFile(
  rows: ReadonlyRows,
  equal: Int32Array,
  { marks, repetitions }: { marks: Uint8Array; repetitions: Repetition[] },
): void {
  const counts = new Map<number, number>();
  for (const row of equal) counts.set(rows.file[row] as number, (counts.get(rows.file[row] as number) ?? 0) + 1);
  if (counts.size < 2) return;
  const most = Math.max(...counts.values());
  const keeper = [...counts].find(([, count]) => count === most)?.[0] ?? -1;
  for (const row of equal) {
    if (rows.file[row] === keeper) continue;
    marks[row] = 1;
    repetitions.push({ row, keeper });
  }
}
