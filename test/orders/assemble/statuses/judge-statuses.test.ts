import { describe, expect, it } from "vitest";
import { dayNumber, formatDay } from "../../../../src/basics/calendar/days.ts";
import { InputError } from "../../../../src/errors.ts";
import type { ReadOptions } from "../../../../src/orders/read-orders.ts";
import { readLines, setAside, spendOf } from "../../../support/read-csv.ts";

const HEADER = "order_id,customer_id,order_date,total,status";

describe("judging statuses", () => {
  const mixed = Object.freeze([
    HEADER,
    "1,anna,2026-03-01,10.00,paid",
    "2,anna,2026-03-02,5.00,Cancelled",
    "3,ben,2026-03-03,2.00,wc-completed",
    "4,ben,2026-03-04,1.00,pending",
  ]);

  it("keeps what was paid and sets aside what was not, with its money", async () => {
    const history = await readLines(mixed);
    expect(spendOf(history)).toEqual({ anna: "1 × 10.00", ben: "1 × 2.00" });
    expect(setAside(history)).toEqual({ status: "2 rows, 6.00" });
  });

  it("counts every status with its rows and money, and says whether it counts", async () => {
    const { understanding } = await readLines(mixed);
    expect(understanding.statuses).toEqual([
      { status: "paid", rows: 1, money: 100_000n, counts: true, isByAmount: false },
      { status: "Cancelled", rows: 1, money: 50_000n, counts: false, isByAmount: false },
      { status: "wc-completed", rows: 1, money: 20_000n, counts: true, isByAmount: false },
      { status: "pending", rows: 1, money: 10_000n, counts: false, isByAmount: false },
    ]);
    expect(understanding.hasStatus).toBe(true);
  });

  it("does as the options say, whatever the words mean", async () => {
    const included = await readLines(mixed, { includeStatus: ["pending"], excludeStatus: ["PAID"] });
    expect(spendOf(included)).toEqual({ ben: "2 × 3.00" });
  });

  it("counts everything where there is no status column", async () => {
    const history = await readLines(["order_id,customer_id,order_date,total", "1,anna,2026-03-01,10.00"]);
    expect(spendOf(history)).toEqual({ anna: "1 × 10.00" });
    expect(history.understanding.hasStatus).toBe(false);
  });
});

