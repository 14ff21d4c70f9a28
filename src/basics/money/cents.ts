import { AMOUNT_SCALE } from "./amount.ts";

/** Money rounded to cents as a plain decimal, `-1234.50`; takes whole or half 1/10,000 of a currency unit. */
export function centsText(value: number | bigint): string {
  return decimalText(roundedCents(value));
}

export function roundedCents(value: number | bigint): bigint {
  const perCent = AMOUNT_SCALE / 100;
  if (typeof value === "number") return BigInt(roundHalfAway(value / perCent, 0));
  const [divisor, half] = [BigInt(perCent), BigInt(perCent / 2)];
  return value < 0n ? -((-value + half) / divisor) : (value + half) / divisor;
}

/** The nearest number with so many decimals, halves away from zero; never −0. */
export function roundHalfAway(value: number, digits: number): number {
  const scaled = value * 10 ** digits;
  return ((scaled < 0 ? -Math.round(-scaled) : Math.round(scaled)) + 0) / 10 ** digits;
}

/** Whole cents as a decimal number of currency units, which Intl reads exactly whatever its size. */
export function decimalText(cents: bigint): `${number}` {
  const digits = String(cents < 0n ? -cents : cents).padStart(3, "0");
  return `${cents < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}` as `${number}`; // digits, a point, two digits
}
