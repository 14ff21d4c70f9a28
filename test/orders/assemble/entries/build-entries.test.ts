import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDay } from "../../../../src/basics/calendar/days.ts";
import { InputError } from "../../../../src/errors.ts";
import { entriesOf, ledgerNow, readFiles, readLines, setAside, spendOf } from "../../../support/read-csv.ts";

const LINES = "order_id,customer_id,order_date,line total";
const TOTALS = "order_id,customer_id,order_date,total,refunded amount";

describe("an order", () => {
  it("is all rows with its id, wherever they stand", async () => {
    const history = await readLines([
      LINES,
      "1,anna,2026-03-01,10",
      "2,ben,2026-03-01,1",
      "1,anna,2026-03-01,5.50",
      "2,ben,2026-03-01,2",
    ]);
    expect(entriesOf(history)).toMatchObject([
      { order: "1", customer: "anna", net: 15.5, rows: 2, place: "orders.csv:2" },
      { order: "2", customer: "ben", net: 3, rows: 2, place: "orders.csv:3" },
    ]);
  });

  it("is of its earliest row's day", async () => {
    const history = await readLines([LINES, "1,anna,2026-03-02,10", "1,anna,2026-03-01,5", "1,anna,2026-03-03,5"]);
    expect(entriesOf(history)).toMatchObject([{ day: "2026-03-01", net: 20, rows: 3 }]);
  });

  it("is of its earliest row's day, while the exports cover the days of all rows", async () => {
    const { orders, newest, nextNewestDay } = await readLines([
      LINES,
      "1,anna,2026-03-05,10",
      "2,ben,2026-03-04,1",
      "1,anna,2026-03-01,5",
      "2,ben,2026-03-09,1",
    ]);
    expect([...orders.day].map(formatDay)).toEqual(["2026-03-01", "2026-03-04"]);
    expect([orders.firstDay, orders.lastDay, nextNewestDay ?? 0].map(formatDay)).toEqual([
      "2026-03-01",
      "2026-03-09",
      "2026-03-05",
    ]);
    expect(newest).toMatchObject({ file: "orders.csv", line: 5 });
  });

  it("is a row where the export has no order id, or the row's is blank", async () => {
    const without = await readLines(["customer_id,order_date,line total", "anna,2026-03-01,10", "anna,2026-03-01,10"]);
    expect(spendOf(without)).toEqual({ anna: "2 × 20.00" });
    const blank = await readLines([LINES, ",anna,2026-03-01,10", ",anna,2026-03-01,10"]);
    expect(spendOf(blank)).toEqual({ anna: "2 × 20.00" });
  });

  it("takes its customer and its day from the rows that have them", async () => {
    const history = await readLines([TOTALS, "1,,2026-03-01,10,", "1,anna,,,", "2,ben,2026-03-02,5,"]);
    expect(entriesOf(history)).toMatchObject([
      { order: "1", customer: "anna", day: "2026-03-01", net: 10, rows: 2 },
      { order: "2", customer: "ben" },
    ]);
  });

  it("with two customers is set aside with its money", async () => {
    const history = await readLines([
      LINES,
      "1,anna,2026-03-01,10",
      "1,ben,2026-03-01,5",
      "1,,2026-03-01,1",
      "2,cara,2026-03-01,2",
    ]);
    expect(setAside(history)).toEqual({ "two customers": "3 rows, 16.00" });
    expect(spendOf(history)).toEqual({ cara: "1 × 2.00" });
  });

  it("with two customers on different days shows that the numbering was reused", async () => {
    const reading = readLines([LINES, "1,anna,2025-03-01,10", "2,cara,2026-03-01,2", "1,ben,2026-03-01,5"]);
    await expect(reading).rejects.toThrow(InputError);
    await expect(reading).rejects.toThrow(/order 1 .*2025-03-01.*line 2.*2026-03-01.*line 4/);
  });

  it("has a customer whatever the case of an e-mail", async () => {
    const history = await readLines([
      "order_id,email,order_date,line total",
      "1,A@b.fi,2026-03-01,1",
      "1,a@B.fi,2026-03-01,2",
    ]);
    expect(spendOf(history)).toEqual({ "a@b.fi": "1 × 3.00" });
  });

  it("is the exact sum of its lines, or refused, where the sum passes 2^53 ten-thousandths on the way", async () => {
    const lines = ["900719925474.0991", "0.0002", "-900719925474.0990"].map((amount) => `1,anna,2026-03-01,${amount}`);
    const spend = await readLines([LINES, ...lines]).then(spendOf, (error: unknown) => {
      if (error instanceof InputError) return { anna: "1 × 0.0003" };
      throw error;
    });
    expect(spend).toEqual({ anna: "1 × 0.0003" });
  });

  it("without an amount on any row is set aside as such, and one with an amount somewhere is not", async () => {
    const history = await readLines([
      LINES,
      "1,anna,2026-03-01,",
      "1,anna,2026-03-01,n/a",
      "2,ben,2026-03-01,",
      "2,ben,2026-03-01,3",
    ]);
    expect(setAside(history)).toEqual({ "no amount": "2 rows, 0.00" });
    expect(spendOf(history)).toEqual({ ben: "1 × 3.00" });
    expect(history.rejects).toEqual([]);
  });

  it("without a day on any row is set aside as undated, row by row", async () => {
    const history = await readLines([TOTALS, "1,anna,,10,", "1,anna,,,", "2,ben,2026-03-02,5,"]);
    expect(setAside(history)).toEqual({ "unreadable date": "2 rows, 10.00" });
    expect(history.rejects).toMatchObject([
      { line: 2, column: "order_date", value: "", reason: "unreadable date" },
      { line: 3, column: "order_date", value: "", reason: "unreadable date" },
    ]);
  });

  it("worth nothing is no purchase, and one without a customer keeps its money in the ledger", async () => {
    const history = await readLines([LINES, "1,anna,2026-03-01,0", "2,,2026-03-01,7.50", "3,ben,2026-03-01,1"]);
    expect(setAside(history)).toEqual({ "zero amount": "1 rows, 0.00", "no customer": "1 rows, 7.50" });
    expect(spendOf(history)).toEqual({ ben: "1 × 1.00" });
  });
});

