import { checkDefinitions } from "../analysis/model/check-model.ts";
import { definitionsOf } from "../analysis/model/model.ts";
import { scorePlan } from "../analysis/scores/score-plan.ts";
import { compileScheme, type Scheme } from "../analysis/segments/scheme.ts";
import { UsageError } from "../errors.ts";
import { loadScheme } from "../options/companions/load-scheme.ts";
import type { ScoringOptions } from "../options/scoring-options.ts";
import { type ScoreRule, scoreRule } from "../warehouse/score-rule.ts";
import type { CliContext } from "./context.ts";

function refuseAverage({ monetary }: ScoringOptions): void {
  if (monetary !== "average") return;
  throw new UsageError(
    "--monetary average cannot be computed in an engine: an average is a fraction, and cut points need whole numbers",
    "use --monetary total; or let rfm score the customers, which takes both",
  );
}

/** The rule that an engine scores by, with its scheme's name and all segments in the scheme's order. */
export interface EngineRule {
  readonly rule: ScoreRule;
  readonly scheme: string;
  readonly segments: readonly string[];
}

/**
 * What the options say of how an engine scores.
 *
 * @throws UsageError for what cannot be pushed down
 */
export async function engineRule(options: ScoringOptions, { cwd }: Pick<CliContext, "cwd">): Promise<EngineRule> {
  refuseAverage(options);
  if (options.model !== undefined) return ruleOfModel(options, cwd);
  const { file } = await loadScheme(options.scheme ?? "standard", cwd);
  const scheme = compileScheme(file);
  const plan = scorePlan({ ...options, defaultLevels: scheme.levels });
  return { rule: scoreRule(plan, scheme), scheme: scheme.name, segments: namesOf(scheme) };
}

async function ruleOfModel(options: ScoringOptions, cwd: string): Promise<EngineRule> {
  const { readModel } = await import("../options/companions/model-file.ts");
  const { model: path = "" } = options;
  const model = await readModel(path, cwd);
  checkDefinitions(model, definitionsOf({ ...options, asOf: 0 }), path);
  const scheme = compileScheme(model.scheme);
  return { rule: scoreRule(model.scales, scheme), scheme: scheme.name, segments: namesOf(scheme) };
}

function namesOf({ segments }: Scheme): readonly string[] {
  return segments.map(({ name }) => name);
}
