import { formatDay } from "../../core/calendar/days.ts";
import type { Comparison, CustomerMove, Flow } from "../../core/compare/compare-snapshots.ts";
import { peopleCount, plural } from "../../core/words.ts";
import { peopleMoney } from "../people.ts";
import { placeName } from "./places.ts";

/** What the comparison is of: `From 2011-04-30 (2,434 customers, 1,234.00) to …`. */
export function compareTitle(comparison: Comparison): string {
  const { changes, fromDay, toDay } = comparison;
  const sum = (pick: "before" | "after"): number => changes.reduce((total, change) => total + change[pick], 0);
  const money = (pick: "moneyBefore" | "moneyAfter"): bigint =>
    changes.reduce((total, change) => total + change[pick], 0n);
  const day = (value: number | null): string => (value === null ? "" : `${formatDay(value)} `);
  const [before, after] = [plural(sum("before"), "customer"), plural(sum("after"), "customer")];
  return `From ${day(fromDay)}(${before}, ${peopleMoney(money("moneyBefore"))}) to ${day(toDay)}(${after}, ${peopleMoney(money("moneyAfter"))})`;
}

/** The heaviest loss in one plain sentence: `37 customers worth 81,200.00 left Champions; 29 of them for At Risk.` */
export function compareSentence(comparison: Comparison): string {
  const { changes, flows, segments, moves } = comparison;
  const losing = changes.filter((change) => change.left > 0);
  const [worst] = losing.toSorted(
    (a, b) =>
      Number(b.moneyLeft - a.moneyLeft) || b.left - a.left || segments.indexOf(a.segment) - segments.indexOf(b.segment),
  );
  if (worst === undefined) {
    return moves.length === 0 ? "Nobody moved." : `Nobody left a segment; ${plural(moves.length, "customer")} came.`;
  }
  const from = segments.indexOf(worst.segment);
  const ways = flows.filter((flow) => flow.from === from && flow.to !== from);
  const [most, second] = ways.toSorted((a, b) => b.customers - a.customers);
  const left = `${plural(worst.left, "customer")} worth ${peopleMoney(worst.moneyLeft)} left ${worst.segment}`;
  const next = second === undefined ? "" : `, ${peopleCount(second.customers)} ${whither(comparison, second)}`;
  if (most === undefined) return `${left}.`;
  const share =
    most.customers === worst.left ? (worst.left === 1 ? "" : "all ") : `${peopleCount(most.customers)} of them `;
  return `${left}; ${share}${whither(comparison, most)}${next}.`;
}

function whither(comparison: Comparison, { to }: Flow): string {
  return to === "lapsed" ? "without a purchase in the window any more" : `for ${placeName(comparison, to)}`;
}

/** How many rose and fell in their scores, and what they are worth. */
export function riseSentence({ risers, fallers }: Comparison): string {
  const worth = (moves: readonly CustomerMove[]): string =>
    peopleMoney(moves.reduce((sum, move) => sum + BigInt(move.moneyBefore ?? 0), 0n));
  return (
    `The scores of ${plural(risers.length, "customer")} (worth ${worth(risers)} before) add up to more than before, ` +
    `those of ${plural(fallers.length, "customer")} (${worth(fallers)}) to less.`
  );
}
