import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { customersAt } from "../../../src/analysis/customers/customers-at.ts";
import { ledgerOf } from "../../../src/analysis/ledger/ledger.ts";
import { reasonsAt } from "../../../src/analysis/ledger/reasons-at.ts";
import { dayNumber } from "../../../src/basics/calendar/days.ts";
import { EmptyInputError } from "../../../src/errors.ts";
import { defaultAsOf, type OrderHistory } from "../../../src/orders/history.ts";
import { readOrders } from "../../../src/orders/read-orders.ts";
import { type Cutting, expectSame, type Options, withFiles } from "../../support/both-readers.ts";
import { InProcessThreads } from "../../support/in-process-threads.ts";
import { type Outcome, outcomeOf, type ShownHistory, shownHistory, shownOutcome } from "../../support/shown-history.ts";

const CASES = process.env["RFM_LONG_TESTS"] === "1" ? 3000 : 60;
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
    status: mostly("paid", "completed", "cancelled", "", "test", ...(oddities ? ["mislaid"] : [])),
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

const someCutting: fc.Arbitrary<Cutting> = fc
  .record({ threads: fc.constantFrom(1, 2, 3, 7), segmentBytes: fc.integer({ min: 60, max: 900 }), seed: fc.nat(99) })
  .map(({ seed, ...cutting }) => ({ ...cutting, pick: (job) => (job + 1) * seed }));

const someOptions = fc.constantFrom<Options>(
  {},
  {},
  { maxRejects: { rows: 1000 } },
  { maxRejects: { rows: 1000 }, unknownStatus: "exclude", currency: "EUR" },
  { maxRejects: { rows: 1000 }, unknownStatus: "include", unnamedCurrency: "EUR" },
  { maxRejects: { rows: 1000 }, refunds: "ignore", excludeStatus: ["paid"] },
  { maxRejects: { rows: 1000 }, since: dayNumber(2026, 3, 4), until: dayNumber(2026, 3, 24), currency: "USD" },
);

/** All that scoring and its notes take from a history. */
function shownSums(history: OrderHistory, asOf: number | undefined): ShownHistory {
  const { understanding, rejects, rows, newest, nextNewestDay } = shownHistory(history, { ids: false });
  const { statuses, ...understood } = understanding as Record<string, unknown> & { statuses: { status: string }[] };
  return {
    understood,
    rejects,
    rows,
    newest,
    nextNewestDay,
    days: [history.orders.firstDay, history.orders.lastDay],
    statuses: statuses.toSorted((a, b) => (a.status < b.status ? -1 : 1)),
    ...scoredFrom(history, asOf),
  };
}

function scoredFrom(history: OrderHistory, asked: number | undefined): ShownHistory {
  try {
    const asOf = asked ?? defaultAsOf(history);
    const ledger = ledgerOf(history.entries, reasonsAt(history.entries, { asOf }));
    try {
      return { asOf, ledger, customers: shownCustomers(history, asOf) };
    } catch (error) {
      if (error instanceof EmptyInputError) return { ledger, refused: error.message };
      throw error;
    }
  } catch (error) {
    return shownOutcome({ error });
  }
}

function shownCustomers({ orders }: OrderHistory, asOf: number): readonly unknown[] {
  const { ids, firstOrderDay, lastOrderDay, orders: counts, ordersEver, spend } = customersAt(orders, { asOf });
  return ids.map((id, at) => [id, firstOrderDay[at], lastOrderDay[at], counts[at], ordersEver[at], spend[at]]);
}

function shown(outcome: Outcome, asOf: number | undefined): ShownHistory {
  return "history" in outcome ? shownSums(outcome.history, asOf) : shownOutcome(outcome);
}

function areSummed(outcome: Outcome): boolean {
  return "history" in outcome && outcome.history.orders.summed !== undefined;
}

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
        async (rows, tail, { threads, segmentBytes, pick }, options, asOf) => {
          await withFiles({ "orders.csv": fileOf(rows, tail) }, async (cwd, names) => {
            const read = (more: Options): Promise<Outcome> =>
              outcomeOf(() => readOrders(names, { ...options, orderIds: "not needed", ...more }, { cwd }));
            const kept = await read({ reader: "tolerant" });
            const startThreads = (count: number): InProcessThreads => new InProcessThreads(count, pick);
            const summed = await read({ addUp: { until: asOf }, threads, segmentBytes, startThreads });
            expectSame(shown(summed, asOf), shown(kept, asOf), "");
            counts["error" in kept ? "refused" : areSummed(summed) ? "summed" : "kept"] += 1;
          });
        },
      ),
      { numRuns: CASES, seed: SEED },
    );
    expect(counts.summed).toBeGreaterThan(CASES / 4);
    expect(counts.refused).toBeGreaterThan(CASES / 8);
    expect(counts.kept).toBeGreaterThan(0);
  });
});
