import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDay } from "../../src/core/calendar/days.ts";
import { customersAt } from "../../src/core/customers/customers-at.ts";
import { reasonsAt } from "../../src/core/ledger/entries.ts";
import { scoreCustomers } from "../../src/core/scores/score-customers.ts";
import { InputError } from "../../src/errors.ts";
import { defaultAsOf, type OrderHistory, readOrders } from "../../src/orders/read-orders.ts";
import { renderTable } from "../../src/render/formats.ts";
import { orderTable } from "../../src/render/tables/order-table.ts";
import { ledgerNow, readFiles, readLines } from "../support/read-csv.ts";

const HEADER = "order_id,customer_id,order_date,line total,status";

describe("the default as-of date", () => {
  async function asOf(...rows: readonly string[]): Promise<string> {
    return formatDay(defaultAsOf(await readLines([HEADER, ...rows])));
  }

  it("is the newest day in the data, whatever became of its row", async () => {
    expect(await asOf("1,anna,2026-03-01,1,paid", "2,anna,2026-03-09,1,cancelled")).toBe("2026-03-09");
    expect(await asOf("1,anna,2026-03-01,1,paid", "2,,2026-03-09,0,paid")).toBe("2026-03-09");
  });

  it("does not look at rows that cannot be read, and at test orders", async () => {
    expect(await asOf("1,anna,2026-03-01,1,paid", "2,anna,2026-03-09,one,paid")).toBe("2026-03-01");
    expect(await asOf("1,anna,2026-03-01,1,paid", "2,anna,2026-03-09,1,test")).toBe("2026-03-01");
  });

  it("is refused more than 366 days after the next newest, with the row and the option", async () => {
    expect(await asOf("1,anna,2025-03-01,1,paid", "2,anna,2026-03-02,1,paid")).toBe("2026-03-02"); // 366 days
    const history = await readLines([HEADER, "1,anna,2025-03-01,1,paid", "2,anna,2026-03-03,1,paid"]);
    expect(() => defaultAsOf(history)).toThrow(InputError);
    expect(() => defaultAsOf(history)).toThrow(/orders\.csv: line 3 is dated 2026-03-03.*2025-03-01/);
    expect(() => defaultAsOf(history)).toThrow(expect.objectContaining({ hint: expect.stringContaining("--as-of") }));
  });

  it("is that of a lone day", async () => {
    expect(await asOf("1,anna,2026-03-01,1,paid", "2,ben,2026-03-01,1,paid")).toBe("2026-03-01");
  });
});

describe("standard input", () => {
  it("is read as one more file", async () => {
    async function* bytes(): AsyncGenerator<Buffer> {
      yield Buffer.from(`${HEADER}\n1,anna,2026-03-`);
      yield Buffer.from("01,12.50,paid\n");
    }
    const history = await readOrders(["-"], {}, { stdin: bytes });
    expect(ledgerNow(history)).toMatchObject({ usedRows: 1, usedMoney: 125_000n });
  });
});

describe("reading back what rfm orders writes", () => {
  const row = fc.record({
    order: fc.integer({ min: 1, max: 9 }),
    day: fc.integer({ min: 1, max: 9 }),
    amount: fc.constantFrom("10.00", "0.3333", "-4.25", "0", "", "7", "oops"),
    status: fc.constantFrom("paid", "paid", "paid", "", "cancelled", "test"),
    named: fc.boolean(),
  });
  const rows = fc.array(row, { minLength: 1, maxLength: 25 }).map((written) =>
    written.map(({ order, day, amount, status, named }) => {
      const customer = named ? ["anna", "ben@example.com", "00100"][order % 3] : "";
      return `${order},${customer},2026-03-0${day},${amount},${status}`;
    }),
  );
  const first = "99,zoe,2026-03-05,1.00,paid";

  function ordersFile(history: OrderHistory, asOf: number): readonly string[] {
    const table = orderTable(history.entries, reasonsAt(history.entries, { asOf }));
    return [...renderTable(table, "csv")].join("").trimEnd().split("\n");
  }

  it("gives the same customers, the same scores and the same money, whatever the export", async () => {
    const everything = { maxRejects: { share: 1 } };
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 5, max: 9 }), async (lines, lastDay) => {
        const asOf = 20_513 + lastDay - 1; // 1 March 2026 is day 20513
        const history = await readLines([HEADER, first, ...lines], everything);
        const again = await readFiles({ "orders.csv": ordersFile(history, asOf) }, everything);
        const scored = (of: OrderHistory): unknown => {
          const { customers, scores } = scoreCustomers(customersAt(of.orders, { asOf }));
          const { customer: _, ...table } = customers;
          return { table, scores };
        };
        expect(scored(again)).toEqual(scored(history));
        expect(ledgerNow(again).money).toBe(ledgerNow(history).money);
      }),
      { numRuns: 60, seed: 3 },
    );
  });
});
