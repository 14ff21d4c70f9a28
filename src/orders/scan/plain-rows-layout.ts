import { KeySequence } from "../../csv/keys/key-sequence.ts";
import type { FilePlan } from "../../exports/file-plan.ts";
import type { Holds } from "../../kernel/cells.ts";
import { MOST_WORDS, type PlainRowsLayout } from "../../kernel/plain-rows.ts";
import type { RowTexts } from "../rows/row-table.ts";
import type { PurchaseRows } from "../sums/purchase-rows.ts";
import type { FastAmounts } from "./fast-amounts.ts";
import type { FastKeys } from "./fast-keys.ts";

interface RowCells {
  readonly holds: readonly Holds[];
  readonly amounts: FastAmounts;
  readonly keys: FastKeys;
  readonly dateSlot: number;
  readonly statusSlots: readonly number[];
  /** −1 without a currency column. */
  readonly currencySlot: number;
  readonly orders: RowTexts["orders"];
  readonly purchases: PurchaseRows | null;
  /** The fields of a record. */
  readonly width: number;
}

/** How rows are taken from plain records; `null` where a row is more than two keys, a day, an amount, a status, a currency and what was refunded. */
export function plainRowsLayout(plan: FilePlan, cells: RowCells): PlainRowsLayout | null {
  const { holds, orders, statusSlots, currencySlot } = cells;
  const [money, keys] = [cells.amounts.plainSlots, cells.keys.plainSlots];
  if (money === null || keys === null || plan.hashesRows || plan.kept.length > 0) return null;
  const words = holds.flatMap((what, slot) => (what === "word" || what === "flag" ? [slot] : []));
  const flags = words.filter((slot) => holds[slot] === "flag");
  const deciding = currencySlot < 0 ? statusSlots : [...statusSlots, currencySlot];
  if (words.length > MOST_WORDS || !deciding.every((slot) => words.includes(slot))) return null;
  const areRuns = cells.purchases?.areRuns === true;
  // Rows of one order that stand together are compared by the first key alone.
  const ofRuns = { otherCustomer: null, hasMoreCustomers: keys.otherCustomer !== null || keys.hasMoreCustomers };
  const { since = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY } = plan.filter;
  return {
    ...{
      ...money,
      ...keys,
      ...(areRuns ? ofRuns : {}),
      day: cells.dateSlot,
      one: cells.amounts.one,
      words,
      flags,
      since,
      until,
    },
    areInTurn: keys.order !== null && orders instanceof KeySequence,
    takesNegative: plan.layout.columns.refundCustomer === null,
    runsOfWidth: areRuns ? cells.width : null,
    sumsUntil: cells.purchases?.until ?? null,
    areLines: cells.purchases?.areLines ?? false,
  };
}
