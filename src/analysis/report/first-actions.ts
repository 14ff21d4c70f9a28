import type { SegmentSummaries, SegmentSummary } from "../segments/summarise-segments.ts";
import type { Priorities } from "./priorities.ts";

/** What to do with a group, from the most urgent. */
export type ActionKind = "win back" | "keep" | "second order" | "next order";

/** A group to begin with; its figures are those of its segment. */
export interface FirstAction {
  readonly kind: ActionKind;
  /** Index into the scheme's segments. */
  readonly segment: number;
}

/**
 * At most three groups to begin with, each another segment: who to win back, who to keep, who to lead to a second order.
 *
 * The second order is for the largest segment with revenue of which three in four have ordered only once, and recently;
 * ties go to the first. Where there is none, the other recent customers are to order next.
 */
export function firstActions(
  { segments, hasMoney }: Pick<SegmentSummaries, "segments" | "hasMoney">,
  priorities: Priorities,
): readonly FirstAction[] {
  const { slipping, best, next } = priorities;
  const isCandidate = ({ customers, revenue, held }: SegmentSummary, index: number): boolean =>
    (hasMoney ? revenue > 0n : customers > 0) &&
    index !== slipping &&
    index !== best &&
    held?.includes("once") === true &&
    held.includes("recent");
  const [once] = [...segments.entries()]
    .filter(([index, summary]) => isCandidate(summary, index))
    .toSorted(([a, one], [b, other]) => other.customers - one.customers || a - b);
  const action = (kind: ActionKind, segment: number | null): readonly FirstAction[] =>
    segment === null ? [] : [{ kind, segment }];
  return [
    ...action("win back", slipping),
    ...action("keep", best),
    ...(once === undefined ? action("next order", next) : action("second order", once[0])),
  ];
}
