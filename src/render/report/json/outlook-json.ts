import type { Backtest, BacktestOrigin } from "../../../analysis/backtest/backtest.ts";
import type { ReturnRow } from "../../../analysis/backtest/return-table.ts";
import type { Stability, StayShare } from "../../../analysis/backtest/stability.ts";
import type { Forecast } from "../../../analysis/forecast/forecast.ts";
import type { Guard } from "../../../analysis/forecast/guards.ts";
import type { OriginCheck } from "../../../analysis/forecast/origin-check.ts";
import type { ForecastTotal } from "../../../analysis/forecast/totals.ts";
import type { Outlook } from "../../../analysis/report/outlook.ts";
import { forecastDigits } from "../../../analysis/steady-digits.ts";
import { formatDay } from "../../../basics/calendar/days.ts";
import { backtestTable } from "../../tables/backtest-table.ts";
import { type JsonTree, moneyTree, tableTree } from "../../tables/json-tree.ts";
import type { ReportInput } from "../report-input.ts";

/** What a report says of who came back and who will order; both `null` where it was not asked. */
export function outlookJson({ outlook, language }: ReportInput): Readonly<Record<string, JsonTree>> {
  const { backtest = null, forecast = null } = outlook ?? {};
  return {
    backtest: backtest === null ? null : backtestJson(backtest, language),
    forecast: forecast === null ? null : forecastJson(forecast),
  };
}

function backtestJson({ days, origins }: Backtest, language: ReportInput["language"]): JsonTree {
  return {
    days,
    origins: origins.map((origin) => ({
      scored_on: formatDay(origin.scoredOn),
      from: formatDay(origin.from),
      to: formatDay(origin.to),
      rows: tableTree(backtestTable([origin], language)),
      wrong_orders: origin.wrongOrders.map(({ higher, lower }) => ({
        higher: sideJson(higher),
        lower: sideJson(lower),
      })),
      gains: origin.gains.map(({ ranking, addressed, reached }) => ({ ranking, addressed, reached })),
      stability: stabilityJson(origin),
      ...checkJson(origin.check),
    })),
  };
}

function sideJson({ value, customers, returned, returnRate }: ReturnRow): JsonTree {
  return { segment: value, customers, returned, return_rate: returnRate };
}

function stabilityJson({ stability }: BacktestOrigin): JsonTree {
  if (stability === null) return null;
  const period = ({ from, to }: Stability["firstPeriod"]): JsonTree => ({ from: formatDay(from), to: formatDay(to) });
  const share = ({ observed, expected, error }: StayShare): JsonTree => ({
    observed,
    expected: known(expected),
    standard_error: known(error),
  });
  return {
    first_period: period(stability.firstPeriod),
    second_period: period(stability.secondPeriod),
    customers: stability.customers,
    by_orders: share(stability.byOrders),
    by_spend: share(stability.bySpend),
  };
}

function checkJson({ choice, methods }: OriginCheck): Readonly<Record<string, JsonTree>> {
  return {
    model: choice.chosen?.name ?? null,
    no_model: guardName(choice.guard),
    methods: methods.map((method) => ({
      method: method.method,
      expected_orders: known(method.expectedOrders),
      actual_orders: method.actualOrders,
      bias: known(method.bias),
      log_loss: known(method.logLoss),
      auc: method.auc,
      best_fifth: method.bestFifth,
    })),
  };
}

function known(value: number | null): number | null {
  return value === null ? null : forecastDigits(value);
}

function guardName(guard: Guard | null): string | null {
  return guard === null ? null : guard.kind;
}

function forecastJson({ forecast, bySegment }: NonNullable<Outlook["forecast"]>): JsonTree {
  const { asOf, days, interval, checks, total, values } = forecast;
  const used = values.fault === null ? values.model : null;
  return {
    from: formatDay(asOf + 1),
    to: formatDay(asOf + days),
    days,
    interval,
    ...sourceJson(forecast),
    order_value:
      used === null
        ? null
        : {
            p: forecastDigits(used.parameters.p),
            q: forecastDigits(used.parameters.q),
            v: moneyTree(forecastDigits(used.parameters.v)),
          },
    total: totalJson(total),
    segments: bySegment.segments.map(({ name, total: own }) => ({ segment: name, ...totalJson(own) })),
    outside_window: bySegment.notScored === null ? null : totalJson(bySegment.notScored),
    earlier: checks.map((check) => ({ as_of: formatDay(check.asOf), ...checkJson(check) })),
  };
}

function sourceJson({ source }: Forecast): Readonly<Record<string, JsonTree>> {
  if (source.kind === "rule") {
    return {
      model: null,
      parameters: null,
      log_likelihood: null,
      rule: source.prediction.rule,
      no_model: source.guard.kind,
    };
  }
  const { name, parameters, logLikelihood } = source.model;
  return {
    model: name,
    parameters: Object.fromEntries(Object.entries(parameters).map(([key, value]) => [key, forecastDigits(value)])),
    log_likelihood: forecastDigits(logLikelihood),
    rule: null,
    no_model: null,
  };
}

function totalJson(total: ForecastTotal): Readonly<Record<string, JsonTree>> {
  const money = (value: number | null): JsonTree =>
    value === null ? null : moneyTree(Math.round(forecastDigits(value)));
  return {
    customers: total.customers,
    expected_buyers: known(total.expectedBuyers),
    expected_orders: known(total.expectedOrders),
    orders_low: total.ordersLow,
    orders_high: total.ordersHigh,
    expected_spend: money(total.expectedSpend),
    spend_low: money(total.spendLow),
    spend_high: money(total.spendHigh),
  };
}
