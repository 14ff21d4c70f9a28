import { AMOUNT_SCALE } from "../../basics/money/amount.ts";
import type { AmountUnit } from "../../basics/money/amount-unit.ts";
import type { AmountDecision } from "../../exports/detect/amounts/amount-per.ts";
import type { Formats } from "../../exports/detect/formats/resolve-formats.ts";
import { type FilePlan, keptAt } from "../../exports/file-plan.ts";
import { isOfOrders } from "../../exports/join/joined-file.ts";
import { AmountColumn } from "../../exports/values/amount-column.ts";
import type { RowColumns } from "../rows/row-columns.ts";
import type { RowTable } from "../rows/row-table.ts";

const AMOUNT_ROLES = ["quantity", "unitPrice", "lineTotal", "lineTax"] as const;
type AmountRole = (typeof AMOUNT_ROLES)[number];

/** What each row says as a line: how many pieces, and what they cost. */
export class LineAmounts {
  private readonly rows: RowColumns;
  private readonly readers = new Map<string, AmountColumn>();
  private readonly formats: readonly Pick<Formats, "decimal" | "amountUnit">[];
  private readonly isPerLine: readonly boolean[];
  private readonly cell: (row: number, role: AmountRole) => string;

  constructor(
    rows: RowColumns,
    table: RowTable,
    { plans, decisions }: { readonly plans: readonly FilePlan[]; readonly decisions: readonly AmountDecision[] },
  ) {
    this.rows = rows;
    this.formats = plans.map(({ formats }) => formats);
    this.isPerLine = plans.map((plan) => decisions[plan.origin]?.per === "line" || !isOfOrders(plan));
    const [first] = plans;
    const slots = new Map(AMOUNT_ROLES.map((role) => [role, first === undefined ? -1 : keptAt(first, role)]));
    this.cell = (row, role) => {
      const slot = slots.get(role) ?? -1;
      const code = slot < 0 ? -1 : (rows.kept[slot]?.[row] ?? -1);
      return table.kept[slot]?.texts[code] ?? "";
    };
  }

  /** Pieces; `null` where the row does not say, or not as a number. */
  quantity(row: number): number | null {
    const read = this.reader(row, "whole").parse(this.cell(row, "quantity"));
    return read === null || read === "unreadable" ? null : read.amount / AMOUNT_SCALE;
  }

  /**
   * Whole 1/10,000 of a unit: the row's own amount where amounts are per line, less what was refunded of it; else the line's
   * total with its tax, else quantity × price; NaN where none is known.
   */
  amount(row: number): number {
    const { rows } = this;
    if (this.hasOwnAmount(row)) return (rows.amount[row] as number) - (rows.refunded[row] as number);
    const total = this.money(row, "lineTotal");
    if (total !== null) return total + (this.money(row, "lineTax") ?? 0);
    const read = this.reader(row).parseProduct(this.cell(row, "quantity"), this.cell(row, "unitPrice"));
    return read === null || read === "unreadable" ? Number.NaN : read.amount;
  }

  /** Whether a row's amount is that of its line, not of its order. */
  hasOwnAmount(row: number): boolean {
    return this.isPerLine[this.rows.file[row] as number] === true;
  }

  private money(row: number, role: "lineTotal" | "lineTax"): number | null {
    const read = this.reader(row).parse(this.cell(row, role));
    return read === null || read === "unreadable" ? null : read.amount;
  }

  private reader(row: number, unit?: AmountUnit): AmountColumn {
    const { decimal = ".", amountUnit = "whole" } = this.formats[this.rows.file[row] as number] ?? {};
    const key = `${decimal} ${unit ?? amountUnit}`;
    const known = this.readers.get(key);
    if (known !== undefined) return known;
    const reader = new AmountColumn(decimal, unit ?? amountUnit);
    this.readers.set(key, reader);
    return reader;
  }
}
