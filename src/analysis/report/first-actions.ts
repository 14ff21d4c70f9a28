import type { SegmentSummaries, SegmentSummary } from "../segments/summarise-segments.ts";
import type { Finding } from "./finding.ts";
import type { GroupFigures } from "./group-figures.ts";
import type { Priorities } from "./priorities.ts";

/** What to do with a group, from the most urgent. */
export type ActionKind = "win back" | "keep" | "second order" | "next order";

/**
 * The customers of one segment, an index into the scheme's; or a group that is no segment: the good customers who have lapsed,
 * the best fifth, those who ordered only once.
 */
export type ActionGroup = number | "lapsed" | "best fifth" | "ordered once";

/** A group to begin with, and what for. */
export interface FirstChoice {
  readonly kind: ActionKind;
  readonly group: ActionGroup;
}

/** The same in figures. `rfm lists` writes exactly these customers; of them those who may be written to, where that is known. */
export interface FirstAction extends FirstChoice, GroupFigures {
  /** How many of them may be written to: those are on the list; `null` where nothing says so, and all of them are. */
  readonly mayBeWrittenTo: number | null;
  /** How many of those on the list are on the first one, too; 0 for the first one. */
  readonly alsoFirst: number;
}

export interface FirstChoiceFacts {
  readonly priorities: Priorities;
  readonly finding: Pick<Finding, "kind">;
  /** Whether `rfm lists` can write the best fifth that the report speaks of. */
  readonly hasBestFifth: boolean;
  /** How many customers have ordered only once; 0 where there is no revenue. */
  readonly orderedOnce: number;
}

/**
 * At most three groups to begin with: who to win back, who to keep, who to lead to a second order. The first is whom the headline
 * counts: all good customers who have lapsed, or where there are none the best fifth.
 *
 * The second order is for the largest segment with revenue of which three in four have ordered only once, and recently; ties go
 * to the first. Where there is none, it is for all who have ordered only once; where nobody has, the other recent customers are to
 * order next. Where it cannot be told who has lapsed, no segment is named.
 */
export function firstChoices(
  summaries: Pick<SegmentSummaries, "segments" | "hasMoney">,
  { priorities, finding, hasBestFifth, orderedOnce }: FirstChoiceFacts,
): readonly FirstChoice[] {
  const { best, next, slipping } = priorities;
  const choice = (kind: ActionKind, group: ActionGroup | null): readonly FirstChoice[] =>
    group === null ? [] : [{ kind, group }];
  const isOfBestFifth = finding.kind === "best fifth" && hasBestFifth;
  const kept = choice("keep", isOfBestFifth ? "best fifth" : best);
  const led = [
    ...choice("second order", onceRecently(summaries, priorities)),
    ...choice("second order", orderedOnce === 0 ? null : "ordered once"),
    ...choice("next order", next),
  ].slice(0, 1);
  if (finding.kind === "silent") return [...choice("win back", "lapsed"), ...kept, ...led];
  return [...kept, ...led, ...choice("win back", slipping)];
}

/** The largest of the other segments in which three in four have ordered only once, and recently; `null` where there is none. */
function onceRecently(
  { segments, hasMoney }: Pick<SegmentSummaries, "segments" | "hasMoney">,
  { slipping, best }: Priorities,
): number | null {
  const isCandidate = ({ customers, revenue, held }: SegmentSummary, index: number): boolean =>
    (hasMoney ? revenue > 0n : customers > 0) &&
    index !== slipping &&
    index !== best &&
    held?.includes("once") === true &&
    held.includes("recent");
  const [once] = [...segments.entries()]
    .filter(([index, summary]) => isCandidate(summary, index))
    .toSorted(([a, one], [b, other]) => other.customers - one.customers || a - b);
  return once?.[0] ?? null;
}
