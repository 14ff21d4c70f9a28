import type { GroupedHistories } from "../grouped-histories.ts";
import type { Objective } from "../numerics/quasi-newton.ts";
import { chancesToLeave, type ModelName, type ModelParameters, parameterNames } from "./model-names.ts";

/** Sums over j = 0 … n − 1, for every n up to some size. */
interface RisingSums {
  /** Σ ln(z + j) = lnΓ(z + n) − lnΓ(z). */
  readonly logs: Float64Array;
  /** Σ 1/(z + j): the derivative of the former by z. */
  readonly inverses: Float64Array;
}

/** The log-likelihood of all customers, with its derivatives by r, α, a and b. */
export interface LogLikelihood {
  readonly value: number;
  readonly slopes: ModelParameters;
}

/**
 * The log-likelihood of a model's parameters.
 *
 * BG/NBD (Fader, Hardie & Lee 2005, Marketing Science 24, 275–284), MBG/NBD (Batislam, Denizel & Filiztekin 2007, IJRM 24,
 * 201–209), NBD (Ehrenberg 1959): for each customer ln L = lnΓ(r+x) − lnΓ(r) + r ln α + ln(e^l₁ + e^l₂), l₁ that of those who
 * are still there, l₂ that of those who left after the last purchase. As x is a whole number, all differences of lnΓ and lnB
 * are sums of logarithms, kept in tables by x; the logarithms of α + days are kept by day. What is left for each group are one
 * exponential and one logarithm.
 */
export function logLikelihood(
  groups: GroupedHistories,
  { name, parameters }: { readonly name: ModelName; readonly parameters: ModelParameters },
): LogLikelihood {
  const { r, alpha, a, b } = parameters;
  const { mostRepeats, mostDays, customers: all } = groups.totals;
  const rate = risingSums(r, mostRepeats);
  const [stayed, chances] = [risingSums(b, mostRepeats + 1), risingSums(a + b, mostRepeats + 1)];
  const logDays = Float64Array.from({ length: mostDays + 1 }, (_, day) => Math.log(alpha + day));
  const [logAlpha, logA] = [Math.log(alpha), Math.log(a)];
  let value = all * r * logAlpha;
  let [byR, byAlpha, byA, byB] = [all * logAlpha, (all * r) / alpha, 0, 0];
  for (let group = 0; group < groups.length; group += 1) {
    const count = groups.customers[group] as number;
    const x = groups.repeats[group] as number;
    const [last, age] = [groups.lastDays[group] as number, groups.ageDays[group] as number];
    const n = chancesToLeave(name, x);
    const [logAge, shape] = [logDays[age] as number, r + x];
    let one = (rate.logs[x] as number) - shape * logAge;
    let oneByR = (rate.inverses[x] as number) - logAge;
    let oneByAlpha = -shape / (alpha + age);
    if (n > 0) {
      const longer = logAge - (logDays[last] as number);
      const gone = logA - Math.log(b + n - 1) + shape * longer;
      const share = 1 / (1 + Math.exp(-gone));
      one +=
        (stayed.logs[n] as number) -
        (chances.logs[n] as number) +
        (gone > 30 ? gone + Math.exp(-gone) : Math.log1p(Math.exp(gone)));
      oneByR += share * longer;
      oneByAlpha += share * shape * (1 / (alpha + age) - 1 / (alpha + last));
      byA += count * (share / a - (chances.inverses[n] as number));
      byB += count * ((stayed.inverses[n] as number) - (chances.inverses[n] as number) - share / (b + n - 1));
    }
    value += count * one;
    byR += count * oneByR;
    byAlpha += count * oneByAlpha;
  }
  return { value, slopes: { r: byR, alpha: byAlpha, a: byA, b: byB } };
}

/** What is minimised: minus the mean log-likelihood of a customer, by the logarithms of the parameters. */
export function meanLossOf(groups: GroupedHistories, name: ModelName): Objective {
  const { customers } = groups.totals;
  return (logs) => {
    const parameters = parametersFrom(name, logs);
    const { value, slopes } = logLikelihood(groups, { name, parameters });
    return {
      value: -value / customers,
      gradient: parameterNames(name).map((key) => (-slopes[key] * parameters[key]) / customers),
    };
  };
}

/** The parameters whose logarithms these are; a model without drop-out has a = 0, and a b that means nothing. */
export function parametersFrom(name: ModelName, logs: readonly number[]): ModelParameters {
  const [r, alpha, a, b] = logs.map(Math.exp);
  return name === "nbd"
    ? { r: r ?? 1, alpha: alpha ?? 1, a: 0, b: 1 }
    : { r: r ?? 1, alpha: alpha ?? 1, a: a ?? 1, b: b ?? 1 };
}

function risingSums(z: number, most: number): RisingSums {
  const [logs, inverses] = [new Float64Array(most + 1), new Float64Array(most + 1)];
  for (let n = 0; n < most; n += 1) {
    logs[n + 1] = (logs[n] as number) + Math.log(z + n);
    inverses[n + 1] = (inverses[n] as number) + 1 / (z + n);
  }
  return { logs, inverses };
}
