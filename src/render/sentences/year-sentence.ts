import type { TrailingYear } from "../../analysis/report/trailing-year.ts";
import type { PeriodKind } from "../../basics/calendar/period.ts";
import type { Language } from "../language/language.ts";

/**
 * Whether the last twelve months went better than the twelve before; `null` where they cannot be compared.
 *
 * @param money writes an amount
 */
export function yearSentence(
  year: TrailingYear | null,
  {
    kind,
    money,
    language,
  }: { readonly kind: PeriodKind; readonly money: (value: bigint) => string; readonly language: Language },
): string | null {
  if (year === null || year.change === null || !language.hasMoney) return null;
  return language.words.report.latest.year(money(year.revenue), year.change, kind);
}
