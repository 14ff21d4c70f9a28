import { mayHoldAddress } from "../../../basics/addresses/email-address.ts";
import type { FilePlan } from "../../../exports/file-plan.ts";
import type { SeenAddresses } from "../../order-table.ts";
import type { FileResult } from "../../rows/file-result.ts";
import type { RowTable } from "../../rows/row-table.ts";
import type { ReadonlyRows } from "../readonly-rows.ts";

/** No code. */
const NONE = -1;

/** Pairs of a customer and an address, each once. */
class Pairs {
  private readonly known = new Set<number>();
  private readonly customers: number[] = [];
  private readonly codes: number[] = [];
  private readonly code = new Map<string, number>();
  /** The last address of each customer, which most rows repeat. */
  private readonly last: Int32Array;

  constructor(customers: number) {
    this.last = new Int32Array(customers).fill(-1);
  }

  add(customer: number, code: number): void {
    if (customer < 0 || this.last[customer] === code) return;
    this.last[customer] = code;
    const pair = customer * 2 ** 26 + code;
    if (this.known.has(pair)) return;
    this.known.add(pair);
    this.customers.push(customer);
    this.codes.push(code);
  }

  seen(): SeenAddresses {
    return {
      customer: Int32Array.from(this.customers),
      text: Int32Array.from(this.codes),
      texts: [...this.code.keys()],
    };
  }

  codeOf(text: string): number {
    const known = this.code.get(text) ?? this.code.size;
    if (known === this.code.size) this.code.set(text, known);
    return known;
  }
}

/**
 * Which addresses stood beside which customers in any row, also in rows that do not count and in those with too many or too
 * few fields. Rows of one order tell of one another's customer.
 *
 * Must be called before orders are put together, which moves columns.
 */
export function seenAddresses(
  rows: ReadonlyRows,
  table: RowTable,
  {
    plans,
    results,
    joinedTo,
    otherAddresses,
  }: {
    readonly plans: readonly FilePlan[];
    readonly results: readonly FileResult[];
    readonly joinedTo: Int32Array | null;
    readonly otherAddresses: readonly (readonly string[])[];
  },
): SeenAddresses | undefined {
  const slots = plans[0]?.contacts ?? [];
  if (slots.length === 0) return undefined;
  const pairs = new Pairs(table.customers.length);
  const customerOfOrder = table.areOrders ? null : customersOfOrders(rows, table.orders.length);
  for (const [index, { field }] of slots.entries()) {
    if (field !== "email" && field !== "otherEmail") continue;
    const column = rows.kept.length - slots.length + index;
    const codeOf = codesOfTexts(pairs, table.kept[column]?.texts ?? []);
    const cells = rows.kept[column];
    for (let row = 0; row < rows.length; row += 1) {
      const code = codeOf(cells?.[row] as number);
      if (code === NONE) continue;
      pairs.add(rows.customer[row] as number, code);
      const order = rows.order[row] as number;
      if (customerOfOrder !== null && order >= 0) pairs.add(customerOfOrder[order] as number, code);
    }
  }
  addStrays(pairs, table, { strays: [...results.flatMap(({ strays }) => strays), ...otherAddresses], joinedTo });
  return pairs.seen();
}

/** The code of a column's text by its place among the texts: each is looked up once, not in every row. */
function codesOfTexts(pairs: Pairs, texts: readonly string[]): (place: number) => number {
  const known = new Int32Array(texts.length).fill(NONE);
  return (place) => {
    const code = known[place] ?? NONE;
    const text = texts[place];
    if (code !== NONE || text === undefined) return code;
    known[place] = pairs.codeOf(text);
    return known[place] as number;
  };
}

/** The first customer of each order. */
function customersOfOrders(rows: ReadonlyRows, orders: number): Int32Array {
  const customers = new Int32Array(orders).fill(-1);
  for (let row = 0; row < rows.length; row += 1) {
    const order = rows.order[row] as number;
    if (order >= 0 && customers[order] === -1) customers[order] = rows.customer[row] as number;
  }
  return customers;
}

/** In a row with shifted cells, every cell may be the customer's key, and every one with an @ an address. */
function addStrays(
  pairs: Pairs,
  table: RowTable,
  { strays, joinedTo }: { strays: readonly (readonly string[])[]; joinedTo: Int32Array | null },
): void {
  if (strays.length === 0) return;
  const keys = new Map(table.customers.texts.map((text, code) => [text.toLowerCase(), joinedTo?.[code] ?? code]));
  for (const cells of strays) {
    const customers = cells.flatMap((cell) => keys.get(cell.trim().toLowerCase()) ?? []);
    for (const customer of customers)
      for (const cell of cells) if (mayHoldAddress(cell)) pairs.add(customer, pairs.codeOf(cell));
  }
}
