import { type Note, note } from "../../notes/note.ts";
import { profileSentences, rankingSentences } from "../../sentences/profile-sentences.ts";
import { profileTable } from "../../tables/profile-table.ts";
import type { ReportInput } from "../report-input.ts";
import { type ReportSheet, sheetOfTable } from "./report-sheet.ts";

/** Every value that the best and the rest were compared by, where the report was asked and there is one. */
export function profileSheets({ profile, language }: ReportInput): readonly ReportSheet[] {
  if (profile === null || profile.rows.length === 0) return [];
  return [sheetOfTable("profile", profileTable(profile.rows, language), { language })];
}

/** Who the best are and what was found, for the sheet of notes. */
export function profileNotes({ profile, language }: ReportInput): readonly Note[] {
  if (profile === null) return [];
  return [...rankingSentences(profile, language), ...profileSentences(profile, language)].map(note);
}
