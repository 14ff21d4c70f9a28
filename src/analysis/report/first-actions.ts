import type { SegmentSummaries, SegmentSummary } from "../segments/summarise-segments.ts";
import type { Lapsing } from "./lapsing.ts";
import type { Priorities } from "./priorities.ts";
import { moreSlipping } from "./weigh-segments.ts";

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
 * Of several to win back, the one whose good customers have spent the most stands first.
 *
 * The second order is for the largest segment with revenue of which three in four have ordered only once, and recently;
 * ties go to the first. Where there is none, the other recent customers are to order next. Where that makes fewer than three,
 * other segments follow whose customers have spent more than the typical one and been silent for a long time, those first
 * whose good customers have spent the most; without money, those with most customers who have been silent for a long time.
 */
export function firstActions(
  summaries: Pick<SegmentSummaries, "segments" | "hasMoney">,
  { priorities, lapsing }: { readonly priorities: Priorities; readonly lapsing: Lapsing | null },
): readonly FirstAction[] {
  const { segments, hasMoney } = summaries;
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
  const urgent = action("win back", slipping);
  const others = [
    ...action("keep", best),
    ...(once === undefined ? action("next order", next) : action("second order", once[0])),
  ];
  const byWeight = moreSlipping(summaries, lapsing);
  const taken = [...urgent, ...others].map(({ segment }) => segment);
  const alsoSilent = [...segments.entries()]
    .filter(([index, { customers, held }]) => customers > 0 && !taken.includes(index) && isWorthIt(held, hasMoney))
    .map(([index]) => index)
    .toSorted(byWeight)
    .slice(0, MOST - taken.length)
    .flatMap((index) => action("win back", index));
  const winBack = [...urgent, ...alsoSilent].toSorted((a, b) => byWeight(a.segment, b.segment));
  return [...winBack, ...others];
}

const MOST = 3;

/** Most of whom the headline counts: good customers who are slipping away; without money, all who are. */
function isWorthIt(held: SegmentSummary["held"], hasMoney: boolean): boolean {
  return held?.includes("silent") === true && (!hasMoney || held.includes("more"));
}
