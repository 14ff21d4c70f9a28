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

/**
 * A forecast figure to 6 significant digits: it comes of a search for the likeliest parameters, whose path the machine's
 * mathematics may bend a little, and nobody knows the future to more of them.
 *
 * @example forecastDigits(0.1001191101912365) // 0.100119
 */
export function forecastDigits(value: number): number {
  if (value === 0 || !Number.isFinite(value)) return value;
  const decimals = FORECAST_DIGITS - 1 - Math.floor(Math.log10(Math.abs(value)));
  if (decimals > MOST_DECIMALS) return 0;
  // whole powers of ten are exact, so that the quotient is the double nearest to the decimal; text would take ten times as long
  return decimals >= 0
    ? Math.round(value * 10 ** decimals) / 10 ** decimals
    : Math.round(value / 10 ** -decimals) * 10 ** -decimals;
}

const FORECAST_DIGITS = 6;
const MOST_DECIMALS = 22;
