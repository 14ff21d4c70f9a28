import type { Timelines } from "../retention/timelines.ts";
import type { Guard } from "./guards.ts";
import type { PurchaseModel } from "./models/model-names.ts";
import {
  bestRule,
  type CheckedOrigin,
  checkOrigin,
  type OriginCheck,
  type OriginOptions,
  pooledLoss,
} from "./origin-check.ts";

/**
 * The earlier days on which a forecast is tested: one, two, … horizons before the as-of date, as many as were asked for and as
 * leave at least a horizon to learn from. The newest comes first.
 */
export function originDays(options: {
  readonly asOf: number;
  readonly days: number;
  readonly firstDay: number;
  readonly origins: number;
}): readonly number[] {
  const { asOf, days, firstDay, origins } = options;
  return Array.from({ length: origins }, (_, index) => asOf - (index + 1) * days).filter(
    (day) => day - firstDay + 1 >= days,
  );
}

/** Tests all methods on some earlier days. */
export function checkOrigins(
  timelines: Timelines,
  origins: readonly number[],
  options: Omit<OriginOptions, "asOf">,
): readonly CheckedOrigin[] {
  return origins.flatMap((asOf) => checkOrigin(timelines, { ...options, asOf }) ?? []);
}

/** Why the tests on earlier days speak against a model; `null` where they do not. */
export function guardOfChecks(checks: readonly OriginCheck[], model: PurchaseModel): Guard | null {
  const tested = checks.filter(({ methods }) => methods.some(({ method }) => method === "model"));
  const modelLoss = pooledLoss(tested, "model");
  if (modelLoss === null) return { kind: "not tested" };
  const best = bestRule(tested);
  if (best === null || modelLoss <= best.loss) return null;
  return { kind: "rule is better", model: model.name, rule: best.rule, modelLoss, ruleLoss: best.loss };
}
