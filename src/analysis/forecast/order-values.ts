import { floatColumn } from "./float-column.ts";
import { expectedOrderValue, fitValueModel, type ValueModel } from "./gamma-gamma.ts";
import { type ValueFault, valueFaultOf } from "./guards.ts";
import type { PurchaseHistories } from "./purchase-histories.ts";

/** What customers' next orders are expected to be worth. */
export interface OrderValues {
  /** The Gamma–Gamma model, whether it is used or not; `null` where it cannot be fitted. */
  readonly model: ValueModel | null;
  /** Why the model is not used; `null` where it is. */
  readonly fault: ValueFault | null;
  /** The part of what was bought that was not refunded on a later day, 0 … 1; expected values are net of it. */
  readonly keptShare: number;
  /** 1/10,000 of a currency unit, one entry a customer. */
  readonly expected: Float64Array;
}

/**
 * The expected value of each customer's next orders: by the Gamma–Gamma model, or, where that has a fault, the customer's own
 * mean over the repeat days, and the mean of all purchase days for a customer without any.
 */
export function orderValues(histories: PurchaseHistories, frozen: ValueModel | null = null): OrderValues {
  const model = frozen ?? fitValueModel(histories);
  const fault = frozen === null ? valueFaultOf(model) : null;
  const { purchased, refunded, repeats, repeatSpend, length } = histories;
  const keptShare = purchased > 0 ? Math.max(0, 1 - refunded / purchased) : 1;
  const purchaseDays = repeats.reduce((sum, x) => sum + x, 0) + length;
  const meanDay = purchased / Math.max(1, purchaseDays);
  const expected = floatColumn(length, (index) => {
    const x = repeats[index] as number;
    const spent = repeatSpend[index] as number;
    if (fault === null && model !== null) return keptShare * expectedOrderValue(model.parameters, x, spent);
    return keptShare * (x > 0 ? spent / x : meanDay);
  });
  return { model, fault, keptShare, expected };
}

/** What orders are worth where there is no money: nothing is known, and 0 stands for it. */
export function noOrderValues(customers: number): OrderValues {
  return { model: null, fault: { kind: "no fit" }, keptShare: 1, expected: new Float64Array(customers) };
}

/** How far what a customer spends on a day's orders scatters, given the Gamma–Gamma model. */
export interface ValueSpread {
  /** The mean of the variance of single orders around the customer's own mean. */
  readonly within: number;
  /** The variance of what the customer's own mean may be. */
  readonly between: number;
}

/** Below this the variance of a heavy-tailed distribution would be infinite: its two nearest moments are kept apart. */
const LEAST_EXCESS = 0.25;

/** The scatter of a customer's order values: moments of p/ν with ν gamma distributed, shape q + px and rate v + xm. */
export function valueSpread({ p, q, v }: ValueModel["parameters"], repeats: number, repeatSpend: number): ValueSpread {
  const [shape, rate] = [q + p * repeats, v + repeatSpend];
  const mean = rate / (shape - 1);
  const square = (rate * rate) / ((shape - 1) * Math.max(LEAST_EXCESS, shape - 2));
  return { within: p * square, between: p * p * (square - mean * mean) };
}
