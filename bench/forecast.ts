// The forecast and the backtest of a large shop, beyond reading: the order table is made here, in memory.
// npm run bench:forecast [customers]
import { backtestOrders } from "../src/analysis/backtest/backtest.ts";
import { forecastOrders } from "../src/analysis/forecast/forecast.ts";
import { randomFrom } from "../src/analysis/statistics/random.ts";
import type { OrderTable } from "../src/orders/order-table.ts";

const [customerCount = 1_000_000] = process.argv.slice(2).map(Number);
const DAYS = 730;
const RUNS = 3;

/** Customers who join over two years, buy at rates of their own and leave at some point (MBG/NBD, Gamma–Gamma). */
function makeOrders(): OrderTable {
  const random = randomFrom(20_110_531);
  const day: number[] = [];
  const customer: number[] = [];
  const amount: number[] = [];
  for (let who = 0; who < customerCount; who += 1) {
    const rate = random.gamma(0.6) / 60;
    const [a, b] = [random.gamma(0.8), random.gamma(2.4)];
    const worth = 15 / random.gamma(4);
    let time = Math.floor(random.uniform() * DAYS);
    do {
      day.push(Math.ceil(time));
      customer.push(who);
      amount.push(Math.max(1, Math.round(random.gamma(6) * worth * 10_000)));
      time -= Math.log(1 - random.uniform()) / rate;
    } while (random.uniform() >= a / (a + b) && time < DAYS - 1);
  }
  const keys = Array.from({ length: customerCount }, (_, index) => String(index).padStart(8, "0"));
  const order = Int32Array.from(keys.keys());
  return {
    length: day.length,
    customer: Int32Array.from(customer),
    day: Int32Array.from(day),
    amount: Float64Array.from(amount),
    customerKeys: keys,
    keyOrder: () => order,
    firstDay: 0,
    lastDay: DAYS - 1,
  };
}

/** The times of some runs: the fastest by the clock, and its time on the processor, in seconds. */
function fastest(work: () => unknown): { readonly wall: number; readonly cpu: number } {
  const runs = Array.from({ length: RUNS }, () => {
    const [start, before] = [performance.now(), process.cpuUsage()];
    work();
    const { user, system } = process.cpuUsage(before);
    return { wall: (performance.now() - start) / 1000, cpu: (user + system) / 1e6 };
  });
  return runs.reduce((best, run) => (run.wall < best.wall ? run : best));
}

const write = (line: string): void => void process.stdout.write(`${line}\n`);
const orders = makeOrders();
const asOf = DAYS - 1;
write(
  `${customerCount} customers, ${orders.length} orders, two years; fastest of ${RUNS} runs, seconds beyond reading`,
);
const show = (what: string, goal: number, work: () => unknown): void => {
  const { wall, cpu } = fastest(work);
  write(`${what.padEnd(52)} ${wall.toFixed(1)} (processor ${cpu.toFixed(1)}; goal ${goal})`);
};
show("forecast: fitted, tested on one earlier day, forecast", 10, () =>
  forecastOrders(orders, { asOf, days: 90, origins: 1 }),
);
show("forecast: tested on two earlier days (the default)", 10, () => forecastOrders(orders, { asOf, days: 90 }));
show("backtest of three earlier days", 15, () => backtestOrders(orders, { asOf, days: 90, origins: 3 }));
