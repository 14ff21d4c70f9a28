import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Dictionary } from "../../../src/csv/keys/dictionary.ts";
import { groupKeys, NO_KEYS } from "../../../src/csv/keys/group-keys.ts";
import type { PartitionRange } from "../../../src/csv/keys/hashed-keys.ts";
import type { NewKeys } from "../../../src/csv/keys/key-dictionary.ts";
import { KeyMemory } from "../../../src/kernel/key-memory.ts";
import { NUMBER_AT, NUMBER_WORDS } from "../../../src/orders/sums/customer-numbers.ts";
import { giveBackPurchases, PurchaseRows, type SegmentPurchases } from "../../../src/orders/sums/purchase-rows.ts";
import {
  customersPerSegment,
  type PlacedCustomers,
  placeCustomers,
  sortBySegment,
} from "../../../src/orders/sums/summed-customers.ts";
import { keyHash } from "../../support/key-hash.ts";

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

type HashOf = (customer: number) => Iterable<number>;

/** Bad hashes, of long keys: of few partitions, many with the same first words. */
const badHash: HashOf = (customer) => [(customer % 5) << 29, customer % 7, 1, customer];

const HASH_KEY = [1, -2, 3, -4] as const;

/** Keys of 1 to 15 bytes, and of some customers longer ones. */
const textOf = (customer: number): string =>
  `${customer}${"ä-x".repeat(customer % 4)}${customer % 13 === 12 ? "y".repeat(20) : ""}`;
const textHash: HashOf = (customer) => {
  const hash = keyHash(Buffer.from(Int32Array.from(HASH_KEY).buffer), Buffer.from(textOf(customer)));
  return Int32Array.from({ length: 4 }, (_, word) => hash.readInt32LE(word * 4));
};

/** Where a row's key stands: keys without a place in the file are numbered down from −2. */
const keyOf = (row: number): number => (row % 11 === 0 ? -2 - row : (row * 40_503) % 2 ** 24);

function sortedPurchases(rows: readonly Purchase[], hashOf: HashOf): SegmentPurchases {
  const known = { statuses: new Dictionary(), currencies: new Dictionary(), preset: null };
  const options = { until: Number.POSITIVE_INFINITY, currency: null, statuses: {}, areRuns: false, areLines: false };
  const purchases = new PurchaseRows(options, memory, known);
  for (const [row, { customer, day, amount }] of rows.entries()) {
    const at = purchases.add(row, day, amount, keyOf(row));
    purchases.words.set([...hashOf(customer)], at);
  }
  return purchases.sorted();
}

interface PlacedCustomer {
  readonly segment: number;
  readonly key: number;
  readonly numbers: readonly number[];
}

interface Division {
  readonly together: number;
  readonly ranges: readonly PartitionRange[];
  readonly cut: number;
}

/** As threads do it: some segments at a time, each range of partitions by itself, then some segments of all ranges. */
function placed(
  segments: readonly (readonly Purchase[])[],
  division: Division,
  hashOf = badHash,
): readonly PlacedCustomer[] {
  const { before, numbers, halves } = placedHalves(segments, division, hashOf);
  const spends = new Float64Array(numbers.buffer);
  return halves.flatMap(({ found: { firstRows, keys } }, half) =>
    Array.from(keys, (key, index) => {
      const at = (half === 0 ? index : before + index) * NUMBER_WORDS;
      const { first, last, purchases, ever, spend } = NUMBER_AT;
      const whole = [first, last, purchases, ever].map((what) => numbers[at + what] as number);
      return { segment: firstRows[index] as number, key, numbers: [...whole, spends[(at >> 1) + spend] as number] };
    }),
  );
}

function placedHalves(
  segments: readonly (readonly Purchase[])[],
  { together, ranges, cut }: Division,
  hashOf: HashOf,
): { readonly before: number; readonly numbers: Int32Array; readonly halves: readonly PlacedCustomers[] } {
  let tables = ranges.map(() => NO_KEYS);
  for (let first = 0; first < segments.length; first += together) {
    const rows = segments.slice(first, first + together).map((own) => sortedPurchases(own, hashOf));
    tables = tables.map((table, index) =>
      groupKeys(memory, { keys: [], rows, first, turn: null }, table, ranges[index] as PartitionRange),
    );
    for (const segment of rows) giveBackPurchases(segment, memory);
  }
  const none = new Int32Array(0);
  const sums = tables.map(({ count, sums = null, words }) => ({ count, sums: sums ?? none, hashes: words ?? none }));
  const all = sums.map((range) => ({ ...range, ...sortBySegment(memory, range, segments.length) }));
  const numbers = new Int32Array(sums.reduce((sum, { count }) => sum + count, 0) * NUMBER_WORDS);
  const before = customersPerSegment(all, cut).reduce((sum, count) => sum + count, 0);
  const own = { ranges: all, numbers, hashKey: HASH_KEY };
  const later = placeCustomers(memory, { ...own, from: cut, to: segments.length, first: before });
  const earlier = placeCustomers(memory, { ...own, from: 0, to: cut, first: 0 });
  return { before, numbers, halves: [earlier, later] };
}

/** Texts one after another, and where each ends. */
function textsIn({ bytes, ends }: NewKeys): readonly string[] {
  return Array.from(ends, (end, index) => Buffer.from(bytes.subarray(ends[index - 1] ?? 0, end)).toString());
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

  it("have their keys again where all of a part are short, in the same order, and none where one is long", () => {
    const some = fc.array(somePurchases, { minLength: 1, maxLength: 6 });
    const ranges = [
      { from: 0, to: 100 },
      { from: 100, to: 256 },
    ];
    let [texts, without] = [0, 0];
    fc.assert(
      fc.property(some, fc.nat(6), (segments, most) => {
        const cut = Math.min(most, segments.length);
        const { halves } = placedHalves(segments, { together: 2, ranges, cut }, textHash);
        const textOfKey = new Map<string, string>(
          segments.flatMap((rows, segment) =>
            rows.map(({ customer }, row) => [`${segment} ${keyOf(row)}`, textOf(customer)] as const),
          ),
        );
        for (const { found, texts: own } of halves) {
          const keys = Array.from(found.keys, (key, index) => textOfKey.get(`${found.firstRows[index]} ${key}`) ?? "");
          const areShort = keys.every((key) => Buffer.byteLength(key) <= 15);
          expect(own === null ? null : textsIn(own)).toEqual(areShort ? keys : null);
          if (own === null) without += 1;
          else texts += own.ends.length;
        }
      }),
    );
    expect(texts).toBeGreaterThan(20);
    expect(without).toBeGreaterThan(20);
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
