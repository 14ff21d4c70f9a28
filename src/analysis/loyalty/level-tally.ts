import { unitsOf } from "./earning.ts";
import { type LevelEnd, LevelRule, type MeasureParts, NO_LEVEL } from "./level-rules.ts";
import type { MemberEvents } from "./member-events.ts";
import type { Levels, LoyaltyPlan, QualifyingRule } from "./plan.ts";
import { rulesBeside } from "./qualifying-rules.ts";
import type { ReplayMonths } from "./replay-months.ts";
import type { AccountMove } from "./unit-tally.ts";

/** How many members each level has under one rule. */
export interface RuleFigures {
  readonly rule: QualifyingRule;
  /** Whether it is the plan's own. */
  readonly isOwn: boolean;
  /** For each month, the members on each level at its end, in the plan's order; those below the first are in none. */
  readonly byMonth: readonly (readonly number[])[];
}

/** One customer's level under the plan's own rule on the as-of date. */
export interface LevelStanding extends LevelEnd {
  readonly level: number;
}

/** Counts the members of each level by month, under the plan's own rule and the others beside it. */
export class LevelTally {
  private readonly plan: LoyaltyPlan;
  private readonly levels: Levels;
  private readonly months: ReplayMonths;
  private readonly rules: readonly {
    readonly rule: QualifyingRule;
    readonly track: LevelRule;
    readonly counts: number[][];
  }[];

  constructor(plan: LoyaltyPlan, levels: Levels, months: ReplayMonths) {
    this.plan = plan;
    this.levels = levels;
    this.months = months;
    this.rules = rulesBeside(levels).map((rule) => ({
      rule,
      track: new LevelRule(rule, levels.steps),
      counts: months.lastDays.map(() => levels.steps.map(() => 0)),
    }));
  }

  /** Counts one customer, and says where they stand under the plan's own rule. */
  add(events: MemberEvents, moves: readonly AccountMove[]): LevelStanding {
    const parts = this.levels.by === "balance" ? balanceParts(events, moves) : this.eventParts(events);
    const found = this.rules.map(({ track, counts }) => {
      const { levels, end } = track.levelsOn(this.months.lastDays, parts);
      for (const [month, level] of levels.entries()) {
        const row = counts[month];
        if (level !== NO_LEVEL && row !== undefined) row[level] = (row[level] as number) + 1;
      }
      return { level: levels.at(-1) ?? NO_LEVEL, ...end };
    });
    return found[0] as LevelStanding;
  }

  figures(): readonly RuleFigures[] {
    return this.rules.map(({ rule, counts }, index) => ({ rule, isOwn: index === 0, byMonth: counts }));
  }

  private eventParts({ days, amounts }: MemberEvents): MeasureParts {
    const { earning } = this.plan;
    const { by } = this.levels;
    const part = (amount: number): number => {
      if (by === "spend") return amount;
      if (by === "orders") return amount > 0 ? 1 : 0;
      return earning === null ? 0 : unitsOf(amount, earning);
    };
    return { days, parts: amounts.map(part), isPurchase: (index) => (amounts[index] as number) > 0 };
  }
}

/** A balance as the sum of what was booked on the account; a purchase that earned nothing is a part of 0. */
function balanceParts({ days, amounts }: MemberEvents, moves: readonly AccountMove[]): MeasureParts {
  const booked = moves.map(({ move, day, units }) => ({
    day,
    part: move === "issued" ? units : -units,
    bought: false,
  }));
  const bought = Array.from(days, (day, index) => ({ day, part: 0, bought: (amounts[index] as number) > 0 }));
  const all = [...booked, ...bought].sort((a, b) => a.day - b.day);
  return {
    days: all.map(({ day }) => day),
    parts: all.map(({ part }) => part),
    isPurchase: (index) => all[index]?.bought === true,
  };
}
