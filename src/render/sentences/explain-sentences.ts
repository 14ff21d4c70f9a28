import type { OrderEvent, SilenceEvent } from "../../analysis/explain/events.ts";
import type { ExplainedMeasure, Explanation } from "../../analysis/explain/explain-customer.ts";
import type { OwnSums } from "../../analysis/explain/one-customer.ts";
import type { OwnEntry } from "../../analysis/explain/own-entries.ts";
import type { Scheme } from "../../analysis/segments/scheme.ts";
import { SET_ASIDE_REASONS } from "../../orders/ledger/entries.ts";
import { ruleText } from "../documents/scheme-grid.ts";
import { type Language, UNKNOWN } from "../language/language.ts";

/** What frequency counts, for people. */
export type FrequencyUnit = "orders" | "days";

/** The orders that count in one sentence, and what else the exports have of the customer in another. */
export function ordersSentences(entries: readonly OwnEntry[], { words }: Language): readonly string[] {
  const used = entries.filter((entry) => entry.reason === null);
  const purchases = used.filter((entry) => entry.net > 0);
  const refunds = used.filter((entry) => entry.net < 0);
  const counted = words.explain.ordersSentence({
    orders: purchases.length,
    first: purchases[0]?.day ?? 0,
    last: purchases.at(-1)?.day ?? 0,
    worth: sumOf(purchases, "net"),
    takenOff: sumOf(purchases, "refund"),
    refunds: refunds.length,
    refunded: -sumOf(refunds, "net"),
  });
  const others = entries.filter((entry) => entry.reason !== null);
  return others.length === 0 ? [counted] : [counted, notCountedSentence(others, words)];
}

/** A customer's sums in one sentence, where single orders are not known. */
export function sumsSentence({ orders, firstDay, lastDay, spend }: OwnSums, { words }: Language): string {
  return words.ofCustomers.sums({ orders, first: firstDay, last: lastDay, spend });
}

function notCountedSentence(others: readonly OwnEntry[], { explain, ledger }: Language["words"]): string {
  const reasons = SET_ASIDE_REASONS.flatMap((reason) => {
    const those = others.filter((entry) => entry.reason === reason);
    const worth = sumOf(those, "net") + sumOf(those, "refund");
    return those.length === 0 ? [] : [explain.notCountedFor(ledger.names[reason], those.length, worth)];
  });
  return explain.notCounted(others.length, reasons);
}

function sumOf(entries: readonly OwnEntry[], what: "net" | "refund"): bigint {
  return entries.reduce((sum, entry) => sum + BigInt(entry[what]), 0n);
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

/** `an order of 25.00 to 99.99 by 2011-06-14: Loyal`; what changes nothing says `still`. */
export function orderEventText(event: OrderEvent, explained: Explained, language: Language): string {
  const { explanation } = explained;
  const { ofMargin } = explanation;
  const isAny = explanation.events?.orders.length === 1 && !ofMargin;
  const band = isAny ? null : { atLeast: event.atLeast, atMost: event.atMost, ofMargin };
  return language.words.explain.orderEvent(band, event.by, outcome(event.segment, explained, language));
}

/** `no order: At Risk from 2011-08-02 to 2011-09-13`. */
export function silenceEventText(event: SilenceEvent, explained: Explained, language: Language): string {
  const { notScored, silenceEvent } = language.words.explain;
  const after = event.segment === null ? notScored : outcome(event.segment, explained, language);
  return silenceEvent(after, event.by, event.until);
}

/** An explanation, the scheme that its segments are of, and all that the exports have of the customer. */
export interface Explained {
  readonly explanation: Explanation;
  readonly entries: readonly OwnEntry[];
  readonly scheme: Scheme;
}

function outcome(
  segment: number,
  { explanation, scheme }: Pick<Explained, "explanation" | "scheme">,
  { words }: Language,
): string {
  const name = scheme.segments[segment]?.name ?? "";
  return segment === explanation.segment ? words.explain.stays(name) : name;
}
