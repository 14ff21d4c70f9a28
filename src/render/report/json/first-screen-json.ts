import type { Finding } from "../../../analysis/report/finding.ts";
import type { GroupsOverTime, NoGroupsOverTime } from "../../../analysis/report/groups-over-time.ts";
import type { Change, Compared } from "../../../analysis/report/period-changes.ts";
import type { ReportOverTime } from "../../../analysis/report/report.ts";
import { formatDay } from "../../../basics/calendar/days.ts";
import type { JsonTree } from "../../tables/json-tree.ts";
import type { ReportInput } from "../report-input.ts";

/** What a report says first: its finding, the groups to begin with, and how the kinds of groups developed. */
export function firstScreenJson(input: ReportInput): Readonly<Record<string, JsonTree>> {
  const { report, title } = input;
  const name = (segment: number): string => report.segmented.scheme.segments[segment]?.name ?? "";
  return {
    title,
    finding: findingJson(report.finding, name),
    actions: report.actions.map(
      ({ kind, group, customers, revenue, revenueShare, medianRecencyDays, mayBeWrittenTo, alsoFirst }): JsonTree => ({
        kind,
        group: typeof group === "number" ? "segment" : group,
        segment: typeof group === "number" ? name(group) : null,
        customers,
        revenue,
        revenue_share: revenueShare,
        median_recency_days: medianRecencyDays,
        may_be_written_to: mayBeWrittenTo,
        also_first: alsoFirst,
        command: input.listCommand(group),
      }),
    ),
    ...groupsJson(report.overTime?.groupsOverTime ?? "no single orders"),
  };
}

function findingJson(finding: Finding, name: (segment: number) => string): JsonTree {
  const { kind, customers, revenue } = finding;
  const blank = { customer_share: null, revenue_share: null, orders: null, start_with: null };
  switch (finding.kind) {
    case "silent": {
      const { revenueShare, startWith } = finding;
      const start = startWith === null ? null : { segment: name(startWith.segment), customers: startWith.customers };
      return { kind, customers, revenue, ...blank, revenue_share: revenueShare, start_with: start };
    }
    case "best fifth":
      return {
        ...{ kind, customers, revenue, ...blank },
        customer_share: finding.customerShare,
        revenue_share: finding.revenueShare,
      };
    case "totals":
      return { kind, customers, revenue, ...blank, orders: finding.orders };
  }
}

/** How many customers each kind of group had at the ends of periods, or why that is not known. */
function groupsJson(
  groups: GroupsOverTime | NoGroupsOverTime | "no single orders",
): Readonly<Record<string, JsonTree>> {
  if (typeof groups === "string") return { groups_over_time: null, no_groups_over_time: groups };
  const points = groups.points.map(
    ({ day, customers, isShort }): JsonTree => ({
      day: formatDay(day),
      is_short: isShort,
      customers: Object.fromEntries(groups.groups.map((group, index) => [group ?? "none", customers[index] ?? 0])),
    }),
  );
  return { groups_over_time: points, no_groups_over_time: null };
}

const NAMES: Readonly<Record<Compared, string>> = {
  revenue: "revenue",
  customers: "customers",
  newCustomers: "new_customers",
  orders: "orders",
  averageOrderValue: "average_order_value",
  retentionRate: "retention_rate",
};

/** The figures of the newest complete period with what they were before, and a year before. */
export function changesJson({ changes }: Pick<ReportOverTime, "changes">): readonly JsonTree[] {
  const change = (one: Change | null): JsonTree =>
    one === null ? null : { period: one.period, value: one.was, change: one.change, within_chance: one.isChance };
  return changes.map(({ figure, value, before, yearBefore }) => ({
    figure: NAMES[figure],
    value,
    before: change(before),
    year_before: change(yearBefore),
  }));
}
