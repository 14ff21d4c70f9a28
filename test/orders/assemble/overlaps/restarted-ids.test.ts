/** Exports whose order ids start again in each file or sheet, next to exports that overlap. */
import { describe, expect, it } from "vitest";
import { expectAgreement, withFiles } from "../../../support/both-readers.ts";
import { entriesOf, type Files, readFiles, setAside, spendOf } from "../../../support/read-csv.ts";
import { writeWorkbook } from "../../../support/write-workbook.ts";

const TOTALS = "order_id,customer_id,order_date,total,status";
const LINES = "order_id,customer_id,order_date,item,line total";
const PER_FILE = { numbering: "per-file" } as const;

/** Two months of three orders each, 1 to 3 in both. */
const MONTHS: Files = {
  "2026-01.csv": [TOTALS, "1,anna,2026-01-05,10,paid", "2,ben,2026-01-09,20,paid", "3,anna,2026-01-20,30,paid"],
  "2026-02.csv": [TOTALS, "1,cleo,2026-02-03,5,paid", "2,anna,2026-02-11,7,paid", "3,ben,2026-02-27,9,paid"],
};

/** The same two customers in each month, one for the same amount. */
const SAME_CUSTOMERS: Files = {
  "1.csv": [TOTALS, "1,anna,2026-01-05,5,paid", "2,ben,2026-01-09,6,paid"],
  "2.csv": [TOTALS, "1,anna,2026-02-05,8,paid", "2,ben,2026-02-09,6,paid"],
};

/** January again, with more of its days, and an order that was changed: its amount and status. */
const JANUARY_AGAIN = [TOTALS, "2,ben,2026-01-09,15,refunded", "3,anna,2026-01-20,30,paid", "4,dora,2026-01-31,4,paid"];

