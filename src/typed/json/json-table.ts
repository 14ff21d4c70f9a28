import { maskPersonal } from "../../basics/text/mask-personal.ts";
import { EmptyInputError, InputError } from "../../errors.ts";
import type { ByteSource } from "../../files/byte-source.ts";
import { CELL_KIND, CellColumn, CellTexts } from "../cell-store.ts";
import { GrowingLines } from "../growing-lines.ts";
import type { TypedTable } from "../typed-table.ts";
import { type JsonForm, oneObject } from "./json-form.ts";
import { type FlatValue, parseRecord } from "./parse-record.ts";
import { lineRecords, listRecords, type RecordText } from "./records.ts";
import { textPieces, wholeText } from "./text-pieces.ts";

/**
 * Reads flat records: keys are columns, in the order in which they are first met; a key that a record lacks is blank there.
 *
 * @throws InputError with the line of the first record that is none
 */
export async function readJson(source: ByteSource, form: JsonForm): Promise<TypedTable> {
  const builder = new JsonBuilder(source.name);
  if (form === "list") {
    for (const record of listRecords(await wholeText(source), source.name)) builder.add(record);
    return builder.table();
  }
  let alone: string | null = null;
  let records = 0;
  for await (const record of lineRecords(textPieces(source))) {
    alone = records === 0 ? record.text : null;
    records += 1;
    builder.add(record);
  }
  const key = alone === null ? undefined : listInside(alone);
  if (key !== undefined) throw oneObject(source.name, key);
  return builder.table();
}

/** The first key of an object that holds a list of objects: the file's only record is then a page of an interface. */
function listInside(text: string): string | undefined {
  const parsed: unknown = JSON.parse(text);
  return Object.entries(parsed ?? {}).find(([, value]) => Array.isArray(value) && typeof value[0] === "object")?.[0];
}

/** More keys than this are values that were written as keys. */
const MOST_COLUMNS = 16_384;

class JsonBuilder {
  private readonly name: string;
  private readonly columns = new Map<string, { readonly index: number; readonly cells: CellColumn }>();
  private readonly nested = new Map<number, number>();
  private readonly texts = new CellTexts();
  private readonly lines = new GrowingLines();

  constructor(name: string) {
    this.name = name;
  }

  add({ text, line }: RecordText): void {
    const record = this.lines.length;
    for (const [key, value] of this.parsed(text, line)) this.set(record, this.column(key, line), { value, line });
    this.lines.push(line);
  }

  table(): TypedTable {
    const { lines } = this;
    if (lines.length === 0) {
      throw new EmptyInputError(`${this.name}: there are no records in it`, { hint: "export the orders again" });
    }
    if (this.columns.size === 0) {
      throw new InputError(`${this.name}: the records have no keys`, { hint: "export the orders again" });
    }
    const columns = [...this.columns.values()].map(({ cells }) => cells);
    return {
      kind: "json",
      sheet: "",
      otherSheets: [],
      sheetsTogether: [],
      names: [...this.columns.keys()],
      width: columns.length,
      length: lines.length,
      nested: this.nested,
      hasOneType: () => false,
      line: (record) => lines.at(record),
      load: async (wanted) => wanted.map((column) => columns[column] ?? new CellColumn(this.texts)),
    };
  }

  private set(
    record: number,
    { index, cells }: { readonly index: number; readonly cells: CellColumn },
    { value, line }: { readonly value: FlatValue; readonly line: number },
  ): void {
    if (value.kind === "text") cells.setText(record, CELL_KIND.text, value.text);
    else if (value.kind === "number") cells.set(record, CELL_KIND.number, value.number);
    else if (value.kind === "written number") cells.setText(record, CELL_KIND.writtenNumber, value.text);
    else if (value.kind === "nested" && !this.nested.has(index)) this.nested.set(index, line);
  }

  private column(key: string, line: number): { readonly index: number; readonly cells: CellColumn } {
    const known = this.columns.get(key);
    if (known !== undefined) return known;
    const column = { index: this.columns.size, cells: new CellColumn(this.texts) };
    this.columns.set(key, column);
    if (this.columns.size <= MOST_COLUMNS) return column;
    throw new InputError(`${this.name}: line ${line}: the records have more than 16,384 different keys`, {
      hint: "every record needs the same keys, such as date and amount; export again",
    });
  }

  private parsed(text: string, line: number): ReadonlyMap<string, FlatValue> {
    const found = this.parse(text, line);
    if (found !== null) return found;
    throw new InputError(`${this.name}: line ${line}: ${shown(text)} is not a record with keys and values`, {
      hint: 'each record looks like {"order": 1, "date": "2026-03-01", "amount": 9.90}',
    });
  }

  private parse(text: string, line: number): ReadonlyMap<string, FlatValue> | null {
    try {
      return parseRecord(text);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      throw new InputError(`${this.name}: line ${line} is not valid JSON: ${shown(text)}`, {
        hint: "save a list of flat records, or one record per line; if the file was cut short, copy it again",
        cause: error,
      });
    }
  }
}

const LONGEST_LOOK = 60;

/** The beginning of a record for a message. */
function shown(text: string): string {
  const line = text.trim().replace(/\s+/g, " ");
  return maskPersonal(line.length > LONGEST_LOOK ? `${line.slice(0, LONGEST_LOOK)}…` : line);
}
