/** Order ids of tables with types that are not kept: what comes of them is what comes of those that are. */
import { parquetWriteBuffer } from "hyparquet-writer";
import { describe, expect, it } from "vitest";
import { DifferentOrderIds, FoundOrders, OrderIdsInTurn } from "../../../src/orders/rows/order-ids.ts";
import { OrderIdsOutOfTurn, OrderIdsRepeat } from "../../../src/orders/rows/restart-reasons.ts";
import { RowBuffer } from "../../../src/orders/rows/row-buffer.ts";
import type { CellBytes } from "../../../src/typed/typed-table.ts";
import { readFiles, spendOf } from "../../support/read-csv.ts";

type Id = string | number | null;

/** An order has one customer. */
function customerOf(id: Id): string {
  return `c${[...idOf(id)].reduce((sum, character) => sum + character.charCodeAt(0), 0) % 7}`;
}

function idOf(id: Id): string {
  return String(id).trim().replace("'", "");
}

function orders(ids: readonly Id[]): Buffer {
  return Buffer.from(
    parquetWriteBuffer({
      columnData: [
        { name: "order_id", data: [...ids], type: typeof ids[0] === "number" ? "DOUBLE" : "STRING" },
        { name: "customer_id", data: ids.map(customerOf), type: "STRING" },
        {
          name: "order_date",
          data: ids.map((_, row) => new Date(Date.UTC(2026, 0, 1 + (row % 90)))),
          type: "TIMESTAMP",
        },
        { name: "total", data: ids.map((_, row) => row + 0.25), type: "DOUBLE" },
      ],
      rowGroupSize: 500,
    }),
  );
}

const numbered = (count: number): readonly string[] => Array.from({ length: count }, (_, row) => `#${1000 + row}`);
const mixed = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, row) => `${(row * 7919) % 10_007}-x`);

describe("order ids that nobody needs", () => {
  const cases: Readonly<Record<string, readonly Id[]>> = {
    "in turn": numbered(1200),
    falling: [...numbered(1200)].reverse(),
    "numbers in turn": Array.from({ length: 1200 }, (_, row) => row + 5),
    "all different": mixed(1200),
    "out of turn after the first thousand": [...numbered(1200), "#7", "#5"],
    "repeated at the end": [...mixed(1200), "0-x"],
    "in turn, one repeated": [...numbered(1200), "#2199", "#2200"],
    "two rows each": mixed(600).flatMap((id) => [id, id]),
    "partly blank": numbered(1200).map((id, row) => (row % 50 === 3 ? null : id)),
    "partly written unplainly": [...mixed(1100), " 0-x ", "'5", "Å", "1.2E+13", "1.2E+13"],
  };

  it.each(Object.keys(cases))("%s: are the same orders", async (name) => {
    const file = { "o.parquet": orders(cases[name] ?? []) };
    const kept = spendOf(await readFiles(file));
    expect(spendOf(await readFiles(file, { orderIds: "not needed" }))).toEqual(kept);
    const purchases = Object.values(kept).reduce((sum, text) => sum + Number(/^\d+/.exec(text)?.[0]), 0);
    const ids = (cases[name] ?? []).filter((id) => id !== null && id !== "1.2E+13").map(idOf);
    expect(purchases).toBe(new Set(ids).size + (cases[name]?.length ?? 0) - ids.length); // a row without an id is an order
  });

  it("are the same orders in two files, apart or not", async () => {
    for (const second of [numbered(2400).slice(1200), numbered(2400).slice(1100), mixed(1200)]) {
      const files = { "a.parquet": orders(numbered(1200)), "b.parquet": orders(second) };
      const kept = spendOf(await readFiles(files));
      expect(spendOf(await readFiles(files, { orderIds: "not needed" }))).toEqual(kept);
    }
  });
});

describe("ids that are taken", () => {
  const cell = (text: string): CellBytes => ({
    ...{ seek: () => true, bytes: Buffer.from(text), start: 0, end: text.length },
    ...{ texts: null, at: 0, entry: -1, dictionary: null },
  });

  it("are refused as soon as one is out of turn", () => {
    const ids = new OrderIdsInTurn();
    ids.take(cell("A9"));
    ids.take(cell("A10"));
    expect(() => ids.take(cell("A10"))).toThrow(OrderIdsOutOfTurn);
    ids.texts.code("B");
    expect(() => ids.takeText(0, 0)).toThrow(OrderIdsOutOfTurn);
  });

  it("are refused where one repeats, early or at the end, as bytes or as text", () => {
    const early = new DifferentOrderIds();
    early.take(cell("A1"));
    for (let id = 1; id < 32_767; id += 1) early.take(cell(`B${id}`));
    expect(() => early.take(cell("A1"))).toThrow(OrderIdsRepeat);
    const late = new DifferentOrderIds();
    late.take(cell("A1"));
    late.texts.code("A1");
    late.takeText(1, 0);
    const found = new FoundOrders();
    late.tell(found);
    expect(() => found.number(new RowBuffer(0))).toThrow(OrderIdsRepeat);
  });

  it("cannot be compared where some were in turn", () => {
    const found = new FoundOrders();
    const inTurn = new OrderIdsInTurn();
    inTurn.take(cell("A1"));
    inTurn.tell(found);
    const different = new DifferentOrderIds();
    different.take(cell("A1"));
    expect(() => different.tell(found)).toThrow(OrderIdsOutOfTurn);
  });
});
