import { gzipSync } from "node:zlib";
import { type DateForm, writeDate } from "./date-forms.ts";
import { type NumberForm, writeAmount } from "./number-forms.ts";
import { encodeText, type TextEncoding } from "./text-bytes.ts";

/** One order of a table that is written as an export. */
export interface WrittenOrder {
  readonly order: string;
  readonly customer: string;
  /** Civil days since 1970-01-01. */
  readonly day: number;
  /** Whole hundredths of a currency unit. */
  readonly amount: number;
  /** The amounts of its lines, which add up to `amount`; one line where left out. */
  readonly lines?: readonly number[];
}

/** How an order of several lines looks: A one row, B its total on the first row, C on every row, D one row a line. */
export type RowModel = "A" | "B" | "C" | "D";

/** How the records of a file are put into bytes. */
export interface DialectForm {
  /** `blanks` stands for runs of them. */
  readonly delimiter: "," | ";" | "\t" | "|" | "blanks";
  readonly quoting: "minimal" | "all";
  readonly lineEnd: "\n" | "\r\n";
  readonly lastLineEnd: boolean;
  /** Blank lines in the middle and after the rows: none at all, or rows of nothing but delimiters. */
  readonly blankRows: number;
  readonly blankRowsAre: "empty" | "delimiters";
  readonly trailingDelimiters: boolean;
  /** Lines before the header. */
  readonly preamble: readonly string[];
  readonly separatorLine: boolean;
  readonly encoding: TextEncoding;
  readonly gzip: boolean;
}

/** The names of the columns, as the header has them. */
export interface HeaderForm {
  readonly order: string;
  readonly customer: string;
  readonly date: string;
  readonly amount: string;
  /** The columns of model D where the money is quantity × price instead of `amount`. */
  readonly quantity: string;
  readonly price: string;
  readonly item: string;
  readonly notes: string;
}

export interface ExportForm extends DialectForm {
  readonly header: HeaderForm;
  readonly number: NumberForm;
  readonly date: DateForm;
  readonly model: RowModel;
  /** Whether the money of model D is written as quantity × price. */
  readonly product: boolean;
  /** Whether the rows of an order after its first leave customer and date blank (model B). */
  readonly blankContinuation: boolean;
  /** Free texts that the notes column goes through; without any, the column is left out. */
  readonly notes: readonly string[];
  /** A last row with the word and the sum of all amounts; `null` for none. */
  readonly totalsWord: string | null;
}

/** An export with its header and rows, before it is put into bytes. */
export interface ExportTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Writes an order table as a shop would export it; `null` where the encoding lacks one of its characters. */
export function writeExport(orders: readonly WrittenOrder[], form: ExportForm): Buffer | null {
  return writeTable(exportTable(orders, form), form);
}

/** The header and rows of an export, each order's rows together. */
export function exportTable(orders: readonly WrittenOrder[], form: ExportForm): ExportTable {
  const { header, model, notes } = form;
  const isSeveralRows = model !== "A";
  const names = [
    header.order,
    header.customer,
    header.date,
    ...(isSeveralRows ? [header.item] : []),
    ...(isProduct(form) ? [header.quantity, header.price] : [header.amount]),
    ...(notes.length > 0 ? [header.notes] : []),
  ];
  const rows = orders.flatMap((order, index) => orderRows(order, index, form));
  if (form.totalsWord === null) return { header: names, rows };
  const total = orders.reduce((sum, { amount }) => sum + amount, 0);
  const cells = names.map((name) => (name === header.amount ? writeAmount(total, form.number) : ""));
  return { header: names, rows: [...rows, [form.totalsWord, ...cells.slice(1)]] };
}

function isProduct({ model, product }: ExportForm): boolean {
  return model === "D" && product;
}

function orderRows(order: WrittenOrder, index: number, form: ExportForm): readonly (readonly string[])[] {
  const { model, notes, blankContinuation } = form;
  const lines = model === "A" ? [order.amount] : (order.lines ?? [order.amount]);
  const stamp = writeDate(order.day, (index * 7_919 + 33_909) % 86_400, form.date);
  return lines.map((line, at) => {
    const isBlank = model === "B" && at > 0;
    const shared = isBlank && blankContinuation ? ["", ""] : [order.customer, stamp];
    return [
      order.order,
      ...shared,
      ...(model === "A" ? [] : [`ITEM-${index}-${at}`]),
      ...money(model === "D" ? line : order.amount, { isBlank, at, form }),
      ...(notes.length === 0 ? [] : [notes[(index + at) % notes.length] ?? ""]),
    ];
  });
}

function money(
  amount: number,
  { isBlank, at, form }: { isBlank: boolean; at: number; form: ExportForm },
): readonly string[] {
  if (isBlank) return [""];
  if (!isProduct(form)) return [writeAmount(amount, form.number)];
  const { quantity, price } = factored(amount, at, form.number);
  return [String(quantity), writeAmount(price, form.number)];
}

/** A line's amount as quantity × price; the quantity carries the sign. */
export function factored(
  amount: number,
  at: number,
  { decimals }: NumberForm,
): { readonly quantity: number; readonly price: number } {
  const wanted = 1 + (at % 3);
  const quantity = amount % (decimals === "none" ? wanted * 100 : wanted) === 0 ? wanted : 1;
  return { quantity: amount < 0 ? -quantity : quantity, price: Math.abs(amount) / quantity };
}

/** Puts a header and rows into bytes; `null` where the encoding lacks one of the characters. */
export function writeTable({ header, rows }: ExportTable, form: DialectForm): Buffer | null {
  const width = header.length + (form.trailingDelimiters ? 1 : 0);
  const delimiter = form.delimiter === "blanks" ? " " : form.delimiter;
  const blank = form.blankRowsAre === "empty" ? "" : delimiter.repeat(width - 1);
  const blanks = Array.from({ length: form.blankRows }, () => blank);
  const body = rows.map((cells) => writeRecord(cells, form));
  const middle = Math.ceil(body.length / 2);
  const lines = [
    ...(form.separatorLine ? [`sep=${delimiter}`] : []),
    ...form.preamble,
    writeRecord(header, form),
    ...body.slice(0, middle),
    ...blanks,
    ...body.slice(middle),
    ...blanks,
  ];
  const text = `${lines.join(form.lineEnd)}${form.lastLineEnd ? form.lineEnd : ""}`;
  const bytes = encodeText(text, form.encoding);
  return bytes === null || !form.gzip ? bytes : gzipSync(bytes);
}

function writeRecord(cells: readonly string[], form: DialectForm): string {
  if (form.delimiter === "blanks") return cells.map((cell, at) => cell.padEnd(at % 2 === 0 ? 12 : 9)).join("  ");
  const quoted = cells.map((cell) =>
    form.quoting === "all" || needsQuotes(cell, form.delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell,
  );
  return `${quoted.join(form.delimiter)}${form.trailingDelimiters ? form.delimiter : ""}`;
}

function needsQuotes(cell: string, delimiter: string): boolean {
  return cell.includes(delimiter) || /["\r\n]/.test(cell);
}
