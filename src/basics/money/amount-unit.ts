import { AMOUNT_SCALE } from "./amount.ts";

/** What amounts count as they are written: 1050 is 1,050.00 in whole units, and 10.50 in cents. */
export const AMOUNT_UNITS = ["whole", "cents"] as const;
export type AmountUnit = (typeof AMOUNT_UNITS)[number];

/** How many decimals an amount moves by. */
export function digitsOfUnit(unit: AmountUnit): number {
  return unit === "cents" ? 2 : 0;
}

/** How many 1/10,000 of a unit of money a written 1 is. */
export function partsOfUnit(unit: AmountUnit): number {
  return AMOUNT_SCALE / 10 ** digitsOfUnit(unit);
}
