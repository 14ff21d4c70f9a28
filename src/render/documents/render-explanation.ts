import { ORDER_DAYS, SILENCE_DAYS } from "../../analysis/explain/events.ts";
import type { Explanation } from "../../analysis/explain/explain-customer.ts";
import type { OwnSums } from "../../analysis/explain/one-customer.ts";
import type { OwnEntry } from "../../analysis/explain/own-entries.ts";
import { formatDay } from "../../basics/calendar/days.ts";
import { formatAmount } from "../../basics/money/amount.ts";
import { printable, shownText } from "../../basics/text/words.ts";
import type { DataTable } from "../../csv/writer/data-table.ts";
import type { Language } from "../language/language.ts";
import { FEW_CUSTOMERS } from "../notes/scoring-notes.ts";
import {
  betterText,
  type Explained,
  type MeasureLook,
  measureText,
  orderEventText,
  ordersSentences,
  ruleSentence,
  silenceEventText,
  sumsSentence,
  worseText,
} from "../sentences/explain-sentences.ts";
import type { Style } from "../terminal/style.ts";
import { renderTextTable } from "../terminal/text-table.ts";
import { wrapSentences } from "../terminal/wrap.ts";

interface Look extends MeasureLook {
  /** How many customers the cut points come from. */
  readonly customers: number;
  /** What the segment's words say of its people, where it is true of this customer; else empty. */
  readonly meaning: string;
  readonly width: number;
  readonly style: Style;
}

const ORDERS_SHOWN = 5;

/** An explanation for people: who, the orders, the three numbers with the cut points either side, the rule, what would move them. */
export function* renderExplanation(explained: Explained, look: Look): Generator<string> {
  const { explanation, scheme, entries } = explained;
  const { width, style, language } = look;
  const words = language.words.explain;
  const segment = scheme.segments[explanation.segment];
  const wrapped = (text: string): string => `${wrapSentences(shownText(text), width, "  ")}\n`;
  yield style.strong(wrapped(words.title(explanation.id, segment?.name ?? "", explanation.asOf)));
  if (shownText(explanation.id) !== printable(explanation.id)) {
    yield wrapped(language.words.common.addressesMasked(["--format json"]));
  }
  if (look.meaning !== "") yield wrapped(look.meaning);
  yield `\n${style.heading(words.orders)}\n`;
  if (explanation.sums === null) {
    for (const sentence of ordersSentences(entries, language)) yield wrapped(sentence);
    yield ordersTable(entries, look);
  } else {
    yield wrapped(sumsSentence(explanation.sums, language));
  }
  yield `\n${style.heading(words.scores)}\n`;
  yield `${renderTextTable(measureTable(explanation, look), look).text}\n`;
  if (look.customers < FEW_CUSTOMERS) yield wrapped(words.restsOnFew(look.customers));
  yield `\n${style.heading(words.why)}\n${wrapped(ruleSentence(explanation, scheme, language))}`;
  yield `\n${style.heading(words.whatWouldChange)}\n`;
  for (const line of eventLines(explained, language)) yield wrapped(line);
}

function ordersTable(entries: readonly OwnEntry[], look: Look): string {
  const { words } = look.language;
  const { columns, earlier } = words.explain;
  const newest = entries.slice(-ORDERS_SHOWN).toReversed();
  const isPart = ({ net, refund }: OwnEntry): boolean => net >= 0 && refund > 0;
  const column = <Kind extends "day" | "money" | "text">(
    name: string,
    kind: Kind,
    at: (entry: OwnEntry) => string | number | null,
  ): DataTable["columns"][number] => ({
    name,
    heading: columns[name as keyof typeof columns] ?? "",
    kind,
    at: (row) => at(newest[row] as OwnEntry),
  });
  const refunded = newest.some(isPart)
    ? [column("refunded", "money", (entry) => (isPart(entry) ? entry.refund : null))]
    : [];
  const table: DataTable = {
    length: newest.length,
    columns: [
      column("day", "day", (entry) => entry.day),
      column("amount", "money", (entry) => entry.net),
      ...refunded,
      column("what", "text", (entry) => whatText(entry, words)),
    ],
  };
  const more = entries.length > ORDERS_SHOWN ? `${earlier(entries.length - ORDERS_SHOWN)}\n` : "";
  return `${renderTextTable(table, look).text}\n${more}`;
}

