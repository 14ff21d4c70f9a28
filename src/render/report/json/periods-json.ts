import type { PeriodFigures } from "../../../analysis/report/latest-period.ts";
import type { Movement, NoMovement } from "../../../analysis/report/movement.ts";
import type { TrailingYear, YearOfRevenue } from "../../../analysis/report/trailing-year.ts";
import type { CohortAverage } from "../../../analysis/retention/cohorts.ts";
import type { RepeatPurchase } from "../../../analysis/retention/repeat.ts";
import { formatDay } from "../../../basics/calendar/days.ts";
import type { Language } from "../../language/language.ts";
import { cohortTable } from "../../tables/cohort-table.ts";
import { changeTable, flowTable } from "../../tables/compare-tables.ts";
import { type JsonTree, tableTree } from "../../tables/json-tree.ts";
import { repeatTable } from "../../tables/repeat-table.ts";
import { retentionTable } from "../../tables/retention-table.ts";
import type { ReportInput } from "../report-input.ts";
import { changesJson } from "./first-screen-json.ts";
import { movedJson } from "./moved-json.ts";

/** What a report says of the customers from period to period, over all history. */
export function periodsJson({ report, language }: ReportInput): Readonly<Record<string, JsonTree>> {
  const { overTime } = report;
  if (overTime === null) return withoutPeriods(language);
  const { latest, retention, cohorts, repeat, movement } = overTime;
  const { covers, kind, pooledRetention, periodsPooled } = retention;
  return {
    period: kind,
    covers: { from: formatDay(covers.from), to: formatDay(covers.to) },
    latest_period: {
      latest: figuresJson(latest.latest),
      before: figuresJson(latest.before),
      year_before: figuresJson(latest.yearBefore),
      changes: changesJson(overTime),
      trailing_year: trailingYearJson(overTime.trailingYear),
    },
    retention: tableTree(retentionTable(retention, language)).map((row, index) => ({
      ...row,
      new_revenue: retention.rows[index]?.newRevenue ?? null,
    })),
    average_retention: { rate: pooledRetention, periods: periodsPooled },
    cohorts: tableTree(cohortTable(cohorts)),
    cohort_averages_without: cohorts.leftOut,
    cohort_averages: cohorts.averages.map(averageJson),
    repeat: repeat === null ? null : repeatJson(repeat, language),
    ...movementJson(movement, language),
  };
}

/** The same keys where only sums of the customers are known. */
function withoutPeriods(language: Language): Readonly<Record<string, JsonTree>> {
  const keys = ["period", "covers", "latest_period", "retention", "average_retention", "cohorts"];
  const others = ["cohort_averages_without", "cohort_averages", "repeat"];
  return {
    ...Object.fromEntries([...keys, ...others].map((key) => [key, null])),
    ...movementJson("no single orders", language),
  };
}

function figuresJson(figures: PeriodFigures | null): JsonTree {
  if (figures === null) return null;
  return {
    period: figures.period,
    first_day: formatDay(figures.firstDay),
    last_day: formatDay(figures.lastDay),
    customers: figures.customers,
    new_customers: figures.newCustomers,
    orders: figures.orders,
    revenue: figures.revenue,
    average_order_value: figures.averageOrderValue,
    retention_rate: figures.retentionRate,
    retention_low: figures.retentionLow,
    retention_high: figures.retentionHigh,
  };
}

/** The newest twelve complete months beside the twelve before. */
function trailingYearJson(year: TrailingYear | null): JsonTree {
  if (year === null) return null;
  const figures = ({ firstDay, lastDay, revenue }: YearOfRevenue) => ({
    first_day: formatDay(firstDay),
    last_day: formatDay(lastDay),
    revenue,
  });
  return { ...figures(year), before: figures(year.before), change: year.change };
}

function averageJson({ k, cohorts, figures }: CohortAverage): JsonTree {
  return {
    k,
    cohorts,
    counted: figures?.counted ?? null,
    customers: figures?.customers ?? null,
    rate: figures?.rate ?? null,
    orders: figures?.orders ?? null,
    revenue: figures?.revenue ?? null,
    cumulative_revenue_per_customer: figures?.cumulativeRevenuePerCustomer ?? null,
  };
}

function repeatJson(repeat: RepeatPurchase, language: Language): JsonTree {
  return {
    customers: repeat.customers,
    counted_as: repeat.frequency,
    lapse_days: repeat.lapseDays,
    lapsed_customers: repeat.lapsed,
    figures: tableTree(repeatTable(repeat, language)),
    second_order: repeat.second.curve.map(({ time, atRisk, share, low, high }) => ({
      days: time,
      still_followed: atRisk,
      share,
      low,
      high,
    })),
  };
}

/** Moves since one period before the as-of date, or why there are none to tell. */
function movementJson(
  movement: Movement | NoMovement | "no single orders",
  language: Language,
): Readonly<Record<string, JsonTree>> {
  if (typeof movement === "string") return { movement: null, no_movement: movement };
  return {
    movement: {
      from: formatDay(movement.fromDay),
      to: formatDay(movement.toDay),
      moved: movedJson(movement.flows),
      flows: tableTree(flowTable(movement, language)),
      segments: tableTree(changeTable(movement, language)),
    },
    no_movement: null,
  };
}
