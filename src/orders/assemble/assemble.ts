import type { TextCodes } from "../../csv/keys/dictionary.ts";
import { ORIGIN_MARK } from "../../csv/keys/source-mark.ts";
import type { ExchangeRates } from "../../exports/companions/exchange-rates.ts";
import { OWN_ORDERS } from "../../exports/detect/layout.ts";
import { richnessOf } from "../../exports/detect/names/source-key.ts";
import type { FilePlan } from "../../exports/file-plan.ts";
import { reasonCode } from "../ledger/entries.ts";
import type { RowColumns } from "../rows/row-columns.ts";
import type { RowTable } from "../rows/row-table.ts";
import type { Understanding } from "../understanding.ts";
import { buildEntries } from "./entries/build-entries.ts";
import type { EntryColumns } from "./entries/entry-columns.ts";
import { groupRows, groupsOfSingleRows, type OrderGroups } from "./entries/groups.ts";
import type { MarginRule } from "./entries/order-margin.ts";
import { type AmountDecision, decideAmountPer } from "./money/amount-per.ts";
import type { ResolvedCurrency } from "./money/keep-currency.ts";
import { decideMarginPer } from "./money/margin-per.ts";
import { fillWithinFiles, resolveCurrency } from "./money/resolve-currency.ts";
import { markDuplicates } from "./overlaps/duplicates.ts";
import { markSharedOrders } from "./overlaps/shared-orders.ts";
import { findSplitLines, type Repetition, type SplitLines } from "./overlaps/split-lines.ts";
import { judgeStatuses, type StatusOptions } from "./statuses/judge-statuses.ts";

export interface AssembleOptions extends StatusOptions {
  /** Whether an amount column holds each order's total or each line's amount. */
  readonly amountPer?: "order" | "line" | undefined;
  /** Whether the column of costs or margins holds an order's value or a line's. */
  readonly costPer?: "order" | "line" | undefined;
  /** Whether rows and orders that look the same in several files are one, or each counts. Default: one. */
  readonly duplicates?: "join" | "keep" | undefined;
  /** Keeps only the money of this currency, or is what `rates` converts into. */
  readonly currency?: string | undefined;
  readonly rates?: ExchangeRates | undefined;
  /** The currency of money that names none, where other money names one. */
  readonly unnamedCurrency?: string | undefined;
}

/** Orders put together from rows. */
export interface Assembled {
  /** Orders whose cost or margin is blank; `null` where there is none, or no option asks for margins. */
  /** For each file whether its cost or margin is an order's or a line's; `null` where it has none. */
  readonly marginPer: readonly ("order" | "line" | null)[];
  readonly blankMargins: Understanding["blankMargins"];
  readonly entries: EntryColumns;
  /** Rows of orders that have no date on any row. */
  readonly undated: readonly number[];
  /** How each source's amounts are read, by its number. */
  readonly decisions: readonly AmountDecision[];
  readonly statuses: Understanding["statuses"];
  readonly currency: ResolvedCurrency;
  /** Rows taken for repetitions that may be sales of their own; `null` where none is in doubt. */
  readonly splitLines: SplitLines | null;
}

/** Puts orders together: overlaps, statuses and currencies first, then an entry for each order. */
export function assembleOrders(
  rows: RowColumns,
  table: RowTable,
  { plans, options }: { plans: readonly FilePlan[]; options: AssembleOptions },
): Assembled {
  const isWholeOrder = (row: number): boolean => plans[rows.file[row] as number]?.layout.platform === OWN_ORDERS;
  const hasWholeOrders = plans.some(({ layout }) => layout.platform === OWN_ORDERS);
  const groups = table.areOrders
    ? groupsOfSingleRows(rows.length)
    : groupRows(rows, table.orders.length, hasWholeOrders ? isWholeOrder : null);
  const orderId = (order: number): string => orderIdOf(table.orders, order);
  const origins = [...new Set(plans.map((plan) => plan.origin))];
  const decisions = origins.map((origin) => decideFor(rows, groups, { origin, plans, options, orderId }));
  const { repeated, splitLines } = findRepeated(rows, groups, { table, plans, decisions, options, orderId });
  const statuses = judgeStatuses(rows, groups, table.statuses.texts, options);
  const perOrder = plans.map((plan) => decisions[plan.origin]?.per === "order");
  if (table.currencies.length > 1) {
    const withoutColumn = plans.filter(({ layout }) => layout.columns.currency === null).map(({ file }) => file);
    fillWithinFiles(rows, new Set(withoutColumn));
  }
  const currency = resolveCurrency(
    {
      rows,
      groups,
      names: table.currencies.texts,
      isOrderTotal: (row) => perOrder[rows.file[row] as number] === true,
      place: (row) => `${plans[rows.file[row] as number]?.source.name ?? ""} line ${rows.line[row]}`,
    },
    options,
  );
  if (plans.length > 1) {
    for (let row = 0; row < rows.length; row += 1)
      if (repeated[row] === 1 && rows.reason[row] === 0) rows.reason[row] = DUPLICATE;
  }
  const margin = marginRule(rows, groups, { origins, plans, options, orderId });
  const { entries, undated, blank } = buildEntries(rows, groups, {
    margin,
    isOrderTotal: (row) => perOrder[rows.file[row] as number] === true,
    isWholeOrder: hasWholeOrders ? isWholeOrder : () => false,
    refunds: options.refunds ?? "net",
    orderId,
    fileName: (file) => plans[file]?.source.name ?? "",
  });
  const marginPer = plans.map(({ file }) => margin?.perOfFile.get(file) ?? null);
  const blankMargins = margin === null || blank === null || blank.rows === 0 ? null : { ...blank, kind: margin.kind };
  return { entries, undated, decisions, statuses, currency, splitLines, marginPer, blankMargins };
}

