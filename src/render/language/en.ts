import type { Direction } from "../../analysis/compare/direction.ts";
import type { Place } from "../../analysis/compare/flow.ts";
import type { NoMovement } from "../../analysis/report/movement.ts";
import type { Dimension } from "../../analysis/scores/dimension.ts";
import type { Claim } from "../../analysis/segments/claims.ts";
import type { Family } from "../../analysis/segments/family.ts";
import { daysNeeded, FEWEST_CUSTOMERS, type Untold } from "../../analysis/segments/yardstick.ts";
import type { PeriodKind } from "../../basics/calendar/period.ts";
import type { Span } from "../../basics/calendar/span.ts";
import type { CommonValues } from "../../basics/text/common-values.ts";
import type { SetAsideReason } from "../../orders/ledger/entries.ts";
import { FORECAST_SHEET_COLUMNS, forecastWords } from "./en-forecast.ts";
import type { PeopleFormats } from "./people-formats.ts";

/** A number and what it counts, `1 customer`, `2 customers`: the one place where English tells one from many. */
function pluralIn({
  count,
  number,
}: Pick<PeopleFormats, "count" | "number">): (amount: number, one: string, many?: string) => string {
  return (amount, one, many = `${one}s`) =>
    `${Number.isInteger(amount) ? count(amount) : number(amount)} ${amount === 1 ? one : many}`;
}

/** What a built-in scheme is called in another language; a text that is left out stays as the scheme has it. */
export interface SchemeWords {
  readonly description: string;
  /** By the segment's own name. */
  readonly segments: Readonly<Record<string, SegmentWords>>;
}

/** The texts of one built-in segment. */
export interface SegmentWords {
  readonly name: string;
  readonly meaning: string;
  readonly action: string;
  readonly avoid?: string;
  readonly measure?: string;
}

/** Another language's words for texts that are written in English elsewhere: what is matched, and what stands for it. */
export type Phrases = readonly (readonly [english: RegExp, other: (...groups: readonly string[]) => string])[];

/** Names for a sentence to list. */
type Names = readonly string[];

/** What the cohorts are followed by: a calendar period, or windows of so many days from each customer's own first. */
export type CohortStep = PeriodKind | number;

/** What a cell of the cohorts shows. */
type CohortMeasureName = "customers" | "rate" | "revenue" | "revenue-per-customer" | "cumulative" | "orders";

/** One of two days that are compared; a score file may have no day. */
export interface CompareSide {
  readonly day: number | null;
  readonly customers: number;
  readonly money: bigint;
}

/** Some of the customers, and what they bring. */
export interface Bringers {
  readonly customers: number;
  readonly customerShare: number;
  readonly revenueShare: number;
}

/** What the reasons for telling no group apart are about; `lapseDays` is 0 where nobody came back. */
export interface UntoldFigures {
  readonly customers: number;
  readonly repeaters: number;
  readonly historyDays: number;
  readonly lapseDays: number;
}

/** A measure of which the customers have few different values. */
interface FewValues {
  readonly dimension: Dimension;
  readonly distinct: number;
}

/** How many of all customers consented, and what the others' purchases say. */
interface ConsentCounts {
  readonly yes: number;
  readonly all: number;
  readonly answers: CommonValues;
}

/** A short text and what it means. */
export type Explained = readonly [text: string, meaning: string];

const text = (short: string, meaning: string): Explained => [short, meaning];

/**
 * Every text that people read, in English, by topic. A catalogue of another language has the same keys; each text is a whole
 * sentence or phrase of its own, so that no language has to glue words in another's order.
 */
