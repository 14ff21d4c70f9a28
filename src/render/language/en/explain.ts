import type { EnglishGrammar, Names } from "./grammar.ts";

/** A cell for a sentence, and how the scheme's own levels read it. */
function cellRead({ cell, read, levels }: { cell: string; read: string | null; levels: number }): string {
  return read === null ? `Cell ${cell}` : `Cell ${cell}, which the scheme reads as ${read} on its ${levels} levels,`;
}

/** What `rfm explain` says. */
export function englishExplain({ count, money, day, plural, customers }: EnglishGrammar) {
  return {
    title: (id: string, segment: string, asOf: number) => `${id} is in ${segment} as of ${day(asOf)}`,
    orders: "Orders",
    scores: "Scores",
    why: "Why this segment",
    whatWouldChange: "What would change it, under today's cut points",
    columns: {
      day: "day",
      amount: "amount",
      refunded: "refunded",
      measure: "measure",
      value: "value",
      score: "score",
      lower: "lower score",
      higher: "higher score",
    },
    refund: "refund",
    /** Next to an order that does not count; the reason as the ledger names it. */
    doesNotCount: (reason: string) => `does not count: ${reason}`,
    earlier: (amount: number) => `and ${count(amount)} earlier`,
    ordersSentence: (orders: {
      orders: number;
      first: number;
      last: number;
      worth: bigint;
      /** The refunded parts, which `worth` no longer has. */
      takenOff: bigint;
      refunds: number;
      refunded: bigint;
    }) => {
      const span =
        orders.first === orders.last ? `on ${day(orders.first)}` : `from ${day(orders.first)} to ${day(orders.last)}`;
      const off = orders.takenOff === 0n ? "" : ` after ${money(orders.takenOff)} refunded on them`;
      const back =
        orders.refunds === 0 ? "" : `, less ${plural(orders.refunds, "later refund")} of ${money(orders.refunded)}`;
      return `${plural(orders.orders, "order")} ${span}, worth ${money(orders.worth)}${off}${back}.`;
    },
    /** @param each reasons with their numbers, `status: 1 (45.00)` */
    notCounted: (amount: number, each: Names) =>
      `${plural(amount, "more order or refund", "more orders or refunds")} ${amount === 1 ? "does" : "do"} not count: ${each.join(", ")}.`,
    notCountedFor: (reason: string, amount: number, worth: bigint) =>
      `${reason}: ${count(amount)}${worth === 0n ? "" : ` (${money(worth)})`}`,
    scoreOf: (score: number, levels: number) => `${score} of ${levels}`,
    byRank: "by rank",
    days: (value: number) => plural(value, "day"),
    ordersMeasure: (value: number) => plural(value, "order"),
    over: (value: string) => `over ${value}`,
    upTo: (value: string) => `to ${value}`,
    /** The rule that matched; `read` is the cell as the scheme's own levels read it, `null` where they are the same. */
    fitsRule: (rule: {
      cell: string;
      read: string | null;
      levels: number;
      segment: string;
      rule: string;
      scheme: string;
    }) => `${cellRead(rule)} fits the rule of ${rule.segment}: ${rule.rule} (scheme ${rule.scheme}).`,
    oneOfCells: (rule: {
      cell: string;
      read: string | null;
      levels: number;
      segment: string;
      cells: Names;
      scheme: string;
    }) =>
      `${cellRead(rule)} is ${rule.cells.length === 1 ? "the one cell" : `one of the ${rule.cells.length} cells`} of ${rule.segment}: ${rule.cells.join(" ")} (scheme ${rule.scheme}).`,
    horizon: (days: { from: number; orders: number; orderDays: number; silence: number }) =>
      `Checked: one order on any day from ${day(days.from)} to ${day(days.orders)} (${plural(days.orderDays, "day")}), and no order at all up to ${day(days.silence)}.`,
    /** @param band the amounts (or margins) for which it is true, `null` for every amount; `atMost` `null` for no limit */
    orderEvent: (
      band: { atLeast: number; atMost: number | null; ofMargin: boolean } | null,
      by: number,
      outcome: string,
    ) => {
      const what = band?.ofMargin === true ? "an order with a margin of" : "an order of";
      if (band === null) return `an order of any amount by ${day(by)}: ${outcome}`;
      if (band.atMost === null) return `${what} ${money(band.atLeast)} or more by ${day(by)}: ${outcome}`;
      return `${what} ${money(band.atLeast)} to ${money(band.atMost)} by ${day(by)}: ${outcome}`;
    },
    silenceEvent: (outcome: string, from: number, to: number) =>
      from === to ? `no order: ${outcome} on ${day(from)}` : `no order: ${outcome} from ${day(from)} to ${day(to)}`,
    stays: (segment: string) => `still ${segment}`,
    notScored: "not scored, no purchase in the window",
    noCutPoints: "Not known: ntile ranks customers against each other, so there is no cut point to reach.",
    nothingChanges: "Neither one order nor two years without one would.",
    restsOnFew: (amount: number) =>
      `The cut points come from ${customers(amount)} only: a few more customers would move them, and these answers too.`,
  };
}
