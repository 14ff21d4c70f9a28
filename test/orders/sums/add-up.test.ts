import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumber } from "../../../src/basics/calendar/days.ts";
import type { Options } from "../../support/both-readers.ts";
import { compareSums, someCutting } from "../../support/shown-sums.ts";

const CASES = process.env["RFM_LONG_TESTS"] === "1" ? 3000 : 30;
const SEED = 27_000;

const HEADER = "order_id,customer_id,order_date,total,refunded amount,status,currency";

/** One row of a shop whose exports have one row per order, nearly. */
interface Row {
  readonly customer: string;
  readonly date: string;
  readonly total: string;
  readonly refunded: string;
  readonly status: string;
  readonly currency: string;
  readonly kind: "row" | "blank line" | "short row" | "no id" | "id of the row before" | "id out of turn";
}

const mostly = <T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 12, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) });

const someRow = (oddities: boolean): fc.Arbitrary<Row> =>
  fc.record({
    customer: fc.constantFrom("c1", "c2", "c3", "c4", "Ann@Example.com", "ann@example.com", "", "77", '"c2"'),
    date: fc.oneof(
      {
        weight: 12,
        arbitrary: fc.integer({ min: 1, max: 28 }).map((day) => `2026-03-${String(day).padStart(2, "0")}`),
      },
      { weight: 1, arbitrary: fc.constantFrom("2026-02-01", "2026-04-30", "soon", "", "2025-03-01") },
    ),
    total: fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: 0, max: 20_000 }).map((cents) => (cents / 100).toFixed(2)) },
      {
        weight: 1,
        arbitrary: fc.constantFrom("-5.00", "0.00", "", "n/a", '"12.50"', "450359962737.0497", "90071992547.0000"),
      },
    ),
    refunded: mostly("", "0.00", "2.50"),
    status: mostly(
      "paid",
      "completed",
      "partially refunded",
      "cancelled",
      "",
      "test",
      ...(oddities ? ["mislaid"] : []),
    ),
    currency: mostly("EUR", ...(oddities ? ["USD", ""] : ["eur"])),
    kind: mostly<Row["kind"]>(
      "row",
      "blank line",
      "short row",
      "no id",
      ...(oddities ? (["id of the row before", "id out of turn"] as const) : []),
    ),
  });

const someShop = fc.boolean().chain((oddities) => fc.array(someRow(oddities), { minLength: 1, maxLength: 60 }));

function fileOf(rows: readonly Row[], tail: string): Buffer {
  const lines = rows.map(({ customer, date, total, refunded, status, currency, kind }, index) => {
    if (kind === "blank line") return "";
    if (kind === "short row") return "one,two";
    const own = 1000 + index;
    const id = { "no id": "", "id of the row before": String(own - 1), "id out of turn": String(own + 500) };
    return [kind === "row" ? own : id[kind], customer, date, total, refunded, status, currency].join(",");
  });
  return Buffer.from(`${[HEADER, ...lines].join("\n")}\n${tail}`);
}

const someOptions = fc.constantFrom<Options>(
  {},
  {},
  { maxRejects: { rows: 1000 } },
  { maxRejects: { rows: 1000 }, unknownStatus: "exclude", currency: "EUR" },
  { maxRejects: { rows: 1000 }, unknownStatus: "include", unnamedCurrency: "EUR" },
  { maxRejects: { rows: 1000 }, refunds: "ignore", excludeStatus: ["paid"] },
  { maxRejects: { rows: 1000 }, since: dayNumber(2026, 3, 4), until: dayNumber(2026, 3, 24), currency: "USD" },
);

describe("purchases that are added up while they are read", () => {
  it("give what rows that are kept give, in any number of threads, or the same error", async () => {
    const counts = { summed: 0, kept: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(
        someShop,
        fc.constantFrom("", "", "Total,,,123.00,,,\n"),
        someCutting,
        someOptions,
        fc.constantFrom(undefined, undefined, dayNumber(2026, 3, 15), dayNumber(2026, 12, 1)),
        async (rows, tail, cutting, options, asOf) => {
          counts[await compareSums(fileOf(rows, tail), cutting, { asOf, options })] += 1;
        },
      ),
      { numRuns: CASES, seed: SEED },
    );
    expect(counts.summed).toBeGreaterThan(CASES / 4);
    expect(counts.refused).toBeGreaterThan(CASES / 8);
    expect(counts.kept).toBeGreaterThan(0);
  });
});