/** What an entry is, where it is no purchase. */
function whatText({ net, reason }: OwnEntry, { explain, ledger }: Language["words"]): string {
  if (reason !== null) return explain.doesNotCount(ledger.names[reason]);
  return net < 0 ? explain.refund : "";
}

function measureTable({ measures }: Explanation, look: MeasureLook): DataTable {
  const { words } = look.language;
  const { columns, scoreOf, byRank } = words.explain;
  const text = (
    name: keyof typeof columns,
    at: (measure: Explanation["measures"][number]) => string,
  ): DataTable["columns"][number] => ({
    name,
    heading: columns[name],
    kind: "text",
    wraps: true,
    at: (row) => at(measures[row] as Explanation["measures"][number]),
  });
  return {
    length: measures.length,
    columns: [
      text("measure", ({ dimension }) => words.dimensions[dimension]),
      text("value", (one) => measureText(one, one.value, look)),
      text("score", ({ score, levels }) => scoreOf(score, levels)),
      text("lower", (one) => (one.method === "ntile" ? byRank : worseText(one, look))),
      text("higher", (one) => (one.method === "ntile" ? byRank : betterText(one, look))),
    ],
  };
}

function eventLines(explained: Explained, language: Language): readonly string[] {
  const { events, asOf } = explained.explanation;
  const words = language.words.explain;
  if (events === null) return [words.noCutPoints];
  const lines = [
    ...events.orders.map((event) => orderEventText(event, explained, language)),
    ...events.silences.map((event) => silenceEventText(event, explained, language)),
  ];
  const horizon = words.horizon({
    from: asOf + 1,
    orders: asOf + ORDER_DAYS,
    orderDays: ORDER_DAYS,
    silence: asOf + SILENCE_DAYS,
  });
  return [horizon, ...(lines.length === 0 ? [words.nothingChanges] : lines)];
}

/** An explanation as one JSON document; money in currency units, days as text. */
export function jsonExplanation({ explanation, scheme, entries }: Explained, language: Language): string {
  const { id, asOf, cell, segment, orders, sums, measures, events } = explanation;
  const name = (index: number | null): string | null => (index === null ? null : (scheme.segments[index]?.name ?? ""));
  const inUnits = (dimension: string, value: number | null): number | null =>
    value === null || dimension !== "monetary" ? value : value / 10_000;
  return `${JSON.stringify({
    schema_version: 1,
    customer_id: id,
    as_of: formatDay(asOf),
    segment: name(segment),
    rfm_cell: cell,
    rule: ruleSentence(explanation, scheme, language),
    orders:
      sums === null ? orders.map((order) => ({ day: formatDay(order.day), amount: inMoney(order.amount) })) : null,
    sums: sums === null ? null : sumsJson(sums),
    not_counted: (sums === null ? entries : []).flatMap(({ orderId, day, net, refund, reason }) =>
      reason === null
        ? []
        : [
            {
              order_id: orderId,
              day: day === null ? null : formatDay(day),
              gross: inMoney(net + refund),
              refund: inMoney(refund),
              reason,
            },
          ],
    ),
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
        at_least: inMoney(event.atLeast),
        at_most: event.atMost === null ? null : inMoney(event.atMost),
        from: formatDay(event.from),
        by: formatDay(event.by),
        segment: name(event.segment),
      })) ?? null,
    silence_events:
      events?.silences.map((event) => ({
        by: formatDay(event.by),
        until: formatDay(event.until),
        segment: name(event.segment),
      })) ?? null,
  })}\n`;
}

function sumsJson({ orders, firstDay, lastDay, spend }: OwnSums): object {
  return {
    orders,
    first_order: firstDay === null ? null : formatDay(firstDay),
    last_order: formatDay(lastDay),
    spend: spend === null ? null : inMoney(spend),
  };
}

function inMoney(amount: number): number {
  return Number(formatAmount(amount));
}
