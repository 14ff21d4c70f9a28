import { compareCodeUnits } from "../../core/compare.ts";
import { reasonCode } from "../../core/ledger/entries.ts";
import { formatAmount } from "../../core/money/amount.ts";
import { ExactSum } from "../../core/money/exact-sum.ts";
import { plural } from "../../core/words.ts";
import { InputError } from "../../errors.ts";
import { presetNamed } from "../presets/recognise.ts";
import type { RowColumns } from "../read/row-table.ts";
import { parseStatusKey, type StatusKey } from "../read/status-key.ts";
import { normaliseStatus, type StatusMeaning, statusMeaning } from "../values/statuses.ts";
import type { OrderGroups } from "./groups.ts";

export interface StatusOptions {
  /** Statuses that count, whatever the lists of words say. */
  readonly includeStatus?: readonly string[] | undefined;
  /** Statuses that do not count, whatever the lists of words say. */
  readonly excludeStatus?: readonly string[] | undefined;
  /** What to do with statuses that are in neither list; without it they stop the run. */
  readonly unknownStatus?: "include" | "exclude" | undefined;
  /** Where refunds are ignored, the statuses of fully refunded orders count. */
  readonly refunds?: "net" | "ignore" | undefined;
}

/** One status as it stands in the exports: how often, with how much money, and what it means. */
export interface StatusCount {
  readonly status: string;
  readonly rows: number;
  readonly money: bigint;
  readonly counts: boolean;
}

const STATUS = reasonCode("status");
const TEST = reasonCode("test order");

/**
 * Sets aside rows whose status does not count and test orders. A blank status takes that of its order's first row that
 * has one; where the whole order has none, it counts.
 *
 * @throws InputError when a status is in neither list and no option says what it means
 */
export function judgeStatuses(
  rows: RowColumns,
  groups: OrderGroups,
  statuses: readonly string[],
  options: StatusOptions,
): readonly StatusCount[] {
  const keys = statuses.map(parseStatusKey);
  spreadWithinOrders(rows, groups, keys);
  const tallies = tallyStatuses(rows, statuses);
  const meanings = keys.map((key) => meaningOf(key, options));
  refuseUnknown(tallies, meanings, keys);
  for (let row = 0; row < rows.length; row += 1) {
    if (rows.reason[row] !== 0) continue;
    const meaning = meanings[rows.status[row] as number];
    if (meaning === "does not count") rows.reason[row] = STATUS;
    else if (meaning === "test") rows.reason[row] = TEST;
  }
  return tallies
    .map(({ rows: count, sum }, code) => ({
      status: keys[code]?.words ?? "",
      rows: count,
      money: sum.value,
      counts: meanings[code] === "counts",
    }))
    .filter((status) => status.rows > 0);
}

/**
 * Gives rows with a blank status that of their order's first row that has one. A status that must hold for every row of
 * the order gives way where it does not.
 */
function spreadWithinOrders(rows: RowColumns, groups: OrderGroups, keys: readonly StatusKey[]): void {
  if (keys.length < 2) return;
  const blank = 0;
  const isWeak = (row: number): boolean => keys[rows.status[row] as number]?.weak === true;
  for (const group of groups.several) {
    const members = groups.rowsOf(group);
    if (isOneStatus(rows, members)) continue;
    if (!members.every(isWeak)) for (const row of members) if (isWeak(row)) rows.status[row] = blank;
    const known = members.find((row) => rows.status[row] !== blank);
    if (known === undefined) continue;
    for (const row of members) if (rows.status[row] === blank) rows.status[row] = rows.status[known] as number;
  }
}

function isOneStatus({ status }: RowColumns, members: Int32Array): boolean {
  const first = status[members[0] as number];
  for (let index = 1; index < members.length; index += 1) if (status[members[index] as number] !== first) return false;
  return true;
}

interface Tally {
  rows: number;
  readonly sum: ExactSum;
}

function tallyStatuses(rows: RowColumns, statuses: readonly string[]): readonly Tally[] {
  const tallies = statuses.map((): Tally => ({ rows: 0, sum: new ExactSum() }));
  for (let row = 0; row < rows.length; row += 1) {
    const tally = tallies[rows.status[row] as number];
    if (tally === undefined || rows.reason[row] !== 0) continue;
    tally.rows += 1;
    tally.sum.add(rows.amount[row] || 0);
  }
  return tallies;
}

/** The user's word first, then the platform's rule, its own words, and the general lists. */
function meaningOf({ platform, means, words }: StatusKey, options: StatusOptions): StatusMeaning {
  if (words === "") return "counts";
  const status = normaliseStatus(words);
  const same = (other: string): boolean => normaliseStatus(other) === status;
  if (options.excludeStatus?.some(same)) return "does not count";
  if (options.includeStatus?.some(same)) return "counts";
  if (means !== null) return means;
  const preset = platform === "" ? null : presetNamed(platform);
  const isRefunded = preset?.refundedStatuses?.includes(status) ?? false;
  if (isRefunded) return options.refunds === "ignore" ? "counts" : "does not count";
  const meaning = statusMeaning(words, preset?.statuses);
  if (meaning !== "unknown" || options.unknownStatus === undefined) return meaning;
  return options.unknownStatus === "include" ? "counts" : "does not count";
}

function refuseUnknown(
  tallies: readonly Tally[],
  meanings: readonly StatusMeaning[],
  keys: readonly StatusKey[],
): void {
  const unknown = keys.flatMap(({ words: status }, code) => {
    const tally = tallies[code];
    if (meanings[code] !== "unknown" || tally === undefined || tally.rows === 0) return [];
    return [{ status, rows: tally.rows, money: tally.sum.value }];
  });
  if (unknown.length === 0) return;
  unknown.sort((a, b) => b.rows - a.rows || compareCodeUnits(a.status, b.status));
  const shown = unknown
    .slice(0, 10)
    .map((one) => `"${one.status}" (${plural(one.rows, "row")}, ${formatAmount(one.money)})`);
  const more = unknown.length > shown.length ? `, … ${unknown.length - shown.length} more` : "";
  throw new InputError(`it is not known whether these statuses count as purchases: ${shown.join(", ")}${more}`, {
    hint: "name each with --include-status or --exclude-status, or settle all with --unknown-status include|exclude",
  });
}