describe("the status of a refunded order in a file of no known platform", () => {
  const refunded = [HEADER, "1,anna,2026-03-01,10.00,Refunded", "2,ben,2026-03-02,5.00,hyvitetty"];
  const flags = ["order_id,customer_id,order_date,total,refunded", "1,anna,2026-03-01,10.00,yes"];
  const ben = "3,ben,2026-03-03,2.00";

  it("does not count, and counts where refunds are ignored, as with a platform's", async () => {
    const lines = [...refunded, `${ben},paid`, "4,cara,2026-03-04,1.00,cancelled"];
    expect(spendOf(await readLines(lines))).toEqual({ ben: "1 × 2.00" });
    expect(spendOf(await readLines(lines, { refunds: "ignore" }))).toEqual({ anna: "1 × 10.00", ben: "2 × 7.00" });
  });

  it("is judged alike where a column of yes and no says it", async () => {
    const lines = [...flags, `${ben},no`];
    expect(spendOf(await readLines(lines))).toEqual({ ben: "1 × 2.00" });
    expect(spendOf(await readLines(lines, { refunds: "ignore" }))).toEqual({ anna: "1 × 10.00", ben: "1 × 2.00" });
  });

  it("is a refund where its amounts are below zero, and no order where some are above", async () => {
    const paid = [HEADER, "1,anna,2026-03-01,10.00,paid", "2,ben,2026-03-01,20.00,paid"];
    const back = ["2,ben,2026-03-04,-20.00,refunded", "R1,anna,2026-03-05,-4.00,refunded"];
    expect(spendOf(await readLines([...paid, ...back]))).toEqual({ anna: "1 × 6.00", ben: "1 × 0.00" });
    expect(spendOf(await readLines([...paid, ...back], { excludeStatus: ["refunded"] }))).toEqual({
      anna: "1 × 10.00",
      ben: "1 × 20.00",
    });
  });

  it("is told order by order where its amounts are below zero and above", async () => {
    const sold = ["1,anna,2026-03-01,10.00,paid", "2,ben,2026-03-01,20.00,refunded", "3,cleo,2026-03-02,7.00,refunded"];
    const back = ["2,ben,2026-03-04,-15.00,refunded", "R1,anna,2026-03-05,-4.00,refunded"];
    const history = await readLines([HEADER, ...sold, ...back]);
    // 2 has the row that takes its money back; 3 has none; R1 takes back what anna paid
    expect(spendOf(history)).toEqual({ anna: "1 × 6.00", ben: "1 × 5.00" });
    expect(setAside(history)).toEqual({ status: "1 rows, 7.00" });
    expect(history.understanding.statuses).toEqual([
      { status: "paid", rows: 1, money: 100_000n, counts: true, isByAmount: false },
      { status: "refunded", rows: 1, money: 70_000n, counts: false, isByAmount: true },
      { status: "refunded", rows: 3, money: 10_000n, counts: true, isByAmount: true },
    ]);
    // what may take back an order that is set aside does not count either
    expect(spendOf(await readLines([HEADER, ...sold, ...back, "R2,cleo,2026-03-06,-7.00,refunded"]))).toEqual({
      anna: "1 × 6.00",
      ben: "1 × 5.00",
    });
    expect(spendOf(await readLines([HEADER, ...sold, ...back], { excludeStatus: ["refunded"] }))).toEqual({
      anna: "1 × 10.00",
    });
    expect(spendOf(await readLines([HEADER, ...sold, ...back], { includeStatus: ["refunded"] }))).toEqual({
      anna: "1 × 6.00",
      ben: "1 × 5.00",
      cleo: "1 × 7.00",
    });
  });

  it("takes nothing back that does not count", async () => {
    const lines = [
      "1,anna,2026-03-01,10.00,paid",
      "2,ben,2026-03-01,20.00,cancelled",
      "2,ben,2026-03-04,-20.00,refunded",
    ];
    const whole = "3,ben,2026-03-02,7.00,refunded";
    const history = await readLines([HEADER, ...lines, whole]);
    expect(spendOf(history)).toEqual({ anna: "1 × 10.00" });
    expect(setAside(history)).toEqual({ status: "3 rows, 7.00" });
  });

  it("does not count where --exclude-status names it", async () => {
    const options = { refunds: "ignore", excludeStatus: ["refunded"] } as const;
    expect(spendOf(await readLines([...refunded, `${ben},paid`], options))).toEqual({ ben: "2 × 7.00" });
  });
});

describe("a blank status", () => {
  it("takes that of its order's first row that has one", async () => {
    const history = await readLines([
      HEADER,
      "1,anna,2026-03-01,10.00,cancelled",
      "1,anna,2026-03-01,10.00,",
      "2,ben,2026-03-01,,",
      "2,ben,2026-03-01,2.00,paid",
      "3,cara,2026-03-01,,",
      "3,cara,2026-03-01,4.00,voided",
    ]);
    expect(setAside(history)).toEqual({ status: "4 rows, 14.00" });
    expect(spendOf(history)).toEqual({ ben: "1 × 2.00" });
  });

  it("counts where the whole order has none", async () => {
    const history = await readLines([HEADER, "1,anna,2026-03-01,10.00,", "2,ben,2026-03-01,2.00,paid"]);
    expect(spendOf(history)).toEqual({ anna: "1 × 10.00", ben: "1 × 2.00" });
  });
});

