import type { OrderColumns } from "../../../warehouse/order-query.ts";
import type { EnglishGrammar } from "./grammar.ts";

/** What is said of a table in a database. */
export function englishWarehouse({ customers, rows, money }: EnglishGrammar) {
  return {
    columns: (table: string, { customer, customerElse = [], date, amount, refunded, status, currency }: OrderColumns) =>
      `${table}: one row per order, with the customer from "${[customer, ...customerElse].join('", else "')}", the day from "${date}", the amount from "${amount}"` +
      (refunded === undefined ? "" : ` less "${refunded}"`) +
      (status === undefined ? "; no column of statuses, so every order counts" : `; the status from "${status}"`) +
      (currency === undefined ? "" : `; the currency from "${currency}"`),
    daysOf: (zone: string) => `days are those of ${zone}; --time-zone takes another zone`,
    into: (count: number, table: string) => `${customers(count)} scored into ${table}`,
    rounded: "amounts are doubles: each was rounded to 1/10,000 before it was added",
    alikeKeys: (count: number) =>
      `the ids of ${customers(count)} differ from another's only by capitals or outer blanks; they were counted as different customers`,
    /** What a report says of a table in place of what it says of files. */
    ofTable: {
      read: (read: { rows: number; worth: bigint; currency: string }) =>
        `${rows(read.rows)} in the table, worth ${money(read.worth)}${read.currency}.`,
      column: "table",
      commands:
        "Each command writes that group's list. One click selects it; run it where the database can be reached, with your own user and password.",
      noCurrency: "The table names no currency.",
      method: {
        intro: "Everything above can be worked out again from the table named here.",
        unfold: "Definitions, choices, cut points, what was read, table",
        files: "Table",
        file: "Table",
        filesIntro: "The database added up the orders, and rfm was given sums and counts only.",
      },
      order: ["Order", "One row of the table. It counts when its status counts and it is worth more than 0."] as [
        term: string,
        meaning: string,
      ],
      sheet: "Table",
      sheetColumn: ["Table", "The database and its table."] as [heading: string, meaning: string],
    },
  };
}
