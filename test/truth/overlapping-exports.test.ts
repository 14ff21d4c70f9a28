import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatAmount } from "../../src/basics/money/amount.ts";
import type { OrderHistory } from "../../src/orders/history.ts";
import { inFolder, runRfm } from "../support/in-process.ts";
import { entriesOf, type Files, ledgerNow, readFiles, setAside, spendOf } from "../support/read-csv.ts";
import "../support/seed.ts";

/** Money in = money used + money set aside, whatever was joined. */
function expectAllMoney(history: OrderHistory, read: string): void {
  const ledger = ledgerNow(history);
  const aside = ledger.setAside.reduce((sum, { money }) => sum + money, 0n);
  expect(formatAmount(ledger.money)).toBe(read);
  expect(formatAmount(ledger.usedMoney + aside)).toBe(read);
}

describe("two versions of one export", () => {
  const before = [
    "order_id,customer_id,order_date,total",
    "1,anna,2026-03-01,10.00",
    "2,ben,2026-03-15,20.00",
    "3,carla,2026-03-31,30.00",
  ];
  const withMore = [
    "total,order_date,Note,customer_id,order_id",
    "20.00,2026-03-15,,ben,2",
    "30.00,2026-03-31,gift,carla,3",
    "40.00,2026-04-10,,anna,4",
  ];

  it("count shared orders once, whatever columns are added, missing or moved", async () => {
    const history = await readFiles({ "march.csv": before, "april.csv": withMore });
    expect(spendOf(history)).toEqual({ anna: "2 × 50.00", ben: "1 × 20.00", carla: "1 × 30.00" });
    expect(setAside(history)).toEqual({ duplicate: "2 rows, 50.00" });
    expectAllMoney(history, "150.00");
  });

  it("keep the record that says more: a file without a status cannot tell that an order was cancelled", async () => {
    const history = await readFiles({
      "a.csv": [
        "order_id,customer_id,order_date,total,status",
        "1,anna,2026-03-01,10.00,cancelled",
        "2,ben,2026-03-02,5.00,paid",
      ],
      "b.csv": ["order_id,customer_id,order_date,total", "1,anna,2026-03-01,10.00", "3,ben,2026-04-02,7.00"],
    });
    expect(spendOf(history)).toEqual({ ben: "2 × 12.00" });
    expectAllMoney(history, "32.00");
  });

  it("keep the record that has the total where the newer file begins in the middle of an order", async () => {
    const header = "Name,Email,Financial Status,Paid at,Total,Currency,Created at,Lineitem name";
    const history = await readFiles({
      "may.csv": [
        header,
        "#1473,anna@example.com,paid,2026-05-30,10.00,EUR,2026-05-30,Mug",
        "#1474,ben@example.com,paid,2026-05-31,528.60,EUR,2026-05-31,Vase",
        "#1474,ben@example.com,,,,,2026-05-31,Bowl",
      ],
      "june.csv": [
        header,
        "#1474,ben@example.com,,,,,2026-05-31,Bowl",
        "#1475,carla@example.com,paid,2026-06-02,20.00,EUR,2026-06-02,Mug",
      ],
    });
    expect(spendOf(history)).toEqual({
      "anna@example.com": "1 × 10.00",
      "ben@example.com": "1 × 528.60",
      "carla@example.com": "1 × 20.00",
    });
    expectAllMoney(history, "558.60");
  });

  it("join their lines as those of files with one header", async () => {
    const history = await readFiles({
      "a.csv": [
        "order_id,customer_id,order_date,line total,sku",
        "1,anna,2026-03-01,10.00,M",
        "2,ben,2026-03-02,3.00,T",
        "2,ben,2026-03-02,3.00,T",
      ],
      "b.csv": [
        "sku,line total,order_date,customer_id,order_id,colour",
        "T,3.00,2026-03-02,ben,2,red",
        "T,3.00,2026-03-02,ben,2,red",
        "M,8.00,2026-03-09,anna,3,red",
      ],
    });
    expect(spendOf(history)).toEqual({ anna: "2 × 18.00", ben: "1 × 6.00" });
    expectAllMoney(history, "30.00");
  });
});

