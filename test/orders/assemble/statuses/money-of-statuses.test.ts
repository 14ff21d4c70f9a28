/**
 * What statuses are worth, against a count that knows nothing of rows: whole orders, each with a total that its lines repeat, and
 * what was taken back of it. The table of statuses, the ledger and the money read must tell the same.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatAmount } from "../../../../src/basics/money/amount.ts";
import { ledgerNow, readLines, setAside } from "../../../support/read-csv.ts";

type Word = "paid" | "cancelled" | "refunded";

/** An order: its total in whole units, on how many lines; and what was taken back, by days after it. */
interface Sale {
  readonly customer: number;
  readonly total: number;
  readonly lines: number;
  readonly word: Word;
  readonly back: readonly { readonly amount: number; readonly day: number }[];
  readonly backWord: Word;
}

const word = fc.constantFrom<Word>("paid", "paid", "cancelled", "refunded");
const someSale: fc.Arbitrary<Sale> = fc.record({
  customer: fc.integer({ min: 0, max: 3 }),
  total: fc.integer({ min: 0, max: 30 }).map((total) => (total < 8 ? 0 : total)), // 0: nothing but money taken back
  lines: fc.integer({ min: 1, max: 3 }),
  word,
  back: fc.uniqueArray(fc.record({ amount: fc.integer({ min: 1, max: 9 }), day: fc.integer({ min: 1, max: 9 }) }), {
    selector: ({ day }) => day,
    maxLength: 3,
  }),
  backWord: word,
});

interface Part {
  readonly order: number;
  readonly customer: number;
  readonly word: Word;
  readonly rows: number;
  readonly money: number;
}

const partsOf = (sales: readonly Sale[]): readonly Part[] =>
  sales.flatMap(({ customer, total, lines, back, ...words }, order) => [
    ...(total === 0 ? [] : [{ order, customer, word: words.word, rows: lines, money: total }]),
    ...back.map(({ amount }) => ({ order, customer, word: words.backWord, rows: 1, money: -amount })),
  ]);

function linesOf(sales: readonly Sale[]): readonly string[] {
  const rows = sales.flatMap(({ customer, total, lines, word, back, backWord }, order) => [
    ...Array.from({ length: total === 0 ? 0 : lines }, () => `${order},c${customer},2026-03-01,${total},${word}`),
    ...back.map(({ amount, day }) => `${order},c${customer},2026-03-1${day},-${amount},${backWord}`),
  ]);
  return ["order_id,customer_id,order_date,total,status", ...rows];
}

/** Whether a part counts, as the documents say it. */
function counts(part: Part, parts: readonly Part[]): boolean {
  if (part.word !== "refunded") return part.word === "paid";
  const refunded = parts.filter((one) => one.word === "refunded");
  if (!refunded.some(({ money }) => money < 0)) return false;
  if (!refunded.some(({ money }) => money > 0)) return true;
  const isWhole = ({ order }: Part): boolean => {
    const own = parts.filter((one) => one.order === order && one.word !== "cancelled");
    return own.some(({ money }) => money > 0) && own.some(({ money }) => money < 0);
  };
  if (isWhole(part)) return true;
  const isSale = (one: Part): boolean => one.word === "refunded" && one.money > 0 && !isWhole(one);
  return part.money < 0 && !parts.some((one) => one.customer === part.customer && isSale(one));
}

const summed = (parts: readonly Part[]): { rows: number; money: bigint } => ({
  rows: parts.reduce((sum, { rows }) => sum + rows, 0),
  money: BigInt(parts.reduce((sum, { money }) => sum + money, 0)) * 10_000n,
});

describe("statuses of orders with totals that repeat, and of what was taken back", () => {
  it("are worth what a count of whole orders says, in the table of statuses and in the ledger", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(someSale, { minLength: 1, maxLength: 8 }), async (some) => {
        const first: Sale = { customer: 9, total: 5, lines: 2, word: "paid", back: [], backWord: "paid" };
        const sales = [first, ...some];
        const parts = partsOf(sales);
        const history = await readLines(linesOf(sales), { amountPer: "order" });
        const expected = (["paid", "cancelled", "refunded"] as const).flatMap((status) =>
          [false, true].flatMap((isCounted) => {
            const own = parts.filter((part) => part.word === status && counts(part, parts) === isCounted);
            return own.length === 0 ? [] : [{ status, counts: isCounted, ...summed(own) }];
          }),
        );
        const found = history.understanding.statuses.map(({ isByAmount: _, ...status }) => status);
        const sorted = (list: readonly object[]): readonly object[] =>
          list.toSorted((a, b) =>
            JSON.stringify(Object.values(a), text) < JSON.stringify(Object.values(b), text) ? -1 : 1,
          );
        expect(
          sorted(found.map(({ status, counts: own, rows, money }) => ({ status, counts: own, rows, money }))),
        ).toEqual(sorted(expected));
        const { rows, money } = summed(parts.filter((part) => !counts(part, parts)));
        expect(setAside(history)["status"]).toBe(rows === 0 ? undefined : `${rows} rows, ${formatAmount(money)}`);
        expect(ledgerNow(history)).toMatchObject(summed(parts));
      }),
      { numRuns: 120 },
    );
  });
});

function text(_: string, value: unknown): unknown {
  return typeof value === "bigint" ? String(value) : value;
}

describe("an order's total below zero on several rows", () => {
  it("counts once, also where the day of one of them is unreadable", async () => {
    const history = await readLines(
      [
        "order_id,customer_id,order_date,total",
        "1,anna,2026-03-01,-4.00",
        "1,anna,soon,-4.00",
        "1,anna,2026-03-01,-4.00",
        "2,anna,2026-03-02,10.00",
      ],
      { amountPer: "order", maxRejects: { share: 1 } },
    );
    expect(formatAmount(ledgerNow(history).money)).toBe("6.00");
  });
});
