import { formatDay } from "../../core/calendar/days.ts";
import type { OrderEvent, SilenceEvent } from "../../core/explain/events.ts";
import type { ExplainedMeasure, Explanation } from "../../core/explain/explain-customer.ts";
import type { Dimension } from "../../core/scores/dimension.ts";
import type { Scheme } from "../../core/segments/scheme.ts";
import { plural } from "../../core/words.ts";
import { peopleMoney, peopleNumber } from "../people.ts";
import { ruleText } from "../schemes/scheme-grid.ts";

/** What frequency counts, for people. */
export type FrequencyUnit = "orders" | "days";

/** The orders in one sentence. */
export function ordersSentence({ orders }: Explanation): string {
  const purchases = orders.filter((order) => order.amount > 0);
  const refunds = orders.filter((order) => order.amount < 0);
  const sum = (amounts: typeof orders): bigint => amounts.reduce((total, order) => total + BigInt(order.amount), 0n);
  const [first, last] = [purchases[0]?.day ?? 0, purchases.at(-1)?.day ?? 0];
  const span = first === last ? `on ${formatDay(first)}` : `from ${formatDay(first)} to ${formatDay(last)}`;
  const back =
    refunds.length === 0 ? "" : `, less ${plural(refunds.length, "later refund")} of ${peopleMoney(-sum(refunds))}`;
  return `${plural(purchases.length, "order")} ${span}, worth ${peopleMoney(sum(purchases))}${back}.`;
}

/** A value of a measure with its unit: `54 days`, `3 orders`, `1,823.43`. */
export function measureText(
  { dimension }: Pick<ExplainedMeasure, "dimension">,
  value: number,
  unit: FrequencyUnit,
): string {
  if (dimension === "monetary") return peopleMoney(value);
  const word = dimension === "recency" || unit === "days" ? "day" : "order";
  return `${peopleNumber(value)} ${value === 1 ? word : `${word}s`}`;
}

/** What would score worse: `over 65 days`, `2 orders or fewer`; a dash where nothing would. */
export function worseText(measure: ExplainedMeasure, unit: FrequencyUnit): string {
  return measure.dimension === "recency" ? overText(measure, unit) : upToText(measure, unit);
}

/** What would score better: `34 days or fewer`, `over 3 orders`; a dash where nothing would. */
export function betterText(measure: ExplainedMeasure, unit: FrequencyUnit): string {
  return measure.dimension === "recency" ? upToText(measure, unit) : overText(measure, unit);
}

function overText(measure: ExplainedMeasure, unit: FrequencyUnit): string {
  return measure.above === null ? "–" : `over ${measureText(measure, measure.above, unit)}`;
}

function upToText(measure: ExplainedMeasure, unit: FrequencyUnit): string {
  return measure.below === null ? "–" : `to ${measureText(measure, measure.below, unit)}`;
}

/** The rule that matched, in a sentence. */
export function ruleSentence({ segment, cell, measures }: Explanation, scheme: Scheme): string {
  const rule = scheme.file.segments[segment];
  const name = scheme.segments[segment]?.name ?? "";
  const read = measures.map((measure) => measure.schemeScore).join(scheme.levels > 9 ? "-" : "");
  const isRead = measures.some((measure) => measure.score !== measure.schemeScore);
  const own = isRead
    ? `Cell ${cell}, which the scheme reads as ${read} on its ${scheme.levels} levels,`
    : `Cell ${cell}`;
  if (rule === undefined) return "";
  const fits =
    rule.cells === undefined
      ? `fits the rule of ${name}: ${ruleText(rule)}`
      : `is one of the ${rule.cells.length} cells of ${name}: ${rule.cells.join(" ")}`;
  return `${own} ${fits} (scheme ${scheme.name}).`;
}

/** `an order of at least 25.00 by 2011-06-14: Loyal`; what changes nothing says `still`. */
export function orderEventText(event: OrderEvent, explanation: Explanation, scheme: Scheme): string {
  const isAny = event.atLeast <= 100;
  const what = isAny ? "any order" : `an order of at least ${peopleMoney(event.atLeast)}`;
  return `${what} by ${formatDay(event.by)}: ${outcome(event.segment, explanation, scheme)}`;
}

/** `no order by 2011-08-02: At Risk`. */
export function silenceEventText(event: SilenceEvent, explanation: Explanation, scheme: Scheme): string {
  const where =
    event.segment === null ? "not scored, no purchase in the window" : outcome(event.segment, explanation, scheme);
  return `no order by ${formatDay(event.by)}: ${where}`;
}

function outcome(segment: number, explanation: Explanation, scheme: Scheme): string {
  const name = scheme.segments[segment]?.name ?? "";
  return segment === explanation.segment ? `still ${name}` : name;
}

/** What one score means, for a heading: recency, frequency, monetary value. */
export const MEASURE_WORDS: Readonly<Record<Dimension, string>> = {
  recency: "recency",
  frequency: "frequency",
  monetary: "monetary value",
};
