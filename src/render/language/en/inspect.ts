import { placeOf } from "../../../basics/text/place.ts";
import type { LineRole } from "../../../exports/lines/line-role.ts";
import type { EnglishGrammar, Names } from "./grammar.ts";

/** Another language's words for texts that are written in English elsewhere: what is matched, and what stands for it. */
export type Phrases = readonly (readonly [english: RegExp, other: (...groups: readonly string[]) => string])[];

/** What `rfm inspect` says: how the exports were understood. */
export function englishInspect({ count, money, plural, rows }: EnglishGrammar) {
  return {
    columns: {
      files: "files",
      topic: "topic",
      understood: "understood",
      evidence: "evidence",
      option: "to change it",
      finding: "finding",
      value: "value",
    },
    rowIsCustomer: "a customer",
    topics: {
      files: "files",
      tables: "tables",
      platform: "platform",
      kind: "kind of file",
      encoding: "encoding",
      delimiter: "delimiter",
      header: "header",
      rowIs: "each row is",
      orderCount: "number of orders",
      daysSince: "days since the last order",
      firstOrder: "first order",
      customer: "customer",
      order: "order id",
      date: "date",
      amount: "amount",
      refunded: "refunded",
      status: "status",
      alsoDecides: "also decides",
      currencyColumn: "currency",
      dates: "dates",
      decimal: "decimal mark",
      amountUnit: "amounts count",
      amountIs: "amount is",
      margin: "monetary value",
      marginIs: "margin is",
      costIs: "cost is",
      currency: "currency",
      statusCounts: "status counts",
      statusDoesNot: "status does not",
      lineItems: "line items",
      orderDetails: "order details",
    },
    lineRoles: {
      product: "product",
      productName: "name",
      category: "category",
      quantity: "quantity",
      unitPrice: "price",
      lineTotal: "total",
      lineTax: "tax",
      country: "country",
      channel: "channel",
      coupon: "coupon",
      payment: "payment",
      discount: "discount",
    } satisfies Record<Exclude<LineRole, "hour">, string>,
    noLineItems: "no column with one product per row",
    allFiles: "all",
    files: (files: number, amount: number) => `${plural(files, "file")}, ${rows(amount)}`,
    readers: {
      scanner: "read with the fast reader",
      tolerant: "read with the tolerant reader",
      typed: "dates and numbers as they are typed in the file",
    },
    gzip: (encoding: string) => `${encoding}, gzip`,
    dayFirst: (notation: string) => `${notation}, day first`,
    monthFirst: (notation: string) => `${notation}, month first`,
    cents: "cents",
    wholeUnits: "whole units",
    point: "point",
    comma: "comma",
    orderTotal: "the order's total, counted once",
    agrees: (formula: string, agreeing: number, all: number) =>
      `agrees with ${formula} on ${count(agreeing)} of ${rows(all)}`,
    lineAmount: "the line's amount, added up",
    marginOf: (column: string) => `margin: ${column}`,
    amountLessCost: (column: string) => `margin: amount − ${column}`,
    none: "none",
    inOtherTable: "in a joined table",
    and: " and ",
    orElse: ", else ",
    rule: (word: string, column: string) => `${word}: ${column}`,
    /** @param values the values it is about; `null` where it is about being filled or blank */
    ruleWhen: (
      when: "filled" | "blank" | "is" | "is not",
      values: Names,
      means: "counts" | "test" | "does not count" | "unknown",
    ) => {
      const condition = {
        filled: "filled",
        blank: "blank",
        is: values.join(" or "),
        "is not": `not ${values.join(" or ")}`,
      }[when];
      const effect = {
        counts: "counts",
        test: "a test order",
        "does not count": "does not count",
        unknown: "a refund if its amount is negative, otherwise asked about",
      }[means];
      return `where it is ${condition}: ${effect}`;
    },
    /** Which part a table plays, and its key: `amounts, joined by "order_id"`. */
    joinedBy: (part: string, key: string, ordersKey: string) =>
      `${part}, joined by "${key}"${key === ordersKey ? "" : ` = "${ordersKey}"`}`,
    parts: {
      amounts: "amounts of the orders",
      lines: "lines, whose amounts the orders have already",
      refunds: "refunds, taken off their orders",
      knownRefunds: "refunds, which the orders have already",
      customers: "customers",
    },
    ordersTable: "the orders",
    /** How many rows and orders found no partner. */
    partners: (found: { rows: number; rowsWithout: number; ordersWithout: number }) => {
      const own =
        found.rowsWithout === 0
          ? "every row has its order"
          : `${count(found.rowsWithout)} of ${rows(found.rows)} without an order`;
      const other =
        found.ordersWithout === 0
          ? "every order has a row here"
          : `${plural(found.ordersWithout, "order")} without a row here`;
      return `${own}; ${other}`;
    },
    ownCustomer: (column: string) => `the customer is its "${column}"`,
    amountsAgree: (agreeing: number, orders: number) =>
      `its amounts agree with those that count on ${count(agreeing)} of ${plural(orders, "order")}`,
    byColumnNames: "by the names of its columns",
    unknownPlatform: "unknown",
    byNamesAndValues: "columns by their names and values",
    byHeader: "by its header",
    noHeader: (columns: number) => `none; ${plural(columns, "column")} named by --columns`,
    headerLine: (line: number, columns: number) => `line ${line}, ${plural(columns, "column")}`,
    headerRow: (row: number, columns: number) => `row ${row}, ${plural(columns, "column")}`,
    named: (columns: number) => `${plural(columns, "column")}, named in the file`,
    kinds: { workbook: "Excel workbook", parquet: "Parquet", json: "JSON records" },
    inSheet: (kind: string, name: string) => `${kind}, sheet "${name}"`,
    sheets: (kind: string, amount: number) => `${kind}, ${count(amount)} sheets`,
    otherSheets: (names: readonly string[]) =>
      names.length === 0 ? "" : `other sheets with rows: ${names.map((name) => `"${name}"`).join(", ")}`,
    inList: (kind: string, name: string) => `${kind}, list "${name}"`,
    otherLists: (names: readonly string[]) =>
      names.length === 0 ? "" : `other lists: ${names.map((name) => `"${name}"`).join(", ")}`,
    perListRecord: (list: string) => `one row per record of "${list}"`,
    notNamed: "not named",
    blankStatus: "(blank)",
    statusRows: (amount: number, worth: bigint) => `${rows(amount)}, ${money(worth)}`,
    delimiters: { ",": "comma", ";": "semicolon", "\t": "tab", "|": "pipe" } as Readonly<Record<string, string>>,
    /** Words of `orders` for what was understood and why, which stand in English there. */
    phrases: [] as Phrases,
    firstOrder: "first order",
    lastOrder: "last order",
    emptyMonths: "months without an order",
    medianOrder: "median order",
    overTimes: (factor: number) => `over ${factor} times that`,
    outliers: (amount: number) => plural(amount, "order or refund", "orders or refunds"),
    outlierAt: (net: number, file: string, line: number) => `${money(net)} at ${placeOf(file, line)}`,
    notAlike: "The files have different formats, so no single command line pins them all.",
    pinned: "To read later exports exactly like this:",
    config: (exports: string) => `rfm init ${exports} writes the same into a config for rfm run.`,
  };
}