export function english(formats: PeopleFormats) {
  const { count, number, money, share, day } = formats;
  const plural = pluralIn(formats);
  const customers = (amount: number): string => plural(amount, "customer");
  const rows = (amount: number): string => plural(amount, "row");
  /** `1 day`, `111.5 days`: whole or not. */
  const days = (amount: number): string => `${number(amount)} ${amount === 1 ? "day" : "days"}`;
  /** The same of orders; medians may be halves. */
  const orders = (amount: number): string => `${number(amount)} ${amount === 1 ? "order" : "orders"}`;
  /** `a`, `a and b`, `a, b and 4 more`. */
  const listed = (names: Names): string => {
    if (names.length > 3) return `${names.slice(0, 2).join(", ")} and ${names.length - 2} more`;
    return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
  };
  /** `yes: 8, blank: 2 and 3 other values`. */
  const values = ({ shown, others }: CommonValues): string => {
    const each = shown.map(({ value, customers: amount }) => `${value === "" ? "blank" : value}: ${count(amount)}`);
    return `${each.join(", ")}${others === 0 ? "" : ` and ${plural(others, "other value")}`}`;
  };
  /** `12 months`, `1 year`. */
  const span = ({ count: length, unit }: Span): string => plural(length, unit.slice(0, -1));
  const dimensions: Readonly<Record<Dimension, string>> = {
    recency: "recency",
    frequency: "frequency",
    monetary: "monetary value",
  };
  /** A difference of shares in tenths of a percentage point, without its sign. */
  const points = (tenths: number): string => `${(Math.abs(tenths) / 10).toFixed(1)} points`;
  return {
    common: {
      yes: "yes",
      no: "no",
      none: "none",
      all: "all",
      note: "note",
      warning: "warning",
      customers,
      orders: (amount: number) => plural(amount, "order"),
      days: (amount: number) => plural(amount, "day"),
      cells: (amount: number) => plural(amount, "cell"),
      segments: (amount: number) => plural(amount, "segment"),
      addressesMasked: (options: Names) =>
        `E-mail addresses are shortened here (${options.join(" or ")} has them in full).`,
      notShown: (columns: Names, options: Names) =>
        `Not shown for want of width: ${columns.join(", ")}${options.length === 0 ? "" : ` (${options.join(" or ")} shows ${columns.length === 1 ? "it" : "them"})`}.`,
    },
    dimensions,
    /** A period's name, `2011-02`, as people read it. */
    period: (label: string) => label,
    /** What the names and texts of built-in schemes are; English has the schemes' own. */
    schemes: {} as Readonly<Record<string, SchemeWords>>,
    /** What is said of a platform, by its preset's name; English has the preset's own. */
    platforms: {} as Readonly<Record<string, string>>,
    /** What is said of a segment's people where the scheme's own words are not true of them. */
    claims: {
      /** Claims that are true of three in four of them or more. */
      held: {
        recent: "Their last order is recent.",
        silent: "They have been silent for long.",
        often: "They have ordered often.",
        again: "They have ordered more than once.",
        seldom: "They have ordered once or twice.",
        once: "They have ordered only once.",
        new: "Their first order is recent, too.",
        more: "They have spent more than most.",
        less: "They have spent less than most.",
      } satisfies Readonly<Record<Claim, string>> as Readonly<Record<Claim, string>>,
      recentByComparison: (median: number) =>
        `Recent only by comparison: the typical last order was ${days(median)} ago.`,
      silentByComparison: (median: number) =>
        `Silent only by comparison: the typical last order was ${days(median)} ago.`,
      someSilent: (median: number, lapseDays: number) =>
        `The typical last order was ${days(median)} ago, but for more than a quarter of them it was more than ${days(lapseDays)} ago.`,
      someRecent: (median: number, lapseDays: number) =>
        `The typical last order was ${days(median)} ago, but for more than a quarter of them it was at most ${days(lapseDays)} ago.`,
      oftenByComparison: (median: number) => `Frequent only by comparison: the typical customer has ${orders(median)}.`,
      someBelow: (median: number, fewest: number) =>
        `The typical customer has ${orders(median)}; more than a quarter of them have fewer than ${fewest}.`,
      seldomByComparison: (median: number) =>
        `Infrequent only by comparison: the typical customer has ${orders(median)}.`,
      someAbove: (median: number, most: number) =>
        `The typical customer has ${orders(median)}; more than a quarter of them have more than ${most}.`,
      notOnce: "More than a quarter of them have ordered more than once.",
      notNew: (tenureDays: number) =>
        `Not new, whatever the name: the typical customer first ordered ${days(tenureDays)} ago.`,
      someNotNew: (most: number) => `More than a quarter of them first ordered more than ${days(most)} ago.`,
      notMore: "More than a quarter of them have spent no more than the typical customer of all.",
      notLess: "More than a quarter of them have spent more than the typical customer of all.",
      action: {
        secondOrder: "Give a reason for a second order, with what goes with the first.",
        nextOrder: "Suggest what goes with their last order, and give a reason for the next.",
        comeBack: "Ask how their last order went, and give a reason to come back.",
        byEach: (lapseDays: number) =>
          `Go by each customer's last order: remind those whose was more than ${days(lapseDays)} ago, and suggest the next order to the others.`,
      },
      measure: "The share that orders again within 90 days.",
      /** Why no group is told apart in words. */
      untold: {
        "no yardstick": () => "Groups are not told apart in words.",
        "few customers": ({ customers: amount }) =>
          `Only ${customers(amount)}: groups get no description and no advice, because scores of so few only compare them with each other. It takes ${count(FEWEST_CUSTOMERS)}.`,
        "nobody came back": () =>
          "Nobody has ordered on two different days: groups get no description and no advice, because the data cannot say how long a silence is long. Add older exports.",
        "few came back": ({ repeaters }) =>
          `Only ${customers(repeaters)} came back on another day: groups get no description and no advice, because so few cannot say how long a silence is long. Add older exports.`,
        "short history": ({ historyDays, lapseDays }) =>
          `The orders cover only ${days(historyDays)}: groups get no description and no advice, because it takes ${days(daysNeeded(lapseDays))} to tell who is silent and who is new (returning customers pause for up to ${days(lapseDays)}, and twice that has to be covered). Add older exports.`,
      } satisfies Readonly<Record<Untold | "no yardstick", (told: UntoldFigures) => string>> as Readonly<
        Record<Untold | "no yardstick", (told: UntoldFigures) => string>
      >,
    },
    ledger: {
      /** What each reason means, after a number of rows. */
      reasons: {
        "blank line": "blank",
        "total row": "with totals of the export",
        "wrong number of fields": "with the wrong number of fields",
        "unreadable date": "with an unreadable date",
        "unreadable amount": "with an unreadable amount",
        "no amount": "without an amount",
        "test order": "on test orders",
        status: "with a status that does not count",
        filtered: "filtered out",
        "other currency": "in another currency, or in none that is named",
        duplicate: "repeated in another file",
        "two customers": "on orders with two customers",
        "refund ignored": "on refunds that --refunds ignore leaves out",
        "after as-of": "after the as-of date",
        "before window": "before the window",
        "no customer": "without a customer",
        "zero amount": "on orders worth nothing",
        "no purchase": "on refunds to customers without a purchase",
      } satisfies Readonly<Record<SetAsideReason, string>> as Readonly<Record<SetAsideReason, string>>,
      /** Each reason by itself, as a table names it. */
      names: {
        "blank line": "blank line",
        "total row": "total row",
        "wrong number of fields": "wrong number of fields",
        "unreadable date": "unreadable date",
        "unreadable amount": "unreadable amount",
        "no amount": "no amount",
        "test order": "test order",
        status: "status",
        filtered: "filtered",
        "other currency": "other currency",
        duplicate: "duplicate",
        "two customers": "two customers",
        "refund ignored": "refund ignored",
        "after as-of": "after as-of",
        "before window": "before window",
        "no customer": "no customer",
        "zero amount": "zero amount",
        "no purchase": "no purchase",
      } satisfies Readonly<Record<SetAsideReason, string>> as Readonly<Record<SetAsideReason, string>>,
      /** After a number of rows: how many refunds they are of, and why those do not count. */
      onRefunds: (refunds: number, reason: "refund ignored" | "no purchase") =>
        reason === "refund ignored"
          ? `on ${plural(refunds, "refund")} that --refunds ignore leaves out`
          : `on ${plural(refunds, "refund")} to customers without a purchase`,
      /** `59,976 without a customer (586,339.55)`. */
      line: (amount: number, reason: string, worth: bigint) =>
        `${count(amount)} ${reason}${worth === 0n ? "" : ` (${money(worth)})`}`,
      read: "read",
      used: "used",
      columns: { rows_are: "rows", rows: "number", money: "money", first_file: "first in", first_line: "line" },
    },
    /** Notes on what was read. */
    reading: {
      used: (used: number, all: number, asOf: number, setAside: string) =>
        `${count(used)} of ${rows(all)} used as of ${day(asOf)}${setAside === "" ? "" : `; set aside: ${setAside}`}`,
      rejects: (rejected: number, all: number, first: { file: string; line: number; reason: string; value: string }) =>
        `${count(rejected)} of ${rows(all)} could not be read and were set aside ` +
        `(first: ${first.file} line ${first.line}, ${first.reason}: ${first.value === "" ? "blank" : `"${first.value}"`}); --rejects FILE lists them`,
      sameBytes: (name: string, as: string | null) =>
        `${name} has the same bytes as ${as ?? "another file"} and was read once`,
      ownOutput: (name: string) => `${name} was written by rfm and was passed over`,
      notText: (name: string) => `${name} is not a text export and was passed over; save it as CSV to include it`,
      noStatus: "the exports have no status column: every order counts",
      blankStatus: (amount: number) => `${rows(amount)} of orders without a status count`,
      noOrderId: (found: { rows: number; sharing: number; excess: number; isEvery: boolean }) =>
        `${found.isEvery ? "no column holds order ids: each row counts as an order" : `${rows(found.rows)} without an order id ${found.rows === 1 ? "counts as an order" : "count as orders of their own"}`}; ` +
        (found.sharing === 0
          ? "none shares customer and day with another"
          : `${count(found.sharing)} of ${rows(found.rows)} share customer and day with another, so there may be ${plural(found.excess, "order")} too many: ` +
            "name the column of order ids with --order, or count purchase days with --frequency days"),
      sameNames: (names: number, differing: number | null, column: string) =>
        `customers are told apart by their name alone ("${column}"): people of one name count as one, and one person with two spellings counts as two; ` +
        (differing === null
          ? `${plural(names, "name")}, and no address to check them by`
          : `${count(differing)} of ${plural(names, "name")} ${differing === 1 ? "occurs" : "occur"} with different addresses`) +
        "; name a column of ids or e-mail addresses with --customer if there is one",
      splitLines: (found: { rows: number; money: bigint; file: string; line: number }) =>
        `${rows(found.rows)} worth ${money(found.money)} look like rows of another file and were counted once (first: ${found.file} line ${found.line}); ` +
        "they may be lines of an order that was split over two files: --duplicates keep counts them all",
      pointZero: 'customer ids such as "17850.0" are read as 17850',
      blankMargins: (blank: { kind: "cost" | "margin"; rows: number; orders: number; money: bigint }) =>
        `${rows(blank.rows)} of ${plural(blank.orders, "order")} worth ${money(blank.money)} ${blank.rows === 1 ? "has" : "have"} no ${blank.kind}: it counts as 0, so that the margin of these orders is too ${blank.kind === "cost" ? "high" : "low"}; fill the column in, or leave the rows out with --where`,
      rounded: (amount: number) => `${plural(amount, "amount")} finer than 0.0001 were rounded`,
      destroyedIds: (ids: { count: number; file: string; line: number; value: string }) =>
        `${plural(ids.count, "id")} like "${ids.value}" (first: ${ids.file} line ${ids.line}) were destroyed when the file was saved in a spreadsheet; ` +
        "they are not used as ids: export again and do not open the file in one",
      garbled: (file: string, line: number) =>
        `${file} line ${line}: letters such as "Ã¤" show that an earlier program read the text in the wrong encoding; the same customer may have two spellings`,
      linked: (groups: number, largeGroups: number, largest: number) =>
        `${customers(groups)} known by an id and an e-mail were joined${largeGroups === 0 ? "" : `; ${largeGroups} of them have more than two keys (the most: ${largest})`}`,
      excluded: (amount: number) => `${customers(amount)} of --exclude-customers were left out`,
      lateAsOf: (asOf: number, lastDay: number) =>
        `the as-of date ${day(asOf)} is more than a year after the newest day in the data, ${day(lastDay)}: every customer looks long gone`,
    },
    /** Notes on scores, schemes and models. */
    scoring: {
      fewCustomers: (amount: number) =>
        `only ${customers(amount)}: scores of so few compare them with each other and say little more`,
      fewValues: (measures: readonly FewValues[]) => {
        const each = measures.map(
          ({ dimension, distinct }) =>
            `${dimensions[dimension]} ${distinct === 1 ? "is the same for every customer" : `has only ${distinct} different values`}`,
        );
        return `${listed(each)}: ${each.length === 1 ? "its" : "their"} scores say little`;
      },
      /** “51 % of customers bought once: frequency uses scores 1, 3, 4, 5”. */
      ties: (dimension: Dimension, tied: { share: number; value: number; scores: string; isOneScore: boolean }) => {
        const many = share(tied.share);
        const what = {
          recency: `${many} of customers last bought ${plural(tied.value, "day")} before the as-of date`,
          frequency:
            tied.value === 1
              ? `${many} of customers bought once`
              : `${many} of customers bought ${count(tied.value)} times`,
          monetary: `${many} of customers spent the same`,
        }[dimension];
        return `${what}: ${dimensions[dimension]} uses ${tied.isOneScore ? "score" : "scores"} ${tied.scores}`;
      },
      oneLarge: (fraction: number) =>
        `one customer brings ${share(fraction)} of the revenue (rfm score --sort -monetary_value shows which); staff and wholesale can be left out with --exclude-customers`,
      outsideWindow: (amount: number) =>
        `${customers(amount)} bought only before the window and ${amount === 1 ? "is" : "are"} not scored`,
      unreachable: (segments: Names, scheme: string) =>
        `with these levels nobody can be in ${segments.join(", ")} of the ${scheme} scheme`,
      /** @param remedy options as they are typed; empty where there are none */
      empty: (measures: readonly { dimension: Dimension; scores: readonly number[] }[], remedy: Names) => {
        const which = measures.map(
          ({ dimension, scores }) => `${dimension} ${scores.length === 1 ? "score" : "scores"} ${scores.join(", ")}`,
        );
        return `no customer has ${which.join(" or ")}${remedy.length === 0 ? "" : `; to leave no score empty: ${remedy.join("  or  ")}`}`;
      },
      ntile: (measures: readonly Dimension[]) =>
        `ntile makes groups of equal size of ${measures.join(", ")}: customers with equal values may get different scores, parted by customer id`,
      nested: (measures: readonly Dimension[]) =>
        `${measures.join(" and ")} ${measures.length === 1 ? "is" : "are"} nested: each cell has cut points of its own, so one score means different numbers in different cells`,
      onlyGrow:
        "without a window frequency and spend only ever grow, so under frozen cut points those scores hardly fall: consider --window 12m",
      frozen: (scheme: string, amount: number, asOf: number) =>
        `cut points and the ${scheme} scheme are frozen: made from ${customers(amount)} as of ${day(asOf)}`,
      modelWithoutCurrency: (currency: string) => `the model names no currency and the exports are in ${currency}`,
      exportsWithoutCurrency: (currency: string) => `the model's money is ${currency} and the exports name no currency`,
      saved: (file: string) => `the model is in ${file}; --model ${file} scores other data with it`,
      ambiguous: (scheme: string, cells: number, named: string, file: string) =>
        `scheme ${scheme}: two segments claim ${plural(cells, "cell")} (${named}), and the first wins; rfm schemes check ${file} tells which`,
      neverReached: (scheme: string, segments: Names) =>
        `scheme ${scheme}: nobody can be in ${segments.join(", ")}, because earlier segments take it all`,
      preview: (shown: number, all: number) => `the first ${shown} of ${customers(all)}; -o scores.csv writes them all`,
    },
    score: {
      columns: {
        customer_id: "customer_id",
        first_order: "first_order",
        last_order: "last_order",
        recency_days: "days",
        frequency: "orders",
        monetary_value: "spend",
        average_order_value: "avg order",
        r_score: "R",
        f_score: "F",
        m_score: "M",
        rfm_cell: "rfm_cell",
        segment: "segment",
      },
    },
    orders: {
      columns: {
        order_id: "order_id",
        customer_id: "customer_id",
        day: "day",
        gross: "gross",
        refund: "refund",
        net: "net",
        purchase: "purchase",
        reason: "reason",
        file: "file",
        line: "line",
        margin: "margin",
      },
    },
    segments: {
      columns: {
        segment: "segment",
        customers: "customers",
        customer_share: "share",
        orders: "orders",
        revenue: "revenue",
        revenue_share: "of revenue",
        average_order_value: "avg order",
        median_recency_days: "median days",
        median_frequency: "median orders",
        median_monetary_value: "median spend",
        action: "what to do",
      },
      outsideWindow: "(no purchase in the window)",
      outsideWindowMeaning: "Bought before the window, and not in it.",
      whatToDo: "What to do",
    },
    report: {
      title: (exports: string, asOf: number) => `Customer report: ${exports}, as of ${day(asOf)}`,
      written: (file: string) => `the report is in ${file}`,
      reading: "What was read and what was set aside",
      headline: "Headline figures",
      segments: "Segments",
      grid: "Customers by recency and frequency score",
      gridLegend: "Each cell: customers, and their share of revenue; the highest score is best on both sides.",
      cutPoints: "Cut points",
      retention: (kind: PeriodKind) => `Retention by ${kind}`,
      whatToDo: "What to do, largest revenue first",
      notes: "Notes",
      noNotes: "None.",
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
        const refunds =
          used.refunds === 0 && used.reduced > 0 ? "no refund of a day of its own" : plural(used.refunds, "refund");
        return `${rows(used.rows)} used: ${plural(used.orders, "order")}${reduced} and ${refunds}, net ${money(used.net)}${used.currency}.`;
      },
      nothingAside: "No row was set aside.",
      aside: (aside: { rows: number; worth: bigint; currency: string; reasons: string }) =>
        `${rows(aside.rows)} set aside, worth ${money(aside.worth)}${aside.currency}: ${aside.reasons}.`,
      /** @param windowStart `null` where all history counts */
      covers: (from: number, to: number, windowStart: number | null) =>
        `Orders from ${day(from)} to ${day(to)}; ${windowStart === null ? "all history counts" : `the window begins on ${day(windowStart)}`}.`,
      asOf: (asOf: number, isGiven: boolean) =>
        `As of ${day(asOf)}, ${isGiven ? "as --as-of says" : "the newest day in the data (--as-of chooses another)"}.`,
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
        range: (trend: { first: string; last: string; low: string; high: string }) =>
          `${trend.first} to ${trend.last}; lowest ${trend.low}, highest ${trend.high}`,
        notDrawn: "(not drawn: bars need two periods above zero and none below)",
        partial: (kind: PeriodKind) => `* a ${kind} that is not complete, and not in lowest and highest.`,
        unknown: (kind: PeriodKind) => `? a ${kind} without data.`,
      },
      avoid: (text: string) => `Avoid: ${text}`,
      watch: (text: string) => `Watch: ${text}`,
      /** The newest complete period beside earlier ones. */
      latest: {
        title: "What changed",
        before: "period before",
        change: "change",
        yearBefore: "a year before",
        changeOnYear: "change on a year",
        /** A change of a rate in tenths of a percentage point. */
        points: (tenths: number) => `${tenths > 0 ? "+" : tenths < 0 ? "−" : ""}${points(tenths)}`,
      },
      ownCutPoints:
        "These cut points are made from the customers of this report; other exports or another as-of date give others.",
      distributions: "How the measures are spread",
      concentration: "Who brings the revenue",
      /** The fewest customers who are a fifth of all, and the fewest who bring half of the revenue. */
      brings: (fifth: Bringers, half: Bringers) =>
        `The ${customers(fifth.customers)} who spent most (${share(fifth.customerShare)} of all) ${fifth.customers === 1 ? "brings" : "bring"} ${share(fifth.revenueShare)} of the revenue; ` +
        `${count(half.customers)} (${share(half.customerShare)}) ${half.customers === 1 ? "brings" : "bring"} half of it.`,
      negativeCustomers: (amount: number) => `${customers(amount)} sent back more than they bought.`,
      tooFewToShare: "Fewer than five customers: who brings how much says little yet.",
      noRevenue: "There is no revenue to share out: refunds are as large as purchases, or larger.",
      largest: "the largest",
      topCustomers: (amount: number) =>
        amount === 1 ? "The customer who spent most" : `The ${count(amount)} customers who spent most`,
      cohorts: (kind: PeriodKind) => `Who buys again, by the ${kind} of the first order`,
      repeat: "Who comes back, and when",
      olderCohorts: (amount: number) => `${plural(amount, "older cohort")} not shown; rfm cohorts has them all.`,
      movement: "Who moved between segments",
      movedBetween: (from: number, to: number) =>
        `From ${day(from)} to ${day(to)}, both days scored with the cut points of ${day(to)}, so that a move is the customer's own.`,
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
        "too early": "Nobody had bought one period before the as-of date: there is no move to show yet.",
      } satisfies Readonly<Record<NoMovement, string>> as Readonly<Record<NoMovement, string>>,
    },
    retention: {
      columns: {
        period: "period",
        before: "before",
        customers: "customers",
        retained: "retained",
        lost: "lost",
        new: "new",
        reactivated: "reactivated",
        retention_rate: "retention",
        retention_low: "low",
        retention_high: "high",
        returning_rate: "returning",
        orders: "orders",
        revenue: "revenue",
        gross_revenue_retention: "gross kept",
        net_revenue_retention: "net kept",
        stock_before: "stock",
        stock_end: "at end",
        stock_retention_rate: "stock kept",
        textbook_retention_rate: "textbook",
        segment: "segment",
        average: "average",
      },
      noData: "no data",
      toDate: "to date",
      /** A period that began before the exports do. */
      inPart: "in part",
      inPeriod: (period: string) => `in ${period}`,
      keptOf: (retained: number, before: number) => `${retained} of ${before}`,
      noRate: (kind: PeriodKind) => `No retention rate yet: that takes two complete ${kind}s in a row.`,
      average: (rate: number, periods: number, kind: PeriodKind) =>
        `On average ${share(rate)} of a ${kind}'s customers bought again in the next (${plural(periods, kind)} pooled).`,
      /** The latest period, and what it compares with: differences are those of the shares as they are shown, in tenths of a point. */
      latest: (
        last: { period: string; rate: number; retained: number; before: number },
        previous: { rate: number; difference: number; kind: PeriodKind } | null,
        yearBefore: { period: string; rate: number; difference: number } | null,
      ) => {
        const compared = (difference: number): string =>
          difference === 0 ? "the same as" : `${difference > 0 ? "up" : "down"} ${points(difference)} on`;
        const others = [
          ...(previous === null
            ? []
            : [`${compared(previous.difference)} the ${previous.kind} before (${share(previous.rate)})`]),
          ...(yearBefore === null
            ? []
            : [`${compared(yearBefore.difference)} a year before (${yearBefore.period}, ${share(yearBefore.rate)})`]),
        ];
        const latest = `In ${last.period} it was ${share(last.rate)}: ${count(last.retained)} of ${count(last.before)}`;
        return `${[latest, ...others].join(", ")}.`;
      },
      stock: (stock: {
        before: number;
        span: Span;
        period: string;
        rate: number;
        end: number;
        new: number;
        textbook: number;
        /** Customers whom the textbook's rate counts as kept and who came from outside the stock; may be < 0. */
        backAgain: number;
      }) => {
        const why =
          stock.backAgain > 0
            ? `because it counts ${customers(stock.backAgain)} who came back from outside the stock as kept`
            : stock.backAgain === 0
              ? "the same, because nobody came back from outside the stock; it counts as kept whoever does"
              : "less, because it takes off new customers who were out of the stock again at the end";
        return (
          `Of ${customers(stock.before)} active within ${span(stock.span)} before ${stock.period}, ${share(stock.rate)} were still active at its end; ` +
          `the textbook's (${count(stock.end)} at the end − ${count(stock.new)} new) / ${count(stock.before)} gives ${share(stock.textbook)}, ${why}.`
        );
      },
      couldLeave: (stock: { span: Span; kind: PeriodKind; period: string; couldLeave: number; left: number }) =>
        `Only customers whose last order turns older than ${span(stock.span)} in the ${stock.kind} can leave the stock, ${count(stock.couldLeave)} of them in ${stock.period}: ` +
        `${count(stock.couldLeave - stock.left)} bought in time, ${count(stock.left)} left. Everyone else stays active whatever they do.`,
      bySegment: (
        kind: PeriodKind,
        best: { segment: string; rate: number },
        worst: { segment: string; rate: number },
      ) =>
        `Of the customers in a segment on the day before a ${kind}, the share that bought in it, scored with the cut points of the as-of date: ` +
        `on average from ${share(best.rate)} (${best.segment}) down to ${share(worst.rate)} (${worst.segment}).`,
      /** @param covers as it is typed, `2011-01-01..2011-03-31` */
      holes: (periods: Names, kind: PeriodKind, covers: string) =>
        `${listed(periods)} ${periods.length === 1 ? "has" : "have"} no order at all: an export is probably missing, and ${periods.length === 1 ? "its" : "their"} rates and the next ${kind}'s are left out. ` +
        `Add the export; or, if nothing was sold then, say what the exports cover: --covers ${covers}`,
      mayBeginBefore: (from: number, kind: PeriodKind) =>
        `the history may begin before ${day(from)}: the first ${kind}'s "new" customers may be old ones, and the next few ${kind}s' too`,
      coverBegins: (period: string, from: number) =>
        `${period} is not complete, because the orders begin on ${day(from)}; if the exports cover the rest of it, say so with --covers FROM..TO`,
      coverEnds: (period: string, to: number) =>
        `${period} is not complete, because the orders end on ${day(to)}; if the exports cover the rest of it, say so with --covers FROM..TO`,
      /** @param shorter a period of which there are enough */
      tooFew: (
        kind: PeriodKind,
        orders: { from: number; to: number },
        shorter: { kind: PeriodKind; complete: number } | null,
      ) => {
        const instead =
          shorter === null
            ? "Add exports of more days"
            : `Try --period ${shorter.kind} (${plural(shorter.complete, `complete ${shorter.kind}`)}), or add older exports`;
        return `no retention rate can be known yet: that takes two complete ${kind}s in a row, and the orders run from ${day(orders.from)} to ${day(orders.to)}. ${instead}; if the exports cover more days than that, say so with --covers FROM..TO`;
      },
    },
    cohorts: {
      columns: { cohort: "cohort", size: "size", payback: "payback" },
      average: "average",
      cohortsInIt: "cohorts in it",
      noValue: (column: string) => `(no ${column})`,
      withoutColumn: "(no value)",
      noData: "no data",
      notYet: "not yet",
      atK: (k: number) => `k = ${k}`,
      /** How the sentence about a measure begins. */
      measures: (measure: CohortMeasureName, by: CohortStep, isOrLater: boolean) => {
        const step = typeof by === "number" ? stepName(by) : "period";
        const when = isOrLater ? `in the k-th ${step} or later` : `in the k-th ${step}`;
        return {
          customers: `Customers of a cohort who bought ${when}`,
          rate: `Share of a cohort's customers who bought ${when}`,
          revenue: `Revenue of a cohort in the k-th ${step}, net of refunds`,
          "revenue-per-customer": `Revenue in the k-th ${step} per customer of the cohort`,
          cumulative: `Revenue from the first order up to the k-th ${step} per customer of the cohort`,
          orders: `Orders of a cohort in the k-th ${step}`,
        }[measure];
      },
      averageSentence: (
        measure: string,
        figures: readonly { value: string; k: number; cohorts: number }[],
        step: CohortStep,
      ) => {
        const said = figures.map(({ value, k, cohorts }) => `${value} at k = ${k} (${plural(cohorts, "cohort")})`);
        return `${measure}: ${said.join(", ")} on average. k counts ${stepName(step)}s after the first, which is 0.`;
      },
      nothingYet: (amount: number, cohorts: number, step: CohortStep) =>
        `${customers(amount)} in ${plural(cohorts, "cohort")}; nothing after the first ${stepName(step)} is known in full yet.`,
      ownWindow: (step: CohortStep) =>
        `Each cell counts only customers whose own k-th ${stepName(step)} has ended; blank: nobody's has.`,
      /** @param first the cohort's name */
      leftOut: (first: string) =>
        `The averages leave out the first cohort, ${first}: it may hold customers who had already ordered before the exports begin.`,
      onlyFirst: (amount: number, cohorts: number, step: CohortStep) =>
        `${customers(amount)} in ${plural(cohorts, "cohort")}; after the first ${stepName(step)} only the first cohort is known in full, so there is no average yet.`,
      partial: (kind: PeriodKind) => `* in part: the ${kind} is not covered in full, and stays out of the averages.`,
      blank: "Blank: not observable yet.",
      lastColumnsFall:
        "The last columns fall to what the last period holds, whatever customers do: compare earlier ones.",
      payback: (payback: {
        cost: bigint | number;
        /** k at which the average customer has earned the cost back; `null` for not yet. */
        k: number | null;
        /** What the average customer has brought in by `lastK`; `null` where there is no average. */
        soFar: string | null;
        lastK: number;
        reached: number;
        cohorts: number;
        step: CohortStep;
      }) => {
        const cost = money(payback.cost);
        const onAverage =
          payback.soFar === null
            ? `Whether an average customer has brought in the ${cost} it cost to win one cannot be told yet`
            : payback.k === null
              ? `On average a customer has not brought in the ${cost} it cost to win one yet (${payback.soFar} by k = ${payback.lastK})`
              : `On average a customer has brought in the ${cost} it cost to win one ${payback.k === 0 ? `within the first ${stepName(payback.step)}` : `by k = ${payback.k}`}`;
        const each = `${count(payback.reached)} of ${plural(payback.cohorts, "cohort")} ${payback.reached === 1 ? "has" : "have"}`;
        return `${onAverage}; ${each}. This is revenue, not margin: goods and postage are not taken off.`;
      },
      outsizedFirst: (cohort: string, size: number, times: number) =>
        `the first cohort, ${cohort}, has ${customers(size)}, ${number(times)} times the mean of the others: most likely it mixes old customers with new ones, and its rates are not those of new customers`,
      /** @param named the cohorts by name where they are few */
      tiny: (cohorts: number, named: Names, fewest: number) =>
        `${plural(cohorts, "cohort")}${named.length === 0 ? "" : ` (${named.join(", ")})`} with fewer than ${fewest} customers: one customer more or less moves their rates by over ${share(1 / fewest)}`,
      withoutValue: "without a value",
      largestShown: (shown: number, all: number) =>
        `the ${shown} largest of ${plural(all, "cohort")}; --format csv has them all`,
      partialLeftOut: "cells of periods that are not complete are blank with --wide; the long form has them",
    },
    forecasting: forecastWords(formats),
    repeat: {
      title: "Repeat purchase",
      ladder: "Orders one after another",
      second: "Time to the second order",
      gaps: "Time between orders",
      claims: "What marketing articles claim, measured here",
      columns: {
        n: "order",
        customers: "customers",
        share: "of all",
        had_time: "had time",
        bought_again: "ordered again",
        again_rate: "share",
        churn_rate: "did not",
        days: "within",
        ordered_again: "ordered again",
        low: "95 % from",
        high: "to",
        at_risk: "still followed",
      },
      withinDays: (days: number) => plural(days, "day"),
      /** Who has a second order; `judged` are those whose first is old enough, `null` where nobody's is. */
      ladderSentence: (facts: {
        customers: number;
        countsDays: boolean;
        second: { customers: number; share: number } | null;
        lapseDays: number;
        judged: { customers: number; rate: number } | null;
      }) => {
        const what = facts.countsDays ? "came on a second day" : "ordered a second time";
        const who = facts.second === null ? "None" : `${count(facts.second.customers)} (${share(facts.second.share)})`;
        const judged =
          facts.judged === null
            ? `nobody's first order is ${plural(Math.floor(facts.lapseDays), "day")} old yet, so no share can be told`
            : `of the ${count(facts.judged.customers)} whose first order is at least ${plural(facts.lapseDays, "day")} old, ${share(facts.judged.rate)} did`;
        return `${who} of ${customers(facts.customers)} ${what}; ${judged}.`;
      },
      noGaps: "Nobody has bought on two different days yet, so there is no time between orders to tell.",
      gapSentence: (gaps: { median: number; lower: number; upper: number; gaps: number; customers: number }) =>
        `Half of all pauses between order days are ${plural(gaps.median, "day")} or shorter; the middle half lasts from ${number(gaps.lower)} to ${plural(gaps.upper, "day")} (${plural(gaps.gaps, "pause")} of ${customers(gaps.customers)}).`,
      secondUnknown: (fewest: number, days: number) =>
        `The time to a second order cannot be told: fewer than ${fewest} customers have been followed for ${plural(days, "day")}.`,
      secondSentence: (second: {
        share: number;
        days: number;
        medianDays: number | null;
        fewest: number;
        hidden: readonly number[];
      }) => {
        const half = second.medianDays === null ? "" : `, half of them by day ${second.medianDays}`;
        const left =
          second.hidden.length === 0
            ? ""
            : ` Left out for want of ${second.fewest} customers followed so long: ${second.hidden.join(" and ")} days.`;
        return `Customers who have not had the time yet do not count as lost (Kaplan–Meier): ${share(second.share)} have ordered again within ${plural(second.days, "day")}${half}.${left}`;
      },
      /** @param repeaters on how many the gap rests; `null` where the user gave it */
      lapseSentence: (lapse: { days: number; repeaters: number | null; lapsed: number; customers: number }) => {
        const why =
          lapse.repeaters === null
            ? "as --lapse-days says"
            : `nine in ten of the ${count(lapse.repeaters)} who came back never paused for longer`;
        return `After more than ${plural(Math.floor(lapse.days), "day")} without an order a customer is probably lapsed (${why}): ${count(lapse.lapsed)} of ${count(lapse.customers)} ${lapse.lapsed === 1 ? "is" : "are"}, ${share(lapse.lapsed / lapse.customers)}.`;
      },
      likelihoodClaim: "“A returning customer is likelier to buy again than a new one.”",
      likelihoodUnknown: "Cannot be told here yet: too few have had the time.",
      likelihood: (times: number, afterTwo: number, afterOne: number) =>
        `Here ${number(times)} times as likely: ${share(afterTwo)} of those with two orders placed a third, ${share(afterOne)} of those with one a second.`,
      revenueClaim: "“Most revenue comes from returning customers.”",
      revenueUnknown: "There is no revenue here to share.",
      revenue: (worth: { returning: number; customers: number; revenueShare: number; laterShare: number }) =>
        `Here ${count(worth.returning)} of ${customers(worth.customers)} (${share(worth.returning / worth.customers)}) came back, and they bring ${share(worth.revenueShare)} of revenue, first orders included; orders after the first bring ${share(worth.laterShare)}.`,
      worthClaim: "“A returning customer is worth many times their first order.”",
      worthUnknown: "Nobody has come back here yet.",
      worth: (times: number) => `Here ${number(times)} times so far, net of refunds.`,
      retentionClaim: "“Five points more retention raise profit a lot.”",
      retentionUnknown: (kind: PeriodKind) => `Cannot be told here yet: that takes two complete ${kind}s in a row.`,
      retention: (more: {
        kind: PeriodKind;
        revenue: string;
        first: string;
        last: string;
        periods: number;
        customers: number;
      }) =>
        `Here five points more of each ${more.kind}'s customers kept would have brought ${more.revenue} in revenue ${more.first === more.last ? `in ${more.last}` : `from ${more.first} to ${more.last}`} (${plural(more.periods, more.kind)}, ${number(more.customers)} more customers kept, each spending what kept customers did; what they buy later is not in it).`,
      restsOnFew: (amount: number) =>
        `Only ${customers(amount)} ${amount === 1 ? "is" : "are"} behind this: take it as a hint.`,
      fewRepeaters: (amount: number) =>
        `the lapse gap rests on ${customers(amount)} who came back: say what you know better with --lapse-days N`,
      sameDay: (amount: number) =>
        `${customers(amount)} placed all their orders on one day; --frequency days counts such orders as one`,
      youngShop: "the lapse gap comes from pauses that have ended; in a young shop longer ones are still to come",
      fewCustomers: (amount: number) => `only ${customers(amount)}: shares of so few say little`,
    },
    compare: {
      title: (from: CompareSide, to: CompareSide) => {
        const side = (one: CompareSide): string =>
          `${one.day === null ? "" : `${day(one.day)} `}(${customers(one.customers)}, ${money(one.money)})`;
        return `From ${side(from)} to ${side(to)}`;
      },
      nobodyMoved: "Nobody moved.",
      nobodyLeft: (moved: number) => `Nobody left a segment; ${customers(moved)} came.`,
      /** The heaviest loss of a segment, and the two places where most of those who left it went. */
      heaviestLoss: (loss: {
        segment: string;
        left: number;
        worth: bigint;
        ways: readonly { customers: number; to: string | null }[];
      }) => {
        const left = `${customers(loss.left)} worth ${money(loss.worth)} left ${loss.segment}`;
        const whither = (to: string | null): string =>
          to === null ? "without a purchase in the window any more" : `for ${to}`;
        const [most, second] = loss.ways;
        if (most === undefined) return `${left}.`;
        const first =
          most.customers === loss.left ? (loss.left === 1 ? "" : "all ") : `${count(most.customers)} of them `;
        const next = second === undefined ? "" : `, ${count(second.customers)} ${whither(second.to)}`;
        return `${left}; ${first}${whither(most.to)}${next}.`;
      },
      /** Who moved up and down; `from` is `null` where the day is not known. */
      moved: (moved: Readonly<Record<Direction, { readonly customers: number; readonly money: bigint }>>) => {
        const { up, down, aside } = moved;
        const others =
          aside.customers === 0
            ? ""
            : `; ${count(aside.customers)} ${aside.customers === 1 ? "is" : "are"} neither (a lower segment with an order, or a higher without one)`;
        return `${customers(up.customers)} (worth ${money(up.money)} now) ordered in between and moved up, ${count(down.customers)} (${money(down.money)}) did not and moved down${others}. A segment is higher the earlier it stands in the scheme.`;
      },
      rose: (up: number, upWorth: bigint, down: number, downWorth: bigint) =>
        `${customers(up)} (worth ${money(upWorth)} before) ordered in between and have scores that add up to more than before; ` +
        `the scores of ${count(down)} (${money(downWorth)}) add up to less.`,
      raisedByOthers: (amount: number) =>
        `The scores of ${customers(amount)} who did not order add up to more as well: the cut points changed, or older orders left the window.`,
      /** Places outside the segments. */
      places: { new: "new", back: "back", lapsed: "lapsed" } satisfies Readonly<
        Record<Exclude<Place, number>, string>
      > as Readonly<Record<Exclude<Place, number>, string>>,
      before: "before",
      all: "all",
      fromTo: "From segment to segment",
      matrixLegend: "Rows: before. Columns: after, by the rows' letters.",
      backLegend: "Back: had bought before, not in the earlier window.",
      lapsedLegend: "Lapsed: nothing in the later window.",
      smallerOnes: (amount: number) => `And ${amount} smaller ones; --width shows them as a matrix.`,
      enteredAndLeft: "Who entered and who left",
      risers: "Risers",
      fallers: "Fallers",
      firstOf: (what: string, shown: number, all: number) => `${what}, the first ${count(shown)} of ${count(all)}`,
      columns: {
        from_segment: "from",
        to_segment: "to",
        customers: "customers",
        revenue_before: "worth before",
        revenue_after: "worth after",
        ordered: "ordered in between",
        customer_id: "customer",
        from_cell: "cell",
        to_cell: "now",
        score_change: "points",
        segment: "segment",
        before: "before",
        left: "left",
        entered: "entered",
        after: "after",
        revenue_left: "left with",
        revenue_entered: "came with",
      },
      scoreFiles:
        "worth is the monetary_value of the files; the moves mean what they say where both were scored with the same options (--model)",
      cutDifferently: (measures: Names) =>
        `the files were scored with different cut points of ${listed(measures)}: customers may have moved because the cut points did; score both with one model (--save-model, then --model), or compare the exports with --from`,
      ownCutPoints: "each day has cut points of its own: customers may move because others changed",
      /** @param other the value of --cut-points-of for the other day's; `null` where a model has them */
      frozenCutPoints: (origin: string, other: "from" | "to" | null) =>
        `both days are scored with the cut points of ${origin}, so that a move is the customer's own; ${other === null ? "" : `--cut-points-of ${other} takes the other day's, `}--no-freeze gives each day its own`,
    },
    explain: {
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
      /** Beside an order that does not count; the reason as the ledger names it. */
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
      noCutPoints: "Nothing can be said: ntile ranks customers against each other, so there is no cut point to reach.",
      nothingChanges: "Neither one order nor two years without one.",
      restsOnFew: (amount: number) =>
        `The cut points come from ${customers(amount)} only: a few more customers would move them, and this with them.`,
    },
    scheme: {
      columns: {
        scheme: "scheme",
        levels: "levels",
        segments: "segments",
        description: "description",
        cell: "cell",
        r_score: "r_score",
        f_score: "f_score",
        m_score: "m_score",
        segment: "segment",
        finding: "finding",
      },
      more: "rfm schemes NAME shows one as a grid; --scheme NAME or FILE scores with it",
      source: (source: string) => `Source: ${source}`,
      recency: (score: number) => `recency ${score}`,
      /** @param spendLevels `null` where the monetary score makes no difference anywhere */
      legend: (levels: number, spendLevels: number | null) =>
        `F is the frequency score, ${levels} is best${spendLevels === null ? "" : `; the letters of a square are monetary scores 1 to ${spendLevels}`}.`,
      everyoneLeft: "everyone that is left",
      cells: (cells: Names) => `cells ${cells.join(" ")}`,
      /** Ranges of scores such as `4-5`, by what they are of. */
      ranges: (ranges: Readonly<Partial<Record<Dimension | "frequencyMonetary", string>>>) => {
        const names = {
          recency: "recency",
          frequency: "frequency",
          monetary: "monetary",
          frequencyMonetary: "mean of frequency and monetary",
        };
        return (["recency", "frequency", "monetary", "frequencyMonetary"] as const)
          .filter((key) => ranges[key] !== undefined)
          .map((key) => `${names[key]} ${ranges[key]}`)
          .join(", ");
      },
      allWell: (scheme: string, cells: number, segments: number) =>
        `${scheme}: each of ${plural(cells, "cell")} is in exactly one of ${plural(segments, "segment")}.`,
      verdict: (scheme: string, found: { cells: number; uncovered: number; ambiguous: number; unreachable: number }) =>
        `${scheme}: of ${plural(found.cells, "cell")}, ${found.uncovered} without a segment, ${found.ambiguous} claimed by more than one (the first wins); ${plural(found.unreachable, "segment")} out of reach.`,
      findings: { uncovered: "no segment", ambiguous: "overlap", unreachable: "unreachable" },
    },
    inspect: {
      columns: {
        files: "files",
        topic: "topic",
        understood: "understood",
        evidence: "evidence",
        option: "to change it",
        finding: "finding",
        value: "value",
      },
      topics: {
        files: "files",
        platform: "platform",
        encoding: "encoding",
        delimiter: "delimiter",
        header: "header",
        customer: "customer",
        order: "order id",
        date: "date",
        amount: "amount",
        refunded: "refunded",
        status: "status",
        alsoDecides: "also decides",
        currencyColumn: "currency",
        dates: "dates",
        decimal: "decimal mark",
        amountIs: "amount is",
        currency: "currency",
        statusCounts: "status counts",
        statusDoesNot: "status does not",
      },
      allFiles: "all",
      files: (files: number, amount: number) => `${plural(files, "file")}, ${rows(amount)}`,
      reader: (reader: string) => `read with the ${reader === "scanner" ? "fast" : reader} reader`,
      gzip: (encoding: string) => `${encoding}, gzip`,
      dayFirst: (notation: string) => `${notation}, day first`,
      monthFirst: (notation: string) => `${notation}, month first`,
      point: "point",
      comma: "comma",
      orderTotal: "the order's total, counted once",
      agrees: (formula: string, agreeing: number, all: number) =>
        `agrees with ${formula} on ${count(agreeing)} of ${rows(all)}`,
      lineAmount: "a line's, added up",
      none: "none",
      and: " and ",
      orElse: ", else ",
      rule: (word: string, column: string) => `${word}: ${column}`,
      /** @param values the values it is about; `null` where it is about being filled or blank */
      ruleWhen: (
        when: "filled" | "blank" | "is" | "is not",
        values: Names,
        means: "counts" | "test" | "does not count",
      ) => {
        const condition = {
          filled: "filled",
          blank: "blank",
          is: values.join(" or "),
          "is not": `not ${values.join(" or ")}`,
        }[when];
        const effect = { counts: "counts", test: "a test order", "does not count": "does not count" }[means];
        return `where it is ${condition}: ${effect}`;
      },
      byColumnNames: "by the names of its columns",
      unknownPlatform: "unknown",
      byNamesAndValues: "columns by their names and values",
      byHeader: "by its header",
      noHeader: (columns: number) => `none, ${plural(columns, "column")} as --columns says`,
      headerLine: (line: number, columns: number) => `line ${line}, ${plural(columns, "column")}`,
      notNamed: "not named",
      blankStatus: "(blank)",
      statusRows: (amount: number, worth: bigint) => `${rows(amount)}, ${money(worth)}`,
      delimiters: { ",": "comma", ";": "semicolon", "\t": "tab", "|": "bar" } as Readonly<Record<string, string>>,
      /** Words of `orders` for what was understood and why, which stand in English there. */
      phrases: [] as Phrases,
      firstOrder: "first order",
      lastOrder: "last order",
      emptyMonths: "months without an order",
      medianOrder: "median order",
      overTimes: (factor: number) => `over ${factor} times that`,
      outliers: (amount: number) => plural(amount, "order or refund", "orders or refunds"),
      outlierAt: (net: number, file: string, line: number) => `${money(net)} at ${file} line ${line}`,
      notAlike: "The files were not understood alike, so no one command line pins them all.",
      pinned: "To read later exports exactly like this:",
      config: (exports: string) => `rfm init ${exports} writes the same into a config for rfm run.`,
    },
    /** The HTML report. */
    page: englishPage(formats),
    /** The workbook. */
    workbook: {
      sheets: {
        summary: "Summary",
        segments: "Segments",
        customers: "Customers",
        retention: "Retention",
        cohorts: "Cohorts",
        repeat: "Repeat",
        cutPoints: "Cut points",
        ledger: "Ledger",
        movement: "Movement",
        distributions: "Distributions",
        concentration: "Concentration",
        cohortFigures: "Cohort figures",
        backtest: "Backtest",
        forecast: "Forecast",
        files: "Files",
        notes: "Notes",
        definitions: "Definitions",
      },
      /** What the figures of the summary are about. */
      topics: {
        customers: "All customers",
        period: (label: string) => `In ${label}`,
        origin: "How it was made",
      },
      /** The figures of the summary, each with what it means. */
      figures: {
        customers: text("Customers", "Everyone with a purchase; with a window, in that window."),
        orders: text("Orders", "Purchases that count: accepted, not a test, worth more than 0."),
        revenue: text("Revenue, net of refunds", "Purchases minus refunds."),
        averageOrderValue: text("Average order value", "Revenue divided by orders."),
        returningCustomers: text("Returning customers", "Customers with two orders or more, ever."),
        returningRevenueShare: text("Revenue from returning customers", "Their share of all revenue."),
        topFifthShare: text("Revenue from the top 20 % of customers", "Share of revenue of the fifth that spent most."),
        halfCustomers: text(
          "Customers who bring half of the revenue",
          "The fewest customers who bring at least half of it.",
        ),
        averageRetention: text(
          "Average retention",
          "Of the customers of a period, the share who bought in the next one; all periods together.",
        ),
        lapseDays: text(
          "Days until a customer is probably lapsed",
          "Nine in ten customers who came back never paused for longer.",
        ),
        periodCustomers: text("Customers who bought", "In the newest complete period."),
        periodNewCustomers: text("New customers", "Their first purchase ever was in it."),
        periodOrders: text("Orders", "Purchases dated in it."),
        periodRevenue: text("Revenue, net of refunds", "Purchases minus refunds dated in it."),
        periodAverageOrderValue: text("Average order value", "Its revenue divided by its orders."),
        periodRetention: text("Retention", "Of the customers of the period before, the share who bought in this one."),
        asOf: text("As of", "The newest day in the data; --as-of chooses another."),
        firstDay: text("Exports cover from", "The day of the first row, unless --covers says otherwise."),
        lastDay: text("Exports cover to", "The day of the last row, unless --covers says otherwise."),
        windowStart: text(
          "Window begins",
          "Only purchases from this day on are scored; empty where all history counts.",
        ),
        currency: text("Currency", "As the exports name it; empty where they do not."),
        scheme: text("Segment scheme", "The rules that make segments of scores."),
        levels: text("Levels", "The highest score of recency, frequency and spend."),
        methods: text("Method", "How measures are cut into scores; quantile makes groups of near-equal size."),
        frequencyIs: text("Frequency counts", "What is counted as coming back."),
        monetaryIs: text("Spend is", "What the score of spend is made from."),
        refunds: text("Refunds", "Whether they are taken off."),
        version: text("Made by", "The program and its version."),
      },
      choices: {
        asOfGiven: "As --as-of says.",
        frequency: { orders: "orders", days: "days with an order" },
        monetary: { total: "all net spend", average: "net spend per order" },
        margin: { total: "all margin", average: "margin per order" },
        refunds: { net: "taken off spend", ignore: "left out" },
      },
      /** After a difference of percentages. */
      points: "points",
      /** The k-th period after a customer's first. */
      periodsAfter: (kind: PeriodKind, k: number) => `${kind[0]?.toUpperCase()}${kind.slice(1)} ${k}`,
      cut: (texts: number, most: number) =>
        `${plural(texts, "text")} longer than ${count(most)} characters, which is what a cell of a workbook holds, ${texts === 1 ? "is" : "are"} cut and ${texts === 1 ? "ends" : "end"} with the length in brackets`,
      continued: (sheet: string, parts: number) =>
        `${sheet} has more rows than a worksheet holds and goes on in ${parts === 2 ? `${sheet} 2` : `${sheet} 2 to ${sheet} ${count(parts)}`}`,
      noRepeat: "No customer has ordered on two different days yet.",
      /** The figures of repeat purchase, by their names in data. */
      measures: {
        nth_order_share: "Customers with an n-th order, of all",
        next_order_share: "Who ordered again after the n-th, of those who had the time",
        nth_order_churn: "Who did not, of those who had the time",
        gap_days_lower_quartile: "Days between orders: a quarter are shorter",
        gap_days_median: "Days between orders: half are shorter",
        gap_days_upper_quartile: "Days between orders: three quarters are shorter",
        second_order_within: "Second order within so many days",
        second_order_median_days: "Days until half have a second order",
        lapse_days: "Days without an order until a customer is probably lapsed",
        lapsed_share: "Customers past that, of all",
        returning_times_as_likely: "How many times as likely a third order is as a second",
        returning_revenue_share: "Revenue from customers with two orders or more",
        later_orders_revenue_share: "Revenue from orders after the first",
        returning_times_first_order: "What returning customers spend, in times of their first order",
        five_points_more_retention_revenue: "What five points more retention would have brought",
      },
      /** Headings of columns with their meanings, by the name in data; `sheet.name` where one sheet means something else. */
      columns: {
        ...FORECAST_SHEET_COLUMNS,
        topic: text("About", "What the figure is about."),
        figure: text("Figure", "What is counted."),
        value: text("Value", "The figure."),
        period_before: text("Period before", "The same figure of the period right before."),
        change: text("Change", "From the period before, as a percentage of it; of a percentage, in percentage points."),
        year_before: text("A year before", "The same figure of the same period a year before."),
        change_on_year: text(
          "Change on a year",
          "From the period a year before, as a percentage of it; of a percentage, in percentage points.",
        ),
        explanation: text("What it means", "The figure in words."),
        segment: text("Segment", "The group that the scores put a customer in; each is in exactly one."),
        customers: text("Customers", "How many customers."),
        customer_share: text("Share of customers", "Of all scored customers."),
        orders: text("Orders", "Purchases that count."),
        revenue: text("Revenue", "Purchases minus refunds."),
        revenue_share: text("Share of revenue", "Of all revenue."),
        average_order_value: text("Average order value", "Net spend divided by purchases."),
        median_recency_days: text("Median days since last order", "Half of the group's customers ordered more lately."),
        median_frequency: text("Median orders", "Half of the group's customers have fewer."),
        median_monetary_value: text("Median spend", "Half of the group's customers spent less."),
        meaning: text("Who they are", "The group in words."),
        action: text("What to do", "What to do now."),
        avoid: text("What to avoid", "What not to do."),
        watch: text("What to watch", "What shows that it worked."),
        customer_id: text("Customer", "The customer's id or e-mail address, as in the exports."),
        first_order: text("First order", "Day of the first purchase ever."),
        last_order: text("Last order", "Day of the last purchase."),
        recency_days: text("Days since last order", "Whole days from the last purchase to the as-of date."),
        frequency: text("Orders", "Purchases; with --frequency days, days with a purchase."),
        monetary_value: text("Spend", "Purchases minus refunds; with --monetary average, per order."),
        r_score: text("R score", "Recency, 1 to the highest level: higher is more lately."),
        f_score: text("F score", "Frequency: higher is more often."),
        m_score: text("M score", "Spend: higher is more."),
        rfm_cell: text("RFM cell", "The three scores side by side."),
        period: text("Period", "A week 2011-W05, a month 2011-02, a quarter 2011-Q1 or a year 2011."),
        first_day: text("First day", "Of the period."),
        last_day: text("Last day", "Of the period."),
        complete: text(
          "Complete",
          "All its days are covered by the exports and over; where not, figures are of a part of it and grey.",
        ),
        before: text("Bought the period before", "Customers of the period right before."),
        "retention.customers": text("Customers", "Who bought in the period."),
        retained: text("Retained", "Bought in the period before and in this one."),
        lost: text("Lost", "Bought in the period before and not in this one."),
        new: text("New", "Bought for the first time ever."),
        reactivated: text("Reactivated", "Bought, and before, but not in the period right before."),
        retention_rate: text("Retention", "Retained, of those who bought the period before."),
        retention_low: text("Retention from", "Lower end of its 95 % interval."),
        retention_high: text("Retention to", "Upper end of its 95 % interval."),
        churn_rate: text("Churn", "Lost, of those who bought the period before."),
        returning_rate: text("Returning", "Of the period's customers, those who are not new."),
        gross_revenue_retention: text(
          "Gross revenue retention",
          "Of what the customers of the period before spent then, the part that they spent again, each at most what they had.",
        ),
        net_revenue_retention: text("Net revenue retention", "The same without that limit: it may be over 100 %."),
        cohort: text("First order in", "Customers who bought for the first time in this period."),
        size: text("Customers", "How many they are."),
        k: text(
          "Period 0, 1, 2 …",
          "Share of them who bought in the k-th period after their first; 0 is that period. Grey: not complete, and in no average.",
        ),
        n: text("Order", "Which order it is about: 2 is the second."),
        days: text("Within days", "So many days from the first order."),
        "repeat.customers": text("Customers", "Whom the figure counts."),
        of: text("Of", "What they are a part of, or how many the figure rests on."),
        "repeat.value": text("Value", "A percentage, days, times or money, as the figure says."),
        low: text("From", "Lower end of the 95 % interval."),
        high: text("To", "Upper end of the 95 % interval."),
        measure: text("Name in data", "The figure's name in CSV and JSON."),
        dimension: text("Measure", "Recency, frequency or spend."),
        within: text("Within scores", "The cut points hold for customers with these scores in the measures before."),
        score: text("Score", "Higher is better."),
        over: text("Over", "Values over this one; empty where there is no lower end."),
        up_to: text("Up to", "Up to this one, included; empty where there is no upper end."),
        "cutPoints.customers": text("Customers", "How many have this score."),
        "distributions.customers": text("Customers", "How many have such a value."),
        "concentration.customers": text("Customers", "So many, those with the largest spend."),
        rows_are: text("Rows", "What became of them: read = used + all the others."),
        rows: text("Number", "How many rows."),
        money: text("Money", "What they are worth."),
        first_file: text("First in", "The file of the first of them."),
        first_line: text("Line", "Its line; the header is line 1."),
        from_segment: text(
          "From",
          "Segment one period before the as-of date; (new) had not bought yet, (back) not in the window.",
        ),
        to_segment: text(
          "To",
          "Segment at the as-of date, with the same cut points; (lapsed) is not in the window any more.",
        ),
        revenue_before: text("Spend before", "What they had spent by the earlier day."),
        revenue_after: text("Spend after", "What they had spent by the as-of date."),
        ordered: text("Ordered in between", "How many of them ordered after the earlier day."),
        state: text("State", "value; partial: the period is not complete; no data: an export is missing."),
        "cohortFigures.customers": text("Customers who bought", "Of the cohort, in the k-th period."),
        "cohortFigures.k": text("Periods after", "Which period after the first; 0 is the first."),
        rate: text("Share", "Customers who bought, of the cohort."),
        cumulative_revenue_per_customer: text("Revenue per customer so far", "From the first period to this one."),
        file: text("File", "As it was found."),
        bytes: text("Bytes", "Its size as stored."),
        sha256: text("SHA-256", "The fingerprint of its bytes: the same where the file is the same."),
        level: text("Kind", "A warning may change what you conclude."),
        text: text("Note", "What to know about these numbers."),
        sheet: text("Sheet", "Where the column is."),
        column: text("Column", "Its heading."),
        data_name: text("Name in data", "What CSV and JSON call it."),
        definition: text("Meaning", "What it says."),
      },
    },
    /** What `rfm lists` says; the names of tools' columns are the tools'. */
    lists: {
      headings: { customers: "customers", people: "people", file: "file", leftOut: "left out" },
      /** After a number of customers. */
      leftOut: {
        excluded: "excluded",
        no_consent: "without consent",
        no_address: "without an address",
        shared_address: "with another's address",
        held_out: "held out",
        too_few: "too few for a list",
      },
      contactColumns: (files: readonly { readonly file: string; readonly columns: string }[]) =>
        `contact fields are those of each customer's newest purchase: ${files
          .map(
            ({ file, columns }) =>
              `${file}: ${columns === "" ? "none known by name (--email COLUMN and the like)" : columns}`,
          )
          .join("; ")}`,
      exclusionsMet: (file: string, met: number, entries: number) =>
        `${count(met)} of ${plural(entries, "entry", "entries")} of ${file} ${met === 1 ? "is a customer" : "are customers"}`,
      exclusionsBlank: (file: string, rows: number) =>
        `${file}: ${plural(rows, "row")} without an address or id: nobody is excluded by ${rows === 1 ? "it" : "them"}`,
      consented: (condition: string, { yes, all, answers }: ConsentCounts) =>
        `${count(yes)} of ${plural(all, "customer")} consented on their newest purchase (${condition})${answers.shown.length === 0 ? "" : `; the others have ${values(answers)}`}`,
      consentNotAsked: (column: string, answers: CommonValues) =>
        `buying is no consent: "${column}" (${values(answers)}) says who agreed to marketing, and was not asked for; --consent "${column}=VALUE" writes only those who did`,
      consentUnknown:
        "buying is no consent: nothing here says who agreed to marketing; --consent COLUMN=VALUE or --exclude FILE leaves the others out",
      phonesLeftOut: (phones: number) =>
        `${plural(phones, "phone number")} left out: local, of a country that is not known, or too long or short; --default-country FI reads local numbers as Finnish`,
      countriesUnknown: (customers: number, countries: CommonValues) =>
        `the country of ${plural(customers, "customer")} is none that is known (${values(countries)}), and is written as it stands; advertising lists leave it out`,
      noEmail: (tool: string, customers: number) =>
        `${tool}: ${plural(customers, "customer")} left out for want of an e-mail address that it takes`,
      noAddress: (tool: string, customers: number) =>
        `${tool}: ${plural(customers, "customer")} left out for want of anything to reach them by`,
      sharedAddress: (tool: string, customers: number) =>
        `${tool}: ${plural(customers, "customer")} left out who share an address with a customer who bought later: one message an address`,
      holdout: (share: string) =>
        `${share} of customers are held out as a control group, the same people every time; they are in no list but their own`,
      defaultSalt:
        "ids are hashed with the usual salt, so whoever knows an id can find it; --salt with a secret of yours prevents that",
      hashedBeside: "tools that need addresses get them: only the ids are hashed there",
      tooFew: (lists: number, least: number) =>
        `${plural(lists, "list")} of fewer than ${count(least)} people ${lists === 1 ? "has its" : "have their"} header only (--min-size)`,
      changes: (from: string, to: string) =>
        `who entered and left each segment from ${from} to ${to}, both scored with the cut points of ${to}`,
      changesWithModel: (from: string, to: string, model: string) =>
        `who entered and left each segment from ${from} to ${to}, both scored with the cut points of ${model}`,
      written: (files: number, folder: string) => `${plural(files, "list")} written to ${folder}`,
      stale: (folder: string, files: readonly string[]) =>
        `${folder} has ${plural(files.length, "list")} of an earlier run that this one did not write (${files.slice(0, 3).join(", ")}${files.length > 3 ? " …" : ""}); delete them, or somebody may import them`,
    },
  };
}

