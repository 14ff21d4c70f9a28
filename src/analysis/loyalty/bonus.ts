import { periodIndex } from "../../basics/calendar/period.ts";
import type { MemberEvents } from "./member-events.ts";
import type { BonusStep } from "./plan.ts";

/**
 * The bonus that a customer gets in money: for each calendar month the share of the highest step that its net purchases
 * reach, on all of them. Whole 1/10,000 of a unit, halves rounded up in each month.
 */
export function bonusOf({ days, amounts }: MemberEvents, steps: readonly BonusStep[]): number {
  if (steps.length === 0) return 0;
  let [total, spent, month] = [0, 0, Number.NaN];
  for (let index = 0; index <= days.length; index += 1) {
    const own = index < days.length ? periodIndex(days[index] as number, "month") : Number.NaN;
    if (own !== month) {
      total += monthlyBonus(spent, steps);
      [spent, month] = [0, own];
    }
    spent += amounts[index] ?? 0;
  }
  return total;
}

function monthlyBonus(spent: number, steps: readonly BonusStep[]): number {
  const step = steps.findLast(({ from }) => spent >= from);
  return step === undefined || spent <= 0 ? 0 : Math.round(spent * step.share);
}
