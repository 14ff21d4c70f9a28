/*
 * The report as a workbook: one file for each sheet, described by its columns and rows. `../../xlsx/` writes the file.
 */

import type { RetentionRow } from "../../../analysis/retention/retention-by-period.ts";
import { type Note, note, warning } from "../../notes/note.ts";
import { flowTable } from "../../tables/compare-tables.ts";
import { retentionTable } from "../../tables/retention-table.ts";
import { isAboutMoney } from "../../tables/without-money.ts";
import { type AnySheet, isPage } from "../../xlsx/page-sheet.ts";
import { countLongTexts, partsOf, SHEET_LIMITS, splitSheets } from "../../xlsx/sheet.ts";
import { renderWorkbook } from "../../xlsx/workbook.ts";
import { BAND_COLOURS, hex, textOn } from "../colours.ts";
import { followed, leftOutNotes, type OverTime, type ReportInput } from "../report-input.ts";
import { chartPlaces } from "./charts.ts";
import { cohortFiguresSheet, cohortSheet } from "./cohort-sheet.ts";
import { customerSheet } from "./customer-sheet.ts";
import { cutPointSheet } from "./cut-point-sheet.ts";
import { dateCode } from "./date-code.ts";
import { definitionSheet } from "./definition-sheet.ts";
import { gridPage } from "./grid-page.ts";
import { groupSheet } from "./group-sheet.ts";
import { loyaltySheets } from "./loyalty-sheet.ts";
import { fileSheet, ledgerSheet, noteSheet } from "./origin-sheets.ts";
import { outlookSheets } from "./outlook-sheets.ts";
import { profileNotes, profileSheets } from "./profile-sheet.ts";
import { repeatSheet } from "./repeat-sheet.ts";
import { columnsOf, placedSheet, type ReportColumn, type ReportSheet, sheetOfTable } from "./report-sheet.ts";
import { segmentSheet } from "./segment-sheet.ts";
import { settingsSheet } from "./settings-sheet.ts";
import { concentrationSheet, distributionSheet } from "./spread-sheets.ts";
import { summaryPage } from "./summary-page.ts";

/** A report's workbook, and what its making has to say. */
export interface WorkbookReport {
  readonly chunks: AsyncIterable<Uint8Array>;
  readonly notes: readonly Note[];
}

/**
 * A report as an Excel workbook, in chunks of bytes that are made as they are asked for; what had to be cut or continued is
 * noted, also in the workbook.
 *
 * @param mostRows rows that a worksheet can have; fewer in tests
 */
export function renderWorkbookReport(input: ReportInput, mostRows: number = SHEET_LIMITS.rows): WorkbookReport {
  const { language, understanding } = input;
  const sheets = reportSheets(input).map((sheet) => placedSheet(knownColumns(sheet, input), language));
  const notes = [...nameNotes(input), ...cutNotes(sheets, input), ...continuedNotes(sheets, input, mostRows)];
  const noted = placedSheet(
    noteSheet({ ...input, notes: [...input.notes, ...leftOutNotes(input), ...profileNotes(input), ...notes] }),
    language,
  );
  const defined = placedSheet(definitionSheet([...sheets, noted], language), language);
  const chunks = renderWorkbook(withPages([...sheets, noted, defined], input, mostRows), {
    currency: understanding.currency,
    date: dateCode(language.locale),
    points: language.words.workbook.points,
    fills: BAND_COLOURS.map((colour) => ({ colour: opaque(hex(colour)), text: opaque(textOn(colour)) })),
    mostRows,
  });
  return { chunks, notes };
}

/** A colour of the page as spreadsheets write it. */
function opaque(colour: string): string {
  return `FF${colour.slice(1).toUpperCase()}`;
}

/** The sheets with the summary before all others, and the grid of scores after the segments. */
function withPages(sheets: readonly ReportSheet[], input: ReportInput, mostRows: number): readonly AnySheet[] {
  const names = input.language.words.workbook.sheets;
  const find = (name: string): ReportSheet | null => sheets.find((sheet) => sheet.name === name) ?? null;
  const back = { text: `← ${names.summary}`, sheet: names.summary };
  const all: readonly AnySheet[] = sheets.flatMap((sheet) =>
    sheet.name === names.segments ? [sheet, gridPage(input, back)] : [sheet],
  );
  const charted = {
    groups: find(names.groups),
    retention: find(names.retention),
    segments: find(names.segments),
  };
  const summary = summaryPage(
    input,
    all.flatMap((sheet) => namesOf(sheet, mostRows)),
    chartPlaces(input, charted),
  );
  return [summary, ...all];
}

