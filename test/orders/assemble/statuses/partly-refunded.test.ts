/** Orders of which a part was refunded by their status: told where nothing says how much. */
import { describe, expect, it } from "vitest";
import { dayNumber } from "../../../../src/basics/calendar/days.ts";
import { loadLanguage } from "../../../../src/render/language/load-language.ts";
import { readingNotes } from "../../../../src/render/notes/reading-notes.ts";
import { entriesOf, readFiles, readLines, spendOf } from "../../../support/read-csv.ts";

const HEADER = "order_id,customer_id,date,total,status";
const ORDERS = [
  "1,anna,2026-01-05,50.00,Partially refunded",
  "2,ben,2026-01-06,20.00,partially_refunded",
  "3,cleo,2026-01-07,7.00,paid",
];

async function found(lines: readonly string[], options = {}): Promise<unknown> {
  return (await readLines(lines, options)).understanding.partlyRefunded;
}

describe("orders that are partially refunded by their status", () => {
  it("are counted with their money where no column says how much went back", async () => {
    expect(await found([HEADER, ...ORDERS])).toEqual({ orders: 2, money: 700_000n });
  });

  it("count once, whatever number of rows they stand on", async () => {
    const lines = ["1,anna,2026-01-05,50.00,partially refunded", "1,anna,2026-01-05,50.00,partially refunded"];
    expect(await found([HEADER, ...lines, "3,cleo,2026-01-07,7.00,paid"])).toEqual({ orders: 1, money: 500_000n });
  });

  it("are not told where a negative row of the same order says how much, or nobody bought them", async () => {
    const back = ["1,anna,2026-01-05,50.00,partially refunded", "1,anna,2026-01-05,-5.00,partially refunded"];
    expect(await found([HEADER, ...back, "3,cleo,2026-01-07,7.00,paid"])).toBeNull();
    expect(await found([HEADER, "1,,2026-01-05,50.00,partially refunded", ...ORDERS.slice(2)])).toBeNull();
  });

  it("are counted where rows have no order ids", async () => {
    expect(await found([HEADER, ...ORDERS].map((line) => line.split(",").slice(1).join(",")))).toEqual({
      orders: 2,
      money: 700_000n,
    });
  });

  it("are not told where the refund is in its column, but are where that is blank", async () => {
    const refunds = [",refunded", ",5.00", ",", ","];
    const lines = [HEADER, ...ORDERS].map((line, at) => line + refunds[at]);
    expect(await found(lines)).toEqual({ orders: 1, money: 200_000n });
  });

  it("are not told where a row takes the money back, nor where refunds are left out", async () => {
    const back = ["1,anna,2026-01-09,-5.00,partially refunded", "2,ben,2026-01-09,-1.00,partially refunded"];
    expect(await found([HEADER, ...ORDERS, ...back])).toBeNull();
    expect(await found([HEADER, ...ORDERS], { refunds: "ignore" })).toBeNull();
    expect(await found([HEADER, ORDERS[2] ?? ""])).toBeNull();
  });

  it("are not told where they come after the last day that counts", async () => {
    expect(await found([HEADER, ...ORDERS], { asOf: dayNumber(2026, 1, 5) })).toEqual({ orders: 1, money: 500_000n });
    expect(await found([HEADER, ...ORDERS], { asOf: dayNumber(2026, 1, 4) })).toBeNull();
    const lines = [HEADER, ...ORDERS, "4,dora,2026-01-20,9.00,partially refunded", "4,dora,2026-01-20,9.00,"];
    expect(await found(lines, { asOf: dayNumber(2026, 1, 19), amountPer: "order" })).toEqual({
      orders: 2,
      money: 700_000n,
    });
    const withoutIds = lines.map((line) => line.split(",").slice(1).join(","));
    expect(await found(withoutIds, { asOf: dayNumber(2026, 1, 5) })).toEqual({ orders: 1, money: 500_000n });
  });

  it("are told in a warning, in every language", async () => {
    const { understanding } = await readLines([HEADER, ...ORDERS]);
    for (const code of ["en", "fi", "sv", "de"]) {
      const notes = readingNotes({ understanding, rejects: [], rows: 3 }, await loadLanguage(code));
      expect(notes.filter(({ level, text }) => level === "warning" && text.includes("--refunded"))).toHaveLength(1);
    }
  });
});

