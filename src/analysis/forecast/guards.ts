import type { ValueModel } from "./gamma-gamma.ts";
import type { FittedModel } from "./models/fit-model.ts";
import type { ModelName } from "./models/model-names.ts";
import type { RuleName } from "./rules.ts";

/** Fewer customers, or fewer of them with a second purchase day, tell too little of four parameters. */
export const LEAST_CUSTOMERS = 200;
export const LEAST_REPEATERS = 30;

/** Why one model cannot be used: its likelihood has its peak at the edge of what the parameters can be, or none at all. */
export type ModelFault =
  /** The search did not end. */
  | "not converged"
  /** a → 0: nobody ever leaves; the model is then NBD. */
  | "nobody leaves"
  /** a, b → ∞: all have the same chance to leave. */
  | "all leave alike"
  /** r, α → ∞: all buy at the same rate; or r → 0. */
  | "all buy alike"
  /** The likelihood is flat in some direction: there are no standard errors. */
  | "no clear peak";

/** Why no model is used at all. */
export type Guard =
  | { readonly kind: "few customers"; readonly customers: number }
  | { readonly kind: "few repeaters"; readonly repeaters: number }
  /** Whole months without one order inside the history: an export is probably missing. */
  | { readonly kind: "missing months"; readonly months: readonly string[] }
  | {
      readonly kind: "no model fits";
      readonly faults: readonly { readonly model: ModelName; readonly fault: ModelFault }[];
    }
  /** At none of the earlier days did a model fit, so that it cannot be tested. */
  | { readonly kind: "not tested" }
  /** The rule foretold better at earlier days. */
  | {
      readonly kind: "rule is better";
      readonly model: ModelName;
      readonly rule: RuleName;
      readonly modelLoss: number;
      readonly ruleLoss: number;
    };

/** Beyond these a parameter is at its limit; the sums of real shops are four orders of magnitude away from them. */
const SMALL = 1e-4;
const LARGE = 1e4;

/** What is wrong with a fitted model; `null` where nothing is. */
export function faultOf({ name, parameters, converged, logCovariance }: FittedModel): ModelFault | null {
  const { r, a, b } = parameters;
  if (name !== "nbd" && (a < SMALL || a / (a + b) < SMALL)) return "nobody leaves";
  if (name !== "nbd" && a + b > LARGE) return "all leave alike";
  if (r > LARGE || r < SMALL) return "all buy alike";
  if (!converged) return "not converged";
  return logCovariance === null ? "no clear peak" : null;
}

/** Why the Gamma–Gamma model is not used for the value of orders. */
export type ValueFault =
  | { readonly kind: "few repeaters"; readonly repeaters: number }
  /** q ≤ 1: values differ so much that the mean over customers is infinite. */
  | { readonly kind: "no mean"; readonly q: number }
  /** Parameters at a limit: everybody's orders are worth the same, or no peak was found. */
  | { readonly kind: "no fit" };

/** What is wrong with a model of the value of orders; `null` where nothing is. */
export function valueFaultOf(model: ValueModel | null): ValueFault | null {
  if (model === null || model.customers < LEAST_REPEATERS) {
    return { kind: "few repeaters", repeaters: model?.customers ?? 0 };
  }
  const { p, q } = model.parameters;
  if (q <= 1) return { kind: "no mean", q };
  const isAtLimit = p > LARGE || q > LARGE || p < SMALL;
  return isAtLimit || !model.converged || model.standardErrors === null ? { kind: "no fit" } : null;
}
