import { NEVER } from "./expiry-days.ts";
import { NO_LEVEL } from "./level-rules.ts";
import type { LevelStanding } from "./level-tally.ts";
import type { LoyaltyPlan } from "./plan.ts";
import type { UnitsAccount } from "./units-account.ts";

/** Where one member stands on the as-of date, if they have redeemed nothing. */
export interface Standing {
  /** Index of the customer's key in the order table. */
  readonly customer: number;
  /** Points or stamps; `null` for a plan without. */
  readonly units: number | null;
  /** Index into the plan's levels, {@link NO_LEVEL} below the first; `null` for a plan without. */
  readonly level: number | null;
  /** The last day of the level if nothing else is bought; `null` where it has no end, or there is none. */
  readonly levelUntil: number | null;
  /** Index of the next level; `null` on the highest. */
  readonly nextLevel: number | null;
  /** What is missing to it on the as-of date, in what levels are reached by: money, points or purchases. */
  readonly missing: number | null;
  /** What expires next if nothing else is bought, and the last day on which it can be used. */
  readonly expiring: number | null;
  readonly expiringOn: number | null;
}

/** The members, in the order of the keys in the order table. */
export type StandingTable = readonly Standing[];

/** Collects where each member stands. */
export class Standings {
  private readonly plan: LoyaltyPlan;
  private readonly rows: Standing[] = [];

  constructor(plan: LoyaltyPlan) {
    this.plan = plan;
  }

  add(customer: number, account: UnitsAccount, standing: LevelStanding | null): void {
    const hasUnits = this.plan.earning !== null;
    const expiring = account.expiringNext;
    this.rows.push({
      customer,
      units: hasUnits ? account.balance : null,
      ...this.levelOf(standing),
      expiring: expiring?.units ?? null,
      expiringOn: expiring?.lastDay ?? null,
    });
  }

  private levelOf(standing: LevelStanding | null): Pick<Standing, "level" | "levelUntil" | "nextLevel" | "missing"> {
    const steps = this.plan.levels?.steps;
    if (standing === null || steps === undefined) {
      return { level: null, levelUntil: null, nextLevel: null, missing: null };
    }
    const { level, lastDay, figure } = standing;
    const next = steps[level + 1];
    return {
      level,
      levelUntil: level === NO_LEVEL || lastDay === NEVER ? null : lastDay,
      nextLevel: next === undefined ? null : level + 1,
      missing: next === undefined ? null : Math.max(0, next.from - figure),
    };
  }

  table(): StandingTable {
    return this.rows;
  }
}