describe("order ids that start again in the next file", () => {
  it("stop the run with the files, an example of both and the option", async () => {
    await expect(readFiles(MONTHS)).rejects.toMatchObject({
      name: "InputError",
      message:
        "all 3 order ids that 2026-01.csv and 2026-02.csv share are of other days there, such as 1: 2026-01.csv line 2 (anna, 2026-01-05) and 2026-02.csv line 2 (cleo, 2026-02-03): does each file number its orders by itself?",
      hint: expect.stringContaining("--numbering per-file"),
    });
  });

  it("count as orders of their own where each file has its own numbering", async () => {
    const history = await readFiles(MONTHS, PER_FILE);
    expect(spendOf(history)).toEqual({ anna: "3 × 47.00", ben: "2 × 29.00", cleo: "1 × 5.00" });
    expect(setAside(history)).toEqual({});
    expect(entriesOf(history).map(({ order }) => order)).toEqual(["1", "2", "3", "1", "2", "3"]);
  });

  it("are one order where the user says that ids are shared: the newer version stays", async () => {
    const history = await readFiles(SAME_CUSTOMERS, { numbering: "shared" });
    expect(spendOf(history)).toEqual({ anna: "1 × 8.00", ben: "1 × 6.00" });
    expect(setAside(history)).toEqual({ duplicate: "2 rows, 11.00" });
  });

  it("are seen by their days where the same customers buy every month, some for the same amount", async () => {
    await expect(readFiles(SAME_CUSTOMERS)).rejects.toThrow("all 2 order ids");
    expect(spendOf(await readFiles(SAME_CUSTOMERS, PER_FILE))).toEqual({ anna: "2 × 13.00", ben: "2 × 12.00" });
  });

  it("that a few customers give twice by chance stop the run all the same, with the option", async () => {
    const files: Files = {
      "1.csv": [TOTALS, "1,anna,2026-01-05,10,paid", "2,ben,2026-01-09,20,paid", "3,cleo,2026-01-09,20,paid"],
      "2.csv": [TOTALS, "1,ben,2026-02-05,10,paid", "2,ben,2026-01-09,20,paid", "3,cleo,2026-01-09,20,paid"],
    };
    await expect(readFiles(files)).rejects.toMatchObject({
      message: expect.stringContaining("order 1 belongs to different customers on different days"),
      hint: expect.stringContaining("--numbering per-file"),
    });
    expect(spendOf(await readFiles(files, PER_FILE))).toEqual({
      anna: "1 × 10.00",
      ben: "2 × 30.00",
      cleo: "1 × 20.00",
    });
  });

  it("of line items stop the run, too, and keep the lines of each order together", async () => {
    const files: Files = {
      "1.csv": [LINES, "1,anna,2026-01-05,mug,10", "1,anna,2026-01-05,tea,3", "2,ben,2026-01-06,mug,10"],
      "2.csv": [LINES, "1,ben,2026-02-05,mug,10", "1,ben,2026-02-05,pot,20", "2,cleo,2026-02-06,tea,3"],
    };
    await expect(readFiles(files)).rejects.toThrow(/all 2 order ids that 1\.csv and 2\.csv share/);
    const history = await readFiles(files, PER_FILE);
    expect(spendOf(history)).toEqual({ anna: "1 × 13.00", ben: "2 × 40.00", cleo: "1 × 3.00" });
  });

  it("of a workbook's sheets stop the run, and each sheet may have its own numbering", async () => {
    const sheet = (name: string, rows: readonly (readonly [number, string, number, number])[]) => ({
      name,
      rows: [
        ["invoice", "customer_id", "date", "total"],
        ...rows.map(([id, customer, day, total]) => [id, customer, { date: 46_023 + day }, total]),
      ],
    });
    const book = writeWorkbook({
      sheets: [
        sheet("January", [
          [1, "anna", 0, 10],
          [2, "ben", 5, 20],
        ]),
        sheet("February", [
          [1, "cleo", 31, 5],
          [2, "anna", 36, 7],
        ]),
      ],
    });
    await expect(readFiles({ "2026.xlsx": book })).rejects.toThrow(
      '2026.xlsx, sheet "January", row 2 (anna, 2026-01-01) and 2026.xlsx, sheet "February", row 2 (cleo, 2026-02-01)',
    );
    const history = await readFiles({ "2026.xlsx": book }, PER_FILE);
    expect(spendOf(history)).toEqual({ anna: "2 × 17.00", ben: "1 × 20.00", cleo: "1 × 5.00" });
  });

  describe("beside a table of customers", () => {
    const customers = ["customer_id,email,city", "anna,anna@example.com,Oulu", "ben,ben@example.com,Espoo"];

    it.each([
      ["the same customers", SAME_CUSTOMERS, "all 2 order ids"],
      ["other customers", MONTHS, "all 3 order ids"],
    ])("of %s stop the run, and may be told apart by their files", async (_, months, said) => {
      const files: Files = { ...months, "customers.csv": [...customers, "cleo,cleo@example.com,Turku"] };
      await expect(readFiles(files)).rejects.toMatchObject({
        message: expect.stringContaining(said),
        hint: expect.stringContaining("--numbering per-file"),
      });
      expect(spendOf(await readFiles(files, PER_FILE))).toEqual(spendOf(await readFiles(months, PER_FILE)));
    });

    it("are one order where the user says that ids are shared", async () => {
      const files: Files = { ...SAME_CUSTOMERS, "customers.csv": customers };
      const history = await readFiles(files, { numbering: "shared" });
      expect(spendOf(history)).toEqual({ anna: "1 × 8.00", ben: "1 × 6.00" });
    });

    it("that are a customer's own stay one order in files that overlap", async () => {
      const files: Files = { ...MONTHS, "2026-01-again.csv": JANUARY_AGAIN };
      const people = [...customers, "cleo,cleo@example.com,Turku", "dora,dora@example.com,Vaasa"];
      const history = await readFiles({ ...files, "customers.csv": people }, PER_FILE);
      expect(spendOf(history)).toEqual(spendOf(await readFiles(files, PER_FILE)));
    });
  });

  it.each([
    ["the same customers", "a", "b"],
    ["other customers", "b", "c"],
  ])("of %s stop the run beside tables of amounts, with what to do instead", async (_, one, two) => {
    const files: Files = {
      "orders-1.csv": ["order_id,customer_id,order_date", "1,a,2026-01-05", "2,b,2026-01-06"],
      "orders-2.csv": ["order_id,customer_id,order_date", `1,${one},2026-02-05`, `2,${two},2026-02-06`],
      "payments-1.csv": ["order_id,payment_amount", "1,10.50", "2,20.50"],
      "payments-2.csv": ["order_id,payment_amount", "1,11.50", "2,21.50"],
    };
    await expect(readFiles(files)).rejects.toMatchObject({
      message: expect.stringContaining("all 2 order ids that orders-1.csv and orders-2.csv share"),
      hint: "if each month's tables start their order ids again, read each month on its own with rfm orders, and then those files together; pass --numbering shared if an id is the same order in all of them",
    });
  });

  it("of one id alone get no advice beside tables of amounts that is then refused", async () => {
    const orders = [
      "order_id,customer_id,order_date,total",
      "1,a,2026-01-05,5",
      "2,b,2026-01-06,6",
      "3,c,2026-01-07,7",
    ];
    const files: Files = {
      "orders-1.csv": orders,
      "orders-2.csv": [...orders.slice(0, 3).map((line) => line.replace("1,a,2026-01-05", "1,b,2026-02-05"))],
      "refunds.csv": ["refund_id,order_id,refund_date,amount", "r1,2,2026-02-07,1"],
    };
    await expect(readFiles(files)).rejects.toMatchObject({
      message: expect.stringContaining("order 1 belongs to different customers on different days"),
      hint: "if each month's tables start their order ids again, read each month on its own with rfm orders, and then those files together, or name another column with --order",
    });
  });

  it("stop nothing beside refunds of other days and monthly files that overlap", async () => {
    const history = await readFiles({
      "orders-1.csv": [TOTALS, "1,anna,2026-01-05,10,paid", "2,ben,2026-01-30,20,paid"],
      "orders-2.csv": [TOTALS, "1,anna,2026-01-05,10,paid", "2,ben,2026-01-30,22,paid"],
      "refunds.csv": ["refund_id,order_id,refund_date,amount", "r1,1,2026-03-05,10", "r2,2,2026-03-06,2"],
    });
    expect(spendOf(history)).toEqual({ anna: "1 × 0.00", ben: "1 × 20.00" });
  });

  it("are told apart by every reader and any threads", async () => {
    const month = (at: number): Buffer =>
      Buffer.from(
        `${[TOTALS, ...Array.from({ length: 40 }, (_, id) => `${id + 1},c${(id * 7 + at) % 11},2026-0${at}-${10 + (id % 19)},${id + at}.50,paid`)].join("\n")}\n`,
      );
    await withFiles({ "1.csv": month(1), "2.csv": month(2), "3.csv": month(3) }, async (cwd, names) => {
      const cuttings = [{ threads: 3, segmentBytes: 200, pick: (job: number) => job }];
      const { outcome } = await expectAgreement(names, cuttings, { options: PER_FILE, cwd });
      expect("history" in outcome ? outcome.history.orders.length : 0).toBe(120);
    });
  });
});

