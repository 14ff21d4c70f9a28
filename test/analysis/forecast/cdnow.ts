import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { historiesOn } from "../../../src/analysis/forecast/histories-on.ts";
import type { PurchaseHistories } from "../../../src/analysis/forecast/purchase-histories.ts";
import { timelinesOf } from "../../../src/analysis/retention/timelines.ts";
import { dayNumber } from "../../../src/basics/calendar/days.ts";
import type { OrderTable } from "../../../src/orders/order-table.ts";

const FILE = fileURLToPath(new URL("../../../../shared/data/cdnow/CDNOW_sample.txt", import.meta.url));

/** Whether the CDNOW sample is at hand; it is not part of the repository. */
export const hasCdnow = existsSync(FILE);

/** What a skipped test says. */
export const CDNOW_WORD = hasCdnow ? "on the CDNOW sample" : "on the CDNOW sample (skipped: the sample is not here)";

/** The last day of the calibration that published values rest on. */
export const CALIBRATION_END = dayNumber(1997, 9, 30);

/** The purchases of the CDNOW sample; its eight rows of 0.00 dollars are days with an order, so they are kept as a cent's part. */
export function cdnowOrders(): OrderTable {
  const rows = readFileSync(FILE, "utf8")
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/));
  const keys = [...new Set(rows.map(([, id = ""]) => id))];
  const codes = new Map(keys.map((key, index) => [key, index]));
  const days = rows.map(([, , day = ""]) =>
    dayNumber(Number(day.slice(0, 4)), Number(day.slice(4, 6)), Number(day.slice(6))),
  );
  return {
    length: rows.length,
    customer: Int32Array.from(rows, ([, id = ""]) => codes.get(id) ?? 0),
    day: Int32Array.from(days),
    amount: Float64Array.from(rows, ([, , , , dollars]) => Math.max(1, Math.round(Number(dollars) * 10_000))),
    customerKeys: keys,
    firstDay: Math.min(...days),
    lastDay: Math.max(...days),
  };
}

/** The histories of all customers up to the end of the calibration. */
export function cdnowCalibration(): PurchaseHistories {
  const orders = cdnowOrders();
  const everybody = Int32Array.from(orders.customerKeys.keys());
  return historiesOn(timelinesOf(orders, CALIBRATION_END), everybody, CALIBRATION_END).histories;
}
