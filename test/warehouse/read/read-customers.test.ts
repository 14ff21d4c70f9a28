import { describe, expect, it } from "vitest";
import { dayNumber } from "../../../src/basics/calendar/days.ts";
import { InputError } from "../../../src/errors.ts";
import type { ConnectedEngine } from "../../../src/warehouse/engines/connect.ts";
import type { Cell } from "../../../src/warehouse/engines/engine.ts";
import { lookAtTable } from "../../../src/warehouse/read/look-at-table.ts";
import { fakeEngine, ORDERS, readFake, requestFor } from "./fake-engine.ts";

const day = (text: string): number => {
  const [year = 0, month = 0, date = 0] = text.split("-").map(Number);
  return dayNumber(year, month, date);
};

/** A group of the overview: rows of one day that are alike. */
function group(on: string | null, rows: number, money: number, rest: Partial<Record<Field, Cell>> = {}): Cell[] {
  const all = { status: "paid", currency: "EUR", customer: 1, wanted: 1, amount: 1, sign: Math.sign(money), ...rest };
  const { status, currency, customer, wanted, amount, sign } = all;
  return [on === null ? null : day(on), status, currency, customer, wanted, amount, sign, String(rows), String(money)];
}
type Field = "status" | "currency" | "customer" | "wanted" | "amount" | "sign";

/** A customer: id, first and last day, orders in the window and ever, frequency, rows, spend. */
const customer = (id: string, on: string, orders: number, spend: number): Cell[] => [
  id,
  day(on),
  day(on),
  orders,
  orders,
  orders,
  orders,
  String(spend),
];

describe("readCustomers", () => {
  it("sorts customers by code unit, which no engine does", async () => {
    const ids = ["😀", "Ａ", "b", "B", "ä", "a"];
    const customers = ids.map((id) => customer(id, "2024-05-01", 1, 10_000));
    const read = await readFake({ overview: [group("2024-05-01", 6, 60_000)], customers });
    expect(read.customers.ids).toEqual(["B", "a", "b", "ä", "😀", "Ａ"]);
    expect(read.alikeKeys).toBe(2);
  });

  it.each([
    ["takes the e-mail address and then the telephone number of rows without an id", 2, true],
    ["asks for the plain column where every row has its id, so that engines add up where the rows are", 1, false],
  ])("%s", async (_, flag, expected) => {
    const columns = { ...ORDERS, phone: "text", "E-mail": "text", contact_email: "text" } as const;
    const asked: string[] = [];
    const customers = [customer("a", "2024-05-01", 1, 10_000)];
    const overview = [group("2024-05-01", 1, 10_000, { customer: flag })];
    const read = await readFake({ columns, overview, customers, asked });
    expect(read.columns.customerElse).toEqual(expected ? ["E-mail", "phone"] : undefined);
    expect(asked[0]).toContain('THEN 1 WHEN ("customer_id" IS NOT NULL AND');
    expect(asked[1]?.includes('"E-mail"')).toBe(expected);
    expect(read.ledger).toMatchObject({ usedRows: 1, setAside: [] });
  });

  it("has nobody's address in place of an id where the address is the key, or is no text", async () => {
    const customers = [customer("a", "2024-05-01", 1, 10_000)];
    const overview = [group("2024-05-01", 1, 10_000, { customer: 2 })];
    const columns = {
      email: "text",
      other_email: "text",
      phone: "exact number",
      ordered_at: "date",
      total: "exact number",
    } as const;
    const read = await readFake({ columns, overview, customers }, { choice: { customer: "email" } });
    expect(read.columns.customerElse).toEqual([]);
  });

  it("accounts for every row, by the first reason that applies", async () => {
    const overview = [
      group("2024-05-01", 3, 300_000),
      group("2024-05-02", 1, -50_000),
      group("2024-05-03", 1, 10_000, { customer: 0 }),
      group("2024-05-03", 2, 20_000, { status: "cancelled", customer: 0 }),
      group("2024-05-04", 1, 5_000, { status: "test" }),
      group("2024-05-03", 4, 0),
      group("2024-05-03", 5, 0, { amount: 0, sign: 0 }),
      group("2024-05-03", 6, 60_000, { wanted: 0, customer: 0 }),
      group(null, 7, 70_000),
      group("2024-05-03", 8, 80_000, { currency: "SEK" }),
    ];
    const customers = [
      customer("a", "2024-05-01", 3, 280_000),
      ["b", null, null, 0, 0, 0, 1, "-30000"], // money back, and no purchase
    ];
    const read = await readFake({ overview, customers }, { currency: "EUR" });
    const { ledger } = read;
    expect(
      Object.fromEntries(ledger.setAside.map(({ reason, rows, money }) => [reason, [rows, Number(money)]])),
    ).toEqual({
      "unreadable date": [7, 70_000],
      "no amount": [5, 0],
      "test order": [1, 5_000],
      status: [2, 20_000],
      filtered: [6, 60_000],
      "other currency": [8, 80_000],
      "no customer": [1, 10_000],
      "zero amount": [4, 0],
      "no purchase": [1, -30_000],
    });
    expect([ledger.rows, ledger.usedRows, Number(ledger.usedMoney)]).toEqual([38, 3, 280_000]);
    // as-of is the newest day of any row but test orders
    expect(read.asOf).toBe(day("2024-05-03"));
  });

  it("asks for the statuses that count exactly as they are written", async () => {
    const asked: string[] = [];
    const overview = [
      group("2024-05-01", 1, 10_000, { status: "Paid " }),
      group("2024-05-01", 1, 10_000, { status: "it's mine" }),
      group("2024-05-01", 1, 10_000, { status: null }),
      group("2024-05-01", 1, 10_000, { status: "refunded" }),
    ];
    const customers = [customer("a", "2024-05-01", 3, 30_000)];
    await readFake({ overview, customers, asked }, { statuses: { includeStatus: ["It's mine"] } });
    expect(asked[1]).toContain(`= '' OR CAST("status" AS text) IN ('Paid ', 'it''s mine'))`);
  });

  it("leaves out customers outside the window, and counts them", async () => {
    const customers = [
      customer("a", "2024-05-01", 1, 10_000),
      ["old", day("2022-01-01"), null, 0, 2, 0, 0, "0"] as Cell[],
    ];
    const overview = [group("2024-05-01", 1, 10_000), group("2022-01-01", 2, 40_000)];
    const rule = { from: day("2024-01-01"), windowFor: "rfm", frequency: "orders", monetary: "total" } as const;
    const read = await readFake({ overview, customers }, { rule: () => rule, asOf: day("2024-05-01") });
    expect([read.customers.length, read.customers.outsideWindow]).toEqual([1, 1]);
    expect(read.ledger.setAside).toMatchObject([{ reason: "before window", rows: 2 }]);
  });
});

