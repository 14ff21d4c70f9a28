import { formatAmount } from "../../../basics/money/amount.ts";
import { ExactSums } from "../../../basics/money/exact-sums.ts";
import { compareCodeUnits } from "../../../basics/text/compare-code-units.ts";
import { plural } from "../../../basics/text/words.ts";
import { InputError } from "../../../errors.ts";
import { reasonCode } from "../../ledger/entries.ts";
import type { RowColumns } from "../../rows/row-columns.ts";
import type { RowsAndMoney } from "../../sums/summed-rows.ts";
import type { OrderGroups } from "../entries/groups.ts";

const OTHER_CURRENCY = reasonCode("other currency");

/** The money of one currency: its code or symbol, empty where none is named; the rows that have it, and what they are worth. */
export interface CurrencyMoney {
  readonly currency: string;
  readonly rows: number;
  /** Whole 1/10,000 of a unit; an order's total counts once. */
  readonly money: bigint;
}

/** In which currency the money that counts is. */
export interface ResolvedCurrency {
  /** The code or symbol as written; empty where the exports name none. */
  readonly currency: string;
  /** All money that was read by its currency, whatever became of its rows; empty where all of it is of {@link currency}. */
  readonly currencies: readonly CurrencyMoney[];
}

/** The rows whose currency is judged. */
export interface CurrencyRows {
  readonly rows: RowColumns;
  readonly groups: OrderGroups;
  /** The currency behind each code of the rows; 0 is the blank one. */
  readonly names: readonly string[];
  readonly isOrderTotal: (row: number) => boolean;
  /** The purchases that count and are no rows, by the codes of their currencies. */
  readonly summed?: ReadonlyMap<number, RowsAndMoney> | undefined;
  /** Where a row stands, for messages: `b.csv line 2`. */
  readonly place: (row: number) => string;
}

/**
 * Makes sure that all money that counts is of one currency. Where one was asked for, the rows of others are set aside, and
 * those that name none as well, unless no row names any: then the user has said what it is. Otherwise a mixture is refused,
 * also of named and unnamed money.
 *
 * @throws InputError when there are several and none was asked for, or the one asked for does not occur
 */
export function keepCurrency(money: CurrencyRows, wanted: string | undefined): ResolvedCurrency {
  const { rows, names } = money;
  const counted = tallies(money, (row) => rows.reason[row] === 0);
  const all = tallies(money, () => true);
  const currencies = severalOf(all);
  const named = counted.filter(({ currency }) => currency !== "");
  if (wanted === undefined) {
    if (counted.length > 1) throw named.length > 1 ? mixed(counted) : partlyUnnamed(money, counted);
    return { currency: counted[0]?.currency ?? "", currencies };
  }
  if (named.length === 0) return { currency: wanted, currencies: severalOf(renamed(all, wanted)) };
  if (!named.some(({ currency }) => currency === wanted)) throw notMet(wanted, counted);
  for (let row = 0; row < rows.length; row += 1) {
    if (rows.reason[row] === 0 && hasMoney(rows, row) && names[rows.currency[row] as number] !== wanted) {
      rows.reason[row] = OTHER_CURRENCY;
    }
  }
  return { currency: wanted, currencies };
}

/** Money that names no currency, as of the one that the user says. */
function renamed(all: readonly CurrencyMoney[], wanted: string): readonly CurrencyMoney[] {
  return all.map((money) => (money.currency === "" ? { ...money, currency: wanted } : money));
}

function severalOf(all: readonly CurrencyMoney[]): readonly CurrencyMoney[] {
  return all.length > 1 ? all : [];
}

/** Whether all rows name one currency, or none does: a quick look that is enough for most exports. */
export function isOneCurrency({ rows, names }: CurrencyRows): boolean {
  return names.length <= 1 || (names.length === 2 && !rows.currency.includes(0));
}

/**
 * The error for money without a named currency beside money with one.
 *
 * @param counted the money that counts by its currency
 */
