/** Records that do not stand by themselves: pages, one per line; edges with a cursor; orders inside their customers. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ReadOptions } from "../../../src/orders/read-orders.ts";
import { entriesOf, ledgerNow, readFiles, spendOf } from "../../support/read-csv.ts";

const ORDERS = [
  { id: 11, created_at: "2026-03-01", customer: "anna", total: 12, line_items: [{ sku: "MUG" }, { sku: "TEA" }] },
  { id: 12, created_at: "2026-03-02", customer: "anna", total: 5, line_items: [{ sku: "TEA" }] },
  { id: 13, created_at: "2026-03-03", customer: "ben", total: 8, line_items: [] },
];
const SPEND = { anna: "2 × 17.00", ben: "1 × 8.00" };

const lines = (...values: readonly unknown[]): Buffer =>
  Buffer.from(values.map((value) => JSON.stringify(value)).join("\n"));

const readText = (text: string | Buffer, options: ReadOptions = {}): ReturnType<typeof readFiles> =>
  readFiles({ "o.json": Buffer.from(text) }, options);

const read = (value: unknown, options: ReadOptions = {}): ReturnType<typeof readFiles> =>
  readText(JSON.stringify(value), options);

describe("one page of records per line", () => {
  const [first, second, third] = ORDERS;

  it.each([
    ["by themselves", lines({ orders: [first, second] }, { orders: [third] })],
    [
      "with what an interface says of a page",
      lines({ orders: [first], page: 1 }, { orders: [second, third], page: 2 }),
    ],
    ["with an empty page at the end", lines({ orders: ORDERS }, { orders: [] })],
    ["with an empty page at the beginning", lines({ orders: [], next: "x" }, { orders: ORDERS, next: null })],
    [
      "as GraphQL answers",
      lines({ data: { orders: { nodes: [first] } } }, { data: { orders: { nodes: [second, third] } } }),
    ],
    [
      "as GraphQL answers, with an empty page at the end",
      lines({ data: { orders: { edges: ORDERS.map((node) => ({ node })) } } }, { data: { orders: { edges: [] } } }),
    ],
    [
      "below a key, with an empty page at the end",
      lines({ data: { orders: ORDERS } }, { data: { orders: [] }, meta: { page: 2 } }),
    ],
    ["below a key, with an empty page at the beginning", lines({ data: { orders: [] } }, { data: { orders: ORDERS } })],
  ])("is read: %s", async (_, text) => {
    const history = await readText(text, { keep: ["line_items.sku"] });
    expect(spendOf(history)).toEqual(SPEND);
    expect(entriesOf(history).map(({ order }) => order)).toEqual(["11", "12", "13"]);
  });

  it("says whether more pages follow, by the last of them and by what stands around its orders", async () => {
    const page = (hasNextPage: boolean, nodes: readonly unknown[]) => ({
      data: { orders: { pageInfo: { hasNextPage }, nodes } },
    });
    const inside = { ...third, line_items: { pageInfo: { hasNextPage: true }, nodes: [{ sku: "TEA" }] } };
    for (const [text, said] of [
      [lines(page(true, [first, second]), page(false, [third])), false],
      [lines(page(true, [first, second]), page(true, [third])), true],
      [lines(page(true, ORDERS), page(false, [])), false],
      [lines(page(false, [first, second, inside])), false],
      [lines({ object: "list", has_more: true, data: ORDERS }), true],
      [lines({ orders: [first, second, inside] }), undefined],
    ] as const) {
      const { understanding } = await readText(text);
      expect(understanding.files.map(({ layout }) => layout.table?.hasMore)).toEqual([said]);
    }
  });

  it("gives records the line of their page", async () => {
    const history = await readText(lines({ orders: [first, second] }, { orders: [third] }));
    expect(entriesOf(history).map(({ place }) => place)).toEqual(
      [1, 1, 2].map((line) => `o.json, list "orders":${line}`),
    );
  });

  it("is asked about where pages hold several lists, and refused where a line is no page", async () => {
    const two = { orders: [first], customers: [{ id: 1 }] };
    await expect(readText(lines(two, two))).rejects.toThrow('this object holds 2 lists of records: "orders"');
    expect(spendOf(await readText(lines(two, { ...two, orders: [second, third] }), { sheet: "orders" }))).toEqual(
      SPEND,
    );
    await expect(readText(lines({ orders: [first] }, second))).rejects.toThrow('o.json: line 2 has no list "orders"');
    await expect(readText(`${lines({ orders: [first] })}\n{"orders":[{"id":`)).rejects.toThrow("o.json: the file ends");
  });

  it("is no order with its lines, and no customer with orders", async () => {
    expect(spendOf(await readText(lines(...ORDERS)))).toEqual(SPEND);
    const anna = { customer_id: "anna", orders: [{ id: 1, date: "2026-03-01", total: 12 }] };
    expect(
      spendOf(await readText(lines(anna, { customer_id: "ben", orders: [{ id: 2, date: "2026-03-01", total: 12 }] }))),
    ).toEqual({
      anna: "1 × 12.00",
      ben: "1 × 12.00",
    });
  });
});

describe("edges with a cursor", () => {
  it("are their nodes, in lists of records and inside records", async () => {
    const edges = (list: readonly object[]): object => ({
      edges: list.map((node, at) => ({ cursor: `c${at}`, node })),
      pageInfo: { hasNextPage: false },
    });
    const nodes = ORDERS.map((order) => ({ ...order, line_items: edges(order.line_items) }));
    const history = await read({ data: { orders: edges(nodes) } }, { keep: ["line_items.sku"] });
    expect(spendOf(history)).toEqual(SPEND);
    expect(history.understanding.files[0]?.layout.header.some((name) => name.includes("node"))).toBe(false);
  });
});

describe("a list of orders inside their customer's record", () => {
  const orders = ORDERS.map(({ id, created_at, total }) => ({ id, created_at, total }));
  const anna = {
    id: "anna",

    city: "Turku",
    created_at: "2020-01-01",
    orders: orders.slice(0, 2),
  };
  const ben = { id: "ben", city: "Oulu", created_at: "2021-01-01", orders: orders.slice(2) };
  const cleo = { id: "cleo", city: "Pori", created_at: "2022-01-01", orders: [] };

  it("gives one row per order, with what the record says of the customer", async () => {
    const history = await read([anna, ben, cleo], { keep: ["city"] });
    expect(spendOf(history)).toEqual(SPEND);
    expect(entriesOf(history).map(({ order, day }) => [order, day])).toEqual([
      ["11", "2026-03-01"],
      ["12", "2026-03-02"],
      ["13", "2026-03-03"],
    ]);
    expect(history.orders.kept?.[0]?.values).toEqual(expect.arrayContaining(["Turku", "Oulu"]));
    expect(ledgerNow(history)).toMatchObject({ rows: 3 }); // who has no order is none
  });

  it("takes the orders' status and never the customer's, which is asked about where it stands alone", async () => {
    const customers = (...statuses: readonly string[]) =>
      [anna, ben].map((one, index) => ({
        ...one,
        status: index === 0 ? "inactive" : "cancelled",
        orders: one.orders.map((order) => ({
          ...order,
          ...(statuses[0] === undefined ? {} : { status: statuses[0] }),
        })),
      }));
    expect(spendOf(await read(customers("paid")))).toEqual(SPEND);
    await expect(read(customers())).rejects.toThrow(
      '"status" stands in the customer\'s record and not in the orders inside, such as "inactive": it may be the customer\'s status',
    );
    expect(spendOf(await read(customers(), { status: "none" }))).toEqual(SPEND);
    const { rows, usedRows } = ledgerNow(await read(customers(), { status: "status", unknownStatus: "include" }));
    expect([rows, usedRows]).toEqual([3, 2]); // ben's are cancelled
  });

  it("is the same for one customer alone, in a page of customers, and one per line", async () => {
    expect(spendOf(await read(anna))).toEqual({ anna: "2 × 17.00" });
    expect(spendOf(await read({ customers: [anna, ben, cleo] }))).toEqual(SPEND);
    expect(spendOf(await readText(lines(anna, ben, cleo)))).toEqual(SPEND);
  });

  it.each([
    { order_id: 1, order_date: "2026-03-01", order_total: 4 },
    { orderNumber: 1, purchaseDate: "2026-03-01", amount: 4 },
    { number: 1, date: "2026-03-01", total_price: 4, status: "paid", currency: "EUR" },
    { id: 1, placedAt: "2026-03-01", grandTotal: 4 },
    { tilausnumero: 1, päivämäärä: "2026-03-01", summa: 4 },
  ])("knows the names of orders' columns: $#", async (order) => {
    const history = await read([
      { id: "anna", purchases: [order] },
      { id: "ben", purchases: [] },
    ]);
    expect(spendOf(history)).toEqual({ anna: "1 × 4.00" });
    expect(history.understanding.withoutOrderId).toBeNull();
  });

  it.each([
    [
      "what its customer ordered before",
      { customer: { id: "anna", orders: [{ order_id: 9, date: "2019-01-01", total: 99 }] } },
    ],
    [
      "and its customer's history",
      { email: "anna", customer: { order_history: [{ id: 9, date: "2019-01-01", total: 99 }] } },
    ],
    ["what became of it", { email: "anna", order_history: [{ id: 1, status: "paid", created_at: "2026-03-01" }] }],
  ])("is not read where the record is an order and the list is %s", async (_, more) => {
    const own = { order_id: 100, order_date: "2026-03-01", total: 10, ...more };
    const next = { ...own, order_id: 101, order_date: "2026-03-02", total: 11 };
    expect(spendOf(await read([own, next]))).toEqual({ anna: "2 × 21.00" });
    const { order_id: id, ...rest } = own;
    if ("order_history" in more) expect(spendOf(await read([{ id, ...rest }]))).toEqual({ anna: "1 × 10.00" });
  });

  it("is not read where the records sum their orders up", async () => {
    const summed = [anna, ben].map((one) => ({
      ...one,
      customer_id: one.id,
      number_of_orders: 7,
      total_spent: 99,
      last_order_date: "2026-03-09",
    }));
    const history = await read(summed);
    expect(history.understanding.files[0]?.layout.columns.summary).not.toBeNull();
    expect(spendOf(history)).toEqual({ anna: "7 × 99.00", ben: "7 × 99.00" });
  });
});

describe("a damaged list", () => {
  it("is never read in part: where the text is no JSON, the run stops", async () => {
    const text = JSON.stringify(ORDERS.map(({ line_items, ...order }) => order));
    const noise = fc.constantFrom("]", "[", "}", "{", ",", '"', "x", "[]", "{}", "\n{}", "1");
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length), noise, fc.nat(3), async (at, put, cut) => {
        const damaged = text.slice(0, at) + put + text.slice(at + cut);
        if (isJson(damaged)) return;
        await expect(readText(damaged), damaged).rejects.toThrow("o.json");
      }),
      { numRuns: 150, seed: 5 },
    );
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
