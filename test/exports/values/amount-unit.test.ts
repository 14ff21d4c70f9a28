/** Amounts in cents: whatever the kind of file and the reader, they come to a hundredth of what they would in whole units. */
import fc from "fast-check";
import { parquetWriteBuffer } from "hyparquet-writer";
import { describe, expect, it } from "vitest";
import { refuseCents } from "../../../src/warehouse/order-query.ts";
import { runRfm } from "../../support/in-process.ts";
import { entriesOf, readFiles, readLines, spendOf } from "../../support/read-csv.ts";

const HEADER = "order_id,customer_id,order_date";
const rowsOf = (...amounts: readonly string[]): readonly string[] =>
  amounts.map((amount, at) => `o${at},c${at % 2},2024-01-0${at + 1},${amount}`);

describe("amounts whose column says that it counts cents", () => {
  it.each(["total_cents", "Total (cents)", "amount_in_cents", "TotalCents", "total pence", "importe total centimos"])(
    "%s: 1050 is 10.50",
    async (name) => {
      const history = await readLines([`${HEADER},${name}`, ...rowsOf("1050", "5", "-50")]);
      expect(spendOf(history)).toEqual({ c0: "1 × 10.00", c1: "1 × 0.05" });
      expect(history.understanding.files[0]?.formats.unitNamedBy).toBe(name);
    },
  );

  it("are whole units with --amount-unit whole, and cents with --amount-unit cents whatever the name", async () => {
    const rows = rowsOf("1050", "5");
    expect(spendOf(await readLines([`${HEADER},total_cents`, ...rows], { amountUnit: "whole" }))).toEqual({
      c0: "1 × 1050.00",
      c1: "1 × 5.00",
    });
    expect(spendOf(await readLines([`${HEADER},total`, ...rows], { amountUnit: "cents" }))).toEqual({
      c0: "1 × 10.50",
      c1: "1 × 0.05",
    });
  });

  it("take off what was refunded in cents, too, and multiply a price in cents by a quantity of pieces", async () => {
    const refunded = await readLines([`${HEADER},total_cents,refunded_cents`, ...rowsOf("1050,50", "700,0")]);
    expect(spendOf(refunded)).toEqual({ c0: "1 × 10.00", c1: "1 × 7.00" });
    const product = await readLines([`${HEADER},quantity,unit_price_cents`, ...rowsOf("3,1050", "0.5,33")]);
    expect(spendOf(product)).toEqual({ c0: "1 × 31.50", c1: "1 × 0.165" });
  });

  it("are added up from a joined table", async () => {
    const files = {
      "orders.csv": ["id,user_id,created_at", "1,7,2024-01-01", "2,8,2024-01-02"],
      "payments.csv": ["id,order_id,amount_cents", "91,1,1000", "92,1,50", "93,2,700"],
    };
    expect(spendOf(await readFiles(files))).toEqual({ "7": "1 × 10.50", "8": "1 × 7.00" });
  });

  it("are the same in Parquet and in JSON lines", async () => {
    const cells = ["1050", "5", "-50", "99999999999"];
    const rows = rowsOf(...cells).map((row) => row.split(","));
    const names = [...HEADER.split(","), "total_cents"];
    const column = (at: number): readonly string[] => rows.map((row) => row[at] ?? "");
    const parquet = parquetWriteBuffer({
      columnData: names.map((name, at) =>
        at === 3
          ? { name, data: column(at).map((cell) => BigInt(cell)), type: "INT64" }
          : { name, data: [...column(at)], type: "STRING" },
      ),
    });
    const json = rows.map((row) =>
      JSON.stringify(Object.fromEntries(names.map((name, at) => [name, at === 3 ? Number(row[at]) : row[at]]))),
    );
    const csv = spendOf(await readLines([names.join(","), ...rows.map((row) => row.join(","))]));
    expect(csv).toEqual({ c0: "1 × 10.00", c1: "2 × 1000000000.04" });
    expect(spendOf(await readFiles({ "o.parquet": Buffer.from(parquet) }))).toEqual(csv);
    expect(spendOf(await readFiles({ "o.ndjson": json }))).toEqual(csv);
  });

  it("are asked about where another column of money does not say so, or where a number has decimals", async () => {
    await expect(readLines([`${HEADER},total_cents,refunded`, ...rowsOf("1050,5")])).rejects.toThrow(
      '"total_cents" counts cents by its name, and "refunded" does not',
    );
    await expect(readLines([`${HEADER},total_cents`, ...rowsOf("10.50")])).rejects.toThrow(
      '"total_cents" counts cents by its name, but an amount has decimals ("10.50")',
    );
    await expect(readLines([`${HEADER},amount_minor`, ...rowsOf("1050")])).rejects.toThrow(
      `"amount_minor" counts the currency's smallest unit by its name`,
    );
  });

  it("are asked about where a number in JSON has decimals, and where a currency has no cents", async () => {
    const json = JSON.stringify([{ order_id: 1, customer_id: "a", order_date: "2024-01-01", total_cents: 10.5 }]);
    await expect(readFiles({ "o.json": Buffer.from(json) })).rejects.toThrow('an amount has decimals ("10.5")');
    await expect(readLines([`${HEADER},total_cents,currency`, ...rowsOf("1050,JPY")])).rejects.toThrow(
      '"total_cents" counts cents by its name, and JPY, in which some rows are, has none',
    );
  });

  it("are told in a note, and pinned by inspect", async () => {
    const csv = [`${HEADER},total_cents`, ...rowsOf("1050", "700")].join("\n");
    const { stdout, stderr } = await runRfm(["inspect", "-"], ".", { input: csv });
    expect(stdout).toContain("--amount-unit cents");
    expect(stderr).toContain('note: "total_cents" counts cents by its name, so 1050 is read as 10.50');
  });

  it("are refused in a database, where amounts are taken as they stand", () => {
    expect(() => refuseCents("shop.orders", { amount: "total_cents" })).toThrow('"total_cents" counts cents');
    expect(() => refuseCents("shop.orders", { amount: "total", refunded: "refund_minor" })).toThrow("refund_minor");
    expect(() => refuseCents("shop.orders", { amount: "total" })).not.toThrow();
  });
});

describe("both readers", () => {
  it("read any number of cents alike, and as a hundredth of the same number", async () => {
    const cell = fc.oneof(
      fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map(String),
      fc.constantFrom("1,050", "7.", "007", "12.5", "12.345", "0.001", "1e3", " 12 ", "+3", "$5", "", "(40)"),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 9 }), async (amounts) => {
        const lines = [`${HEADER},total`, ...rowsOf(...amounts.map((amount) => `"${amount}"`))];
        const options = { amountUnit: "cents", decimal: ".", maxRejects: { share: 1 } } as const;
        const outcome = async (more: object): Promise<unknown> =>
          readLines(lines, { ...options, ...more }).then(
            (history) => entriesOf(history),
            (error: Error) => error.message,
          );
        expect(await outcome({})).toEqual(await outcome({ reader: "tolerant" }));
      }),
      { numRuns: 40, seed: 7 },
    );
  });
});
