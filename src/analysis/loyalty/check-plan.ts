import { segmentSlug } from "../segments/slug.ts";
import { dearestUnit, largestBonus } from "./face-value.ts";
import type { BonusStep, Earning, Levels, LevelsFile, LoyaltyPlan, PlanFile, Reward } from "./plan.ts";

/** Something that does not add up in a plan; `at` is the part of the file, such as `levels.steps[2]`. */
export interface PlanProblem {
  readonly at: string;
  readonly text: string;
}

/** A plan, or everything that is wrong with it. */
export type CheckedPlan =
  | { readonly plan: LoyaltyPlan; readonly problems: readonly [] }
  | { readonly plan: null; readonly problems: readonly PlanProblem[] };

const AMOUNT_OF_ONE = 10_000;

/** Completes a plan and checks what its parts must be to each other. */
export function checkPlan(file: PlanFile): CheckedPlan {
  const plan = complete(file);
  const problems = [
    ...partProblems(file),
    ...rewardProblems(file, plan),
    ...levelProblems(file),
    ...stepProblems(file.bonus),
  ];
  const found = problems.length > 0 ? problems : marginProblems(plan);
  return found.length === 0 ? { plan, problems: [] } : { plan: null, problems: found };
}

function complete(file: PlanFile): LoyaltyPlan {
  return {
    name: file.name,
    currency: file.currency ?? "",
    starts: file.starts ?? null,
    earning: earningOf(file),
    rewards: rewardsOf(file).toSorted((a, b) => a.units - b.units),
    expiry: file.expiry ?? { kind: "never" },
    levels: file.levels === undefined ? null : levelsOf(file.levels),
    bonus: file.bonus ?? [],
    margin: file.margin ?? null,
    fixedCost: file.fixedCost ?? { amount: 0, per: "replay" },
  };
}

function earningOf({ points, stamps }: PlanFile): Earning | null {
  if (points !== undefined) {
    return {
      kind: "points",
      per: points.per ?? AMOUNT_OF_ONE,
      each: points.each ?? 1,
      round: points.round ?? "half-up",
    };
  }
  return stamps === undefined ? null : { kind: "stamps", each: stamps.each ?? 1, from: stamps.from ?? 0 };
}

function rewardsOf({ rewards = [] }: PlanFile): readonly Reward[] {
  return rewards.map(({ points, stamps, value, cost = 1 }) => ({ units: points ?? stamps ?? 0, value, cost }));
}

/** By default a level is qualified for in the calendar year and held to the end of the next, as most shops have it. */
function levelsOf({ by, window, hold, steps }: LevelsFile): Levels {
  const usual = window ?? (by === "balance" ? { kind: "lifetime" } : { kind: "calendar year" });
  const held = hold ?? (usual.kind === "lifetime" ? { kind: "for ever" } : { kind: "end of next year" });
  return {
    by,
    window: usual,
    hold: held,
    steps: steps.map(({ name, from, role }) => ({ name, from, role: role ?? segmentSlug(name).replaceAll("-", "_") })),
  };
}

function partProblems({ points, stamps, levels, bonus, rewards, expiry }: PlanFile): readonly PlanProblem[] {
  const collects = points !== undefined || stamps !== undefined;
  const problems: PlanProblem[] = [];
  const complain = (at: string, text: string): number => problems.push({ at, text });
  if (!collects && levels === undefined && bonus === undefined) {
    complain("", "the plan has neither points nor stamps, levels or a bonus");
  }
  if (points !== undefined && stamps !== undefined) {
    complain("stamps", "a plan has points or stamps, not both: replay two plans");
  }
  if (!collects && rewards !== undefined) complain("rewards", "rewards need points or stamps to be earned");
  if (!collects && expiry !== undefined)
    complain("expiry", "nothing can expire: the plan has neither points nor stamps");
  if (collects && (rewards ?? []).length === 0 && levels?.by !== "points" && levels?.by !== "balance") {
    complain(points === undefined ? "stamps" : "points", "nothing can be had for them: add rewards");
  }
  return problems;
}

