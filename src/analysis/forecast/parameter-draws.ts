import type { Random } from "../statistics/random.ts";
import type { FittedModel } from "./models/fit-model.ts";
import { parametersFrom } from "./models/likelihood.ts";
import { type PurchaseModel, parameterNames } from "./models/model-names.ts";
import { choleskyOf, times } from "./numerics/matrix.ts";

/**
 * Models whose parameters are as well possible as the fitted ones: the logarithms are drawn from the normal distribution around
 * the peak of the likelihood. Half of the draws mirror the other half, so that their mean is the peak.
 */
export function drawModels(
  { name, parameters, logCovariance }: Pick<FittedModel, "name" | "parameters" | "logCovariance">,
  count: number,
  random: Random,
): readonly PurchaseModel[] {
  const names = parameterNames(name);
  const lower = logCovariance === null ? null : choleskyOf(logCovariance);
  if (lower === null) return [{ name, parameters }];
  const peak = names.map((key) => Math.log(parameters[key]));
  return Array.from({ length: Math.ceil(count / 2) }, () => {
    const away = times(
      lower,
      names.map(() => random.normal()),
    );
    return [1, -1].map((side) => ({
      name,
      parameters: parametersFrom(
        name,
        peak.map((value, index) => value + side * (away[index] ?? 0)),
      ),
    }));
  }).flat();
}
