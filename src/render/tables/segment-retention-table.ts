import type { SegmentRetention, SegmentRetentionRow } from "../../analysis/retention/segment-retention.ts";
import type { DataColumn, DataTable } from "../../csv/writer/data-table.ts";
import type { Language } from "../language/language.ts";
import { rowColumns } from "./row-columns.ts";

/** The retention of segments in long form: one row per period and segment. */
export function segmentRetentionTable({ rows, scheme }: SegmentRetention): DataTable {
  const column = rowColumns<SegmentRetentionRow, (typeof SEGMENT_RETENTION_COLUMNS)[number]>(rows);
  return {
    sheet: "retention",
    length: rows.length,
    columns: [
      column("period", "text", (row) => row.period),
      column("segment", "text", (row) => scheme.segments[row.segment]?.name ?? ""),
      column("first_day", "day", (row) => row.firstDay),
      column("last_day", "day", (row) => row.lastDay),
      column("complete", "flag", (row) => row.complete),
      column("before", "count", (row) => row.before),
      column("retained", "count", (row) => row.retained),
      column("retention_rate", "share", (row) => row.retentionRate),
      column("retention_low", "share", (row) => row.retentionLow),
      column("retention_high", "share", (row) => row.retentionHigh),
    ],
  };
}

/** The same for people: one row per segment, the average and then the periods, the latest first. */
export function segmentRetentionOverview({ rows, scheme, pooled }: SegmentRetention, { words }: Language): DataTable {
  const { columns, inPeriod, keptOf } = words.retention;
  const segments = scheme.segments;
  const rated = rows.filter((row) => row.retentionRate !== null);
  const periods = [...new Set(rated.map(({ period }) => period))].reverse();
  const cell = (period: string, segment: number): SegmentRetentionRow | undefined =>
    rated.find((row) => row.period === period && row.segment === segment);
  return {
    length: segments.length,
    columns: [
      { name: "segment", heading: columns.segment, kind: "text", at: (row) => segments[row]?.name ?? "" },
      { name: "average", heading: columns.average, kind: "share", at: (row) => pooled[row]?.rate ?? null },
      {
        name: "customers",
        heading: inPeriod(words.period(periods[0] ?? "")),
        kind: "text",
        align: "right",
        at: (row) => {
          const latest = cell(periods[0] ?? "", row);
          return latest === undefined ? "" : keptOf(latest.retained, latest.before);
        },
      },
      ...periods.map(
        (period, index): DataColumn => ({
          name: period,
          heading: words.period(period),
          kind: "share",
          rank: index,
          at: (row) => cell(period, row)?.retentionRate ?? null,
          shade: (row) => cell(period, row)?.retentionRate ?? null,
        }),
      ),
    ],
  };
}

/** The table of `rfm retention --per-segment`. */
export const SEGMENT_RETENTION_COLUMNS = [
  "period",
  "segment",
  "first_day",
  "last_day",
  "complete",
  "before",
  "retained",
  "retention_rate",
  "retention_low",
  "retention_high",
] as const;
