import { formatDay } from "../../basics/calendar/days.ts";
import { formatAmount } from "../../basics/money/amount.ts";
import { compareCodeUnits } from "../../basics/text/compare-code-units.ts";
import { plural } from "../../basics/text/words.ts";
import { EmptyInputError, InputError } from "../../errors.ts";
import type { CurrencyMoney } from "../../orders/assemble/money/keep-currency.ts";
import { SET_ASIDE_REASONS, type SetAsideReason } from "../../orders/ledger/entries.ts";
import type { OrderQuery } from "../order-query.ts";
import type { StatusMeanings } from "./judge-statuses.ts";
import type { OverviewGroup } from "./overview-groups.ts";

/** How far the newest day may lie ahead of the next newest before it looks like a typing error. */
const LONGEST_GAP_DAYS = 366;

/** Rows and money of one reason, or of those that count. */
export interface Tally {
  readonly rows: number;
  readonly money: bigint;
}

/** The same with the purchases among them of which a part was refunded, and these parts in all. */
export interface ReasonTally extends Tally {
  readonly reduced: number;
  readonly takenOff: bigint;
}

const NOTHING: ReasonTally = { rows: 0, money: 0n, reduced: 0, takenOff: 0n };

/** The newest day of a table, and all rows that are dated later than this one's next newest. */
export interface NewestDays {
  readonly first: number;
  readonly newest: number;
  readonly nextNewest: number | null;
}

/** The days of the rows that are no test orders, whatever their status; `null` where none has a date. */
export function newestDays(groups: readonly OverviewGroup[], meanings: StatusMeanings): NewestDays | null {
  const days = new Set(
    groups.flatMap(({ day, status }) => (day === null || meanings.get(status) === "test" ? [] : [day])),
  );
  const sorted = [...days].sort((a, b) => b - a);
  const [newest, nextNewest = null] = sorted;
  return newest === undefined ? null : { first: sorted.at(-1) as number, newest, nextNewest };
}

/**
 * The newest day, as the last that counts.
 *
 * @throws InputError where it lies more than a year ahead of the next newest, which is a typing error most likely
 */
export function defaultAsOfOf(days: NewestDays | null, table: string): number {
  if (days === null) throw new EmptyInputError(`${table}: no row has a date`);
  const { newest, nextNewest } = days;
  if (nextNewest === null || newest - nextNewest <= LONGEST_GAP_DAYS) return newest;
  const [day, next] = [formatDay(newest), formatDay(nextNewest)];
  throw new InputError(`${table}: the newest day is ${day}, more than a year after the next newest, ${next}`, {
    hint: `correct the row, or say which day is the last with --as-of ${next} (or --as-of ${day})`,
  });
}

/**
 * The currency of the rows that count: the one that was asked for, or the only one; `null` where none is named.
 *
 * @throws InputError where several are, or some rows name one and others do not
 */
export function tableCurrency(
  groups: readonly OverviewGroup[],
  meanings: StatusMeanings,
  asked: string | undefined,
): string | null {
  const counted = groups.filter(
    ({ status, isWanted, hasAmount, sign }) => meanings.get(status) === "counts" && isWanted && hasAmount && sign !== 0,
  );
  const tallies = new Map<string, Tally>();
  for (const { currency, rows, money } of counted) {
    const code = currency.trim().toUpperCase();
    const known = tallies.get(code) ?? { rows: 0, money: 0n };
    tallies.set(code, { rows: known.rows + rows, money: known.money + money });
  }
  if (asked !== undefined) return askedCurrency(tallies, asked.trim());
  const [only, ...others] = tallies.keys();
  if (others.length === 0) return only === undefined || only === "" ? null : only;
  throw new InputError(`the table mixes currencies, which cannot be added up: ${listed(tallies)}`, {
    hint: "--currency EUR keeps one of them",
  });
}

function askedCurrency(tallies: ReadonlyMap<string, Tally>, asked: string): string {
  const blank = tallies.get("");
  if (blank !== undefined) {
    throw new InputError(
      `${plural(blank.rows, "row")} (${formatAmount(blank.money)}) ${blank.rows === 1 ? "names" : "name"} no currency`,
      {
        hint: "fill them in, in a view for instance, or leave them out with --where",
      },
    );
  }
  if (tallies.has(asked.toUpperCase())) return asked;
  throw new InputError(`no row is in ${asked} (found: ${listed(tallies)})`);
}

