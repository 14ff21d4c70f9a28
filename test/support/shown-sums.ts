import fc from "fast-check";
import { customersAt } from "../../src/analysis/customers/customers-at.ts";
import { ledgerOf } from "../../src/analysis/ledger/ledger.ts";
import { reasonsAt } from "../../src/analysis/ledger/reasons-at.ts";
import { EmptyInputError } from "../../src/errors.ts";
import { defaultAsOf, type OrderHistory } from "../../src/orders/history.ts";
import { readOrders } from "../../src/orders/read-orders.ts";
import { type Cutting, expectSame, type Options, withFiles } from "./both-readers.ts";
import { InProcessThreads } from "./in-process-threads.ts";
import { type Outcome, outcomeOf, type ShownHistory, shownHistory, shownOutcome } from "./shown-history.ts";

/** How a file is cut, and which thread reads which segment. */
export const someCutting: fc.Arbitrary<Cutting> = fc
  .record({ threads: fc.constantFrom(1, 2, 3, 7), segmentBytes: fc.integer({ min: 60, max: 900 }), seed: fc.nat(99) })
  .map(({ seed, ...cutting }) => ({ ...cutting, pick: (job) => (job + 1) * seed }));

/**
 * Reads a file once with all rows kept, by the tolerant reader, and once with purchases added up: scores and their notes must be the same.
 *
 * @returns what became of its purchases
 */
export async function compareSums(
  file: Buffer,
  { threads, segmentBytes, pick }: Cutting,
  { asOf, options }: { readonly asOf: number | undefined; readonly options: Options },
): Promise<"refused" | "summed" | "kept"> {
  return withFiles({ "orders.csv": file }, async (cwd, names) => {
    const read = (more: Options): Promise<Outcome> =>
      outcomeOf(() => readOrders(names, { ...options, orderIds: "not needed", ...more }, { cwd }));
    const kept = await read({ reader: "tolerant" });
    const startThreads = (count: number): InProcessThreads => new InProcessThreads(count, pick);
    const summed = await read({ addUp: { until: asOf }, threads, segmentBytes, startThreads });
    expectSame(shown(summed, asOf), shown(kept, asOf), "");
    return "error" in kept ? "refused" : areSummed(summed) ? "summed" : "kept";
  });
}

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
