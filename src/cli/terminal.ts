import type { SpreadsheetForm } from "../csv/writer/spreadsheet.ts";
import type { DestinationOptions } from "../options/output-options.ts";
import type { Language } from "../render/language/language.ts";
import { loadLanguage } from "../render/language/load-language.ts";
import type { Note } from "../render/notes/note.ts";
import { textNote } from "../render/report/terminal-report.ts";
import { plainStyle, type Style } from "../render/terminal/style.ts";
import { WIDEST_SENTENCES } from "../render/terminal/wrap.ts";
import { type CliContext, type OutputStream, styleFor } from "./context.ts";

const PIPE_WIDTH = 80;
/** A note in a pipe or a log stays on one line. */
const LOG_WIDTH = 1000;
const NARROWEST = 40;

/** The width of tables: as asked for, the terminal's, or 80. */
export function tableWidth(stream: OutputStream, options: Pick<DestinationOptions, "width">): number {
  if (options.width !== undefined) return options.width;
  return stream.isTTY === true && stream.columns !== undefined ? Math.max(NARROWEST, stream.columns) : PIPE_WIDTH;
}

/** How a result is to look: plain in files, and as the stream allows elsewhere. */
function resultStyle(context: CliContext, options: DestinationOptions): Style {
  return options.output === undefined ? styleFor(context.stdout, context.env, options.color !== false) : plainStyle;
}

/** How a result is drawn. */
export interface ResultLook {
  readonly width: number;
  readonly style: Style;
  readonly language: Language;
  /** With `--spreadsheet` only. */
  readonly spreadsheet?: SpreadsheetForm | undefined;
  /** The currency that a workbook writes behind money. Default none. */
  readonly currency?: string;
}

/** How a result is drawn in a language: as wide as asked for or as the terminal, plain in files. */
export function resultLook(context: CliContext, options: DestinationOptions, language: Language): ResultLook {
  return {
    width: tableWidth(context.stdout, options),
    style: resultStyle(context, options),
    language,
    spreadsheet: options.spreadsheet === true ? { decimalMark: language.decimalMark } : undefined,
  };
}

/** Writes notes and warnings to standard error; `--quiet` keeps the warnings. */
export async function showNotes(
  notes: readonly Note[],
  context: CliContext,
  options: Pick<DestinationOptions, "lang" | "locale" | "quiet" | "color">,
): Promise<void> {
  const language = await loadLanguage(options.lang, options.locale);
  const style = styleFor(context.stderr, context.env, options.color !== false);
  const width = context.stderr.isTTY === true ? Math.min(tableWidth(context.stderr, {}), WIDEST_SENTENCES) : LOG_WIDTH;
  for (const note of notes) {
    if (options.quiet === true && note.level === "note") continue;
    context.stderr.write(`${textNote(note, { width, style, language })}\n`);
  }
}
