import type { PeriodKind } from "../../../../basics/calendar/period.ts";
import { unbroken } from "../../phrasing.ts";
import { signedCount } from "../../signed-share.ts";
import { type EnglishGrammar, periodName, shortPeriodName } from "../grammar.ts";

/** The rest of the page's first screen: what to do first, the newest period, and the groups over time. */
export function englishPageFirstScreen({ count, share, day, days, plural, points, soFar, minus }: EnglishGrammar) {
  const signed = (change: number): string => signedCount(change, { count, minus });
  const when = (period: string): string => unbroken(shortPeriodName(period));
  const chance = (isChance: boolean): string => (isChance ? ", within chance" : "");
  return {
    first: {
      heading: "What to do first",
      roles: { "win back": "Win back", keep: "Keep", "second order": "Second order", "next order": "Next order" },
      /** Groups that are no segments. */
      groups: {
        lapsed: "good customers who have lapsed",
        "best fifth": "the best fifth of customers",
        "ordered once": "customers who ordered only once",
        /** The same where it can be told who has lapsed: they are not among them. */
        notLapsed: "customers who ordered only once and have not lapsed",
      },
      /** What to do about a group that is no segment. */
      advice: {
        lapsed: "Ask why they stopped, then make an offer that answers it.",
        "best fifth": "Thank them, show them first what is new, and ask for reviews; no discounts.",
        "ordered once": "Give a reason to return.",
      },
      /** The segments that they are in, with how many of them are in each. */
      where: (where: string) => `Groups: ${where}.`,
      spent: (money: string, part: number | null, since: number | null) =>
        `${money} spent ${soFar(since)}${part === null ? "" : `, ${share(part)} of the revenue`}.`,
      silentFor: (silent: number) => `Typically silent for ${days(silent)}.`,
      /** How many of a group may be written to; the others are not on its list. */
      mayBeWrittenTo: (amount: number, all: number) => {
        if (amount === 0) return "None of them may be written to, so the list is empty.";
        if (amount === all) return all === 1 ? "They may be written to." : "All of them may be written to.";
        return `${count(amount)} of them may be written to; the list has no others.`;
      },
      /** How many of a group are in the first one, too. */
      alsoFirst: (amount: number) => `${count(amount)} ${amount === 1 ? "is" : "are"} on the first list, too.`,
      commands: "Each command writes that group's list. One click selects it; run it where the exports are.",
      none: "No group has brought any revenue after refunds, so none can be put first.",
      noneClear:
        "In no group with revenue have three in four customers ordered recently, or been silent for a long time, so none is put first.",
    },
    latest: {
      heading: (period: string, kind: PeriodKind) => `${periodName(period)}, the newest complete ${kind}`,
      none: (kind: PeriodKind) =>
        `No whole ${kind} is in the data yet, so there is nothing to compare: these are the figures of all of it.`,
      all: "All of it so far",
      bars: (periods: number, kind: PeriodKind) => `Bars: ${plural(periods, kind)}, this one last.`,
      revenue: "Revenue after refunds",
      customers: "Customers who bought",
      newCustomers: "Bought for the first time",
      orders: "Orders",
      averageOrderValue: "Average order",
      retentionRate: (kind: PeriodKind) => `Came back from the ${kind} before`,
      unknown: (period: string) => `${when(period)}: not known`,
      unknownChange: (before: string, period: string) => `${before} in ${when(period)}`,
      same: (period: string) => `the same as in ${when(period)}`,
      up: (change: number, period: string) => `▲ ${share(change)} on ${when(period)}`,
      down: (change: number, period: string) => `▼ ${share(change)} on ${when(period)}`,
      pointsUp: (difference: number, period: string, isChance: boolean) =>
        `▲ ${points(Math.round(difference * 1000))} on ${when(period)}${chance(isChance)}`,
      pointsDown: (difference: number, period: string, isChance: boolean) =>
        `▼ ${points(Math.round(difference * 1000))} on ${when(period)}${chance(isChance)}`,
      interval: (low: number, high: number) => `95% interval ${share(low)}\u00A0–\u2060\u00A0${share(high)}`,
      columns: { figure: "Figure", change: "Change" },
    },
    overTime: {
      heading: "The groups over time",
      /** A group's name with the change of its number of customers. */
      change: (name: string, change: number) => `${name}\u00A0${signed(change)}`,
      title: (from: number, changes: string) => `Since ${day(from)}: ${changes}`,
      plainTitle: (to: number) => `Customers by kind of group up to ${day(to)}`,
      caption: (kind: PeriodKind, to: number) =>
        `Customers at each ${kind}'s end, all scored with the cut points of ${day(to)}.`,
      growing:
        "Orders add up from the first day of the data, so the better groups grow with it; --window counts only the newest orders.",
      /** Without a window silence is what cannot be seen yet; with one, it cannot be longer than the window. */
      short: (until: number, hasWindow: boolean) =>
        `Hatched: up to ${day(until)} the data is too short ${hasWindow ? "to fill the window" : "to show the longest silence"}.`,
      noFamily: "no kind",
      count: (name: string, amount: number, change: number | null) =>
        `${name} ${count(amount)}${change === null ? "" : ` (${signed(change)})`}`,
      describe: (title: string, points: number) => `Stacked areas over ${plural(points, "day")}. ${title}.`,
      day: "Day",
      total: "All",
      incomplete: (name: string) => `${name} (history too short)`,
      noneTitle: "The groups are not followed over time",
      none: {
        ranked: "The scores rank customers against each other (ntile), so earlier days cannot be scored alike.",
        "no families":
          "The scheme does not say of its segments which kind they are (family: best, growing, cooling, slipping or quiet).",
        "one day": (kind: PeriodKind) => `No customer had bought by the end of an earlier ${kind}.`,
      },
    },
  };
}
