import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NO_DAY } from "../../../../src/basics/calendar/days.ts";
import { InputError } from "../../../../src/errors.ts";
import { buildEntries } from "../../../../src/orders/assemble/entries/build-entries.ts";
import { type EntryColumns, EntryTable } from "../../../../src/orders/assemble/entries/entry-columns.ts";
import type { EntryOptions } from "../../../../src/orders/assemble/entries/entry-options.ts";
import { groupRows } from "../../../../src/orders/assemble/entries/groups.ts";
import { OrderBuilder } from "../../../../src/orders/assemble/entries/order-builder.ts";
import { putUsableFirst } from "../../../../src/orders/assemble/entries/usable-first.ts";
import { reasonCode, type SetAsideReason } from "../../../../src/orders/ledger/entries.ts";
import { RowBuffer } from "../../../../src/orders/rows/row-buffer.ts";
import type { ReadRow, RowColumns } from "../../../../src/orders/rows/row-columns.ts";
import { emptyRow } from "../../../../src/orders/rows/row-table.ts";

const CASES = process.env["RFM_LONG_TESTS"] === "1" ? 40_000 : 1200;
const SEED = 4_000;
const KEPT = 2;

const REASONS: readonly (SetAsideReason | null)[] = [
  ...Array<null>(14).fill(null),
  "blank line",
  "unreadable amount",
  "status",
  "filtered",
  "excluded line",
  "other currency",
  "duplicate",
];

const someRow: fc.Arbitrary<ReadRow> = fc
  .record({
    day: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 20_000, max: 20_002 }) }, fc.constant(NO_DAY)),
    amount: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(100_000, 100_000, 5_000, 0) },
      { weight: 2, arbitrary: fc.constantFrom(-50_000, Number.NaN, Number.MAX_SAFE_INTEGER) },
    ),
    refunded: fc.constantFrom(0, 0, 0, 0, 20_000, 200_000, Number.MAX_SAFE_INTEGER),
    order: fc.integer({ min: -1, max: 6 }),
    customer: fc.integer({ min: -1, max: 2 }),
    margin: fc.constant(0), // with margins, all orders go through the builder of all orders
    reason: fc.constantFrom(...REASONS),
    kept: fc.array(fc.integer({ min: -1, max: 3 }), { minLength: KEPT, maxLength: KEPT }),
  })
  .map(({ reason, ...row }) => ({ ...emptyRow(0, reason === null ? 0 : reasonCode(reason)), ...row }));

/** Rows of which some share an order, or each of which is an order of its own, or has no order id. */
const someRows = fc
  .record({
    rows: fc.array(someRow, { maxLength: 12 }),
    ids: fc.constantFrom("shared", "shared", "own", "none"),
    simple: fc.boolean(),
    bare: fc.boolean(),
  })
  .map(({ rows, ids, simple, bare }) =>
    rows.map((row, index): ReadRow => {
      const order = ids === "shared" ? row.order : ids === "own" ? index : -1;
      const plain = simple
        ? { day: 20_000, amount: row.amount || 1, reason: row.reason === BLANK ? 0 : row.reason }
        : {};
      return { ...row, ...plain, ...(bare ? { refunded: 0 } : {}), order, line: index + 2 };
    }),
  );
const BLANK = reasonCode("blank line");

function columnsOf(rows: readonly ReadRow[], kept: number): RowColumns {
  const buffer = new RowBuffer(kept);
  for (const row of rows) buffer.append(row.line % 2, row);
  return buffer.view();
}

/** Order codes in the order in which they first come, as dictionaries give them. */
function recoded(rows: readonly ReadRow[]): readonly ReadRow[] {
  const codes = new Map<number, number>();
  return rows.map((row) => {
    if (row.order < 0) return row;
    if (!codes.has(row.order)) codes.set(row.order, codes.size);
    return { ...row, order: codes.get(row.order) ?? -1 };
  });
}

interface Built {
  readonly entries: readonly string[];
  readonly undated: readonly number[];
}

function shownEntries(columns: EntryColumns): readonly string[] {
  return Array.from({ length: columns.length }, (_, entry) => shownEntry(columns, entry)).sort();
}

function shownEntry({ kept, length: _, ...columns }: EntryColumns, entry: number): string {
  return JSON.stringify([
    ...Object.entries(columns).map(([name, column]) => `${name} ${column[entry]}`),
    ...kept.map((column) => column[entry]),
  ]);
}

function built(build: () => { entries: EntryColumns; undated: readonly number[] }): Built | string {
  try {
    const { entries, undated } = build();
    return { entries: shownEntries(entries), undated: undated.toSorted((a, b) => a - b) };
  } catch (error) {
    if (error instanceof InputError) return `${error.message} · ${error.hint}`;
    throw error;
  }
}

/** Two excluded lines of one order with one amount: each has its own money, even where the order's total stands on each row. */
const EXCLUDED_LINES: readonly ReadRow[] = [2, 4].map((line) => ({
  ...emptyRow(0, reasonCode("excluded line")),
  ...{ day: 20_000, amount: 100_000, refunded: 0, order: 0, customer: 0, kept: [0, 0], line },
}));

