import type { BacktestOrigin } from "../../analysis/backtest/backtest.ts";
import { ADDRESSED, RANKINGS } from "../../analysis/backtest/gains.ts";
import type { ReturnRow } from "../../analysis/backtest/return-table.ts";
import type { MethodCheck } from "../../analysis/forecast/origin-check.ts";
import type { DataColumn, DataTable } from "../../csv/writer/data-table.ts";
import { type Language, UNKNOWN } from "../language/language.ts";
import { signedShare } from "../language/signed-share.ts";
import { rowColumns } from "./row-columns.ts";

/** A row of a backtest, and the day that it looks back from. */
interface BacktestRow extends ReturnRow {
  readonly origin: BacktestOrigin;
}

/** What became of customers in long form: one row per score, cell and segment, of every day that was looked back from. */
export function backtestTable(origins: readonly BacktestOrigin[], { words }: Language): DataTable {
  const rows = origins.flatMap((origin) => origin.rows.map((row): BacktestRow => ({ ...row, origin })));
  const column = rowColumns<BacktestRow, (typeof BACKTEST_COLUMNS)[number]>(rows, words.forecasting.backtest.columns);
  return {
    sheet: "backtest",
    length: rows.length,
    columns: [
      column("group", "text", ({ group }) => group),
      column("value", "text", ({ value }) => value),
      column("customers", "count", ({ customers }) => customers),
      column("returned", "count", ({ returned }) => returned),
      column("return_rate", "share", ({ returnRate }) => returnRate),
      column("return_low", "share", ({ returnLow }) => returnLow),
      column("return_high", "share", ({ returnHigh }) => returnHigh),
      column("orders", "count", ({ orders }) => orders),
      column("revenue", "money", ({ revenue }) => revenue),
      column("revenue_per_customer", "quotient", ({ revenuePerCustomer }) => revenuePerCustomer),
      column("scored_on", "day", ({ origin }) => origin.scoredOn),
      column("until", "day", ({ origin }) => origin.to),
    ],
  };
}

/** For people: what became of each segment that had a customer, and of all. */
export function segmentReturnTable(rows: readonly ReturnRow[], { words }: Language): DataTable {
  const { columns, groups } = words.forecasting.backtest;
  const shown = rows.filter(({ group, customers }) => group === "all" || (group === "segment" && customers > 0));
  const column = rowColumns(shown, columns);
  return {
    length: shown.length,
    columns: [
      column("segment", "text", ({ group, value }) => (group === "all" ? groups.all : value)),
      column("customers", "count", ({ customers }) => customers),
      column("returned", "count", ({ returned }) => returned),
      column("return_rate", "share", ({ returnRate }) => returnRate),
      column("return_low", "share", ({ returnLow }) => returnLow, { rank: 2 }),
      column("return_high", "share", ({ returnHigh }) => returnHigh, { rank: 2 }),
      column("orders", "count", ({ orders }) => orders, { rank: 1 }),
      column("revenue", "money", ({ revenue }) => revenue, { rank: 1 }),
      column("revenue_per_customer", "quotient", ({ revenuePerCustomer }) => revenuePerCustomer),
    ],
  };
}

/** For people: the share of each score that came back, one column per measure, the highest score first. */
export function scoreReturnTable(rows: readonly ReturnRow[], { words, share, count }: Language): DataTable {
  const { columns } = words.forecasting.backtest;
  const scores = [...new Set(rows.filter(({ group }) => group.endsWith("_score")).map(({ value }) => Number(value)))];
  scores.sort((a, b) => b - a);
  const measure = (name: "recency" | "frequency" | "monetary"): DataColumn => ({
    name,
    kind: "text",
    align: "right",
    heading: columns[name],
    at: (index) => {
      const row = rows.find(({ group, value }) => group === `${name}_score` && value === String(scores[index]));
      return row === undefined || row.returnRate === null
        ? UNKNOWN
        : `${share(row.returnRate)} (${count(row.customers)})`;
    },
  });
  return {
    length: scores.length,
    columns: [
      { name: "score", kind: "count", heading: columns.score, at: (index) => scores[index] ?? null },
      measure("recency"),
      measure("frequency"),
      measure("monetary"),
    ],
  };
}

/** For people: how many of those who came back are reached by each ranking. */
export function gainTable({ gains }: BacktestOrigin, { words }: Language): DataTable {
  const { columns, rankings, bestShare } = words.forecasting.backtest;
  const ranked = RANKINGS.filter((ranking) => gains.some((gain) => gain.ranking === ranking));
  return {
    length: ranked.length,
    columns: [
      {
        name: "ranking",
        kind: "text",
        heading: columns.ranking,
        at: (index) => {
          const ranking = ranked[index];
          return ranking === undefined ? null : rankings[ranking];
        },
      },
      ...ADDRESSED.map(
        (part): DataColumn => ({
          name: `best_${Math.round(part * 100)}`,
          kind: "share",
          heading: bestShare(part),
          at: (index) =>
            gains.find(({ ranking, addressed }) => ranking === ranked[index] && addressed === part)?.reached ?? null,
        }),
      ),
    ],
  };
}

/** For people: how the model and the rules would have forecast on an earlier day. */
export function methodTable(methods: readonly MethodCheck[], { words, number, share, minus }: Language): DataTable {
  const { methods: names, backtest } = words.forecasting;
  const { columns } = backtest;
  const column = rowColumns(methods, columns);
  const figure = (...parts: Parameters<typeof column>): DataColumn => ({ ...column(...parts), align: "right" });
  return {
    length: methods.length,
    columns: [
      column("method", "text", ({ method }) => names[method]),
      column("expected", "count", ({ expectedOrders }) => Math.round(expectedOrders)),
      column("actual", "count", ({ actualOrders }) => actualOrders, { rank: 1 }),
      figure("off", "text", ({ bias }) => (bias === null ? UNKNOWN : signedShare(bias, { share, minus }))),
      figure("log_loss", "text", ({ logLoss }) => number(logLoss, 4)),
      figure("auc", "text", ({ auc }) => (auc === null ? UNKNOWN : number(auc, 3)), { rank: 1 }),
      column("best_fifth", "share", ({ bestFifth }) => bestFifth, { rank: 2 }),
    ],
  };
}

/** What became of customers by their earlier scores; `scored_on` and `until` tell the origins apart. */
export const BACKTEST_COLUMNS = [
  "group",
  "value",
  "customers",
  "returned",
  "return_rate",
  "return_low",
  "return_high",
  "orders",
  "revenue",
  "revenue_per_customer",
  "scored_on",
  "until",
] as const;
