import { logGamma } from "../../statistics/log-beta.ts";
import { type CustomerHistory, probabilityAlive } from "./alive.ts";
import { chancesToLeave, type PurchaseModel } from "./model-names.ts";

/** Below this a tail adds nothing to what is shown. */
const NOTHING = 1e-12;

/** Beyond the mean, probabilities below this no longer lower a tail, which rounding may keep above nothing. */
const ROUNDED_AWAY = 1e-15;

/** Where e to this power is near the smallest double, the first probabilities are passed over. */
const SMALLEST_LOG = -700;

/**
 * The chances of at least 1, 2, 3 … orders within `days` from now, until they come to nothing.
 *
 * The customer is still there with P(alive). Then the orders that would come without drop-out are negative binomial, N, with
 * size r + x and odds t / (α + T); the order after which the customer leaves, K, is beta geometric; and the orders that do come
 * are the smaller of the two. Given that the customer is still there, the rate and the chance to leave are independent, so
 * P(Y ≥ k) = P(alive) · P(N ≥ k) · P(K ≥ k), with P(K ≥ k) = Π (b' + j) / (a + b' + j) over j = 0 … k − 2 and b' = b + n.
 */
export function tailsOf(model: PurchaseModel, history: CustomerHistory, days: number): readonly number[] {
  const { a, b } = model.parameters;
  const left = b + chancesToLeave(model.name, history.repeats);
  const tails = tailsWithoutLeaving(model, history, days);
  let staying = probabilityAlive(model, history);
  for (let k = 0; k < tails.length; k += 1) {
    const probability = staying * (tails[k] as number);
    if (probability < NOTHING) {
      tails.length = k;
      return tails;
    }
    tails[k] = probability;
    if (a > 0) staying *= (left + k) / (a + left + k);
  }
  return tails;
}

/** P(N ≥ 1), P(N ≥ 2), … of the negative binomial. */
function tailsWithoutLeaving(
  { parameters: { r, alpha } }: PurchaseModel,
  { repeats, ageDays }: CustomerHistory,
  days: number,
): number[] {
  const size = r + repeats;
  const success = days / (alpha + ageDays + days);
  const logNone = size * Math.log1p(-success);
  const tails: number[] = [];
  let [probability, tail] = [Math.exp(logNone), -Math.expm1(logNone)];
  if (logNone < SMALLEST_LOG) {
    const start = farBelowMean(size, success);
    for (let k = 0; k < start; k += 1) tails.push(1);
    const choices = logGamma(size + start) - logGamma(size) - logGamma(start + 1);
    probability = Math.exp(choices + logNone + start * Math.log(success));
    tail = 1 - probability;
  }
  const mean = (size * success) / (1 - success);
  for (let k = tails.length; tail > NOTHING && (k < mean || probability > ROUNDED_AWAY); k += 1) {
    tails.push(tail);
    probability *= ((size + k) / (k + 1)) * success;
    tail -= probability;
  }
  return tails;
}

/** A number of orders that is too small to happen: twelve standard deviations below the mean. */
function farBelowMean(size: number, success: number): number {
  const mean = (size * success) / (1 - success);
  return Math.max(0, Math.floor(mean - 12 * Math.sqrt(mean / (1 - success))));
}

/** The expected number of orders as the sum of P(Y ≥ k): no digits are lost, however many orders there are. */
export function expectedFromTails(model: PurchaseModel, history: CustomerHistory, days: number): number {
  return tailsOf(model, history, days).reduce((sum, tail) => sum + tail, 0);
}

/** What a customer's orders within some days are spread over. */
export interface OrderSpread {
  readonly low: number;
  readonly high: number;
  readonly variance: number;
}

/**
 * The points of the distribution of a customer's orders with `tail` of the chance below and above, each the smallest number
 * that has at least so much chance up to it, and its variance; all of it averaged over the draws of the parameters, so that
 * their uncertainty is in it.
 */
export function orderSpread(
  draws: readonly PurchaseModel[],
  { history, days, tail }: { readonly history: CustomerHistory; readonly days: number; readonly tail: number },
): OrderSpread {
  const each = draws.map((model) => tailsOf(model, history, days));
  let [low, high, mean, square] = [-1, -1, 0, 0];
  for (let k = 0; ; k += 1) {
    let more = 0;
    for (const tails of each) more += tails[k] ?? 0;
    more /= each.length;
    if (low < 0 && 1 - more >= tail) low = k;
    if (high < 0 && 1 - more >= 1 - tail) high = k;
    if (more === 0) break;
    mean += more;
    square += (2 * k + 1) * more;
  }
  return { low, high, variance: Math.max(0, square - mean * mean) };
}
