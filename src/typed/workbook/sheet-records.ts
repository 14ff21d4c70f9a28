import { CELL_KIND, CellColumn, CellTexts } from "../cell-store.ts";
import { GrowingLines } from "../growing-lines.ts";
import { elementsIn } from "./elements.ts";
import type { Shows } from "./number-formats.ts";
import { serialDate } from "./serial-date.ts";
import { cellText, runsText } from "./xml.ts";
import { damagedArchive, type ZipArchive } from "./zip-archive.ts";

/** The limits of every worksheet. */
const [MOST_ROWS, MOST_COLUMNS] = [1_048_576, 16_384] as const;

/** What the cells of a sheet are read by. */
export interface SheetOptions {
  readonly system: 1900 | 1904;
  readonly formats: readonly Shows[];
  /** The texts that cells refer to by number; `null` where it only matters which cells are filled. */
  readonly strings: readonly string[] | null;
}

/** A cell as its element says. */
interface WrittenCell {
  readonly tag: string;
  readonly inner: string;
}

const CELL = /<(?:\w+:)?c(?=[\s/>])([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g;
const VALUE = /<(?:\w+:)?v(?:\s[^>]*)?>([^<]*)</;
const [REFERENCE, STYLE, TYPE] = [
  /\br\s*=\s*["']([A-Z]{1,3})(\d*)["']/,
  /\bs\s*=\s*["'](\d+)["']/,
  /\bt\s*=\s*["'](\w+)["']/,
];

/** The filled rows of a sheet as records of typed cells; rows without a filled cell are none. */
export class SheetRecords {
  readonly columns: CellColumn[] = [];
  readonly lines = new GrowingLines();
  private readonly texts = new CellTexts();
  private readonly name: string;
  private readonly options: SheetOptions;
  private row = 0;

  constructor(name: string, options: SheetOptions) {
    this.name = name;
    this.options = options;
  }

  /** The most filled cells that a row has so far. */
  widest = 0;

  /** Reads rows until there are enough, or to the end of the sheet. */
  async read(archive: ZipArchive, path: string, enough = Number.POSITIVE_INFINITY): Promise<void> {
    const place = { parent: "sheetData", child: "row", name: this.name };
    for await (const rows of elementsIn(archive.part(path), place)) {
      for (const row of rows) this.take(row);
      if (this.lines.length >= enough) return;
    }
  }

  private take(element: string): void {
    const tag = element.slice(0, element.indexOf(">"));
    const written = /\br\s*=\s*["'](\d+)["']/.exec(tag)?.[1];
    const row = written === undefined ? this.row + 1 : Number(written);
    if (row <= this.row) throw damagedArchive(this.name, `row ${row} comes after row ${this.row}`);
    if (row > MOST_ROWS) throw damagedArchive(this.name, `it has a row ${row}; a worksheet has at most 1,048,576`);
    this.row = row;
    let [column, filled] = [0, 0];
    for (const [, cellTag = "", inner = ""] of element.matchAll(CELL)) {
      column = columnOf(cellTag) ?? column;
      if (column >= MOST_COLUMNS) throw damagedArchive(this.name, `row ${row} has more than 16,384 columns`);
      if (inner !== "" && this.set(column, { tag: cellTag, inner })) filled += 1;
      column += 1;
    }
    if (filled === 0) return;
    this.widest = Math.max(this.widest, filled);
    this.lines.push(row);
  }

  /** Sets a cell of the record at hand; false where it is blank. */
  private set(column: number, { tag, inner }: WrittenCell): boolean {
    const type = TYPE.exec(tag)?.[1] ?? "n";
    if (type === "inlineStr") return this.setText(column, runsText(inner));
    const value = VALUE.exec(inner)?.[1] ?? "";
    if (value === "") return false;
    switch (type) {
      case "s":
        return this.setText(column, this.shared(value));
      case "b":
        return this.setText(column, value === "1" || value.toLowerCase() === "true" ? "true" : "false");
      case "e":
        this.cells(column).setText(this.record, CELL_KIND.error, cellText(value));
        return true;
      case "d":
        return this.setText(column, value.replace("T", " "));
      case "n":
        return this.setNumber(column, Number(value), { value, shows: this.shows(tag) });
      default:
        return this.setText(column, cellText(value));
    }
  }

  private setText(column: number, text: string): boolean {
    if (text.trim() === "") return false;
    this.cells(column).setText(this.record, CELL_KIND.text, text);
    return true;
  }

  private setNumber(
    column: number,
    number: number,
    { value, shows }: { readonly value: string; readonly shows: Shows },
  ): boolean {
    if (!Number.isFinite(number)) return this.setText(column, cellText(value));
    const date =
      shows === "number" ? null : serialDate(number, { system: this.options.system, isTimeOnly: shows === "time" });
    if (date === null) this.cells(column).set(this.record, CELL_KIND.number, number);
    else if ("text" in date) return this.setText(column, date.text);
    else this.cells(column).set(this.record, CELL_KIND.date, date.milliseconds);
    return true;
  }

  private shows(tag: string): Shows {
    return this.options.formats[Number(STYLE.exec(tag)?.[1] ?? 0)] ?? "number";
  }

  private shared(value: string): string {
    const { strings } = this.options;
    if (strings === null) return "text";
    const text = strings[Number(value)];
    if (text === undefined) throw damagedArchive(this.name, `row ${this.row} refers to text ${value}, which it lacks`);
    return text;
  }

  private get record(): number {
    return this.lines.length;
  }

  private cells(column: number): CellColumn {
    while (this.columns.length <= column) this.columns.push(new CellColumn(this.texts));
    return this.columns[column] as CellColumn;
  }
}

/** The column that a cell says it is in, from 0; `null` where it says none. */
function columnOf(tag: string): number | null {
  const letters = REFERENCE.exec(tag)?.[1];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
