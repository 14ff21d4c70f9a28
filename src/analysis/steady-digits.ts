/**
 * A number to 12 significant digits, for what comes of logarithms, exponentials and powers: their last digits differ from
 * one version of the machine's mathematics to the next, and the same input must give the same bytes. Sums, products,
 * quotients and square roots are exact to the last digit everywhere and need no rounding.
 *
 * @example steadyDigits(0.1234567890123456) // 0.123456789012
 */
export function steadyDigits(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(12)) : value;
}