describe("orders with which nothing is the matter", () => {
  it("come to what the builder of all orders makes of them", () => {
    fc.assert(
      fc.property(
        someRows.map(recoded),
        fc.boolean(),
        fc.constantFrom<EntryOptions["refunds"]>("net", "ignore"),
        fc.constantFrom(0, KEPT),
        (rows, isTotal, refunds, kept) => {
          const quick = columnsOf(rows, kept);
          const options: EntryOptions = {
            lineOf: (row) => quick.line[row] as number,
            isOrderTotal: () => isTotal,
            needsRows: false,
            margin: null,
            isJoinedRefund: () => false,
            isWholeOrder: () => false,
            isCustomer: () => false,
            refunds,
            isCounted: () => true,
            orderId: (order) => `order ${order}`,
            fileName: (file) => `file ${file}`,
            numberingHint: "",
          };
          const orders = Math.max(-1, ...rows.map(({ order }) => order)) + 1;
          const slow = columnsOf(rows, kept);
          expect(built(() => buildEntries(quick, groupRows(quick, orders), options))).toEqual(
            built(() => {
              const table = new EntryTable(slow.length, kept);
              const builder = new OrderBuilder(slow, table, options);
              const groups = groupRows(slow, orders);
              for (let group = 0; group < groups.length; group += 1) {
                const members = groups.rowsOf(group);
                if (members.length > 0) builder.addOrder(Int32Array.from(members));
              }
              builder.finish();
              return { entries: table.view(), undated: builder.undated };
            }),
          );
        },
      ),
      { numRuns: CASES, seed: SEED, examples: [[EXCLUDED_LINES, true, "net", 0]] },
    );
  });
});

describe("the entries of several rows each", () => {
  const line = (order: number, day: number): ReadRow => ({
    ...emptyRow(2, 0),
    order,
    day,
    customer: order,
    amount: 10,
  });
  const lines = [line(0, 20_003), line(1, 20_001), line(0, 20_002), line(1, 20_009)];
  const build = (rows: readonly ReadRow[], needsRows = false) => {
    const columns = columnsOf(rows, 0);
    const options: EntryOptions = {
      isOrderTotal: () => false,
      needsRows,
      lineOf: (row) => row,
      margin: null,
      isJoinedRefund: () => false,
      isWholeOrder: () => false,
      isCustomer: () => false,
      refunds: "net",
      isCounted: () => true,
      orderId: String,
      fileName: String,
      numberingHint: "",
    };
    return { columns, built: buildEntries(columns, groupRows(columns, 2), options) };
  };

  it("take the columns of the rows where all simply add up", () => {
    const {
      columns,
      built: { entries, days },
    } = build(lines);
    expect(entries.net.buffer).toBe(columns.amount.buffer);
    expect([[...entries.day], [...entries.net], [...entries.order]]).toEqual([
      [20_002, 20_001],
      [20, 20],
      [0, 1],
    ]);
    expect(days).toMatchObject({ first: 20_001, newest: 20_009, newestAt: 3, nextNewest: 20_003 });
  });

  it("leave the rows alone where somebody needs them", () => {
    const {
      columns,
      built: { entries },
    } = build(lines, true);
    expect([[...entries.day], [...entries.net]]).toEqual([
      [20_002, 20_001],
      [20, 20],
    ]);
    expect([...columns.day]).toEqual([20_003, 20_001, 20_002, 20_009]);
  });

  it.each([
    ["a refund", { ...line(0, 20_005), amount: -5 }],
    ["a row without an order", { ...line(0, 20_005), order: -1 }],
  ])("leave the rows alone with %s", (_, other) => {
    const {
      columns,
      built: { entries, days },
    } = build([...lines, other]);
    expect(entries.net.buffer).not.toBe(columns.amount.buffer);
    expect([...columns.day]).toEqual([20_003, 20_001, 20_002, 20_009, 20_005]);
    expect([entries.length, days.newest, days.nextNewest]).toEqual([3, 20_009, 20_005]);
  });
});

describe("purchases and refunds of known customers", () => {
  it("are put before all other entries, each part in its old order", () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const table = new EntryTable(rows.length, KEPT);
        for (const { amount, refunded, ...row } of rows) {
          table.append({ ...row, net: amount || 0, refund: refunded, rows: 1, file: row.line % 2 });
        }
        const entries = table.view();
        const before = Array.from({ length: rows.length }, (_, entry) => ({
          shown: shownEntry(entries, entry),
          isUsable: entries.reason[entry] === 0 && entries.net[entry] !== 0 && (entries.customer[entry] ?? -1) >= 0,
        }));
        const usable = before.filter(({ isUsable }) => isUsable);
        const others = before.filter(({ isUsable }) => !isUsable);
        expect(putUsableFirst(entries)).toBe(usable.length);
        expect(before.map((_, entry) => shownEntry(entries, entry))).toEqual(
          [...usable, ...others].map(({ shown }) => shown),
        );
      }),
      { numRuns: CASES, seed: SEED },
    );
  });
});
