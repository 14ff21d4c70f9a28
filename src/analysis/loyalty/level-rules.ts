import { firstQualifyingDay, lastHeldDay, leavesWindow, NEVER, yearEnd } from "./expiry-days.ts";
import type { LevelStep, QualifyingRule } from "./plan.ts";

/** No level: below the first step. */
export const NO_LEVEL = -1;

/** What a level's measure is made of, for one customer: parts on days, ascending, and the days of purchases among them. */
export interface MeasureParts {
  readonly days: ArrayLike<number>;
  /** What each part adds, whole; below 0 for refunds. */
  readonly parts: ArrayLike<number>;
  /** Whether the part is a purchase: levels are reached on days with one. */
  readonly isPurchase: (index: number) => boolean;
}

/** The highest step that a figure reaches, or {@link NO_LEVEL}. */
export function stepReached(figure: number, steps: readonly LevelStep[]): number {
  let reached = NO_LEVEL;
  while (reached + 1 < steps.length && figure >= (steps[reached + 1] as LevelStep).from) reached += 1;
  return reached;
}

/**
 * Who is on which level when, under one rule.
 *
 * A level is reached on a day with a purchase, by the measure at the end of that day. It is held as long as the rule's term
 * says, counted from that day; a customer is on the highest level that they hold. Where the rule holds nothing, it is the
 * level that the measure reaches on the day in question.
 */
export class LevelRule {
  private readonly steps: readonly LevelStep[];
  private readonly rule: QualifyingRule;
  private readonly firstDay: (day: number) => number;
  private readonly lastHeld: ((day: number) => number) | null;

  constructor(rule: QualifyingRule, steps: readonly LevelStep[]) {
    this.rule = rule;
    this.steps = steps;
    this.firstDay = firstQualifyingDay(rule.window);
    this.lastHeld = lastHeldDay(rule.hold);
  }

  /** The levels at the ends of some days, ascending, and after the last of them the last day of each level. */
  levelsOn(
    days: readonly number[],
    events: MeasureParts,
  ): { readonly levels: readonly number[]; readonly end: LevelEnd } {
    const sums = new WindowSum(events, this.firstDay);
    if (this.lastHeld === null) {
      const levels = days.map((day) => stepReached(sums.at(day), this.steps));
      return { levels, end: this.endOfWindow(days.at(-1) ?? 0, sums, events) };
    }
    return this.heldLevels(days, events, sums);
  }

  private heldLevels(
    days: readonly number[],
    events: MeasureParts,
    sums: WindowSum,
  ): { readonly levels: readonly number[]; readonly end: LevelEnd } {
    const until = new Float64Array(this.steps.length).fill(Number.NEGATIVE_INFINITY);
    let next = 0;
    const levels = days.map((day) => {
      for (; next < events.days.length && (events.days[next] as number) <= day; next += 1) {
        if (events.isPurchase(next)) this.hold(until, events.days[next] as number, sums);
      }
      return heldOn(day, until);
    });
    const level = levels.at(-1) ?? NO_LEVEL;
    return {
      levels,
      end: { figure: sums.at(days.at(-1) ?? 0), lastDay: level === NO_LEVEL ? null : (until[level] as number) },
    };
  }

  private hold(until: Float64Array, day: number, sums: WindowSum): void {
    const lastDay = this.lastHeld?.(day) ?? day;
    const reached = stepReached(sums.at(day), this.steps);
    for (let step = 0; step <= reached; step += 1) until[step] = Math.max(until[step] as number, lastDay);
  }

  /** How long the window's own figure keeps the level, if nothing else is bought. */
  private endOfWindow(day: number, sums: WindowSum, events: MeasureParts): LevelEnd {
    const figure = sums.at(day);
    const level = stepReached(figure, this.steps);
    if (level === NO_LEVEL) return { figure, lastDay: null };
    const { from } = this.steps[level] as LevelStep;
    for (const change of this.changesAfter(day, events)) {
      if (sums.at(change) < from) return { figure, lastDay: change - 1 };
    }
    return { figure, lastDay: NEVER };
  }

  /** The days after a day on which purchases leave the window. */
  private changesAfter(day: number, events: MeasureParts): readonly number[] {
    const { window } = this.rule;
    if (window.kind === "lifetime") return [];
    if (window.kind === "calendar year") return [yearEnd(day, 0) + 1];
    const inside = Array.from(events.days).filter((one) => one <= day && one >= this.firstDay(day));
    return [...new Set(inside)].map((one) => leavesWindow(one, window.span));
  }
}

/** The figure of the last day, and the last day of its level: {@link NEVER} for one that stays, `null` without one. */
export interface LevelEnd {
  readonly figure: number;
  readonly lastDay: number | null;
}

function heldOn(day: number, until: Float64Array): number {
  for (let level = until.length - 1; level >= 0; level -= 1) if ((until[level] as number) >= day) return level;
  return NO_LEVEL;
}

/** The sum of the parts in a window that moves on with days that never go back. */
class WindowSum {
  private readonly events: MeasureParts;
  private readonly firstDay: (day: number) => number;
  private from = 0;
  private to = 0;
  private sum = 0;

  constructor(events: MeasureParts, firstDay: (day: number) => number) {
    this.events = events;
    this.firstDay = firstDay;
  }

  at(day: number): number {
    const { days, parts } = this.events;
    for (; this.to < days.length && (days[this.to] as number) <= day; this.to += 1)
      this.sum += parts[this.to] as number;
    const first = this.firstDay(day);
    for (; this.from < this.to && (days[this.from] as number) < first; this.from += 1)
      this.sum -= parts[this.from] as number;
    return this.sum;
  }
}