/**
 * All money of the table by its currency, whatever became of its rows and before refunds: that of most rows first, unnamed money
 * last; none where all of it is of one.
 */
export function currenciesOf(groups: readonly OverviewGroup[]): readonly CurrencyMoney[] {
  const found = new Map<string, CurrencyMoney>();
  for (const { currency: written, sign, hasAmount, reduced, takenOff, ...group } of groups) {
    const rows = hasAmount && sign !== 0 ? group.rows : reduced;
    if (rows === 0) continue;
    const currency = written.trim().toUpperCase();
    const known = found.get(currency) ?? { rows: 0, money: 0n };
    const money = hasAmount ? group.money + takenOff : 0n;
    found.set(currency, { currency, rows: known.rows + rows, money: known.money + money });
  }
  if (found.size < 2) return [];
  return [...found.values()].toSorted(
    (a, b) =>
      Number(a.currency === "") - Number(b.currency === "") ||
      b.rows - a.rows ||
      compareCodeUnits(a.currency, b.currency),
  );
}

function listed(tallies: ReadonlyMap<string, Tally>): string {
  return [...tallies]
    .toSorted(([a], [b]) => compareCodeUnits(a, b))
    .map(([code, { rows, money }]) => `${code === "" ? "none" : code} (${plural(rows, "row")}, ${formatAmount(money)})`)
    .join(", ");
}

/** What decides which rows are set aside. */
export type Rules = Pick<OrderQuery, "asOf" | "currency" | "since" | "until" | "refunds"> & {
  readonly from: number | null;
  readonly meanings: StatusMeanings;
};

/** All rows by the first reason that sets them aside, in the order of the reasons; `null` for those that count. */
export function reasonTallies(
  groups: readonly OverviewGroup[],
  rules: Rules,
): ReadonlyMap<SetAsideReason | null, ReasonTally> {
  const tallies = new Map<SetAsideReason | null, ReasonTally>(
    [null, ...SET_ASIDE_REASONS].map((reason) => [reason, NOTHING]),
  );
  for (const group of groups) {
    const reason = reasonOf(group, rules);
    const { rows, money, reduced, takenOff } = tallies.get(reason) as ReasonTally;
    const own = group.sign > 0 ? group : NOTHING;
    tallies.set(reason, {
      rows: rows + group.rows,
      money: money + group.money,
      reduced: reduced + own.reduced,
      takenOff: takenOff + own.takenOff,
    });
  }
  return tallies;
}

/** The first day with a purchase that counts but for the as-of date and the window; `null` without one. */
export function firstPurchaseDay(groups: readonly OverviewGroup[], rules: Rules): number | null {
  const always = { ...rules, asOf: Number.POSITIVE_INFINITY, from: null };
  const days = groups.flatMap((group) =>
    group.day !== null && group.sign > 0 && reasonOf(group, always) === null ? [group.day] : [],
  );
  return days.length === 0 ? null : days.reduce((least, day) => Math.min(least, day));
}

function reasonOf(group: OverviewGroup, rules: Rules): SetAsideReason | null {
  const { day, hasAmount, sign, isWanted, currency } = group;
  const meaning = rules.meanings.get(group.status);
  if (day === null) return "unreadable date";
  if (!hasAmount) return "no amount";
  if (meaning === "test") return "test order";
  if (meaning === "does not count") return "status";
  if (!isWanted || day < (rules.since ?? day) || day > (rules.until ?? day)) return "filtered";
  if (rules.currency !== null && currency.trim().toUpperCase() !== rules.currency.toUpperCase())
    return "other currency";
  if (sign < 0 && rules.refunds === "ignore") return "refund ignored";
  if (day > rules.asOf) return "after as-of";
  if (day < (rules.from ?? day)) return "before window";
  if (!group.hasCustomer) return "no customer";
  return sign === 0 ? "zero amount" : null;
}