describe("two exports that share order ids", () => {
  const ids = [
    "order_id,customer_id,order_date,total",
    "1,a@example.com,2026-03-01,10.00",
    "2,b@example.com,2026-03-02,5.00",
  ];

  it("are one order where customer and day are the same, though the columns have other names", async () => {
    const history = await readFiles(
      {
        "a.csv": ids,
        "b.csv": [
          "Invoice No,Email,Date,Amount,Currency",
          "2,B@example.com,2026-03-02,5.00,EUR",
          "3,b@example.com,2026-03-03,1.00,EUR",
        ],
      },
      { unnamedCurrency: "EUR" },
    );
    expect(spendOf(history)).toEqual({ "a@example.com": "1 × 10.00", "b@example.com": "2 × 6.00" });
    expect(entriesOf(history).find(({ reason }) => reason === "duplicate")).toMatchObject({
      order: "2",
      place: "a.csv:3",
    });
    expectAllMoney(history, "21.00");
  });

  it.each([
    ["customer", "2,zoe@example.com,2026-03-02,5.00"],
    ["day", "2,b@example.com,2026-03-05,5.00"],
  ])("are asked about where the %s differs, with both places and without a whole address", async (_what, row) => {
    const files: Files = { "a.csv": ids, "b.csv": ["Invoice No,Email,Date,Amount", row] };
    const reading = readFiles(files);
    await expect(reading).rejects.toMatchObject({
      kind: "input",
      message: expect.stringMatching(/^order 2 is in two exports .*a\.csv line 3 .*b\.csv line 2 /),
      hint: expect.stringContaining("--duplicates keep"),
    });
    await expect(reading).rejects.not.toThrow(/b@example\.com/);
    const kept = await readFiles(files, { duplicates: "keep" });
    expect(ledgerNow(kept)).toMatchObject({ usedRows: 3, usedMoney: 200_000n });
  });

  it("are told by id and day alone where one platform names the buyer in two ways: Etsy's orders and items", async () => {
    const orders = [
      "Sale Date,Order ID,Buyer User ID,Full Name,Currency,Order Value,Discount Amount,Shipping,Order Net,Adjusted Net Order Amount",
      "03/14/26,3001,ainoex,Aino Example,USD,50.00,5.00,4.00,46.00,0.00",
    ];
    const items = [
      "Sale Date,Item Name,Buyer,Quantity,Price,Item Total,Currency,Listing ID,Order ID",
      "03/14/26,Mug,Aino,1,30.00,30.00,USD,1,3001",
      "03/14/26,Bowl,Aino,1,20.00,20.00,USD,2,3001",
    ];
    const history = await readFiles({ "items.csv": items, "orders.csv": orders });
    expect(spendOf(history)).toEqual({ ainoex: "1 × 49.00" });
    expect(setAside(history)).toEqual({ duplicate: "2 rows, 50.00" });
    expectAllMoney(history, "99.00");
  });

  it("do not count an export twice beside the list of orders that rfm made of it", async () => {
    await inFolder({ "a.csv": `${ids.join("\n")}\n` }, async (folder) => {
      await runRfm(["orders", "a.csv", "-o", "orders.csv"], folder);
      const { stdout, status } = await runRfm(["segments", "a.csv", "orders.csv", "--format", "csv"], folder);
      expect([status, stdout]).toEqual([0, (await runRfm(["segments", "a.csv", "--format", "csv"], folder)).stdout]);
    });
  });
});

describe("an order that was split over two files", () => {
  const header = "order_id,customer_id,order_date,line total,item";
  const mug = "7,anna,2026-03-02,10.00,mug";
  const files: Files = {
    "a.csv": [header, "6,ben,2026-03-01,4.00,tea", mug],
    "b.csv": [header, mug, "8,ben,2026-03-03,5.00,pot"],
  };

  it("is warned of with number, money and place, for its two equal lines became one", async () => {
    const history = await readFiles(files);
    expect(spendOf(history)).toMatchObject({ anna: "1 × 10.00" });
    expect(history.understanding.splitLines).toEqual({ rows: 1, money: 100_000n, file: "b.csv", line: 2 });
    await inFolder(
      {
        "a.csv": `${(files["a.csv"] as string[]).join("\n")}\n`,
        "b.csv": `${(files["b.csv"] as string[]).join("\n")}\n`,
      },
      async (folder) => {
        const { stderr } = await runRfm(["segments", "a.csv", "b.csv"], folder);
        expect(stderr).toMatch(/warning: 1 row worth 10\.00 .*b\.csv line 2.*--duplicates keep/);
        expect((await runRfm(["segments", "a.csv", "b.csv", "--duplicates", "keep"], folder)).stderr).not.toContain(
          "duplicates",
        );
      },
    );
  });

  it("counts both with --duplicates keep, as one order", async () => {
    const history = await readFiles(files, { duplicates: "keep" });
    expect(spendOf(history)).toEqual({ anna: "1 × 20.00", ben: "2 × 9.00" });
    expect(setAside(history)).toEqual({});
    expectAllMoney(history, "29.00");
  });

  it("is told from files that overlap by whole orders, of which nothing is said", async () => {
    const shared = [mug, "7,anna,2026-03-02,3.00,tea", "8,ben,2026-03-03,5.00,pot"];
    const history = await readFiles({
      "a.csv": [header, "6,ben,2026-03-01,4.00,tea", ...shared],
      "b.csv": [header, ...shared, "9,ben,2026-03-04,6.00,pot"],
    });
    expect(history.understanding.splitLines).toBeNull();
    const lines = await readFiles({
      "a.csv": [header, mug, "7,anna,2026-03-02,3.00,tea", "8,ben,2026-03-03,5.00,pot"],
      "b.csv": [header, mug, "7,anna,2026-03-02,2.00,lid", "8,ben,2026-03-03,5.00,pot"],
    });
    expect(lines.understanding.splitLines).toMatchObject({ rows: 1, money: 100_000n }); // each has a line the other lacks
  });

  it("is warned of also where rows have no order id", async () => {
    const history = await readFiles({
      "a.csv": ["customer_id,order_date,amount", "ben,2026-03-01,4.00", "anna,2026-03-02,10.00"],
      "b.csv": ["customer_id,order_date,amount", "anna,2026-03-02,10.00", "ben,2026-03-03,5.00"],
    });
    expect(history.understanding.splitLines).toMatchObject({ rows: 1, money: 100_000n });
  });
});