/** A cell for a sentence, and how the scheme's own levels read it. */
function cellRead({ cell, read, levels }: { cell: string; read: string | null; levels: number }): string {
  return read === null ? `Cell ${cell}` : `Cell ${cell}, which the scheme reads as ${read} on its ${levels} levels,`;
}

function stepName(step: CohortStep): string {
  return typeof step === "number" ? `${step}-day window` : step;
}

/** The texts of a language; a key that is missing is a type error. */
export type Catalogue = ReturnType<typeof english>;

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** `2011-05` as May 2011, `2011-W05` as week 5 of 2011, `2011-Q1` as Q1 2011, `2011` as it is. */
function periodName(label: string): string {
  const [year = "", part = ""] = label.split("-");
  if (part === "") return label;
  if (part.startsWith("W")) return `week ${Number(part.slice(1))} of ${year}`;
  if (part.startsWith("Q")) return `${part} ${year}`;
  return `${MONTHS[Number(part) - 1] ?? part} ${year}`;
}

/** The texts of the HTML report in English. Money comes written, with its currency. */
function englishPage(formats: PeopleFormats) {
  const { count, number, share, day } = formats;
  const plural = pluralIn(formats);
  const days = (amount: number): string => plural(amount, "day");
  const customers = (amount: number): string => plural(amount, "customer");
  const points = (difference: number): string => `${number(Math.abs(difference) * 100)} percentage points`;
  return {
    periodName,
    /** A period's name where there is little room. */
    shortPeriod: (label: string) =>
      periodName(label)
        .replace(/^([A-Z][a-z]{2})[a-z]+/, "$1")
        .replace(/^week (\d+) of/, "wk $1,"),
    title: "Customer report",
    skip: "Skip to the report",
    onThisPage: "On this page",
    showNumbers: "Show the numbers",
    numbers: "the numbers",
    period: { week: "Week", month: "Month", quarter: "Quarter", year: "Year" } satisfies Readonly<
      Record<PeriodKind, string>
    > as Readonly<Record<PeriodKind, string>>,
    columns: {
      segment: "Segment",
      customers: "Customers",
      shareOfCustomers: "of all customers",
      revenue: "Revenue",
      shareOfRevenue: "of all revenue",
      orders: "Orders",
      averageOrder: "Average order",
      medianDays: "Days since last order (median)",
      whatToDo: "What to do",
    },
    lead: {
      asOf: (asOf: number, isGiven: boolean) =>
        isGiven ? `As of ${day(asOf)}; later orders are left out.` : `As of ${day(asOf)}, the newest day in the data.`,
      what: (from: number, to: number, amount: number, orders: number, money: string) =>
        `From ${day(from)} to ${day(to)}, ${customers(amount)} placed ${plural(orders, "order")} worth ${money} after refunds.`,
      returning: (part: number, revenuePart: number) =>
        `${share(part)} of them have ordered more than once so far, and bring ${share(revenuePart)} of the revenue.`,
      noRevenue: "After refunds nothing is left of the revenue, so nobody's share of it can be told.",
      best: (segment: string, part: number, revenuePart: number) =>
        `The group that has brought the most is ${segment}: ${share(part)} of customers, ${share(revenuePart)} of the revenue.`,
    },
    /** What did not come into the figures; `reason` is the largest, with its number of rows. */
    scope: {
      noCurrency: "The export names no currency.",
      aside: (aside: number, all: number, money: string, reason: string) =>
        `Left out: ${count(aside)} of ${plural(all, "row")}, worth ${money}; the largest reason: ${reason}.`,
    },
    /** Who has been silent for long, all together. `where` names segments with how many of them are there. */
    quiet: {
      heading: (amount: number, money: string) => `Slipping away: ${customers(amount)}, ${money} spent so far`,
      valuable: (lapseDays: number, where: string, part: number | null) =>
        `They have spent more than the typical customer and have not ordered for more than ${days(lapseDays)} (${where}).${part === null ? "" : ` That is ${share(part)} of the revenue.`} It is what they have spent so far, not what will be lost.`,
      others: (amount: number, money: string, where: string) =>
        `Another ${customers(amount)} who spent less ${amount === 1 ? "has" : "have"} been silent for as long, ${money} so far (${where}).`,
      measure: (lapseDays: number) =>
        `Nine in ten of those who came back never paused for longer than ${days(lapseDays)}.`,
      elsewhere: (amount: number) => `other groups ${count(amount)}`,
      none: (lapseDays: number) =>
        `Nobody who spent more than the typical customer has been silent for more than ${days(lapseDays)}`,
      untold: "Who is slipping away cannot be told yet",
    },
    latest: {
      heading: (period: string, kind: PeriodKind) => `${periodName(period)}, the newest complete ${kind}`,
      none: (kind: PeriodKind) =>
        `No whole ${kind} is in the data yet, so there is nothing to compare: these are the figures of all of it.`,
      all: "All of it so far",
      revenue: "Revenue after refunds",
      customers: "Customers who bought",
      newCustomers: "Bought for the first time",
      orders: "Orders",
      averageOrder: "Average order",
      retention: (kind: PeriodKind) => `Came back from the ${kind} before`,
      nothingBefore: "the period before is not complete",
      unknownChange: (before: string, period: string) => `${before} in ${periodName(period)}`,
      same: (period: string) => `the same as in ${periodName(period)}`,
      up: (change: number, before: string, period: string) =>
        `▲ ${share(change)} more than in ${periodName(period)} (${before})`,
      down: (change: number, before: string, period: string) =>
        `▼ ${share(change)} less than in ${periodName(period)} (${before})`,
      pointsUp: (difference: number, before: string, period: string) =>
        `▲ ${points(difference)} more than in ${periodName(period)} (${before})`,
      pointsDown: (difference: number, before: string, period: string) =>
        `▼ ${points(difference)} less than in ${periodName(period)} (${before})`,
    },
    first: {
      heading: "What to do first",
      best: "Keep: customers who ordered recently and bring the most",
      slipping: "Win back: customers who have been silent for long and brought the most",
      next: "Grow: others who ordered recently",
      figures: (amount: number, money: string, part: number) =>
        `${customers(amount)}, ${money} so far (${share(part)} of the revenue)`,
      figuresAlone: (amount: number, money: string) => `${customers(amount)}, ${money} so far`,
      none: "No group has brought any revenue after refunds, so none can be put first.",
      noneClear:
        "In no group with revenue have three in four customers ordered recently, or been silent for long, so none is put first.",
    },
    segments: {
      heading: "Who your customers are",
      intro:
        "Every customer is in exactly one group (a segment), by three things: how recently they last ordered, how often they order, and how much they have spent after refunds.",
      byCustomers: (segment: string, part: number) => `Largest group: ${segment}, ${share(part)} of customers`,
      byRevenue: (segment: string, part: number) => `Most revenue: ${segment}, ${share(part)} of it`,
      customersCaption: "Each rectangle is as large as the group's share of customers.",
      revenueCaption: "Each rectangle is as large as the group's share of the revenue.",
      unnamed: (segments: string) => `Too small for a name: ${segments}.`,
      tile: (value: string, part: number) => `${value} · ${share(part)}`,
      describe: (title: string, amount: number) => `Map of ${plural(amount, "group")} by size. ${title}.`,
      oneGroup: (segment: string, amount: number) => `All ${customers(amount)} are in one group: ${segment}.`,
      oneGroupTitle: "There is one group only",
      noRevenueTitle: "No map of the revenue",
      noRevenue: "A map needs revenue to share out, and after refunds there is none.",
      negative: (segments: string) =>
        `Left out of the map, because refunds are larger than purchases there: ${segments}.`,
      legend: "Colour: the kind of group that the scheme means it to be",
      families: {
        best: "best",
        growing: "growing",
        cooling: "cooling",
        slipping: "slipping",
        quiet: "quiet",
      } satisfies Readonly<Record<Family, string>> as Readonly<Record<Family, string>>,
      fifthsLegend: "Colour: the fifth of customers, by last order, that the group's typical customer is in",
      fifths: ["newest fifth", "second", "middle", "fourth", "oldest fifth"],
      tableHeading: "What to do about each group",
      tableIntro: "The group with the most revenue first. Typical means the median: half have less, half have more.",
      typical: (days: number, orders: number) =>
        `last ordered ${number(days)} ${days === 1 ? "day" : "days"} ago, ${number(orders)} ${orders === 1 ? "order" : "orders"}`,
      typicalCustomer: "Typical customer",
      avoid: (text: string) => `Avoid: ${text}`,
      watch: (text: string) => `Watch: ${text}`,
      outsideWindow: (amount: number) =>
        `${customers(amount)} ordered only before the time that this report looks at, and ${amount === 1 ? "is" : "are"} in no group.`,
      empty: (segments: string) => `Groups without a customer: ${segments}.`,
    },
    grid: {
      heading: "How recently and how often they order",
      intro: (recencyLevels: number, frequencyLevels: number) =>
        `Each customer has a score for how recently they last ordered (1 to ${recencyLevels}) and one for how often (1 to ${frequencyLevels}). The highest is best; what makes which score:`,
      customersTitle: (amount: number, part: number) =>
        amount === 0
          ? "Nobody has the best score in both"
          : `${customers(amount)} (${share(part)}) ${amount === 1 ? "has" : "have"} the best score in both`,
      revenueTitle: (part: number) => `The customers with the best score in both bring ${share(part)} of the revenue`,
      noRevenueTitle: "Money after refunds, by both scores",
      customersCaption:
        "Customers by recency score (down) and frequency score (across); the more customers, the stronger the colour.",
      revenueCaption:
        "Revenue after refunds by recency score (down) and frequency score (across); the more, the stronger the colour.",
      /** Why columns are empty: customers with the same number of orders share a score. */
      emptyColumns: (scores: string, level: number) =>
        `Nobody has frequency score ${scores}: so many customers have the same number of orders that they fill ${level === 1 ? "a whole step" : "several steps"} of the scale together, and they all get the same score.`,
      recency: (score: number) => `Recency ${score}`,
      frequency: (score: number) => `Frequency ${score}`,
      corner: "Recency ↓ Frequency →",
    },
    spread: {
      heading: "How different customers are",
      intro:
        "Where the customers stand on each of the three measures. Dashed lines are the cut points between one score and the next; the scores stand above.",
      titles: {
        recency: (median: number) => `Half of the customers last ordered within ${plural(median, "day")}`,
        frequency: (median: number) =>
          median <= 1
            ? "At least half of the customers ordered only once"
            : `Half of the customers have ${number(median)} orders or fewer`,
        monetary: (median: string) => `Half of the customers spent ${median} or less`,
      },
      captions: {
        recency: "Customers by whole days from their last order to the last day of the report (recency).",
        frequency: "Customers by their number of orders (frequency).",
        monetary: "Customers by what they spent after refunds (monetary value).",
      } satisfies Readonly<Record<Dimension, string>> as Readonly<Record<Dimension, string>>,
      columns: {
        recency: "Days since last order",
        frequency: "Orders",
        monetary: "Spent",
      } satisfies Readonly<Record<Dimension, string>> as Readonly<Record<Dimension, string>>,
      hint: (value: string, amount: number) => `${value}: ${customers(amount)}`,
      /** The same where there is little room. */
      short: { orMore: (value: string) => `${value}+`, orLess: (value: string) => `≤ ${value}` },
      orMore: (value: string) => `${value} or more`,
      orLess: (value: string) => `${value} or less`,
      over: (value: string) => `over ${value}`,
      between: (from: string, to: string) => `${from} – ${to}`,
      overUpTo: (over: string, to: string) => `over ${over}, to ${to}`,
      describe: (title: string, bins: number) => `Bar chart of ${plural(bins, "range")}. ${title}.`,
      sameTitle: {
        recency: "All customers last ordered on the same day",
        frequency: "All customers have the same number of orders",
        monetary: "All customers spent the same",
      } satisfies Readonly<Record<Dimension, string>> as Readonly<Record<Dimension, string>>,
      same: (value: string, amount: number) => `${value} (${customers(amount)}): there is nothing to draw.`,
      noLines: "No line is drawn: the scores come from each customer's place among others, not from fixed cut points.",
    },
    concentration: {
      heading: "How much the best customers bring",
      title: (part: number, revenuePart: number) =>
        `${share(part)} of customers bring ${share(revenuePart)} of the revenue`,
      caption:
        "Customers from the one who spent most to the one who spent least, and the share of the revenue they bring together. The dashed line is how it would be if all had spent the same.",
      half: (amount: number, part: number) =>
        `Half of the revenue comes from ${customers(amount)}, ${share(part)} of all.`,
      /** @param peak how high the line rises; `null` where that cannot be seen */
      negative: (amount: number, peak: number | null) =>
        `${customers(amount)} got more back than they paid${peak === null ? "" : `: the line rises to ${share(peak)}, and falls to ${share(1)} over them`}.`,
      describe: (title: string) => `Rising curve. ${title}.`,
      axis: (part: string) => `${part} of customers`,
      columns: {
        customers: "Customers who spent most",
        part: "of all customers",
        revenue: "bring",
        revenuePart: "of the revenue",
      },
      noneTitle: "How much the best customers bring cannot be told",
      none: "Refunds are as large as purchases or larger: there is no revenue to take a share of.",
      one: "There is one customer only, who brings all of it.",
    },
    retention: {
      heading: (kind: PeriodKind) => `Who comes back from ${kind} to ${kind}`,
      intro: (kind: PeriodKind) =>
        `Of the customers who ordered in one ${kind}, how many ordered again in the next: the retention rate.`,
      hatched: (kind: PeriodKind) => `A ${kind} that the data does not cover in full is hatched, and has no rate.`,
      countTitle: (period: string, amount: number) => `${customers(amount)} ordered in ${periodName(period)}`,
      countCaption: "Customers who ordered, by whether they also ordered in the period before.",
      kept: "ordered in the period before too",
      back: "came back after a pause",
      new: "ordered for the first time",
      partial: "not covered in full",
      rateTitle: (period: string, retained: number, before: number, rate: number) =>
        `In ${periodName(period)} ${share(rate)} came back: ${count(retained)} of ${count(before)}`,
      rateCaption: (pooled: number, periods: number) =>
        `Share of one period's customers who ordered again in the next. Dashed: ${share(pooled)}, ${periods === 1 ? "the one period with a rate" : `all ${plural(periods, "period")} with a rate together`}. Thick lines: how far chance alone could move each rate (95 % interval).`,
      hint: (period: string, what: string, amount: number) => `${periodName(period)}: ${customers(amount)} ${what}`,
      rateHint: (period: string, rate: number) => `${periodName(period)}: ${share(rate)}`,
      describe: (title: string, periods: number) => `Chart of ${plural(periods, "period")}. ${title}.`,
      columns: {
        customers: "Customers",
        kept: "Kept",
        back: "Back after a pause",
        new: "New",
        before: "In the period before",
        rate: "Retention rate",
        orders: "Orders",
        revenue: "Revenue",
      },
      incomplete: (name: string) => `${name} (not complete)`,
      newest: (shown: number, all: number) =>
        `The newest ${count(shown)} of ${plural(all, "period")}; the JSON report has them all.`,
      noneTitle: "No retention rate can be known yet",
      none: (kind: PeriodKind) => `It takes two complete ${kind}s in a row, and the data has fewer.`,
      onePeriodTitle: (kind: PeriodKind) => `One ${kind} is not enough to compare`,
      onePeriod: (name: string, amount: number, isComplete: boolean) =>
        `All orders are of ${name}${isComplete ? "" : ", which the data does not cover in full"}: ${customers(amount)} ordered.`,
    },
    cohorts: {
      heading: "How new customers develop",
      intro: (kind: PeriodKind) =>
        `Customers are put together by the ${kind} of their first order (a cohort) and followed: which share of them ordered 1, 2, 3 … ${kind}s later.`,
      title: (rate: number, kind: PeriodKind) =>
        `On average ${share(rate)} of new customers order again in the ${kind} after their first`,
      /** Beside the title: on how many cohorts it rests, and which one is not among them. */
      restsOn: (cohorts: number, first: string) =>
        `This is ${cohorts === 1 ? "one cohort" : `${plural(cohorts, "cohort")} together`}, without the first (${periodName(first)}): it may hold customers who had already ordered before the data begins.`,
      caption: "The stronger the colour, the more came back. Blank: still to come.",
      hatched: "Hatched: not covered in full.",
      averages: "On average: all cohorts that count and have had the time, together; how many stands in brackets.",
      cohort: "First order in",
      size: "New customers",
      average: "On average",
      averageOf: (amount: number) => `(${count(amount)})`,
      k: (k: number) => `+${k}`,
      kHint: (k: number, kind: PeriodKind) => `${plural(k, kind)} later`,
      newest: (shown: number, all: number) =>
        `The newest ${count(shown)} of ${plural(all, "cohort")}; the JSON report has them all.`,
      noneTitle: "Too early to follow new customers",
      none: (kind: PeriodKind) => `No cohort has a complete ${kind} after its first yet.`,
      onlyFirst: (kind: PeriodKind) =>
        `Only the first cohort has a complete ${kind} after its first yet, and it may hold customers who had already ordered before the data begins.`,
    },
    second: {
      heading: "How long the second order takes",
      title: (part: number, days: number) =>
        `An estimated ${share(part)} of customers order again within ${plural(days, "day")}`,
      caption:
        "Share of customers with a second order, by days since their first. Customers who have not had the time yet are counted for as long as they could be followed, so they do not pull the line down (the Kaplan–Meier method). Light band: how far chance alone could move the line (95 % interval).",
      describe: (title: string) => `Rising curve. ${title}.`,
      median: (days: number | null) =>
        days === null
          ? "Half of the customers have not come back within the time that can be seen."
          : `Half of the customers have come back after ${plural(days, "day")}.`,
      lapse: (days: number, lapsed: number, all: number) =>
        `Nine in ten returning customers never paused for more than ${plural(Math.floor(days), "day")}. ${count(lapsed)} of ${customers(all)} ${lapsed === 1 ? "has" : "have"} now been silent for longer.`,
      /** Why the shares on the page differ; the last is what the cohorts say, where they say it. */
      differs: (estimate: number, days: number, soFar: number, next: { rate: number; kind: PeriodKind } | null) =>
        `Why the shares differ: ${share(estimate)} is an estimate of who orders again within ${plural(days, "day")}, given that long; ${share(soFar)} is a count of who has ordered again so far, and many have not had the time${next === null ? "" : `; ${share(next.rate)} is who orders again in just one ${next.kind}, the next`}.`,
      oldCustomers:
        "A customer's first order is the first in the data. Those who had ordered before the data begins are counted from later on than they should be, so the estimate may be too high.",
      columns: {
        days: "Days since first order",
        part: "Have ordered again",
        low: "at least",
        high: "at most",
        atRisk: "Customers still followed",
      },
      noneTitle: "The second order cannot be timed yet",
      none: "No customer has come back on another day, so how long it takes cannot be told.",
      tooFew: "Fewer than ten customers could be followed long enough, too few to draw a line.",
    },
    movement: {
      heading: (kind: PeriodKind) => `Who moved in the last ${kind}`,
      title: (moved: number, from: number) => `${customers(moved)} changed group since ${day(from)}`,
      /** The moves first, with what those who moved have spent so far; the count of all stands behind. */
      fell: (amount: number, money: string, from: number) =>
        `${customers(amount)} (${money} spent so far) did not order after ${day(from)} and moved to a lower group`,
      rose: (amount: number, money: string, from: number) =>
        `${customers(amount)} (${money}) ordered after ${day(from)} and moved to a higher one`,
      aside: (amount: number) =>
        `${customers(amount)} ${amount === 1 ? "is" : "are"} neither: with an order in a lower group, or without one in a higher.`,
      higher: "A group is higher the earlier it stands in the scheme.",
      largestFalls: "The largest moves down without an order, by what those customers have spent so far",
      worth: (amount: number, from: string, to: string, money: string) =>
        `${customers(amount)} (${money}): ${from} → ${to}`,
      nobody: (from: number) => `Nobody changed group since ${day(from)}`,
      matrix: (from: number, to: number) =>
        `From the group of ${day(from)} (down) to that of ${day(to)} (across). Grey: stayed.`,
      caption: (to: number) =>
        `Both days are measured with the cut points of ${day(to)}, so a move is the customer's own.`,
      largest: "The largest moves",
      flow: (amount: number, from: string, to: string) => `${count(amount)}: ${from} → ${to}`,
      newPlace: "Not yet a customer",
      backPlace: "Not in the time looked at",
      lapsedPlace: "No longer in the time looked at",
      corner: "From ↓ to →",
      hint: (amount: number, from: string, to: string) => `${customers(amount)} from ${from} to ${to}`,
      columns: { from: "From", to: "To", customers: "Customers", ordered: "Ordered in between", worth: "Worth now" },
      listTitle: (shown: number, all: number) => `The largest ${count(shown)} of ${plural(all, "move")}`,
      rankedTitle: "Moves are not shown",
      ranked: "The scores rank customers against each other (ntile), so they change even for customers who do nothing.",
      tooEarlyTitle: "Too early to see moves",
      tooEarly: (kind: PeriodKind) => `One ${kind} before, nobody had ordered yet.`,
    },
    top: {
      heading: "The customers who spent most",
      title: (amount: number, part: number) =>
        `${amount === 1 ? "One customer brings" : `${count(amount)} customers bring`} ${share(part)} of the revenue`,
      plainTitle: (amount: number) => `The ${count(amount)} who spent most`,
      caption: "By what they spent after refunds.",
      masked: "E-mail addresses are shortened; --show-customers shows them in full.",
      customer: "Customer",
      orders: "Orders",
      spent: "Spent",
      last: "Last order",
      scores: "Scores",
    },
    method: {
      heading: "How the numbers were made",
      moreFiles: (more: number) => `and ${plural(more, "more file")}; the JSON report has them all.`,
      intro: "Everything above can be worked out again from the files named here.",
      moves: (from: number) =>
        `The moves between groups since ${day(from)} use this report's cut points on both days, as rfm compare does; rfm compare --cut-points-of from uses those of ${day(from)}, and its figures differ.`,
      words: "What the words mean",
      terms: {
        order: [
          "Order",
          "All rows of an export with the same order number. It counts when its status counts and it is worth more than 0.",
        ],
        refund: [
          "Refund",
          "Money given back. It lowers what a customer spent, and never how recently or how often they ordered.",
        ],
        recency: ["Recency", "Whole days from a customer's last order to the last day of the report. Fewer is better."],
        frequency: ["Frequency", "How many orders a customer placed."],
        frequencyDays: ["Frequency", "On how many different days a customer ordered."],
        monetary: ["Monetary value", "What a customer spent: orders less refunds."],
        monetaryMargin: [
          "Monetary value",
          "What a customer's orders earned: their margin, less refunds. Revenue is what was spent, as elsewhere.",
        ],
        monetaryMarginAverage: [
          "Monetary value",
          "What a customer's orders earned (their margin, less refunds), divided by the frequency. Revenue is what was spent, as elsewhere.",
        ],
        monetaryAverage: ["Monetary value", "What a customer spent (orders less refunds), divided by the frequency."],
        score: [
          "Score",
          "Each measure's place among all customers, from 1 up; the highest is best. Three scores written together, such as 543, are recency, frequency and monetary value.",
        ],
        segment: ["Segment", "A group of customers with similar scores. Every customer is in exactly one."],
        median: ["Median", "The middle one: half have less, half have more."],
        asOf: ["As-of date", "The last day that counts. It is the newest day in the data unless it was chosen."],
      } satisfies Readonly<Record<string, readonly [term: string, meaning: string]>>,
      choices: "Choices made",
      choice: {
        scheme: "Segment scheme",
        window: "Time looked at",
        allHistory: "all history",
        windowFrom: (from: number, to: number) => `${day(from)} to ${day(to)}`,
        windowFor: "the window limits frequency and money only",
        refunds: "Refunds",
        refundsNet: "taken off",
        refundsIgnored: "left out",
        version: "Program",
      },
      cutPoints: "Cut points",
      cutPointsIntro: "Which values give which score. A value on a cut point belongs to the lower one.",
      ledger: "What was read",
      files: "Files",
      file: "File",
      rows: "Rows",
      bytes: "Bytes",
      sha256: "SHA-256",
      filesIntro:
        "The SHA-256 is a fingerprint of the file: another file with the same one is the same to the last byte.",
      notes: "Notes",
      noNotes: "None.",
      warning: "Warning:",
      madeBy: (version: string) =>
        `Made by rfm ${version}. This page is one file: it has no scripts, and asks nothing of the network.`,
    },
  };
}
