import { ExactSum } from "../../basics/money/exact-sum.ts";
import { EmptyInputError } from "../../errors.ts";
import type { OrderTable } from "../../orders/order-table.ts";
import { bonusOf } from "./bonus.ts";
import { eachDay } from "./each-day.ts";
import { LevelTally, type RuleFigures } from "./level-tally.ts";
import { type MemberEvents, memberEvents } from "./member-events.ts";
import type { LoyaltyPlan } from "./plan.ts";
import { DearestRedemption, type RewardsTaken } from "./redemption.ts";
import { monthsOf } from "./replay-months.ts";
import { Standings, type StandingTable } from "./standings.ts";
import { type LoyaltyMonth, type UnitFigures, UnitTally } from "./unit-tally.ts";
import { UnitsAccount } from "./units-account.ts";

/** What a programme would have been over the shop's own history, everybody behaving as they did without it. */
export interface LoyaltyReplay {
  readonly plan: LoyaltyPlan;
  /** First day with a purchase, and the as-of date. */
  readonly firstDay: number;
  readonly asOf: number;
  readonly members: number;
  readonly purchases: number;
  /** Net purchases of the members, whole 1/10,000 of a currency unit. */
  readonly sales: bigint;
  /** The mean purchase, nearest whole 1/10,000 of a unit. */
  readonly meanPurchase: number;
  readonly units: UnitFigures;
  readonly rewards: RewardsTaken;
  /** Bonus paid in money, whole 1/10,000 of a unit. */
  readonly bonus: bigint;
  readonly months: readonly LoyaltyMonth[];
  /** The plan's own rule first; empty for a plan without levels. */
  readonly rules: readonly RuleFigures[];
  readonly standings: StandingTable;
}

/**
 * Replays a plan over the orders up to a day. Every customer with a purchase since the plan starts is a member from that
 * purchase on.
 *
 * @throws EmptyInputError where nothing was bought in that time
 */
export function replayLoyalty(orders: OrderTable, plan: LoyaltyPlan, asOf: number): LoyaltyReplay {
  const days = { from: plan.starts ?? Number.NEGATIVE_INFINITY, to: asOf };
  const all = salesOf(memberEvents(orders, days));
  if (all.purchases === 0) throw noMembers(plan);
  const months = monthsOf(all.firstDay, asOf);
  const tally = new UnitTally(months);
  const account = new UnitsAccount(plan.expiry, tally.tell);
  const rewards = new DearestRedemption(plan, all.meanPurchase);
  const levels = plan.levels === null ? null : new LevelTally(plan, plan.levels, months);
  const standings = new Standings(plan);
  const bonus = new ExactSum();
  for (const events of memberEvents(orders, days)) {
    account.clear();
    tally.begin();
    eachDay(events, plan, account, () => {});
    account.expireBefore(asOf);
    tally.count(firstPurchase(events), account.balance, plan.rewards[0]?.units ?? null);
    rewards.add(events);
    bonus.add(bonusOf(events, plan.bonus));
    standings.add(events.customer, account, levels?.add(events, tally.moves) ?? null);
  }
  return {
    plan,
    asOf,
    ...all,
    units: tally.figures(),
    rewards: rewards.result(),
    bonus: bonus.value,
    months: tally.byMonth(),
    rules: levels?.figures() ?? [],
    standings: standings.table(),
  };
}

function noMembers({ starts }: LoyaltyPlan): EmptyInputError {
  return new EmptyInputError("no member: no purchase in the time of the plan", {
    hint: starts === null ? "choose a later --as-of" : "choose an earlier day for starts, or a later --as-of",
  });
}

type Sales = Pick<LoyaltyReplay, "members" | "purchases" | "sales" | "meanPurchase" | "firstDay">;

function salesOf(members: Iterable<MemberEvents>): Sales {
  const [net, gross] = [new ExactSum(), new ExactSum()];
  let [count, purchases, firstDay] = [0, 0, Number.POSITIVE_INFINITY];
  for (const events of members) {
    count += 1;
    firstDay = Math.min(firstDay, firstPurchase(events));
    for (const amount of events.amounts) {
      net.add(amount);
      if (amount <= 0) continue;
      gross.add(amount);
      purchases += 1;
    }
  }
  const mean = purchases === 0 ? 0 : Math.round(Number(gross.value) / purchases);
  return { members: count, purchases, sales: net.value, meanPurchase: mean, firstDay };
}

function firstPurchase({ days, amounts }: MemberEvents): number {
  return days[amounts.findIndex((amount) => amount > 0)] as number;
}
