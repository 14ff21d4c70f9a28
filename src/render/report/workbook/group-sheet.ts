import type { GroupsAt } from "../../../analysis/report/groups-over-time.ts";
import type { Family } from "../../../analysis/segments/family.ts";
import type { OverTime } from "../report-input.ts";
import { columnsOf, type ReportColumn, type ReportSheet } from "./report-sheet.ts";

/** How many customers each kind of group had at the ends of the newest periods; `null` where groups are not followed. */
export function groupSheet({ language, overTime }: OverTime): ReportSheet | null {
  const followed = overTime.groupsOverTime;
  if (typeof followed === "string") return null;
  const { words } = language;
  const { groups, points } = followed;
  const make = columnsOf("groups", language);
  const point = (row: number): GroupsAt => points[row] as GroupsAt;
  const nameOf = (group: Family | null): string =>
    group === null ? words.page.overTime.noFamily : words.page.segments.families[group];
  const faint = (row: number): boolean => point(row).isShort;
  return {
    name: words.workbook.sheets.groups,
    length: points.length,
    columns: [
      make("day", "day", (row) => point(row).day, { faint }),
      ...groups.map(
        (group, index): ReportColumn => ({
          ...make("in_family", "count", (row) => point(row).customers[index] ?? 0, { faint }),
          name: group ?? "none",
          heading: capitalised(nameOf(group)),
        }),
      ),
      make("is_short", "flag", (row) => point(row).isShort),
    ],
  };
}

function capitalised(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
