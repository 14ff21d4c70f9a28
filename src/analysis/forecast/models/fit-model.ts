import { type GroupedHistories, thinned } from "../grouped-histories.ts";
import { inverseOf, type Matrix } from "../numerics/matrix.ts";
import { hessianAt, type Minimum, minimise } from "../numerics/quasi-newton.ts";
import { logLikelihood, meanLossOf, parametersFrom } from "./likelihood.ts";
import { type ModelName, type ModelParameters, type PurchaseModel, parameterNames } from "./model-names.ts";

/** A model with the parameters of the greatest likelihood. */
export interface FittedModel extends PurchaseModel {
  readonly logLikelihood: number;
  readonly customers: number;
  /** Whether the search ended where the likelihood is flat in all directions. */
  readonly converged: boolean;
  /** One standard error of each parameter of the model; `null` where the likelihood has no clear peak. */
  readonly standardErrors: Readonly<Partial<ModelParameters>> | null;
  /** The variances and covariances of the parameters' logarithms, in the order of `parameterNames`. */
  readonly logCovariance: Matrix | null;
}

/** With more groups than this the search for a start looks at a part of them. */
const ENOUGH_FOR_A_START = 20_000;

/** Shapes of the purchase rates and of the chance to leave from which the search starts; the mean rate is the data's. */
const STARTS = [
  { r: 1, a: 1, b: 3 },
  { r: 0.3, a: 0.3, b: 2 },
  { r: 3, a: 2, b: 2 },
  { r: 0.6, a: 0.05, b: 1 },
] as const;

/**
 * Fits a model by maximum likelihood on the logarithms of its parameters, from several starts; deterministic.
 *
 * Standard errors come from the matrix of second derivatives of the log-likelihood (by the logarithms, and from there by the
 * delta method: the error of θ is θ times that of ln θ).
 */
export function fitModel(groups: GroupedHistories, name: ModelName): FittedModel {
  const objective = meanLossOf(groups, name);
  const sample = thinned(groups, ENOUGH_FOR_A_START);
  let best = bestOfStarts(sample, name);
  if (sample !== groups) {
    const curvature = inverseOf(hessianAt(meanLossOf(sample, name), best.point));
    best = minimise(objective, best.point, curvature);
  }
  const parameters = parametersFrom(name, best.point);
  const { customers } = groups.totals;
  const inverse = inverseOf(hessianAt(objective, best.point));
  const logCovariance = inverse === null ? null : inverse.map((row) => row.map((value) => value / customers));
  return {
    name,
    parameters,
    logLikelihood: logLikelihood(groups, { name, parameters }).value,
    customers,
    converged: best.converged,
    standardErrors: logCovariance === null ? null : standardErrors(name, parameters, logCovariance),
    logCovariance,
  };
}

function bestOfStarts(groups: GroupedHistories, name: ModelName): Minimum {
  const objective = meanLossOf(groups, name);
  const { repeats, ageDays } = groups.totals;
  const daysPerRepeat = Math.max(1, ageDays) / Math.max(1, repeats);
  const found = STARTS.slice(0, name === "nbd" ? 2 : STARTS.length).map(({ r, a, b }) =>
    minimise(objective, name === "nbd" ? logsOf([r, r * daysPerRepeat]) : logsOf([r, r * daysPerRepeat, a, b])),
  );
  return found.reduce((best, one) => (one.value < best.value ? one : best));
}

function logsOf(values: readonly number[]): readonly number[] {
  return values.map(Math.log);
}

function standardErrors(
  name: ModelName,
  parameters: ModelParameters,
  covariance: Matrix,
): Readonly<Partial<ModelParameters>> {
  return Object.fromEntries(
    parameterNames(name).map((key, index) => [key, parameters[key] * Math.sqrt(covariance[index]?.[index] ?? 0)]),
  );
}
