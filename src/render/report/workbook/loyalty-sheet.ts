import { memberTable } from "../../tables/loyalty-tables.ts";
import type { ReportInput } from "../report-input.ts";
import { type ReportSheet, sheetOfTable } from "./report-sheet.ts";

/** Every member's points and level, where the report was given a loyalty plan. */
export function loyaltySheets({ loyalty, language }: ReportInput): readonly ReportSheet[] {
  return loyalty === null ? [] : [sheetOfTable("loyalty", memberTable(loyalty.replay, loyalty.idOf), { language })];
}
