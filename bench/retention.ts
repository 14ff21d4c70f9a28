// The month table and the cohorts of a large shop, beyond reading: the order table is made here, in memory.
// npm run bench:retention [customers] [orders]

import { cohortsOf } from "../src/analysis/retention/cohorts.ts";
import { retentionByPeriod } from "../src/analysis/retention/retention-by-period.ts";
import { dayNumber } from "../src/basics/calendar/days.ts";
import type { OrderTable } from "../src/orders/order-table.ts";
import { seeded } from "./random.ts";

const [customerCount = 1_000_000, orderCount = 10_000_000] = process.argv.slice(2).map(Number);
const FIRST_DAY = dayNumber(2020, 1, 1);
const LAST_DAY = dayNumber(2024, 12, 31); // 60 months
const RUNS = 5;

/** Orders of customers who join over the years and buy more or less often; by day, as exports come, or shuffled. */
function makeOrders(arrangement: "by day" | "shuffled"): OrderTable {
  const random = seeded(20_110_531);
  const days = LAST_DAY - FIRST_DAY + 1;
  const joined = Int32Array.from({ length: customerCount }, () => Math.floor(random() * days));
  const day = new Int32Array(orderCount);
  const customer = new Int32Array(orderCount);
  const amount = new Float64Array(orderCount);
  for (let order = 0; order < orderCount; order += 1) {
    const offset = arrangement === "by day" ? Math.floor((order / orderCount) * days) : Math.floor(random() * days);
    let who = Math.floor(random() ** 1.5 * customerCount);
    if ((joined[who] as number) > offset) who = Math.floor(random() * customerCount);
    day[order] = FIRST_DAY + offset;
    customer[order] = who;
    amount[order] = Math.round(random() * 2_000_000) - (random() < 0.03 ? 2_000_000 : 0) || 1;
  }
  const customerKeys = Array.from({ length: customerCount }, (_, index) => String(index));
  return { length: orderCount, customer, day, amount, customerKeys, firstDay: FIRST_DAY, lastDay: LAST_DAY };
}

/** The median time of some runs in seconds, after one that is not counted. */
function secondsOf(work: () => unknown): number {
  work();
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    work();
    return (performance.now() - start) / 1000;
  });
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
}

const write = (line: string): void => void process.stdout.write(`${line}\n`);
write(`${customerCount} customers, ${orderCount} orders, 60 months; median of ${RUNS} runs, seconds beyond reading`);
for (const arrangement of ["by day", "shuffled"] as const) {
  const orders = makeOrders(arrangement);
  const month = secondsOf(() => retentionByPeriod(orders, { asOf: LAST_DAY }));
  const cohorts = secondsOf(() => cohortsOf(orders, { asOf: LAST_DAY }));
  write(`orders ${arrangement.padEnd(8)}  month table ${month.toFixed(2)}  cohorts ${cohorts.toFixed(2)}`);
}
