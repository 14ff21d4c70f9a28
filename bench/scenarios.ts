import type { Column } from "./files/columns.ts";
import { columnsWithIds, lineColumns, orderColumns } from "./files/shop-columns.ts";
import { shopifyColumns } from "./files/shopify-columns.ts";
import { shuffled } from "./random.ts";
import { ORDERS, PLAIN, type Scenario } from "./scenario.ts";
import { SHOP_SCENARIOS } from "./shop-scenarios.ts";

/** The columns in another order. */
function rotated(columns: readonly Column[], seed: number): readonly Column[] {
  return Array.from(shuffled(columns.length, seed), (index) => columns[index] as Column);
}

/** A narrow file whose ids are of a given kind. */
function withIds(
  name: string,
  title: string,
  {
    order,
    customer,
    shuffled: isShuffled = false,
    population,
  }: {
    readonly order: Parameters<typeof columnsWithIds>[0];
    readonly customer: Parameters<typeof columnsWithIds>[1];
    readonly shuffled?: boolean;
    readonly population?: (rows: number) => number;
  },
): Scenario {
  return {
    name,
    title,
    share: 0.6,
    everyPeer: false,
    columns: columnsWithIds(order, customer),
    arrangement: isShuffled ? "an order a row, shuffled" : "an order a row, oldest first",
    dialect: PLAIN,
    job: ORDERS,
    accepted: ["completed"],
    ...(population === undefined ? {} : { population }),
  };
}

/** By kinds of ids, numbers of customers, and order of rows. */
const ID_SCENARIOS: readonly Scenario[] = [
  withIds("numbers-shuffled", "whole numbers, shuffled", { order: "number", customer: "number", shuffled: true }),
  withIds("hash-c", "#100001 and C0000123", {
    order: "#number",
    customer: "C number",
    population: (rows) => Math.round(rows / 8),
  }),
  withIds("uuid-email", "UUIDs and e-mail addresses, shuffled", { order: "uuid", customer: "email", shuffled: true }),
  withIds("hex", "64 hexadecimal digits, shuffled", { order: "uuid", customer: "64 hex digits", shuffled: true }),
  withIds("few-customers", "UUIDs, 1,000 customers", { order: "uuid", customer: "email", population: () => 1000 }),
  withIds("many-customers", "UUIDs, as many customers as rows", {
    order: "uuid",
    customer: "email",
    shuffled: true,
    population: (rows) => rows,
  }),
];

/** Files as few shops export them, whose cells are read from their bytes all the same. */
const RARE_SCENARIOS: readonly Scenario[] = [
  {
    name: "names",
    title: "names with ä and ö in Windows-1252, d.m.Y H.M, decimal commas",
    share: 0.2,
    everyPeer: false,
    isForFew: true,
    columns: columnsWithIds("number", "name"),
    arrangement: "an order a row, oldest first",
    dialect: {
      ...{ delimiter: ";", decimal: ",", lineEnd: "\r\n", quoted: 0 },
      ...{ moment: "day.month.year hour.minute", encoding: "windows-1252" },
    },
    job: { ...ORDERS, customer: "customer_name" },
    accepted: ["completed"],
  },
  {
    name: "month-names",
    title: "dates as Mar 4, 2026 2:05:09 PM, semicolons",
    share: 0.2,
    everyPeer: false,
    isForFew: true,
    columns: columnsWithIds("#number", "C number"),
    arrangement: "an order a row, oldest first",
    dialect: { ...PLAIN, delimiter: ";", moment: "month's name, am/pm" },
    job: ORDERS,
    accepted: ["completed"],
  },
  {
    name: "milliseconds",
    title: "milliseconds since 1970",
    share: 0.2,
    everyPeer: false,
    isForFew: true,
    columns: columnsWithIds("number", "C number"),
    arrangement: "an order a row, oldest first",
    dialect: { ...PLAIN, moment: "epoch milliseconds" },
    job: ORDERS,
    accepted: ["completed"],
  },
];

export const SCENARIOS: readonly Scenario[] = [
  {
    name: "narrow",
    title: "14 columns, one row per order",
    share: 1,
    everyPeer: true,
    columns: orderColumns,
    arrangement: "an order a row, oldest first",
    dialect: PLAIN,
    job: ORDERS,
    accepted: ["completed"],
  },
  {
    name: "wide",
    title: "Shopify-like, 75 columns, line breaks in notes",
    share: 0.2,
    everyPeer: false,
    columns: shopifyColumns,
    arrangement: "some orders of two rows, newest first",
    dialect: { ...PLAIN, moment: "iso with offset" },
    job: {
      ...ORDERS,
      uniqueOrder: null,
      customer: "Email",
      date: "Created at",
      status: "Financial Status",
      amount: "Total",
      refunded: "Refunded Amount",
      cancelled: "Cancelled at",
    },
    accepted: ["paid", "partially_refunded"],
  },
  {
    name: "lines",
    title: "14 columns, one row per line item, shuffled",
    share: 1,
    everyPeer: false,
    columns: lineColumns,
    arrangement: "lines, shuffled",
    dialect: PLAIN,
    job: { ...ORDERS, order: "order_id", uniqueOrder: null, amount: null, quantity: "quantity", price: "unit_price" },
    accepted: ["completed"],
  },
  {
    name: "semicolon",
    title: "semicolons, decimal commas, d.m.Y, CRLF, 30 % of cells quoted",
    share: 0.4,
    everyPeer: false,
    columns: rotated(orderColumns, 1),
    arrangement: "an order a row, oldest first",
    dialect: { delimiter: ";", decimal: ",", lineEnd: "\r\n", moment: "day.month.year", quoted: 0.3 },
    job: ORDERS,
    accepted: ["completed"],
  },
  {
    name: "tab",
    title: "tabs, dates with T and Z",
    share: 0.4,
    everyPeer: false,
    columns: rotated(orderColumns, 2),
    arrangement: "an order a row, oldest first",
    dialect: { ...PLAIN, delimiter: "\t", moment: "iso with T and Z" },
    job: ORDERS,
    accepted: ["completed"],
  },
  {
    name: "bar",
    title: "bars, m/d/Y with am and pm, CRLF, 30 % of cells quoted",
    share: 0.4,
    everyPeer: false,
    columns: rotated(orderColumns, 3),
    arrangement: "an order a row, oldest first",
    dialect: { delimiter: "|", decimal: ".", lineEnd: "\r\n", moment: "month/day/year am/pm", quoted: 0.3 },
    job: ORDERS,
    accepted: ["completed"],
  },
  ...ID_SCENARIOS,
  ...RARE_SCENARIOS,
  ...SHOP_SCENARIOS,
];