describe("a refunded amount beside its order", () => {
  it("is taken off on the order's day", async () => {
    const history = await readLines([TOTALS, "1,anna,2026-03-01,10.00,2.50", "2,anna,2026-03-05,4.00,0.00"]);
    expect(entriesOf(history)).toMatchObject([
      { net: 7.5, refund: 2.5, day: "2026-03-01", reason: null },
      { net: 4, refund: 0 },
    ]);
    expect(spendOf(history)).toEqual({ anna: "2 × 11.50" });
  });

  it("may be written with either sign", async () => {
    const history = await readLines([TOTALS, "1,anna,2026-03-01,10.00,-2.50"]);
    expect(spendOf(history)).toEqual({ anna: "1 × 7.50" });
  });

  it("that an order's rows repeat is taken off once", async () => {
    const history = await readLines([TOTALS, "1,anna,2026-03-01,10.00,2.50", "1,anna,2026-03-01,10.00,2.50"]);
    expect(spendOf(history)).toEqual({ anna: "1 × 7.50" });
  });

  it("of all the money makes it no purchase", async () => {
    const history = await readLines([TOTALS, "1,anna,2026-03-01,10.00,10.00", "2,ben,2026-03-01,1.00,"]);
    expect(setAside(history)).toEqual({ "zero amount": "1 rows, 0.00" });
    expect(spendOf(history)).toEqual({ ben: "1 × 1.00" });
  });

  it("of more than the money makes it no purchase", async () => {
    const history = await readLines([TOTALS, "1,anna,2026-03-01,10.00,12.00", "2,ben,2026-03-01,1.00,"]);
    expect(spendOf(history)).toEqual({ ben: "1 × 1.00" });
  });

  it("of lines is added up", async () => {
    const history = await readLines([
      "order_id,customer_id,order_date,line total,refunded",
      "1,anna,2026-03-01,10,1",
      "1,anna,2026-03-01,20,2",
    ]);
    expect(entriesOf(history)).toMatchObject([{ net: 27, refund: 3 }]);
  });

  it("is left out of spend with refunds ignored", async () => {
    const history = await readLines([TOTALS, "1,anna,2026-03-01,10.00,2.50"], { refunds: "ignore" });
    expect(spendOf(history)).toEqual({ anna: "1 × 10.00" });
  });
});

