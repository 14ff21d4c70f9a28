import { formatAmount } from "../../basics/money/amount.ts";
import { placeOf } from "../../basics/text/place.ts";
import { peopleCount, plural } from "../../basics/text/words.ts";
import { InputError } from "../../errors.ts";
import { mainAmount, refundedParts } from "../../exports/detect/columns/columns.ts";
import { optionNameOf } from "../../exports/detect/header/named-columns.ts";
import { normaliseName } from "../../exports/detect/names/name-form.ts";
import type { FilePlan } from "../../exports/file-plan.ts";
import { NEARLY_EVERY } from "../../exports/join/amount-table.ts";
import type { AmountAgreement } from "../../exports/join/joined-file.ts";
import { agreementOf, type Comparison } from "../../exports/join/order-sums.ts";
import { orderIdOf } from "../assemble/entries/order-id.ts";
import type { RowColumns } from "../rows/row-columns.ts";
import type { RowTable } from "../rows/row-table.ts";
import { parseStatusKey } from "../rows/status-key.ts";
import type { RefundedOrder, RefundedOrders } from "./refunded-orders.ts";

/** In 1/10,000 of a unit. */
const HUNDREDTH = 100;

/** A table of refunds that another one has already, and that one's file. */
interface RepeatedTable {
  readonly table: number;
  readonly file: string;
  readonly agreement: AmountAgreement;
}

/** What only the user can say of a table of refunds. */
export class RefundQuestions {
  private readonly table: RowTable;
  private readonly rows: RowColumns;
  private readonly plans: readonly FilePlan[];

  constructor(table: RowTable, plans: readonly FilePlan[]) {
    this.table = table;
    this.rows = table.view();
    this.plans = plans;
  }

  /**
   * Refuses a table that has refunds of both signs.
   *
   * @param refunds the readable rows of tables of refunds
   */
  refuseMixedSigns(refunds: readonly number[]): void {
    const { rows, plans } = this;
    const first = new Map<number, { row: number; positive: number; negative: number; other: number }>();
    for (const row of refunds) {
      const amount = rows.amount[row] as number;
      if (rows.reason[row] !== 0 || amount === 0 || Number.isNaN(amount)) continue;
      const table = plans[rows.file[row] as number]?.joined?.table ?? -1;
      const known = first.get(table) ?? { row, positive: 0, negative: 0, other: -1 };
      first.set(table, known);
      if (amount > 0) known.positive += 1;
      else known.negative += 1;
      if (known.other < 0 && amount > 0 !== (rows.amount[known.row] as number) > 0) known.other = row;
    }
    const mixed = [...first.values()].find(({ other }) => other >= 0);
    if (mixed !== undefined) throw this.mixedSigns(mixed);
  }

  private mixedSigns({
    row,
    other,
    positive,
    negative,
  }: Record<"row" | "other" | "positive" | "negative", number>): InputError {
    const shown = [row, other].map((one) => `${formatAmount(this.rows.amount[one] as number)} (${this.placeOf(one)})`);
    const column = this.amountName(row);
    return new InputError(
      `${this.fileOf(row)}: this is a table of refunds, and "${column}" has both signs, ${plural(positive, "positive amount")} and ${plural(negative, "negative one")}, such as ${shown.join(" and ")}: the ones may be money that was given back, and the others money that was taken back`,
      { hint: `keep the rows that are refunds: --where "${column}>0" or --where "${column}<0"` },
    );
  }

  /** The error for a refund whose own status may mean that no money went back. */
  unknownStatus(row: number): InputError {
    const { header, columns } = this.planOf(row).layout;
    const name = optionNameOf(header, columns.status ?? 0);
    const { words } = parseStatusKey(this.table.statuses.texts[this.rows.status[row] as number] ?? "");
    const like = refundsLike(this.rows, row);
    return new InputError(
      `${this.placeOf(row)}: "${name}" is "${words}", which does not say whether the refund of ${formatAmount(Math.abs(this.rows.amount[row] as number))} was paid out (${plural(like, "row")} of the file)`,
      {
        hint: `leave out what was not paid out, such as --where "${name}!=${words}", or call it "refunded" in the file if it was`,
      },
    );
  }

