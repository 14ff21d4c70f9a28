import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumber } from "../../../src/basics/calendar/days.ts";
import type { Options } from "../../support/both-readers.ts";
import { compareSums, someCutting } from "../../support/shown-sums.ts";

const CASES = process.env["RFM_LONG_TESTS"] === "1" ? 1000 : 30;
const SEED = 33_000;

const HEADER = "order_id,customer_id,order_date,status,quantity,unit_price,currency,sku";

/** An order of a shop whose exports have one row per line item, and whose rows mostly say the same of it. */
interface Order {
  readonly customer: string;
  readonly day: number;
  readonly status: string;
  readonly currency: string;
  readonly lines: readonly Line[];
  readonly kind: "order" | "no id" | "id of the order before" | "quoted id";
}

interface Line {
  readonly quantity: string;
  readonly price: string;
  readonly kind:
    | "line"
    | "other customer"
    | "no customer"
    | "other day"
    | "no day"
    | "other status"
    | "blank status"
    | "other currency"
    | "short row"
    | "blank line"
    | "note of two lines";
}

const mostly = <T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 14, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) });

const someLine: fc.Arbitrary<Line> = fc.record({
  quantity: mostly("1", "2", "3", "12", "0", "-1", "0.5", ""),
  price: fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 1, max: 20_000 }).map((cents) => (cents / 100).toFixed(2)) },
    {
      weight: 1,
      arbitrary: fc.constantFrom("0.00", "", "n/a", "-5.00", '"12.50"', "9007199254.00", "1759218604.4415"),
    },
  ),
  kind: fc.oneof(
    { weight: 30, arbitrary: fc.constant<Line["kind"]>("line") },
    {
      weight: 1,
      arbitrary: fc.constantFrom<Line["kind"]>(
        ...(["other customer", "no customer", "other day", "no day", "other status", "blank status"] as const),
        ...(["other currency", "short row", "blank line", "note of two lines"] as const),
      ),
    },
  ),
});

const someOrder: fc.Arbitrary<Order> = fc.record({
  customer: mostly("c1", "c2", "c3", "Ann@Example.com", "ann@example.com", "", "77", '"c2"'),
  day: fc.integer({ min: 1, max: 28 }),
  status: mostly("paid", "completed", "cancelled", "partially refunded", "", "test"),
  currency: mostly("EUR", "eur"),
  lines: fc.array(someLine, { minLength: 1, maxLength: 6 }),
  kind: mostly<Order["kind"]>("order", "no id", "id of the order before", "quoted id"),
});

/** Orders one behind another, or all rows in another order, by a key for each. */
const someShop = fc
  .record({
    orders: fc.array(someOrder, { minLength: 1, maxLength: 80, size: "max" }),
    shuffled: fc.option(fc.nat(2 ** 20)),
  })
  .map(({ orders, shuffled }) => {
    const rows = orders.flatMap((order, index) => rowsOf(order, 1000 + index));
    if (shuffled === null) return rows;
    const keyed = rows.map((row, index) => ({ row, key: ((index + 1) * (2 * shuffled + 1)) % 1009 }));
    return keyed.toSorted((a, b) => a.key - b.key).map(({ row }) => row);
  });

const dayOf = (day: number): string => `2026-03-${String(day).padStart(2, "0")}`;

function rowsOf({ kind, lines, ...order }: Order, number: number): readonly string[] {
  const ids: Partial<Record<Order["kind"], string>> = {
    "no id": "",
    "id of the order before": String(number - 1),
    "quoted id": `"${number}"`,
  };
  const id = ids[kind] ?? String(number);
  return lines.map(({ kind: what, quantity, price }) => {
    if (what === "short row") return `${id},one`;
    if (what === "blank line") return "";
    const customer = { "other customer": "c9", "no customer": "" }[what as string] ?? order.customer;
    const day = { "other day": dayOf((order.day % 28) + 1), "no day": "" }[what as string] ?? dayOf(order.day);
    const status = { "other status": "completed", "blank status": "" }[what as string] ?? order.status;
    const currency = what === "other currency" ? "SEK" : order.currency;
    const sku = what === "note of two lines" ? '"mug\nblue"' : "MUG-1";
    return [id, customer, day, status, quantity, price, currency, sku].join(",");
  });
}

/** In a segment, the first row of each status is kept: most rows are added up only where segments are not too short. */
const someLongCutting = fc
  .tuple(someCutting, fc.integer({ min: 200, max: 6000 }))
  .map(([cutting, segmentBytes]) => ({ ...cutting, segmentBytes }));

const someOptions = fc.constantFrom<Options>(
  { maxRejects: { rows: 1000 }, currency: "EUR" },
  { maxRejects: { rows: 1000 }, currency: "EUR" },
  { maxRejects: { rows: 1000 } },
  { maxRejects: { rows: 1000 }, currency: "EUR", unnamedCurrency: "EUR" },
  { maxRejects: { rows: 1000 }, refunds: "ignore", currency: "EUR", excludeStatus: ["paid"] },
  { maxRejects: { rows: 1000 }, since: dayNumber(2026, 3, 4), until: dayNumber(2026, 3, 24), currency: "EUR" },
);

describe("line items that are added up", () => {
  it("come to what their orders come to when all rows are kept, wherever they stand and however the file is cut", async () => {
    const counts = { summed: 0, kept: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(
        someShop,
        someLongCutting,
        someOptions,
        fc.constantFrom(undefined, undefined, dayNumber(2026, 3, 15)),
        async (rows, cutting, options, asOf) => {
          const file = Buffer.from(`${[HEADER, ...rows].join("\n")}\n`);
          counts[await compareSums(file, cutting, { asOf, options })] += 1;
        },
      ),
      { numRuns: CASES, seed: SEED },
    );
    expect(counts.summed).toBeGreaterThan(CASES / 2);
    expect(counts.refused).toBeGreaterThan(0);
  }, 600_000);
});