/** What the worksheets are called that a sheet takes. */
function namesOf(sheet: AnySheet, mostRows: number): readonly string[] {
  return isPage(sheet) ? [sheet.name] : splitSheets([sheet], mostRows).map(({ name }) => name);
}

/** A sheet without its columns about money, where there is none. */
function knownColumns(sheet: ReportSheet, { language }: ReportInput): ReportSheet {
  if (language.hasMoney) return sheet;
  return { ...sheet, columns: sheet.columns.filter((column) => !isAboutMoney(column)) };
}

/** What a workbook with names holds, or why it has none; nothing where none were asked for. */
function nameNotes({ people, language }: ReportInput): readonly Note[] {
  if (people === undefined) return [];
  const { naming, sheets } = language.words.workbook;
  const isNamed = people.fields.some((field) => field !== "consent");
  return [
    ...(isNamed ? [note(naming.named(people.named, sheets.customers))] : [note(naming.none)]),
    ...(people.withheld === 0 ? [] : [note(naming.withheld(people.withheld, people.withheldFor))]),
    ...(isNamed && !people.asksConsent ? [note(naming.noConsent)] : []),
  ];
}

function cutNotes(sheets: readonly ReportSheet[], { language }: ReportInput): readonly Note[] {
  const long = countLongTexts(sheets);
  return long === 0 ? [] : [warning(language.words.workbook.cut(long, SHEET_LIMITS.characters))];
}

function continuedNotes(sheets: readonly ReportSheet[], { language }: ReportInput, mostRows: number): readonly Note[] {
  const { continued } = language.words.workbook;
  return sheets
    .filter((sheet) => partsOf(sheet, mostRows) > 1)
    .map((sheet) => warning(continued(sheet.name, partsOf(sheet, mostRows))));
}

/** Every table but the notes and the definitions, technical ones last; those that have nothing to say are left out. */
function reportSheets(input: ReportInput): readonly ReportSheet[] {
  const { concentration } = input.report;
  const own = followed(input);
  return [
    segmentSheet(input),
    customerSheet(input),
    ...(own === null ? [] : sheetsOverTime(own)),
    distributionSheet(input),
    ...(concentration === null ? [] : [concentrationSheet(concentration, input)]),
    ...outlookSheets(input),
    ...profileSheets(input),
    ...loyaltySheets(input),
    ...(own === null ? [] : [cohortFiguresSheet(own)]),
    cutPointSheet(input),
    ledgerSheet(input),
    fileSheet(input),
    settingsSheet(input),
  ];
}

/** What single orders tell from period to period. */
function sheetsOverTime(input: OverTime): readonly ReportSheet[] {
  const { language } = input;
  const { movement } = input.overTime;
  const groups = groupSheet(input);
  return [
    ...(groups === null ? [] : [groups]),
    retentionSheet(input),
    cohortSheet(input),
    repeatSheet(input),
    ...(typeof movement === "string" ? [] : [sheetOfTable("movement", flowTable(movement, language), { language })]),
  ];
}

/** The periods by the names that sort, as on the sheets of cohorts, whatever the language; those that are not complete are faint. */
function retentionSheet({ language, overTime: { retention } }: OverTime): ReportSheet {
  const sheet = sheetOfTable("retention", retentionTable(retention, language), {
    language,
    faint: (row) => retention.rows[row]?.complete === false,
  });
  const { rows } = retention;
  const named = (row: number): string => rows[row]?.period ?? "";
  const money = (name: string, at: (row: RetentionRow) => bigint): ReportColumn =>
    columnsOf("retention", language)(name, "money", (row) => at(rows[row] as RetentionRow), {
      faint: (row) => rows[row]?.complete === false,
    });
  return {
    ...sheet,
    columns: [
      ...sheet.columns.map((column) => (column.name === "period" ? { ...column, at: named } : column)),
      money("new_revenue", ({ newRevenue }) => newRevenue),
      { ...money("returning_revenue", ({ revenue, newRevenue }) => revenue - newRevenue), isOnlyHere: true },
    ],
  };
}
