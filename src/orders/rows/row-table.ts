import { NO_DAY } from "../../basics/calendar/days.ts";
import { Dictionary, type TextCodes } from "../../csv/keys/dictionary.ts";
import { KeyDictionary } from "../../csv/keys/key-dictionary.ts";
import type { SummedRows } from "../sums/summed-rows.ts";
import { RowBuffer } from "./row-buffer.ts";
import type { ReadRow, RowColumns } from "./row-columns.ts";

/** A row that should have been readable and was not. */
export interface RejectedRow {
  readonly file: string;
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly reason: "wrong number of fields" | "unreadable date" | "unreadable amount" | "unreadable number of orders";
}

/** The distinct texts behind the codes of a table's columns. */
export interface RowTexts {
  readonly orders: TextCodes;
  readonly customers: TextCodes;
  readonly statuses: TextCodes;
  readonly currencies: TextCodes;
  readonly references: TextCodes;
  /** One for each column that is carried along. */
  readonly kept: readonly TextCodes[];
}

/** All rows of all files, in columns; order ids and customer keys as codes. */
export class RowTable implements RowTexts {
  readonly orders: TextCodes;
  readonly customers = new KeyDictionary();
  /** As in rows of which nothing is known, 0 is blank. */
  readonly statuses = new Dictionary("");
  readonly currencies = new Dictionary("");
  readonly references = new Dictionary();
  /** Names of the columns that are carried along. */
  readonly keptNames: readonly string[];
  readonly kept: readonly Dictionary[];
  rows: RowBuffer;
  /** The rows that are only added up; `null` where all are kept. */
  readonly summed: SummedRows | null;

  /** @param keep names of the columns to carry along */
  constructor(keep: readonly string[] = [], orders: TextCodes = new KeyDictionary(), summed: SummedRows | null = null) {
    this.orders = orders;
    this.summed = summed;
    this.keptNames = keep;
    this.kept = keep.map(() => new Dictionary());
    this.rows = new RowBuffer(keep.length, { areShared: true });
  }

  /** How many rows are kept. */
  get length(): number {
    return this.rows.length;
  }

  /** How many rows were read, kept or only added up. */
  get rowsRead(): number {
    return this.rows.length + (this.summed?.rows ?? 0);
  }

  append(file: number, row: ReadRow): void {
    this.rows.append(file, row);
  }

  /** Whether every row is an order of its own, so that their order column was not written. */
  get areOrders(): boolean {
    return this.rows.areOrders;
  }

  /** Gives a row that was appended another reason. */
  setReason(row: number, reason: number): void {
    this.rows.reason[row] = reason;
  }

  /** The filled columns; they may be written to while orders are put together. */
  view(): RowColumns {
    return this.rows.view();
  }
}

/** A row of which nothing but its place is known. */
export function emptyRow(line: number, reason: number): ReadRow {
  return {
    line,
    day: NO_DAY,
    amount: Number.NaN,
    refunded: 0,
    order: -1,
    customer: -1,
    status: 0,
    currency: 0,
    margin: 0,
    excluded: null,
    refersTo: -1,
    reference: -1,
    reason,
    hashA: 0,
    hashB: 0,
    kept: [],
  };
}
