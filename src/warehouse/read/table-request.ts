import { type Span, windowStart } from "../../basics/calendar/span.ts";
import type { ColumnCondition } from "../../exports/conditions/condition.ts";
import type { StatusOptions } from "../../exports/values/status-meaning.ts";
import type { CustomerRule } from "../order-query.ts";
import type { CustomersRequest } from "./look-at-table.ts";

/** How customers are counted. */
export interface CountingOptions {
  /** Only this long up to the as-of date counts; without it, all history. */
  readonly window?: Span | undefined;
  /** What the window limits: everything (default), or frequency and spend only, with recency over all history. */
  readonly windowFor?: "rfm" | "fm" | undefined;
  readonly frequency?: "orders" | "days" | undefined;
}

/** Which table of an engine is read, how its columns are taken, and which of its rows count; columns are found where they have known names. */
export interface TableOptions extends CountingOptions, StatusOptions {
  /** As the engine has it: `shop.orders`. */
  readonly table: string;
  readonly customer?: string | undefined;
  readonly date?: string | undefined;
  readonly amount?: string | undefined;
  readonly refunded?: string | undefined;
  readonly status?: string | undefined;
  readonly currencyColumn?: string | undefined;
  /** Only rows of this currency. */
  readonly currency?: string | undefined;
  /** All of these must hold. */
  readonly where?: readonly ColumnCondition[] | undefined;
  /** The first and the last day that counts, as civil day numbers. */
  readonly since?: number | undefined;
  readonly until?: number | undefined;
  readonly refunds?: "net" | "ignore" | undefined;
  /** The zone in which the days of times with a zone are taken. Default: UTC. */
  readonly timeZone?: string | undefined;
  /** Whether amounts may be doubles, each rounded to 1/10,000. */
  readonly roundMoney?: boolean | undefined;
  /** The last day that counts. Default: the newest in the table. */
  readonly asOf?: number | undefined;
  /** What monetary value is. Default: total net spend. */
  readonly monetary?: "total" | "average" | undefined;
}

/** What is asked of the table. */
export function tableRequest(options: TableOptions): CustomersRequest {
  const { table, refunds = "net" } = options;
  return {
    table,
    where: options.where ?? [],
    since: options.since ?? null,
    until: options.until ?? null,
    refunds,
    choice: {
      customer: options.customer,
      date: options.date,
      amount: options.amount,
      refunded: refunds === "ignore" ? "none" : options.refunded,
      status: options.status,
      currency: options.currencyColumn,
      roundMoney: options.roundMoney === true,
      timeZone: options.timeZone,
    },
    statuses: {
      includeStatus: options.includeStatus,
      excludeStatus: options.excludeStatus,
      unknownStatus: options.unknownStatus,
    },
    currency: options.currency,
    asOf: options.asOf,
    rule: (day) => ({ ...customerRule(options, day), monetary: options.monetary ?? "total" }),
  };
}

/** What customers are counted by, as of a day. */
export function customerRule({ window, windowFor, frequency }: CountingOptions, asOf: number): CustomerRule {
  return {
    from: window === undefined ? null : windowStart(asOf, window),
    windowFor: windowFor ?? "rfm",
    frequency: frequency ?? "orders",
  };
}
