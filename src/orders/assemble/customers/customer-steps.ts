/*
 * Customers of rows: every key in one form, one code for each customer, and the rows of those who are to be left out.
 */
import type { FileResult } from "../../rows/file-result.ts";
import type { RowSet } from "../row-set.ts";
import { setAsideCustomers } from "./excluded-customers.ts";
import { linkCustomers } from "./link-customers.ts";
import { findRefundedCustomers } from "./refunded-customers.ts";
import { seenAddresses } from "./seen-addresses.ts";
import { stripPointZero } from "./strip-point-zero.ts";

/** Takes the `.0` off ids, in the sources of which every id is a whole number. */
export function mendPointZeroIds(set: RowSet): void {
  const { plans, results } = set;
  const sources = (test: (result: FileResult) => boolean): ReadonlySet<number> =>
    new Set(plans.filter((_, file) => test(results[file] as FileResult)).map((plan) => plan.origin));
  const [broken, other] = [sources((result) => result.pointZeroIds), sources((result) => !result.wholeIds)];
  const isAffected = (file: number): boolean => {
    const origin = plans[file]?.origin ?? -1;
    return broken.has(origin) && !other.has(origin);
  };
  set.pointZeroIds = plans.some((plan) => isAffected(plan.file));
  if (set.pointZeroIds) stripPointZero(set.rows, set.table, isAffected);
}

export function nameRefundedCustomers({ rows, table }: RowSet): void {
  if (table.references.length > 0) findRefundedCustomers(rows, table);
}

export function joinCustomers(set: RowSet): void {
  if (!set.plans.some((plan) => plan.noteLinks)) return;
  const links = set.results.flatMap((result) => result.links);
  set.linked = linkCustomers(set.rows, set.table, links);
}

export function noteAddresses(set: RowSet): void {
  set.seen = seenAddresses(set.rows, set.table, set);
}

export function setAsideExcluded(set: RowSet): void {
  const { rows, table, joinedTo, seen } = set;
  const entries = set.options.excludeCustomers;
  if (entries !== undefined) set.excluded = setAsideCustomers(rows, table, { entries, joinedTo, seen });
}
