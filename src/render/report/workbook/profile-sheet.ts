import type { ProfileRow } from "../../../analysis/profile/profile.ts";
import { type Note, note } from "../../notes/note.ts";
import { profileSentences, rankingSentences } from "../../sentences/profile-sentences.ts";
import { profileTable } from "../../tables/profile-table.ts";
import { attributeName, valueText } from "../../tables/value-text.ts";
import type { ReportInput } from "../report-input.ts";
import { inWords, type ReportSheet, sheetOfTable } from "./report-sheet.ts";

/** Every value that the best and the rest were compared by, where the report was asked and there is one. */
export function profileSheets({ profile, language }: ReportInput): readonly ReportSheet[] {
  if (profile === null || profile.rows.length === 0) return [];
  const { rows } = profile;
  const sheet = sheetOfTable("profile", profileTable(rows, language), { language });
  const of = (at: (row: ProfileRow) => string) => (row: number) => at(rows[row] as ProfileRow);
  return [
    inWords(sheet, {
      attribute: of(({ attribute }) => attributeName(attribute, language)),
      value: of(({ attribute, value }) => valueText(attribute, { ...value, name: null }, language)), // the name has a column
    }),
  ];
}

/** Who the best are and what was found, for the sheet of notes. */
export function profileNotes({ profile, language }: ReportInput): readonly Note[] {
  if (profile === null) return [];
  return [...rankingSentences(profile, language), ...profileSentences(profile, language)].map(note);
}
