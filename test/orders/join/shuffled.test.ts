/** Whatever the order of rows and files: the same orders, and every row and cent of all tables accounted for. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { customersAt } from "../../../src/analysis/customers/customers-at.ts";
import { ledgerOf } from "../../../src/analysis/ledger/ledger.ts";
import { reasonsAt } from "../../../src/analysis/ledger/reasons-at.ts";
import { readOrders } from "../../../src/orders/read-orders.ts";

const IS_LONG = process.env["RFM_LONG_TESTS"] === "1";

interface Payment {
  readonly order: number;
  readonly cents: number;
}

interface Shop {
  /** The customer of each order, and whether it counts; its number is its id. */
  readonly orders: readonly { readonly customer: number; readonly isPaid: boolean }[];
  readonly payments: readonly Payment[];
  /** Which customers the table has. */
  readonly known: readonly number[];
}

const someShop: fc.Arbitrary<Shop> = fc.record({
  orders: fc.array(fc.record({ customer: fc.integer({ min: 1, max: 6 }), isPaid: fc.boolean() }), {
    minLength: 2,
    maxLength: 12,
  }),
  payments: fc.array(
    fc.record({ order: fc.integer({ min: 1, max: 15 }), cents: fc.integer({ min: 1, max: 99_999 }) }),
    { minLength: 2, maxLength: 25 },
  ),
  known: fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 9 }),
});

/** Only shops in which payments and orders have something in common, and some order counts, can be read at all. */
function canBeRead({ orders, payments, known }: Shop): boolean {
  const hasPaid = payments.some(({ order }) => orders[order - 1]?.isPaid === true);
  return hasPaid && orders.some(({ customer }) => known.includes(customer));
}

type Rows = readonly string[];

function tables({ orders, payments, known }: Shop): readonly (readonly [name: string, header: string, rows: Rows])[] {
  return [
    [
      "orders.csv",
      "order_id,customer_id,order_date,status",
      orders.map(
        ({ customer, isPaid }, index) =>
          `${index + 1},${customer},2024-03-${13 + (index % 9)},${isPaid ? "paid" : "cancelled"}`,
      ),
    ],
    [
      "payments.csv",
      "payment_id,order_id,amount",
      payments.map(({ order, cents }, index) => `p${index},${order},${(cents / 100).toFixed(2)}`),
    ],
    ["customers.csv", "customer_id,email", known.map((customer) => `${customer},c${customer}@example.com`)],
  ];
}

async function summaryOf(folder: string, names: readonly string[]): Promise<unknown> {
  const history = await readOrders(names.map((name) => join(folder, name)));
  const asOf = history.orders.lastDay;
  const ledger = ledgerOf(history.entries, reasonsAt(history.entries, { asOf }));
  const customers = customersAt(history.orders, { asOf });
  return {
    customers: Array.from({ length: customers.length }, (_, index) => [
      customers.ids[index],
      customers.orders[index],
      customers.spend[index],
    ]).sort(),
    ...{ rows: ledger.rows, money: ledger.money, usedRows: ledger.usedRows, usedMoney: ledger.usedMoney },
    setAside: ledger.setAside.map(({ reason, rows, money }) => [reason, rows, money]),
  };
}

it("gives the same from tables in any order of rows and files, and balances over all of them", async () => {
  const folder = await mkdtemp(join(tmpdir(), "rfm-joins-"));
  const run = fc.asyncProperty(
    someShop.filter(canBeRead).chain((shop) => {
      const shuffled = tables(shop).map(([name, header, rows]) =>
        fc
          .shuffledSubarray([...rows], { minLength: rows.length })
          .map((mixed) => [`z-${name}`, header, mixed] as const),
      );
      return fc.tuple(fc.constant(shop), fc.tuple(...shuffled));
    }),
    async ([shop, mixed]) => {
      for (const [name, header, rows] of [...tables(shop), ...mixed]) {
        await writeFile(join(folder, name), `${[header, ...rows].join("\n")}\n`);
      }
      const names = tables(shop).map(([name]) => name);
      const plain = await summaryOf(folder, names);
      expect(await summaryOf(folder, names.map((name) => `z-${name}`).reverse())).toEqual(plain);
      const { orders, payments, known } = shop;
      const cents = payments.reduce((sum, payment) => sum + payment.cents, 0);
      const counted = payments.filter(({ order }) => orders[order - 1]?.isPaid === true);
      expect(plain).toMatchObject({
        rows: orders.length + payments.length + known.length,
        money: BigInt(cents * 100),
        usedMoney: BigInt(counted.reduce((sum, payment) => sum + payment.cents, 0) * 100),
      });
    },
  );
  await fc.assert(run, { seed: 20_261_126, numRuns: IS_LONG ? 300 : 25 });
  await rm(folder, { recursive: true });
});