function rewardProblems(file: PlanFile, { earning }: LoyaltyPlan): readonly PlanProblem[] {
  if (earning === null) return [];
  const rewards = rewardsOf(file);
  return (file.rewards ?? []).flatMap(({ points, stamps }, index): readonly PlanProblem[] => {
    const at = `rewards[${index + 1}]`;
    const wanted = earning.kind === "points" ? points : stamps;
    if (wanted === undefined || (points !== undefined && stamps !== undefined)) {
      return [{ at, text: `a reward of this plan is had for ${earning.kind}: give ${earning.kind} and value` }];
    }
    const earlier = rewards.findIndex(({ units }) => units === wanted);
    if (earlier < index)
      return [{ at, text: `rewards ${earlier + 1} and ${index + 1} both take ${wanted} ${earning.kind}` }];
    return giveBackProblems(at, rewards[index], earning);
  });
}

/** A reward that is worth as much as the purchases that earn it, or more. */
function giveBackProblems(at: string, reward: Reward | undefined, earning: Earning): readonly PlanProblem[] {
  if (reward === undefined || earning.kind === "stamps" || reward.value === "average order") return [];
  const spent = (reward.units * earning.per) / earning.each;
  if (reward.value < spent) return [];
  const [worth, earned] = [reward.value / AMOUNT_OF_ONE, spent / AMOUNT_OF_ONE];
  const percent = Math.round((reward.value / spent) * 100);
  return [
    {
      at,
      text: `${reward.units} points are earned by spending ${earned.toFixed(2)} and are worth ${worth.toFixed(2)}: the reward gives back ${percent}%`,
    },
  ];
}

function levelProblems({ levels, points, stamps }: PlanFile): readonly PlanProblem[] {
  if (levels === undefined) return [];
  const { by, window, steps } = levels;
  const problems: PlanProblem[] = [];
  if (by === "points" && points === undefined) {
    problems.push({ at: "levels.by", text: "levels by points need points to be earned" });
  }
  if (by === "balance" && points === undefined && stamps === undefined) {
    problems.push({ at: "levels.by", text: "levels by balance need points or stamps to be earned" });
  }
  if (by === "balance" && window !== undefined) {
    problems.push({ at: "levels.window", text: "a balance is of one day: leave out the window" });
  }
  if (steps.length === 0)
    problems.push({ at: "levels", text: "levels without steps: give steps: [{ name: Silver, from: 200 }]" });
  const known = new Map<string, string>();
  for (const [index, { name, from }] of steps.entries()) {
    const before = steps[index - 1];
    const at = `levels.steps[${index + 1}]`;
    if (before !== undefined && from <= before.from) {
      problems.push({ at, text: `levels out of order: ${name} must begin above ${before.name}` });
    }
    const slug = segmentSlug(name);
    const other = known.get(slug);
    if (other !== undefined) problems.push({ at, text: `"${name}" and "${other}" would be one level` });
    if (slug === "") problems.push({ at, text: `"${name}" is no name for a level: it has neither letters nor digits` });
    known.set(slug, name);
  }
  return problems;
}

function stepProblems(bonus: readonly BonusStep[] | undefined): readonly PlanProblem[] {
  if (bonus?.length === 0) return [{ at: "bonus", text: "bonus without steps: give steps: [{ from: 50, share: 1% }]" }];
  return (bonus ?? []).flatMap(({ from }, index) => {
    const before = bonus?.[index - 1];
    if (before === undefined || from > before.from) return [];
    return [{ at: `bonus.steps[${index + 1}]`, text: "steps out of order: each must begin above the one before" }];
  });
}

/** A margin that the rewards use up, where they are dear enough for that whatever is bought. */
function marginProblems(plan: LoyaltyPlan): readonly PlanProblem[] {
  const rate = plannedCostRate(plan);
  if (plan.margin === null || rate === null || plan.margin > rate) return [];
  const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;
  return [
    {
      at: "margin",
      text: `the margin of ${percent(plan.margin)} is not above the cost of the rewards, ${percent(rate)} of sales: no uplift pays for them`,
    },
  ];
}

/**
 * What the rewards cost if all that is earned is redeemed, as a fraction of sales: φ × the cost of a unit of reward, with
 * the face rate φ = value of a point × points per unit. `null` where it depends on the orders, as with stamps.
 */
function plannedCostRate(plan: LoyaltyPlan): number | null {
  const perUnit = dearestUnit(plan, null);
  const { earning } = plan;
  if (earning?.kind === "stamps" || perUnit === null) return null;
  return largestBonus(plan) + (earning === null ? 0 : (perUnit * earning.each) / earning.per);
}