describe("negative rows", () => {
  it("with the order's own id on its day are part of its sum", async () => {
    const history = await readLines([LINES, "1,anna,2026-03-01,10", "1,anna,2026-03-01,-4"]);
    expect(entriesOf(history)).toMatchObject([{ net: 6, rows: 2, refund: 0 }]);
  });

  it("with the order's own id on its day are part of its sum where the amount is a whole order's too", async () => {
    const history = await readLines([
      "order_id,customer_id,order_date,total",
      "1,anna,2026-03-01,10",
      "1,anna,2026-03-01,-4",
      "2,ben,2026-03-01,1",
    ]);
    expect(spendOf(history)).toEqual({ anna: "1 × 6.00", ben: "1 × 1.00" });
  });

  it("with the order's own id on a later day are refunds on their own day", async () => {
    const history = await readLines([
      LINES,
      "1,anna,2026-03-01,10",
      "1,anna,2026-03-05,-4",
      "1,anna,2026-03-05,-1",
      "1,anna,2026-03-09,-2",
    ]);
    expect(entriesOf(history)).toMatchObject([
      { day: "2026-03-01", net: 10, rows: 1, refund: 0 },
      { day: "2026-03-05", net: -5, rows: 2, refund: 5 },
      { day: "2026-03-09", net: -2, rows: 1, refund: 2 },
    ]);
    expect(spendOf(history)).toEqual({ anna: "1 × 3.00" });
    expect(spendOf(history, { asOf: history.orders.firstDay })).toEqual({ anna: "1 × 10.00" });
  });

  it("of a whole order's amount on a later day are refunds on their own day", async () => {
    const history = await readLines([
      "order_id,customer_id,order_date,total",
      "1,anna,2026-03-01,10",
      "1,anna,2026-03-05,-4",
    ]);
    expect(entriesOf(history)).toMatchObject([
      { day: "2026-03-01", net: 10 },
      { day: "2026-03-05", net: -4 },
    ]);
  });

  it("under an id of their own are refunds on their own day", async () => {
    const history = await readLines([LINES, "1,anna,2026-03-01,10", "C2,anna,2026-03-05,-4", "C2,anna,2026-03-05,-1"]);
    expect(entriesOf(history)).toMatchObject([
      { order: "1", day: "2026-03-01", net: 10 },
      { order: "C2", day: "2026-03-05", net: -5, refund: 5, rows: 2 },
    ]);
    expect(spendOf(history)).toEqual({ anna: "1 × 5.00" });
  });

  it("without a customer take the one of the order they refer to", async () => {
    const history = await readLines([LINES, "1,anna,2026-03-01,10", "1,,2026-03-05,-4"]);
    expect(spendOf(history)).toEqual({ anna: "1 × 6.00" });
  });

  it("of customers without any purchase are set aside", async () => {
    const history = await readLines([LINES, "1,anna,2026-03-01,10", "C2,ben,2026-03-05,-4"]);
    expect(setAside(history)).toEqual({ "no purchase": "1 rows, -4.00" });
    expect(ledgerNow(history)).toMatchObject({ usedRows: 1, usedMoney: 100_000n, money: 60_000n });
  });

  it("are left out of spend with refunds ignored, and stay in the ledger", async () => {
    const history = await readLines([LINES, "1,anna,2026-03-01,10", "1,anna,2026-03-05,-4", "C2,anna,2026-03-06,-1"], {
      refunds: "ignore",
    });
    expect(spendOf(history)).toEqual({ anna: "1 × 10.00" });
    expect(setAside(history)).toEqual({ "refund ignored": "2 rows, -5.00" });
  });
});

describe("reasons of a row", () => {
  it("are the first that applies: no amount before a status, a test order and a filter", async () => {
    const history = await readLines(
      [
        "order_id,customer_id,order_date,line total,status,currency",
        "1,anna,2026-03-01,,cancelled,EUR",
        "2,anna,2026-03-01,,test,EUR",
        "3,anna,2026-03-01,,paid,USD",
        "4,anna,2026-03-01,5,paid,EUR",
      ],
      { currency: "EUR" },
    );
    expect(setAside(history)).toEqual({ "no amount": "3 rows, 0.00" });
  });

  it("are the first that applies: an unreadable date before no amount and a status", async () => {
    const history = await readLines([
      "order_id,customer_id,order_date,line total,status",
      "1,anna,,,cancelled",
      "2,anna,2026-03-41,,cancelled",
      "3,anna,2026-03-41,ten,cancelled",
      "4,anna,2026-03-01,5,paid",
    ]);
    expect(setAside(history)).toEqual({ "unreadable date": "3 rows, 0.00" });
  });

  it("are the first that applies: an unreadable amount before a status", async () => {
    const history = await readLines([
      "order_id,customer_id,order_date,line total,status",
      "1,anna,2026-03-01,ten,cancelled",
      "4,anna,2026-03-01,5,paid",
    ]);
    expect(setAside(history)).toEqual({ "unreadable amount": "1 rows, 0.00" });
  });

  it("are the first that applies: a status before two customers and no customer", async () => {
    const history = await readLines([
      "order_id,customer_id,order_date,line total,status",
      "1,anna,2026-03-01,1,cancelled",
      "1,ben,2026-03-01,2,cancelled",
      "2,,2026-03-01,4,cancelled",
      "4,anna,2026-03-01,5,paid",
    ]);
    expect(setAside(history)).toEqual({ status: "3 rows, 7.00" });
  });
});

