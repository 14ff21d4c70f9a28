/*
 * What rfm loyalty does for its command: finds the plan that was named, and replays it on the orders.
 */
import type { LoyaltyPlan } from "../../analysis/loyalty/plan.ts";
import { type ProgrammeCost, programmeCost } from "../../analysis/loyalty/programme-cost.ts";
import { replayLoyalty } from "../../analysis/loyalty/replay-loyalty.ts";
import { UsageError } from "../../errors.ts";
import { loadPlan } from "../../options/companions/loyalty/load-plan.ts";
import type { OrderHistory } from "../../orders/history.ts";
import type { LoyaltyResult } from "../../render/report/blocks/loyalty-blocks.ts";

/** A plan as an option named it. */
export interface NamedPlan {
  readonly plan: LoyaltyPlan;
  /** The file's name, for messages. */
  readonly name: string;
}

/** The plan that an option named; `null` where it was not given. */
export async function namedPlan(name: string | undefined, cwd: string): Promise<NamedPlan | null> {
  return name === undefined ? null : { plan: await loadPlan(name, cwd), name };
}

/**
 * Replays a plan over a history, with its costs.
 *
 * @param redemption the share of what is earned that the user expects to be redeemed; `null` where none was given
 * @throws UsageError where the plan is of another currency, or cannot pay for itself on these orders
 */
export function replayPlan(
  history: OrderHistory,
  named: NamedPlan,
  { asOf, redemption }: { readonly asOf: number; readonly redemption: number | null },
): LoyaltyResult {
  const { currency } = history.understanding;
  refuseOtherCurrency(named, currency);
  const replay = replayLoyalty(history.orders, named.plan, asOf);
  const cost = programmeCost(replay, redemption);
  refuseHopeless(named, cost);
  const idOf = (customer: number): string => history.orders.customerKeys[customer] ?? "";
  return { replay, cost, currency: currency === "" ? named.plan.currency : currency, idOf };
}

function refuseOtherCurrency({ plan, name }: NamedPlan, currency: string): void {
  if (plan.currency === "" || currency === "" || plan.currency === currency) return;
  throw new UsageError(
    `${name}: the plan is in ${plan.currency}, and these exports are in ${currency}`,
    "change currency and the amounts of the plan, or convert the orders with --currency and --rates",
  );
}

/** Rewards whose value hangs on the orders, such as a free one, are only now known to be too dear. */
function refuseHopeless({ plan, name }: NamedPlan, { cases, faceRate, neverPays }: ProgrammeCost): void {
  const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;
  if (faceRate >= 1) {
    throw new UsageError(
      `${name}: on these orders the rewards give back ${percent(faceRate)} of what customers spend`,
      "give less, or ask for more points or stamps",
    );
  }
  if (!neverPays || plan.margin === null) return;
  const dearest = Math.max(...cases.map(({ costRate }) => costRate ?? 0));
  throw new UsageError(
    `${name}: the margin of ${percent(plan.margin)} is not above the cost of the rewards, ${percent(dearest)} of sales on these orders: no uplift pays for them`,
    "give less, or ask for more points or stamps",
  );
}
