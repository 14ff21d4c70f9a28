import type { EnglishGrammar } from "./grammar.ts";

/** Notes on what was read. */
export function englishReading({ count, money, day, plural, customers, rows }: EnglishGrammar) {
  return {
    used: (used: number, all: number, asOf: number, setAside: string) =>
      `${count(used)} of ${rows(all)} used as of ${day(asOf)}${setAside === "" ? "" : `; set aside: ${setAside}`}`,
    rejects: (rejected: number, all: number, first: { file: string; line: number; reason: string; value: string }) =>
      `${count(rejected)} of ${rows(all)} could not be read and were set aside ` +
      `(first: ${first.file} line ${first.line}, ${first.reason}: ${first.value === "" ? "blank" : `"${first.value}"`}); --rejects FILE lists them`,
    sameBytes: (name: string, as: string | null) =>
      `${name} has the same bytes as ${as ?? "another file"} and was read once`,
    ownOutput: (name: string) => `${name} was written by rfm and was passed over`,
    notText: (name: string) => `${name} is not a text export and was passed over; save it as CSV to include it`,
    noStatus: "the exports have no status column: every order counts",
    blankStatus: (amount: number) => `${rows(amount)} of orders without a status count`,
    noOrderId: (found: { rows: number; sharing: number; excess: number; isEvery: boolean }) =>
      `${found.isEvery ? "no column holds order ids: each row counts as an order" : `${rows(found.rows)} without an order id ${found.rows === 1 ? "counts as an order" : "count as orders of their own"}`}; ` +
      (found.sharing === 0
        ? "none shares customer and day with another"
        : `${count(found.sharing)} of ${rows(found.rows)} share customer and day with another, so there may be ${plural(found.excess, "order")} too many: ` +
          "name the column of order ids with --order, or count purchase days with --frequency days"),
    sameNames: (names: number, differing: number | null, column: string) =>
      `customers are told apart by their name alone ("${column}"): people of one name count as one, and one person with two spellings counts as two; ` +
      (differing === null
        ? `${plural(names, "name")}, and no address to check them by`
        : `${count(differing)} of ${plural(names, "name")} ${differing === 1 ? "occurs" : "occur"} with different addresses`) +
      "; name a column of ids or e-mail addresses with --customer if there is one",
    splitLines: (found: { rows: number; money: bigint; file: string; line: number }) =>
      `${rows(found.rows)} worth ${money(found.money)} look like rows of another file and were counted once (first: ${found.file} line ${found.line}); ` +
      "they may be lines of an order that was split over two files: --duplicates keep counts them all",
    pointZero: 'customer ids such as "17850.0" are read as 17850',
    blankMargins: (blank: { kind: "cost" | "margin"; rows: number; orders: number; money: bigint }) =>
      `${rows(blank.rows)} of ${plural(blank.orders, "order")} worth ${money(blank.money)} ${blank.rows === 1 ? "has" : "have"} no ${blank.kind}: it counts as 0, so that the margin of these orders is too ${blank.kind === "cost" ? "high" : "low"}; fill the column in, or leave the rows out with --where`,
    rounded: (amount: number) => `${plural(amount, "amount")} finer than 0.0001 were rounded`,
    destroyedIds: (ids: { count: number; file: string; line: number; value: string }) =>
      `${plural(ids.count, "id")} like "${ids.value}" (first: ${ids.file} line ${ids.line}) were destroyed when the file was saved in a spreadsheet; ` +
      "they are not used as ids: export again and do not open the file in one",
    garbled: (file: string, line: number) =>
      `${file} line ${line}: letters such as "Ã¤" show that an earlier program read the text in the wrong encoding; the same customer may have two spellings`,
    linked: (groups: number, largeGroups: number, largest: number) =>
      `${customers(groups)} known by an id and an e-mail were joined${largeGroups === 0 ? "" : `; ${largeGroups} of them have more than two keys (the most: ${largest})`}`,
    excluded: (amount: number) => `${customers(amount)} of --exclude-customers were left out`,
    lateAsOf: (asOf: number, lastDay: number) =>
      `the as-of date ${day(asOf)} is more than a year after the newest day in the data, ${day(lastDay)}: every customer looks long gone`,
  };
}
