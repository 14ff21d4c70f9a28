/** Objects and lists inside the records of JSON: columns, lines of orders, and pages of an interface. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ReadOptions } from "../../../src/orders/read-orders.ts";
import { inFolder, runRfm } from "../../support/in-process.ts";
import { entriesOf, ledgerNow, readFiles, setAside, spendOf } from "../../support/read-csv.ts";

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

/** Two orders of anna, worth 12.00 and 5.00, with two lines and one, and one of ben, worth 8.00, without lines. */
const ORDERS = [
  {
    id: 11,
    created_at: "2026-03-01",
    customer: { id: "anna", address: { city: "Turku" } },
    total: 12,
    line_items: [
      { sku: "MUG", quantity: 2, price: 3.5 },
      { sku: "TEA", quantity: 1, price: 5 },
    ],
  },
  {
    id: 12,
    created_at: "2026-03-02",
    customer: { id: "anna", address: { city: "Espoo" } },
    total: 5,
    line_items: [{ sku: "TEA", quantity: 1, price: 5 }],
  },
  { id: 13, created_at: "2026-03-03", customer: { id: "ben", address: null }, total: 8, line_items: [] },
];

const SPEND = { anna: "2 × 17.00", ben: "1 × 8.00" };

const read = (value: unknown, options: ReadOptions = {}): ReturnType<typeof readFiles> =>
  readFiles({ "orders.json": json(value) }, options);

describe("objects inside records", () => {
  it("are columns by their keys joined, and lists of lines are passed over where nobody asks for them", async () => {
    const history = await read(ORDERS, { keep: ["customer.address.city"] });
    expect(spendOf(history)).toEqual(SPEND);
    expect(history.orders.kept?.[0]?.values).toEqual(expect.arrayContaining(["Turku", "Espoo"]));
    expect(ledgerNow(history)).toMatchObject({ rows: 3 });
    expect(history.understanding.files[0]?.layout.header).toEqual([
      ...["id", "created_at", "customer.id", "customer.address.city", "total"],
    ]);
  });

  it("keep the digits of long numbers, and a key of the record that looks like one of theirs", async () => {
    const record =
      '{"order":{"id":1234567890123456789},"date":"2026-03-01","customer":{"no":9007199254740993},"total":1}';
    const history = await readFiles(
      { "o.ndjson": Buffer.from(record) },
      { order: "order.id", customer: "customer.no" },
    );
    expect(entriesOf(history)).toMatchObject([{ order: "1234567890123456789", customer: "9007199254740993" }]);
  });

  it("may be null, or missing, in some records; where it is a plain value in some, it is no cell in the others", async () => {
    const none = { id: 14, created_at: "2026-03-04", customer: null, total: 3 };
    expect(setAside(await read([...ORDERS, none]))).toEqual({ "no customer": "1 rows, 3.00" });
    const plain = { ...none, customer: "cleo" };
    await expect(read([...ORDERS, plain], { customer: "customer" })).rejects.toThrow(
      'orders.json: "customer" at line 1 has nested values, and it is needed',
    );
  });

  it("are taken apart to a depth of eight, however deep they go", async () => {
    const deep = "[".repeat(50_000) + "]".repeat(50_000);
    const objects = `${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}`;
    const record = `{"order_id":1,"customer_id":"anna","date":"2026-03-01","total":2,"x":${deep},"y":${objects}}`;
    const history = await readFiles({ "o.ndjson": Buffer.from(`${record}\n${record.replace("1", "2")}`) });
    expect(history.understanding.files[0]?.layout.table?.nested).toEqual(["x", "y.a.a.a.a.a.a.a"]);
    expect(spendOf(history)).toEqual({ anna: "2 × 4.00" });
  });

  it("are refused where their keys are values: more than 16,384", async () => {
    const keys = Object.fromEntries(Array.from({ length: 16_400 }, (_, key) => [`k${key}`, 1]));
    await expect(read([{ ...ORDERS[0], more: keys }])).rejects.toThrow("line 1: the records have more than 16,384");
    await expect(read([{ ...ORDERS[0], more: [keys] }])).rejects.toThrow("line 1: the records have more than 16,384");
  });
});

