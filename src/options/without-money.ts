import { isWithoutMoney, NO_AMOUNT } from "../exports/detect/amounts/without-money.ts";
import { attributeOf, type OptionProblem, type OptionValues } from "./option.ts";

/** Options that only say something about money. */
const ABOUT_MONEY = [
  ...["amount-per", "amount-unit", "currency-column", "refunded", "refunds", "margin", "cost", "cost-per"],
  ...["currency", "unnamed-currency", "rates"],
  ...["monetary", "acquisition-cost", "discount", "best-by", "top", "loyalty", "like-best", "profile"],
];

/** Options of which one value is about money: those that speak of it, by a test of the parsed value. */
const BY_VALUE: Readonly<Record<string, (value: unknown) => boolean>> = {
  levels: hasMonetaryPart,
  method: hasMonetaryPart,
  "cut-points": hasMonetaryPart,
  measure: (value) => value !== "rate" && value !== "customers" && value !== "orders",
  sort: (value) => /^-?(monetary_value|average_order_value|m_score|revenue)/.test(String(value)),
};

function hasMonetaryPart(value: unknown): boolean {
  return typeof value === "object" && value !== null && "monetary" in value;
}

/**
 * What is wrong with options about money beside `--amount none`.
 *
 * @param given the names of the options that were given
 */
export function moneyProblems(values: OptionValues, given: ReadonlySet<string>): readonly OptionProblem[] {
  const amount = values["amount"];
  if (typeof amount !== "string" || !isWithoutMoney({ amount })) return [];
  const partly = Object.entries(BY_VALUE).flatMap(([name, isAboutMoney]) =>
    isAboutMoney(values[attributeOf({ name })]) ? [name] : [],
  );
  return [...ABOUT_MONEY, ...partly]
    .filter((name) => given.has(name))
    .map((name) => ({
      message: `--${name} cannot be used with --amount ${NO_AMOUNT}: it is about money, and the orders then have none`,
      hint: `leave out --${name}, or name the column of the amount with --amount`,
    }));
}
