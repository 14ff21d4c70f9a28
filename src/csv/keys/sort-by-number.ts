/** How many bits of a number one pass of the sort looks at. */
const DIGIT_BITS = 11;
const DIGITS = 2 ** DIGIT_BITS;

/** What is sorted, and its numbers. */
interface Numbered {
  readonly order: Int32Array;
  readonly numbers: Uint32Array;
}

/** Sorts numbers of 32 bits, and what they belong to along with them; equal ones keep their order. */
export function sortByNumber(order: Int32Array, numbers: Uint32Array): void {
  let from: Numbered = { order, numbers };
  let to: Numbered = { order: new Int32Array(order.length), numbers: new Uint32Array(order.length) };
  const starts = new Uint32Array(DIGITS);
  for (let shift = 0; shift < 32; shift += DIGIT_BITS) {
    if (!countDigits(from.numbers, shift, starts)) continue;
    moveByDigit(from, to, shift, starts);
    [from, to] = [to, from];
  }
  if (from.order === order) return;
  order.set(from.order);
  numbers.set(from.numbers);
}

function moveByDigit({ order, numbers }: Numbered, to: Numbered, shift: number, next: Uint32Array): void {
  const { order: sortedOrder, numbers: sortedNumbers } = to;
  for (let index = 0; index < numbers.length; index += 1) {
    const number = numbers[index] as number;
    const digit = (number >>> shift) & (DIGITS - 1);
    const at = next[digit] as number;
    next[digit] = at + 1;
    sortedNumbers[at] = number;
    sortedOrder[at] = order[index] as number;
  }
}

/** Where the numbers with each digit begin when they are sorted by it; false where all have the same. */
function countDigits(numbers: Uint32Array, shift: number, starts: Uint32Array): boolean {
  starts.fill(0);
  for (let index = 0; index < numbers.length; index += 1) {
    const digit = ((numbers[index] as number) >>> shift) & (DIGITS - 1);
    starts[digit] = (starts[digit] as number) + 1;
  }
  if (starts[((numbers[0] as number) >>> shift) & (DIGITS - 1)] === numbers.length) return false;
  let start = 0;
  for (let digit = 0; digit < DIGITS; digit += 1) {
    const count = starts[digit] as number;
    starts[digit] = start;
    start += count;
  }
  return true;
}
