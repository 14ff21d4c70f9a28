import type { ModelName, ModelParameters } from "../../../src/analysis/forecast/models/model-names.ts";
import { type Random, randomFrom } from "../../../src/analysis/statistics/random.ts";
import type { OrderTable } from "../../../src/orders/order-table.ts";

/** A shop whose customers do exactly what a model says, and nobody changes. */
export interface SimulatedShop {
  readonly customers: number;
  readonly model: ModelName;
  readonly parameters: ModelParameters;
  /** Customers' first orders are spread evenly over the first so many days. */
  readonly joining: number;
  /** The days of the whole history; day 0 is the first. */
  readonly days: number;
  readonly seed: number;
  /** Values of orders: Gamma–Gamma, in currency units. Default p = 6, q = 4, v = 15. */
  readonly values?: { readonly p: number; readonly q: number; readonly v: number };
}

/** The orders of a simulated shop. Several orders of a customer on one day are one. */
export function simulatedShop(shop: SimulatedShop): OrderTable {
  const random = randomFrom(shop.seed);
  const entries = { customer: [] as number[], day: [] as number[], amount: [] as number[] };
  for (let customer = 0; customer < shop.customers; customer += 1) {
    const { p, q, v } = shop.values ?? { p: 6, q: 4, v: 15 };
    const scale = v / random.gamma(q);
    for (const day of ordersOf(shop, random)) {
      entries.customer.push(customer);
      entries.day.push(day);
      entries.amount.push(Math.max(1, Math.round(random.gamma(p) * scale * 10_000)));
    }
  }
  return {
    length: entries.day.length,
    customer: Int32Array.from(entries.customer),
    day: Int32Array.from(entries.day),
    amount: Float64Array.from(entries.amount),
    customerKeys: Array.from({ length: shop.customers }, (_, index) => `c${String(index).padStart(7, "0")}`),
    firstDay: 0,
    lastDay: shop.days - 1,
  };
}

function* ordersOf({ model, parameters, joining, days }: SimulatedShop, random: Random): Generator<number> {
  const { r, alpha, a, b } = parameters;
  const rate = random.gamma(r) / alpha;
  const leaving = model === "nbd" ? 0 : betaOf(a, b, random);
  let time = Math.floor(random.uniform() * joining);
  let last = time;
  yield time;
  if (model === "mbg-nbd" && random.uniform() < leaving) return;
  for (;;) {
    time -= Math.log(1 - random.uniform()) / rate;
    const day = Math.ceil(time);
    if (day >= days) return;
    if (day > last) yield day;
    last = day;
    if (random.uniform() < leaving) return;
  }
}

function betaOf(a: number, b: number, random: Random): number {
  const [x, y] = [random.gamma(a), random.gamma(b)];
  return x / (x + y);
}
