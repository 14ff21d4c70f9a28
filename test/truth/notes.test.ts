/**
 * The notes on what was read and how it was scored: each with an input where it is said, its numbers worked by hand, and one
 * where it must not be. What another test has is named.
 */
import { readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { inFolder, runRfm } from "../support/in-process.ts";
import { ENGLISH } from "../support/languages.ts";
import { pathsOf } from "../support/recording-language.ts";
import { writeWorkbook } from "../support/write-workbook.ts";

const WORDS = ENGLISH.words as unknown as Readonly<Record<string, unknown>>;

/** A text of the catalogue, or the function that makes it. */
function wordsAt(path: string): unknown {
  return path.split(".").reduce<unknown>((known, key) => (known as Readonly<Record<string, unknown>>)[key], WORDS);
}

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Thirty customers who differ in every measure: customer i orders 1 + i % 6 times, each time for i + 1, until 30 − i % 10 March. */
const HEADER = "order_id,customer_id,order_date,total,status";
const SHOP: readonly string[] = Array.from({ length: 30 }, (_, index) =>
  Array.from({ length: 1 + (index % 6) }, (_, order) => {
    const day = 30 - (index % 10) - 2 * order;
    return `${index}-${order},c${index},2024-03-${String(day).padStart(2, "0")},${index + 1}.00,paid`;
  }),
).flat();
const shop = (...rows: readonly string[]): Files => ({ "orders.csv": [HEADER, ...SHOP, ...rows, ""].join("\n") });
const file = (...rows: readonly string[]): Files => ({ "orders.csv": [...rows, ""].join("\n") });

/** One customer as large as all others together, whose 105 orders come to 1,715.00. */
const WHALE = "w,whale,2024-03-30,1715.00,paid";

const SCHEME = `name: mine
levels: 5
segments:
  - { name: Best, r: 4-5 }
  - { name: Top, r: 5, f: 5 }
  - { name: Rest, otherwise: true }
`;

const TABLES: Files = {
  "orders.csv": "order_id,customer_id,order_date,status\n1,a,2024-01-15,paid\n2,b,2024-01-20,paid\n",
  "payments.csv": "payment_id,order_id,amount\np1,1,10.00\np2,2,20.00\n",
  "products.csv": "sku,title\nx,Mug\n",
};

const SHEETS = (...names: readonly string[]): Files => ({
  "orders.xlsx": writeWorkbook({
    sheets: names.map((name) => ({
      name,
      rows: [
        ["order_id", "customer_id", "order_date", "total"],
        ["1", "a", { date: 45_365 }, 10],
      ],
    })),
  }),
});

interface NoteCase {
  /** What is said, with its numbers. */
  readonly said: string | RegExp;
  readonly files: Files;
  readonly args?: string;
  /** Where it is not said; the shop above where left out. */
  readonly unless?: { readonly files?: Files; readonly args?: string };
  /** Run before, in the same folder, to make a file that it needs. */
  readonly first?: string;
  readonly isTerminal?: boolean;
}

const SPLIT = {
  "a.csv": "order_id,customer_id,order_date,line total,item\n6,ben,2026-03-01,4.00,tea\n7,anna,2026-03-02,10.00,mug\n",
  "b.csv": "order_id,customer_id,order_date,line total,item\n7,anna,2026-03-02,10.00,mug\n8,ben,2026-03-03,5.00,pot\n",
};
const inEuros: Files = {
  "orders.csv": ["order_id,customer_id,order_date,total,status,currency", ...SHOP.map((row) => `${row},EUR`), ""].join(
    "\n",
  ),
};

const CASES: Readonly<Record<string, NoteCase>> = {
  "scoring.fewCustomers": {
    said: "only 2 customers: their scores compare",
    files: file(HEADER, "1,a,2024-01-01,5,paid", "2,b,2024-01-02,6,paid"),
  },
  "scoring.fewValues": {
    said: "frequency is the same for every customer and monetary value has only 2 different values: their scores say little",
    files: file(
      HEADER,
      ...Array.from(
        { length: 26 },
        (_, i) => `${i},c${i},2024-03-${String(i + 1).padStart(2, "0")},${5 + (i % 2)},paid`,
      ),
    ),
  },
  "scoring.ties": {
    said: /\b80\.0% of customers bought once: frequency uses scores? /,
    files: file(
      HEADER,
      ...Array.from(
        { length: 60 },
        (_, i) => `${i},c${i % 50},2024-03-${String((i % 28) + 1).padStart(2, "0")},${5 + i},paid`,
      ),
    ),
  },
  "scoring.oneLarge": {
    said: "one customer brings 50.0% of the revenue",
    files: shop(WHALE),
    unless: {
      files: file(
        HEADER,
        ...Array.from(
          { length: 30 },
          (_, i) => `${i},c${i},2024-03-${String(1 + (i % 28)).padStart(2, "0")},${5 + (i % 6)},paid`,
        ),
      ),
    },
  },
  "scoring.outsideWindow": {
    said: "1 customer bought only before the window and is not scored",
    files: shop("w,early,2023-01-05,7.00,paid"),
    args: "--window 30d",
    unless: { files: shop("w,early,2023-01-05,7.00,paid") },
  },
  "scoring.unreachable": {
    said: /with these levels no customer can be in .* of the standard scheme/,
    files: shop(),
    args: "--levels 2",
  },
  "scoring.ntile": {
    said: "ntile makes groups of equal size by recency, frequency, monetary:",
    files: shop(),
    args: "--method ntile",
  },
  "scoring.nested": {
    said: "frequency and monetary are nested: each cell has its own cut points",
    files: shop(),
    args: "--method nested",
  },
  "scoring.onlyGrow": {
    said: "a --window that is long enough to show who stays away",
    files: shop(),
    args: "--save-model m.json",
    unless: { args: "--save-model m.json --window 12m" },
  },
  "scoring.saved": {
    said: "model written to m.json; --model m.json scores",
    files: shop(),
    args: "--save-model m.json",
  },
  "scoring.frozen": {
    said: "cut points and the standard scheme are frozen: made from 30 customers as of 2024-03-30",
    files: shop(),
    first: "--save-model m.json",
    args: "--model m.json",
  },
  "scoring.exportsWithoutCurrency": {
    said: "the model's money is EUR and the orders name no currency",
    files: { ...shop(), "euros.csv": inEuros["orders.csv"] ?? "" },
    first: "euros.csv --save-model m.json",
    args: "--model m.json",
  },
  "scoring.modelWithoutCurrency": {
    said: "the model names no currency and the orders are in EUR",
    files: { "plain.csv": shop()["orders.csv"] ?? "", ...inEuros },
    first: "plain.csv --save-model m.json",
    args: "--model m.json",
  },
  "scoring.ambiguous": {
    said: "scheme mine: two segments claim 5 cells",
    files: { ...shop(), "s.yaml": SCHEME },
    args: "--scheme s.yaml",
  },
  "scoring.neverReached": {
    said: "scheme mine: no customer can be in Top, because",
    files: { ...shop(), "s.yaml": SCHEME },
    args: "--scheme s.yaml",
  },
  "scoring.preview": { said: "of 30 customers; -o scores.csv writes them all", files: shop(), isTerminal: true },
  "reading.used": {
    said: "107 of 112 rows used as of 2024-03-30; set aside: 2 with a status that does not count (13.00), 1 without an amount, 1 without a customer (5.00), 1 on orders worth 0",
    files: shop(
      "x1,a,2024-03-01,5.00,cancelled",
      "x2,b,2024-03-01,8.00,cancelled",
      "x3,c,2024-03-01,0.00,paid",
      "x4,d,2024-03-01,,paid",
      "x5,,2024-03-01,5.00,paid",
      "x6,e,2024-03-01,5.00,paid",
      "x7,f,2024-03-01,5.00,paid",
    ),
  },
  "reading.rejects": {
    said: '1 of 106 rows could not be read and was set aside (first: orders.csv line 107, unreadable date: "soon"); --rejects FILE lists them',
    files: shop("w,x,soon,5.00,paid"),
  },
  "reading.joinedTables": {
    said: 'tables joined to the orders in orders.csv: payments.csv by "order_id"',
    files: TABLES,
    args: ".",
  },
  "reading.notNeeded": {
    said: "products.csv was skipped: nothing in it is clearly an amount or a customer of the orders",
    files: TABLES,
    args: ".",
  },
  "reading.notText": {
    said: "old.ods is not an order export and was skipped",
    files: { ...shop(), "old.ods": "x" },
    args: ".",
  },
  "reading.partlyRefunded": {
    said: "1 order worth 5.00 is partially refunded by its status, and nothing says how much went back: it counts in full",
    files: {
      "orders.csv":
        "order_id,customer_id,order_date,total,status\n1,a,2024-01-01,5.00,partially refunded\n2,b,2024-01-02,6.00,paid\n",
    },
    args: "orders.csv",
  },
  "reading.refundsElsewhere": {
    said: "refunds that are not counted, because the orders have theirs already: refunds.csv (they agree on 1 of 1 order); --refunded none counts those of the table, with their days",
    files: {
      "orders.csv":
        "order_id,customer_id,order_date,total,refunded\n1,a,2024-01-01,5.00,2.00\n2,b,2024-01-02,6.00,0.00\n",
      "refunds.csv": "order_id,refund_date,amount\n1,2024-02-01,2.00\n",
    },
    args: ".",
  },
  "reading.refundedTooMuch": {
    said: "1 order has more refunds than it cost, 0.50 in all",
    files: {
      "orders.csv": "order_id,customer_id,order_date,total\n1,a,2024-01-01,5.00\n2,b,2024-01-02,6.00\n",
      "refunds.csv": "order_id,refund_date,amount\n1,2024-02-01,2.00\n2,2024-02-01,6.50\n",
    },
    args: ".",
  },
  "reading.morePages": {
    said: 'orders.json, list "data.orders": its last page says that more pages follow',
    files: {
      "orders.json": JSON.stringify({
        data: {
          orders: {
            pageInfo: { hasNextPage: true },
            nodes: [{ id: 1, customer_id: "a", created_at: "2024-01-01", total: 5 }],
          },
        },
      }),
    },
    args: "orders.json",
  },
  "reading.otherSheets": {
    said: 'orders.xlsx, sheet "Orders" was read; "Refunds" has rows, too: --sheet NAME',
    files: SHEETS("Orders", "Refunds"),
    args: "orders.xlsx",
  },
  "reading.sheetsTogether": {
    said: 'orders.xlsx: 2 sheets with the same columns were read: "January", "February"; --sheet NAME reads one',
    files: SHEETS("January", "February"),
    args: "orders.xlsx",
  },
  "reading.noStatus": {
    said: "the exports have no status column, so every order counts",
    files: file("order_id,customer_id,order_date,total", "1,a,2024-01-01,5"),
  },
  "reading.ofCustomers": {
    said: "each row of orders.csv is a customer, not an order: the number of orders, the last order and the spend count as they stand there",
    files: file("customer_id,orders,last_order,total_spent", "a,2,2024-01-01,5"),
  },
  "reading.discountStays": {
    said: 'the amounts are "quantity" × "price"; "discount" is not taken off',
    files: file("order_id,customer_id,order_date,quantity,price,discount", "1,a,2024-01-01,2,5.00,0.10"),
    unless: {
      files: file("order_id,customer_id,order_date,quantity,price,total,discount", "1,a,2024-01-01,2,5.00,9,0.10"),
    },
  },
  "reading.inCents": {
    said: '"total_cents" counts cents by its name, so 1050 is read as 10.50: --amount-unit whole reads it as 1,050.00',
    files: file("order_id,customer_id,order_date,total_cents", "1,a,2024-01-01,500"),
    unless: {
      files: file("order_id,customer_id,order_date,total_cents", "1,a,2024-01-01,500"),
      args: "orders.csv --amount-unit whole",
    },
  },
  "reading.blankStatus": { said: "1 row without an order status is counted", files: shop("w,x,2024-03-01,5.00,") },
  "reading.splitLines": {
    said: "1 row worth 10.00 looks like a row of another file and was counted once (first: b.csv line 2)",
    files: SPLIT,
    args: "a.csv b.csv",
    unless: { files: SPLIT, args: "a.csv b.csv --duplicates keep" },
  },
  "reading.pointZero": {
    said: 'customer ids such as "17850.0" are read as 17850',
    files: file(HEADER, "1,17850.0,2024-01-01,5,paid", "2,17851.0,2024-01-02,5,paid"),
  },
  "reading.nested": {
    said: 'orders.ndjson: nested values are not read: "address" is left blank',
    files: {
      "orders.ndjson": '{"order_id":1,"customer_id":"a","order_date":"2024-01-01","total":5,"address":["Oulu"]}\n',
    },
    args: "orders.ndjson",
  },
  "reading.passedLists": {
    said: 'orders.ndjson: the list "lines" inside the records was not read; an option that names a column of a list, such as --where lines.NAME=VALUE',
    files: {
      "orders.ndjson":
        '{"order_id":1,"customer_id":"a","order_date":"2024-01-01","total":5,"lines":[{"sku":"A"},{"sku":"B"}]}\n',
    },
    args: "orders.ndjson",
  },
  "reading.otherLists": {
    said: 'orders.json, list "orders" was read; the file also has the list "people": --sheet NAME reads another list',
    files: {
      "orders.json":
        '{"orders":[{"order_id":1,"customer_id":"a","order_date":"2024-01-01","total":5}],"people":[{"id":1}]}\n',
    },
    args: "orders.json --sheet orders",
  },
  "reading.noExcludedLine": {
    said: "--exclude-lines left out nothing: no line that counts meets it",
    files: file(
      "order_id,customer_id,order_date,line total,sku",
      "1,a,2024-01-01,5,x",
      "1,a,2024-01-01,7,y",
      "2,b,2024-01-02,7,y",
    ),
    args: "--exclude-lines sku=z",
    unless: {
      files: file(
        "order_id,customer_id,order_date,line total,sku",
        "1,a,2024-01-01,5,x",
        "1,a,2024-01-01,7,y",
        "2,b,2024-01-02,7,y",
      ),
      args: "--exclude-lines sku=x",
    },
  },
  "reading.rounded": {
    said: "1 amount with more than four decimals was rounded",
    files: shop("w,x,2024-03-01,5.12345,paid"),
  },
  "reading.destroyedIds": {
    said: '2 ids like "1.23457E+12" (first: orders.csv line 107) were damaged',
    files: shop("w,1.23457E+12,2024-03-01,5,paid", "v,1.23457E+12,2024-03-02,5,paid"),
  },
  "reading.garbled": { said: "orders.csv line 107: letters such as", files: shop("w,MÃ¤ki,2024-03-01,5,paid") },
  "reading.strays": {
    said: 'orders.csv line 107, character 6: byte E4 is not UTF-8 and was read as "ä" in Windows-1252',
    files: {
      "orders.csv": Buffer.concat([
        Buffer.from([HEADER, ...SHOP, "w,Mök"].join("\n")),
        Buffer.from("\xe4ri,2024-03-01,5,paid\n", "latin1"),
      ]),
    },
  },
  "reading.linked": {
    said: "1 customer known by both an id and an e-mail address were merged",
    files: file(
      "order_id,customer_id,email,order_date,total",
      "1,a,a@example.com,2024-01-01,5",
      "2,,a@example.com,2024-01-02,5",
    ),
    args: "--link-customers",
  },
  "reading.lateAsOf": {
    said: "the as-of date 2026-01-01 is more than a year after the newest day in the data, 2024-03-30",
    files: shop(),
    args: "--as-of 2026-01-01",
    unless: { args: "--as-of 2025-03-30" },
  },
};

/** Notes that another test has, each with a phrase of the note that stands in it. */
const ELSEWHERE: Readonly<Record<string, readonly [test: string, phrase: string]>> = {
  "scoring.empty": ["commands/shaping.test.ts", "to leave no score empty"],
  "reading.sameBytes": ["cli/reading.test.ts", "and was read once"],
  "reading.ownOutput": ["cli/reading.test.ts", "was written by rfm and was skipped"],
  "reading.joinedTable": ["truth/notes.test.ts", " by "], // a part of joinedTables
  "reading.amountsElsewhere": ["exports/join/refusals.test.ts", "amounts that are not counted"],
  "reading.noStatusIn": ["options/refused.test.ts", "every order in it counts"],
  "reading.unmetStatuses": ["options/refused.test.ts", "no row has"],
  "reading.noOrderId": ["truth/exports-columns.test.ts", "no two rows share a customer and a day"],
  "reading.sameNames": ["truth/exports-columns.test.ts", "customers are identified by name only"],
  "reading.blankMargins": ["truth/exports-figures.test.ts", "it counts as 0"],
  "reading.excluded": ["options/refused.test.ts", "--exclude-customers left out no customer"],
  "ledger.onRefunds": ["truth/exports-figures.test.ts", "that --refunds ignore leaves out"],
};

/** What a ledger line says is in the note on what was used. */
const PARTS: readonly string[] = ["ledger.line"];

/** What a note says whatever its numbers and names: the longest part without one. */
function phraseOf(said: string | RegExp): RegExp {
  if (typeof said !== "string") return said;
  const [longest = ""] = said.split(/\S*[\d"]\S*|\S+\.\w+\S*/).toSorted((a, b) => b.length - a.length);
  return new RegExp(longest.trim().replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
}

async function stderrOf({ files, args = "", first, isTerminal }: NoteCase): Promise<string> {
  return inFolder({}, async (folder) => {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), content);
    }
    const call = (words: string): readonly string[] => {
      const all = words.split(" ").filter((word) => word !== "");
      const named = /^[\w.]/.test(all[0] ?? "-") ? [] : ["orders.csv"];
      return ["score", ...named, ...all];
    };
    if (first !== undefined) expect((await runRfm([...call(first), "-q", "-o", "first.csv"], folder)).status).toBe(0);
    const { status, stderr } = await runRfm(call(args), folder, { isTerminal: isTerminal === true });
    expect([args, status, stderr]).toEqual([args, 0, stderr]);
    return stderr.replace(/\s+/g, " ");
  });
}

describe("a note", () => {
  it.each(Object.entries(CASES))("%s", async (path, one) => {
    const stderr = await stderrOf(one);
    if (typeof one.said === "string") expect(stderr).toContain(one.said);
    else expect(stderr).toMatch(one.said);
    const other = await stderrOf({ said: one.said, files: shop(), ...one.unless });
    expect(other).not.toMatch(path === "reading.used" ? one.said : phraseOf(one.said)); // every run says what it used
  });

  it("stands here, or in a test that is named", () => {
    const all = ["scoring", "reading", "ledger"]
      .flatMap((topic) => pathsOf(WORDS[topic], topic))
      .filter((path) => typeof wordsAt(path) === "function" || !path.startsWith("ledger."));
    const named = [...Object.keys(CASES), ...Object.keys(ELSEWHERE), ...PARTS];
    expect(all.filter((path) => !named.includes(path))).toEqual([]);
    expect(named.filter((path) => !all.includes(path))).toEqual([]);
  });

  it.each(Object.entries(ELSEWHERE))("%s stands in the test that is named for it", (path, [test, phrase]) => {
    expect(readFileSync(new URL(`../${test}`, import.meta.url), "utf8")).toContain(phrase);
    expect(String(wordsAt(path))).toContain(phrase);
  });
});
