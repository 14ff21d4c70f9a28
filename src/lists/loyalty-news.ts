import type { LoyaltyPlan } from "../analysis/loyalty/plan.ts";
import type { LoyaltyReplay } from "../analysis/loyalty/replay-loyalty.ts";
import type { Standing } from "../analysis/loyalty/standings.ts";
import { formatDay } from "../basics/calendar/days.ts";
import { formatAmount } from "../basics/money/amount.ts";
import { peopleCount, plural } from "../basics/text/words.ts";

/** Points that expire within so many days are worth a word. */
const EXPIRY_DAYS = 30;
/** A level is nearly reached where at most this part of it is missing, or a single order. */
const NEARLY = 0.1;

/** What a loyalty plan gives a reason to write about, as a list has it; `null` where it gives none. */
export interface LoyaltyNews {
  readonly expiring: string | null;
  readonly nearLevel: string | null;
}

/** The news of a customer, by the key's index in the order table; `null` for people who are not members. */
export type LoyaltyNewsOf = (customer: number) => LoyaltyNews | null;

/** What the standings of a replayed plan give a reason to write about as of a day. */
export function loyaltyNews(
  { plan, standings }: Pick<LoyaltyReplay, "plan" | "standings">,
  asOf: number,
): LoyaltyNewsOf {
  const byCustomer = new Map(standings.map((standing) => [standing.customer, standing]));
  return (customer) => {
    const standing = byCustomer.get(customer);
    if (standing === undefined) return null;
    return { expiring: expiringText(standing, plan, asOf), nearLevel: nearLevelText(standing, plan) };
  };
}

function expiringText({ expiring, expiringOn }: Standing, { earning }: LoyaltyPlan, asOf: number): string | null {
  if (expiring === null || expiringOn === null || expiring <= 0) return null;
  if (expiringOn < asOf || expiringOn > asOf + EXPIRY_DAYS) return null;
  const units = plural(expiring, earning?.kind === "stamps" ? "stamp" : "point");
  return `${units} to use by ${formatDay(expiringOn)}`;
}

function nearLevelText({ nextLevel, missing }: Standing, { levels }: LoyaltyPlan): string | null {
  const step = nextLevel === null ? undefined : levels?.steps[nextLevel];
  if (levels === null || step === undefined || missing === null || missing <= 0) return null;
  const near = Math.max(step.from * NEARLY, levels.by === "orders" ? 1 : 0);
  if (missing > near) return null;
  const amount = levels.by === "spend" ? formatAmount(missing) : peopleCount(missing);
  const what = levels.by === "spend" ? "" : levels.by === "orders" ? " orders" : " points";
  return `${amount}${what} missing to ${step.name}`;
}
