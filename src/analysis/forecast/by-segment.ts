import type { SegmentedCustomers } from "../segments/assign-segments.ts";
import type { Forecast } from "./forecast.ts";
import type { ForecastTotal } from "./totals.ts";

/** The forecast of each segment. */
export interface SegmentForecast {
  /** The place of each customer's segment in the scheme, in the forecast's order; −1 for those who are not scored. */
  readonly segment: Int16Array;
  /** In the scheme's order. */
  readonly segments: readonly { readonly name: string; readonly total: ForecastTotal }[];
  /** Customers whose purchases all lie before the window; `null` without any. */
  readonly notScored: ForecastTotal | null;
}

/** Sums a forecast by the segments that its customers are in; the parts add up to the total. */
export function forecastBySegment(
  forecast: Forecast,
  { customers, scheme, segment }: SegmentedCustomers,
): SegmentForecast {
  const segmentByKey = new Map<number, number>();
  for (let index = 0; index < customers.length; index += 1) {
    segmentByKey.set(customers.customer[index] as number, segment[index] as number);
  }
  const own = Int16Array.from(forecast.customers, (customer) => segmentByKey.get(customer) ?? -1);
  const everybody = Int32Array.from(own.keys());
  const membersOf = (index: number): Int32Array => everybody.filter((place) => own[place] === index);
  const outside = membersOf(-1);
  return {
    segment: own,
    segments: scheme.segments.map(({ name }, index) => ({ name, total: forecast.totalOf(membersOf(index)) })),
    notScored: outside.length === 0 ? null : forecast.totalOf(outside),
  };
}
