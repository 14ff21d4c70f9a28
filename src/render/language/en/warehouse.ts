import type { OrderColumns } from "../../../warehouse/order-query.ts";
import type { EnglishGrammar } from "./grammar.ts";

/** What is said of a table in a database. */
export function englishWarehouse({ customers }: EnglishGrammar) {
  return {
    columns: (table: string, { customer, date, amount, refunded, status, currency }: OrderColumns) =>
      `${table}: one row per order, with the customer from "${customer}", the day from "${date}", the amount from "${amount}"` +
      (refunded === undefined ? "" : ` less "${refunded}"`) +
      (status === undefined ? "; no column of statuses, so every order counts" : `; the status from "${status}"`) +
      (currency === undefined ? "" : `; the currency from "${currency}"`),
    daysOf: (zone: string) => `days are those of ${zone}; --time-zone takes another zone`,
    into: (count: number, table: string) => `${customers(count)} scored into ${table}`,
    rounded: "amounts are doubles: each was rounded to 1/10,000 before it was added",
    alikeKeys: (count: number) =>
      `the ids of ${customers(count)} differ from another's only by capitals or outer blanks; they were counted as different customers`,
  };
}
