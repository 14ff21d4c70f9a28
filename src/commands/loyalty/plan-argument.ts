import { UsageError } from "../../errors.ts";

/** An export is never YAML, so that a plan among the exports is known by its ending. */
const PLAN_ENDING = /\.ya?ml$/i;

/** What stood among the exports, told apart. */
export interface PlanAndExports {
  readonly plan: string;
  readonly exports: readonly string[];
}

/**
 * Tells the plan from the exports.
 *
 * @param given the plan that `--plan` names
 * @throws UsageError for no plan, two of them, and no exports
 */
export function planAmong(operands: readonly string[], given: string | undefined): PlanAndExports {
  const plans = [...(given === undefined ? [] : [given]), ...operands.filter((operand) => PLAN_ENDING.test(operand))];
  const exports = operands.filter((operand) => !PLAN_ENDING.test(operand));
  const [plan, other] = plans;
  if (plan === undefined) {
    throw new UsageError(
      "--plan is missing: which programme is to be replayed?",
      "rfm loyalty --example points-and-levels > plan.yaml writes one to start from",
    );
  }
  if (other !== undefined) throw new UsageError(`two plans: ${plan} and ${other}`, "replay one at a time");
  if (exports.length === 0) {
    throw new UsageError("no exports named", "rfm loyalty FILE… PLAN.yaml");
  }
  return { plan, exports };
}
