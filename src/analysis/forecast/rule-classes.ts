/** What was seen of the customers of a class in the days after an earlier day. */
export interface ClassRates {
  /** The share that ordered, (k + ½) / (n + 1): never 0 or 1. */
  readonly share: number;
  /** Orders a head. */
  readonly orders: number;
  /** The numbers of orders between which a customer's lay, with the tail left out below and above. */
  readonly low: number;
  readonly high: number;
}

/** The rates of each class 0, 1, 2 …; a class that had no customer gets those of all customers. */
export function learnClasses(classes: Int32Array, outcome: Int32Array, tail: number): readonly ClassRates[] {
  const all = ratesOf(outcome, tail);
  return Array.from({ length: MOST_CLASSES }, (_, one) => {
    const own = outcome.filter((_orders, index) => classes[index] === one);
    return own.length === 0 ? all : ratesOf(own, tail);
  });
}

/** Rules make at most so many classes; customers may come to be in one that none was in then. */
const MOST_CLASSES = 4;

function ratesOf(outcome: Int32Array, tail: number): ClassRates {
  const sorted = outcome.toSorted(); // typed arrays sort by number
  const buyers = sorted.reduce((count, orders) => count + (orders > 0 ? 1 : 0), 0);
  const at = (chance: number): number => sorted[Math.max(0, Math.ceil(chance * sorted.length) - 1)] ?? 0;
  return {
    share: (buyers + 0.5) / (sorted.length + 1),
    orders: sorted.reduce((sum, orders) => sum + orders, 0) / Math.max(1, sorted.length),
    low: at(tail),
    high: at(1 - tail),
  };
}

/**
 * The silence, in days, that tells best who ordered from who did not: with customers up to it in one class and the others in
 * another, the log-loss of the two shares is least; of equally good ones the shortest.
 */
export function quietThreshold(silences: Int32Array, outcome: Int32Array): number {
  const longest = silences.reduce((most, days) => Math.max(most, days), 0);
  const [customers, buyers] = [new Float64Array(longest + 1), new Float64Array(longest + 1)];
  let bought = 0;
  for (let index = 0; index < silences.length; index += 1) {
    const days = silences[index] as number;
    customers[days] = (customers[days] as number) + 1;
    if ((outcome[index] as number) === 0) continue;
    buyers[days] = (buyers[days] as number) + 1;
    bought += 1;
  }
  let [best, least, n, k] = [longest, Number.POSITIVE_INFINITY, 0, 0];
  for (let days = 0; days <= longest; days += 1) {
    if (customers[days] === 0) continue;
    n += customers[days] as number;
    k += buyers[days] as number;
    const loss = surprise(k, n) + surprise(bought - k, silences.length - n);
    if (loss < least) [best, least] = [days, loss];
  }
  return best;
}

/** The log-loss of a class of n with k buyers, all given the share (k + ½) / (n + 1). */
function surprise(k: number, n: number): number {
  if (n === 0) return 0;
  const share = (k + 0.5) / (n + 1);
  return -k * Math.log(share) - (n - k) * Math.log(1 - share);
}
