import { InputError } from "../../../errors.ts";
import type { ExchangeRates } from "../../../exports/companions/exchange-rates.ts";
import type { RowColumns } from "../../rows/row-columns.ts";
import { fillWithinOrders } from "../entries/groups.ts";
import { convertCurrency } from "./convert-currency.ts";
import {
  type CurrencyRows,
  isOneCurrency,
  keepCurrency,
  partlyUnnamed,
  type ResolvedCurrency,
  tallies,
} from "./keep-currency.ts";

/** What the user said about currencies; codes as they were typed. */
export interface CurrencyOptions {
  readonly currency?: string | undefined;
  readonly unnamedCurrency?: string | undefined;
  readonly rates?: ExchangeRates | undefined;
}

/**
 * Gives amounts without a symbol that of their file, where the file has no currency column and its amounts show one symbol
 * and no other: `1 234,50 €` and `12,-` in one column are the same money.
 */
export function fillWithinFiles({ file, currency }: RowColumns, files: ReadonlySet<number>): void {
  if (files.size === 0 || !currency.includes(0)) return;
  const only = new Map<number, number>();
  for (let row = 0; row < currency.length; row += 1) {
    const [own, code] = [file[row] as number, currency[row] as number];
    if (code === 0 || !files.has(own)) continue;
    only.set(own, (only.get(own) ?? code) === code ? code : 0);
  }
  for (let row = 0; row < currency.length; row += 1) {
    if (currency[row] === 0) currency[row] = only.get(file[row] as number) ?? 0;
  }
}

/**
 * Brings all money that counts to one currency: rows without a currency take that of their order, then the one that the
 * user gave for those that name none; then the others are converted, set aside, or refused.
 *
 * @throws InputError when money of several currencies, or of a named and an unnamed one, would be added up
 */
export function resolveCurrency(money: CurrencyRows, options: CurrencyOptions): ResolvedCurrency {
  const [target, unnamed] = [codeOf(options.currency), codeOf(options.unnamedCurrency)];
  if (money.names.length > 1) fillWithinOrders(money.rows.currency, money.groups);
  const names = money.names.map((name) => (name === "" ? (unnamed ?? "") : name));
  const known = { ...money, names };
  if (options.rates !== undefined && target !== undefined) return converted(known, target, options.rates);
  if (isOneCurrency(known)) return onlyCurrency(known, target);
  return keepCurrency(known, target);
}

function codeOf(text: string | undefined): string | undefined {
  return text?.trim().toUpperCase();
}

/** Where no row names a currency, it is the one that the user says. */
function onlyCurrency(money: CurrencyRows, target: string | undefined): ResolvedCurrency {
  const name = money.names.length > 1 ? money.names[1] : money.names[0];
  if (name === undefined || name === "") return { currency: target ?? "", currencies: [] };
  return target === undefined || target === name ? { currency: name, currencies: [] } : keepCurrency(money, target);
}

function converted(money: CurrencyRows, target: string, rates: ExchangeRates): ResolvedCurrency {
  const { rows, names } = money;
  const counted = tallies(money, (row) => rows.reason[row] === 0);
  if (counted.some(({ currency }) => currency === "")) {
    if (counted.length > 1) throw partlyUnnamed(money, counted);
    throw new InputError("--rates converts named currencies, but the exports name none", {
      hint: "name it, for instance with --unnamed-currency USD, or leave --rates out",
    });
  }
  convertCurrency(rows, names, { rates, target });
  const all = tallies({ ...money, names: names.map((name) => (name === "" ? "" : target)) }, () => true);
  return { currency: target, currencies: all.length > 1 ? all : [] };
}
