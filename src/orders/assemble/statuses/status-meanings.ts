import { presetNamed } from "../../../exports/platforms/recognise.ts";
import { meaningOf, type StatusOptions } from "../../../exports/values/status-meaning.ts";
import { isRefundedStatus, type StatusMeaning } from "../../../exports/values/statuses.ts";
import { reasonCode } from "../../ledger/entries.ts";
import type { RowColumns } from "../../rows/row-columns.ts";
import type { StatusKey } from "../../rows/status-key.ts";
import type { RowsAndMoney } from "../../sums/summed-rows.ts";
import type { OrderGroups } from "../entries/groups.ts";
import { countedByAmount, signsByStatus } from "./returns-by-amount.ts";

/** Why rows of a status are set aside; 0 where they are not, or the run stops. */
export const REASON_OF: Readonly<Record<StatusMeaning, number>> = {
  counts: 0,
  "does not count": reasonCode("status"),
  test: reasonCode("test order"),
  unknown: 0,
};

/** What each status means, and the rows that count although their status does not. */
export interface JudgedStatuses {
  readonly meanings: readonly StatusMeaning[];
  /** 1 for rows that count whatever their status means; empty where there are none. */
  readonly counted: Uint8Array;
  readonly isByAmount: readonly boolean[];
}

/**
 * What each status means. Those of returns whose amounts are all negative, or zero, count as the refunds that they are. So do
 * those that say `refunded` where some amount is negative and none is positive: such a row is what went back, and no order. Where
 * there are both, it depends on the row.
 */
export function meaningsOf(
  rows: RowColumns,
  groups: OrderGroups,
  {
    keys,
    summed,
    options,
  }: {
    readonly keys: readonly StatusKey[];
    readonly summed: ReadonlyMap<number, RowsAndMoney>;
    readonly options: StatusOptions;
  },
): JudgedStatuses {
  const saysRefunded = keys.map(
    ({ means, platform, words }) => means === null && platform === "" && isRefundedStatus(words),
  );
  const isReturn = keys.map(({ means }, code) => means === "unknown" || saysRefunded[code] === true);
  const meaning = ({ platform, ...status }: StatusKey): StatusMeaning =>
    meaningOf({ ...status, preset: platform === "" ? null : presetNamed(platform) }, options);
  const byWord = keys.map(meaning);
  if (!isReturn.includes(true)) return { meanings: byWord, counted: NO_ROW, isByAmount: isReturn };
  const { hasPositive, hasNegative } = signsByStatus(rows, keys.length);
  const mayCount = keys.map(
    (key, code) => isReturn[code] === true && meaning({ ...key, means: "counts" }) === "counts",
  );
  const isRefund = mayCount.map(
    (may, code) =>
      may && !hasPositive[code] && !summed.has(code) && (!saysRefunded[code] || hasNegative[code] === true),
  );
  const isMixed = mayCount.map(
    (may, code) => may && byWord[code] === "does not count" && hasPositive[code] === true && hasNegative[code] === true,
  );
  const meanings = byWord.map((own, code) => (isRefund[code] ? "counts" : own));
  const counts = meanings.map((own) => own === "counts");
  return {
    meanings,
    counted: isMixed.includes(true) ? countedByAmount(rows, groups, { isMixed, counts }) : NO_ROW,
    isByAmount: keys.map((_, code) => isRefund[code] === true || isMixed[code] === true),
  };
}

const NO_ROW = new Uint8Array(0);
