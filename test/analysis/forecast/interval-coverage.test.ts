import { describe, expect, it } from "vitest";
import { backtestOrders } from "../../../src/analysis/backtest/backtest.ts";
import { forecastOrders } from "../../../src/analysis/forecast/forecast.ts";
import { simulatedShop } from "./simulated-shop.ts";

const isLong = process.env["RFM_LONG_TESTS"] === "1";
const SHORT = 12;
const SEEDS = Array.from({ length: isLong ? 200 : SHORT }, (_, index) => index + 1);

/** The bounds that a share of 80 % keeps to in so many trials: 70 … 90 % of 200; three standard errors of a few. */
const [LEAST, MOST] = isLong ? [0.7, 0.9] : [0.8 - 3 * Math.sqrt(0.16 / SHORT), 1];

/** The long form takes minutes on a busy machine. */
const LONGEST = 1_800_000;

const NOW = 499;
const DAYS = 90;

describe("on simulated shops where nobody changes", () => {
  it(
    `the 80% interval of the total holds about 80% of the time (${SEEDS.length} seeds)`,
    () => {
      let [orders, spend, models] = [0, 0, 0];
      for (const seed of SEEDS) {
        const shop = simulatedShop({
          customers: 800,
          model: "mbg-nbd",
          parameters: { r: 0.8, alpha: 60, a: 0.8, b: 2.4 },
          joining: NOW,
          days: NOW + DAYS + 1,
          seed,
        });
        const { source, total } = forecastOrders(shop, { asOf: NOW, days: DAYS, origins: 1 });
        if (source.kind !== "model") continue;
        models += 1;
        const joined = new Set(Array.from(shop.customer).filter((_, entry) => (shop.day[entry] ?? 0) <= NOW));
        let [ordered, spent] = [0, 0];
        for (let entry = 0; entry < shop.length; entry += 1) {
          if ((shop.day[entry] ?? 0) <= NOW || !joined.has(shop.customer[entry] ?? -1)) continue;
          ordered += 1;
          spent += shop.amount[entry] ?? 0;
        }
        if (ordered >= (total.ordersLow ?? 0) && ordered <= (total.ordersHigh ?? 0)) orders += 1;
        if (spent >= (total.spendLow ?? 0) && spent <= (total.spendHigh ?? 0)) spend += 1;
      }
      expect(models).toBeGreaterThan(0.9 * SEEDS.length);
      process.stderr.write(
        `figures: 80% intervals of ${models} shops held ${orders} times for orders, ${spend} for spend\n`,
      );
      for (const held of [orders, spend]) {
        expect(held / models).toBeGreaterThanOrEqual(LEAST);
        expect(held / models).toBeLessThanOrEqual(MOST);
      }
    },
    LONGEST,
  );

  it(
    `stability equals chance (${SEEDS.length} seeds)`,
    () => {
      const differences = SEEDS.map((seed) => {
        const shop = simulatedShop({
          customers: 2000,
          model: "nbd",
          parameters: { r: 0.9, alpha: 600, a: 0, b: 1 }, // hardly two orders fall on one day, which would even them out
          joining: 30,
          days: 3700,
          seed,
        });
        const [origin] = backtestOrders(shop, { asOf: 3699, days: 1200 }).origins;
        const { byOrders, bySpend } = origin?.stability ?? {};
        return [byOrders, bySpend].map((one) => (one?.observed ?? Number.NaN) - (one?.expected ?? Number.NaN));
      });
      for (const index of [0, 1]) {
        const values = differences.map((pair) => pair[index] ?? Number.NaN);
        const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
        // One shop's share has a standard error of 0.025; the bound is three and a half of the mean's.
        expect(Math.abs(mean)).toBeLessThan(isLong ? 0.006 : 0.025);
      }
    },
    LONGEST,
  );
});
