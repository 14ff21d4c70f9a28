import { summedMoney } from "./summed-money.ts";

/** A value of a flat record; a number keeps its digits, and nested stands for what is no cell. */
export type FlatValue =
  | { readonly kind: "blank" | "nested" }
  | { readonly kind: "text" | "written number"; readonly text: string }
  | { readonly kind: "number"; readonly number: number };

/** Values by their keys. */
export type FlatValues = ReadonlyMap<string, FlatValue>;

/** A record whose objects were taken apart: the value of `{"customer": {"id": 7}}` has the key `customer.id`. */
export interface FlatRecord {
  readonly values: FlatValues;
  /** The lists of records inside it, such as an order's lines, by their keys. */
  readonly lists: ReadonlyMap<string, readonly FlatValues[]>;
}

/** How the keys and the values of parsed JSON are to be understood. */
export interface ValueReader {
  readonly key: (key: string) => string;
  readonly value: (value: unknown) => FlatValue;
}

/** Objects inside objects are taken apart down to this depth; what is deeper is nested. */
const DEEPEST = 8;

const NO_LISTS: FlatRecord["lists"] = new Map();
const NESTED: FlatValue = { kind: "nested" };
const BLANK: FlatValue = { kind: "blank" };

/** The record that parsed JSON is; `null` where it is no object. */
export function flatRecord(parsed: unknown, reader: ValueReader): FlatRecord | null {
  const record = isObject(parsed) ? nodeOf(parsed) : null;
  return record === null ? null : new Flattening(reader, true).of(record);
}

class Flattening {
  private readonly reader: ValueReader;
  private readonly takesLists: boolean;
  private readonly values = new Map<string, FlatValue>();
  private lists: Map<string, readonly FlatValues[]> | null = null;

  /** @param takesLists false inside a list: a list of its records is nested */
  constructor(reader: ValueReader, takesLists: boolean) {
    this.reader = reader;
    this.takesLists = takesLists;
  }

  of(record: object): FlatRecord {
    this.take(record, "", 1);
    return { values: this.values, lists: this.lists ?? NO_LISTS };
  }

  private take(object: object, path: string, depth: number): void {
    for (const [key, value] of Object.entries(object)) {
      const name = path + this.reader.key(key);
      if (typeof value !== "object" || value === null) this.values.set(name, this.reader.value(value));
      else if (Array.isArray(value)) this.takeList(name, value);
      else if (depth < DEEPEST) this.takeObject(name, value, depth);
      else this.values.set(name, NESTED);
    }
  }

  private takeObject(name: string, object: object, depth: number): void {
    const list = listOfConnection(object);
    if (list === null) this.take(object, `${name}.`, depth + 1);
    else this.takeList(name, list);
  }

  private takeList(name: string, list: readonly unknown[]): void {
    if (list.length === 0) this.values.set(name, BLANK);
    else if (!list.every(isObject)) this.values.set(name, NESTED);
    else if (!this.takesLists) this.takeInnerList(name, list);
    else {
      this.lists ??= new Map();
      this.lists.set(
        name,
        list.map((element) => new Flattening(this.reader, false).of(nodeOf(element)).values),
      );
    }
  }

  /** A list inside a list is no cell, but the money of its payments is one. */
  private takeInnerList(name: string, list: readonly object[]): void {
    this.values.set(name, NESTED);
    const paid = name === PAYMENTS ? paidBack(list) : [];
    if (paid.length === 0) return;
    const texts = paid.map((value) => textOf(this.reader.value(value)));
    this.values.set(`${name}.amount`, moneyValue(summedMoney(texts)));
  }
}

/** The list of payments of a refund, as Shopify's API writes it. */
const PAYMENTS = "transactions";

/** The amounts of the payments that went back: those that say of themselves that they are refunds and did not fail. */
function paidBack(payments: readonly object[]): readonly unknown[] {
  return payments.flatMap((payment) => {
    const { amount, kind = "refund", status = "success" } = payment as Record<string, unknown>;
    return amount === undefined || kind !== "refund" || status !== "success" ? [] : [amount];
  });
}

/** The text of a value that is money; empty where it has none. */
export function textOf(value: FlatValue | undefined): string {
  if (value?.kind === "number") return String(value.number);
  return value !== undefined && "text" in value ? value.text.trim() : "";
}

/** A sum as a value of a record; a text that could not be added up is the value instead. */
export function moneyValue(sum: number | string): FlatValue {
  return typeof sum === "string" ? { kind: "text", text: sum } : { kind: "number", number: sum };
}

/** What GraphQL puts around a list of records beside the list: pages and counts. */
const CONNECTION_KEYS = new Set(["edges", "nodes", "pageInfo", "totalCount", "count", "__typename"]);

/** The records of a GraphQL connection, as its edges or its nodes; `null` for other objects. */
function listOfConnection(object: object): readonly unknown[] | null {
  const { edges, nodes } = object as { edges?: unknown; nodes?: unknown };
  if (Array.isArray(edges)) return edges;
  return Array.isArray(nodes) && Object.keys(object).every((key) => CONNECTION_KEYS.has(key)) ? nodes : null;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What an edge of GraphQL has beside its record. */
const EDGE_KEYS = new Set(["node", "cursor", "__typename"]);

/** GraphQL puts each record of a list into an object of its own, as its node. */
function nodeOf(record: object): object {
  const { node } = record as { node?: unknown };
  return isObject(node) && Object.keys(record).every((key) => EDGE_KEYS.has(key)) ? node : record;
}
