/**
 * Rules of the design that the real fixture never meets (it has no order of two days or of two customers, and only whole
 * months), on two shops small enough to work out by hand. The second way is held to the same numbers.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runInProcess } from "../support/run-rfm.ts";
import { firstDifference } from "./exports.ts";
import { dayText, moneyNumber, readLines, toCustomers, toEntries, toLedger, toRetention } from "./naive.ts";

const header = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";

/** Invoice, quantity, date, price, customer; the file's lines 2 to 21. */
const smallShop = [
  "1001,2,1/13/2011,5.00,", // takes the customer of its other row, which is of the day after: 12.50 on the 13th
  "1001,1,1/14/2011,2.50,20001",
  "1002,1,1/20/2011,10.00,20002",
  "1002,-1,1/20/2011,4.00,20002", // the same day: part of the order, 6.00
  "1002,-1,2/15/2011,1.00,20002", // a later day: a refund on its own day
  "1003,1,1/25/2011,3.00,20003", // two customers in one order: both rows set aside
  "1003,1,1/25/2011,4.00,20004",
  "C1004,-2,1/26/2011,3.00,20005", // never bought
  "1005,3,1/27/2011,0.00,20001",
  "1006,1,1/28/2011,7.00,",
  "C1015,-1,1/30/2011,5.00,20007", // given back before the first order that the exports show
  "1009,1,2/10/2011,100.00,20006",
  "1011,1,2/11/2011,50.00,20007",
  "1012,1,2/12/2011,30.00,20008",
  "C1007,-1,2/20/2011,20.00,20002", // more than was ever spent
  "1010,1,3/5/2011,150.00,20006",
  "1008,3,3/21/2011,0.33335,20001", // 1.00005: rounded away from zero to 1.0001
  "1013,1,3/30/2011,20.00,20008",
  "1016,1,4/2/2011,8.00,20008",
  "1014,1,4/15/2011,1.00,", // the newest day, though nobody's
];

/** Nobody bought in February: an export is missing, most likely. */
const gappyShop = [
  "1,1,1/1/2011,10.00,20001",
  "2,1,1/31/2011,10.00,20002",
  "3,1,3/2/2011,10.00,20001",
  "4,1,4/13/2011,10.00,20001",
  "5,1,4/30/2011,10.00,20002",
];

const folder = mkdtempSync(join(tmpdir(), "rfm-small-shop-"));
const smallFile = writeShop("small.csv", smallShop);
const gappyFile = writeShop("gappy.csv", gappyShop);

const reversedFile = writeShop("reversed.csv", smallShop.toReversed());
const ordersFile = join(folder, "orders.csv");

let outputs: Record<
  "scores" | "scoresCsv" | "scoresReversed" | "scoresOfOrders" | "report" | "retention" | "gappy",
  string
>;

beforeAll(async () => {
  await rfm(["orders", smallFile, "-o", ordersFile]);
  outputs = {
    scores: await rfm(["score", smallFile, "--format", "json"]),
    scoresCsv: await rfm(["score", smallFile]),
    scoresReversed: await rfm(["score", reversedFile]),
    scoresOfOrders: await rfm(["score", ordersFile]),
    report: await rfm(["report", smallFile, "--format", "json"]),
    retention: await rfm(["retention", smallFile, "--format", "json"]),
    gappy: await rfm(["retention", gappyFile, "--format", "json"]),
  };
});