export function partlyUnnamed(money: CurrencyRows, counted: readonly CurrencyMoney[]): InputError {
  const { rows, names } = money;
  const named = counted.find(({ currency }) => currency !== "")?.currency ?? "";
  const isUnnamed = (row: number): boolean =>
    rows.reason[row] === 0 && hasMoney(rows, row) && names[rows.currency[row] as number] === "";
  const first = Array.from({ length: rows.length }, (_, row) => row).find(isUnnamed) ?? 0;
  return new InputError(
    `the exports name a currency for only some of their amounts: ${listed(counted)} (first without one: ${money.place(first)})`,
    {
      hint: `pass --unnamed-currency ${named} if the others are in ${named} too, or --currency ${named} to count only amounts in ${named}`,
    },
  );
}

function mixed(counted: readonly CurrencyMoney[]): InputError {
  const [first] = counted.filter(({ currency }) => currency !== "");
  return new InputError(`the exports mix currencies, which cannot be added up: ${listed(counted)}`, {
    hint: `pass --currency ${first?.currency ?? ""} to keep one, and --rates FILE as well to convert the others`,
  });
}

function notMet(wanted: string, counted: readonly CurrencyMoney[]): InputError {
  const isPartlyUnnamed = counted.some(({ currency }) => currency === "");
  return new InputError(`no row is in ${wanted} (found: ${listed(counted)})`, {
    hint: `pass --currency with one of these${isPartlyUnnamed ? `, or --unnamed-currency ${wanted} if the rest is ${wanted}` : ""}`,
  });
}

/** Whether a row has an amount, or a refunded part, other than 0. */
function hasMoney({ amount, refunded }: RowColumns, row: number): boolean {
  return (!Number.isNaN(amount[row]) && amount[row] !== 0) || refunded[row] !== 0;
}

/**
 * The money of some rows, and of all purchases that are no rows, by its currency, that of most rows first and unnamed money last; an
 * order's total counts once.
 */
export function tallies(
  { rows, groups, names, isOrderTotal, summed }: CurrencyRows,
  isWanted: (row: number) => boolean,
): readonly CurrencyMoney[] {
  const counts = new Float64Array(names.length);
  const sums = new ExactSums(names.length);
  const hasTotal = new Uint8Array(groups.orderCount);
  for (let row = 0; row < rows.length; row += 1) {
    if (!isWanted(row) || !hasMoney(rows, row)) continue;
    const code = rows.currency[row] as number;
    counts[code] = (counts[code] as number) + 1;
    const amount = rows.amount[row] as number;
    const order = groups.orderOf[row] ?? -1;
    if (Number.isNaN(amount) || (order >= 0 && hasTotal[order] === 1 && isOrderTotal(row))) continue;
    if (order >= 0) hasTotal[order] = 1;
    sums.add(code, amount);
  }
  return byName(names, (code) => {
    const { rows: others = 0, money = 0n } = summed?.get(code) ?? {};
    return { rows: (counts[code] as number) + others, money: sums.at(code) + money };
  });
}

function byName(names: readonly string[], tallyOf: (code: number) => RowsAndMoney): readonly CurrencyMoney[] {
  const found = new Map<string, CurrencyMoney>();
  for (const [code, currency] of names.entries()) {
    const own = tallyOf(code);
    if (own.rows === 0) continue;
    const { rows, money } = found.get(currency) ?? { rows: 0, money: 0n };
    found.set(currency, { currency, rows: rows + own.rows, money: money + own.money });
  }
  return [...found.values()].sort(
    (a, b) =>
      Number(a.currency === "") - Number(b.currency === "") ||
      b.rows - a.rows ||
      compareCodeUnits(a.currency, b.currency),
  );
}

/** A message names no more currencies than this. */
const MOST_LISTED = 10;

function listed(met: readonly CurrencyMoney[]): string {
  const shown = met
    .slice(0, MOST_LISTED)
    .map(
      ({ currency, rows, money }) =>
        `${currency === "" ? "no currency named" : currency} (${plural(rows, "row")}, ${formatAmount(money)})`,
    );
  const more = met.length > MOST_LISTED ? `, … ${met.length - MOST_LISTED} more` : "";
  return `${shown.join(", ")}${more}`;
}
