import type { NoMovement } from "../../../analysis/report/movement.ts";
import type { Dimension } from "../../../analysis/scores/dimension.ts";
import type { PeriodKind } from "../../../basics/calendar/period.ts";
import { signOf } from "../signed-share.ts";
import type { EnglishGrammar } from "./grammar.ts";

/** Some of the customers, and what they bring. */
export interface Bringers {
  readonly customers: number;
  readonly customerShare: number;
  readonly revenueShare: number;
}

/** The report as text and Markdown. */
export function englishReport({ count, money, share, day, plural, customers, rows, points, minus }: EnglishGrammar) {
  return {
    title: (exports: string, asOf: number) => `Customer report: ${exports}, as of ${day(asOf)}`,
    standardInput: "standard input",
    written: (file: string) => `report written to ${file}`,
    reading: "What was read and what was set aside",
    headline: "Headline figures",
    segments: "Segments",
    grid: "Customers by recency and frequency score",
    gridLegend: "Each cell: customers, and their share of revenue; the highest score is best on both axes.",
    cutPoints: "Cut points",
    retention: (kind: PeriodKind) => `Retention by ${kind}`,
    whatToDo: "What to do, largest revenue first",
    notes: "Notes",
    noNotes: "None.",
    developed: "How it developed",
    more: "With --full: scores, cut points, cohorts, movement, and what to do about each segment. With -o report.html: the page.",
    /** Here and below, `currency` has a blank before it, or is empty. */
    read: (read: { rows: number; files: number; worth: bigint; currency: string }) =>
      `${rows(read.rows)} read from ${plural(read.files, "file")}, worth ${money(read.worth)}${read.currency}.`,
    used: (used: {
      rows: number;
      orders: number;
      /** Orders of which a part was refunded, and how much in all. */
      reduced: number;
      takenOff: bigint;
      refunds: number;
      net: bigint;
      currency: string;
    }) => {
      const reduced = used.reduced === 0 ? "" : ` (${count(used.reduced)} refunded in part, ${money(used.takenOff)})`;
      const refunds = used.refunds === 0 && used.reduced > 0 ? "no separate refund" : plural(used.refunds, "refund");
      return `${rows(used.rows)} used: ${plural(used.orders, "order")}${reduced} and ${refunds}, net ${money(used.net)}${used.currency}.`;
    },
    nothingAside: "No row was set aside.",
    aside: (aside: { rows: number; worth: bigint; currency: string; reasons: string }) =>
      `${rows(aside.rows)} set aside, worth ${money(aside.worth)}${aside.currency}: ${aside.reasons}.`,
    /** @param windowStart `null` where all history counts */
    covers: (from: number, to: number, windowStart: number | null) =>
      `Orders from ${day(from)} to ${day(to)}; ${windowStart === null ? "all history counts" : `the window begins on ${day(windowStart)}`}.`,
    asOf: (asOf: number, isGiven: boolean) =>
      `As of ${day(asOf)}, ${isGiven ? "set by --as-of" : "the newest day in the data (--as-of chooses another)"}.`,
    customers: "Customers",
    orders: "Orders",
    revenue: "Revenue, net of refunds",
    averageOrder: "Average order value",
    returning: "Revenue from returning customers",
    /** @param fraction `null` where there is no revenue to share */
    returningShare: (fraction: number | null, amount: number) =>
      `${fraction === null ? "–" : share(fraction)} (${customers(amount)} with two orders or more)`,
    frequencyScore: (score: number) => `frequency ${score}`,
    /** The same where there is little room. */
    shortFrequencyScore: (score: number) => `F${score}`,
    recencyScore: (score: number) => `recency ${score}`,
    score: "score",
    measures: {
      recency: "days since last order",
      frequency: "orders",
      monetary: "net spend",
    } satisfies Readonly<Record<Dimension, string>> as Readonly<Record<Dimension, string>>,
    byRank: "by rank",
    byCell: "by cell",
    anyValue: "all",
    upTo: (value: string) => `to ${value}`,
    over: (value: string) => `over ${value}`,
    orMore: (value: string) => `${value} or more`,
    segmentFigures: (amount: number, revenue: bigint) => `${customers(amount)}, ${money(revenue)}`,
    /** The lines of small bars under the table of periods. */
    trend: {
      customers: "Customers",
      revenue: "Revenue",
      periods: (first: string, last: string) => `${first} to ${last}`,
      /** Of the complete periods. */
      range: (low: string, high: string) => `lowest ${low}, highest ${high}`,
      notDrawn: "(not drawn: bars need two periods above zero and none below)",
      partial: (kind: PeriodKind) => `* incomplete ${kind}, not counted in lowest and highest.`,
      unknown: (kind: PeriodKind) => `? ${kind} without data.`,
    },
    avoid: (text: string) => `Avoid: ${text}`,
    watch: (text: string) => `Watch: ${text}`,
    /** The newest complete period next to earlier ones. */
    latest: {
      title: "What changed",
      before: "period before",
      change: "change",
      yearBefore: "a year before",
      changeOnYear: "change on a year",
      /** The revenue of the newest twelve complete months, or of 52 weeks, against the same time before. */
      year: (revenue: string, change: number, kind: PeriodKind) => {
        const span = kind === "week" ? "52\u00A0weeks" : "12\u00A0months";
        const than = change === 0 ? "the same as in" : `${change > 0 ? "▲" : "▼"}\u00A0${share(Math.abs(change))} on`;
        return `Revenue of the last ${span}: ${revenue}, ${than} the ${span} before`;
      },
      /** A change of a rate in tenths of a percentage point. */
      points: (tenths: number) => `${signOf(tenths, { minus })}${points(tenths)}`,
    },
    ownCutPoints:
      "These cut points come from the customers in this report; other data or another as-of date give different ones.",
    distributions: "How the measures are spread",
    concentration: "Who brings the revenue",
    /** The fewest customers who are a fifth of all, and the fewest who bring half of the revenue. */
    brings: (fifth: Bringers, half: Bringers) =>
      `The ${customers(fifth.customers)} who spent most (${share(fifth.customerShare)} of all) ${fifth.customers === 1 ? "brings" : "bring"} ${share(fifth.revenueShare)} of the revenue; ` +
      `${count(half.customers)} (${share(half.customerShare)}) ${half.customers === 1 ? "brings" : "bring"} half of it.`,
    negativeCustomers: (amount: number) => `${customers(amount)} sent back more than they bought.`,
    tooFewToShare: "Fewer than five customers: shares of revenue say little yet.",
    noRevenue: "There is no revenue to divide: refunds equal or exceed purchases.",
    largest: "the largest",
    topCustomers: (amount: number) =>
      amount === 1 ? "The customer who spent most" : `The ${count(amount)} customers who spent most`,
    cohorts: (kind: PeriodKind) => `Who buys again, by the ${kind} of the first order`,
    repeat: "Who comes back, and when",
    olderCohorts: (amount: number) => `${plural(amount, "older cohort")} not shown; rfm cohorts has them all.`,
    movement: "Who moved between segments",
    movedBetween: (from: number, to: number) =>
      `From ${day(from)} to ${day(to)}. Both days are scored with the cut points of ${day(to)}, so every move is the customer's own.`,
    columns: {
      customer: "customer",
      spend: "spend",
      orders: "orders",
      lastOrder: "last order",
      segment: "segment",
      customers: "customers",
      ofCustomers: "of customers",
      revenue: "revenue",
      ofRevenue: "of revenue",
      file: "file",
      bytes: "bytes",
      rows: "rows",
      sha256: "SHA-256",
    },
    noMovement: {
      ranked: "Not shown: scores by rank have no cut points to score an earlier day with.",
      "too early": "No customer had bought by one period before the as-of date, so there are no moves to show yet.",
    } satisfies Readonly<Record<NoMovement, string>> as Readonly<Record<NoMovement, string>>,
  };
}