  /**
   * How far refunds agree with what the orders themselves say was refunded; `null` where they say nothing, and the table counts.
   *
   * @throws InputError where both say something else, or the orders' amounts may be after refunds already
   */
  agreement({ orders }: RefundedOrders): AmountAgreement | null {
    this.refuseRepeatedRefunds(orders);
    const stated = [...orders].filter(([, { stated }]) => stated > 0);
    if (stated.length === 0) {
      this.refuseNetOrders(orders);
      return null;
    }
    const isSame = ([, order]: readonly [number, RefundedOrder]): boolean =>
      [order.stated, order.statedSum].some((sum) => Math.abs(sum - order.refunds) <= HUNDREDTH);
    const agreeing = [...orders].filter(isSame).length;
    const differing = [...orders].find((order) => !isSame(order));
    if (differing !== undefined && agreeing < NEARLY_EVERY * orders.size) {
      throw this.disagreeing(differing, { orders: orders.size, agreeing });
    }
    return { orders: orders.size, agreeing };
  }

  /**
   * The tables of refunds that have the same refunds as one before them, such as the lines of those.
   *
   * @param refunds the readable rows of tables of refunds
   * @throws InputError where two tables have other amounts for the same orders
   */
  repeatedTables(refunds: readonly number[]): readonly RepeatedTable[] {
    const tables = new Map<number, { readonly row: number; readonly sums: Map<string, number> }>();
    for (const row of refunds) {
      const { table = -1 } = this.planOf(row).joined ?? {};
      const known = tables.get(table) ?? { row, sums: new Map<string, number>() };
      tables.set(table, known);
      const order = String(this.rows.order[row]);
      if (this.rows.reason[row] === 0)
        known.sums.set(order, (known.sums.get(order) ?? 0) - (this.rows.amount[row] as number));
    }
    const ordered = [...tables].sort(([, a], [, b]) => b.sums.size - a.sums.size || a.row - b.row);
    const repeated: RepeatedTable[] = [];
    for (const [index, [table, own]] of ordered.entries()) {
      for (const [, first] of ordered.slice(0, index)) {
        const agreement = agreementOf(first.sums, own.sums);
        if (agreement.orders === 0 || repeated.some((one) => one.table === table)) continue;
        if (agreement.agreeing < NEARLY_EVERY * agreement.orders) throw this.otherRefunds(first, own, agreement);
        repeated.push({ table, file: this.fileOf(first.row), agreement });
      }
    }
    return repeated;
  }

  private otherRefunds(
    first: { readonly row: number; readonly sums: ReadonlyMap<string, number> },
    own: { readonly row: number; readonly sums: ReadonlyMap<string, number> },
    { orders, agreeing, differing }: Comparison,
  ): InputError {
    const [a, b] = [first, own].map(
      ({ row, sums }) => `${formatAmount(sums.get(differing ?? "") ?? 0)} in ${this.fileOf(row)}`,
    );
    return new InputError(
      `refunds may count twice: order ${this.orderId(Number(differing))} has ${a}, and ${b}; the two agree on ${peopleCount(agreeing)} of ${plural(orders, "order")}`,
      { hint: `leave out the file whose refunds the other has already; if both count, put them into one file` },
    );
  }

  private disagreeing(
    [code, order]: readonly [number, RefundedOrder],
    { orders, agreeing }: AmountAgreement,
  ): InputError {
    const own = this.ordersPlan();
    const [column] = refundedParts(own?.layout.columns.refunded ?? null);
    const name = column === undefined ? "" : optionNameOf(own?.layout.header ?? [], column);
    const file = this.fileOf(order.refundRow);
    return new InputError(
      `refunds would count twice: order ${this.orderId(code)} has ${formatAmount(order.stated)} refunded by "${name}" of ${own?.source.name ?? ""}, and ${formatAmount(order.refunds)} by ${file}; they agree on ${peopleCount(agreeing)} of ${peopleCount(orders)} orders`,
      { hint: `let those of ${file} count with --refunded none, or leave that file out` },
    );
  }

