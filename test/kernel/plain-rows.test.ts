import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dayNumber } from "../../src/basics/calendar/days.ts";
import { FieldScanner } from "../../src/kernel/field-scanner.ts";
import { Kernel } from "../../src/kernel/kernel.ts";
import { KEPT, PlainRows, type PlainRowsLayout, UNKNOWN_CUSTOMER } from "../../src/kernel/plain-rows.ts";
import { writeBlock } from "../support/kernel-cells.ts";

const LAYOUT: PlainRowsLayout = {
  ...{ otherCustomer: null, hasMoreCustomers: false },
  ...{ order: 0, customer: 1, day: 2, amount: 3, price: null, refunded: null, refundedScale: null, one: 10_000 },
  ...{ words: [4], flags: [], areInTurn: false, runsOfWidth: null },
  ...{ takesNegative: true, since: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY },
  sumsUntil: Number.POSITIVE_INFINITY,
  areLines: false,
};
const PLACE = { line: 2, placeOfBlock: 1000, direction: 0, keptOrders: 0, goesOn: false, mayGoOn: false } as const;
const [PAID, VOID] = [3, 4] as const;
const MARCH = dayNumber(2026, 3, 1);

/** What a purchase's words mean, and how many there are with them. */
function talliesOf(rows: PlainRows): readonly unknown[][] {
  const tallies: unknown[][] = [];
  rows.eachTally((...tally) => tallies.push(tally));
  return tallies;
}

