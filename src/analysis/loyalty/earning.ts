import type { Earning, Rounding } from "./plan.ts";

/**
 * The points or stamps that a purchase earns (amount > 0, whole 1/10,000 of a unit), or that a refund takes back (amount < 0,
 * a number ≤ 0). A refund takes back what a purchase of its amount earns, and no stamps: it un-counts no purchase.
 *
 * @example unitsOf(104_500, { kind: "points", per: 10_000, each: 1, round: "half-up" }) // 10
 */
export function unitsOf(amount: number, earning: Earning): number {
  if (earning.kind === "stamps") return amount > 0 && amount >= earning.from ? earning.each : 0;
  const { per, each, round } = earning;
  const units = amount < 0 ? -wholeRatio(-amount * each, per, round) : wholeRatio(amount * each, per, round);
  return units + 0; // never −0
}

/** A ratio of whole numbers as a whole number, without the rounding of a division in between. */
function wholeRatio(amount: number, per: number, round: Rounding): number {
  const rest = amount % per;
  const whole = (amount - rest) / per;
  return round === "half-up" && rest * 2 >= per ? whole + 1 : whole;
}
