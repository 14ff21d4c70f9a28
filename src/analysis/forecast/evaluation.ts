import { topOf, weightInTop } from "./top-share.ts";

/** What was forecast for each customer: one entry each. */
export interface Prediction {
  /** The chance of at least one order, 0 … 1. */
  readonly orderProbability: Float64Array;
  readonly expectedOrders: Float64Array;
}

/** How good a prediction was, once the days had passed. */
export interface Evaluation {
  /** Mean of −ln of the chance that was given to what happened; lower is better. */
  readonly logLoss: number;
  /**
   * The chance that of two customers, one who ordered and one who did not, the former had the higher probability; ties count
   * half. ½ is guessing. `null` where everybody or nobody ordered.
   */
  readonly auc: number | null;
  readonly expectedOrders: number;
  readonly actualOrders: number;
  /** Expected / actual − 1: +0.2 is a fifth too many. `null` where nothing was ordered. */
  readonly bias: number | null;
  /**
   * Of the fifth of the customers who then ordered most (or of all who ordered, if those are fewer) the share that the
   * prediction had in its own best fifth. `null` where nothing was ordered.
   */
  readonly bestFifth: number | null;
}

/** No event is taken to be more certain than this, so that one surprise does not decide everything. */
const MOST_CERTAIN = 1e-6;

/** Compares what was foretold with what happened. There must be at least one customer. */
export function evaluate({ orderProbability, expectedOrders }: Prediction, actual: Int32Array): Evaluation {
  const sum = (values: Float64Array | Int32Array): number => {
    let total = 0;
    for (const value of values) total += value;
    return total;
  };
  const [expected, happened] = [sum(expectedOrders), sum(actual)];
  return {
    logLoss: logLoss(orderProbability, actual),
    auc: areaUnderCurve(orderProbability, actual),
    expectedOrders: expected,
    actualOrders: happened,
    bias: happened === 0 ? null : expected / happened - 1,
    bestFifth: bestFifthHit(expectedOrders, actual),
  };
}

function logLoss(probability: Float64Array, actual: Int32Array): number {
  let sum = 0;
  for (let index = 0; index < actual.length; index += 1) {
    const p = probability[index] as number;
    sum -= Math.log(Math.max(MOST_CERTAIN, (actual[index] as number) > 0 ? p : 1 - p));
  }
  return sum / actual.length;
}

/** By ranks (Mann & Whitney 1947). */
function areaUnderCurve(probability: Float64Array, actual: Int32Array): number | null {
  const bought = probability.filter((_, index) => (actual[index] as number) > 0).sort();
  const stayedAway = probability.filter((_, index) => actual[index] === 0).sort();
  if (bought.length === 0 || stayedAway.length === 0) return null;
  let [below, notAbove, wins] = [0, 0, 0];
  for (const value of bought) {
    while (below < stayedAway.length && (stayedAway[below] as number) < value) below += 1;
    while (notAbove < stayedAway.length && (stayedAway[notAbove] as number) <= value) notAbove += 1;
    wins += (below + notAbove) / 2;
  }
  return wins / bought.length / stayedAway.length;
}

function bestFifthHit(expected: Float64Array, actual: Int32Array): number | null {
  const buyers = actual.reduce((count, orders) => count + (orders > 0 ? 1 : 0), 0);
  if (buyers === 0) return null;
  const fifth = actual.length / 5;
  const best = topOf(actual, Math.min(fifth, buyers));
  const chosen = topOf(expected, fifth);
  let hit = 0;
  for (let index = 0; index < actual.length; index += 1) {
    hit += weightInTop(actual[index] as number, best) * weightInTop(expected[index] as number, chosen);
  }
  return hit / Math.min(fifth, buyers);
}
