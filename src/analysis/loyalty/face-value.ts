import type { LoyaltyPlan, Reward, RewardValue } from "./plan.ts";

/** What turns a reward's value into money: the mean purchase, whole 1/10,000 of a unit; `null` before orders are known. */
export type MeanPurchase = number | null;

/** A reward's value, whole 1/10,000 of a currency unit; `null` for a mean purchase that is not known yet. */
export function rewardValue(value: RewardValue, mean: MeanPurchase): number | null {
  return value === "average order" ? mean : value;
}

/** What a reward costs the shop, 1/10,000 of a currency unit, not rounded. */
export function costOf(reward: Reward, mean: MeanPurchase): number | null {
  const value = rewardValue(reward.value, mean);
  return value === null ? null : value * reward.cost;
}

/** The most that one point or stamp costs under any reward, 1/10,000 of a unit; 0 without rewards, `null` while unknown. */
export function dearestUnit({ rewards }: Pick<LoyaltyPlan, "rewards">, mean: MeanPurchase): number | null {
  return largest(rewards.map((reward) => perUnit(costOf(reward, mean), reward.units)));
}

/** The most that one point or stamp is worth to a customer, 1/10,000 of a unit; as {@link dearestUnit}. */
export function unitValue({ rewards }: Pick<LoyaltyPlan, "rewards">, mean: MeanPurchase): number | null {
  return largest(rewards.map((reward) => perUnit(rewardValue(reward.value, mean), reward.units)));
}

/** The largest share of sales that a bonus in money pays; 0 without one. */
export function largestBonus({ bonus }: Pick<LoyaltyPlan, "bonus">): number {
  return Math.max(0, ...bonus.map(({ share }) => share));
}

function perUnit(amount: number | null, units: number): number | null {
  return amount === null ? null : amount / units;
}

function largest(values: readonly (number | null)[]): number | null {
  return values.includes(null) ? null : Math.max(0, ...values.map((value) => value ?? 0));
}
