import { formatDay } from "../../core/calendar/days.ts";
import type { Explanation } from "../../core/explain/explain-customer.ts";
import { formatAmount } from "../../core/money/amount.ts";
import type { Scheme } from "../../core/segments/scheme.ts";
import type { DataTable } from "../data-table.ts";
import type { Style } from "../style.ts";
import { printable, renderTextTable } from "../text-table.ts";
import { wrapText } from "../wrap.ts";
import {
  betterText,
  type FrequencyUnit,
  MEASURE_WORDS,
  measureText,
  orderEventText,
  ordersSentence,
  ruleSentence,
  silenceEventText,
  worseText,
} from "./explain-text.ts";

interface Look {
  readonly width: number;
  readonly style: Style;
  readonly unit: FrequencyUnit;
}

const ORDERS_SHOWN = 5;

/** An explanation for people: who, the orders, the three numbers with the cut points either side, the rule, what would move them. */
export function* renderExplanation(explanation: Explanation, scheme: Scheme, look: Look): Generator<string> {
  const { width, style } = look;
  const segment = scheme.segments[explanation.segment];
  const wrapped = (text: string): string => `${wrapText(printable(text), width, "  ")}\n`;
  const name = segment?.name ?? "";
  yield style.strong(wrapped(`${explanation.id} is in ${name} as of ${formatDay(explanation.asOf)}`));
  if (segment !== undefined && segment.meaning !== "") yield wrapped(segment.meaning);
  yield `\n${style.heading("Orders")}\n${wrapped(ordersSentence(explanation))}`;
  yield ordersTable(explanation, look);
  yield `\n${style.heading("Scores")}\n`;
  yield `${renderTextTable(measureTable(explanation, look.unit), { width, style }).text}\n`;
  yield `\n${style.heading("Why this segment")}\n${wrapped(ruleSentence(explanation, scheme))}`;
  yield `\n${style.heading("What would change it, under today's cut points")}\n`;
  for (const line of eventLines(explanation, scheme)) yield wrapped(line);
}

function ordersTable({ orders }: Explanation, { width, style }: Look): string {
  const newest = orders.slice(-ORDERS_SHOWN).toReversed();
  const table: DataTable = {
    length: newest.length,
    columns: [
      { name: "day", kind: "day", at: (row) => newest[row]?.day ?? null },
      { name: "amount", kind: "money", at: (row) => newest[row]?.amount ?? null },
      { name: "what", heading: "", kind: "text", at: (row) => ((newest[row]?.amount ?? 0) < 0 ? "refund" : "") },
    ],
  };
  const more = orders.length > ORDERS_SHOWN ? `and ${orders.length - ORDERS_SHOWN} earlier\n` : "";
  return `${renderTextTable(table, { width, style }).text}\n${more}`;
}

function measureTable({ measures }: Explanation, unit: FrequencyUnit): DataTable {
  const text = (name: string, at: (row: number) => string): DataTable["columns"][number] => ({
    name,
    kind: "text",
    at,
  });
  const one = (row: number): Explanation["measures"][number] => measures[row] as Explanation["measures"][number];
  return {
    length: measures.length,
    columns: [
      text("measure", (row) => MEASURE_WORDS[one(row).dimension]),
      text("value", (row) => measureText(one(row), one(row).value, unit)),
      text("score", (row) => `${one(row).score} of ${one(row).levels}`),
      text("lower score", (row) => (one(row).method === "ntile" ? "by rank" : worseText(one(row), unit))),
      text("higher score", (row) => (one(row).method === "ntile" ? "by rank" : betterText(one(row), unit))),
    ],
  };
}

function eventLines(explanation: Explanation, scheme: Scheme): readonly string[] {
  const { events } = explanation;
  if (events === null) {
    return ["Nothing can be said: ntile ranks customers against each other, so there is no cut point to reach."];
  }
  const lines = [
    ...events.orders.map((event) => orderEventText(event, explanation, scheme)),
    ...events.silences.map((event) => silenceEventText(event, explanation, scheme)),
  ];
  return lines.length === 0 ? ["Neither one order nor two years without one."] : lines;
}

/** An explanation as one JSON document; money in currency units, days as text. */
export function jsonExplanation(explanation: Explanation, scheme: Scheme): string {
  const { id, asOf, cell, segment, orders, measures, events } = explanation;
  const name = (index: number | null): string | null => (index === null ? null : (scheme.segments[index]?.name ?? ""));
  const inUnits = (dimension: string, value: number | null): number | null =>
    value === null || dimension !== "monetary" ? value : value / 10_000;
  return `${JSON.stringify({
    schema_version: 1,
    customer_id: id,
    as_of: formatDay(asOf),
    segment: name(segment),
    rfm_cell: cell,
    rule: ruleSentence(explanation, scheme),
    orders: orders.map((order) => ({ day: formatDay(order.day), amount: Number(formatAmount(order.amount)) })),
    measures: measures.map((one) => ({
      measure: one.dimension,
      method: one.method,
      value: inUnits(one.dimension, one.value),
      score: one.score,
      levels: one.levels,
      cut_point_below: inUnits(one.dimension, one.below),
      cut_point_above: inUnits(one.dimension, one.above),
    })),
    order_events:
      events?.orders.map((event) => ({
        at_least: Number(formatAmount(event.atLeast)),
        by: formatDay(event.by),
        segment: name(event.segment),
      })) ?? null,
    silence_events:
      events?.silences.map((event) => ({ by: formatDay(event.by), segment: name(event.segment) })) ?? null,
  })}\n`;
}
