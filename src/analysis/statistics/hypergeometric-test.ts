import { logBeta } from "./log-beta.ts";

/** An urn of `all` balls, `marked` of them of one kind, from which `drawn` are taken without putting back. */
export interface Urn {
  readonly all: number;
  readonly marked: number;
  readonly drawn: number;
}

/** The natural logarithm of the binomial coefficient, for whole numbers 0 ≤ k ≤ n. */
function logChoose(n: number, k: number): number {
  return -Math.log(n + 1) - logBeta(n - k + 1, k + 1);
}

/** The numbers of marked balls that can be among those drawn, from the least to the greatest. */
function support({ all, marked, drawn }: Urn): readonly [least: number, greatest: number] {
  return [Math.max(0, drawn + marked - all), Math.min(marked, drawn)];
}

/** The natural logarithm of the probability that exactly `hits` of the balls drawn are marked. */
function logProbability(hits: number, { all, marked, drawn }: Urn): number {
  return logChoose(marked, hits) + logChoose(all - marked, drawn - hits) - logChoose(all, drawn);
}

/**
 * The probability that at least `hits` of the balls drawn are marked: the upper tail of the hypergeometric distribution.
 * 1 where `hits` is the least possible or below, 0 above the greatest possible.
 *
 * @example upperTail(286, { all: 4338, marked: 868, drawn: 532 }) // 1.626386e-78
 */
export function upperTail(hits: number, urn: Urn): number {
  const [least, greatest] = support(urn);
  if (hits <= least) return 1;
  if (hits > greatest) return 0;
  const isAboveMode = hits > ((urn.marked + 1) * (urn.drawn + 1)) / (urn.all + 2);
  return isAboveMode ? sumUpwards(hits, urn, greatest) : Math.max(0, 1 - sumDownwards(hits - 1, urn, least));
}

/** Each probability from the one before it, until what is left no longer counts. */
function sumUpwards(from: number, { all, marked, drawn }: Urn, greatest: number): number {
  let probability = Math.exp(logProbability(from, { all, marked, drawn }));
  let sum = probability;
  for (let hits = from; hits < greatest && probability > sum * Number.EPSILON; hits += 1) {
    probability *= ((marked - hits) * (drawn - hits)) / ((hits + 1) * (all - marked - drawn + hits + 1));
    sum += probability;
  }
  return sum;
}

function sumDownwards(from: number, { all, marked, drawn }: Urn, least: number): number {
  let probability = Math.exp(logProbability(from, { all, marked, drawn }));
  let sum = probability;
  for (let hits = from; hits > least && probability > sum * Number.EPSILON; hits -= 1) {
    probability *= (hits * (all - marked - drawn + hits)) / ((marked - hits + 1) * (drawn - hits + 1));
    sum += probability;
  }
  return sum;
}

/** Probabilities that differ by rounding only count as equal, as in R. */
const AS_PROBABLE = 1 + 1e-7;

/**
 * Fisher's exact test, two-sided: the probability, where both groups are alike, of a division at most as probable as the
 * one found (the rule of R's `fisher.test`). 1 where only one division is possible.
 *
 * @example fisherExact({ hits: 3, drawn: 4 }, { hits: 1, drawn: 4 }) // 0.4857143, the lady tasting tea
 */
export function fisherExact(
  first: { readonly hits: number; readonly drawn: number },
  second: { readonly hits: number; readonly drawn: number },
): number {
  const urn = { all: first.drawn + second.drawn, marked: first.hits + second.hits, drawn: first.drawn };
  const [least, greatest] = support(urn);
  if (least === greatest) return 1;
  const found = Math.exp(logProbability(first.hits, urn)) * AS_PROBABLE;
  const mode = Math.floor(((urn.marked + 1) * (urn.drawn + 1)) / (urn.all + 2));
  if (found >= Math.exp(logProbability(mode, urn))) return 1;
  const upper = firstWithin(found, urn, { from: mode, to: greatest });
  const lower = mode === least ? null : firstWithin(found, urn, { from: mode - 1, to: least });
  const above = upper === null ? 0 : sumUpwards(upper, urn, greatest);
  const below = lower === null ? 0 : sumDownwards(lower, urn, least);
  return Math.min(1, above + below);
}

/** The number of hits nearest to the mode whose probability is at most `found`, on one side; halving, for it falls steadily. */
function firstWithin(
  found: number,
  urn: Urn,
  { from, to }: { readonly from: number; readonly to: number },
): number | null {
  const at = (distance: number): number => from + Math.sign(to - from) * distance;
  const isWithin = (distance: number): boolean => Math.exp(logProbability(at(distance), urn)) <= found;
  let [near, far] = [0, Math.abs(to - from)];
  if (!isWithin(far)) return null;
  while (near < far) {
    const middle = Math.floor((near + far) / 2);
    if (isWithin(middle)) far = middle;
    else near = middle + 1;
  }
  return at(far);
}
