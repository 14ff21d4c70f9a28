import { fitKeys, type JsonKey } from "../../kernel/json-keys.ts";

/** After so many lines that taught nothing, none is looked at any more. */
const MOST_FRUITLESS = 1000;

/** A string of JSON, and the colon behind it where it is a key. */
const STRING = /"(?:[^"\\]|\\.)*"(\s*:)?/g;

/** The order in which records have their keys, learnt from those that have others: each new key comes behind the one before it. */
export class KeyOrder {
  private ordered: JsonKey[] = [];
  private readonly columns = new Set<number>();
  private fruitless = 0;

  get keys(): readonly JsonKey[] {
    return this.ordered;
  }

  /**
   * Learns from a record; returns whether there are new keys.
   *
   * @param line the record as it is written, a flat object
   * @param columnOf the column of a key's values
   */
  learn(line: string, names: readonly string[], columnOf: (name: string) => number): boolean {
    if (this.fruitless >= MOST_FRUITLESS || names.every((name) => this.columns.has(columnOf(name)))) return false;
    this.fruitless += 1;
    const written = writtenKeys(line);
    const known = written.map((key) => JSON.parse(key) as string);
    if (new Set(known).size !== known.length || known.length !== names.length) return false;
    if (!known.every((name) => names.includes(name))) return false;
    const ordered = this.withKeys(written.map((key, at) => ({ written: key, column: columnOf(known[at] ?? "") })));
    if (!fitKeys(ordered)) return false;
    this.ordered = ordered;
    this.columns.clear();
    for (const { column } of ordered) this.columns.add(column);
    this.fruitless = 0;
    return true;
  }

  /** The keys of so many columns; those whose order was not learnt come last. `null` where there are too many. */
  all(names: readonly string[]): readonly JsonKey[] | null {
    const others = names.flatMap((name, column) =>
      this.columns.has(column) ? [] : [{ written: JSON.stringify(name), column }],
    );
    const keys = [...this.ordered, ...others];
    return fitKeys(keys) ? keys : null;
  }

  private withKeys(found: readonly JsonKey[]): JsonKey[] {
    const ordered = [...this.ordered];
    let at = 0;
    for (const key of found) {
      const place = ordered.findIndex(({ column }) => column === key.column);
      if (place < 0) ordered.splice(at, 0, key);
      at = (place < 0 ? at : place) + 1;
    }
    return ordered;
  }
}

function writtenKeys(line: string): readonly string[] {
  return [...line.matchAll(STRING)].flatMap(([whole, colon]) =>
    colon === undefined ? [] : [whole.slice(0, whole.length - colon.length)],
  );
}
