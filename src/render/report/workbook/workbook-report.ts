/*
 * The report as a workbook: one file for each sheet, described by its columns and rows. `../../xlsx/` writes the file.
 */

import { type Note, warning } from "../../notes/note.ts";
import { flowTable } from "../../tables/compare-tables.ts";
import { retentionTable } from "../../tables/retention-table.ts";
import { scoreTable } from "../../tables/score-table.ts";
import { isAboutMoney } from "../../tables/without-money.ts";
import { countLongTexts, SHEET_LIMITS } from "../../xlsx/sheet.ts";
import { renderWorkbook } from "../../xlsx/workbook.ts";
import { followed, leftOutNotes, type OverTime, type ReportInput } from "../report-input.ts";
import { cohortFiguresSheet, cohortSheet } from "./cohort-sheet.ts";
import { cutPointSheet } from "./cut-point-sheet.ts";
import { dateCode } from "./date-code.ts";
import { definitionSheet } from "./definition-sheet.ts";
import { loyaltySheets } from "./loyalty-sheet.ts";
import { fileSheet, ledgerSheet, noteSheet } from "./origin-sheets.ts";
import { outlookSheets } from "./outlook-sheets.ts";
import { profileNotes, profileSheets } from "./profile-sheet.ts";
import { repeatSheet } from "./repeat-sheet.ts";
import { columnsOf, type ReportSheet, sheetOfTable } from "./report-sheet.ts";
import { segmentSheet } from "./segment-sheet.ts";
import { concentrationSheet, distributionSheet } from "./spread-sheets.ts";
import { summarySheet } from "./summary-sheet.ts";

/** A report's workbook, and what its making has to say. */
export interface WorkbookReport {
  readonly chunks: Iterable<Uint8Array>;
  readonly notes: readonly Note[];
}

/**
 * A report as an Excel workbook, in chunks of bytes that are made as they are asked for; what had to be cut or continued is
 * noted, also in the workbook.
 *
 * @param mostRows rows that a worksheet can have; fewer in tests
 */
export function renderWorkbookReport(input: ReportInput, mostRows: number = SHEET_LIMITS.rows): WorkbookReport {
  const sheets = reportSheets(input).map((sheet) => knownColumns(sheet, input));
  const notes = [...cutNotes(sheets, input), ...continuedNotes(sheets, input, mostRows)];
  const all = [
    ...sheets,
    noteSheet({ ...input, notes: [...input.notes, ...leftOutNotes(input), ...profileNotes(input), ...notes] }),
  ];
  const chunks = renderWorkbook([...all, definitionSheet(all, input.language)], {
    currency: input.understanding.currency,
    date: dateCode(input.language.locale),
    points: input.language.words.workbook.points,
    mostRows,
  });
  return { chunks, notes };
}

/** A sheet without its columns about money, where there is none. */
function knownColumns(sheet: ReportSheet, { language }: ReportInput): ReportSheet {
  if (language.hasMoney) return sheet;
  return { ...sheet, columns: sheet.columns.filter((column) => !isAboutMoney(column)) };
}

function cutNotes(sheets: readonly ReportSheet[], { language }: ReportInput): readonly Note[] {
  const long = countLongTexts(sheets);
  return long === 0 ? [] : [warning(language.words.workbook.cut(long, SHEET_LIMITS.characters))];
}

function continuedNotes(sheets: readonly ReportSheet[], { language }: ReportInput, mostRows: number): readonly Note[] {
  const { continued } = language.words.workbook;
  return sheets
    .filter((sheet) => sheet.length >= mostRows)
    .map((sheet) => warning(continued(sheet.name, Math.ceil(sheet.length / (mostRows - 1)))));
}

/** Every sheet but the notes and the definitions; those that have nothing to say are left out. */
function reportSheets(input: ReportInput): readonly ReportSheet[] {
  const { language, report } = input;
  const { concentration } = report;
  const own = followed(input);
  return [
    summarySheet(input),
    segmentSheet(input),
    sheetOfTable("customers", scoreTable(report.segmented, language), { language }),
    ...(own === null ? [] : [retentionSheet(own), cohortSheet(own), repeatSheet(own)]),
    cutPointSheet(input),
    ledgerSheet(input),
    ...(own === null ? [] : movementSheets(own)),
    distributionSheet(input),
    ...(concentration === null ? [] : [concentrationSheet(concentration, input)]),
    ...(own === null ? [] : [cohortFiguresSheet(own)]),
    ...outlookSheets(input),
    ...profileSheets(input),
    ...loyaltySheets(input),
    fileSheet(input),
  ];
}

function movementSheets({ language, overTime: { movement } }: OverTime): readonly ReportSheet[] {
  return typeof movement === "string" ? [] : [sheetOfTable("movement", flowTable(movement, language), { language })];
}

/** The periods by the names that sort, as on the sheets of cohorts, whatever the language; those that are not complete are faint. */
function retentionSheet({ language, overTime: { retention } }: OverTime): ReportSheet {
  const sheet = sheetOfTable("retention", retentionTable(retention, language), {
    language,
    faint: (row) => retention.rows[row]?.complete === false,
  });
  const named = (row: number): string => retention.rows[row]?.period ?? "";
  const newRevenue = columnsOf("retention", language)(
    "new_revenue",
    "money",
    (row) => retention.rows[row]?.newRevenue ?? null,
    { faint: (row) => retention.rows[row]?.complete === false },
  );
  return {
    ...sheet,
    columns: [
      ...sheet.columns.map((column) => (column.name === "period" ? { ...column, at: named } : column)),
      newRevenue,
    ],
  };
}
