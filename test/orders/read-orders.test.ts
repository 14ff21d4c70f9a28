import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { customersAt } from "../../src/analysis/customers/customers-at.ts";
import { reasonsAt } from "../../src/analysis/ledger/reasons-at.ts";
import { scoreCustomers } from "../../src/analysis/scores/score-customers.ts";
import type { OrderHistory } from "../../src/orders/history.ts";
import { readOrders } from "../../src/orders/read-orders.ts";
import { renderData } from "../../src/render/tables/formats.ts";
import { orderTable } from "../../src/render/tables/order-table.ts";
import { chunkText } from "../support/chunk-text.ts";
import { ENGLISH } from "../support/languages.ts";
import { ledgerNow, readFiles, readLines } from "../support/read-csv.ts";

const HEADER = "order_id,customer_id,order_date,line total,status";

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
    const table = orderTable(history.entries, reasonsAt(history.entries, { asOf }), ENGLISH);
    return chunkText(renderData(table, "csv")).trimEnd().split("\n");
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
          const { customer: _, keyBytes: __, ...table } = customers;
          return { table, scores };
        };
        expect(scored(again)).toEqual(scored(history));
        expect(ledgerNow(again).money).toBe(ledgerNow(history).money);
      }),
      { numRuns: 60, seed: 3 },
    );
  });
});
