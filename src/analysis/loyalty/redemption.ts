import { eachDay } from "./each-day.ts";
import { costOf, type MeanPurchase, rewardValue } from "./face-value.ts";
import type { MemberEvents } from "./member-events.ts";
import type { LoyaltyPlan, Reward } from "./plan.ts";
import { UnitsAccount } from "./units-account.ts";

/** What rewards were taken, and what they cost. */
export interface RewardsTaken {
  /** How often each reward was taken, in the plan's order. */
  readonly times: readonly number[];
  /** Points or stamps that went for them. */
  readonly units: number;
  /** What they are worth to customers, and what they cost the shop, 1/10,000 of a unit. */
  readonly value: number;
  readonly cost: number;
}

/**
 * The dearest case: each customer takes that one kind of reward which costs the shop most over the replay, each time as soon
 * as the points suffice at the end of a day. With a single reward nothing can cost more: nothing that suffices for it ever
 * expires or is taken back. Of kinds that cost the same, it is the one that takes fewer points.
 */
export class DearestRedemption {
  private readonly plan: LoyaltyPlan;
  private readonly mean: MeanPurchase;
  private readonly account: UnitsAccount;
  private readonly times: number[];

  constructor(plan: LoyaltyPlan, mean: MeanPurchase) {
    this.plan = plan;
    this.mean = mean;
    this.account = new UnitsAccount(plan.expiry, () => {});
    this.times = plan.rewards.map(() => 0);
  }

  add(events: MemberEvents): void {
    let [most, dearest, times] = [0, -1, 0];
    for (const [index, reward] of this.plan.rewards.entries()) {
      const taken = this.timesTaken(events, reward);
      const cost = taken * (costOf(reward, this.mean) ?? 0);
      if (taken === 0 || (dearest >= 0 && cost <= most)) continue;
      [most, dearest, times] = [cost, index, taken];
    }
    if (dearest >= 0) this.times[dearest] = (this.times[dearest] as number) + times;
  }

  private timesTaken(events: MemberEvents, reward: Reward): number {
    const { account } = this;
    account.clear();
    let times = 0;
    eachDay(events, this.plan, account, (day) => {
      for (; account.balance >= reward.units; times += 1) account.redeem(day, reward.units);
    });
    return times;
  }

  result(): RewardsTaken {
    const sum = (of: (reward: Reward) => number): number =>
      this.plan.rewards.reduce((total, reward, index) => total + (this.times[index] as number) * of(reward), 0);
    return {
      times: [...this.times],
      units: sum(({ units }) => units),
      value: sum(({ value }) => rewardValue(value, this.mean) ?? 0),
      cost: sum((reward) => costOf(reward, this.mean) ?? 0),
    };
  }
}
