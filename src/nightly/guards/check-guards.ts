/*
 * The guards of a run: finding.ts says what they look at and what they find; those of the reading are checked here, before
 * anything is made, and those of lists (list-guards.ts) when the lists are made and not yet written.
 */
import type { Guards } from "../config/guard-config.ts";
import {
  moneyWithoutCustomer,
  newestOrder,
  rejects,
  revenueChange,
  rowsGuard,
  rowsWithoutCustomer,
} from "./data-guards.ts";
import type { GuardedRun, GuardFinding, LastRun } from "./finding.ts";
import { newWords } from "./new-words.ts";
import { segmentChanges } from "./segment-changes.ts";

/** Looks at what was read with every guard that the config sets. */
export function checkGuards(guards: Guards, run: GuardedRun, last: LastRun): readonly GuardFinding[] {
  const set = <Limit>(
    limit: Limit | null,
    check: (limit: Limit) => readonly GuardFinding[],
  ): readonly GuardFinding[] => (limit === null ? [] : check(limit));
  return [
    ...set(guards.newestOrderDays, (most) => [newestOrder(run, most)]),
    ...set(guards.rejectsPercent, (most) => [rejects(run, most)]),
    ...set(guards.rowsPercent, (least) => [rowsGuard(run, last, least)]),
    ...set(guards.noCustomerRowsPercent, (most) => [rowsWithoutCustomer(run, most)]),
    ...set(guards.noCustomerMoneyPercent, (most) => [moneyWithoutCustomer(run, most)]),
    ...set(guards.stopAtNew, (kinds) => newWords(run, last, kinds)),
    ...set(guards.revenueChangePercent, (most) => [revenueChange(run, last, most)]),
    ...set(guards.segmentChangePercent, (most) => segmentChanges(run, last, most)),
  ];
}
