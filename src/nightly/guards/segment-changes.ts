import { peopleCount, plural } from "../../basics/text/words.ts";
import { type GuardedRun, type GuardFinding, type LastRun, percent, withoutLast } from "./finding.ts";

/** So many customers more or fewer are no reason to stop, whatever their share. */
const CUSTOMERS_MAY_CHANGE = 20;

/**
 * A segment that held less than this share of all customers counts as if it had held it, and may grow from there: where a cut
 * point moves from one order to two, such a segment doubles or halves in an ordinary month. In nightly, weekly and monthly runs over the
 * half year of fixtures/online-retail, none of a tenth or more changed its share by half.
 */
const SENSIBLE_SHARE = 0.1;

/**
 * Compares each segment's share of all customers, not its number: a shop that grows, or sells more in one month, gives every
 * segment more customers. How many customers there are in all is compared on its own.
 */
export function segmentChanges(
  { scheme, segments }: Pick<GuardedRun, "scheme" | "segments">,
  last: LastRun,
  most: number,
): readonly GuardFinding[] {
  const guard = "segment-change-percent";
  if (typeof last === "string") return [withoutLast(guard, last)];
  const names = segments.map(([segment]) => segment);
  if (last.scheme !== scheme || names.join("\n") !== [...last.segments.keys()].join("\n")) {
    return [{ guard, passed: true, text: "the last run had different segments: not compared" }];
  }
  const [before, now] = [sumOf(last.segments.values()), sumOf(segments.map(([, customers]) => customers))];
  const failed = [
    ...allCustomersChange({ before, now, most }),
    ...segments.flatMap(([segment, customers]) =>
      shareChange(segment, {
        before: { customers: last.segments.get(segment) ?? 0, all: before },
        now: { customers, all: now },
        most,
      }),
    ),
  ].map((text): GuardFinding => ({ guard, passed: false, text }));
  if (failed.length > 0) return failed;
  const text = `neither the number of customers nor a larger segment's share of them changed by more than ${percent(most)}`;
  return [{ guard, passed: true, text }];
}

function allCustomersChange({ before, now, most }: { before: number; now: number; most: number }): readonly string[] {
  if (!isLarge(now - before, before, most)) return [];
  return [`${plural(now, "customer")}, ${peopleCount(before)} in the last run: ${changeText(before, now, most)}`];
}

/** A segment's customers among all. */
interface SegmentShare {
  readonly customers: number;
  readonly all: number;
}

function shareChange(
  segment: string,
  { before, now, most }: { readonly before: SegmentShare; readonly now: SegmentShare; readonly most: number },
): readonly string[] {
  const [shareBefore, share] = [shareOf(before), shareOf(now)];
  const expected = shareBefore * now.all;
  const isSensible = shareBefore >= SENSIBLE_SHARE || share > SENSIBLE_SHARE * (1 + most / 100);
  if (!isSensible || !isLarge(now.customers - expected, expected, most)) return [];
  return [
    `${segment}: ${percent(share * 100)} of the customers (${ofAll(now)}), ${percent(shareBefore * 100)} in the last run (${ofAll(before)}): ${changeText(shareBefore, share, most)}`,
  ];
}

function isLarge(change: number, before: number, most: number): boolean {
  return Math.abs(change) > CUSTOMERS_MAY_CHANGE && Math.abs(change) * 100 > before * most;
}

function shareOf({ customers, all }: SegmentShare): number {
  return all === 0 ? 0 : customers / all;
}

/** `240 of 2,400`. */
function ofAll({ customers, all }: SegmentShare): string {
  return `${peopleCount(customers)} of ${peopleCount(all)}`;
}

function changeText(before: number, now: number, most: number): string {
  if (before === 0) return `there were none (at most ${percent(most)} more)`;
  const change = (now / before - 1) * 100;
  return `${percent(Math.abs(change))} ${change > 0 ? "more" : "less"} (at most ${percent(most)})`;
}

function sumOf(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
