import type { MemoryOrder } from "./memory-engine.ts";

/** Forty customers over a year; some come back, some get money back, one does so before the first purchase. */
export const MEMORY_SHOP: readonly MemoryOrder[] = [
  ...Array.from({ length: 40 }, (_, at) =>
    Array.from({ length: 1 + (at % 4) }, (__, nth) => ({
      customer: `customer-${String(at).padStart(2, "0")}`,
      day: `2024-${String(1 + ((at * 5 + nth * (2 + (at % 3))) % 12)).padStart(2, "0")}-${String(1 + ((at * 7) % 27)).padStart(2, "0")}`,
      amount: nth === 3 ? -5 : 10 + at * 3 + nth,
    })),
  ).flat(),
  { customer: "refunded first", day: "2024-01-05", amount: -9 },
  { customer: "refunded first", day: "2024-02-05", amount: 30 },
  { customer: "never bought", day: "2024-03-05", amount: -2 },
];

/** The same orders as a file, with the columns that the table has; every one is a row with an id of its own. */
export function memoryShopCsv(orders: readonly MemoryOrder[] = MEMORY_SHOP): string {
  const rows = orders.map(
    ({ customer, day, amount, email = "", newsletter = "" }, at) =>
      `o${at},${customer},${day},${amount}.00,${email},${newsletter}`,
  );
  return `${["order_id,customer_id,ordered_on,total,email,newsletter", ...rows].join("\n")}\n`;
}
