import { isWithoutMoney } from "../exports/detect/amounts/without-money.ts";
import type { OutputOptions } from "../options/output-options.ts";
import type { Language } from "../render/language/language.ts";
import { loadLanguage } from "../render/language/load-language.ts";
import { withoutMoney } from "../render/language/without-money.ts";
import { type FileFormat, isMachineFormat } from "../render/tables/formats.ts";

/** The language of what is said on standard error, where it is not that of the result. */
export interface MessageOptions {
  readonly messagesIn?: "en" | undefined;
}

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
  {
    lang,
    locale,
    amount,
    messagesIn,
  }: Pick<OutputOptions, "lang" | "locale"> & MessageOptions & { readonly amount?: string | undefined },
  format: FileFormat,
): Promise<Languages> {
  const spoken = await loadLanguage(lang, locale);
  const result = isMachineFormat(format) ? { ...(await loadLanguage()), decimalMark: spoken.decimalMark } : spoken;
  const messageLanguage = messagesIn === undefined ? spoken : await loadLanguage(messagesIn);
  const languages = { messageLanguage, resultLanguage: result };
  return isWithoutMoney({ amount }) ? languagesWithoutMoney(languages) : languages;
}

/** The same languages where the orders have no money. */
export function languagesWithoutMoney({ messageLanguage, resultLanguage }: Languages): Languages {
  return { messageLanguage: withoutMoney(messageLanguage), resultLanguage: withoutMoney(resultLanguage) };
}
