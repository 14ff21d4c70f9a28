/*
 * Who is in the groups to begin with, as indexes into the customer table. Each is what a list of `rfm lists` holds.
 */
import { InputError } from "../../errors.ts";
import type { CustomerTable } from "../customers/customer-table.ts";
import { type BestCustomers, topCustomers } from "../profile/best-customers.ts";
import type { SegmentedCustomers } from "../segments/assign-segments.ts";
import { isTrueOf } from "../segments/claims.ts";
import type { Yardstick } from "../segments/yardstick.ts";
import type { ConcentrationPoint } from "./concentration.ts";
import type { ActionGroup, FirstAction, FirstChoice } from "./first-actions.ts";
import { figuresOf } from "./group-figures.ts";
import { lapsedCustomers } from "./lapsing.ts";
import type { Permission } from "./permission.ts";

/** The groups that are no segments. */
export type FirstGroups = Readonly<Record<Exclude<ActionGroup, number>, readonly number[]>>;

/** Who is in each of them; `topFifth` is the best fifth that the report speaks of. */
export function firstGroups(
  segmented: SegmentedCustomers,
  { yardstick, topFifth }: { readonly yardstick: Yardstick; readonly topFifth: ConcentrationPoint | null },
): FirstGroups {
  return {
    lapsed: lapsedCustomers(segmented, yardstick)?.valuable ?? [],
    "best fifth": bestFifth(segmented.customers, topFifth),
    "ordered once": orderedOnce(segmented, yardstick),
  };
}

/** Customers who have ordered only once; where it can be told who has lapsed, those who have not. */
export function orderedOnce(
  { customers }: Pick<SegmentedCustomers, "customers">,
  yardstick: Yardstick,
): readonly number[] {
  const isTold = yardstick.untold === null;
  return Array.from(customers.customer.keys()).filter(
    (at) =>
      isTrueOf(customers, at, { claim: "once", yardstick }) &&
      !(isTold && isTrueOf(customers, at, { claim: "silent", yardstick })),
  );
}

/** What was chosen, in figures; `permission` says who may be written to. */
export function firstActions(
  choices: readonly FirstChoice[],
  segmented: SegmentedCustomers,
  { groups, permission }: { readonly groups: FirstGroups; readonly permission: Permission | null },
): readonly FirstAction[] {
  const membersOf = (group: ActionGroup): readonly number[] =>
    typeof group === "number"
      ? Array.from(segmented.segment.keys()).filter((at) => segmented.segment[at] === group)
      : groups[group];
  const listed = (members: readonly number[]): readonly number[] =>
    permission === null ? members : members.filter((at) => permission.isAllowed[at] === 1);
  const first = new Set(choices.slice(0, 1).flatMap(({ group }) => listed(membersOf(group))));
  return choices.map((choice, place) => {
    const members = membersOf(choice.group);
    const onList = listed(members);
    return {
      ...choice,
      ...figuresOf(segmented.customers, members),
      mayBeWrittenTo: permission === null ? null : onList.length,
      alsoFirst: place === 0 ? 0 : onList.filter((at) => first.has(at)).length,
    };
  });
}

/**
 * The best fifth by monetary value, as `rfm lists --like-best` writes it; nobody where that is not the best fifth by spend: where
 * customers tie at its end, and where margins or averages are scored.
 */
function bestFifth(customers: CustomerTable, topFifth: ConcentrationPoint | null): readonly number[] {
  const best = topFifth === null ? null : bestByValue(customers);
  if (best === null) return [];
  const members = Array.from(best.isBest.keys()).filter((at) => best.isBest[at] === 1);
  const figures = figuresOf(customers, members);
  return figures.customers === topFifth?.customers && figures.revenue === topFifth.revenue ? members : [];
}

const TOP_SHARE = 0.2;

/** `null` where nobody or everybody would be among the best. */
function bestByValue({ customer, monetaryValue }: CustomerTable): BestCustomers | null {
  try {
    return topCustomers(customer, monetaryValue, TOP_SHARE);
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}
