import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Dictionary } from "../../../src/csv/keys/dictionary.ts";
import { groupKeys, NO_KEYS } from "../../../src/csv/keys/group-keys.ts";
import type { PartitionRange } from "../../../src/csv/keys/hashed-keys.ts";
import { KeyMemory } from "../../../src/kernel/key-memory.ts";
import { NUMBER_AT, NUMBER_WORDS } from "../../../src/orders/sums/customer-numbers.ts";
import { giveBackPurchases, PurchaseRows, type SegmentPurchases } from "../../../src/orders/sums/purchase-rows.ts";
import { customersPerSegment, placeCustomers, sortBySegment } from "../../../src/orders/sums/summed-customers.ts";

const memory = newMemory();

function newMemory(): KeyMemory {
  const created = KeyMemory.create();
  if (created === null) throw new Error("there is no room for it");
  return created;
}

interface Purchase {
  readonly customer: number;
  readonly day: number;
  readonly amount: number;
}

/** Bad hashes: of few partitions, many with the same first words. */
const hashOf = (customer: number): readonly number[] => [(customer % 5) << 29, customer % 7, 0, customer];

/** Where a row's key stands: keys without a place in the file are numbered down from −2. */
const keyOf = (row: number): number => (row % 11 === 0 ? -2 - row : (row * 40_503) % 2 ** 24);

function sortedPurchases(rows: readonly Purchase[]): SegmentPurchases {
  const known = { statuses: new Dictionary(), currencies: new Dictionary(), preset: null };
  const options = { until: Number.POSITIVE_INFINITY, currency: null, statuses: {}, areRuns: false, areLines: false };
  const purchases = new PurchaseRows(options, memory, known);
  for (const [row, { customer, day, amount }] of rows.entries()) {
    const at = purchases.add(row, day, amount, keyOf(row));
    purchases.words.set(hashOf(customer), at);
  }
  return purchases.sorted();
}

interface PlacedCustomer {
  readonly segment: number;
  readonly key: number;
  readonly numbers: readonly number[];
}

/** As threads do it: some segments at a time, each range of partitions by itself, then some segments of all ranges. */
function placed(
  segments: readonly (readonly Purchase[])[],
  { together, ranges, cut }: { together: number; ranges: readonly PartitionRange[]; cut: number },
): readonly PlacedCustomer[] {
  let tables = ranges.map(() => NO_KEYS);
  for (let first = 0; first < segments.length; first += together) {
    const rows = segments.slice(first, first + together).map(sortedPurchases);
    tables = tables.map((table, index) =>
      groupKeys(memory, { keys: [], rows, first, turn: null }, table, ranges[index] as PartitionRange),
    );
    for (const segment of rows) giveBackPurchases(segment, memory);
  }
  const sums = tables.map((table) => ({ count: table.count, sums: table.sums ?? new Int32Array(0) }));
  const all = sums.map((range) => ({ ...range, ...sortBySegment(memory, range, segments.length) }));
  const numbers = new Int32Array(sums.reduce((sum, { count }) => sum + count, 0) * NUMBER_WORDS);
  const before = customersPerSegment(all, cut).reduce((sum, count) => sum + count, 0);
  const later = placeCustomers(memory, { ranges: all, from: cut, to: segments.length, first: before, numbers });
  const earlier = placeCustomers(memory, { ranges: all, from: 0, to: cut, first: 0, numbers });
  const spends = new Float64Array(numbers.buffer);
  return [earlier, later].flatMap(({ firstRows, keys }, half) =>
    Array.from(keys, (key, index) => {
      const at = (half === 0 ? index : before + index) * NUMBER_WORDS;
      const { first, last, purchases, ever, spend } = NUMBER_AT;
      const whole = [first, last, purchases, ever].map((what) => numbers[at + what] as number);
      return { segment: firstRows[index] as number, key, numbers: [...whole, spends[(at >> 1) + spend] as number] };
    }),
  );
}

/** The same by a Map. */
function expected(segments: readonly (readonly Purchase[])[]): readonly PlacedCustomer[] {
  const known = new Map<number, { segment: number; key: number; days: number[]; spend: number }>();
  for (const [segment, rows] of segments.entries()) {
    for (const [row, { customer, day, amount }] of rows.entries()) {
      const own = known.get(customer) ?? { segment, key: keyOf(row), days: [], spend: 0 };
      known.set(customer, own);
      own.days.push(day);
      own.spend += amount;
    }
  }
  return [...known.values()]
    .toSorted((a, b) => a.segment - b.segment || (a.key >>> 0) - (b.key >>> 0))
    .map(({ segment, key, days, spend }) => {
      return { segment, key, numbers: [Math.min(...days), Math.max(...days), days.length, days.length, spend] };
    });
}

const somePurchases = fc.array(
  fc.record({ customer: fc.nat(60), day: fc.integer({ min: -9, max: 9 }), amount: fc.integer({ min: 1, max: 9 }) }),
  { maxLength: 40 },
);

describe("customers whose purchases were added up", () => {
  it("have the numbers of all of them, in the order in which their keys stand first", () => {
    const someRanges = fc.nat(256).map((cut) => [
      { from: 0, to: cut },
      { from: cut, to: 256 },
    ]);
    const some = fc.array(somePurchases, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(some, someRanges, fc.integer({ min: 1, max: 7 }), fc.nat(6), (segments, ranges, together, cut) => {
        const options = { together, ranges, cut: Math.min(cut, segments.length) };
        expect(placed(segments, options)).toEqual(expected(segments));
      }),
    );
  });

  it("keep them where the table grows with later segments", () => {
    const purchase = (index: number): Purchase => ({
      customer: index % 3001,
      day: index % 97,
      amount: 1 + (index % 5),
    });
    const all = Array.from({ length: 9000 }, (_, index) => purchase(index));
    const segments = [all.slice(0, 2), all.slice(2, 300), all.slice(300, 4000), all.slice(4000)];
    const ranges = [{ from: 0, to: 256 }];
    expect(placed(segments, { together: 1, ranges, cut: 2 })).toEqual(expected(segments));
  });
});
