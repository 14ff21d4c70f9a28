import { digamma, logGamma } from "../statistics/log-beta.ts";
import { inverseOf, type Matrix, times } from "./numerics/matrix.ts";
import { hessianAt, type Minimum, minimise, type Objective } from "./numerics/quasi-newton.ts";
import type { PurchaseHistories } from "./purchase-histories.ts";

/**
 * What orders are worth. A customer's orders are gamma distributed with shape `p`; their rates differ between customers, gamma
 * distributed with shape `q` and rate `v`, `v` in 1/10,000 of a currency unit. The mean over customers is p·v / (q − 1), which
 * needs q > 1.
 */
export interface ValueParameters {
  readonly p: number;
  readonly q: number;
  readonly v: number;
}

export interface ValueModel {
  readonly parameters: ValueParameters;
  readonly standardErrors: ValueParameters | null;
  /** The standard error of the logarithm of the mean over customers, p·v / (q − 1); 0 where there is none. */
  readonly meanError: number;
  readonly logLikelihood: number;
  /** Customers with a repeat order and a positive mean value of them. */
  readonly customers: number;
  readonly converged: boolean;
}

/** Repeat customers: on how many later days they bought, and what for on average. */
interface RepeatValues {
  readonly counts: Int32Array;
  /** In units of their mean, so that v is near 1. */
  readonly means: Float64Array;
  /** The mean of the means, 1/10,000 of a currency unit. */
  readonly unit: number;
}

/**
 * Fits the Gamma–Gamma model (Fader & Hardie 2013, “The Gamma-Gamma Model of Monetary Value”, note 025) by maximum likelihood
 * to the mean values of customers' repeat days; the first day is left out, as it would tell of those who never came back.
 *
 * @returns `null` where fewer than two customers have a repeat order
 */
export function fitValueModel(histories: Pick<PurchaseHistories, "repeats" | "repeatSpend">): ValueModel | null {
  const values = repeatValues(histories);
  if (values.counts.length < 2) return null;
  const objective = meanLossOf(values);
  const best = minimumOf(values);
  const parameters = parametersOf(best.point, values.unit);
  const customers = values.counts.length;
  const inverse = inverseOf(hessianAt(objective, best.point));
  const covariance = inverse === null ? null : inverse.map((row) => row.map((value) => value / customers));
  const errorOf = (index: number): number => Math.sqrt(covariance?.[index]?.[index] ?? 0);
  return {
    parameters,
    standardErrors:
      covariance === null
        ? null
        : { p: parameters.p * errorOf(0), q: parameters.q * errorOf(1), v: parameters.v * errorOf(2) },
    meanError: covariance === null ? 0 : meanError(parameters, covariance),
    logLikelihood: -best.value * customers - customers * Math.log(values.unit),
    customers,
    converged: best.converged,
  };
}

/**
 * The expected value of a customer's next orders: p(v + x·m) / (p·x + q − 1), a mean of what the customer spent a day (m, over
 * x repeat days) and what all customers spend; without a repeat day, what all spend.
 *
 * @param repeatSpend x·m, in the unit of `v`
 */
export function expectedOrderValue({ p, q, v }: ValueParameters, repeats: number, repeatSpend: number): number {
  return (p * (v + repeatSpend)) / (p * repeats + q - 1);
}

/** With more customers than this the search for a start looks at a part of them. */
const ENOUGH_FOR_A_START = 20_000;

/** p, q, and v in units of the mean value. */
const STARTS = [
  [6, 4, 0.5],
  [1.5, 2, 0.7],
  [30, 10, 0.3],
];

function minimumOf(values: RepeatValues): Minimum {
  const step = Math.ceil(values.counts.length / ENOUGH_FOR_A_START);
  const keep = (_: number, index: number): boolean => index % step === 0;
  const sample =
    step === 1 ? values : { ...values, counts: values.counts.filter(keep), means: values.means.filter(keep) };
  const rough = meanLossOf(sample);
  const found = STARTS.map((start) => minimise(rough, start.map(Math.log)));
  const best = found.reduce((lowest, one) => (one.value < lowest.value ? one : lowest));
  return step === 1 ? best : minimise(meanLossOf(values), best.point, inverseOf(hessianAt(rough, best.point)));
}

/** By the delta method: ln p + ln v − ln(q − 1) has the slopes 1, −q/(q − 1) and 1 by ln p, ln q and ln v. */
function meanError({ q }: ValueParameters, covariance: Matrix): number {
  if (q <= 1) return 0;
  const slopes = [1, -q / (q - 1), 1];
  const moved = times(covariance, slopes);
  return Math.sqrt(
    Math.max(
      0,
      slopes.reduce((sum, slope, index) => sum + slope * (moved[index] ?? 0), 0),
    ),
  );
}

function repeatValues({ repeats, repeatSpend }: Pick<PurchaseHistories, "repeats" | "repeatSpend">): RepeatValues {
  const keep = (_: unknown, index: number): boolean =>
    (repeats[index] as number) > 0 && (repeatSpend[index] as number) > 0;
  const counts = repeats.filter(keep);
  const means = repeatSpend.filter(keep).map((sum, index) => sum / (counts[index] as number));
  const unit = means.reduce((sum, mean) => sum + mean, 0) / Math.max(1, means.length);
  return { counts, means: means.map((mean) => mean / unit), unit };
}

function parametersOf(logs: readonly number[], unit: number): ValueParameters {
  const [p, q, v] = logs.map(Math.exp);
  return { p: p ?? 1, q: q ?? 1, v: (v ?? 1) * unit };
}

/**
 * Minus the mean log-likelihood by the logarithms of p, q, v: lnΓ(px + q) − lnΓ(px) − lnΓ(q) + q ln v + (px − 1) ln m + px ln x
 * − (px + q) ln(v + xm). The parts with gamma functions depend on x alone and are taken once for each x.
 */
function meanLossOf({ counts, means }: RepeatValues): Objective {
  const most = counts.reduce((largest, count) => Math.max(largest, count), 0);
  const customersBy = new Float64Array(most + 1);
  let logMeans = 0;
  let weightedLogs = 0;
  for (let index = 0; index < counts.length; index += 1) {
    const [x, logMean] = [counts[index] as number, Math.log(means[index] as number)];
    customersBy[x] = (customersBy[x] as number) + 1;
    logMeans += logMean;
    weightedLogs += x * logMean;
  }
  return (logs) => {
    const { p, q, v } = parametersOf(logs, 1);
    let value = p * weightedLogs - logMeans + counts.length * (q * Math.log(v) - logGamma(q));
    let [byP, byQ, byV] = [weightedLogs, counts.length * (Math.log(v) - digamma(q)), (counts.length * q) / v];
    for (let x = 1; x <= most; x += 1) {
      const customers = customersBy[x] as number;
      if (customers === 0) continue;
      value += customers * (logGamma(p * x + q) - logGamma(p * x) + p * x * Math.log(x));
      const both = digamma(p * x + q);
      byP += customers * x * (both - digamma(p * x) + Math.log(x));
      byQ += customers * both;
    }
    for (let index = 0; index < counts.length; index += 1) {
      const x = counts[index] as number;
      const total = v + x * (means[index] as number);
      const logTotal = Math.log(total);
      value -= (p * x + q) * logTotal;
      byP -= x * logTotal;
      byQ -= logTotal;
      byV -= (p * x + q) / total;
    }
    const scale = -1 / counts.length;
    return { value: value * scale, gradient: [byP * p * scale, byQ * q * scale, byV * v * scale] };
  };
}
