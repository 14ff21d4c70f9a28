import type { ExchangeRates } from "../../exports/companions/exchange-rates.ts";
import type { AmountDecision } from "../../exports/detect/amounts/amount-per.ts";
import { OWN_ORDERS } from "../../exports/detect/layout.ts";
import type { FilePlan } from "../../exports/file-plan.ts";
import { isOfOrders } from "../../exports/join/joined-file.ts";
import type { FilterOptions } from "../../exports/row-filter.ts";
import { OpenQuestions } from "../../exports/told-together.ts";
import type { StatusOptions } from "../../exports/values/status-meaning.ts";
import type { SeenAddresses } from "../order-table.ts";
import type { FileResult } from "../rows/file-result.ts";
import type { RowColumns } from "../rows/row-columns.ts";
import type { RowTable } from "../rows/row-table.ts";
import type { LeftOut } from "./customers/excluded-customers.ts";
import type { LinkedCustomers } from "./customers/link-customers.ts";
import { type BuiltEntries, NO_ENTRIES } from "./entries/build-entries.ts";
import { groupRows, groupsOfSingleRows, type OrderGroups } from "./entries/groups.ts";
import { orderIdOf } from "./entries/order-id.ts";
import type { MarginRule } from "./entries/order-margin.ts";
import type { ResolvedCurrency } from "./money/keep-currency.ts";
import { joinRepeatedOrders } from "./overlaps/orders-of-files.ts";
import type { SplitLines } from "./overlaps/split-lines.ts";
import type { StatusCount } from "./statuses/count-statuses.ts";

export interface AssembleOptions extends StatusOptions, FilterOptions {
  /** Customers to leave out, by id or e-mail address; addresses are compared in their one form. */
  readonly excludeCustomers?: ReadonlySet<string> | undefined;
  /** `none` where money plays no part; a column's name says nothing here. */
  readonly amount?: string | undefined;
  /** Whether an amount column holds each order's total or each line's amount. */
  readonly amountPer?: "order" | "line" | undefined;
  /** Whether the column of costs or margins holds an order's value or a line's. */
  readonly costPer?: "order" | "line" | undefined;
  /** Whether rows and orders that look the same in several files are one, or each counts. Default: one. */
  readonly duplicates?: "join" | "keep" | undefined;
  /** Whether an order id is the same order in all files of a source, or each file numbers its orders by itself. Default: asked. */
  readonly numbering?: "shared" | "per-file" | undefined;
  /** Keeps only the money of this currency, or is what `rates` converts into. */
  readonly currency?: string | undefined;
  readonly rates?: ExchangeRates | undefined;
  /** The currency of money that names none, where other money names one. */
  readonly unnamedCurrency?: string | undefined;
  /** The last day that counts, where it is given: what warnings count are orders up to it. */
  readonly asOf?: number | undefined;
}

/** What was read: the rows of all files, how each file was to be read, and what reading it found. */
export interface ReadFiles {
  readonly table: RowTable;
  readonly plans: readonly FilePlan[];
  readonly results: readonly FileResult[];
}

/**
 * The rows of all exports while orders are made of them. The steps change the columns in place, and leave here what they
 * find out; before its step, a finding is that of exports with which nothing is the matter.
 */
export class RowSet {
  readonly rows: RowColumns;
  readonly table: RowTable;
  readonly plans: readonly FilePlan[];
  readonly results: readonly FileResult[];
  readonly options: AssembleOptions;
  readonly groups: OrderGroups;
  /** Cells that tell of a customer's addresses beside the rows: the key, and addresses. */
  otherAddresses: readonly (readonly string[])[] = [];
  /** What stops the run once it is known whether more does. */
  readonly questions = new OpenQuestions();
  /** Whether ids lost a `.0`. */
  pointZeroIds = false;
  linked: LinkedCustomers | null = null;
  /** `undefined` unless contacts were asked for. */
  seen: SeenAddresses | undefined = undefined;
  /** `null` where nobody was to be left out. */
  excluded: LeftOut | null = null;
  /** How each source's amounts are read, by its number. */
  amounts: readonly AmountDecision[] = [];
  /** 1 for rows that another file repeats; empty where there is one file. */
  repeated = new Uint8Array(0);
  splitLines: SplitLines | null = null;
  /** Line items that were left out of their orders; `null` where none were to be. */
  excludedLines: number | null = null;
  statuses: readonly StatusCount[] = [];
  currency: ResolvedCurrency = { currency: "", currencies: [] };
  /** `null` where no option asks for margins. */
  margin: MarginRule | null = null;
  /** How that option's column is read in each file; `null` where a file has none. */
  costPer: readonly ("order" | "line" | null)[] = [];
  built: BuiltEntries = NO_ENTRIES;

  constructor({ table, plans, results }: ReadFiles, options: AssembleOptions, rows = table.view()) {
    this.rows = rows;
    this.table = table;
    this.plans = plans;
    this.results = results;
    this.options = options;
    if (options.numbering === "per-file") joinRepeatedOrders(rows, plans, table.orders);
    const hasWholeOrders = plans.some(({ layout }) => layout.platform === OWN_ORDERS);
    this.groups = table.areOrders
      ? groupsOfSingleRows(rows.length)
      : groupRows(rows, table.orders.length, hasWholeOrders ? this.isWholeOrder : null);
  }

  /** For each key of a customer the one that stayed; `null` where none were joined. */
  get joinedTo(): Int32Array | null {
    return this.linked?.joinedTo ?? null;
  }

  /** The sources of the files, by their numbers. */
  get origins(): readonly number[] {
    return [...new Set(this.plans.map((plan) => plan.origin))];
  }

  /** Whether a row is a whole order already, as in the files of `rfm orders`. */
  readonly isWholeOrder = (row: number): boolean =>
    this.plans[this.rows.file[row] as number]?.layout.platform === OWN_ORDERS;

  /** Whether a row is one of a table of refunds. */
  readonly isJoinedRefund = (row: number): boolean =>
    this.plans[this.rows.file[row] as number]?.joined?.role === "refunds";
  /** Whether a row is a customer of a joined table. */
  readonly isCustomer = (row: number): boolean =>
    this.plans[this.rows.file[row] as number]?.joined?.role === "customers";

  /**
   * Whether a row's amount is the total of its order; known once it was decided what amounts are. Those of a table beside the
   * orders are added up.
   */
  orderTotalTest(): (row: number) => boolean {
    const perOrder = this.plans.map((plan) => this.amounts[plan.origin]?.per === "order" && isOfOrders(plan));
    const { file } = this.rows;
    return (row) => perOrder[file[row] as number] === true;
  }

  /** Whether orders of a day are among those that warnings count. */
  readonly isCounted = (day: number): boolean => day <= (this.options.asOf ?? day);

  readonly orderId = (order: number): string => orderIdOf(this.table.orders, order);

  readonly fileName = (file: number): string => this.plans[file]?.source.name ?? "";
}
