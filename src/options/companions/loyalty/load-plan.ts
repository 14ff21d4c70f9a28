import { resolve } from "node:path";
import type { LoyaltyPlan } from "../../../analysis/loyalty/plan.ts";
import { readNamedText } from "../../../csv/named-text.ts";
import { UsageError } from "../../../errors.ts";
import { isMissing } from "../../../files/regular-file.ts";

/**
 * The loyalty plan in a file.
 *
 * @throws UsageError where the file does not exist, or is not a plan that adds up
 */
export async function loadPlan(path: string, cwd: string): Promise<LoyaltyPlan> {
  const text = await textOf(path, cwd);
  const { parsePlanFile } = await import("./plan-file.ts"); // YAML is large, and seldom needed
  return parsePlanFile(text, path);
}

async function textOf(path: string, cwd: string): Promise<string> {
  try {
    return await readNamedText(resolve(cwd, path), path);
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw new UsageError(
      `${path}: no such file`,
      "name a loyalty plan; rfm loyalty --example NAME prints one to start from",
    );
  }
}
