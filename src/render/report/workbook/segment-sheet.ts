import type { SegmentSummary } from "../../../analysis/segments/summarise-segments.ts";
import { type Advice, segmentAdvice } from "../../sentences/advice.ts";
import { segmentTable } from "../../tables/segment-table.ts";
import type { ReportInput } from "../report-input.ts";
import { columnsOf, type ReportSheet, sheetOfTable } from "./report-sheet.ts";

/** Each segment's figures, in the scheme's order, with who its people are and what to do about them. */
export function segmentSheet({ language, report }: ReportInput): ReportSheet {
  const { segments } = report;
  const sheet = sheetOfTable("segments", segmentTable(segments, language), { language });
  const make = columnsOf("segments", language);
  const advice = segments.segments.map((summary: SegmentSummary) => segmentAdvice(summary, segments, language));
  const text = (name: keyof Advice, heading: string): ReportSheet["columns"][number] =>
    make(heading, "long", (row) => advice[row]?.[name] ?? null, { width: 38 });
  return {
    ...sheet,
    columns: [
      ...sheet.columns.filter(({ name }) => name !== "action"),
      text("meaning", "meaning"),
      text("action", "action"),
      text("avoid", "avoid"),
      text("measure", "watch"),
    ],
    marked: { bar: ["customer_share", "revenue_share"] },
  };
}
