import { AMOUNT_SCALE } from "../../../basics/money/amount.ts";
import type { Note } from "../../notes/note.ts";
import { ledgerTable } from "../../tables/ledger-table.ts";
import type { OriginFile, ReportInput } from "../report-input.ts";
import { columnsOf, type ReportColumn, type ReportSheet, sheetOfTable } from "./report-sheet.ts";

/** What became of every row and every amount; without a currency where the amounts are of several. */
export function ledgerSheet({ language, ledger, understanding }: ReportInput): ReportSheet {
  const sheet = sheetOfTable("ledger", ledgerTable(ledger, language), { language });
  if (understanding.currencies.length === 0) return sheet;
  return { ...sheet, columns: sheet.columns.map((column) => (column.kind === "money" ? plainMoney(column) : column)) };
}

function plainMoney(column: ReportColumn): ReportColumn {
  return { ...column, kind: "ratio", at: (row) => Number(column.at(row)) / AMOUNT_SCALE };
}

/** The exports that the numbers were made from, with what tells them apart. */
export function fileSheet({ language, understanding }: ReportInput): ReportSheet {
  const make = columnsOf("files", language);
  const file = (row: number): OriginFile => understanding.files[row] as OriginFile;
  const name = make("file", "text", (row) => file(row).name);
  const rows = make("rows", "count", (row) => file(row).rows);
  return {
    name: language.words.workbook.sheets.files,
    length: understanding.files.length,
    columns:
      understanding.table === undefined
        ? [
            name,
            make("bytes", "count", (row) => file(row).bytes),
            rows,
            make("sha256", "text", (row) => file(row).sha256, { width: 68 }),
          ]
        : [name, rows],
  };
}

/** What the reader should know. */
export function noteSheet({ language, notes }: ReportInput): ReportSheet {
  const { workbook, common } = language.words;
  const make = columnsOf("notes", language);
  const note = (row: number): Note => notes[row] as Note;
  return {
    name: workbook.sheets.notes,
    length: notes.length,
    frozenColumns: 0,
    columns: [
      make("level", "text", (row) => common[note(row).level]),
      make("text", "long", (row) => note(row).text, { width: 120 }),
    ],
  };
}