describe("the whole ledger of a file", () => {
  it("accounts for every row and every cent", async () => {
    const history = await readLines([
      "order_id,customer_id,order_date,total,status",
      "1,anna,2026-03-01,10.00,paid",
      "1,anna,2026-03-01,10.00,paid",
      "2,anna,2026-03-02,5.00,cancelled",
      "3,,2026-03-02,2.50,paid",
      "",
      "4,ben,2026-03-03,oops,paid",
      "5,ben,2026-03-03,1.00,paid,too,many",
      "6,ben,2026-03-04,0,paid",
      "7,ben,2026-03-05,-1.25,paid",
    ]);
    expect(ledgerNow(history)).toMatchObject({
      rows: 9,
      money: 162_500n,
      usedRows: 2,
      usedMoney: 100_000n,
      purchases: 1,
      refunds: 0,
    });
    expect(setAside(history)).toEqual({
      "blank line": "1 rows, 0.00",
      "wrong number of fields": "1 rows, 0.00",
      "unreadable amount": "1 rows, 0.00",
      status: "1 rows, 5.00",
      "no customer": "1 rows, 2.50",
      "zero amount": "1 rows, 0.00",
      "no purchase": "1 rows, -1.25",
    });
  });

  it("drops a row of totals at the end, with a reason of its own", async () => {
    const history = await readLines([
      "order_id,customer_id,order_date,total",
      "1,anna,2026-03-01,10.00",
      "2,ben,2026-03-02,5.00",
      "Total,,,15.00",
    ]);
    expect(setAside(history)).toEqual({ "total row": "1 rows, 15.00" });
    expect(history.rejects).toEqual([]);
  });
});

describe("the order of rows", () => {
  /** A row of one of a few orders, each of one customer; the item tells rows apart. */
  const row = fc.record({
    order: fc.integer({ min: 1, max: 6 }),
    day: fc.integer({ min: 1, max: 9 }),
    cents: fc.integer({ min: -500, max: 2000 }),
    status: fc.constantFrom("paid", "paid", "", "cancelled"),
    named: fc.boolean(),
  });
  const rows = fc.array(row, { minLength: 1, maxLength: 15 }).map((written) =>
    written.map(({ order, day, cents, status, named }, item) => {
      const customer = named ? ["anna", "ben", "cara"][order % 3] : "";
      return `${order},${customer},2026-03-0${day},item ${item},${(cents / 100).toFixed(2)},${status}`;
    }),
  );
  const header = "order_id,customer_id,order_date,item,line total,status";
  const last = "99,zoe,2026-03-09,last,1.00,paid"; // somebody always buys on the last day

  /** Everything that does not speak of places. */
  async function resultOf(files: Readonly<Record<string, readonly string[]>>): Promise<unknown> {
    const history = await readFiles(files, { numbering: "shared" });
    const { rows: all, money, usedRows, usedMoney } = ledgerNow(history);
    return { spend: spendOf(history), all, money, usedRows, usedMoney };
  }

  it("changes neither customers nor ledger, where no status is to be inherited", async () => {
    const shuffled = rows
      .map((lines) => lines.filter((line) => !line.endsWith(",")))
      .chain((lines) => fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length })));
    await fc.assert(
      fc.asyncProperty(shuffled, async ([lines, others]) => {
        const [first, second] = [
          [header, ...lines, last],
          [header, last, ...others],
        ];
        expect(await resultOf({ "orders.csv": second })).toEqual(await resultOf({ "orders.csv": first }));
      }),
      { numRuns: 40, seed: 11 },
    );
  });

  it("and a cut into two files change nothing", async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.nat(), async (lines, cut) => {
        const at = cut % (lines.length + 1);
        const whole = { "orders.csv": [header, ...lines, last] };
        const halves = { "a.csv": [header, ...lines.slice(0, at), last], "b.csv": [header, ...lines.slice(at)] };
        if (at === lines.length) return; // the second half would have no row
        expect(await resultOf(halves)).toEqual(await resultOf(whole));
      }),
      { numRuns: 40, seed: 11 },
    );
  });
});
