import { chancesToLeave, type PurchaseModel } from "./model-names.ts";

/** One customer's history, in the unit of the parameters' `alpha` (days). */
export interface CustomerHistory {
  /** x: purchase days after the first. */
  readonly repeats: number;
  /** t_x: from the first to the last purchase. */
  readonly lastDays: number;
  /** T: from the first purchase to the day of the forecast. */
  readonly ageDays: number;
}

/** A customer who has just bought for the first time. */
export const NEW_CUSTOMER: CustomerHistory = { repeats: 0, lastDays: 0, ageDays: 0 };

/**
 * The chance that the customer has not left: 1 / (1 + a/(b + n − 1) · ((α+T)/(α+t_x))^(r+x)), n the chances to leave so far.
 * BG/NBD gives every one-time buyer 1 (n = 0), so it says little of who will order.
 */
export function probabilityAlive(model: PurchaseModel, { repeats, lastDays, ageDays }: CustomerHistory): number {
  const { r, alpha, a, b } = model.parameters;
  const n = chancesToLeave(model.name, repeats);
  if (n === 0) return 1;
  const silence = Math.log1p((ageDays - lastDays) / (alpha + lastDays));
  return 1 / (1 + (a / (b + n - 1)) * Math.exp((r + repeats) * silence));
}
