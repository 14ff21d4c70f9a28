import { type AnyOption, attributeOf, flagOf, type OptionValues } from "./option.ts";

/**
 * The options given that look at single orders, as they are written: `--due`, `--clock days`. A table with one row per customer
 * has no single orders, and a database returns none.
 */
export function givenOfOrders(options: readonly AnyOption[], values: OptionValues): readonly string[] {
  return options.flatMap((one) => {
    const value = values[attributeOf(one)];
    if (one.looksAtOrders === false || value === undefined || value === false) return [];
    if (one.looksAtOrders === true) return [flagOf(one)];
    return value === one.looksAtOrders ? [`${flagOf(one)} ${one.looksAtOrders}`] : [];
  });
}
