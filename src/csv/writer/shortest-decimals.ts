/** More significant digits are never needed to tell a double from its neighbours. */
const MOST_DIGITS = 17;
/** Any decimal of so many digits is the only one of no more digits that is nearest to some double. */
const CERTAIN_DIGITS = 15;
/** Whole numbers are exact below 2^53. */
const MOST_DECIMALS = 15;
const SMALLEST = 1;
const LARGEST = 1e9;

const POWERS = Float64Array.from({ length: MOST_DIGITS + 1 }, (_, power) => 10 ** power);

/** Splits a double into two halves of 26 bits when it is multiplied with (Veltkamp 1968). */
const SPLITTER = 2 ** 27 + 1;

/** A comparison of two distances is believed when they differ by more than this part. */
const DOUBT = 1e-9;

const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);
const HIGH_WORD = new Uint32Array(Float64Array.of(1).buffer)[0] === 0 ? 1 : 0;

/**
 * The decimals of the shortest text of a double, as `String` writes it, without making one: the fewest digits that no other
 * double is nearer to, and of as many those nearest to it.
 *
 * Tries 15, 16 and 17 digits in all. The distance of each from the double is found without rounding, by the exact product of
 * the fraction and a power of ten (Dekker 1971), and compared with half the distance to the next double.
 */
export class ShortestDecimals {
  /** The decimals as a whole number, and how many they are. */
  decimals = 0;
  count = 0;

  /** Finds the decimals of a double from 1 up to 10^9; false where it is another, or it is too close to tell. */
  find(value: number): boolean {
    if (!(value >= SMALLEST && value < LARGEST)) return false;
    const units = Math.floor(value);
    const fraction = value - units;
    let whole = 1;
    while (units >= (POWERS[whole] as number)) whole += 1;
    const half = halfGapAt(value);
    for (let digits = CERTAIN_DIGITS; digits <= MOST_DIGITS; digits += 1) {
      this.count = digits - whole;
      if (this.count > MOST_DECIMALS) return false;
      const scale = POWERS[this.count] as number;
      const distance = Math.abs(this.round(fraction, scale));
      const most = half * scale;
      if (Math.abs(distance - most) <= most * DOUBT || distance >= 0.5 - DOUBT) return false;
      if (distance < most) return true;
    }
    return false;
  }

  /** Makes the product the decimals, rounded; returns how far they are from it. */
  private round(fraction: number, scale: number): number {
    const product = fraction * scale;
    const error = productError(fraction, scale, product);
    this.decimals = Math.round(product);
    const distance = this.decimals - product - error;
    if (distance > 0.5) this.decimals -= 1;
    else if (distance < -0.5) this.decimals += 1;
    else return distance;
    return distance > 0 ? distance - 1 : distance + 1;
  }
}

/** What is missing from the product of two doubles after rounding. */
function productError(a: number, b: number, product: number): number {
  const [highA, highB] = [upperHalf(a), upperHalf(b)];
  const [lowA, lowB] = [a - highA, b - highB];
  return lowA * lowB - (product - highA * highB - lowA * highB - highA * lowB);
}

function upperHalf(value: number): number {
  const shifted = value * SPLITTER;
  return shifted - (shifted - value);
}

/** Half the distance from a double to the next one. */
function halfGapAt(value: number): number {
  double[0] = value;
  const exponent = (words[HIGH_WORD] as number) >>> 20;
  words[0] = 0;
  words[1] = 0;
  words[HIGH_WORD] = (exponent - 53) << 20;
  return double[0];
}
