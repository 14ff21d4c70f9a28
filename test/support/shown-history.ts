import { NO_DAY } from "../../src/basics/calendar/days.ts";
import { RfmError } from "../../src/errors.ts";
import type { OrderHistory } from "../../src/orders/history.ts";
import { reasonOfCode } from "../../src/orders/ledger/entries.ts";
import type { KeptValues, OrderTable } from "../../src/orders/order-table.ts";

/** All that was read, in words: nothing in it depends on the numbers that keys happened to be given. */
export type ShownHistory = Readonly<Record<string, unknown>>;

/** What a reading came to: a history, or an error with its message and hint. */
export type Outcome = { readonly history: OrderHistory } | { readonly error: unknown };

export async function outcomeOf(read: () => Promise<OrderHistory>): Promise<Outcome> {
  try {
    return { history: await read() };
  } catch (error) {
    return { error };
  }
}

/** The outcome in words; an error that is none of the program's own is a defect, and thrown. */
export function shownOutcome(outcome: Outcome, options: { readonly ids: boolean } = { ids: true }): ShownHistory {
  if ("history" in outcome) return shownHistory(outcome.history, options);
  const { error } = outcome;
  if (!(error instanceof RfmError)) throw error;
  return { kind: error.kind, message: error.message, hint: error.hint };
}

/** A history in words, all but the name of the reader. Without `ids`, order ids are left out. */
export function shownHistory(history: OrderHistory, { ids }: { readonly ids: boolean }): ShownHistory {
  const { understanding, rejects, rows, newest, nextNewestDay } = history;
  return {
    entries: entriesOf(history, ids),
    orders: ordersOf(history, ids),
    days: [history.orders.firstDay, history.orders.lastDay],
    joined: joinedOf(history),
    rejects,
    rows,
    newest,
    nextNewestDay,
    understanding: {
      ...understanding,
      linked: linkedOf(history),
      files: understanding.files.map(({ reader: _reader, layout, ...file }) => ({
        ...file,
        layout: { ...layout, preset: layout.preset?.name ?? null, isVerified: null },
      })),
    },
  };
}

/** Which keys were found to be one customer's, in words: keys are numbered as each reader meets them. */
function linkedOf({ understanding: { linked }, entries: { customerKeys } }: OrderHistory): unknown {
  if (linked === null) return null;
  const { joinedTo, ...counts } = linked;
  const pairs = Array.from(joinedTo, (stayed, code) => `${customerKeys[code]} → ${customerKeys[stayed]}`);
  return { ...counts, joinedTo: pairs.sort() };
}

/** Every entry in the order of its place. */
function entriesOf({ entries }: OrderHistory, ids: boolean): readonly unknown[] {
  const all = Array.from({ length: entries.length }, (_, entry) => {
    const day = entries.day[entry] as number;
    return {
      file: entries.file[entry] as number,
      line: entries.line[entry] as number,
      order: ids ? entries.orderId(entry) : null,
      customer: entries.customerKeys[entries.customer[entry] as number] ?? null,
      day: day === NO_DAY ? null : day,
      net: entries.net[entry],
      refund: entries.refund[entry],
      rows: entries.rows[entry],
      reason: reasonOfCode(entries.reason[entry] as number),
    };
  });
  return all.sort((a, b) => a.file - b.file || a.line - b.line || byText(a, b));
}

/** Every purchase and refund, sorted, for their order means nothing. */
function ordersOf({ orders }: OrderHistory, ids: boolean): readonly string[] {
  const value = ({ values, codes }: KeptValues, entry: number): string | null => values[codes[entry] as number] ?? null;
  const carried = [...(orders.kept ?? []), ...(orders.traits ?? []), ...(orders.contacts ?? [])];
  const all = Array.from({ length: orders.length }, (_, entry) =>
    JSON.stringify([
      orders.customerKeys[orders.customer[entry] as number],
      orders.day[entry],
      orders.amount[entry],
      orders.margin?.[entry] ?? null,
      ids ? orders.orderId?.(entry) : null,
      ...carried.map((column) => [column.name, value(column, entry)]),
      linesOf(orders, entry),
    ]),
  );
  return all.sort();
}

/** The line items of an entry, each with all that is known of its product. */
function linesOf({ lines }: OrderTable, entry: number): readonly unknown[] {
  if (lines == null) return [];
  const own = [...lines.order.keys()].filter((line) => lines.order[line] === entry);
  return own.map((line) => [
    lines.products[lines.product[line] as number] ?? null,
    lines.quantities[lines.quantity[line] as number] ?? null,
    lines.amount[line],
  ]);
}

function joinedOf({ orders: { joinedTo, customerKeys } }: OrderHistory): readonly unknown[] | null {
  if (joinedTo === null || joinedTo === undefined) return null;
  const pairs = customerKeys.map((key, code) => [key, customerKeys[joinedTo[code] as number]]);
  return pairs.filter(([key, stayed]) => key !== stayed).sort(byText);
}

function byText(a: unknown, b: unknown): number {
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
