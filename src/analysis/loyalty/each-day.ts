import { unitsOf } from "./earning.ts";
import type { MemberEvents } from "./member-events.ts";
import type { LoyaltyPlan } from "./plan.ts";
import type { UnitsAccount } from "./units-account.ts";

/** Books one customer's purchases and refunds on an account, and calls back at the end of each day that has any. */
export function eachDay(
  { days, amounts }: MemberEvents,
  { earning }: Pick<LoyaltyPlan, "earning">,
  account: UnitsAccount,
  atEndOf: (day: number) => void,
): void {
  if (earning === null) return;
  for (let index = 0; index < days.length; index += 1) {
    const day = days[index] as number;
    const amount = amounts[index] as number;
    if (day !== days[index - 1]) account.expireBefore(day);
    const units = unitsOf(amount, earning);
    if (amount > 0) account.earn(day, units);
    else account.takeBack(day, -units);
    if (day !== days[index + 1]) atEndOf(day);
  }
}