describe("Shopify's API", () => {
  const order = {
    id: 1,
    name: "#1",
    email: "anna@example.com",
    created_at: "2026-01-05T10:00:00+02:00",
    total_price: "50.00",
    financial_status: "partially_refunded",
  };
  const read = (...more: readonly object[]): ReturnType<typeof readFiles> =>
    readFiles({
      "o.json": Buffer.from(JSON.stringify(more.map((one, at) => ({ ...order, id: at, name: `#${at}`, ...one })))),
    });
  const refund = (...transactions: readonly object[]): object => ({ refunds: [{ id: 9, transactions }] });

  it("says by the payments of refunds what went back, where it does not give the current total", async () => {
    const paid = { amount: "12.50", kind: "refund", status: "success" };
    const failed = { amount: "30.00", kind: "refund", status: "failure" };
    const other = { amount: "1.00", kind: "void", status: "success" };
    const history = await read(refund(paid, failed, other), refund(paid, { ...paid, amount: 2.5 }), { refunds: [] });
    expect(history.understanding.files[0]?.layout.preset?.name).toBe("shopify-api");
    expect(entriesOf(history).map(({ net, refund: back }) => [net, back])).toEqual([
      [37.5, 12.5],
      [35, 15],
      [50, 0],
    ]);
    expect(history.understanding.partlyRefunded).toEqual({ orders: 1, money: 500_000n });
  });

  it("goes by the drop to the current total where that is there", async () => {
    const paid = { amount: "12.50", kind: "refund", status: "success" };
    expect(spendOf(await read({ current_total_price: "40.00", ...refund(paid) }))).toEqual({
      "anna@example.com": "1 × 40.00",
    });
  });

  describe.each([
    ["a list", (records: readonly object[]) => ["o.json", JSON.stringify(records, null, 1)] as const],
    [
      "lines",
      (records: readonly object[]) => ["o.ndjson", records.map((one) => JSON.stringify(one)).join("\n")] as const,
    ],
  ])("where only some records have the current total, in %s", (_, written) => {
    const paid = { amount: "12.50", kind: "refund", status: "success" };
    const records = [
      { current_total_price: "40.00", ...refund(paid) },
      refund(paid, { ...paid, amount: "2.50" }),
      { current_total_price: null, ...refund({ ...paid, amount: "30.00", status: "failure" }, paid) },
      { current_total_price: "0.00" },
      { total_price: "19.90" },
      { financial_status: "paid" },
      { financial_status: "paid", current_total_price: "50.00" },
      { financial_status: "refunded" },
    ].map((one, at) => ({ ...order, id: at, name: `#${at}`, ...one }));

    it("goes by what each record has, and tells the orders that say nothing", async () => {
      const [name, text] = written(records);
      const history = await readFiles({ [name]: Buffer.from(text) });
      const byOrder = entriesOf(history).toSorted((a, b) => (a.order < b.order ? -1 : 1));
      expect(byOrder.map(({ net, refund: back, reason }) => [net, back, reason])).toEqual([
        [40, 10, null],
        [35, 15, null],
        [37.5, 12.5, null],
        [0, 50, null],
        [19.9, 0, null],
        [50, 0, null],
        [50, 0, null],
        [50, 0, "status"],
      ]);
      expect(history.understanding.partlyRefunded).toEqual({ orders: 1, money: 199_000n });
    });

    it("makes the same of them in any order", async () => {
      const [name, text] = written(records.toReversed());
      const history = await readFiles({ [name]: Buffer.from(text) });
      expect(spendOf(history)).toEqual({ "anna@example.com": "6 × 232.40" });
      expect(history.understanding.partlyRefunded).toEqual({ orders: 1, money: 199_000n });
    });
  });

  it("cannot say it without either: the order counts in full, and is told", async () => {
    const history = await read({}, { financial_status: "paid" });
    expect(spendOf(history)).toEqual({ "anna@example.com": "2 × 100.00" });
    expect(history.understanding.partlyRefunded).toEqual({ orders: 1, money: 500_000n });
  });

  it("makes an order unreadable whose refund is no number", async () => {
    const history = await read(refund({ amount: "ten" }), {});
    expect(entriesOf(history).filter(({ reason }) => reason !== null)).toHaveLength(1);
  });
});
