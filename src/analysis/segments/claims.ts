import type { CustomerTable } from "../customers/customer-table.ts";
import { NEW_FOR_DAYS } from "./newness.ts";
import type { Yardstick } from "./yardstick.ts";

/**
 * What a sentence may say of a segment's customers. Scores compare customers with each other; these words speak of days,
 * orders and money, and are checked one customer at a time:
 *
 * - `recent`, `silent`: the last order is no longer ago than the lapse gap; it is longer ago
 * - `often`, `again`, `seldom`: three orders or more; two or more; two or fewer (all as frequency counts them)
 * - `once`: a single order ever, whatever the window
 * - `new`: the first order ever is at most 90 days ago
 * - `more`, `less`: spend over the median of all scored customers, and over 0; not over the median (neither where there is no
 *   money). It is the spend that the texts speak of, also where margins or averages are scored
 */
export const CLAIMS = ["recent", "silent", "often", "again", "seldom", "once", "new", "more", "less"] as const;
export type Claim = (typeof CLAIMS)[number];

/** The texts of a segment that may rest on claims. */
export const CLAIMING_TEXTS = ["meaning", "action", "avoid", "measure"] as const;
/** Which claims each text of a segment rests on; a text that is left out rests on none. */
export type SegmentClaims = Readonly<Partial<Record<(typeof CLAIMING_TEXTS)[number], readonly Claim[]>>>;

/** From so many orders on a customer has ordered often. */
export const OFTEN_ORDERS = 3;
/** A claim holds for a group when it is true of at least this part of its customers. */
export const MOST_OF_THEM = 0.75;

type Measured = Pick<
  CustomerTable,
  "asOf" | "recencyDays" | "frequency" | "ordersEver" | "firstOrderDay" | "spend" | "hasMoney" | "knows"
>;

type Told = Pick<Yardstick, "lapseDays" | "medianSpend">;

const TESTS: Readonly<Record<Claim, (customers: Measured, at: number, yardstick: Told) => boolean>> = {
  recent: ({ recencyDays }, at, { lapseDays }) => lapseDays !== null && (recencyDays[at] as number) <= lapseDays,
  silent: ({ recencyDays }, at, { lapseDays }) => lapseDays !== null && (recencyDays[at] as number) > lapseDays,
  often: ({ frequency }, at) => (frequency[at] as number) >= OFTEN_ORDERS,
  again: ({ frequency }, at) => (frequency[at] as number) >= 2,
  seldom: ({ frequency }, at) => (frequency[at] as number) <= 2,
  once: ({ ordersEver }, at) => ordersEver[at] === 1,
  new: ({ asOf, firstOrderDay, knows }, at) => knows.firstDay && asOf - (firstOrderDay[at] as number) <= NEW_FOR_DAYS,
  more: ({ spend }, at, { medianSpend }) => (spend[at] as number) > Math.max(0, medianSpend),
  less: ({ spend, hasMoney }, at, { medianSpend }) => hasMoney && (spend[at] as number) <= medianSpend,
};

/** Claims that count orders and spend; with a window, those in it. */
export const COUNTING_CLAIMS: readonly Claim[] = ["often", "again", "seldom", "more", "less"];

/** Whether a claim is true of one customer, an index into the customer table. */
export function isTrueOf(
  customers: Measured,
  at: number,
  { claim, yardstick }: { claim: Claim; yardstick: Told },
): boolean {
  return TESTS[claim](customers, at, yardstick);
}

/**
 * The claims that are true of at least three in four customers of a group; none for nobody. `null` where no group may be
 * told apart in words.
 *
 * @param group indexes into the customer table
 */
export function claimsHeld(
  customers: Measured,
  group: Int32Array,
  yardstick: Yardstick | null,
): readonly Claim[] | null {
  if (yardstick === null || yardstick.untold !== null) return null;
  if (group.length === 0) return [];
  return CLAIMS.filter((claim) => {
    const isTrue = TESTS[claim];
    let found = 0;
    for (let index = 0; index < group.length; index += 1) {
      found += Number(isTrue(customers, group[index] as number, yardstick));
    }
    return found >= MOST_OF_THEM * group.length;
  });
}
