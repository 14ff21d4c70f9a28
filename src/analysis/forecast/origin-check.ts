import type { Timelines } from "../retention/timelines.ts";
import { chooseModel, type ModelChoice } from "./choose-model.ts";
import { type Evaluation, evaluate, type Prediction } from "./evaluation.ts";
import { type HistoriesOn, historiesOn } from "./histories-on.ts";
import type { PurchaseModel } from "./models/model-names.ts";
import { predictByModel } from "./predict-by-model.ts";
import { outcomesIn, type PurchaseOutcomes } from "./purchase-histories.ts";
import { predictByRules, RULE_NAMES, type RuleName } from "./rules.ts";

/** A way to foretell orders. */
export type Method = "model" | RuleName;

/** How one method did. */
export interface MethodCheck extends Evaluation {
  readonly method: Method;
}

/** What every method would have foretold on an earlier day, beside what then happened. */
export interface OriginCheck {
  readonly asOf: number;
  readonly days: number;
  readonly customers: number;
  /** Those who ordered in the days that followed. */
  readonly returned: number;
  readonly choice: ModelChoice;
  /** The model first, where there is one, then the rules. */
  readonly methods: readonly MethodCheck[];
}

/** An earlier day in full: who was known, what was foretold, and what they did. */
export interface CheckedOrigin {
  readonly check: OriginCheck;
  readonly on: HistoriesOn;
  readonly outcomes: PurchaseOutcomes;
  /** The model's prediction; that of the rule that turned out best where no model could be used; `null` without either. */
  readonly best: Prediction | null;
}

export interface OriginOptions {
  /** Whom to look at: indexes into the order table's keys. Their order is that of the columns. */
  readonly customers: Int32Array;
  readonly asOf: number;
  readonly days: number;
  /** The first day of the history. */
  readonly firstDay: number;
  /** A model that was fitted elsewhere and is to be tested as it is. */
  readonly frozen?: PurchaseModel | null | undefined;
}

/**
 * Forecasts on an earlier day, knowing nothing of what came later, and compares with what happened in the `days` after it.
 *
 * @returns `null` where nobody had bought by that day
 */
export function checkOrigin(timelines: Timelines, options: OriginOptions): CheckedOrigin | null {
  const { asOf, days, firstDay } = options;
  const on = historiesOn(timelines, options.customers, asOf);
  const { customers, histories } = on;
  if (customers.length === 0) return null;
  const outcomes = outcomesIn(timelines, { customers, from: asOf + 1, to: asOf + days });
  const actual = outcomes.purchaseDays;
  const choice = chooseModel(histories);
  const model = options.frozen ?? choice.chosen;
  const byModel = model === null ? null : predictByModel(model, histories, days);
  const byRules = predictByRules(timelines, on, { asOf, days, firstDay, tail: 0.1 });
  const methods: readonly MethodCheck[] = [
    ...(byModel === null ? [] : [{ method: "model" as const, ...evaluate(byModel, actual) }]),
    ...byRules.map((rule) => ({ method: rule.rule, ...evaluate(rule, actual) })),
  ];
  const returned = actual.reduce((count, orders) => count + (orders > 0 ? 1 : 0), 0);
  const check = { asOf, days, customers: customers.length, returned, choice, methods };
  const best = bestRule([check]);
  return { check, on, outcomes, best: byModel ?? byRules.find(({ rule }) => rule === best?.rule) ?? null };
}

/** The mean log-loss of a method over some earlier days, customers weighing alike; `null` where a day lacks it. */
export function pooledLoss(checks: readonly OriginCheck[], method: Method): number | null {
  let [sum, customers] = [0, 0];
  for (const check of checks) {
    const found = check.methods.find((one) => one.method === method);
    if (found === undefined) return null;
    sum += found.logLoss * check.customers;
    customers += check.customers;
  }
  return customers === 0 ? null : sum / customers;
}

/** The rule that foretold best over some earlier days, with its log-loss; `null` without a day or a rule. */
export function bestRule(checks: readonly OriginCheck[]): { readonly rule: RuleName; readonly loss: number } | null {
  const losses = RULE_NAMES.flatMap((rule) => {
    const loss = pooledLoss(checks, rule);
    return loss === null ? [] : [{ rule, loss }];
  });
  return losses.reduce<(typeof losses)[number] | null>(
    (best, one) => (best === null || one.loss < best.loss ? one : best),
    null,
  );
}
