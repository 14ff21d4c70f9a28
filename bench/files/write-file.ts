import { hashed } from "../random.ts";
import { CellWriter } from "./cell-writer.ts";
import type { Column } from "./columns.ts";
import { type Dialect, momentWriter } from "./dialect.ts";
import { type Arrangement, DAYS, FIRST_DAY, type Sale, salesOf } from "./sales.ts";

/** What a file of orders is made of. */
export interface FilePlan {
  readonly columns: readonly Column[];
  readonly arrangement: Arrangement;
  readonly dialect: Dialect;
  /** How many customers there are to draw from, by the number of rows. Default: one to ten rows. */
  readonly population?: (rows: number) => number;
}

/** Writes one cell of a sale. */
type WriteCell = (sale: Sale, quote: boolean) => void;

/** Writes a file of so many rows (one more at times, see `salesOf`), and says how large it became. */
export function writeFile(
  path: string,
  rows: number,
  plan: FilePlan,
): { readonly rows: number; readonly bytes: number } {
  const { dialect, columns } = plan;
  const out = new CellWriter(path);
  out.text(columns.map(({ name }) => name).join(dialect.delimiter));
  out.endRow(dialect.lineEnd);
  const cells = columns.map((column) => cellWriter(out, column, dialect));
  const delimiter = dialect.delimiter.charCodeAt(0);
  let row = 0;
  for (const sale of salesOf(plan.arrangement, rows, plan.population?.(rows))) {
    for (let cell = 0; cell < cells.length; cell += 1) {
      if (cell > 0) out.byte(delimiter);
      const quote = dialect.quoted > 0 && hashed(row * 128 + cell, 31) < dialect.quoted;
      (cells[cell] as WriteCell)(sale, quote);
    }
    out.endRow(dialect.lineEnd);
    row += 1;
  }
  out.close();
  return { rows: row, bytes: out.bytes };
}

const QUOTE = 0x22;
const DOLLARS = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD" });

function cellWriter(out: CellWriter, column: Column, dialect: Dialect): WriteCell {
  const write = bareWriter(out, column, dialect);
  if (column.kind === "text" || (column.kind === "money" && dialect.money === "dollars")) return write;
  return (sale, quote) => {
    if (quote) out.byte(QUOTE);
    write(sale, false);
    if (quote) out.byte(QUOTE);
  };
}

function bareWriter(out: CellWriter, column: Column, dialect: Dialect): WriteCell {
  switch (column.kind) {
    case "whole":
      return (sale) => out.whole(column.of(sale));
    case "money": {
      const write = moneyWriter(out, dialect);
      return (sale) => {
        const cents = column.of(sale);
        if (cents !== null) write(cents);
      };
    }
    case "moment": {
      const write = momentWriter(dialect.moment, FIRST_DAY, DAYS);
      return (sale) => {
        if (column.where(sale)) out.text(write(sale.day, sale.second));
      };
    }
    case "text":
      return (sale, quote) => {
        const text = column.of(sale);
        if (quote || needsQuotes(text, dialect)) out.quoted(text);
        else out.text(text);
      };
  }
}

/** Writes cents as the dialect has them. */
function moneyWriter(out: CellWriter, { decimal, money }: Dialect): (cents: number) => void {
  const mark = decimal.charCodeAt(0);
  switch (money) {
    case "dollars":
      return (cents) => out.quoted(DOLLARS.format(cents / 100));
    case "six decimals":
      return (cents) => {
        out.money(cents, mark);
        out.text("0000");
      };
    default:
      return (cents) => out.money(cents, mark);
  }
}

function needsQuotes(text: string, { delimiter }: Dialect): boolean {
  return text.includes(delimiter) || text.includes("\n") || text.includes('"');
}
