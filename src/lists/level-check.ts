import { NO_LEVEL } from "../analysis/loyalty/level-rules.ts";
import type { LevelStep } from "../analysis/loyalty/plan.ts";
import type { LoyaltyReplay } from "../analysis/loyalty/replay-loyalty.ts";
import { compareCodeUnits } from "../basics/text/compare-code-units.ts";
import { InputError, UsageError } from "../errors.ts";
import type { ListedPerson } from "../exports/companions/people-list.ts";
import type { OrderTable } from "../orders/order-table.ts";
import { customerFinder } from "./campaign-groups.ts";

/** How a listed level compares with the plan's. */
export const LEVEL_VERDICTS = ["too low", "too high", "not listed", "unknown", "same"] as const;
export type LevelVerdict = (typeof LEVEL_VERDICTS)[number];

/** One customer's level on the list and by the plan. */
export interface CheckedLevel {
  /** As the exports have it; for people who are no customers, as the list names them. */
  readonly id: string;
  /** `null` for none. */
  readonly listed: string | null;
  readonly level: string | null;
  readonly verdict: LevelVerdict;
}

/**
 * Who is on which level of a list, against who ought to be by the plan: everybody on the list, and every customer with a
 * level who is not. Sorted by id by code unit. Of several rows for a customer the highest level counts.
 *
 * @throws InputError for a level that the plan does not have, and a list without levels
 */
export function checkLevels(
  { plan, standings }: LoyaltyReplay,
  orders: OrderTable,
  { people, name, salt }: { readonly people: readonly ListedPerson[]; readonly name: string; readonly salt: string },
): readonly CheckedLevel[] {
  const steps = plan.levels?.steps ?? [];
  if (steps.length === 0) throw new UsageError(`the plan "${plan.name}" has no levels to check`, "leave --check out");
  const find = customerFinder(orders, salt, [{ people }]);
  const levelOf = new Map(standings.map(({ customer, level }) => [customer, level ?? NO_LEVEL]));
  const listed = new Map<number, number>();
  const strangers: CheckedLevel[] = [];
  for (const person of people) {
    const level = listedLevel(person, steps, name);
    const customers = find(person).filter((customer) => levelOf.has(customer));
    for (const customer of customers) listed.set(customer, Math.max(level, listed.get(customer) ?? NO_LEVEL));
    if (customers.length > 0) continue;
    const id = person.ids[0] ?? person.emails[0] ?? person.hashes[0] ?? "";
    strangers.push({ id, listed: steps[level]?.name ?? null, level: null, verdict: "unknown" });
  }
  const checked = [...levelOf].flatMap(([customer, level]): readonly CheckedLevel[] => {
    const onList = listed.get(customer);
    if (onList === undefined && level === NO_LEVEL) return [];
    return [
      {
        id: orders.customerKeys[customer] ?? "",
        listed: steps[onList ?? NO_LEVEL]?.name ?? null,
        level: steps[level]?.name ?? null,
        verdict: verdictOf(onList, level),
      },
    ];
  });
  return [...checked, ...strangers].sort((a, b) => compareCodeUnits(a.id, b.id));
}

function verdictOf(listed: number | undefined, level: number): LevelVerdict {
  if (listed === undefined) return "not listed";
  if (listed === level) return "same";
  return listed < level ? "too low" : "too high";
}

/** A blank is no level; a level may be named as the plan has it, or by its role. */
function listedLevel({ level, line }: ListedPerson, steps: readonly LevelStep[], name: string): number {
  if (level === null) {
    throw new InputError(`${name}: no column of levels`, { hint: "name the column level or tier" });
  }
  const wanted = level.trim().toLowerCase();
  if (wanted === "") return NO_LEVEL;
  const found = steps.findIndex((step) => step.name.toLowerCase() === wanted || step.role === wanted);
  if (found >= 0) return found;
  throw new InputError(`${name}: line ${line}: "${level.trim().slice(0, 40)}" is not a level of the plan`, {
    hint: `its levels are ${steps.map((step) => step.name).join(", ")}`,
  });
}
