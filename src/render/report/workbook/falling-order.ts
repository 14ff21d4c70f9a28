import { sortByNumber } from "../../../csv/keys/sort-by-number.ts";

/** Of a number that is sorted at once. */
const HALF = 2 ** 32;

/** The places of values, the largest first; equal ones stay in order. */
export function fallingOrder(values: Float64Array | Int32Array): Int32Array {
  const order = new Int32Array(values.length);
  const distances = Float64Array.from(values);
  const areWhole = distances.every(Number.isSafeInteger);
  const largest = distances.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  for (let row = 0; row < order.length; row += 1) {
    order[row] = row;
    distances[row] = largest - (values[row] as number);
  }
  if (!areWhole || !distances.every(Number.isSafeInteger)) {
    return order.sort((a, b) => (values[b] as number) - (values[a] as number) || a - b);
  }
  const numbers = new Uint32Array(order.length);
  for (let row = 0; row < order.length; row += 1) numbers[row] = (distances[row] as number) % HALF;
  sortByNumber(order, numbers);
  if (distances.every((distance) => distance < HALF)) return order;
  for (let at = 0; at < order.length; at += 1) {
    numbers[at] = Math.floor((distances[order[at] as number] as number) / HALF);
  }
  sortByNumber(order, numbers);
  return order;
}
