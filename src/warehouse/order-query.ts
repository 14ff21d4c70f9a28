import { UsageError } from "../errors.ts";
import type { ColumnCondition } from "../exports/conditions/condition.ts";
import { countsLess } from "../exports/detect/amounts/unit-of-amounts.ts";

/** The columns of a table of orders, by their names in the engine. */
export interface OrderColumns {
  readonly customer: string;
  /** Columns that say who the customer is where those before them are blank: an e-mail address, a telephone number. */
  readonly customerElse?: readonly string[] | undefined;
  readonly date: string;
  readonly amount: string;
  /** Taken off the amount, whatever its sign. */
  readonly refunded?: string | undefined;
  readonly status?: string | undefined;
  readonly currency?: string | undefined;
}

/**
 * Refuses columns of money whose names say that they count cents: a table's amounts are taken as they stand.
 *
 * @throws UsageError
 */
export function refuseCents(table: string, { amount, refunded }: Pick<OrderColumns, "amount" | "refunded">): void {
  const name = [amount, refunded].find((column) => column !== undefined && countsLess(column));
  if (name === undefined) return;
  throw new UsageError(
    `${table}: "${name}" counts cents by its name, and the amounts of a table are taken as whole units of money`,
    `divide it in a view, ${name} / 100.0, under a name that does not say cents`,
  );
}

/**
 * Which statuses count. `as written` compares texts byte by byte, `folded` without capitals and outer blanks. An order whose
 * status is blank counts.
 */
export interface StatusRule {
  readonly counts: "these" | "all but these";
  readonly compared: "as written" | "folded";
  readonly statuses: readonly string[];
}

/** A table of orders and which of its rows count: one row per order or dated refund. */
export interface OrderQuery {
  /** As the user writes it: `shop.orders`, `parquet./data/orders`. */
  readonly table: string;
  readonly columns: OrderColumns;
  /** The last day that counts. */
  readonly asOf: number;
  /** `null` where every order counts whatever its status. */
  readonly statuses: StatusRule | null;
  /** Only rows of this currency, compared without capitals and outer blanks; `null` for all. */
  readonly currency: string | null;
  /** All of these must hold; texts are compared without capitals and outer blanks. */
  readonly where: readonly ColumnCondition[];
  readonly since: number | null;
  readonly until: number | null;
  readonly refunds: "net" | "ignore";
  /** The zone in which a moment's day is taken; `null` for dates and times without a zone. */
  readonly timeZone: string | null;
}

/** What customers are counted by. */
export interface CustomerRule {
  /** The window's first day; `null` where all history counts. */
  readonly from: number | null;
  readonly windowFor: "rfm" | "fm";
  readonly frequency: "orders" | "days";
}
