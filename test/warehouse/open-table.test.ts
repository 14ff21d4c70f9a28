/** A table in a database through the library: the same customers, retention and cohorts as from a file with the same rows. */
import { describe, expect, it } from "vitest";
import {
  cohortsOf,
  cohortsOfCells,
  customersAt,
  defaultAsOf,
  openTable,
  parseSpan,
  readOrders,
  retentionByPeriod,
  retentionOfCells,
  scoreCustomers,
} from "../../src/index.ts";
import type { Open } from "../../src/warehouse/engines/connect.ts";
import { inFolder } from "../support/in-process.ts";
import { memoryEngine } from "../support/memory-engine.ts";
import { MEMORY_SHOP, memoryShopCsv } from "../support/memory-shop.ts";

const URL = "postgres://me:s3cr3t@db.example.com/shop";
const COLUMNS = { customer: "customer_id", date: "ordered_on", amount: "total" };
const TABLE = { table: "orders", ...COLUMNS };

/** The memory engine, and whether its connection was closed. */
function watched(): { readonly open: Open; readonly asked: string[]; readonly isClosed: () => boolean } {
  const asked: string[] = [];
  let closed = false;
  const open: Open = async (location) => ({
    ...(await memoryEngine(MEMORY_SHOP, asked)(location)),
    close: async () => {
      closed = true;
    },
  });
  return { open, asked, isClosed: () => closed };
}

describe("openTable", () => {
  it("asks which table, where JavaScript names none", async () => {
    const { open } = watched();
    await expect(openTable(URL, {} as never, { open })).rejects.toThrow("postgres://db.example.com/shop: which table?");
  });

  it("gives the customers, retention and cohorts of a file with the same rows, and asks each question once", async () => {
    const { open, asked, isClosed } = watched();
    const table = await openTable(URL, TABLE, { open });
    const [{ customers, ledger }, sums] = [await table.customers(), await table.periods("month")];
    await table.customers();
    await inFolder({ "orders.csv": memoryShopCsv() }, async (folder) => {
      const file = { ...COLUMNS, order: "order_id", status: "none" };
      const history = await readOrders(["orders.csv"], file, { cwd: folder });
      const asOf = defaultAsOf(history);
      const expected = customersAt(history.orders, { asOf });
      expect(table.asOf).toBe(asOf);
      expect(customers.ids).toEqual(expected.ids);
      for (const column of ["recencyDays", "frequency", "spend", "firstOrderDay"] as const) {
        expect(customers[column]).toEqual(expected[column]);
      }
      expect(scoreCustomers(customers).scores).toEqual(scoreCustomers(expected).scores);
      expect(retentionOfCells(sums, { asOf }).rows).toEqual(retentionByPeriod(history.orders, { asOf }).rows);
      expect(cohortsOfCells(sums, { asOf }).cohorts).toEqual(cohortsOf(history.orders, { asOf }).cohorts);
      expect(ledger.rows).toBe(MEMORY_SHOP.length);
    });
    expect(asked).toHaveLength(3);
    expect(isClosed()).toBe(false);
    await table.close();
    expect(isClosed()).toBe(true);
  });

  it("counts in a window of the as-of date", async () => {
    const { open, asked } = watched();
    const window = parseSpan("6m") ?? undefined;
    await (await openTable(URL, { ...TABLE, window, asOf: 19_904 }, { open })).customers();
    expect(asked[1]).toContain(`"order_day" >= DATE '2024-01-01'`);
    expect(asked[1]).toContain(`<= DATE '2024-06-30'`);
  });

  it.each([
    ["a column that is not there", URL, { ...TABLE, amount: "net" }, 'orders: no column "net"'],
    ["a table without a name", URL, { table: "" }, "postgres://db.example.com/shop: which table?"],
  ])("refuses %s, and leaves no connection open", async (_, url, options, message) => {
    const { open, asked, isClosed } = watched();
    await expect(openTable(url, options, { open })).rejects.toThrow(message);
    expect({ asked, isClosed: isClosed() }).toEqual({ asked: [], isClosed: options.table !== "" });
  });

  it.each(["asOf", "since", "until"])("refuses a day as text before it connects: %s", async (name) => {
    const { open, asked } = watched();
    const options = { ...TABLE, [name]: "2024-01-01" } as never;
    await expect(openTable(URL, options, { open })).rejects.toThrow(`${name}: "2024-01-01" is not a civil day number`);
    const table = await openTable(URL, TABLE, { open });
    await expect(table.customers("2024-01-01" as never)).rejects.toThrow("is not a civil day number");
    expect(asked).toHaveLength(1);
    expect((await table.customers(19_904)).customers.asOf).toBe(19_904);
  });

  it("asks a question that failed anew", async () => {
    let failures = 1;
    const open: Open = async (location) => {
      const engine = await memoryEngine(MEMORY_SHOP)(location);
      return {
        ...engine,
        rows: async (query) => {
          if (query.includes('"first_order"') && failures > 0) {
            failures -= 1;
            throw new Error("canceling statement due to conflict with recovery");
          }
          return engine.rows(query);
        },
      };
    };
    const table = await openTable(URL, TABLE, { open });
    await expect(table.customers()).rejects.toThrow("conflict with recovery");
    expect((await table.customers()).customers.length).toBe(41);
  });

  it("refuses a URL of something else", async () => {
    await expect(openTable("mysql://db/shop", TABLE)).rejects.toThrow("mysql://db/shop: unknown kind of database");
  });
});