  /** Refuses orders that have the same refunds as rows of their own. */
  private refuseRepeatedRefunds(orders: ReadonlyMap<number, RefundedOrder>): void {
    const both = [...orders].filter(([, { back }]) => back > 0);
    const same = both.filter(([, { back, refunds }]) => Math.abs(back - refunds) <= HUNDREDTH);
    const [example] = same;
    if (example === undefined || same.length * 2 < both.length) return;
    const [code, { refunds, refundRow, backRow }] = example;
    throw new InputError(
      `refunds would count twice: order ${this.orderId(code)} has ${formatAmount(refunds)} in ${this.fileOf(refundRow)} and the same as a negative amount (${this.placeOf(backRow)}); so have ${peopleCount(same.length)} of ${plural(both.length, "order")} with both`,
      { hint: `leave ${this.fileOf(refundRow)} out, or the negative rows of ${this.fileOf(backRow)}` },
    );
  }

  /** Asks where amounts look as if refunds were taken off already, unless the user joined the refunds to them. */
  private refuseNetOrders(orders: ReadonlyMap<number, RefundedOrder>): void {
    const unasked = [...orders].filter(([, { refundRow }]) => this.planOf(refundRow).joined?.isAsked === false);
    const [first] = unasked;
    const own = this.ordersPlan();
    if (first === undefined || own === undefined) return;
    const over = unasked.filter(([, { paid, refunds }]) => refunds > paid + HUNDREDTH);
    const column = mainAmount(own.layout.columns.amount);
    const name = column === null ? "" : optionNameOf(own.layout.header, column);
    if (over.length * 2 > unasked.length) {
      const why = `${peopleCount(over.length)} of ${plural(unasked.length, "refunded order")} ${over.length === 1 ? "has" : "have"} less than was refunded`;
      throw this.mayBeNet(over[0] ?? first, why);
    }
    if (own.layout.preset === null && isNetName(name)) throw this.mayBeNet(first, `"${name}" may be after refunds`);
  }

  private mayBeNet([code, { paid, refunds, refundRow }]: readonly [number, RefundedOrder], why: string): InputError {
    const { source, joined, layout } = this.planOf(refundRow);
    const key = optionNameOf(layout.header, joined?.key ?? 0);
    return new InputError(
      `the amounts in ${this.ordersPlan()?.source.name ?? ""} may be after refunds already: ${why}; with the ${formatAmount(refunds)} in ${source.name}, order ${this.orderId(code)} comes to ${formatAmount(paid)} if they are, and to ${formatAmount(paid - refunds)} if not`,
      { hint: `leave ${source.name} out if they are after refunds; if not, say --join ${source.name}:${key}` },
    );
  }

  private orderId(code: number): string {
    return orderIdOf(this.table.orders, code);
  }

  private planOf(row: number): FilePlan {
    return this.plans[this.rows.file[row] as number] as FilePlan;
  }

  private ordersPlan(): FilePlan | undefined {
    return this.plans.find(({ joined }) => joined?.role === "orders");
  }

  private fileOf(row: number): string {
    return this.planOf(row).source.name;
  }

  private placeOf(row: number): string {
    return placeOf(this.fileOf(row), this.table.rows.lineOf(row));
  }

  private amountName(row: number): string {
    const { header, columns } = this.planOf(row).layout;
    return optionNameOf(header, mainAmount(columns.amount) ?? 0);
  }
}

/** Names of totals after refunds; a bare `net` says that tax is off as often. */
function isNetName(name: string): boolean {
  return /^net (?:\w+ )?(?:total|sales|revenue|paid|payments?|amount|value)$|after refunds?|less refunds?|net refunds?|current total/.test(
    normaliseName(name),
  );
}

function refundsLike({ length, file, status }: RowColumns, row: number): number {
  let like = 0;
  for (let other = 0; other < length; other += 1) {
    if (file[other] === file[row] && status[other] === status[row]) like += 1;
  }
  return like;
}
