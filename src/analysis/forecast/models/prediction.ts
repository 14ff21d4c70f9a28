import { hypergeometricRest } from "../numerics/hypergeometric.ts";
import { type CustomerHistory, probabilityAlive } from "./alive.ts";
import { chancesToLeave, type PurchaseModel } from "./model-names.ts";
import { expectedFromTails } from "./order-distribution.ts";

/**
 * The chance of at least one order within `days` from now: P(alive) · (1 − ((α+T)/(α+T+t))^(r+x)). It rises with `days`, to
 * P(alive).
 */
export function probabilityOfOrder(model: PurchaseModel, history: CustomerHistory, days: number): number {
  const { r, alpha } = model.parameters;
  const longer = Math.log1p(days / (alpha + history.ageDays));
  return -Math.expm1(-(r + history.repeats) * longer) * probabilityAlive(model, history);
}

/** Where Gauss's series in Euler's form has terms of changing signs, it loses digits; beyond this the sum of tails is taken. */
const MOST_CANCELLATION = -4;

/**
 * The expected number of orders within `days` from now (Fader, Hardie & Lee 2005, formula 10; Batislam, Denizel & Filiztekin
 * 2007), in Euler's form. With z = t/(α+T+t), C = a + b + n − 1 and ε = a − 1 it is
 *
 * P(alive) · C/ε · {1 − (1−z)^ε · ₂F₁(C − r − x, ε; C; z)},
 *
 * which neither overflows for a customer with thousands of orders nor has a hole at a = 1, where it is the limit. For a new
 * customer it is E[X(t)]. NBD: (r+x)/(α+T) · t.
 */
export function expectedOrders(model: PurchaseModel, history: CustomerHistory, days: number): number {
  const { r, alpha, a, b } = model.parameters;
  const shape = r + history.repeats;
  if (model.name === "nbd") return (shape / (alpha + history.ageDays)) * days;
  if (days === 0) return 0;
  const total = a + b + chancesToLeave(model.name, history.repeats) - 1;
  if (total - shape < MOST_CANCELLATION) return expectedFromTails(model, history, days);
  const z = days / (alpha + history.ageDays + days);
  const [epsilon, logRest] = [a - 1, Math.log1p(-z)];
  const rest = hypergeometricRest([total - shape, epsilon, total], z);
  const first = epsilon === 0 ? -logRest : -Math.expm1(epsilon * logRest) / epsilon;
  return probabilityAlive(model, history) * (total * first - Math.exp(epsilon * logRest) * rest);
}
