import { eachRecord } from "../csv/each-record.ts";
import type { RecordTaker } from "../csv/record-taker.ts";
import type { ScannedRecord } from "../csv/scanner/scan-records.ts";
import { InputError } from "../errors.ts";
import type { ByteSource } from "../files/byte-source.ts";
import { amountPerOf } from "./detect/amounts/amount-columns.ts";
import { AMOUNT_PER_HINT, AmountTally, amountDecision } from "./detect/amounts/amount-per.ts";
import type { AmountPer, OpenColumns } from "./detect/columns/columns.ts";
import { optionNameOf } from "./detect/header/named-columns.ts";
import type { Layout } from "./detect/layout.ts";
import { isBlankAmount, parseWithEitherMark, toAmount } from "./values/decimals.ts";

/** So many rows are looked at; the run stops anyway. */
export const MOST_ROWS = 200_000;

/** A column that is, or may be, the amount. */
interface LikelyAmount {
  readonly column: number;
  readonly per: AmountPer;
}

/** A file's columns that are the amount and the order id, or all that may be. */
interface LikelyColumns {
  readonly amounts: readonly LikelyAmount[];
  readonly orders: readonly number[];
}

/** An order whose rows have one amount, as they are written. */
interface RepeatedAmount {
  readonly order: string;
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * What will be asked once it is clear which column is the amount and which the order id: whether the amount is the order's or
 * the line's. Every column that may be the one is tried with every column that may be the other.
 *
 * @param also columns that a wrong option may mean
 * @returns `null` where no combination leaves that open
 */
export async function earlyAmountQuestion(
  source: ByteSource,
  layout: Layout,
  also: Partial<OpenColumns> = {},
): Promise<InputError | null> {
  const likely = likelyColumns(layout, also);
  if (likely.amounts.length === 0 || likely.orders.length === 0) return null;
  const columns = [...new Set([...likely.amounts.map(({ column }) => column), ...likely.orders])];
  const { dialect } = layout;
  const taker = await eachRecord(source, { dialect, columns }, () => new RowsByOrder(layout, likely));
  const open = likely.amounts.flatMap((amount, at) => {
    const found = taker.openExample(amount, at);
    return found === null ? [] : [{ name: optionNameOf(layout.header, amount.column), ...found }];
  });
  const [first] = open;
  if (first === undefined) return null;
  const isSure = likely.amounts.length === 1;
  const names = open.map(({ name }) => `"${name}"`).join(" or ");
  const shown = first.cells.slice(0, 3).join(", ");
  return new InputError(
    `${source.name}: ${names}${isSure ? "" : ", if it is the amount,"} may be each order's total or each line's amount: ` +
      `order ${first.order} (line ${first.line}) has ${shown}${open.length === 1 ? "" : ` in "${first.name}"`}`,
    { hint: isSure ? AMOUNT_PER_HINT : `with it, ${AMOUNT_PER_HINT}` },
  );
}

function likelyColumns({ header, columns, preset, table }: Layout, also: Partial<OpenColumns>): LikelyColumns {
  const { amount, open } = columns;
  const orders = [...new Set([...columns.order, ...(open?.orders ?? []), ...(also.orders ?? [])])];
  if (amount.kind === "uncounted" || table?.inside !== undefined) return { amounts: [], orders }; // where an amount stands says whose it is
  const isKnown = preset !== null && amount.kind === "sum" && amount.per !== "undecided";
  const known = isKnown ? amount.plus : [];
  const asked = open?.amounts ?? [];
  const own =
    asked.length > 0 || isKnown || amount.kind !== "sum" ? [] : [{ column: amount.plus[0] ?? 0, per: amount.per }];
  const others = [...new Set([...asked, ...(also.amounts ?? [])])].filter(
    (column) => !known.includes(column) && own.every((one) => one.column !== column),
  );
  return { amounts: [...own, ...others.map((column) => ({ column, per: amountPerOf(header[column] ?? "") }))], orders };
}

/** Gathers the amounts of each order's rows, for every column that may be the order id. */
class RowsByOrder implements RecordTaker {
  private readonly likely: LikelyColumns;
  private readonly width: number;
  private readonly byOrder: readonly Map<string, { readonly line: number; readonly cells: string[][] }>[];
  private toSkip: number;
  private rows = 0;

  constructor({ recordsBeforeRows, header }: Layout, likely: LikelyColumns) {
    this.likely = likely;
    this.toSkip = recordsBeforeRows;
    this.width = header.length;
    this.byOrder = likely.orders.map(() => new Map());
  }

  take({ fields, line, text }: ScannedRecord): boolean {
    if (this.toSkip > 0) {
      this.toSkip -= 1;
      return true;
    }
    if (fields < this.width) return true;
    const cells = this.likely.amounts.map(({ column }) => text(column));
    for (const [at, column] of this.likely.orders.entries()) {
      const id = text(column).trim();
      if (id === "") continue;
      const orders = this.byOrder[at];
      const known = orders?.get(id);
      if (known === undefined) orders?.set(id, { line, cells: [cells] });
      else known.cells.push(cells);
    }
    this.rows += 1;
    return this.rows < MOST_ROWS;
  }

  /** An order whose rows have one amount, where some column of order ids leaves open whose it is. */
  openExample({ per, column }: LikelyAmount, at: number): RepeatedAmount | null {
    for (const orders of this.byOrder) {
      const tally = new AmountTally<RepeatedAmount>();
      for (const [order, { line, cells }] of orders) {
        if (cells.length < 2) continue;
        const own = cells.map((row) => row[at] ?? "").filter((cell) => (amountOf(cell) ?? -1) >= 0);
        const amounts = own.map((cell) => amountOf(cell) ?? 0);
        tally.note(amounts, () => ({ order, line, cells: own }));
      }
      if (amountDecision({ per, column: String(column) }, tally) === null) return tally.agreeingExample;
    }
    return null;
  }
}

function amountOf(cell: string): number | null {
  if (isBlankAmount(cell)) return null;
  const decimal = parseWithEitherMark(cell);
  return decimal === null ? null : (toAmount(decimal)?.amount ?? null);
}