async function rfm(args: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await runInProcess(args);
  expect([status, stderr]).toEqual([0, stderr]);
  return stdout;
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function writeShop(name: string, rows: readonly string[]): string {
  const path = join(folder, name);
  const records = rows.map((row) => {
    const [invoice, quantity, date, price, customer] = row.split(",");
    return `${invoice},85123A,LANTERN,${quantity},${date} 10:00,${price},${customer},Finland`;
  });
  writeFileSync(path, [header, ...records, ""].join("\r\n"));
  return path;
}

describe("the ledger of a shop worked out by hand", () => {
  const ledger = toLedger(toEntries(readLines([smallFile])));

  it("uses 14 of 20 rows, 9 purchases and 3 refunds, worth 351.5001 of 360.5001", () => {
    const expected = { rows: 20, money: 360.5001, used_rows: 14, used_money: 351.5001, orders: 9, refunds: 3 };
    expect(JSON.parse(outputs.report).ledger).toMatchObject(expected);
    expect({
      rows: ledger.rows,
      money: moneyNumber(ledger.money),
      used_rows: ledger.usedRows,
      used_money: moneyNumber(ledger.usedMoney),
      orders: ledger.orders,
      refunds: ledger.refunds,
    }).toEqual(expected);
  });

  it("names why each of the other six was set aside, its money and the first line", () => {
    const expected = [
      { reason: "no customer", rows: 2, entries: 2, money: 8, line: 11 },
      { reason: "no purchase", rows: 1, entries: 1, money: -6, line: 9 },
      { reason: "two customers", rows: 2, entries: 1, money: 7, line: 7 },
      { reason: "zero amount", rows: 1, entries: 1, money: 0, line: 10 },
    ].map((one) => ({ ...one, file: smallFile }));
    const byReason = (a: { reason: string }, b: { reason: string }): number => (a.reason < b.reason ? -1 : 1);
    expect(JSON.parse(outputs.report).ledger.set_aside.toSorted(byReason)).toEqual(expected);
    expect(ledger.setAside.map((one) => ({ ...one, money: moneyNumber(one.money) })).toSorted(byReason)).toEqual(
      expected,
    );
  });
});

describe("the customers of a shop worked out by hand", () => {
  it("keep their purchases and days when refunds take more than was spent", () => {
    const customers = [
      ["20001", "2011-01-13", "2011-03-21", 25, 2, 13.5001, 6.75005, "432", "Potential Loyalist"],
      ["20002", "2011-01-20", "2011-01-20", 85, 1, -15, -15, "111", "Lost"],
      ["20006", "2011-02-10", "2011-03-05", 41, 2, 250, 125, "335", "Loyal"],
      ["20007", "2011-02-11", "2011-02-11", 63, 1, 45, 45, "213", "About To Sleep"],
      ["20008", "2011-02-12", "2011-04-02", 13, 3, 58, 58 / 3, "554", "Champions"],
    ];
    const rows: Record<string, unknown>[] = JSON.parse(outputs.scores);
    const columns = "customer_id,first_order,last_order,recency_days,frequency,monetary_value,average_order_value";
    expect(rows.map((row) => [...columns.split(","), "rfm_cell", "segment"].map((column) => row[column]))).toEqual(
      customers,
    );
    expect(
      toCustomers(toEntries(readLines([smallFile]))).customers.map((one) => [
        one.id,
        dayText(one.firstDay),
        dayText(one.lastDay),
        one.recencyDays,
        one.frequency,
        moneyNumber(one.spend),
        one.averageOrderValue,
        one.cell,
        one.segment,
      ]),
    ).toEqual(customers);
  });
});

describe("the scores of a shop worked out by hand", () => {
  it("are the same bytes with the rows in reverse order", () => {
    expect(firstDifference(outputs.scoresReversed, outputs.scoresCsv)).toBeNull();
  });

  it("are the same bytes from its orders as understood, split orders and nobody's newest day included", () => {
    expect(firstDifference(outputs.scoresOfOrders, outputs.scoresCsv)).toBeNull();
  });
});

describe("the retention of shops worked out by hand", () => {
  const unknown = {
    retention_rate: null,
    retention_low: null,
    retention_high: null,
    churn_rate: null,
    returning_rate: null,
    gross_revenue_retention: null,
    net_revenue_retention: null,
  };

  it("has counts for months cut short by the export, and rates only where two whole months meet", () => {
    const months = [
      {
        period: "2011-01",
        first_day: "2011-01-01",
        last_day: "2011-01-31",
        complete: false,
        before: null,
        customers: 2,
        retained: 0,
        lost: null,
        new: 2,
        reactivated: 0,
        orders: 2,
        revenue: 13.5, // 12.50 + 6.00 - 5.00
        ...unknown,
      },
      {
        period: "2011-02",
        first_day: "2011-02-01",
        last_day: "2011-02-28",
        complete: true,
        before: 2,
        customers: 3,
        retained: 0,
        lost: 2,
        new: 3,
        reactivated: 0,
        orders: 3,
        revenue: 159, // 180.00 - 1.00 - 20.00
        ...unknown,
      },
      {
        period: "2011-03",
        first_day: "2011-03-01",
        last_day: "2011-03-31",
        complete: true,
        before: 3,
        customers: 3,
        retained: 2,
        lost: 1,
        new: 0,
        reactivated: 1,
        orders: 3,
        revenue: 171.0001,
        retention_rate: 2 / 3,
        retention_low: expect.closeTo(0.20766, 5), // Wilson's interval for 2 of 3
        retention_high: expect.closeTo(0.93851, 5),
        churn_rate: 1 - 2 / 3,
        returning_rate: 1,
        gross_revenue_retention: 120 / 180, // before 100, 50, 30; now 150, 0, 20
        net_revenue_retention: 170 / 180,
      },
      {
        period: "2011-04",
        first_day: "2011-04-01",
        last_day: "2011-04-30",
        complete: false,
        before: 3,
        customers: 1,
        retained: 1,
        lost: null,
        new: 0,
        reactivated: 0,
        orders: 1,
        revenue: 8,
        ...unknown,
      },
    ];
    expect(JSON.parse(outputs.retention)).toEqual(months);
    expect(toRetention(toEntries(readLines([smallFile])))).toEqual(months);
  });

  it("has no rates for a month without one order, nor for the month after it", () => {
    const rates = (rows: readonly { readonly [column: string]: unknown }[]): unknown[] =>
      rows.map((row) => [row["period"], row["retention_rate"], row["churn_rate"], row["net_revenue_retention"]]);
    const expected = [
      ["2011-01", null, null, null],
      ["2011-02", null, null, null],
      ["2011-03", null, null, null],
      ["2011-04", 1, 0, 1],
    ];
    expect(rates(JSON.parse(outputs.gappy))).toEqual(expected);
    expect(rates(toRetention(toEntries(readLines([gappyFile]))).map((row) => ({ ...row })))).toEqual(expected);
  });
});