/** How margins are made from the column that an option names; `null` where none does. */
function marginRule(
  rows: RowColumns,
  groups: OrderGroups,
  {
    origins,
    plans,
    options,
    orderId,
  }: {
    origins: readonly number[];
    plans: readonly FilePlan[];
    options: AssembleOptions;
    orderId: (order: number) => string;
  },
): (MarginRule & { readonly perOfFile: ReadonlyMap<number, "order" | "line"> }) | null {
  const columnOf = ({ layout: { columns } }: FilePlan): number | null => columns.margin ?? columns.cost;
  const named = plans.find((plan) => columnOf(plan) !== null);
  if (named === undefined) return null;
  const perOfFile = new Map<number, "order" | "line">();
  for (const origin of origins) {
    const own = plans.filter((plan) => plan.origin === origin);
    const [first] = own;
    const column = first === undefined ? null : columnOf(first);
    if (first === undefined || column === null) continue;
    const per = decideMarginPer(rows, groups, {
      option: options.costPer,
      column: first.layout.header[column]?.trim() ?? "",
      name: first.source.name,
      orderId,
      isOwn: (row) => plans[rows.file[row] as number]?.origin === origin,
    });
    for (const plan of own) perOfFile.set(plan.file, per);
  }
  return {
    kind: named.layout.columns.margin === null ? "cost" : "margin",
    isPerOrder: (row) => perOfFile.get(rows.file[row] as number) === "order",
    perOfFile,
  };
}

/** Marks the rows that other files repeat, of one source and of several. */
function findRepeated(
  rows: RowColumns,
  groups: OrderGroups,
  {
    table,
    plans,
    decisions,
    options,
    orderId,
  }: {
    table: RowTable;
    plans: readonly FilePlan[];
    decisions: readonly AmountDecision[];
    options: AssembleOptions;
    orderId: (order: number) => string;
  },
): { readonly repeated: Uint8Array; readonly splitLines: SplitLines | null } {
  const repeated = new Uint8Array(rows.length);
  const joinsRows = options.duplicates !== "keep";
  const richness = plans.map(({ layout }) => richnessOf(layout.columns));
  const repetitions: Repetition[] = [];
  for (const [origin, decision] of decisions.entries()) {
    const files = new Set(plans.filter((plan) => plan.origin === origin).map((plan) => plan.file));
    const perOrder = decision.per === "order";
    const richnessOfFile = (file: number): number => richness[file] ?? 0;
    const found = markDuplicates(rows, groups, {
      ...{ files, perOrder, joinsRows, richness: richnessOfFile, marks: repeated },
    });
    for (const repetition of found) repetitions.push(repetition);
  }
  if (joinsRows) {
    markSharedOrders(rows, repeated, {
      plans,
      orderCount: table.orders.length,
      orderId,
      customerKey: (customer) => table.customers.texts[customer] ?? "",
      orderOf: table.areOrders ? (row) => row : (row) => rows.order[row] as number,
    });
  }
  const splitLines = findSplitLines(rows, repetitions, (file) => plans[file]?.source.name ?? "");
  return { repeated, splitLines };
}

const DUPLICATE = reasonCode("duplicate");

/** An order id as the export has it, by its code; empty for −1. */
export function orderIdOf(orders: TextCodes, order: number): string {
  const text = order < 0 ? "" : orders.text(order);
  return text.slice(text.indexOf(ORIGIN_MARK) + 1);
}

function decideFor(
  rows: RowColumns,
  groups: OrderGroups,
  context: {
    origin: number;
    plans: readonly FilePlan[];
    options: AssembleOptions;
    orderId: (order: number) => string;
  },
): AmountDecision {
  const own = context.plans.filter((plan) => plan.origin === context.origin);
  const [first] = own;
  if (first === undefined) return { per: "order", evidence: "" };
  const { amount } = first.layout.columns;
  const name = (column: number): string => first.layout.header[column]?.trim() ?? "";
  if (amount.kind === "product")
    return { per: "line", evidence: `"${name(amount.quantity)}" × "${name(amount.price)}"` };
  const files = new Set(own.map((plan) => plan.file));
  const { preset } = first.layout;
  if (preset !== null && amount.per !== "undecided" && context.options.amountPer === undefined) {
    return { per: amount.per, evidence: `as ${preset.title} has it: ${preset.rowModel}` };
  }
  return decideAmountPer(rows, groups, {
    per: amount.per,
    option: context.options.amountPer,
    column: name(amount.plus[0] ?? 0),
    name: first.source.name,
    orderId: context.orderId,
    isOwn: (row) => files.has(rows.file[row] as number),
  });
}
