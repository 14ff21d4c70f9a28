import type { OutputOptions } from "../options/output-options.ts";
import type { Format } from "../render/tables/formats.ts";
import type { CliContext } from "./context.ts";
import { type Languages, languagesFor } from "./language.ts";
import { refuseBytesOnTerminal, resultFormat } from "./output.ts";
import { type ResultLook, resultLook } from "./terminal.ts";

/** How a result is presented: its format, the languages of it and of its messages, and its look. */
export interface Presentation extends Languages {
  readonly format: Format;
  /** In the language of the result. */
  readonly look: ResultLook;
}

/**
 * Settles how a result is presented, before anything is read.
 *
 * @param usual the format where neither `--format` nor the file's ending names one
 * @throws UsageError where an option has nothing to work on
 */
export async function presentationOf(
  {
    options,
    context,
  }: {
    readonly options: OutputOptions & { readonly amount?: string | undefined };
    readonly context: CliContext;
  },
  usual: Format = "table",
): Promise<Presentation> {
  const format = resultFormat(options, usual);
  refuseBytesOnTerminal(format, options.output, context);
  const languages = await languagesFor(options, format);
  return { ...languages, format, look: resultLook(context, options, languages.resultLanguage) };
}

/** The same presentation of money that has this currency, which workbooks write behind it; `null` where nothing names one. */
export function inCurrency<Shown extends Pick<Presentation, "look">>(
  presentation: Shown,
  currency: string | null,
): Shown {
  return { ...presentation, look: { ...presentation.look, currency: currency ?? "" } };
}
