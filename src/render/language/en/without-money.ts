import type { Direction } from "../../../analysis/compare/direction.ts";
import type { PeriodKind } from "../../../basics/calendar/period.ts";
import type { CompareSide } from "./compare.ts";
import { type DigestChange, digestChanges, moreCustomers } from "./digest.ts";
import { type EnglishGrammar, periodName } from "./grammar.ts";

/** A text and what it means. */
const pair = (text: string, meaning: string): [text: string, meaning: string] => [text, meaning];

/** What is said where the orders have no money, in place of sentences that speak of it; each has the name of what it replaces. */
export function englishWithoutMoney({
  count,
  share,
  day,
  days,
  plural,
  customers,
  orders,
  rows,
  minus,
}: EnglishGrammar) {
  const compared = (now: { customers: number }, difference: { customers: number }): string =>
    `${customers(now.customers)} (${moreCustomers(difference.customers, count)})`;
  return {
    /** What stands nowhere else. */
    only: {
      note: "the orders have no money (--amount none): customers are scored on recency and frequency only",
      presetNote:
        "amounts only tell which orders count, because of --amount none: customers are scored on recency and frequency only",
      returning: (part: number) => `${share(part)} of them have ordered more than once so far.`,
    },
    report: {
      gridLegend: "Each cell: customers; the highest score is best on both axes.",
      whatToDo: "What to do, largest segment first",
      read: (read: { rows: number; files: number }) =>
        `${rows(read.rows)} read from ${plural(read.files, "file")}, without money.`,
      used: (used: { rows: number; orders: number; refunds: number }) =>
        `${rows(used.rows)} used: ${orders(used.orders)}${used.refunds === 0 ? "" : ` and ${plural(used.refunds, "refund")}`}.`,
      aside: (aside: { rows: number; reasons: string }) => `${rows(aside.rows)} set aside: ${aside.reasons}.`,
      returning: "Returning customers",
      returningShare: (_: number | null, amount: number) => `${customers(amount)} with two orders or more`,
      segmentFigures: (amount: number) => customers(amount),
    },
    lead: {
      what: (from: number, to: number, amount: number, placed: number) =>
        `From ${day(from)} to ${day(to)}, ${customers(amount)} placed ${orders(placed)}.`,
    },
    scope: {
      aside: (aside: number, all: number, _: string, reason: string) =>
        `Left out: ${count(aside)} of ${rows(all)}; the largest reason: ${reason}.`,
    },
    finding: {
      silent: (amount: number) => `${customers(amount)} ${amount === 1 ? "has" : "have"} lapsed`,
      totals: (amount: number, placed: number) => `${customers(amount)} placed ${orders(placed)}`,
    },
    quiet: {
      valuable: (lapseDays: number, amount: number) =>
        `${amount === 1 ? "This customer has" : "They have"} not ordered for more than ${days(lapseDays)}; nine in ten of those who came back never paused for longer.`,
      notLost: (_amount: number, _since: number | null) => "",
      none: (lapseDays: number) => `No customer has been silent for more than ${days(lapseDays)}`,
    },
    first: {
      spent: () => "",
      groups: { lapsed: "customers who have lapsed" },
      none: "No group has a customer, so none can be put first.",
      noneClear:
        "In no group have three in four customers ordered recently, or been silent for a long time, so none is put first.",
    },
    segments: {
      intro: () =>
        "Every customer is in exactly one group (a segment), by two things: how recently they last ordered, and how often they order.",
      mapCaption: "Each bar is the group's share of all customers. The largest group stands first.",
      tableIntro: "The largest group first. Typical means the median: half have less, half have more.",
    },
    spread: {
      intro:
        "Where the customers stand on each of the two measures. Dashed lines are the cut points between one score and the next; the scores stand above.",
    },
    movement: {
      fell: (amount: number, _: string, from: number) =>
        `${customers(amount)} did not order after ${day(from)} and moved to a lower group`,
      rose: (amount: number, _: string, from: number) =>
        `${customers(amount)} ordered after ${day(from)} and moved to a higher group`,
      largestRises: () => "The largest moves up with an order",
      largestFalls: () => "The largest moves down without an order",
    },
    terms: {
      order: pair("Order", "All rows of an export with the same order number. It counts when its status counts."),
      score: pair(
        "Score",
        "Each measure's place among all customers, from 1 up; the highest is best. Two scores written together, such as 54, are recency and frequency.",
      ),
    },
    choice: { windowFor: "the window limits frequency only" },
    compare: {
      title: (from: CompareSide, to: CompareSide) => {
        const side = (one: CompareSide): string =>
          `${one.day === null ? "" : `${day(one.day)} `}(${customers(one.customers)})`;
        return `From ${side(from)} to ${side(to)}`;
      },
      leftSegment: (left: number, segment: string) => `${customers(left)} left ${segment}`,
      moved: ({ up, down, aside }: Readonly<Record<Direction, { readonly customers: number }>>) => {
        const others =
          aside.customers === 0
            ? ""
            : `; ${count(aside.customers)} ${aside.customers === 1 ? "is" : "are"} neither (a lower segment with an order, or a higher without one)`;
        return `${customers(up.customers)} ordered in between and moved up, ${count(down.customers)} did not and moved down${others}. A segment is higher the earlier it stands in the scheme.`;
      },
      rose: (up: number, _: bigint, down: number) =>
        `${customers(up)} ordered in between and have scores that add up to more than before; the scores of ${count(down)} add up to less.`,
      scoreFiles: "moves are meaningful only if both files were scored with the same options (--model)",
    },
    explain: {
      ordersSentence: (facts: { orders: number; first: number; last: number }) =>
        `${orders(facts.orders)} ${facts.first === facts.last ? `on ${day(facts.first)}` : `from ${day(facts.first)} to ${day(facts.last)}`}.`,
      notCountedFor: (reason: string, amount: number) => `${reason}: ${count(amount)}`,
      orderEvent: (_: unknown, by: number, outcome: string) => `an order by ${day(by)}: ${outcome}`,
    },
    scoring: {
      onlyGrow:
        "without a window, frequency only grows, so under frozen cut points its scores rarely fall: a --window that is long enough to show who stays away lets them fall",
    },
    figures: {
      orders: pair("Orders", "Purchases that count: accepted, not a test."),
      levels: pair("Levels", "The highest score of recency and frequency."),
    },
    sheetColumns: {
      rfm_cell: pair("RF cell", "The two scores side by side."),
      dimension: pair("Measure", "Recency or frequency."),
    },
    rankings: { "r+f+m": "R + F" },
    digest: {
      totals: (now: { customers: number }) => `${customers(now.customers)}.`,
      nothingNew: (now: { customers: number }) =>
        `Nothing new: the last set has the same as-of date and the same number of customers, ${count(now.customers)}.`,
      corrected: (now: { customers: number }, difference: { customers: number }) =>
        `The last set has the same as-of date, but the data has changed since: ${compared(now, difference)}.`,
      since: (last: number, now: { customers: number }, difference: { customers: number }) =>
        `Since the last set, of ${day(last)}: ${compared(now, difference)}.`,
      period: (said: {
        period: string;
        kind: PeriodKind;
        customers: number;
        customerChanges: readonly DigestChange[];
      }) =>
        `${periodName(said.period)}, the newest complete ${said.kind}: ${customers(said.customers)} ordered${digestChanges(said.customerChanges, { share, minus })}.`,
      moved: (up: { customers: number }, down: { customers: number }) =>
        `${customers(up.customers)} ordered and moved up; ${count(down.customers)} did not order and moved down.`,
      changedSegment: (said: { segment: string; entered: number; left: number }) =>
        `${said.segment} ${said.entered > said.left ? "grew" : "shrank"}: ${count(said.entered)} came, ${count(said.left)} left.`,
    },
    ledger: { line: (amount: number, reason: string) => `${count(amount)} ${reason}` },
    inspect: { statusRows: (amount: number) => rows(amount) },
  };
}
