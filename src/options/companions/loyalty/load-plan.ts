import type { LoyaltyPlan } from "../../../analysis/loyalty/plan.ts";
import { readOptionText } from "../../../csv/named-text.ts";
import { UsageError } from "../../../errors.ts";

/**
 * The loyalty plan in a file.
 *
 * @throws UsageError where the file does not exist, or is not a plan that adds up
 */
export async function loadPlan(path: string, cwd: string): Promise<LoyaltyPlan> {
  const hint = "name a loyalty plan; rfm loyalty --example NAME prints one to start from";
  const text = await readOptionText(path, cwd, () => new UsageError(`${path}: no such file`, hint));
  const { parsePlanFile } = await import("./plan-file.ts"); // YAML is large, and seldom needed
  return parsePlanFile(text, path);
}
