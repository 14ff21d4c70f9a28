import type { AmountDecision } from "../../exports/detect/amounts/amount-per.ts";
import { type FilePlan, keptAt } from "../../exports/file-plan.ts";
import type { LineRole } from "../../exports/lines/line-role.ts";
import type { EntryColumns } from "../assemble/entries/entry-columns.ts";
import { reasonCode } from "../ledger/entries.ts";
import type { KeptValues, OrderTable, OrderTrait } from "../order-table.ts";
import type { RowColumns } from "../rows/row-columns.ts";
import type { RowTable } from "../rows/row-table.ts";
import { withCouponCodes } from "./coupon-codes.ts";
import { entryOfRow } from "./entry-of-row.ts";
import { LineAmounts } from "./line-amounts.ts";
import type { LineTable } from "./line-table.ts";
import { ORDER_TRAITS } from "./order-trait.ts";
import { ProductCatalogue } from "./product-catalogue.ts";

const COUNTED_ELSEWHERE = reasonCode("counted elsewhere");
const PRODUCT_ROLES = ["product", "productName"] as const;

/** What the line items are made of: the rows as they were read, and the entries, the usable ones first. */
export interface LineSource {
  readonly rows: RowColumns;
  readonly table: RowTable;
  readonly plans: readonly FilePlan[];
  readonly decisions: readonly AmountDecision[];
  readonly entries: EntryColumns;
  /** How many entries are in the order table. */
  readonly length: number;
}

/** The line items and traits of the orders in the order table; nothing where they were not asked for. */
export function linesOf(source: LineSource): Pick<OrderTable, "lines" | "traits"> {
  const [first] = source.plans;
  if (first === undefined || first.lines.length === 0) return {};
  const entryOf = entryOfRow(source.rows, source, lineBesideTest(source));
  const hasProducts = PRODUCT_ROLES.some((role) => first.lines.includes(role));
  const sorted = hasProducts ? sortedRows(linesAmong(source, entryOf), source.length) : null;
  return {
    lines: sorted === null ? null : lineTable(source, withoutSummaries(source, sorted, entryOf), entryOf),
    traits: traitsOf(source, entryOf),
  };
}

/** Whether a row is a line item that its order's total has already, in a table beside the orders. */
function lineBesideTest({ rows, plans }: LineSource): (row: number) => boolean {
  const isBeside = plans.map(({ joined }) => joined?.role === "lines");
  return (row) => rows.reason[row] === COUNTED_ELSEWHERE && isBeside[rows.file[row] as number] === true;
}

/** Of tables that belong together only the rows of those with products are line items, where there are any. */
function linesAmong({ rows, plans }: LineSource, entryOf: Int32Array): Int32Array {
  if (!plans.some(({ joined }) => joined !== null)) return entryOf;
  const hasProducts = plans.map((plan) =>
    PRODUCT_ROLES.some((role) => (plan.kept[keptAt(plan, role)] ?? null) !== null),
  );
  return hasProducts.includes(true)
    ? entryOf.map((entry, row) => (hasProducts[rows.file[row] as number] === true ? entry : -1))
    : entryOf;
}

/** The rows that count, by their entry; those of one entry as they stand in the files. */
function sortedRows(entryOf: Int32Array, entries: number): Int32Array {
  const starts = new Int32Array(entries + 1);
  for (const entry of entryOf) if (entry >= 0) starts[entry + 1] = (starts[entry + 1] as number) + 1;
  for (let at = 0; at < entries; at += 1) starts[at + 1] = (starts[at + 1] as number) + (starts[at] as number);
  const sorted = new Int32Array(starts[entries] as number);
  for (let row = 0; row < entryOf.length; row += 1) {
    const entry = entryOf[row] as number;
    if (entry < 0) continue;
    sorted[starts[entry] as number] = row;
    starts[entry] = (starts[entry] as number) + 1;
  }
  return sorted;
}

/**
 * The lines without the rows that only sum their order up, as eBay's do: where amounts are per order, a row that names no
 * product next to rows that name one.
 */
function withoutSummaries(source: LineSource, sorted: Int32Array, entryOf: Int32Array): Int32Array {
  const cell = cellReader(source);
  const amounts = new LineAmounts(source.rows, source.table, source);
  const namesProduct = (row: number): boolean => PRODUCT_ROLES.some((role) => cell(row, role) !== "");
  const withProducts = new Uint8Array(source.length);
  for (const row of sorted) if (namesProduct(row)) withProducts[entryOf[row] as number] = 1;
  return sorted.filter(
    (row) => withProducts[entryOf[row] as number] === 0 || amounts.hasOwnAmount(row) || namesProduct(row),
  );
}

