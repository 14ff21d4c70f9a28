import type { Expiry, HoldingTerm, QualifyingWindow } from "../../../analysis/loyalty/plan.ts";
import type { ProgrammeCost } from "../../../analysis/loyalty/programme-cost.ts";
import type { LoyaltyReplay } from "../../../analysis/loyalty/replay-loyalty.ts";
import { formatDay } from "../../../basics/calendar/days.ts";
import { periodLabel } from "../../../basics/calendar/period.ts";
import { formatSpan } from "../../../basics/calendar/span.ts";
import type { JsonTree } from "../../tables/json-tree.ts";
import type { LoyaltyResult } from "../blocks/loyalty-blocks.ts";

/** A replayed plan as JSON, without its members one by one. */
export function loyaltyJson({ replay, cost, currency }: LoyaltyResult): { readonly [key: string]: JsonTree } {
  const { plan } = replay;
  return {
    plan: plan.name,
    behaviour: "same as before",
    first_day: formatDay(replay.firstDay),
    as_of: formatDay(replay.asOf),
    currency: currency === "" ? null : currency,
    members: replay.members,
    purchases: replay.purchases,
    sales: replay.sales,
    mean_purchase: BigInt(replay.meanPurchase),
    margin: plan.margin,
    ...costJson(cost),
    collected: collectedJson(replay),
    bonus: replay.bonus,
    levels:
      plan.levels === null
        ? []
        : plan.levels.steps.map(({ name, from, role }) => ({
            level: name,
            from: plan.levels?.by === "spend" ? BigInt(from) : from,
            role,
          })),
    level_measure: plan.levels?.by ?? null,
    level_members: levelMembersJson(replay),
    months: replay.months.map(({ month, members, issued, takenBack, expired, balance }) => ({
      month: periodLabel(month, "month"),
      members,
      issued,
      taken_back: takenBack,
      expired,
      balance,
    })),
  };
}

function costJson({ faceRate, fixedCost, cases, liability }: ProgrammeCost): { readonly [key: string]: JsonTree } {
  return {
    face_rate: faceRate,
    fixed_cost: fixedCost,
    cases: cases.map(({ kind, redeemed, costRate, cost, breakEven }) => ({
      case: kind,
      redeemed,
      cost,
      cost_rate: costRate,
      break_even_uplift: breakEven,
    })),
    liability,
  };
}

function collectedJson({ plan, units, rewards }: LoyaltyReplay): JsonTree {
  if (plan.earning === null) return null;
  return {
    unit: plan.earning.kind,
    expiry: termText(plan.expiry),
    issued: units.issued,
    taken_back: units.takenBack,
    expired: units.expired,
    balance: units.balance,
    redeemable: units.redeemable,
    stuck: units.stuck,
    rewards: plan.rewards.map(({ units: price }, index) => ({
      units: price,
      taken_at_most: rewards.times[index] ?? 0,
    })),
  };
}

/** Long form: one record per rule, month and level. */
function levelMembersJson({ plan, rules, months }: LoyaltyReplay): JsonTree {
  const steps = plan.levels?.steps ?? [];
  return rules.flatMap(({ rule, isOwn, byMonth }) =>
    byMonth.flatMap((counts, index) =>
      steps.map(({ name }, level) => ({
        window: windowText(rule.window),
        hold: termText(rule.hold),
        own: isOwn,
        month: periodLabel(months[index]?.month ?? 0, "month"),
        level: name,
        members: counts[level] ?? 0,
      })),
    ),
  );
}

/** As a plan file writes it. */
function windowText(window: QualifyingWindow): string {
  return window.kind === "rolling" ? `rolling ${formatSpan(window.span)}` : window.kind;
}

function termText(term: HoldingTerm | Expiry): string {
  if (term.kind === "inactive") return `${formatSpan(term.span)} without purchase`;
  return "span" in term ? formatSpan(term.span) : term.kind;
}