const PAID = [group("2024-05-01", 2, 20_000)];

describe("readCustomers refuses", () => {
  it.each([
    [
      "a status that nobody knows",
      [group("2024-05-01", 3, 12_345, { status: "moin" })],
      {},
      /"moin" \(3 rows, 1\.2345\)/,
    ],
    [
      "several currencies",
      [...PAID, group("2024-05-01", 1, 5_000, { currency: "sek" })],
      {},
      /the table mixes currencies, which cannot be added up: EUR \(2 rows, 2\.00\), SEK \(1 row, 0\.50\)/,
    ],
    ["a currency that is not there", PAID, { currency: "USD" }, /no row is in USD \(found: EUR \(2 rows, 2\.00\)\)/],
    [
      "money that names no currency beside money that does",
      [...PAID, group("2024-05-01", 1, 5_000, { currency: null })],
      { currency: "EUR" },
      /1 row \(0\.50\) names no currency/,
    ],
    [
      "a newest day that lies far ahead",
      [...PAID, group("2042-05-01", 1, 10_000)],
      {},
      /shop\.orders: the newest day is 2042-05-01, more than a year after the next newest, 2024-05-01/,
    ],
    ["a table without a day", [group(null, 2, 20_000)], {}, /no row has a date/],
    ["a table without customers", [group("2024-05-01", 2, 20_000, { customer: 0 })], {}, /no customer to score/],
  ] as const)("%s", async (_, overview, wanted, says) => {
    await expect(readFake({ overview }, wanted)).rejects.toThrow(says);
    await expect(readFake({ overview }, wanted)).rejects.toMatchObject({ kind: "input" });
  });

  it.each([
    [
      "a double as money",
      { ...ORDERS, total: "double" },
      {},
      /"total" is a a type for double: sums of such numbers are not exact/,
    ],
    [
      "text as money",
      { ...ORDERS, total: "text" },
      {},
      /"total" has the type a type for text, which cannot be read as an amount/,
    ],
    [
      "text as a day",
      { ...ORDERS, ordered_at: "text" },
      {},
      /"ordered_at" has the type a type for text, which cannot be read as a day/,
    ],
    ["a double as a key", { ...ORDERS, customer_id: "double" }, {}, /cannot be read as a customer's key/],
    [
      "a table without an amount",
      { customer_id: "text", ordered_at: "date" },
      {},
      /no column recognised as the amount \(found: customer_id, ordered_at\)/,
    ],
    ["two amounts", { ...ORDERS, grand_total: "exact number" }, {}, /"total" or "grand_total": which column is it\?/],
    ["a column that is not there", ORDERS, { amount: "Total" }, /no column "Total" \(found: customer_id, /],
    [
      "a zone for a day without one",
      ORDERS,
      { timeZone: "Europe/Helsinki" },
      /--time-zone Europe\/Helsinki: "ordered_at" is a/,
    ],
  ] as const)("%s", async (_, columns, choice, says) => {
    await expect(readFake({ columns, overview: PAID }, { choice })).rejects.toThrow(says);
  });

  it("a spend that cannot be added up exactly", async () => {
    const customers = [customer("a", "2024-05-01", 1, 0).with(7, "9007199254740992")];
    await expect(readFake({ overview: PAID, customers })).rejects.toThrow(/too large to add up exactly/);
  });
});

describe("readCustomers takes", () => {
  const customers = [customer("a", "2024-05-01", 2, 20_000)];

  it("a double as money where it is to be rounded, and says so", async () => {
    const columns = { ...ORDERS, total: "double" } as const;
    const read = await readFake({ columns, overview: PAID, customers }, { choice: { roundMoney: true } });
    expect(read.roundsMoney).toBe(true);
  });

  it("a moment on its day in UTC, or in the zone that was asked for", async () => {
    const columns = { ...ORDERS, ordered_at: "moment" } as const;
    const read = (timeZone?: string) => readFake({ columns, overview: PAID, customers }, { choice: { timeZone } });
    expect((await read()).timeZone).toBe("UTC");
    expect((await read("Asia/Tokyo")).timeZone).toBe("Asia/Tokyo");
  });

  it("says that nobody bought in the window, or yet, or ever, as of a file", async () => {
    const last = dayNumber(2024, 3, 9);
    const answers = { overview: [[last, "paid", "EUR", 1, 1, 1, 1, 2, "250000"]] } as const;
    const inWindow = (from: number) => ({ from, windowFor: "rfm", frequency: "orders", monetary: "total" }) as const;
    const outside = { ...answers, customers: [["anna", null, null, 0, 1, 0, 0, "0"]] } as const;
    await expect(readFake(outside, { asOf: last + 60, rule: () => inWindow(last + 30) })).rejects.toMatchObject({
      message: "shop.orders: no customer to score: no purchase in the window 2024-04-08 to 2024-05-08",
      hint: "1 customer bought before it; choose a longer --window",
    });
    await expect(readFake(answers, { asOf: last - 1 })).rejects.toMatchObject({
      message: "shop.orders: no customer to score: nothing was bought on or before 2024-03-08",
      hint: "the first purchase is of 2024-03-09; choose a later day (--as-of, or --from of rfm compare)",
    });
    const refund = [[last, "paid", "EUR", 1, 1, 1, -1, 2, "-250000"]] as const;
    await expect(readFake({ overview: refund })).rejects.toMatchObject({
      message: "shop.orders: no customer to score: no row is a purchase by a known customer",
      hint: "check which statuses count, the as-of date and the conditions",
    });
  });

  it("names the column whose values the engine cannot add up, and how many they are", async () => {
    const asked: string[] = [];
    const failing = (counts: readonly number[]): ConnectedEngine => {
      const engine = fakeEngine({ overview: PAID });
      return {
        ...engine,
        rows: async (query, doing) => {
          if (doing === "looking at the rows") throw new InputError("postgres://db/shop: cannot convert NaN to bigint");
          asked.push(query);
          return [counts];
        },
        run: async (statement) => {
          asked.push(statement);
        },
      };
    };
    await expect(lookAtTable(failing([3, 0]), requestFor())).rejects.toMatchObject({
      message: 'shop.orders: "total" is NaN or infinite in 3 rows, which is no amount',
      hint: expect.stringContaining("make a view without them") as string,
      kind: "input",
    });
    expect(asked).toEqual([
      "ROLLBACK",
      `SELECT count(CASE WHEN CAST("total" AS double precision) IN ('NaN', 'Infinity', '-Infinity') THEN 1 END), count(CASE WHEN NOT isfinite("ordered_at") THEN 1 END) FROM "shop"."orders"`,
    ]);
    await expect(lookAtTable(failing([0, 1]), requestFor())).rejects.toThrow(
      '"ordered_at" is infinite in 1 row, which is no day',
    );
    await expect(lookAtTable(failing([0, 0]), requestFor())).rejects.toThrow("cannot convert NaN to bigint");
    asked.length = 0;
    const stopped = { ...failing([3, 0]), wasCancelled: () => true };
    await expect(lookAtTable(stopped, requestFor())).rejects.toThrow("cannot convert NaN to bigint");
    expect(asked).toEqual([]);
  });
});
