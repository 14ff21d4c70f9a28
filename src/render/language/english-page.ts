import type { PeriodKind } from "../../core/calendar/period.ts";
import type { Dimension } from "../../core/scores/dimension.ts";
import type { PeopleFormats } from "./people-formats.ts";

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
export function englishPage({ count, number, share, day }: PeopleFormats) {
  const plural = (amount: number, one: string, many = `${one}s`): string =>
    `${count(amount)} ${amount === 1 ? one : many}`;
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
      lastOrder: "Last order",
      medianDays: "Days since last order (median)",
      whatToDo: "What to do",
    },
    lead: {
      asOf: (asOf: number, isGiven: boolean) =>
        isGiven ? `As of ${day(asOf)}; later orders are left out.` : `As of ${day(asOf)}, the newest day in the data.`,
      what: (from: number, to: number, amount: number, orders: number, money: string) =>
        `From ${day(from)} to ${day(to)}, ${customers(amount)} placed ${plural(orders, "order")} worth ${money} after refunds.`,
      returning: (part: number, revenuePart: number) =>
        `${share(part)} of them have ordered more than once, and bring ${share(revenuePart)} of the revenue.`,
      noRevenue: "After refunds nothing is left of the revenue, so nobody's share of it can be told.",
      best: (segment: string, part: number, revenuePart: number) =>
        `The most valuable group is ${segment}: ${share(part)} of customers, ${share(revenuePart)} of the revenue.`,
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
      best: "Keep: the group that brings the most",
      slipping: "Win back: the most valuable group gone quiet",
      next: "Grow: the next most valuable group",
      figures: (amount: number, money: string, part: number) =>
        `${customers(amount)}, ${money} so far (${share(part)} of the revenue)`,
      figuresAlone: (amount: number, money: string) => `${customers(amount)}, ${money} so far`,
      none: "No group has brought any revenue after refunds, so none can be put first.",
    },
    segments: {
      heading: "Who your customers are",
      intro:
        "Every customer is in exactly one group (a segment), by three things: how recently they last ordered, how often they order, and how much they have spent after refunds.",
      byCustomers: (segment: string, part: number) => `Largest group: ${segment}, ${share(part)} of customers`,
      byRevenue: (segment: string, part: number) => `Most revenue: ${segment}, ${share(part)} of it`,
      customersCaption: "Each rectangle is as large as the group's share of customers.",
      revenueCaption: "Each rectangle is as large as the group's share of the revenue.",
      tile: (value: string, part: number) => `${value} · ${share(part)}`,
      describe: (title: string, amount: number) => `Map of ${plural(amount, "group")} by size. ${title}.`,
      oneGroup: (segment: string, amount: number) => `All ${customers(amount)} are in one group: ${segment}.`,
      oneGroupTitle: "There is one group only",
      noRevenueTitle: "No map of the revenue",
      noRevenue: "A map needs revenue to share out, and after refunds there is none.",
      negative: (segments: string) =>
        `Left out of the map, because refunds are larger than purchases there: ${segments}.`,
      legend: "Colour: how long ago the group's typical customer last ordered",
      bands: ["most recently", "recently", "in the middle", "long ago", "longest ago"],
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
        "Customers by recency score (down) and frequency score (across); the more customers, the darker.",
      revenueCaption:
        "Revenue after refunds by recency score (down) and frequency score (across); the more, the darker.",
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
      negative: (amount: number) =>
        `${customers(amount)} got more back than they paid: the line rises over 100 % and falls again over them.`,
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
        `Of the customers who ordered in one ${kind}, how many ordered again in the next: the retention rate. A ${kind} that the data does not cover to its end is hatched, and has no rate yet.`,
      countTitle: (period: string, amount: number) => `${customers(amount)} ordered in ${periodName(period)}`,
      countCaption: "Customers who ordered, by whether they also ordered in the period before.",
      kept: "ordered in the period before too",
      back: "came back after a pause",
      new: "ordered for the first time",
      partial: "not complete yet",
      rateTitle: (period: string, retained: number, before: number, rate: number) =>
        `In ${periodName(period)} ${share(rate)} came back: ${count(retained)} of ${count(before)}`,
      rateCaption: (pooled: number, periods: number) =>
        `Share of one period's customers who ordered again in the next. Dashed: ${share(pooled)}, the average of ${plural(periods, "period")}. Thick lines: where the true rate most likely lies, chance aside (95 % interval).`,
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
        `The newest ${count(shown)} of ${count(all)} periods; the JSON report has them all.`,
      noneTitle: "No retention rate can be known yet",
      none: (kind: PeriodKind) => `It takes two complete ${kind}s in a row, and the data has fewer.`,
      onePeriodTitle: (kind: PeriodKind) => `One ${kind} is not enough to compare`,
      onePeriod: (name: string, amount: number, isComplete: boolean) =>
        `All orders are of ${name}${isComplete ? "" : ", which is not complete yet"}: ${customers(amount)} ordered.`,
    },
    cohorts: {
      heading: "How new customers develop",
      intro: (kind: PeriodKind) =>
        `Customers are put together by the ${kind} of their first order (a cohort) and followed: which share of them ordered 1, 2, 3 … ${kind}s later.`,
      title: (rate: number, kind: PeriodKind) =>
        `On average ${share(rate)} of new customers order again in the ${kind} after their first`,
      caption: "The darker, the more came back. Hatched: not complete yet. Blank: still to come.",
      cohort: "First order in",
      size: "New customers",
      average: "On average",
      averageOf: (amount: number) => plural(amount, "cohort"),
      k: (k: number) => `+${k}`,
      kHint: (k: number, kind: PeriodKind) => `${plural(k, kind)} later`,
      newest: (shown: number, all: number) =>
        `The newest ${count(shown)} of ${count(all)} cohorts; the JSON report has them all.`,
      first: "The first cohort may hold customers who had already ordered before the data begins.",
      noneTitle: "Too early to follow new customers",
      none: (kind: PeriodKind) => `No cohort has a complete ${kind} after its first yet.`,
    },
    second: {
      heading: "How long the second order takes",
      title: (part: number, days: number) =>
        `An estimated ${share(part)} of customers order again within ${plural(days, "day")}`,
      caption:
        "Share of customers with a second order, by days since their first. Customers who have not had the time yet are counted for as long as they could be followed, so they do not pull the line down (the Kaplan–Meier method). Light band: where the true line most likely runs, chance aside (95 % interval).",
      describe: (title: string) => `Rising curve. ${title}.`,
      median: (days: number | null) =>
        days === null
          ? "Half of the customers have not come back within the time that can be seen."
          : `Half of the customers have come back after ${plural(days, "day")}.`,
      lapse: (days: number, lapsed: number, all: number) =>
        `Nine in ten returning customers never paused for more than ${plural(Math.floor(days), "day")}. ${count(lapsed)} of ${customers(all)} ${lapsed === 1 ? "has" : "have"} now been silent for longer.`,
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
      nobody: (from: number) => `Nobody changed group since ${day(from)}`,
      caption: (from: number, to: number) =>
        `From the group of ${day(from)} (down) to that of ${day(to)} (across, by the same numbers). Grey: stayed. Both days are measured with the cut points of ${day(to)}, so a move is the customer's own; rfm compare uses those of the earlier day, and its figures differ.`,
      largest: "The largest moves",
      flow: (amount: number, from: string, to: string) => `${count(amount)}: ${from} → ${to}`,
      newPlace: "Not yet a customer",
      backPlace: "Not in the time looked at",
      lapsedPlace: "No longer in the time looked at",
      corner: "From ↓ to →",
      hint: (amount: number, from: string, to: string) => `${customers(amount)} from ${from} to ${to}`,
      columns: { from: "From", to: "To", customers: "Customers", worth: "Worth now" },
      listTitle: (shown: number, all: number) => `The largest ${count(shown)} of ${count(all)} moves`,
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
