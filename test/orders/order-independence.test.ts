import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { customersAt } from "../../src/analysis/customers/customers-at.ts";
import { ledgerOf } from "../../src/analysis/ledger/ledger.ts";
import { reasonsAt } from "../../src/analysis/ledger/reasons-at.ts";
import { rfmCell, scoreCustomers } from "../../src/analysis/scores/score-customers.ts";
import { civilDate, dayNumber } from "../../src/basics/calendar/days.ts";
import type { OrderTable } from "../../src/orders/order-table.ts";
import { readOrders } from "../../src/orders/read-orders.ts";

const SEED = 20_260_304;
const CASES = process.env["RFM_LONG_TESTS"] === "1" ? 300 : 15;

/** One line of an order; every line has a number of its own, so that no two rows are the same. */
interface Line {
  readonly order: number;
  readonly customer: string;
  readonly day: number;
  /** Whole hundredths of a currency unit. */
  readonly amount: number;
}

/** Where a file begins among the rows. */
type Cuts = readonly number[];

const HEADER = "Line no,Order ID,Customer,Order date,Status,";

const FIRST_DAY = dayNumber(2024, 1, 1);
const CUSTOMERS = ["aino@example.com", "ben", "cara", "dora", "eero@example.fi", "fia", ""];

/** Orders of one to four lines; later negative lines are refunds of the same order. */
const someLines: fc.Arbitrary<readonly Line[]> = fc
  .uniqueArray(
    fc.record({
      order: fc.integer({ min: 1, max: 999 }),
      customer: fc.constantFrom(...CUSTOMERS),
      day: fc.integer({ min: FIRST_DAY, max: FIRST_DAY + 400 }),
      amounts: fc.array(fc.integer({ min: 1, max: 60_000 }), { minLength: 1, maxLength: 4 }),
      refund: fc.option(
        fc.record({ amount: fc.integer({ min: -70_000, max: -1 }), later: fc.integer({ min: 0, max: 60 }) }),
      ),
    }),
    { minLength: 2, maxLength: 25, selector: ({ order }) => order },
  )
  .map((orders) =>
    orders.flatMap(({ order, customer, day, amounts, refund }) => [
      ...amounts.map((amount): Line => ({ order, customer, day, amount })),
      ...(refund === null ? [] : [{ order, customer, day: day + refund.later, amount: refund.amount }]),
    ]),
  )
  .filter(showsDayFirst);

/** Some order tells the day from the month; the other rows, and files, must follow it. */
function showsDayFirst(lines: readonly Line[]): boolean {
  return lines.some(({ day, amount }) => amount > 0 && civilDate(day).day > 12);
}

/** Any order of `count` things. */
function someShuffle(count: number): fc.Arbitrary<readonly number[]> {
  return fc.shuffledSubarray(
    Array.from({ length: count }, (_, index) => index),
    { minLength: count },
  );
}

describe("an export of lines that are added up", () => {
  it("means the same with its rows in any order", async () => {
    const shuffled = someLines.chain((lines) => fc.tuple(fc.constant(lines), someShuffle(lines.length)));
    await fc.assert(
      fc.asyncProperty(shuffled, async ([lines, order]) => {
        const rows = lines.map(lineRow);
        const inAnyOrder = order.map((index) => rows[index] ?? "");
        expect(await meaningOf([["Line total", inAnyOrder]])).toEqual(await meaningOf([["Line total", rows]]));
      }),
      { numRuns: CASES, seed: SEED },
    );
  });

  it("means the same cut into files at any row, with the rows in any order", async () => {
    const cut = someLines.chain((lines) =>
      fc.tuple(fc.constant(lines), someShuffle(lines.length), someCuts(lines.length)),
    );
    await fc.assert(
      fc.asyncProperty(cut, async ([lines, order, cuts]) => {
        const rows = lines.map(lineRow);
        const parts = cutAt(
          order.map((index) => rows[index] ?? ""),
          cuts,
        );
        const files = parts.map((part): NamedRows => ["Line total", part]);
        expect(await meaningOf(files)).toEqual(await meaningOf([["Line total", rows]]));
      }),
      { numRuns: CASES, seed: SEED },
    );
  });
});

