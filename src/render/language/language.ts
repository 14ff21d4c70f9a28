/*
 * Languages: every text that people read, by subject, in a folder per language. A catalogue has whole sentences as functions of
 * their figures; `people-formats.ts` writes numbers and dates.
 */
import { AMOUNT_SCALE } from "../../basics/money/amount.ts";
import type { CellValue, ColumnKind } from "../../csv/writer/data-table.ts";
import type { Catalogue } from "./en/index.ts";
import type { PeopleFormats } from "./people-formats.ts";

/** Whatever people read is said in a language: its words, and how it writes numbers, money and dates. */
export interface Language extends PeopleFormats {
  /** `en`, `fi`, `sv`, `de`. */
  readonly code: string;
  /** The locale of the numbers and dates, `fi-FI`; `null` for the plain formats that English has by itself. */
  readonly locale: string | null;
  /** Whether money is spoken of; not where the orders have none. */
  readonly hasMoney: boolean;
  readonly words: Catalogue;
}

/** What stands where a number cannot be known. */
export const UNKNOWN = "–";

/** A cell for people: rounded, grouped, percentages, dates; unknown as a dash. */
export function peopleText(language: Language, kind: ColumnKind, value: CellValue): string {
  if (value === null) return UNKNOWN;
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? language.words.common.yes : language.words.common.no;
  switch (kind) {
    case "money":
      return language.money(value);
    case "quotient":
      return language.money(Number(value) * AMOUNT_SCALE);
    case "share":
      return language.share(Number(value));
    case "day":
      return language.day(Number(value));
    case "number":
      return language.number(Number(value));
    default:
      return language.count(value);
  }
}