interface Line {
  readonly customer: string;
  readonly day: number;
  readonly amount: number;
  readonly item: string;
}

/** Orders of one to three lines, and which of them each of two files has; every order is in one of them. */
const CASES = process.env["RFM_LONG_TESTS"] === "1" ? 600 : 30;

const history = fc.array(
  fc.record({
    lines: fc.array(fc.record({ amount: fc.integer({ min: 1, max: 3 }), item: fc.constantFrom("mug", "tea") }), {
      minLength: 1,
      maxLength: 3,
    }),
    customer: fc.constantFrom("anna", "ben", "carla"),
    day: fc.integer({ min: 1, max: 9 }),
    place: fc.constantFrom("a", "b", "both"),
  }),
  { minLength: 1, maxLength: 8 },
);

/** What two exports of one shop may differ in: optional columns, and the order of all columns. */
const headers = fc.record({
  more: fc.subarray(["note", "colour", "coupon"]),
  isItemNamed: fc.boolean(),
  turns: fc.integer({ min: 0, max: 6 }),
});

describe("an export that was split into overlapping files with other headers", () => {
  for (const kind of ["total", "line total"] as const) {
    it(`gives the same orders as the single file: ${kind}`, async () => {
      await fc.assert(
        fc.asyncProperty(history, headers, headers, async (orders, first, second) => {
          const of = (place: string, look: typeof first): readonly string[] =>
            fileOf(
              kind,
              orders
                .map((order, index) => ({ ...order, id: index + 1 }))
                .filter((order) => place === "all" || order.place === place || order.place === "both"),
              look,
            );
          const whole = await readFiles({ "all.csv": of("all", { more: [], isItemNamed: true, turns: 0 }) });
          const parts = await readFiles(
            Object.fromEntries(
              (["a", "b"] as const)
                .map((place, index) => [`${place}.csv`, of(place, index === 0 ? first : second)] as const)
                .filter(([, lines]) => lines.length > 1),
            ),
          );
          expect(spendOf(parts)).toEqual(spendOf(whole));
          const ledger = ledgerNow(parts);
          expect(ledger.usedMoney).toBe(ledgerNow(whole).usedMoney);
          expect(ledger.setAside.reduce((sum, { money }) => sum + money, ledger.usedMoney)).toBe(ledger.money);
        }),
        { numRuns: CASES },
      );
    });
  }
});

/** An export of some orders: a row a line, with its amount, or with the order's total on each of them. */
function fileOf(
  kind: "total" | "line total",
  orders: readonly {
    readonly id: number;
    readonly customer: string;
    readonly day: number;
    readonly lines: readonly Pick<Line, "amount" | "item">[];
  }[],
  { more, isItemNamed, turns }: { more: readonly string[]; isItemNamed: boolean; turns: number },
): readonly string[] {
  const columns = ["order_id", "customer_id", "order_date", kind, ...(isItemNamed ? ["item"] : []), ...more];
  const turned = [...columns.slice(turns % columns.length), ...columns.slice(0, turns % columns.length)];
  const rows = orders.flatMap(({ id, customer, day, lines }) => {
    const total = lines.reduce((sum, { amount }) => sum + amount, 0);
    return lines.map(
      ({ amount, item }): Readonly<Record<string, string>> => ({
        ...{ order_id: `${id}`, customer_id: customer, order_date: `2026-03-0${day}`, item, note: "", colour: "red" },
        ...{ coupon: "TEN", total: `${total}.00`, "line total": `${amount}.00` },
      }),
    );
  });
  return [turned.join(","), ...rows.map((row) => turned.map((column) => row[column] ?? "").join(","))];
}