describe("rows of plain records", () => {
  let kernel: Kernel;
  beforeEach(() => {
    kernel = Kernel.take();
  });
  afterEach(() => kernel.giveBack());

  /** Finds the records of lines; the words `paid` and `void` are known. */
  function rowsOf(lines: readonly string[], layout: Partial<PlainRowsLayout> = {}) {
    const fields = new FieldScanner(kernel, {
      ...{ delimiter: 0x2c, lineEnd: 0x0a, wanted: [0, 1, 2, 3, 4] },
      contents: {
        holds: [
          layout.areInTurn ? "in turn" : "id",
          "key",
          "day",
          "amount",
          layout.flags?.length === 1 ? "flag" : layout.otherCustomer === 4 ? "spare" : "word",
        ],
        ...{ width: 5, decimal: ".", amountUnit: "whole", hashKey: [1, 2, 3, 4], isUtf8: true, trims: false },
        date: { notation: "calendar", order: null },
      },
    });
    const text = ["a1,c1,2026-03-01,1,paid", "a1,c1,2026-03-01,1,void", ...lines].map((line) => `${line}\n`).join("");
    writeBlock(fields, Buffer.from(text));
    const count = fields.scan(0, { end: text.length, isLast: true, limit: text.length });
    const rows = new PlainRows(fields, { ...LAYOUT, ...layout });
    rows.learn(0, PAID, 0, 1);
    rows.learn(1, VOID, 0, 0);
    return { rows, fields, count, take: (place = PLACE) => rows.take(2, count, place) - 2 };
  }

  it("have amounts whose sum is exact, however large they are and however many are found at a time", () => {
    const lines = Array.from({ length: 2000 }, (_, row) => `a${row + 2},c2,2026-03-02,1759218604.4415,paid`);
    const { rows, take } = rowsOf(lines);
    const taken = take();
    expect(taken).toBeGreaterThan(100);
    expect(BigInt(rows.amounts)).toBe(17_592_186_044_415n * BigInt(taken));
  });

  it("are added up where their words count, and kept where not, with the hashes of their keys", () => {
    const { rows, fields, take } = rowsOf([
      "a2,c2,2026-03-02,9.50,paid",
      "a3,c3,2026-03-03,4,void",
      "a4,c4,2026-03-01,0.25,paid",
      "a5,c5,2026-03-03,-2,paid",
    ]);
    expect(take()).toBe(4);
    expect([rows.purchases, rows.kept, rows.orders, rows.line]).toEqual([2, 2, 4, 6]);
    expect(rows.amounts).toBe((9.5 + 4 + 0.25 - 2) * 10_000);
    expect(rows.days).toMatchObject({ first: MARCH, newest: MARCH + 1, newestAt: 2, nextNewest: MARCH });
    expect([0, 1].map((row) => keptMoney(rows, row, KEPT.amount))).toEqual([40_000, -20_000]);
    expect([0, 1].map((row) => keptNumber(rows, row, KEPT.line))).toEqual([3, 5]);
    expect([0, 1].map((row) => keptNumber(rows, row, KEPT.day))).toEqual([MARCH + 2, MARCH + 2]);
    expect([0, 1].map((row) => keptNumber(rows, row, KEPT.status))).toEqual([VOID, PAID]);
    expect(talliesOf(rows)).toEqual([[PAID, 0, { rows: 2, following: 0, money: 97_500 }]]);
    rows.eachTally(() => expect.unreachable("told twice"));
    const hash = new Int32Array(4);
    const hashOf = (text: string): number[] => {
      fields.hashOf(Buffer.from(text), hash, 0);
      return [...hash];
    };
    const wordsAt = (at: number): number[] => [...rows.words.subarray(at, at + 4)];
    expect([0, 1].map((row) => wordsAt(rows.purchasesAt + row * 8))).toEqual(["c2", "c4"].map(hashOf));
    expect([0, 1].map((row) => wordsAt(rows.hashesAt + row * 4))).toEqual(["c3", "c5"].map(hashOf));
    expect([0, 1, 2, 3].map((row) => wordsAt(rows.ordersAt + row * 4))).toEqual(["a2", "a3", "a4", "a5"].map(hashOf));
  });

  it("have the customer of another cell where the first is blank or of guests, or none", () => {
    const { rows, fields, take } = rowsOf(
      [
        "a2,,2026-03-02,9,c9@example.com",
        "a3,0,2026-03-02,9,C9@Example.com",
        "a4,,2026-03-02,9,",
        "a5,c5,2026-03-02,9,c9@example.com",
        "a6,0,2026-03-02,-1,c6@example.com",
        "a7,,2026-03-02,9, c6@example.com",
      ],
      { otherCustomer: 4, words: [] },
    );
    expect(take()).toBe(6);
    expect([rows.purchases, rows.kept, rows.keptCustomers, rows.orders]).toEqual([3, 3, 1, 6]);
    expect(keptNumber(rows, 0, KEPT.customer)).toBe(-1);
    expect(keptNumber(rows, 2, KEPT.customer)).toBe(UNKNOWN_CUSTOMER - 7); // the eighth record: a blank before a key is for others to take off
    const hashOf = (text: string): number[] => {
      const hash = new Int32Array(4);
      fields.hashOf(Buffer.from(text), hash, 0);
      return [...hash];
    };
    const wordsAt = (at: number): number[] => [...rows.words.subarray(at, at + 4)];
    const bought = ["c9@example.com", "c9@example.com", "c5"];
    expect([0, 1, 2].map((row) => wordsAt(rows.purchasesAt + row * 8))).toEqual(bought.map(hashOf));
    expect(wordsAt(rows.hashesAt)).toEqual(hashOf("c6@example.com"));
  });

  it("have no order where no cell holds one", () => {
    const { rows, take } = rowsOf(["a2,c2,2026-03-02,9,paid", "a3,c3,2026-03-02,9,void"], { order: null });
    expect(take()).toBe(2);
    expect([rows.purchases, rows.kept, rows.orders, keptNumber(rows, 0, KEPT.order)]).toEqual([1, 1, 0, -1]);
  });

  it("are kept for others to say whose they are where more than two cells may tell it", () => {
    const { rows, take } = rowsOf(["a1,c1,2026-03-02,9,paid", "a2,,2026-03-02,9,paid"], { hasMoreCustomers: true });
    expect([take(), rows.orders, rows.purchases, rows.kept]).toEqual([2, 2, 1, 1]);
    expect(keptNumber(rows, 0, KEPT.customer)).toBe(UNKNOWN_CUSTOMER - 3); // the fourth record
  });

  it("have amounts with more than four decimals rounded, half away from zero, and count those that were", () => {
    const amounts = ["12.500000", "-3.00000000", "12.50001", "29.990000000000002", "0.00005", "-0.00005", "0.00004999"];
    const { rows, take } = rowsOf(amounts.map((amount) => `a2,c2,2026-03-02,${amount},void`));
    expect([take(), rows.rounded]).toEqual([7, 5]);
    expect(amounts.map((_, row) => keptMoney(rows, row, KEPT.amount))).toEqual([
      125_000, -30_000, 125_000, 299_900, 1, -1, 0,
    ]);
  });

  it("are left to others where a number is too long to be one, or its product is to be rounded", () => {
    const { take } = rowsOf([`a2,c2,2026-03-02,12.5${"0".repeat(40)},void`]);
    expect(take()).toBe(0);
    expect(rowsOf(["a2,c2,2026-03-02,2.00001,void"], { amount: 3, price: 3 }).take()).toBe(0);
  });

  it("are taken up to the first whose words are not known, and from there on once they are", () => {
    const { rows, count } = rowsOf(["a2,c2,2026-03-02,9,paid", "a3,c3,2026-03-02,9,new", "a4,c4,2026-03-02,9,new"]);
    expect([rows.take(2, count, PLACE), rows.lacksWords]).toEqual([3, true]);
    expect(rows.learn(3, 5, 0, 1)).toBe(true);
    expect([rows.take(3, count, PLACE), rows.lacksWords, rows.purchases]).toEqual([5, false, 2]);
  });

  it.each([
    [
      "has a word that is longer than those that are remembered",
      "a2,c2,2026-03-02,9,paid and then sent back in two parts",
      {},
    ],
    ["has no day", "a2,c2,,9,paid", {}],
    ["is of a day before the first", "a2,c2,2026-02-27,9,paid", { since: MARCH }],
    ["is of a day after the last", "a2,c2,2026-03-02,9,paid", { until: MARCH }],
    ["is negative, where such rows are looked at", "a2,c2,2026-03-01,-9,paid", { takesNegative: false }],
    ["has more money than adds up exactly", "a2,c2,2026-03-01,2000000000,paid", {}],
  ])("are not taken from a record that %s", (_, line, layout) => {
    const { rows, count } = rowsOf([line], layout);
    expect(rows.take(0, 2, PLACE)).toBe(2);
    expect(rows.take(2, count, PLACE)).toBe(2);
    expect([rows.purchases, rows.kept, rows.orders]).toEqual([0, 0, 0]);
  });

  it("have the product of a whole quantity and a price for an amount", () => {
    const { rows, take } = rowsOf(["3,c2,2026-03-02,9.50,void", "1.5,c2,2026-03-02,9.50,void"], {
      ...{ amount: 3, price: 3 },
    });
    expect(take()).toBe(0); // 9.50 is no whole quantity
    expect(rows.kept).toBe(0);
    const whole = rowsOf(["a2,c2,2026-03-02,7,void"], { amount: 3, price: 3 });
    expect(whole.take()).toBe(1);
    expect(keptMoney(whole.rows, 0, KEPT.amount)).toBe(490_000);
  });

  it.each([
    ["rise", ["8", "9", "10", "10"], 0, 3],
    ["fall", ["10", "9", "8", "9"], 0, 3],
    ["rise, and those before fell", ["8", "9"], -1, 1],
    ["are the same", ["8", "8"], 0, 1],
  ])("are taken as long as ids that are followed %s", (_, ids, direction, taken) => {
    const lines = ids.map((id) => `a${id},c2,2026-03-02,9,paid`);
    const { rows, take } = rowsOf(lines, { areInTurn: true });
    expect(take({ ...PLACE, direction } as typeof PLACE)).toBe(taken);
    expect(rows.orders).toBe(0);
  });

  it("are kept where they have no amount, or some of it was refunded", () => {
    const blank = rowsOf(["a2,c2,2026-03-02,,paid", "a3,c3,2026-03-02,9,paid"]);
    expect([blank.take(), blank.rows.purchases, blank.rows.kept]).toEqual([2, 1, 1]);
    expect([
      keptMoney(blank.rows, 0, KEPT.amount),
      keptMoney(blank.rows, 0, KEPT.refunded),
      blank.rows.amounts,
    ]).toEqual([Number.NaN, 0, 90_000]);
    const back = rowsOf(["a2,c2,2026-03-02,9,paid"], { refunded: 3 });
    expect([back.take(), back.rows.purchases, keptMoney(back.rows, 0, KEPT.refunded)]).toEqual([1, 0, 90_000]);
  });

  it("have one meaning for all flags that are filled", () => {
    const { rows, take } = rowsOf(["a2,c2,2026-03-02,9,2026-03-04", "a3,c3,2026-03-02,9,"], { flags: [4] });
    expect(take()).toBe(1);
    expect([rows.purchases, rows.lacksWords]).toEqual([1, true]);
  });

  describe("that stand together with others of their order", () => {
    const RUNS = { runsOfWidth: 5, areInTurn: true } as const;
    const plain = "a2,c2,2026-03-02,9,paid";

    it.each([
      ["one that says nothing", "a2,c2,2026-03-02,,", [1, 0, 1]],
      ["one of another customer", "a2,c3,2026-03-02,,", [0, 1, 0]],
      ["one of another day", "a2,c2,2026-03-03,,", [0, 1, 0]],
      ["one with an amount", "a2,c2,2026-03-02,0,", [0, 1, 0]],
      ["one with a status", "a2,c2,2026-03-02,,paid", [0, 2, 0]],
      ["one that is not plain", "a2,c2,2026-03-02,n/a,", [0, 1, 0]],
      ["one of another order", "a3,c2,2026-03-02,,", [1, 0, 0]],
    ])("are added up by the first where the other is %s", (_, other, [purchases = 0, kept = 0, following = 0]) => {
      const { rows, count } = rowsOf([plain, other], RUNS);
      rows.take(2, count, PLACE);
      expect([rows.purchases, rows.kept]).toEqual([purchases, kept]);
      expect(talliesOf(rows).map(([, , tally]) => tally)).toEqual(
        purchases === 0 ? [] : [{ rows: 1, following, money: 90_000 }],
      );
    });

    it("have the number of their order where they are kept, and go on from the row before", () => {
      const lines = ["a2,c2,2026-03-02,9,void", "a2,c2,2026-03-02,,paid", "a3,c2,2026-03-02,9,void"];
      const { rows, count } = rowsOf(lines, RUNS);
      expect(rows.take(2, count, { ...PLACE, keptOrders: 7 })).toBe(5);
      expect([0, 1, 2].map((row) => keptNumber(rows, row, KEPT.order))).toEqual([7, 7, 8]);
      expect([rows.keptOrders, rows.endsKept]).toEqual([9, true]);
      rows.take(3, count, { ...PLACE, keptOrders: 8, goesOn: true });
      expect([0, 1].map((row) => keptNumber(rows, row, KEPT.order))).toEqual([7, 8]);
    });

    it("are left where more of their order may follow", () => {
      const { rows, count } = rowsOf([plain, "a3,c2,2026-03-02,9,paid", "a3,c2,2026-03-02,,"], RUNS);
      expect(rows.take(2, count, { ...PLACE, mayGoOn: true })).toBe(3);
      expect([rows.isLeft, rows.purchases, rows.line]).toEqual([true, 1, 3]);
      expect(rows.take(3, count, PLACE)).toBe(5);
      expect([rows.isLeft, rows.purchases, rows.line]).toEqual([false, 1, 4]);
    });
  });

  it("remember no more words than there is room for", () => {
    const { rows } = rowsOf([]);
    const learnt = Array.from({ length: 40 }, () => rows.learn(0, PAID, 0, 1));
    expect(learnt.indexOf(false)).toBe(30); // and the two that were known
    expect(learnt.slice(30)).not.toContain(true);
  });
});

/** A number of a kept row: one of {@link KEPT}. */
function keptNumber({ words, keptAt }: PlainRows, row: number, what: number): number | undefined {
  return words[keptAt + row * KEPT.words + what];
}

function keptMoney({ numbers, keptAt }: PlainRows, row: number, what: number): number | undefined {
  return numbers[(keptAt + row * KEPT.words + what) >> 1];
}
