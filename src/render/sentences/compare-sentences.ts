import type { Comparison, CustomerMove } from "../../analysis/compare/compare-snapshots.ts";
import type { Flow } from "../../analysis/compare/flow.ts";
import type { Language } from "../language/language.ts";
import { placeName } from "./place-name.ts";

/** What the comparison is of: `From 2011-04-30 (2,434 customers, 1,234.00) to …`. */
export function compareTitle({ changes, fromDay, toDay }: Comparison, { words }: Language): string {
  const sum = (pick: "before" | "after"): number => changes.reduce((total, change) => total + change[pick], 0);
  const money = (pick: "moneyBefore" | "moneyAfter"): bigint =>
    changes.reduce((total, change) => total + change[pick], 0n);
  return words.compare.title(
    { day: fromDay, customers: sum("before"), money: money("moneyBefore") },
    { day: toDay, customers: sum("after"), money: money("moneyAfter") },
  );
}

/** The heaviest loss in one plain sentence: `37 customers worth 81,200.00 left Champions; 29 of them for At Risk.` */
export function compareSentence(
  comparison: Pick<Comparison, "changes" | "flows" | "segments">,
  language: Language,
): string {
  const { changes, flows, segments } = comparison;
  const words = language.words.compare;
  const losing = changes.filter((change) => change.left > 0);
  const [worst] = losing.toSorted(
    (a, b) =>
      Number(b.moneyLeft - a.moneyLeft) || b.left - a.left || segments.indexOf(a.segment) - segments.indexOf(b.segment),
  );
  if (worst === undefined) {
    const moved = flows.reduce((sum, { from, to, customers }) => sum + (from === to ? 0 : customers), 0);
    return moved === 0 ? words.nobodyMoved : words.nobodyLeft(moved);
  }
  const from = segments.indexOf(worst.segment);
  const whither = ({ to, customers }: Flow): { customers: number; to: string | null } => ({
    customers,
    to: to === "lapsed" ? null : placeName(comparison, to, language),
  });
  return words.heaviestLoss({
    segment: worst.segment,
    left: worst.left,
    worth: worst.moneyLeft,
    ways: flows
      .filter((flow) => flow.from === from && flow.to !== from)
      .toSorted((a, b) => b.customers - a.customers)
      .map(whither),
  });
}

/** How many rose and fell in their scores, and what they are worth. */
export function riseSentence({ risers, fallers, raisedByOthers }: Comparison, { words }: Language): string {
  const worth = (moves: readonly CustomerMove[]): bigint =>
    moves.reduce((sum, move) => sum + BigInt(move.moneyBefore ?? 0), 0n);
  const rose = words.compare.rose(risers.length, worth(risers), fallers.length, worth(fallers));
  return raisedByOthers === 0 ? rose : `${rose} ${words.compare.raisedByOthers(raisedByOthers)}`;
}
