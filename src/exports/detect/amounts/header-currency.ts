import { currencyNamed, currencyOfCell } from "../../values/currency-name.ts";
import type { ColumnQuestion } from "../columns/column-questions.ts";
import { type ColumnOptions, type ColumnRoles, mainAmount, numericColumns } from "../columns/columns.ts";
import { differingFrom, type HeaderSample, nameOf, valuesOf } from "../header/header-sample.ts";
import { columnOf } from "../header/named-columns.ts";
import { knownName } from "../names/known-names.ts";
import { currenciesIn } from "../names/name-form.ts";

/** What `--currency-column` takes for a file whose column of that name is not the amount's. */
export const NO_CURRENCY_COLUMN = "none";

type MoneyColumns = Pick<ColumnRoles, "amount" | "refunded" | "margin" | "cost">;

/** Whether an option says that no column holds the currency of the amounts. */
export function isNoCurrencyColumn(header: readonly string[], option: string | undefined): boolean {
  return option?.trim() === NO_CURRENCY_COLUMN && columnOf(header, [NO_CURRENCY_COLUMN]) === null;
}

/** The currency that the header of the amount names, or that of the price; empty where it names none, or several. */
export function headerCurrency(header: readonly string[], { amount }: Pick<ColumnRoles, "amount">): string {
  const named = amount.kind === "sum" ? amount.plus : [mainAmount(amount)].filter((column) => column !== null);
  const [only = "", ...others] = new Set(named.flatMap((column) => currenciesIn(header[column] ?? "")));
  return others.length === 0 ? only : "";
}

/**
 * What is not clear about the currencies that the names of the money columns spell out: columns that belong together and
 * name different ones, another amount in another currency, or a currency column that says something else.
 */
export function currencyQuestions(
  sample: HeaderSample,
  columns: MoneyColumns & Pick<ColumnRoles, "currency">,
  options: ColumnOptions,
): readonly ColumnQuestion[] {
  const named = numericColumns(columns).flatMap((column) => withCurrency(sample, column));
  const [first] = named;
  const other = named.find(({ currency }) => currency !== first?.currency);
  if (first !== undefined && other !== undefined) {
    return [
      {
        text: `"${first.name}" and "${other.name}" name different currencies, ${first.currency} and ${other.currency}, which cannot be added up`,
        hint: "name columns of one currency, with --amount, --quantity and --price, --refunded, --margin or --cost",
      },
    ];
  }
  return [...rivalAmount(sample, columns, options), ...otherCurrencyColumn(sample, columns, options)];
}

interface NamedMoney {
  readonly column: number;
  readonly name: string;
  readonly currency: string;
}

function withCurrency(sample: HeaderSample, column: number): readonly NamedMoney[] {
  const name = nameOf(sample, column);
  return currenciesIn(name).map((currency) => ({ column, name, currency }));
}

const AMOUNTS: ReadonlySet<string> = new Set(["orderTotal", "lineTotal", "amount"]);

/** `Total (EUR)` beside `Total (USD)`: which of the two is the money that counts? */
function rivalAmount(
  sample: HeaderSample,
  { amount }: MoneyColumns,
  options: ColumnOptions,
): readonly ColumnQuestion[] {
  if (options.amount !== undefined || options.price !== undefined) return [];
  const taken = mainAmount(amount);
  const [own] = taken === null ? [] : withCurrency(sample, taken);
  if (own === undefined) return [];
  const known = knownName(own.name);
  const isRival = ({ column, name, currency }: NamedMoney): boolean => {
    const other = knownName(name);
    if (currency === own.currency || other === null) return false;
    if (amount.kind === "product" ? other.role !== "price" : !AMOUNTS.has(other.role)) return false;
    // Two names of one rank that differ in their values are asked about as twins already.
    const isTwin = other.role === known?.role && other.rank === known.rank;
    return !(isTwin && differingFrom(sample, own.column, [column]).length > 0);
  };
  const rival = sample.header.flatMap((_, column) => withCurrency(sample, column)).find(isRival);
  if (rival === undefined) return [];
  const flag = amount.kind === "product" ? "--price" : "--amount";
  return [
    {
      text: `"${own.name}" and "${rival.name}" hold the amount in different currencies`,
      hint: `name the one that counts: ${flag} "${own.name}" or ${flag} "${rival.name}"`,
    },
  ];
}

/** `Total (EUR)` beside a `Currency` that says USD: which of the two is right? */
function otherCurrencyColumn(
  sample: HeaderSample,
  columns: MoneyColumns & Pick<ColumnRoles, "currency">,
  options: ColumnOptions,
): readonly ColumnQuestion[] {
  const { currency, amount } = columns;
  const own = headerCurrency(sample.header, columns);
  if (currency === null || own === "" || options.currencyColumn !== undefined) return [];
  const other = valuesOf(sample, currency).find((cell) => currencyOfCell(currencyNamed(cell), own) !== own);
  if (other === undefined) return [];
  const name = nameOf(sample, currency);
  const money = nameOf(sample, mainAmount(amount) ?? 0);
  return [
    {
      text: `"${money}" names ${own}, and "${name}" next to it says ${other.trim()}`,
      hint: `pass --currency-column ${NO_CURRENCY_COLUMN} if all amounts are in ${own}, or --currency-column "${name}" if each is in the currency of its row`,
    },
  ];
}