describe("an export of order totals", () => {
  it("means the same cut into files between orders, with the orders in any order", async () => {
    const cut = someLines.chain((lines) => {
      const count = new Set(lines.map(({ order }) => order)).size;
      return fc.tuple(fc.constant(lines), fc.boolean(), someShuffle(count), someCuts(count));
    });
    await fc.assert(
      fc.asyncProperty(cut, async ([lines, isRepeated, order, cuts]) => {
        const orders = totalRows(lines, isRepeated);
        const parts = cutAt(
          order.map((index) => orders[index] ?? []),
          cuts,
        );
        const files = parts.map((part): NamedRows => ["Total", part.flat()]);
        expect(await meaningOf(files)).toEqual(await meaningOf([["Total", orders.flat()]]));
      }),
      { numRuns: CASES, seed: SEED },
    );
  });
});

describe("several files of one shop", () => {
  it("mean the same whatever their names are", async () => {
    const named = someLines.chain((lines) =>
      fc.tuple(fc.constant(lines), someCuts(lines.length), someShuffle(FILE_NAMES.length)),
    );
    await fc.assert(
      fc.asyncProperty(named, async ([lines, cuts, order]) => {
        const files = cutAt(lines.map(lineRow), cuts).map((part): NamedRows => ["Line total", part]);
        const names = order.map((index) => FILE_NAMES[index] ?? "");
        expect(await meaningOf(files, names)).toEqual(await meaningOf(files));
      }),
      { numRuns: CASES, seed: SEED },
    );
  });
});

/** The name of the amount column, and rows with a line each. */
type NamedRows = readonly [amount: "Line total" | "Total", rows: readonly string[]];

const FILE_NAMES = ["a.csv", "b.csv", "c.csv", "d.csv", "Z.csv"];

function someCuts(count: number): fc.Arbitrary<Cuts> {
  return fc
    .uniqueArray(fc.integer({ min: 1, max: Math.max(1, count - 1) }), { maxLength: FILE_NAMES.length - 1 })
    .map((cuts) => cuts.toSorted((a, b) => a - b));
}

function cutAt<T>(rows: readonly T[], cuts: Cuts): readonly (readonly T[])[] {
  return [0, ...cuts].map((start, index) => rows.slice(start, cuts[index])).filter((part) => part.length > 0);
}

function lineRow({ order, customer, day, amount }: Line, index: number): string {
  const { year, month, day: ofMonth } = civilDate(day);
  const status = order % 7 === 0 ? "cancelled" : order % 11 === 0 ? "" : "paid";
  return `${index + 1},O-${order},${customer},${ofMonth}/${month}/${year},${status},${(amount / 100).toFixed(2)}`;
}

/** The rows of each order: its total on every row, or on the first. */
function totalRows(lines: readonly Line[], isRepeated: boolean): readonly (readonly string[])[] {
  const orders = new Map<number, Line[]>();
  for (const line of lines) orders.set(line.order, [...(orders.get(line.order) ?? []), line]);
  return [...orders.values()].map((own) => {
    const total = own.reduce((sum, { amount }) => sum + amount, 0);
    const day = Math.min(...own.map((line) => line.day));
    return own.map((line, index) => {
      const row = lineRow({ ...line, day, amount: total }, index);
      return isRepeated || index === 0 ? row : row.replace(/[^,]*$/, "");
    });
  });
}

/** What the analyses see of some files: every customer's scores, and every row and amount by what became of it. */
async function meaningOf(files: readonly NamedRows[], names: readonly string[] = FILE_NAMES): Promise<unknown> {
  const folder = await mkdtemp(join(tmpdir(), "rfm-order-"));
  try {
    for (const [index, [amount, rows]] of files.entries()) {
      await writeFile(join(folder, names[index] ?? ""), `${HEADER}${amount}\n${rows.join("\n")}\n`);
    }
    return await meaningIn(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function meaningIn(folder: string): Promise<unknown> {
  const named = { customer: "Customer" }; // which one file may have nothing but blanks in
  const { orders, entries, rows, newest } = await readOrders([folder], named);
  const asOf = { asOf: newest.day };
  const { setAside, ...ledger } = ledgerOf(entries, reasonsAt(entries, asOf));
  return {
    rows,
    newest: newest.day,
    ledger,
    setAside: setAside.map(({ reason, rows: count, money }) => ({ reason, rows: count, money })),
    scores: ledger.purchases === 0 ? [] : scoresAt(orders, newest.day),
  };
}

function scoresAt(orders: OrderTable, asOf: number): readonly unknown[] {
  const scored = scoreCustomers(customersAt(orders, { asOf }));
  const { ids, recencyDays, frequency, spend } = scored.customers;
  return ids.map((id, at) => [id, rfmCell(scored, at), recencyDays[at], frequency[at], spend[at]]);
}
