import { InputError } from "../../errors.ts";
import type { OrderTable } from "../../orders/order-table.ts";
import { type Backtest, backtestOrders } from "../backtest/backtest.ts";
import { forecastBySegment, type SegmentForecast } from "../forecast/by-segment.ts";
import { type Forecast, forecastOrders } from "../forecast/forecast.ts";
import { historyCover } from "../forecast/history-cover.ts";
import { DEFAULT_FORECAST_SPAN, daysAfter } from "../forecast/horizon.ts";
import { timelinesOf } from "../retention/timelines.ts";
import type { SegmentedCustomers } from "../segments/assign-segments.ts";
import type { SegmentOptions } from "../segments/segment-customers.ts";

/** A forecast with what a report shows beside it. */
export interface ReportedForecast {
  readonly forecast: Forecast;
  readonly bySegment: SegmentForecast;
  /** The id of a customer by the place among the order table's keys. */
  readonly idOf: (customer: number) => string;
}

/** What a report looks back and ahead at, where it was asked to. */
export interface Outlook {
  /** `null` where it was not asked for, or cannot be made. */
  readonly backtest: Backtest | null;
  readonly forecast: ReportedForecast | null;
  /** Why something that was asked for is not there. */
  readonly refusals: readonly InputError[];
}

export interface OutlookOptions extends SegmentOptions {
  readonly backtest: boolean;
  readonly forecast: boolean;
}

/** On so many earlier days the models are tested. */
const ORIGINS = 2;

/**
 * Looks back at whether the scores told who came back, and ahead at who will order in the next 90 days, or in half as many days
 * as the history has, if that is less. What the history is too thin for is left out, with the reason.
 */
export function outlookOf(orders: OrderTable, segmented: SegmentedCustomers, options: OutlookOptions): Outlook {
  const refusals: InputError[] = [];
  const made = <T>(wanted: boolean, make: () => T): T | null => {
    if (!wanted) return null;
    try {
      return make();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      refusals.push(error);
      return null;
    }
  };
  return {
    backtest: made(options.backtest, () => backtestOrders(orders, { ...options, origins: ORIGINS })),
    forecast: made(options.forecast, () => forecastOf(orders, segmented, options.asOf)),
    refusals,
  };
}

function forecastOf(orders: OrderTable, segmented: SegmentedCustomers, asOf: number): ReportedForecast {
  const { firstDay } = historyCover(timelinesOf(orders, asOf), asOf);
  const days = Math.max(1, Math.min(daysAfter(asOf, DEFAULT_FORECAST_SPAN), Math.floor((asOf - firstDay + 1) / 2)));
  const forecast = forecastOrders(orders, { asOf, days, origins: ORIGINS });
  const idOf = (customer: number): string => orders.customerKeys[customer] ?? "";
  return { forecast, bySegment: forecastBySegment(forecast, segmented), idOf };
}
