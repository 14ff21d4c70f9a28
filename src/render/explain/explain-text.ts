import type { OrderEvent, SilenceEvent } from "../../core/explain/events.ts";
import type { ExplainedMeasure, Explanation } from "../../core/explain/explain-customer.ts";
import type { Scheme } from "../../core/segments/scheme.ts";
import { type Language, UNKNOWN } from "../language/language.ts";
import { ruleText } from "../schemes/scheme-grid.ts";

/** What frequency counts, for people. */
export type FrequencyUnit = "orders" | "days";

/** The orders in one sentence. */
export function ordersSentence({ orders }: Explanation, { words }: Language): string {
  const purchases = orders.filter((order) => order.amount > 0);
  const refunds = orders.filter((order) => order.amount < 0);
  const sum = (amounts: typeof orders): bigint => amounts.reduce((total, order) => total + BigInt(order.amount), 0n);
  return words.explain.ordersSentence({
    orders: purchases.length,
    first: purchases[0]?.day ?? 0,
    last: purchases.at(-1)?.day ?? 0,
    worth: sum(purchases),
    refunds: refunds.length,
    refunded: -sum(refunds),
  });
}

/** How a measure's values are written: `54 days`, `3 orders`, `1,823.43`. */
export interface MeasureLook {
  readonly unit: FrequencyUnit;
  readonly language: Language;
}

/** A value of a measure with its unit. */
export function measureText(
  { dimension }: Pick<ExplainedMeasure, "dimension">,
  value: number,
  { unit, language }: MeasureLook,
): string {
  const { days, ordersMeasure } = language.words.explain;
  if (dimension === "monetary") return language.money(value);
  return dimension === "recency" || unit === "days" ? days(value) : ordersMeasure(value);
}

/** What would score worse: `over 65 days`, `to 2 orders`; a dash where nothing would. */
export function worseText(measure: ExplainedMeasure, look: MeasureLook): string {
  return measure.dimension === "recency" ? overText(measure, look) : upToText(measure, look);
}

/** What would score better: `to 34 days`, `over 3 orders`; a dash where nothing would. */
export function betterText(measure: ExplainedMeasure, look: MeasureLook): string {
  return measure.dimension === "recency" ? upToText(measure, look) : overText(measure, look);
}

function overText(measure: ExplainedMeasure, look: MeasureLook): string {
  if (measure.above === null) return UNKNOWN;
  return look.language.words.explain.over(measureText(measure, measure.above, look));
}

function upToText(measure: ExplainedMeasure, look: MeasureLook): string {
  if (measure.below === null) return UNKNOWN;
  return look.language.words.explain.upTo(measureText(measure, measure.below, look));
}

/** The rule that matched, in a sentence. */
export function ruleSentence({ segment, cell, measures }: Explanation, scheme: Scheme, language: Language): string {
  const rule = scheme.file.segments[segment];
  if (rule === undefined) return "";
  const { fitsRule, oneOfCells } = language.words.explain;
  const isRead = measures.some((measure) => measure.score !== measure.schemeScore);
  const facts = {
    cell,
    read: isRead ? measures.map((measure) => measure.schemeScore).join(scheme.levels > 9 ? "-" : "") : null,
    levels: scheme.levels,
    segment: scheme.segments[segment]?.name ?? "",
    scheme: scheme.name,
  };
  return rule.cells === undefined
    ? fitsRule({ ...facts, rule: ruleText(rule, language) })
    : oneOfCells({ ...facts, cells: rule.cells });
}

/** So little money that every order reaches it. */
const ANY_AMOUNT = 100;

/** `an order of at least 25.00 by 2011-06-14: Loyal`; what changes nothing says `still`. */
export function orderEventText(event: OrderEvent, { explanation, scheme }: Explained, language: Language): string {
  const atLeast = event.atLeast <= ANY_AMOUNT ? null : event.atLeast;
  const after = outcome(event.segment, { explanation, scheme }, language);
  return language.words.explain.orderEvent(atLeast, event.by, after);
}

/** `no order by 2011-08-02: At Risk`. */
export function silenceEventText(event: SilenceEvent, explained: Explained, language: Language): string {
  const { notScored, silenceEvent } = language.words.explain;
  return silenceEvent(event.by, event.segment === null ? notScored : outcome(event.segment, explained, language));
}

/** An explanation and the scheme that its segments are of. */
export interface Explained {
  readonly explanation: Explanation;
  readonly scheme: Scheme;
}

function outcome(segment: number, { explanation, scheme }: Explained, { words }: Language): string {
  const name = scheme.segments[segment]?.name ?? "";
  return segment === explanation.segment ? words.explain.stays(name) : name;
}