describe("an unknown status", () => {
  const unknown = Object.freeze([
    HEADER,
    "1,anna,2026-03-01,10.00,flarbled",
    "2,anna,2026-03-01,2.50,flarbled",
    "3,anna,2026-03-01,1.00,zonked",
    "4,ben,2026-03-01,7.00,paid",
  ]);

  it("stops the run with the values, their rows and money", async () => {
    const reading = readLines(unknown);
    await expect(reading).rejects.toThrow(InputError);
    await expect(reading).rejects.toThrow(/"flarbled" \(2 rows, 12\.50\), "zonked" \(1 row, 1\.00\)/);
    await expect(reading).rejects.toMatchObject({ hint: expect.stringContaining("--unknown-status") });
  });

  it("is settled for all by one option, or one by one", async () => {
    expect(spendOf(await readLines(unknown, { unknownStatus: "include" }))).toEqual({
      anna: "3 × 13.50",
      ben: "1 × 7.00",
    });
    expect(spendOf(await readLines(unknown, { unknownStatus: "exclude" }))).toEqual({ ben: "1 × 7.00" });
    const named = await readLines(unknown, { includeStatus: ["Zonked"], excludeStatus: ["flarbled"] });
    expect(spendOf(named)).toEqual({ anna: "1 × 1.00", ben: "1 × 7.00" });
  });

  it("does not stop the run where its rows cannot be read anyway", async () => {
    const history = await readLines([HEADER, "1,anna,2026-03-41,10.00,flarbled", "4,ben,2026-03-01,7.00,paid"]);
    expect(spendOf(history)).toEqual({ ben: "1 × 7.00" });
  });
});

describe("a test order", () => {
  it("is set aside as such, and does not move the as-of date", async () => {
    const history = await readLines([HEADER, "1,anna,2026-03-01,10.00,paid", "2,anna,2026-03-09,1.00,test"]);
    expect(setAside(history)).toEqual({ "test order": "1 rows, 1.00" });
    expect(formatDay(history.newest.day)).toBe("2026-03-01");
  });

  it("unlike a cancelled one, which shows how far the data runs", async () => {
    const history = await readLines([HEADER, "1,anna,2026-03-01,10.00,paid", "2,anna,2026-03-09,1.00,cancelled"]);
    expect(formatDay(history.newest.day)).toBe("2026-03-09");
  });
});

describe("a status beside a filter", () => {
  const staff = Object.freeze([
    HEADER,
    "1,anna,2026-03-01,10.00,paid",
    "2,ben,2026-03-02,5.00,cancelled",
    "3,ben,2026-03-03,3.00,test",
    "4,ben,2026-03-04,2.00,paid",
  ]);

  it.each<[string, ReadOptions]>([
    ["excluded customers", { excludeCustomers: new Set(["ben"]) }],
    ["conditions", { where: [{ column: "customer_id", values: ["anna"] }] }],
    ["days", { until: dayNumber(2026, 3, 1) }],
  ])("is the reason that comes first: %s", async (_, options) => {
    const history = await readLines(staff, options);
    expect(setAside(history)).toEqual({
      "test order": "1 rows, 3.00",
      status: "1 rows, 5.00",
      filtered: "1 rows, 2.00",
    });
    expect(spendOf(history)).toEqual({ anna: "1 × 10.00" });
  });

  it("counts the rows that it sets aside, as the ledger does", async () => {
    const { understanding } = await readLines(staff, { excludeCustomers: new Set(["ben"]) });
    expect(understanding.statuses.map(({ status, rows }) => [status, rows])).toEqual([
      ["paid", 1],
      ["cancelled", 1],
      ["test", 1],
    ]);
  });

  it("asks nothing where it is unknown on filtered rows only", async () => {
    const lines = [HEADER, "1,anna,2026-03-01,10.00,paid", "2,ben,2026-03-02,5.00,flarbled"];
    const history = await readLines(lines, { excludeCustomers: new Set(["ben"]) });
    expect(setAside(history)).toEqual({ filtered: "1 rows, 5.00" });
    await expect(readLines(lines)).rejects.toThrow(/flarbled/);
  });

  it("keeps a filtered test order from moving the as-of date", async () => {
    const lines = [HEADER, "1,anna,2026-03-01,10.00,paid", "2,ben,2026-03-09,1.00,test"];
    const history = await readLines(lines, { excludeCustomers: new Set(["ben"]) });
    expect(formatDay(history.newest.day)).toBe("2026-03-01");
  });

  it("gives way to an amount that is blank on every row of the order", async () => {
    const lines = [HEADER, "1,anna,2026-03-01,10.00,paid", "2,ben,2026-03-02,,cancelled", "3,ben,2026-03-03,,paid"];
    const history = await readLines(lines, { excludeCustomers: new Set(["ben"]) });
    expect(setAside(history)).toEqual({ "no amount": "2 rows, 0.00" });
  });
});
