import { windowStart } from "../../basics/calendar/span.ts";
import type { OrderTable } from "../../orders/order-table.ts";
import type { CustomersAtOptions } from "../customers/customer-table.ts";
import { measuresOnDays, type TakeMeasures } from "../customers/measures-on-days.ts";
import type { RetentionTable } from "../retention/retention-by-period.ts";
import { DIMENSIONS } from "../scores/dimension.ts";
import type { SegmentedCustomers } from "../segments/assign-segments.ts";
import { FAMILIES, type Family } from "../segments/family.ts";
import type { SegmentOptions } from "../segments/segment-customers.ts";
import { segmentFinder } from "../segments/segment-finder.ts";

/** So many ends of periods are shown: a year and the month that it is compared with. */
const POINTS = 13;

/** How many customers each kind of group had on one day. */
export interface GroupsAt {
  readonly day: number;
  /** One number a group, in the order of {@link GroupsOverTime.groups}; they add up to the customers known by then. */
  readonly customers: readonly number[];
  /**
   * The exports reach back fewer days from here than the window or the longest cut point of recency: nobody could be as
   * silent by then as later on, so the groups cannot be compared with the later ones.
   */
  readonly isShort: boolean;
}

/** The kinds of groups at the end of each of the newest periods and on the as-of date, all with the as-of date's scales. */
export interface GroupsOverTime {
  /** The families that the scheme has, from the best; `null` for segments without one, where it has such. */
  readonly groups: readonly (Family | null)[];
  /** Ascending, two or more; the last is the as-of date. */
  readonly points: readonly GroupsAt[];
}

/** Why groups are not followed: scores by rank, a scheme without families, or customers on one day only. */
export type NoGroupsOverTime = "ranked" | "no families" | "one day";

/**
 * Scores the customers of earlier days with the scales of the as-of date and counts them by family.
 *
 * Without a window orders add up from the first day of the exports, so the better groups grow with the history.
 */
export function groupsOverTime(
  orders: OrderTable,
  later: SegmentedCustomers,
  { retention, ...options }: SegmentOptions & { readonly retention: RetentionTable },
): GroupsOverTime | NoGroupsOverTime {
  if (DIMENSIONS.some((dimension) => later.scales[dimension].method === "ntile")) return "ranked";
  const families = later.scheme.segments.map(({ family }) => family);
  if (families.every((family) => family === null)) return "no families";
  const groups = [
    ...FAMILIES.filter((family) => families.includes(family)),
    ...(families.includes(null) ? [null] : []),
  ];
  const groupOf = families.map((family) => groups.indexOf(family));
  const reach = longestReach(later, options);
  const ends = retention.rows.map(({ lastDay }) => lastDay).filter((day) => day < options.asOf);
  const countsOf = new Map<number, number[]>();
  const segmentOf = segmentFinder(later);
  const takeOn = (day: number): TakeMeasures => {
    const counts = groups.map(() => 0);
    countsOf.set(day, counts);
    return (recencyDays, frequency, monetaryValue) => {
      const group = groupOf[segmentOf(recencyDays, frequency, monetaryValue)] as number;
      counts[group] = (counts[group] as number) + 1;
    };
  };
  measuresOnDays(orders, ends.slice(1 - POINTS), { options, takeOn });
  countsOf.set(options.asOf, countBy(later, groupOf, groups.length));
  const points = [...countsOf].flatMap(([day, customers]): readonly GroupsAt[] =>
    customers.every((count) => count === 0)
      ? []
      : [{ day, customers, isShort: day - retention.covers.from + 1 < reach }],
  );
  return points.length < 2 ? "one day" : { groups, points };
}

function countBy({ segment }: SegmentedCustomers, groupOf: readonly number[], groups: number): number[] {
  const counts = Array.from({ length: groups }, () => 0);
  for (const one of segment) counts[groupOf[one] as number] = (counts[groupOf[one] as number] as number) + 1;
  return counts;
}

/** The days that the history must reach back for every score to be possible: the window, or the longest cut point of recency. */
function longestReach({ scales }: SegmentedCustomers, { asOf, window }: CustomersAtOptions): number {
  const { cutPoints, nested } = scales.recency;
  const own = [cutPoints, ...(nested === null ? [] : [...nested.values()].map((scale) => scale.cutPoints))].flat();
  return Math.max(0, ...own, window === undefined ? 0 : asOf - windowStart(asOf, window) + 1);
}
