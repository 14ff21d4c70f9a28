import { windowStart } from "../../basics/calendar/span.ts";
import { EmptyInputError } from "../../errors.ts";
import { keyCount, type OrderTable } from "../../orders/order-table.ts";
import type { CustomersAtOptions } from "../customers/customer-table.ts";
import { customersInOrder } from "../customers/customers-at.ts";
import type { RetentionTable } from "../retention/retention-by-period.ts";
import { DIMENSIONS } from "../scores/dimension.ts";
import { scoreCustomers } from "../scores/score-customers.ts";
import { assignSegments, type SegmentedCustomers } from "../segments/assign-segments.ts";
import { FAMILIES, type Family } from "../segments/family.ts";
import type { SegmentOptions } from "../segments/segment-customers.ts";

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
  const order = Int32Array.from({ length: keyCount(orders) }, (_, customer) => customer); // counts need no order by id
  const ends = retention.rows.map(({ lastDay }) => lastDay).filter((day) => day < options.asOf);
  const points = [...ends.slice(1 - POINTS), options.asOf].flatMap((day): readonly GroupsAt[] => {
    const customers = day === options.asOf ? later : segmentedOn(orders, later, { ...options, asOf: day, order });
    if (customers === null) return [];
    return [
      { day, customers: countBy(customers, groupOf, groups.length), isShort: day - retention.covers.from + 1 < reach },
    ];
  });
  return points.length < 2 ? "one day" : { groups, points };
}

/** Everybody's segment on an earlier day; `null` where nobody had bought by then. */
function segmentedOn(
  orders: OrderTable,
  { scales, scheme }: SegmentedCustomers,
  options: CustomersAtOptions & { readonly order: Int32Array },
): SegmentedCustomers | null {
  try {
    const customers = customersInOrder(orders, options);
    return assignSegments(scoreCustomers(customers, { frozen: scales }), scheme);
  } catch (error) {
    if (error instanceof EmptyInputError) return null;
    throw error;
  }
}

function countBy({ segment }: SegmentedCustomers, groupOf: readonly number[], groups: number): readonly number[] {
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
