import { AMOUNT_SCALE } from "../basics/money/amount.ts";
import { eachRecord } from "../csv/each-record.ts";
import type { ScannedRecord } from "../csv/scanner/scan-records.ts";
import { totalFormulas } from "../exports/detect/amounts/total-formulas.ts";
import { partsOfAmount } from "../exports/detect/columns/columns.ts";
import { columnOf } from "../exports/detect/header/named-columns.ts";
import type { FilePlan } from "../exports/file-plan.ts";
import { AmountColumn } from "../exports/values/amount-column.ts";
import { withMark } from "../exports/values/decimals.ts";
import { MoneyReader } from "./rows/money-reader.ts";

/** How far an amount agrees with other columns of its file that should come to the same. */
export interface AmountCheck {
  /** `Subtotal + Shipping − Discount`. */
  readonly formula: string;
  /** Rows with an amount and the formula's first column. */
  readonly rows: number;
  /** Those on which both are the same, to {@link TOLERANCE}. */
  readonly agreeing: number;
}

/** A cent: taxes are rounded in some columns and not in others. */
const TOLERANCE = AMOUNT_SCALE / 100;

interface Formula {
  readonly text: string;
  readonly plus: readonly number[];
  readonly minus: readonly number[];
  readonly product: readonly [quantity: number, price: number] | null;
}

/**
 * Compares each row's amount, before refunds, with other columns of the file, by reading it once more; of several formulas
 * the one that agrees most often is told. `null` where the file has no columns for one.
 */
export async function checkAmount(plan: FilePlan): Promise<AmountCheck | null> {
  const formulas = formulasFor(plan);
  if (formulas.length === 0) return null;
  const { dialect, header } = plan.layout;
  const columns = header.map((_, column) => column);
  const check = await eachRecord(plan.source, { dialect, columns }, () => new RunningCheck(plan, formulas));
  return check.best();
}

function formulasFor({ layout: { header, preset, columns } }: FilePlan): readonly Formula[] {
  const { amount } = columns;
  if (amount.kind === "uncounted") return [];
  const used = [...partsOfAmount(amount)].sort().join();
  return (preset?.totals ?? totalFormulas(header)).flatMap((total): Formula[] => {
    const of = (names: readonly (readonly string[])[]): (number | null)[] =>
      names.map((each) => columnOf(header, each));
    const [plus, minus] =
      "quantity" in total ? [of([total.quantity, total.price]), []] : [of(total.plus), of(total.minus ?? [])];
    const all = [...plus, ...minus].filter((column) => column !== null);
    if (all.length < plus.length + minus.length || all.sort().join() === used) return [];
    const name = (column: number | null): string => header[column ?? -1]?.trim() ?? "";
    const sum = plus.map(name).join("quantity" in total ? " × " : " + ");
    const own = { plus: plus.map(Number), minus: minus.map(Number) };
    const product = "quantity" in total ? ([own.plus[0] ?? 0, own.plus[1] ?? 0] as const) : null;
    return [{ ...own, product, text: `${sum}${minus.map((column) => ` − ${name(column)}`).join("")}` }];
  });
}

class RunningCheck {
  private readonly plan: FilePlan;
  private readonly formulas: readonly Formula[];
  private readonly money: MoneyReader;
  private readonly amounts: AmountColumn;
  private readonly counts: { rows: number; agreeing: number }[];
  private toSkip: number;

  constructor(plan: FilePlan, formulas: readonly Formula[]) {
    this.plan = plan;
    this.formulas = formulas;
    this.money = new MoneyReader(plan.source.name, plan.formats, plan.layout.columns);
    this.amounts = new AmountColumn(plan.formats.decimal, plan.formats.amountUnit);
    this.counts = formulas.map(() => ({ rows: 0, agreeing: 0 }));
    this.toSkip = plan.layout.recordsBeforeRows;
  }

  /** Takes the cells of the next record; more are always wanted. */
  take({ text: textOf, type }: ScannedRecord): true {
    this.toSkip -= 1;
    if (this.toSkip >= 0) return true;
    const text = (column: number): string =>
      type?.(column) === "number" ? withMark(textOf(column), this.plan.formats.decimal) : textOf(column);
    const { amount } = this.money.read(
      this.plan.layout.header.map((_, column) => text(column)),
      0,
    );
    if (Number.isNaN(amount)) return true;
    for (const [index, formula] of this.formulas.entries()) {
      const value = this.value(formula, text);
      const count = this.counts[index];
      if (value === null || count === undefined) continue;
      count.rows += 1;
      if (Math.abs(value - amount) <= TOLERANCE) count.agreeing += 1;
    }
    return true;
  }

  /** `null` where its first column is blank, or a cell cannot be read; other blank cells add nothing. */
  private value({ plus, minus, product }: Formula, text: (column: number) => string): number | null {
    if (product !== null) {
      const parsed = this.amounts.parseProduct(text(product[0]), text(product[1]));
      return parsed === "unreadable" ? null : (parsed?.amount ?? null);
    }
    let sum = 0;
    for (const [index, column] of [...plus, ...minus].entries()) {
      const part = this.amounts.parse(text(column));
      if (part === "unreadable" || (part === null && index === 0)) return null;
      sum += index < plus.length ? (part?.amount ?? 0) : -(part?.amount ?? 0);
    }
    return sum;
  }

  /** The formula that agrees on most rows; one that the platform does not promise must agree on at least half of them. */
  best(): AmountCheck | null {
    const checks = this.formulas.map(({ text }, index) => ({
      formula: text,
      ...(this.counts[index] ?? { rows: 0, agreeing: 0 }),
    }));
    const [best] = checks.filter(({ rows }) => rows > 0).toSorted((a, b) => b.agreeing - a.agreeing);
    if (best === undefined) return null;
    return this.plan.layout.preset === null && best.agreeing * 2 < best.rows ? null : best;
  }
}
