import { windowStart } from "../../basics/calendar/span.ts";
import type { OrderTable } from "../../orders/order-table.ts";
import type { CustomersAtOptions } from "../customers/customer-table.ts";
import { measuresOnDays, type TakeMeasures } from "../customers/measures-on-days.ts";
import type { RetentionTable } from "../retention/retention-by-period.ts";
import type { Dimension } from "../scores/dimension.ts";
import { type SegmentedCustomers, segmentOfScores } from "../segments/assign-segments.ts";
import { FAMILIES, type Family } from "../segments/family.ts";
import type { SegmentOptions } from "../segments/segment-customers.ts";
import { segmentFinder } from "../segments/segment-finder.ts";
import { hasRanks } from "./movement.ts";

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

/** What is followed of the customers of earlier days. */
export interface GroupPlan {
  readonly groups: GroupsOverTime["groups"];
  /** The group of each of the scheme's segments, an index into `groups`. */
  readonly groupOf: readonly number[];
  /** The ends of periods before the as-of date, ascending. */
  readonly ends: readonly number[];
}

/** The earlier days on which customers are counted, and by what; or why they are not. */
export function groupPlan(
  later: SegmentedCustomers,
  { retention, asOf }: { readonly retention: RetentionTable; readonly asOf: number },
): GroupPlan | NoGroupsOverTime {
  if (hasRanks(later)) return "ranked";
  const families = later.scheme.segments.map(({ family }) => family);
  if (families.every((family) => family === null)) return "no families";
  const groups = [
    ...FAMILIES.filter((family) => families.includes(family)),
    ...(families.includes(null) ? [null] : []),
  ];
  const ends = retention.rows.map(({ lastDay }) => lastDay).filter((day) => day < asOf);
  return { groups, groupOf: families.map((family) => groups.indexOf(family)), ends: ends.slice(1 - POINTS) };
}

/**
 * Scores the customers of earlier days with the scales of the as-of date and counts them by family.
 *
 * Without a window orders add up from the first day of the exports, so the better groups grow with the history.
 */
export function groupsOverTime(
  orders: OrderTable,
  later: SegmentedCustomers,
  options: SegmentOptions & { readonly retention: RetentionTable },
): GroupsOverTime | NoGroupsOverTime {
  const plan = groupPlan(later, options);
  if (typeof plan === "string") return plan;
  const { groups, groupOf, ends } = plan;
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
  measuresOnDays(orders, ends, { options, takeOn });
  return groupsAt(countsOf, later, { ...options, plan });
}

/** How many customers had the scores on an earlier day, 0 < score ≤ levels. */
export interface CellCount {
  readonly day: number;
  readonly scores: Readonly<Record<Dimension, number>>;
  readonly customers: number;
}

/** The same of customers who were scored and counted elsewhere, on the days and with the scales of the plan. */
export function groupsOfCells(
  cells: readonly CellCount[],
  later: SegmentedCustomers,
  options: GroupOptions,
): GroupsOverTime | NoGroupsOverTime {
  const { groups, groupOf, ends } = options.plan;
  const countsOf = new Map(ends.map((day) => [day, groups.map(() => 0)]));
  for (const { day, scores, customers } of cells) {
    const counts = countsOf.get(day) ?? [];
    const group = groupOf[segmentOfScores(later.scheme, later.levels, scores)] as number;
    counts[group] = (counts[group] as number) + customers;
  }
  return groupsAt(countsOf, later, options);
}

interface GroupOptions extends Pick<CustomersAtOptions, "asOf" | "window"> {
  readonly plan: GroupPlan;
  readonly retention: RetentionTable;
}

/** The counts of earlier days with those of the as-of date. */
function groupsAt(
  earlier: ReadonlyMap<number, readonly number[]>,
  later: SegmentedCustomers,
  { plan: { groups, groupOf }, retention, ...options }: GroupOptions,
): GroupsOverTime | NoGroupsOverTime {
  const reach = longestReach(later, options);
  const newest = [options.asOf, countBy(later, groupOf, groups.length)] as const;
  const points = [...earlier, newest].flatMap(([day, customers]): readonly GroupsAt[] =>
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
function longestReach(
  { scales }: SegmentedCustomers,
  { asOf, window }: Pick<CustomersAtOptions, "asOf" | "window">,
): number {
  const { cutPoints, nested } = scales.recency;
  const own = [cutPoints, ...(nested === null ? [] : [...nested.values()].map((scale) => scale.cutPoints))].flat();
  return Math.max(0, ...own, window === undefined ? 0 : asOf - windowStart(asOf, window) + 1);
}
