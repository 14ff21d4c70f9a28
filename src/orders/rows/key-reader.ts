import { ORIGIN_MARK } from "../../csv/keys/source-mark.ts";
import type { ColumnRoles, KeyChain } from "../../exports/detect/columns/columns.ts";
import { unwrapCell } from "../../exports/values/decimals.ts";
import type { RowTexts } from "./row-table.ts";

/** A value and the line where it stands. */
export interface Found {
  readonly count: number;
  readonly line: number;
  readonly value: string;
}

/** The keys of one row as codes of the table's dictionaries; −1 where there is none. */
export interface RowKeys {
  readonly order: number;
  readonly customer: number;
  readonly refersTo: number;
  readonly reference: number;
}

/** Long numbers that a spreadsheet rounded when the file was opened in it and saved: `1.2E+13`, `1,2E+13`. */
const DESTROYED_ID = /^\d(?:[.,]\d+)?E\+\d+$/i;

/** UTF-8 that an earlier program read as Windows-1252: `Ã¤`, `Ã¶`, `â‚¬`. */
const GARBLED = /Ã[\u0080-\u00bf\u0152-\u017e\u2013-\u2122]|â‚¬|Â[\u00a0-\u00bf]/;

/** Reads the order ids, customers and references of one file's rows. */
export class KeyReader {
  private readonly columns: ColumnRoles;
  private readonly texts: Pick<RowTexts, "orders" | "customers" | "references">;
  private readonly numbering: number;
  private readonly continuesAbove: boolean;
  private readonly noteLinks: boolean;
  private orderAbove = -1;
  /** Pairs of an id and an e-mail address that stand in one row, each once. */
  readonly links = new Map<string, readonly [string, string]>();
  wholeIds = true;
  pointZeroIds = false;
  destroyed: Found | null = null;
  garbled: Found | null = null;

  constructor(
    columns: ColumnRoles,
    texts: Pick<RowTexts, "orders" | "customers" | "references">,
    options: { numbering: number; continuesAbove: boolean; noteLinks: boolean },
  ) {
    this.columns = columns;
    this.texts = texts;
    this.numbering = options.numbering;
    this.continuesAbove = options.continuesAbove;
    this.noteLinks = options.noteLinks;
  }

  read(cells: readonly string[], line: number, isRefund: boolean): RowKeys {
    const { reference } = this.columns;
    const code = (column: number): number => {
      const text = (cells[column] ?? "").trim();
      return text === "" ? -1 : this.texts.references.code(text);
    };
    const refersTo = reference !== null && isRefund ? code(reference.from) : -1;
    const isSale = reference !== null && !isRefund;
    return {
      order: this.order(cells, line),
      customer: this.customer(cells, line, isRefund),
      refersTo,
      reference: isSale ? code(reference.to) : -1,
    };
  }

  /** The order of a row. */
  order(cells: readonly string[], line: number): number {
    const { order } = this.columns;
    if (order.length === 0) return -1;
    const ids = order.map((column) => unwrapCell(cells[column] ?? ""));
    const id = ids.find((one) => one !== "") ?? "";
    if (id === "") return this.continuesAbove ? this.orderAbove : -1;
    if (this.isDestroyed(id, line)) return -1;
    this.orderAbove = this.texts.orders.code(this.numbering === 0 ? id : `${this.numbering}${ORIGIN_MARK}${id}`);
    return this.orderAbove;
  }

  /** The customer of a row. */
  customer(cells: readonly string[], line: number, isRefund: boolean): number {
    const { customer, refundCustomer } = this.columns;
    const chain = isRefund && refundCustomer !== null ? refundCustomer : customer;
    const key = this.firstKey(chain, cells, line);
    if (key === "") return -1;
    if (this.noteLinks && chain === customer) this.noteLink(cells);
    if (this.garbled === null && GARBLED.test(key)) this.garbled = { count: 1, line, value: key };
    return this.texts.customers.code(key.includes("@") ? key.toLowerCase() : key);
  }

  private firstKey(chain: KeyChain, cells: readonly string[], line: number): string {
    for (const [index, columns] of chain.entries()) {
      const parts = columns.map((column) => unwrapCell(cells[column] ?? ""));
      if (parts.some((part) => part === "" || part === "0" || part === "0.0")) continue;
      const key = parts.length === 1 ? parts.join("") : parts.join(" ").toLowerCase(); // names differ by case only
      if (this.isDestroyed(key, line)) continue;
      if (index === 0) this.noteId(key);
      return key;
    }
    return "";
  }

  /** Notes the id and the e-mail address of a row that has both. */
  private noteLink(cells: readonly string[]): void {
    const keys = this.columns.customer
      .filter((columns) => columns.length === 1)
      .map(([column = 0]) => unwrapCell(cells[column] ?? ""))
      .filter((key) => key !== "" && key !== "0" && key !== "0.0" && !DESTROYED_ID.test(key));
    const email = keys.find((key) => key.includes("@"))?.toLowerCase();
    const id = keys.find((key) => !key.includes("@"));
    if (email === undefined || id === undefined) return;
    const pair = `${id}\u0000${email}`;
    if (!this.links.has(pair)) this.links.set(pair, [id, email]);
  }

  private noteId(id: string): void {
    if (!this.wholeIds) return;
    if (!/^\d+(?:\.0)?$/.test(id)) this.wholeIds = false;
    else if (id.endsWith(".0")) this.pointZeroIds = true;
  }

  /** An id that a spreadsheet destroyed is no id: two customers may have the same. */
  private isDestroyed(id: string, line: number): boolean {
    if (!DESTROYED_ID.test(id)) return false;
    const { count, line: first, value } = this.destroyed ?? { count: 0, line, value: id };
    this.destroyed = { count: count + 1, line: first, value };
    return true;
  }
}
