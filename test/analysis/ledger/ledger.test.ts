import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { customersAt } from "../../../src/analysis/customers/customers-at.ts";
import { ledgerOf } from "../../../src/analysis/ledger/ledger.ts";
import { reasonsAt } from "../../../src/analysis/ledger/reasons-at.ts";
import { parseSpan } from "../../../src/basics/calendar/span.ts";
import { EmptyInputError } from "../../../src/errors.ts";
import { SET_ASIDE_REASONS } from "../../../src/orders/ledger/entries.ts";
import { orderEntries, type WrittenEntry } from "../../support/order-entries.ts";
import { dayOf } from "../../support/order-table.ts";

const asOf = dayOf("2024-04-30");

describe("ledgerOf", () => {
  const entries = orderEntries([
    { customer: "anna", day: dayOf("2024-04-01"), net: 10.5, rows: 2, file: 0, line: 2 },
    { customer: "anna", day: dayOf("2024-04-02"), net: -3, rows: 1, file: 0, line: 9 },
    { customer: "anna", day: dayOf("2024-04-03"), net: 7, rows: 3, file: 1, line: 4, reason: "status" },
    { customer: "anna", day: dayOf("2024-04-03"), net: 1, rows: 1, file: 0, line: 12, reason: "status" },
    { customer: "anna", day: dayOf("2024-04-03"), net: 1, rows: 1, file: 0, line: 7, reason: "status" },
    { day: dayOf("2024-04-03"), net: -2.25, rows: 1, file: 2, line: 3 },
    { rows: 2, file: 1, line: 20, reason: "unreadable date", net: 4 },
  ]);
  const ledger = ledgerOf(entries, reasonsAt(entries, { asOf }));

  it("counts the rows and the money used, purchases and refunds", () => {
    expect(ledger).toMatchObject({ usedRows: 3, usedMoney: 75_000n, purchases: 1, refunds: 1 });
  });

  it("names each reason with its rows, its money and its first row by file and line", () => {
    expect(ledger.setAside).toEqual([
      { reason: "unreadable date", rows: 2, entries: 1, money: 40_000n, file: "b.csv", line: 20 },
      { reason: "status", rows: 5, entries: 3, money: 90_000n, file: "a.csv", line: 7 },
      { reason: "no customer", rows: 1, entries: 1, money: -22_500n, file: "c.csv", line: 3 },
    ]);
  });

  it("adds up to all rows and all money", () => {
    expect([ledger.rows, ledger.money]).toEqual([11, 182_500n]);
  });

  it("is empty for nothing", () => {
    const nothing = orderEntries([]);
    expect(ledgerOf(nothing, new Uint8Array(0))).toEqual({
      hasMoney: true,
      rows: 0,
      money: 0n,
      usedRows: 0,
      usedMoney: 0n,
      purchases: 0,
      refunds: 0,
      reducedPurchases: 0,
      takenOff: 0n,
      setAside: [],
    });
  });
});

describe("the ledger of any entries", () => {
  const entry: fc.Arbitrary<WrittenEntry> = fc.record({
    customer: fc.option(fc.constantFrom("anna", "ben", "cara"), { nil: null }),
    day: fc.integer({ min: asOf - 60, max: asOf + 10 }),
    net: fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: -9_999, max: 99_999 }) },
      { weight: 1, arbitrary: fc.constantFrom(0, 900_719_925_474, -900_719_925_474) },
    ),
    rows: fc.integer({ min: 1, max: 9 }),
    file: fc.integer({ min: 0, max: 2 }),
    line: fc.integer({ min: 2, max: 99 }),
  });
  const entryWithReason = fc
    .tuple(entry, fc.option(fc.constantFrom(...SET_ASIDE_REASONS.slice(0, -5))))
    .map(([written, reason]): WrittenEntry => (reason === null ? written : { ...written, reason }));
  const window = fc.constantFrom(undefined, parseSpan("1m") ?? undefined);
  const windowFor = fc.constantFrom("rfm" as const, "fm" as const);

  it("rows = used + set aside, money = used + set aside, beyond 2^53 too", () => {
    fc.assert(
      fc.property(fc.array(entryWithReason, { maxLength: 60 }), window, windowFor, (written, span, limits) => {
        const entries = orderEntries(written);
        const reasons = reasonsAt(entries, { asOf, window: span, windowFor: limits });
        const ledger = ledgerOf(entries, reasons);
        const moneyOf = (indexes: readonly number[]): bigint =>
          indexes.reduce((sum, index) => sum + BigInt(entries.net[index] ?? 0), 0n);
        const all = written.map((_, index) => index);
        expect(ledger.rows).toBe(written.reduce((sum, { rows }) => sum + (rows ?? 1), 0));
        expect(ledger.money).toBe(moneyOf(all));
        expect(ledger.usedMoney).toBe(moneyOf(all.filter((index) => reasons[index] === 0)));
        expect(ledger.setAside.reduce((sum, line) => sum + line.rows, ledger.usedRows)).toBe(ledger.rows);
        expect(ledger.setAside.reduce((sum, line) => sum + line.money, ledger.usedMoney)).toBe(ledger.money);
        for (const line of ledger.setAside) {
          const code = SET_ASIDE_REASONS.indexOf(line.reason) + 1;
          const places = all
            .filter((index) => reasons[index] === code)
            .map((index) => (entries.file[index] ?? 0) * 1000 + (entries.line[index] ?? 0));
          expect(entries.files.indexOf(line.file) * 1000 + line.line).toBe(Math.min(...places));
        }
      }),
      { numRuns: 200 },
    );
  });

  it("uses as much money as the customers spent", () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 40 }), window, windowFor, (drawn, span, limits) => {
        const written = drawn.filter(({ net }) => Math.abs(net ?? 0) < 1e6);
        const entries = orderEntries(written);
        const usable = written.flatMap((one, index) => (one.customer && one.net !== 0 ? [index] : []));
        const options = { asOf, window: span, windowFor: limits };
        const orders = {
          length: usable.length,
          customer: Int32Array.from(usable, (index) => entries.customer[index] ?? -1),
          day: Int32Array.from(usable, (index) => entries.day[index] ?? 0),
          amount: Float64Array.from(usable, (index) => entries.net[index] ?? 0),
          customerKeys: entries.customerKeys,
          firstDay: asOf - 60,
          lastDay: asOf + 10,
        };
        const spend = (): bigint => {
          try {
            return Array.from(customersAt(orders, options).spend).reduce((sum, value) => sum + BigInt(value), 0n);
          } catch (error) {
            if (error instanceof EmptyInputError) return 0n;
            throw error;
          }
        };
        const ledger = ledgerOf(entries, reasonsAt(entries, options));
        expect(ledger.usedMoney).toBe(spend());
      }),
      { numRuns: 200 },
    );
  });
});
