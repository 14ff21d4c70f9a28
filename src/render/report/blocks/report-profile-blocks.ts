import type { CustomerProfile } from "../../../analysis/profile/customer-profile.ts";
import type { ProfileRow } from "../../../analysis/profile/profile.ts";
import { extentSentences, findingsOf, profileSentences, rankingSentences } from "../../sentences/profile-sentences.ts";
import type { ReportInput } from "../report-input.ts";
import type { Block } from "./block.ts";
import { attributeTables } from "./profile-blocks.ts";

/** So many findings a page or a document has room for; the workbook and the JSON have every row. */
const FULL = 20;

/** So many a screen has room for beside the rest of a report. */
const SHORT = 5;

/** The findings that a report shows, those with the strongest evidence first. */
export function reportedFindings(profile: CustomerProfile, isFull: boolean): readonly ProfileRow[] {
  return findingsOf(profile).slice(0, isFull ? FULL : SHORT);
}

/** What the best customers have in common, where the report was asked; sentences alone where nothing differs. */
export function reportProfileBlocks({ profile, language }: ReportInput, isFull: boolean): readonly Block[] {
  if (profile === null) return [];
  const { profile: words } = language.words;
  const shown = reportedFindings(profile, isFull);
  const found = findingsOf(profile).length;
  return [
    { kind: "heading", text: words.heading },
    { kind: "lines", lines: rankingSentences(profile, language) },
    ...attributeTables(shown, language),
    { kind: "lines", lines: found > shown.length ? [words.moreInReport(shown.length, found)] : [] },
    { kind: "lines", lines: profileSentences(profile, language) },
    ...(isFull ? [{ kind: "lines", lines: extentSentences(profile, language) } as const] : []),
  ];
}
