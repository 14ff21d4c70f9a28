import { InputError } from "../../errors.ts";
import { CELL_KIND, CellColumn, type CellTexts } from "../cell-store.ts";
import type { FlatValue, FlatValues } from "./flat-record.ts";

/** More keys than this are values that were written as keys. */
const MOST_COLUMNS = 16_384;

interface KeyColumn {
  readonly cells: CellColumn;
  /** The line of the first record that has the key. */
  readonly firstLine: number;
  /** Whether any of its cells holds a value. */
  isFilled: boolean;
  /** The line of its first value that is no cell; `null` where all are. */
  nestedLine: number | null;
}

/** One column of a table of records, by the name of its key. */
export interface NamedColumn extends Readonly<KeyColumn> {
  readonly name: string;
}

/** Cells of records by their keys: a key is a column, in the order in which keys are first met. */
export class RecordColumns {
  private readonly fileName: string;
  private readonly texts: CellTexts;
  private readonly columns = new Map<string, KeyColumn>();

  constructor(fileName: string, texts: CellTexts) {
    this.fileName = fileName;
    this.texts = texts;
  }

  /**
   * Writes the values of one record.
   *
   * @throws InputError where there are too many keys
   */
  set(record: number, values: FlatValues, line: number): void {
    for (const [key, value] of values) this.setCell(record, { key, value, line });
  }

  setCell(
    record: number,
    { key, value, line }: { readonly key: string; readonly value: FlatValue; readonly line: number },
  ): void {
    const column = this.column(key, line);
    if (value.kind === "blank") return;
    column.isFilled = true;
    if (value.kind === "text") column.cells.setText(record, CELL_KIND.text, value.text);
    else if (value.kind === "number") column.cells.set(record, CELL_KIND.number, value.number);
    else if (value.kind === "written number") column.cells.setText(record, CELL_KIND.writtenNumber, value.text);
    else column.nestedLine ??= line;
  }

  /**
   * The columns. A value that is taken apart, as `customer` into `customer.id`, has none of its own, unless it is a plain value
   * in other records: then it is no cell in those where it is an object or a list.
   *
   * @param lists the lists in the records, and the line of the first record that has one
   */
  named(lists: ReadonlyMap<string, number> = new Map()): readonly NamedColumn[] {
    const apart = new Map<string, number>();
    const note = (key: string, line: number): unknown => apart.set(key, Math.min(line, apart.get(key) ?? line));
    for (const [key, { firstLine }] of this.columns) for (const above of keysAbove(key)) note(above, firstLine);
    for (const [list, line] of lists) for (const key of [list, ...keysAbove(list)]) note(key, line);
    return Array.from(this.columns, ([name, column]) => {
      const nestedLine = column.nestedLine ?? apart.get(name) ?? null;
      return { name, ...column, nestedLine };
    }).filter(({ name, isFilled }) => isFilled || !apart.has(name));
  }

  private column(key: string, line: number): KeyColumn {
    const known = this.columns.get(key);
    if (known !== undefined) return known;
    const column: KeyColumn = { cells: new CellColumn(this.texts), firstLine: line, isFilled: false, nestedLine: null };
    this.columns.set(key, column);
    if (this.columns.size <= MOST_COLUMNS) return column;
    throw new InputError(`${this.fileName}: line ${line}: the records have more than 16,384 different keys`, {
      hint: "every record needs the same keys, such as date and amount; export again",
    });
  }
}

/** The keys of the objects that a key stands in: `a` and `a.b` of `a.b.c`. */
function keysAbove(key: string): readonly string[] {
  const above: string[] = [];
  for (let at = key.indexOf("."); at >= 0; at = key.indexOf(".", at + 1)) above.push(key.slice(0, at));
  return above;
}
