import { expect } from "vitest";
import { customersAt } from "../../src/analysis/customers/customers-at.ts";
import { ledgerOf } from "../../src/analysis/ledger/ledger.ts";
import { reasonsAt } from "../../src/analysis/ledger/reasons-at.ts";
import { formatAmount } from "../../src/basics/money/amount.ts";
import type { OrderHistory } from "../../src/orders/history.ts";

/** The rows and the money of everything that was read: what is used and what is set aside, which come to all of it. */
export function accountOf(history: OrderHistory): Readonly<Record<string, readonly [number, string]>> {
  const ledger = ledgerOf(history.entries, reasonsAt(history.entries, { asOf: history.orders.lastDay }));
  const setAside = ledger.setAside.reduce((sum, { money }) => sum + money, 0n);
  expect(ledger.money).toBe(ledger.usedMoney + setAside);
  return {
    read: [ledger.rows, formatAmount(ledger.money)],
    used: [ledger.usedRows, formatAmount(ledger.usedMoney)],
    ...Object.fromEntries(ledger.setAside.map(({ reason, rows, money }) => [reason, [rows, formatAmount(money)]])),
  };
}

/** Each customer's orders and spend. */
export function spendOf(history: OrderHistory): Readonly<Record<string, readonly [number, string]>> {
  const customers = customersAt(history.orders, { asOf: history.orders.lastDay });
  return Object.fromEntries(
    Array.from({ length: customers.length }, (_, index) => [
      customers.ids[index] ?? "",
      [customers.orders[index] ?? 0, formatAmount(customers.spend[index] ?? 0)],
    ]),
  );
}