describe("exports that overlap, with a numbering per file", () => {
  const files: Files = { ...MONTHS, "2026-01-again.csv": JANUARY_AGAIN };

  it("count an order once that two of them repeat, in its newer version", async () => {
    const history = await readFiles(files, PER_FILE);
    // 3 and 4 of January count once; 2 was refunded in the file that is newer
    expect(spendOf(history)).toEqual({ anna: "3 × 47.00", ben: "1 × 9.00", cleo: "1 × 5.00", dora: "1 × 4.00" });
    expect(setAside(history)).toEqual({ duplicate: "2 rows, 50.00", status: "1 rows, 15.00" });
  });

  it("stop the run where the next month starts again, whatever repeats before", async () => {
    await expect(readFiles(files)).rejects.toThrow(/order ids that 2026-01\S*\.csv and 2026-02\.csv share/);
  });
});

describe("order ids that do not start again", () => {
  it("stop nothing where monthly exports overlap and orders changed", async () => {
    const history = await readFiles({
      "1.csv": [TOTALS, "1,anna,2026-01-05,10,paid", "2,ben,2026-01-30,20,pending", "3,cleo,2026-01-31,30,paid"],
      "2.csv": [TOTALS, "2,ben,2026-01-30,22,paid", "3,cleo,2026-01-31,30,refunded", "4,anna,2026-02-11,7,paid"],
    });
    expect(spendOf(history)).toEqual({ anna: "2 × 17.00", ben: "1 × 22.00" });
  });

  it("stop nothing where one export says days in another time zone", async () => {
    const history = await readFiles({
      "1.csv": [TOTALS, "1,anna,2026-01-05,10,paid", "2,ben,2026-01-30,20,paid"],
      "2.csv": [TOTALS, "1,anna,2026-01-06,10,paid", "2,ben,2026-01-31,20,paid", "3,ben,2026-02-01,1,paid"],
    });
    expect(spendOf(history)).toEqual({ anna: "1 × 10.00", ben: "2 × 21.00" });
  });

  it("stop nothing where a month's file has refunds and late parts of the last month's orders", async () => {
    const history = await readFiles({
      "1.csv": [LINES, "1,anna,2026-01-05,mug,10", "2,ben,2026-01-30,tea,3", "3,cleo,2026-01-31,pot,20"],
      "2.csv": [LINES, "1,anna,2026-02-05,mug,-10", "2,ben,2026-02-05,tea,-3", "3,cleo,2026-02-09,lid,5"].concat(
        Array.from({ length: 3 }, (_, at) => `${4 + at},dora,2026-02-1${at},tea,3`),
      ),
    });
    expect(spendOf(history)).toEqual({ anna: "1 × 0.00", ben: "1 × 0.00", cleo: "1 × 25.00", dora: "3 × 9.00" });
  });
});

describe("--numbering", () => {
  it("is refused with tables that are joined by order ids", async () => {
    const files: Files = {
      "orders.csv": ["order_id,customer_id,order_date", "o1,anna,2026-01-05", "o2,ben,2026-01-06"],
      "payments.csv": ["order_id,payment_amount", "o1,10.50", "o2,20.50"],
    };
    expect(spendOf(await readFiles(files))).toEqual({ anna: "1 × 10.50", ben: "1 × 20.50" });
    await expect(readFiles(files, PER_FILE)).rejects.toMatchObject({
      message: "--numbering per-file cannot be used with tables that are joined by order ids",
      hint: expect.stringContaining("read each month on its own with rfm orders"),
    });
  });

  it("is refused with a table of customers", async () => {
    const files: Files = {
      "customers.csv": [
        "customer_id,number_of_orders,total_spent,last_order",
        "anna,2,30,2026-01-05",
        "ben,1,5,2026-01-06",
      ],
    };
    await expect(readFiles(files, PER_FILE)).rejects.toThrow("--numbering cannot be used with customers.csv");
  });
});
