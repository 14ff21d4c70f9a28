import type { StatusMeaning } from "../../../exports/values/statuses.ts";
import type { RowColumns } from "../../rows/row-columns.ts";
import type { StatusKey } from "../../rows/status-key.ts";
import type { RowsAndMoney } from "../../sums/summed-rows.ts";
import type { OrderGroups } from "../entries/groups.ts";
import { type JudgedStatuses, REASON_OF } from "./status-meanings.ts";
import { StatusTally } from "./status-tally.ts";

/** One status as it is in the exports: how often, with how much money, and what it means. */
export interface StatusCount {
  readonly status: string;
  readonly rows: number;
  /** An order's total counts once, however many rows repeat it. */
  readonly money: bigint;
  readonly counts: boolean;
  /** Whether it counts is told by the amounts of its rows, and not by its word: it is of returns, or says `refunded`. */
  readonly isByAmount: boolean;
}

/** The same with what its status means. */
export interface FoundStatusCount extends Omit<StatusCount, "counts"> {
  readonly meaning: StatusMeaning;
  /** What a rule says that its words mean. */
  readonly means: StatusMeaning | null;
}

/**
 * Adds up the rows and the money of each status; of one whose rows are judged each by itself, those that count and those that do
 * not. Rows that something else sets aside are not counted, so an unknown status asks nothing of rows that filters leave out.
 */
export function countStatuses(
  rows: RowColumns,
  groups: OrderGroups,
  {
    keys,
    summed,
    meanings,
    counted,
    isByAmount,
    isOrderTotal,
  }: JudgedStatuses & {
    readonly keys: readonly StatusKey[];
    readonly summed: ReadonlyMap<number, RowsAndMoney>;
    readonly isOrderTotal: (row: number) => boolean;
  },
): readonly FoundStatusCount[] {
  const { status, reason } = rows;
  const reasons = Uint8Array.from(meanings, (meaning) => REASON_OF[meaning]);
  const tally = new StatusTally(keys.length * 2);
  const placeOf = (row: number): number => {
    const [own, code] = [reason[row] as number, status[row] as number];
    if (own !== 0 && own !== reasons[code]) return -1;
    return counted[row] === 1 ? keys.length + code : code;
  };
  tally.add(rows, groups, { placeOf, isOrderTotal });
  return [...keys, ...keys].flatMap(({ words, means }, place): readonly FoundStatusCount[] => {
    const code = place % keys.length;
    const more = place < keys.length ? summed.get(code) : undefined;
    const number = (tally.rows[place] as number) + (more?.rows ?? 0);
    const money = tally.money.at(place) + (more?.money ?? 0n);
    const meaning = place < keys.length ? (meanings[code] ?? "unknown") : "counts";
    return number === 0
      ? []
      : [{ status: words, rows: number, money, meaning, means, isByAmount: isByAmount[code] === true }];
  });
}
