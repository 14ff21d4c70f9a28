import { eachRecord } from "../../csv/each-record.ts";
import { unwrapCell } from "../values/decimals.ts";
import { joinKey } from "./joined-file.ts";
import type { Table } from "./tables.ts";

/** What a column holds as a key. */
export interface KeyTally {
  /** How many rows of one file have each key: the most, where there are several files. */
  readonly rowsOf: ReadonlyMap<string, number>;
  /** Rows with a key. */
  readonly rows: number;
  /** A key on most rows of a file, and how many; 1 where each stands on one row. */
  readonly most: { readonly key: string; readonly rows: number };
}

/** Reads the keys in one column of a table. */
export async function tallyKeys(table: Table, column: number): Promise<KeyTally> {
  const rowsOf = new Map<string, number>();
  let rows = 0;
  for (const { input, layout } of table.files) {
    const taken = await eachRecord(input.source, { dialect: layout.dialect, columns: [column] }, () => {
      const own = new Map<string, number>();
      let toSkip = layout.recordsBeforeRows;
      return {
        own,
        take: ({ text }: { readonly text: (column: number) => string }): boolean => {
          if (toSkip > 0) {
            toSkip -= 1;
            return true;
          }
          const key = joinKey(unwrapCell(text(column)));
          if (key !== "") own.set(key, (own.get(key) ?? 0) + 1);
          return true;
        },
      };
    });
    for (const [key, count] of taken.own) {
      rows += count;
      if (count > (rowsOf.get(key) ?? 0)) rowsOf.set(key, count);
    }
  }
  return { rowsOf, rows, most: mostRepeated(rowsOf) };
}

function mostRepeated(rowsOf: ReadonlyMap<string, number>): KeyTally["most"] {
  let most = { key: "", rows: 0 };
  for (const [key, rows] of rowsOf)
    if (rows > most.rows || (rows === most.rows && key < most.key)) most = { key, rows };
  return most;
}

/** How many keys of one tally stand in another. */
export function sharedKeys(a: KeyTally, b: KeyTally): number {
  let shared = 0;
  for (const key of a.rowsOf.keys()) if (b.rowsOf.has(key)) shared += 1;
  return shared;
}

/** Remembers the tallies of columns, each of which is read once. */
export class KeyTallies {
  private readonly known = new Map<Table, Map<number, Promise<KeyTally>>>();

  of(table: Table, column: number): Promise<KeyTally> {
    const columns = this.known.get(table) ?? new Map<number, Promise<KeyTally>>();
    this.known.set(table, columns);
    const tally = columns.get(column) ?? tallyKeys(table, column);
    columns.set(column, tally);
    return tally;
  }
}
