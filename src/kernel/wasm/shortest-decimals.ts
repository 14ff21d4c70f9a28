/** More significant digits are never needed to tell a double from its neighbours. */
const MOST_DIGITS: u32 = 17;
/** Any decimal of so many digits is the only one of no more digits that is nearest to some double. */
const CERTAIN_DIGITS: u32 = 15;
/** Ten to the power of how many decimals are certain behind one digit. */
const CERTAIN_SCALE: f64 = 1e14;
/** Whole numbers are exact below 2^53. */
const MOST_DECIMALS: u32 = 15;
const SMALLEST: f64 = 1;
const LARGEST: f64 = 1e9;

/** Splits a double into two halves of 26 bits when it is multiplied with (Veltkamp 1968). */
const SPLITTER: f64 = 134217729;

/** A comparison of two distances is believed when they differ by more than this part. */
const DOUBT: f64 = 1e-9;

/** The decimals as a whole number, and how many they are. */
export let foundDecimals: f64 = 0;
export let countOfDecimals: u32 = 0;

/**
 * Finds the decimals of the shortest text of a double from 1 up to 10^9, as JavaScript writes it: the fewest digits that no other
 * double is nearer to, and of as many those nearest to it. False where it is another, or it is too close to tell.
 *
 * Tries 15, 16 and 17 digits in all. The distance of each from the double is found without rounding, by the exact product of
 * the fraction and a power of ten (Dekker 1971), and compared with half the distance to the next double.
 */
export function findDecimals(value: f64): bool {
  if (!(value >= SMALLEST && value < LARGEST)) return false;
  const units = floor<f64>(value);
  const fraction = value - units;
  let whole: u32 = 1;
  let scale = CERTAIN_SCALE;
  for (let power: f64 = 10; units >= power; power *= 10, scale /= 10) whole += 1;
  const half = halfGapAt(value);
  for (let digits = CERTAIN_DIGITS; digits <= MOST_DIGITS; digits += 1, scale *= 10) {
    countOfDecimals = digits - whole;
    if (countOfDecimals > MOST_DECIMALS) return false;
    const distance = abs<f64>(round(fraction, scale));
    const most = half * scale;
    if (abs<f64>(distance - most) <= most * DOUBT || distance >= 0.5 - DOUBT) return false;
    if (distance < most) return true;
  }
  return false;
}

/** Makes the product the decimals, rounded; returns how far they are from it. */
function round(fraction: f64, scale: f64): f64 {
  const product = fraction * scale;
  const error = productError(fraction, scale, product);
  foundDecimals = floor<f64>(product + 0.5);
  const distance = foundDecimals - product - error;
  if (distance > 0.5) foundDecimals -= 1;
  else if (distance < -0.5) foundDecimals += 1;
  else return distance;
  return distance > 0 ? distance - 1 : distance + 1;
}

/** What is missing from the product of two doubles after rounding. */
function productError(a: f64, b: f64, product: f64): f64 {
  const highA = upperHalf(a);
  const highB = upperHalf(b);
  const lowA = a - highA;
  const lowB = b - highB;
  return lowA * lowB - (product - highA * highB - lowA * highB - highA * lowB);
}

function upperHalf(value: f64): f64 {
  const shifted = value * SPLITTER;
  return shifted - (shifted - value);
}

/** Half the distance from a double to the next one. */
function halfGapAt(value: f64): f64 {
  const exponent = (reinterpret<u64>(value) >> 52) & 0x7ff;
  return reinterpret<f64>((exponent - 53) << 52);
}
