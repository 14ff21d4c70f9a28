import type { OutputOptions } from "../options/output-options.ts";
import type { Language } from "../render/language/language.ts";
import { loadLanguage } from "../render/language/load-language.ts";
import { type FileFormat, isDataFormat } from "../render/tables/formats.ts";

/** The languages of one run. */
export interface Languages {
  /** What standard error is in. */
  readonly messageLanguage: Language;
  /**
   * What the result is in: the same for people; English, with the schemes' own names, where machines read it. Its decimal
   * mark is the locale's in either, for spreadsheets.
   */
  readonly resultLanguage: Language;
}

/**
 * The languages that `--lang` and `--locale` ask for. The environment is not looked at: same input, same bytes.
 *
 * @param format of the result; one for machines is the same in every language
 */
export async function languagesFor(
  { lang, locale }: Pick<OutputOptions, "lang" | "locale">,
  format: FileFormat,
): Promise<Languages> {
  const messageLanguage = await loadLanguage(lang, locale);
  return {
    messageLanguage,
    resultLanguage: isDataFormat(format)
      ? { ...(await loadLanguage()), decimalMark: messageLanguage.decimalMark }
      : messageLanguage,
  };
}