function lineTable(source: LineSource, sorted: Int32Array, entryOf: Int32Array): LineTable {
  const { rows, table, entries } = source;
  const cell = cellReader(source);
  const amounts = new LineAmounts(rows, table, source);
  const catalogue = new ProductCatalogue();
  const quantities = new Map<number, number>();
  const { length } = sorted;
  const lines = {
    order: new Int32Array(length),
    product: new Int32Array(length),
    quantity: new Int32Array(length),
    amount: new Float64Array(length),
  };
  for (let line = 0; line < length; line += 1) {
    const row = sorted[line] as number;
    const order = entryOf[row] as number;
    const pieces = amounts.quantity(row);
    const day = entries.day[order] as number;
    lines.order[line] = order;
    lines.product[line] = catalogue.add({
      ...{ code: cell(row, "product"), name: cell(row, "productName"), category: cell(row, "category"), day },
    });
    lines.quantity[line] = pieces === null ? -1 : numbered(quantities, pieces);
    lines.amount[line] = amounts.amount(row);
  }
  takeOrderAmounts(lines, entries);
  return { length, ...lines, products: catalogue.products(), quantities: [...quantities.keys()] };
}

function numbered(quantities: Map<number, number>, pieces: number): number {
  const known = quantities.get(pieces);
  if (known !== undefined) return known;
  quantities.set(pieces, quantities.size);
  return quantities.size - 1;
}

/** An order's only line costs what the order does, where the line itself does not say. */
function takeOrderAmounts(
  { order, amount }: { readonly order: Int32Array; readonly amount: Float64Array },
  { net }: EntryColumns,
): void {
  for (let line = 0; line < order.length; line += 1) {
    const isAlone = order[line] !== order[line - 1] && order[line] !== order[line + 1];
    if (isAlone && Number.isNaN(amount[line])) amount[line] = net[order[line] as number] as number;
  }
}

/** The text of a row's cell in a role; empty where it is blank, or no column plays the role. */
function cellReader({ rows, table, plans }: LineSource): (row: number, role: LineRole) => string {
  const [first] = plans;
  const slots = new Map((first?.lines ?? []).map((role) => [role, first === undefined ? -1 : keptAt(first, role)]));
  return (row, role) => {
    const slot = slots.get(role);
    if (slot === undefined) return "";
    return table.kept[slot]?.texts[rows.kept[slot]?.[row] ?? -1] ?? "";
  };
}

/** The traits that some order has: columns of an order's first filled row, and whether it has a discount. */
function traitsOf(source: LineSource, entryOf: Int32Array): readonly OrderTrait[] {
  const { plans, table, entries, length } = source;
  const [first] = plans;
  if (first === undefined) return [];
  return ORDER_TRAITS.flatMap((trait): readonly OrderTrait[] => {
    if (trait === "discount") return discountTrait(source, entryOf);
    const slot = keptAt(first, trait);
    const codes = entries.kept[slot]?.subarray(0, length);
    if (codes === undefined || codes.every((code) => code < 0)) return [];
    const kept = { name: trait, values: table.kept[slot]?.texts ?? [], codes };
    return [{ trait, ...(trait === "coupon" ? withCouponCodes(kept) : kept) }];
  });
}

/** Whether any row of an order names a coupon or has a discount other than 0; nothing where no column says so. */
function discountTrait(source: LineSource, entryOf: Int32Array): readonly OrderTrait[] {
  const roles = source.plans[0]?.lines ?? [];
  if (!roles.includes("discount") && !roles.includes("coupon")) return [];
  const cell = cellReader(source);
  const codes = new Int32Array(source.length);
  for (let row = 0; row < entryOf.length; row += 1) {
    const entry = entryOf[row] as number;
    if (entry >= 0 && (cell(row, "coupon") !== "" || /[1-9]/.test(cell(row, "discount")))) codes[entry] = 1;
  }
  const values = ["no", "yes"];
  const trait: KeptValues = { name: "discount", values, codes };
  return codes.includes(1) ? [{ ...trait, trait: "discount" }] : [];
}
