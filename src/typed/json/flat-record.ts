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
    const edges = (object as { edges?: unknown }).edges;
    if (Array.isArray(edges)) this.takeList(name, edges);
    else this.take(object, `${name}.`, depth + 1);
  }

  private takeList(name: string, list: readonly unknown[]): void {
    if (list.length === 0) this.values.set(name, BLANK);
    else if (!this.takesLists || !list.every(isObject)) this.values.set(name, NESTED);
    else {
      this.lists ??= new Map();
      this.lists.set(
        name,
        list.map((element) => new Flattening(this.reader, false).of(nodeOf(element)).values),
      );
    }
  }
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** GraphQL puts each record of a list into an object of its own, as its node. */
function nodeOf(record: object): object {
  const [[key, node] = [], ...others] = Object.entries(record);
  return key === "node" && others.length === 0 && isObject(node) ? node : record;
}
