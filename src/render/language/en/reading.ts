import { placeOf } from "../../../basics/text/place.ts";
import type { StrayBytesFound } from "../../notes/stray-bytes-found.ts";
import type { EnglishGrammar } from "./grammar.ts";

/** Notes on what was read. */
export function englishReading({ count, money, day, plural, customers, rows }: EnglishGrammar) {
  return {
    used: (used: number, all: number, asOf: number, setAside: string) =>
      `${count(used)} of ${rows(all)} used as of ${day(asOf)}${setAside === "" ? "" : `; set aside: ${setAside}`}`,
    rejects: (rejected: number, all: number, first: { file: string; line: number; reason: string; value: string }) =>
      `${count(rejected)} of ${rows(all)} could not be read and ${rejected === 1 ? "was" : "were"} set aside ` +
      `(first: ${placeOf(first.file, first.line)}, ${first.reason}: ${first.value === "" ? "blank" : `"${first.value}"`}); --rejects FILE lists them`,
    sameBytes: (name: string, as: string | null) => `${name} is identical to ${as ?? "another file"} and was read once`,
    ownOutput: (name: string) => `${name} was written by rfm and was skipped`,
    notNeeded: (names: readonly string[]) =>
      `${names.join(", ")} ${names.length === 1 ? "was" : "were"} skipped: nothing in ${names.length === 1 ? "it" : "them"} is clearly an amount or a customer of the orders`,
    joinedTables: (orders: string, tables: string) => `tables joined to the orders in ${orders}: ${tables}`,
    joinedTable: (table: string, key: string) => `${table} by "${key}"`,
    amountsElsewhere: (table: string, agreement: { agreeing: number; orders: number } | null) =>
      `amounts that are not counted, because the orders have theirs already: ${table}` +
      (agreement === null
        ? ""
        : ` (they agree on ${count(agreement.agreeing)} of ${plural(agreement.orders, "order")})`),
    refundsElsewhere: (table: string, agreement: { agreeing: number; orders: number }, sameAs: string | null) =>
      `refunds that are not counted, because ${sameAs === null ? "the orders have theirs" : `${sameAs} has them`} already: ${table} (they agree on ${count(agreement.agreeing)} of ${plural(agreement.orders, "order")})` +
      (sameAs === null ? "; --refunded none counts those of the table, with their days" : ""),
    notText: (name: string) => `${name} is not an order export and was skipped; save it as CSV to include it`,
    nested: (file: string, columns: readonly string[]) =>
      `${file}: nested values are not read: ${columns.map((name) => `"${name}"`).join(", ")} ${columns.length === 1 ? "is" : "are"} left blank`,
    otherSheets: (file: string, names: readonly string[]) =>
      `${file} was read; ${names.map((sheet) => `"${sheet}"`).join(", ")} ${names.length === 1 ? "has" : "have"} rows, too: --sheet NAME reads another sheet`,
    otherLists: (file: string, names: readonly string[]) =>
      `${file} was read; the file also has ${names.length === 1 ? "the list" : "the lists"} ${names.map((list) => `"${list}"`).join(", ")}: --sheet NAME reads another list`,
    morePages: (file: string) =>
      `${file}: its last page says that more pages follow: orders are missing; export all pages, and read them together`,
    passedLists: (file: string, names: readonly string[]) =>
      `${file}: ${names.length === 1 ? "the list" : "the lists"} ${names.map((list) => `"${list}"`).join(", ")} inside the records ${names.length === 1 ? "was" : "were"} not read; an option that names a column of a list, such as --where ${names[0] ?? ""}.NAME=VALUE, reads it`,
    sheetsTogether: (file: string, names: readonly string[]) =>
      `${file}: ${count(names.length)} sheets with the same columns were read: ${names.map((sheet) => `"${sheet}"`).join(", ")}; --sheet NAME reads one`,
    noStatus: "the exports have no status column, so every order counts",
    inCents: (name: string) =>
      `"${name}" counts cents by its name, so 1050 is read as 10.50: --amount-unit whole reads it as 1,050.00`,
    discountStays: (quantity: string, price: string, discount: string) =>
      `the amounts are "${quantity}" × "${price}"; "${discount}" is not taken off`,
    ofCustomers: (file: string) =>
      `each row of ${file} is a customer, not an order: the number of orders, the last order and the spend count as they stand there (--table orders reads each row as an order)`,
    blankStatus: (amount: number) => `${rows(amount)} without an order status ${amount === 1 ? "is" : "are"} counted`,
    noStatusIn: (first: string, amount: number) =>
      amount === 1
        ? `${first} has no status column: every order in it counts, and the options on statuses do not apply`
        : `${count(amount)} files have no status column (first: ${first}): every order in them counts, and the options on statuses do not apply`,
    unmetStatuses: (flag: string, unmet: string, amount: number) =>
      `${flag}: no row has ${amount === 1 ? "this status" : "any of these statuses"}: ${unmet}`,
    noOrderId: (found: { rows: number; sharing: number; excess: number; isEvery: boolean }) =>
      `${found.isEvery ? "no column holds order ids, so each row counts as one order" : `${rows(found.rows)} without an order id ${found.rows === 1 ? "counts as one order" : "count as one order each"}`}; ` +
      (found.sharing === 0
        ? "no two rows share a customer and a day"
        : `${count(found.sharing)} of ${rows(found.rows)} share a customer and a day with another, so there may be ${plural(found.excess, "order")} too many: ` +
          "name the order id column with --order, or count purchase days with --frequency days"),
    sameNames: (names: number, differing: number | null, column: string) =>
      `customers are identified by name only ("${column}"): people with the same name count as one, and one person with two spellings counts as two; ` +
      (differing === null
        ? `${plural(names, "name")}, with no address to check them against`
        : `${count(differing)} of ${plural(names, "name")} ${differing === 1 ? "occurs" : "occur"} with different addresses`) +
      "; name a column of ids or e-mail addresses with --customer if there is one",
    splitLines: (found: { rows: number; money: bigint; file: string; line: number }) =>
      `${rows(found.rows)} worth ${money(found.money)} ${found.rows === 1 ? "looks like a row" : "look like rows"} of another file and ${found.rows === 1 ? "was" : "were"} counted once (first: ${placeOf(found.file, found.line)}); ` +
      "lines of one order that was split over two files look the same: --duplicates keep counts them all",
    pointZero: 'customer ids such as "17850.0" are read as 17850',
    blankMargins: (blank: { kind: "cost" | "margin"; rows: number; orders: number; money: bigint }) =>
      `${rows(blank.rows)} of ${plural(blank.orders, "order")} worth ${money(blank.money)} ${blank.rows === 1 ? "has" : "have"} no ${blank.kind}: it counts as 0, which makes the margin of these orders too ${blank.kind === "cost" ? "high" : "low"}; fill in the column, or leave the rows out with --where`,
    partlyRefunded: (found: { orders: number; money: bigint }) =>
      `${plural(found.orders, "order")} worth ${money(found.money)} ${found.orders === 1 ? "is" : "are"} partially refunded by ${found.orders === 1 ? "its" : "their"} status, and nothing says how much went back: ${found.orders === 1 ? "it counts" : "they count"} in full; name the column of refunds with --refunded if the export has one`,
    refundedTooMuch: (found: { orders: number; money: bigint }) =>
      `${plural(found.orders, "order")} ${found.orders === 1 ? "has" : "have"} more refunds than ${found.orders === 1 ? "it" : "they"} cost, ${money(found.money)} in all: the refunds may hold shipping or tax that the amounts lack, or the amounts may be after refunds already`,
    rounded: (amount: number) =>
      `${plural(amount, "amount")} with more than four decimals ${amount === 1 ? "was" : "were"} rounded`,
    destroyedIds: (ids: { count: number; file: string; line: number; value: string }) =>
      `${plural(ids.count, "id")} like "${ids.value}" (first: ${placeOf(ids.file, ids.line)}) ${ids.count === 1 ? "was" : "were"} damaged when the file was saved in a spreadsheet; ` +
      "such ids are not used: export again, and do not open the file in a spreadsheet",
    garbled: (file: string, line: number) =>
      `${placeOf(file, line)}: letters such as "Ã¤" show that the text was read in the wrong encoding, by an earlier program, or here because of some other byte (--encoding utf-8 reads it as UTF-8); the same customer may have two spellings`,
    strays: ({ count: bytes, file, line, character, byte, letter }: StrayBytesFound) => {
      const as = letter === "" ? "" : ` as "${letter}"`;
      const found =
        bytes === 1
          ? `${placeOf(file, line)}, character ${character}: byte ${byte} is not UTF-8 and was read${as} in Windows-1252`
          : `${count(bytes)} bytes are not UTF-8 and were read in Windows-1252 (first: ${placeOf(file, line)}, character ${character}: byte ${byte}${as})`;
      return `${found}; if that is wrong, export the file again, or name its encoding with --encoding`;
    },
    linked: (groups: number, largeGroups: number, largest: number) =>
      `${customers(groups)} known by both an id and an e-mail address were merged${largeGroups === 0 ? "" : `; ${largeGroups} of them ${largeGroups === 1 ? "has" : "have"} more than two keys (at most ${largest})`}`,
    excluded: (found: { customers: number; entries: number; entriesMet: number }) =>
      found.entriesMet === 0
        ? `--exclude-customers left out no customer: ${found.entries === 1 ? "its one entry is" : `none of its ${count(found.entries)} entries is`} a customer's id or address in the exports`
        : `${count(found.entriesMet)} of ${plural(found.entries, "entry", "entries")} of --exclude-customers ${found.entriesMet === 1 ? "is" : "are"} in the exports; ${customers(found.customers)} ${found.customers === 1 ? "was" : "were"} left out`,
    noExcludedLine: "--exclude-lines left out nothing: no line that counts meets it",
    lateAsOf: (asOf: number, lastDay: number) =>
      `the as-of date ${day(asOf)} is more than a year after the newest day in the data, ${day(lastDay)}: every customer looks lapsed`,
  };
}