describe("a list of lines inside orders", () => {
  it("gives the lines and orders of a CSV file with one row per line, however many lines orders have", async () => {
    const line = fc.record({ sku: fc.constantFrom("A", "B", "C"), quantity: fc.integer({ min: 1, max: 4 }) });
    const order = fc.record({ buyer: fc.constantFrom("x", "y"), lines: fc.array(line, { maxLength: 4 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(order, { minLength: 1, maxLength: 8 }), async (orders) => {
        const numbered = orders.map(({ buyer, lines }, id) => ({ id, buyer, lines, total: 1 + id }));
        const nested = numbered.map(({ id, buyer, lines, total }) => ({
          ...{ id, date: "2026-03-01", customer: { id: buyer }, total, items: lines },
        }));
        const rows = numbered.flatMap(({ id, buyer, lines, total }) =>
          (lines.length === 0 ? [{ sku: "", quantity: "" }] : lines).map(
            ({ sku, quantity }) => `${id},2026-03-01,${buyer},${total},${sku},${quantity}`,
          ),
        );
        const csv = ["order_id,date,customer_id,total,sku,quantity", ...rows];
        const [a, b] = [
          await read(nested, { lines: true }),
          await readFiles({ "o.csv": csv }, { lines: true, amountPer: "order" }),
        ];
        expect(spendOf(a)).toEqual(spendOf(b));
        expect(linesIn(a)).toEqual(linesIn(b));
      }),
      { numRuns: 20 },
    );
  });

  it("counts the order's total once, for it stands in the order, and says so", async () => {
    const history = await read(ORDERS, { keep: ["line_items.sku"] });
    expect(spendOf(history)).toEqual(SPEND);
    expect(ledgerNow(history)).toMatchObject({ rows: 4, usedRows: 4 });
    expect(history.understanding.files[0]?.amountEvidence).toBe('it stands in the order, not inside "line_items"');
  });

  it("makes up the amounts where the orders have no total of their own", async () => {
    const bare = ORDERS.map(({ total: _, ...order }) => order);
    expect(spendOf(await read(bare))).toEqual({ anna: "2 × 17.00" });
  });

  it("is left out line by line, and chosen by a condition", async () => {
    const isTea = [{ column: "line_items.sku", values: ["TEA"] }];
    expect(spendOf(await read(ORDERS, { excludeLines: isTea }))).toEqual({ anna: "1 × 7.00", ben: "1 × 8.00" });
    expect(spendOf(await read(ORDERS, { where: isTea }))).toEqual({ anna: "2 × 17.00" });
  });

  it("is asked about where two are wanted, or its rows have no order id", async () => {
    const two = ORDERS.map((order) => ({ ...order, gifts: [{ card: "g" }] }));
    await expect(read(two, { keep: ["line_items.sku", "gifts.card"] })).rejects.toThrow(
      'columns of two lists inside the records are asked for, "line_items" and "gifts", and one can be read',
    );
    const anonymous = ORDERS.map(({ id: _, ...order }) => order);
    await expect(read(anonymous, { keep: ["line_items.sku"] })).rejects.toMatchObject({
      message: expect.stringContaining('the rows of "line_items" need the id of their order'),
      hint: "name the column of the order id with --order NAME",
    });
    await expect(read(ORDERS, { keep: ["line_items.skuu"] })).rejects.toMatchObject({
      hint: expect.stringContaining('did you mean "line_items.sku"'),
    });
  });

  it("may be written as GraphQL does, with edges and nodes", async () => {
    const edges = (list: readonly object[]): object => ({ edges: list.map((node) => ({ node })) });
    const nodes = ORDERS.map((order) => ({ ...order, line_items: edges(order.line_items) }));
    const history = await read({ data: { orders: edges(nodes) } }, { keep: ["line_items.sku"] });
    expect(spendOf(history)).toEqual(SPEND);
    expect(history.understanding.files[0]?.name).toContain('orders.json, list "data.orders"');
  });
});

describe("refunds as a list inside orders", () => {
  it("are added up, whatever their sign", async () => {
    const refunds = [[{ total: "-2.00" }, { total: "-0.50" }], [{ total: 1 }], []];
    const history = await read(ORDERS.map((order, at) => ({ ...order, refunds: refunds[at] })));
    expect(history.understanding.files[0]?.layout.header).toContain("refunds.total");
    expect(spendOf(history)["anna"]).toBe("2 × 13.50");
  });
});

describe("a list of records inside one object", () => {
  it.each([
    ["in one line", JSON.stringify({ count: 3, next: null, orders: ORDERS }), "orders"],
    ["over many lines", JSON.stringify({ orders: ORDERS }, null, 2), "orders"],
    [
      "deeper inside",
      JSON.stringify({ data: { page: { n: 1 }, items: ORDERS }, meta: { tags: ["a"] } }, null, 1),
      "data.items",
    ],
    ["with braces in texts", JSON.stringify({ message: '}{][ \\" orders', items: ORDERS }), "items"],
  ])("is read: %s", async (_, text, list) => {
    const history = await readFiles({ "page.json": Buffer.from(text) });
    expect(spendOf(history)).toEqual(SPEND);
    expect(history.understanding.files[0]?.name).toMatch(new RegExp(`page\\.json, list "${list}"$`));
  });

  it("names the line of the file on which a record stands", async () => {
    const text = `{\n"count": 2,\n"orders": [\n${JSON.stringify(ORDERS[0])},\n${JSON.stringify(ORDERS[2])}\n]}`;
    expect(entriesOf(await readFiles({ "o.json": Buffer.from(text) })).map(({ place }) => place)).toEqual([
      'o.json, list "orders":4',
      'o.json, list "orders":5',
    ]);
  });

  it("is not taken for one where the object is an order with its lines", async () => {
    for (const text of [JSON.stringify(ORDERS[0]), JSON.stringify(ORDERS[0], null, 2)]) {
      expect(spendOf(await readFiles({ "one.json": Buffer.from(text) }))).toEqual({ anna: "1 × 12.00" });
    }
  });

  it("is chosen by --sheet where there are several, and found in folders", async () => {
    const page = JSON.stringify({ orders: ORDERS, customers: [{ id: 1 }, { id: 2 }] });
    await inFolder({ "page.json": page }, async (folder) => {
      const refused = await runRfm(["score", "."], folder);
      expect(refused).toMatchObject({ status: 3, stdout: "" });
      expect(refused.stderr).toContain('page.json: this object holds 2 lists of records: "orders"');
      const { status, stdout, stderr } = await runRfm(["score", ".", "--sheet", "orders"], folder);
      expect(status, stderr).toBe(0);
      expect(stdout).toContain("anna,2026-03-01,2026-03-02,1,2,17.00");
      expect(stderr).toContain('the file also has the list "customers": --sheet NAME reads another list');
      const wrong = await runRfm(["score", "page.json", "--sheet", "oders"], folder);
      expect(wrong).toMatchObject({ status: 3 });
      expect(wrong.stderr).toContain('no list of records "oders" (found: "orders" (line 1), "customers" (line 1))');
    });
  });
});

/** Lines with a product as anyone would list them: order, product and quantity. */
function linesIn({ orders }: Awaited<ReturnType<typeof readFiles>>): readonly string[] {
  const { lines } = orders;
  if (lines == null) return [];
  const shown = Array.from({ length: lines.length }, (_, line) => {
    const product = lines.products[lines.product[line] ?? -1]?.code ?? "";
    return `${lines.order[line]} ${product} ${lines.quantity[line]}`;
  });
  return shown.filter((line) => !line.includes("  ")).sort();
}

describe("a list of orders in a customer's record", () => {
  const shop = (list: string, ids: boolean): unknown => [
    {
      id: 1,
      email: "a@example.com",
      [list]: [
        { ...(ids ? { id: 901 } : {}), date: "2026-01-01", amount: 10 },
        { ...(ids ? { id: 902 } : {}), date: "2026-02-01", amount: 20 },
      ],
    },
    { id: 2, email: "b@example.com", [list]: [{ ...(ids ? { id: 903 } : {}), date: "2026-01-11", amount: 30 }] },
  ];

  it.each(["purchase", "payment", "sales"])("named %s has an order per element", async (list) => {
    for (const ids of [true, false]) {
      const history = await read(shop(list, ids));
      expect(spendOf(history), `${ids}`).toEqual({ "a@example.com": "2 × 30.00", "b@example.com": "1 × 30.00" });
    }
  });
});

describe("a list of refunds", () => {
  const refunded = (...amounts: readonly unknown[]): unknown => [
    { id: 1, email: "a@example.com", date: "2026-01-01", total: 100, refunds: amounts.map((amount) => ({ amount })) },
    { id: 2, email: "b@example.com", date: "2026-01-02", total: 50, refunds: [{ amount: 5 }] },
  ];

  it.each([
    ["a null beside a number", [10, null], "1 × 90.00"],
    ["more decimals than money has", ["-10.00000"], "1 × 90.00"],
    ["several with a minus", [-10, -5], "1 × 85.00"],
  ])("with %s is taken off", async (_, amounts, spend) => {
    expect(spendOf(await read(refunded(...amounts)))).toEqual({ "a@example.com": spend, "b@example.com": "1 × 45.00" });
  });

  it("that cannot be read makes its order unreadable, and is not passed over", async () => {
    for (const amounts of [["ten"], [10, "?"], [10, -5]]) {
      const history = await read(refunded(...amounts), { maxRejects: "1" } as never);
      expect(
        history.rejects.map(({ line, reason }) => [line, reason]),
        `${amounts}`,
      ).toEqual([[1, "unreadable amount"]]);
    }
  });
});
