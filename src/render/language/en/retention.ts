import { formatDay } from "../../../basics/calendar/days.ts";
import type { PeriodKind } from "../../../basics/calendar/period.ts";
import type { Span } from "../../../basics/calendar/span.ts";
import type { EnglishGrammar, Names } from "./grammar.ts";

/** What `rfm retention` says. */
export function englishRetention({ count, share, day, plural, customers, listed, span, points }: EnglishGrammar) {
  return {
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
      stock_before: "active",
      stock_end: "at end",
      stock_retention_rate: "still active",
      textbook_retention_rate: "textbook",
      segment: "segment",
      average: "average",
    },
    noData: "no data",
    toDate: "to date",
    /** A period that began before the exports do. */
    inPart: "in part",
    inPeriod: (period: string) => `in ${period}`,
    keptOf: (retained: number, before: number) => `${count(retained)} of ${count(before)}`,
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
    active: (active: {
      before: number;
      span: Span;
      period: string;
      rate: number;
      end: number;
      new: number;
      textbook: number;
      /** Customers whom the textbook's rate counts as kept and who came from outside the active; may be < 0. */
      backAgain: number;
    }) => {
      const why =
        active.backAgain > 0
          ? `because it counts as kept ${customers(active.backAgain)} who had lapsed before and came back`
          : active.backAgain === 0
            ? "the same, because no lapsed customer came back; it would count them as kept"
            : "less, because it subtracts new customers who had lapsed again by the end";
      return (
        `Of ${customers(active.before)} active within ${span(active.span)} before ${active.period}, ${share(active.rate)} were still active at its end; ` +
        `the textbook formula, (${count(active.end)} at the end − ${count(active.new)} new) / ${count(active.before)}, gives ${share(active.textbook)}, ${why}.`
      );
    },
    couldLeave: (active: { span: Span; kind: PeriodKind; period: string; couldLeave: number; left: number }) =>
      `Only customers whose last order turns older than ${span(active.span)} in the ${active.kind} can lapse, ${count(active.couldLeave)} of them in ${active.period}: ` +
      `${count(active.couldLeave - active.left)} bought in time, ${count(active.left)} lapsed. Everyone else stays active whatever they do.`,
    bySegment: (kind: PeriodKind, best: { segment: string; rate: number }, worst: { segment: string; rate: number }) =>
      `Of the customers in a segment on the day before a ${kind}, the share that bought in it, scored with the cut points of the as-of date: ` +
      `on average from ${share(best.rate)} (${best.segment}) down to ${share(worst.rate)} (${worst.segment}).`,
    /** @param covers as it is typed, `2011-01-01..2011-03-31` */
    holes: (periods: Names, kind: PeriodKind, covers: string) =>
      `${listed(periods)} ${periods.length === 1 ? "has" : "have"} no order at all: orders are probably missing from the data, and ${periods.length === 1 ? "its" : "their"} rates and the next ${kind}'s are left out. ` +
      `Add them; or, if nothing was sold then, say which days the data covers: --covers ${covers}`,
    mayBeginBefore: (from: number, kind: PeriodKind) =>
      `the history may begin before ${day(from)}: the first ${kind}'s "new" customers may be old ones, and the next few ${kind}s' too`,
    /** @param covers the options as they are typed */
    coverBegins: (period: string, from: number, covers: string) =>
      `${period} is not complete, because the orders begin on ${day(from)}; if the data covers the rest of it, say so with ${covers}`,
    coverEnds: (period: string, to: number, covers: string) =>
      `${period} is not complete, because the orders end on ${day(to)}; if the data covers the rest of it, say so with ${covers}`,
    /** The cover goes on after the day up to which orders count. */
    coversAfter: (to: number, asOf: number) =>
      `--covers goes up to ${day(to)}, but nothing after the as-of date, ${day(asOf)}, counts: add --as-of ${formatDay(to)}`,
    /** @param shorter a period of which there are enough */
    tooFew: (
      kind: PeriodKind,
      orders: { from: number; to: number },
      shorter: { kind: PeriodKind; complete: number } | null,
    ) => {
      const instead =
        shorter === null
          ? "Add orders of more days"
          : `Try --period ${shorter.kind} (${plural(shorter.complete, `complete ${shorter.kind}`)}), or add older orders`;
      return `no retention rate yet: that takes two complete ${kind}s in a row, and the orders run from ${day(orders.from)} to ${day(orders.to)}. ${instead}; if the data covers more days than that, say so with --covers FROM..TO, and where they end later with --as-of TO, too`;
    },
  };
}
