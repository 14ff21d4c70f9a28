import { AMOUNT_SCALE } from "../../basics/money/amount.ts";
import { dearestUnit, largestBonus, unitValue } from "./face-value.ts";
import { allocatePrice } from "./liability.ts";
import type { FixedCost } from "./plan.ts";
import type { LoyaltyReplay } from "./replay-loyalty.ts";

/** Days of a mean Gregorian year. */
const YEAR_DAYS = 365.2425;

/** A way in which points are redeemed, and what it means for the plan. */
export interface RedemptionCase {
  /** `dearest` is the replayed one, `all` every point ever issued, `expected` the share that the user gave. */
  readonly kind: "dearest" | "expected" | "all";
  /** Share of the points issued and not taken back, 0 … 1; `null` without rewards for them. */
  readonly redeemed: number | null;
  /** c: what rewards and bonus cost as a fraction of the members' sales; `null` where refunds are as large as purchases. */
  readonly costRate: number | null;
  /** Whole 1/10,000 of a currency unit, nearest. */
  readonly cost: bigint;
  /** How much more the members must buy for the plan to pay, as a fraction; `null` without a margin, or without `costRate`. */
  readonly breakEven: number | null;
}

/** What a plan costs, and what it needs. */
export interface ProgrammeCost {
  /** φ: what customers get back of what they pay, as a fraction, if every point is redeemed. */
  readonly faceRate: number;
  /** Fixed cost over the replay, whole 1/10,000 of a unit, nearest. */
  readonly fixedCost: bigint;
  readonly cases: readonly RedemptionCase[];
  /** Case by case no uplift suffices, for each unit sold earns less than it costs. */
  readonly neverPays: boolean;
  /** What is owed for the points that are left, whole 1/10,000 of a unit; `null` where no redemption rate was given. */
  readonly liability: bigint | null;
}

/**
 * What the replayed plan costs: in the dearest case, if every point is redeemed, and with the share that the user expects.
 *
 * @param redemption share of points that are redeemed, 0 … 1; `null` where the user gave none
 */
export function programmeCost(replay: LoyaltyReplay, redemption: number | null): ProgrammeCost {
  const { plan, meanPurchase, units } = replay;
  const sales = Number(replay.sales);
  const net = units.issued - units.takenBack;
  const fixedCost = fixedOver(plan.fixedCost, replay.asOf - replay.firstDay + 1);
  const hasRewards = plan.earning !== null && plan.rewards.length > 0;
  const allCost = plan.earning === null ? 0 : net * (dearestUnit(plan, meanPurchase) ?? 0);
  const ofCase = (kind: RedemptionCase["kind"], redeemed: number, rewardCost: number): RedemptionCase => {
    const cost = rewardCost + Number(replay.bonus);
    const costRate = sales <= 0 ? null : cost / sales;
    return {
      kind,
      redeemed: hasRewards ? redeemed : null,
      costRate,
      cost: BigInt(Math.round(cost)),
      breakEven:
        costRate === null ? null : breakEvenUplift({ costRate, margin: plan.margin, fixedShare: fixedCost / sales }),
    };
  };
  const cases = [
    ofCase("dearest", net <= 0 ? 0 : replay.rewards.units / net, replay.rewards.cost),
    ...(redemption === null || !hasRewards ? [] : [ofCase("expected", redemption, allCost * redemption)]),
    ...(hasRewards ? [ofCase("all", 1, allCost)] : []),
  ];
  const perSale = plan.earning === null || sales <= 0 ? 0 : net / sales;
  return {
    faceRate: perSale * (unitValue(plan, meanPurchase) ?? 0) + largestBonus(plan),
    fixedCost: BigInt(Math.round(fixedCost)),
    cases,
    neverPays: plan.margin !== null && cases.some(({ costRate }) => (costRate ?? 0) >= (plan.margin ?? 1)),
    liability: redemption === null || !hasRewards ? null : owedFor(replay, redemption),
  };
}

/** By how much sales must rise for a plan to pay: (c + F/S) / (m − c). `null` without a margin, or where m ≤ c. */
export function breakEvenUplift({
  costRate,
  margin,
  fixedShare,
}: {
  readonly costRate: number;
  readonly margin: number | null;
  readonly fixedShare: number;
}): number | null {
  return margin === null || margin <= costRate ? null : (costRate + fixedShare) / (margin - costRate);
}

function fixedOver({ amount, per }: FixedCost, days: number): number {
  if (per === "replay") return amount;
  return (amount * days) / (per === "year" ? YEAR_DAYS : YEAR_DAYS / 12);
}

function owedFor({ sales, units, plan, meanPurchase }: LoyaltyReplay, redemption: number): bigint {
  const owed = allocatePrice({
    sales: Number(sales) / AMOUNT_SCALE,
    points: units.balance,
    pointValue: (unitValue(plan, meanPurchase) ?? 0) / AMOUNT_SCALE,
    redemption,
  });
  return BigInt(Math.round(owed.points * AMOUNT_SCALE));
}
