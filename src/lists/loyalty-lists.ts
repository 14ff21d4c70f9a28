import type { LoyaltyPlan } from "../analysis/loyalty/plan.ts";
import type { LoyaltyReplay } from "../analysis/loyalty/replay-loyalty.ts";
import type { Standing } from "../analysis/loyalty/standings.ts";
import { formatAmount } from "../basics/money/amount.ts";
import { type ExtraColumn, type ListFormat, withExtraColumns } from "./list-format.ts";
import type { LoyaltyFields } from "./person.ts";

/** A replayed plan as lists need it. */
export interface LoyaltyLists {
  readonly plan: LoyaltyPlan;
  /** What is said of a customer, by the key's index in the order table; `null` for people who are not members. */
  readonly of: (customer: number) => LoyaltyFields | null;
}

/** Where each member stands, for lists. */
export function loyaltyLists({ plan, standings }: Pick<LoyaltyReplay, "plan" | "standings">): LoyaltyLists {
  const byCustomer = new Map(standings.map((standing) => [standing.customer, standing]));
  return {
    plan,
    of: (customer) => {
      const standing = byCustomer.get(customer);
      return standing === undefined ? null : fieldsOf(standing, plan);
    },
  };
}

function fieldsOf({ level, units, missing }: Standing, { levels }: LoyaltyPlan): LoyaltyFields {
  const step = level === null ? undefined : levels?.steps[level];
  const text = levels?.by === "spend" && missing !== null ? formatAmount(missing) : String(missing ?? "");
  return { level: step?.name ?? "", role: step?.role ?? "", points: String(units ?? ""), missing: text };
}

/** A format with the properties that a plan has, each named the tool's way, and the shop's role where the format has one. */
export function withLoyalty(format: ListFormat, loyalty: LoyaltyLists | null): ListFormat {
  if (loyalty === null) return format;
  const { earning, levels } = loyalty.plan;
  const collected: readonly ExtraColumn[] =
    earning === null ? [] : [[earning.kind === "points" ? "Points" : "Stamps", "loyaltyPoints"]];
  const ofLevels: readonly ExtraColumn[] = levels === null ? [] : [["Level", "loyaltyLevel"]];
  const missing: readonly ExtraColumn[] = levels === null ? [] : [["Missing for next level", "missingForNext"]];
  const extended = withExtraColumns(format, [...ofLevels, ...collected, ...missing]);
  if (format.role === undefined || levels === null) return extended;
  return { ...extended, columns: [...extended.columns, [format.role, "loyaltyRole"]] };
}
