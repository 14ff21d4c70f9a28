import type { EventShare } from "../../analysis/retention/kaplan-meier.ts";
import type { LadderRung } from "../../analysis/retention/purchase-ladder.ts";
import type { RepeatPurchase } from "../../analysis/retention/repeat.ts";
import type { CellValue, DataColumn, DataTable } from "../../csv/writer/data-table.ts";
import type { Language } from "../language/language.ts";
import { rowColumns } from "./row-columns.ts";

/** One figure of repeat purchase. */
interface RepeatFigure {
  readonly measure: string;
  readonly n?: number;
  readonly days?: number;
  readonly customers?: number;
  /** What `customers` is a part of, or how many the figure rests on. */
  readonly of?: number;
  /** A fraction, days, times or money in currency units, as the measure's name says. */
  readonly value?: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
}

/** Figures about money. */
const OF_MONEY: ReadonlySet<string> = new Set([
  "returning_revenue_share",
  "later_orders_revenue_share",
  "returning_times_first_order",
  "five_points_more_retention_revenue",
]);

/** Every figure of repeat purchase in long form, one row each; without money those that need none. */
export function repeatTable(repeat: RepeatPurchase, { hasMoney }: Pick<Language, "hasMoney">): DataTable {
  const figures = repeatFigures(repeat).filter(({ measure }) => hasMoney || !OF_MONEY.has(measure));
  const column = (name: (typeof REPEAT_COLUMNS)[number], kind: DataColumn["kind"]): DataColumn => ({
    name,
    kind,
    at: (row): CellValue => figures[row]?.[name] ?? null,
  });
  return {
    sheet: "repeat",
    length: figures.length,
    columns: [
      column("measure", "text"),
      column("n", "count"),
      column("days", "count"),
      column("customers", "count"),
      column("of", "count"),
      column("value", "number"),
      column("low", "number"),
      column("high", "number"),
    ],
  };
}

function repeatFigures(repeat: RepeatPurchase): readonly RepeatFigure[] {
  const { gaps, worth, moreRetention, customers } = repeat;
  const ofGaps = (measure: string, value: number | null): RepeatFigure => ({ measure, of: gaps.gaps, value });
  return [
    ...repeat.ladder.flatMap((rung): RepeatFigure[] => [
      { measure: "nth_order_share", n: rung.n, customers: rung.customers, of: customers, value: rung.shareOfAll },
      { measure: "next_order_share", n: rung.n, customers: rung.boughtAgain, of: rung.hadTime, value: rung.againRate },
      {
        measure: "nth_order_churn",
        n: rung.n,
        customers: rung.hadTime - rung.boughtAgain,
        of: rung.hadTime,
        value: rung.churnRate,
      },
    ]),
    ofGaps("gap_days_lower_quartile", gaps.lowerQuartile),
    ofGaps("gap_days_median", gaps.median),
    ofGaps("gap_days_upper_quartile", gaps.upperQuartile),
    ...repeat.second.within.map(
      ({ time, atRisk, share, low, high }): RepeatFigure => ({
        measure: "second_order_within",
        n: 2,
        days: time,
        of: atRisk,
        value: share,
        low,
        high,
      }),
    ),
    { measure: "second_order_median_days", n: 2, of: customers, value: repeat.second.medianDays },
    { measure: "lapse_days", of: gaps.repeaters, value: repeat.lapseDays },
    { measure: "lapsed_share", customers: repeat.lapsed, of: customers, value: repeat.lapsed / customers },
    { measure: "returning_times_as_likely", value: repeat.timesAsLikely },
    {
      measure: "returning_revenue_share",
      customers: worth.returningCustomers,
      of: customers,
      value: worth.revenueShare,
    },
    { measure: "later_orders_revenue_share", value: worth.laterOrdersShare },
    { measure: "returning_times_first_order", customers: worth.returningCustomers, value: worth.timesFirstOrder },
    {
      measure: "five_points_more_retention_revenue",
      of: moreRetention.periods,
      value: moreRetention.revenue,
    },
  ];
}

/** The rungs for people: who has an n-th order, and of those who have had the time, who ordered again. */
export function ladderTable(rungs: readonly LadderRung[], { words }: Language): DataTable {
  const { columns } = words.repeat;
  const column = rowColumns(rungs, columns);
  return {
    length: rungs.length,
    columns: [
      column("n", "count", ({ n }) => n),
      column("customers", "count", ({ customers }) => customers),
      column("share", "share", ({ shareOfAll }) => shareOfAll),
      column("had_time", "count", ({ hadTime }) => hadTime),
      column("bought_again", "count", ({ boughtAgain }) => boughtAgain),
      column("again_rate", "share", ({ againRate }) => againRate),
      column("churn_rate", "share", ({ churnRate }) => churnRate),
    ],
  };
}

/** For people: the share that has ordered a second time within so many days, with its band. */
export function secondOrderTable(within: readonly EventShare[], { words }: Language): DataTable {
  const { columns, withinDays } = words.repeat;
  const known = within.filter(({ share }) => share !== null);
  const column = rowColumns(known, columns);
  return {
    length: known.length,
    columns: [
      column("days", "text", ({ time }) => withinDays(time)),
      column("ordered_again", "share", ({ share }) => share),
      column("low", "share", ({ low }) => low),
      column("high", "share", ({ high }) => high),
      column("at_risk", "count", ({ atRisk }) => atRisk),
    ],
  };
}

export const REPEAT_COLUMNS = ["measure", "n", "days", "customers", "of", "value", "low", "high"] as const;
