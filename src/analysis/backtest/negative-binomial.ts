import type { PurchaseModel } from "../forecast/models/model-names.ts";
import { minimise } from "../forecast/numerics/quasi-newton.ts";
import { digamma, logGamma } from "../statistics/log-beta.ts";

/**
 * The negative binomial distribution of orders in one period: customers' rates are gamma distributed with shape r and rate
 * alpha, in periods. Fitted by maximum likelihood to counts in one period of which everybody had all of; the mean r / alpha is
 * that of the counts.
 *
 * @returns a model in which time is counted in periods; `null` where nobody ordered or fewer than two customers are there
 */
export function fitNegativeBinomial(counts: Int32Array): PurchaseModel | null {
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  if (counts.length < 2 || mean === 0) return null;
  const customersBy = new Map<number, number>();
  for (const count of counts) customersBy.set(count, (customersBy.get(count) ?? 0) + 1);
  const { point } = minimise(
    ([logShape = 0]) => {
      const r = Math.exp(logShape);
      let value = r * Math.log(r / (r + mean)) + mean * Math.log(mean / (r + mean));
      let slope = Math.log(r / (r + mean));
      for (const [count, customers] of customersBy) {
        const weight = customers / counts.length;
        value += weight * (logGamma(r + count) - logGamma(r) - logGamma(count + 1));
        slope += weight * (digamma(r + count) - digamma(r));
      }
      return { value: -value, gradient: [-slope * r] };
    },
    [0],
  );
  const r = Math.min(MOST_EVEN, Math.exp(point[0] ?? 0));
  return { name: "nbd", parameters: { r, alpha: r / mean, a: 0, b: 1 } };
}

/** With a shape above this everybody buys at the same rate, as far as counts can tell (Poisson). */
const MOST_EVEN = 1e6;
