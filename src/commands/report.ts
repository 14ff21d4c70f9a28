import type { Command } from "commander";
import type { CliContext } from "../cli/context.ts";
import { languageFor } from "../cli/language.ts";
import { parseTopOption } from "../cli/option-values.ts";
import type { DestinationOptions, ReadingOptions, RetentionOptions, ScoringOptions } from "../cli/options.ts";
import {
  addOutputOptions,
  addReadingOptions,
  addRetentionOptions,
  addScoringOptions,
  EXPORTS_ARGUMENT,
} from "../cli/options.ts";
import { type Chunks, fileFormat } from "../cli/output.ts";
import { packageVersion } from "../cli/package-version.ts";
import { customerOptions, ledgerAt } from "../cli/read-exports.ts";
import { type Preparation, printResult, type Request, type Result } from "../cli/result.ts";
import { finishScoring, prepareScoring, type Scoring, segmentOptions } from "../cli/scoring.ts";
import { resultLook } from "../cli/terminal.ts";
import { formatDay } from "../core/calendar/days.ts";
import { definitionsOf } from "../core/model/model.ts";
import { reportOn } from "../core/report/report.ts";
import { UsageError } from "../errors.ts";
import type { OrderHistory } from "../orders/history.ts";
import type { FileFormat } from "../render/formats.ts";
import type { Language } from "../render/language/language.ts";
import type { Note } from "../render/note.ts";
import { asOfNotes, readingNotes, scoringNotes } from "../render/notes.ts";
import { type ReportInput, reportBlocks } from "../render/report/blocks.ts";
import { renderJsonReport } from "../render/report/json-report.ts";
import { renderMarkdownReport } from "../render/report/markdown-report.ts";
import { renderTextReport } from "../render/report/text-report.ts";
import { retentionNotes } from "../render/retention/period-notes.ts";

interface ReportCommandOptions extends ReadingOptions, ScoringOptions, RetentionOptions, DestinationOptions {
  readonly format?: FileFormat;
  readonly top?: number;
  readonly showCustomers?: boolean;
}

const REPORT_FORMATS = ["table", "md", "json", "xlsx"] as const;
type ReportFormat = (typeof REPORT_FORMATS)[number];

const EXAMPLES = `
Examples:
  rfm report exports/
  rfm report orders.csv --window 12m -o report.md
  rfm report exports/ -o report.xlsx --lang fi
  rfm report orders.csv --as-of 2011-04-30 --width 120`;

export function registerReport(program: Command, context: CliContext): void {
  const command = program.command("report").summary("all of it for people: segments, retention, what to do");
  command
    .description(
      "Puts everything into one report for people: what was read, the headline figures, segments, retention, and what to do. The file's ending chooses the form: .md, .json, .txt, or .xlsx for a workbook with every customer.",
    )
    .argument(...EXPORTS_ARGUMENT);
  addRetentionOptions(addScoringOptions(addReadingOptions(command)))
    .optionsGroup("Report:")
    .option("--top <n>", "how many of the customers who spent most to name, 0 to 1000 (default: 10)", parseTopOption)
    .option("--show-customers", "show e-mail addresses among their ids in full (default: a…@example.com)");
  addOutputOptions(command, REPORT_FORMATS)
    .addHelpText("after", EXAMPLES)
    .action((exports: string[], options: ReportCommandOptions) =>
      printResult({ exports, options, context }, prepareReport),
    );
}

/** The report in any of its formats. */
export async function prepareReport(request: Request<ReportCommandOptions>): Promise<Preparation> {
  const format = reportFormat(request.options);
  const language = await languageFor(request.options);
  const scoring = await prepareScoring(request.options, request.context);
  const version = await packageVersion();
  return {
    hashFiles: format !== "table",
    make: (history) => makeReport(history, request, { format, language, scoring, version }),
  };
}

interface ReportSettings {
  readonly format: ReportFormat;
  readonly language: Language;
  readonly scoring: Scoring;
  readonly version: string;
}

async function makeReport(
  history: OrderHistory,
  { exports, options, context }: Request<ReportCommandOptions>,
  { format, language, scoring, version }: ReportSettings,
): Promise<Result> {
  const at = customerOptions(history, options);
  const report = reportOn(history.orders, {
    ...segmentOptions(history, scoring),
    period: options.period,
    covers: options.covers,
    top: options.top,
  });
  const { notes, beside } = finishScoring(history, report.segmented, scoring);
  const input: ReportInput = {
    language,
    report,
    ledger: ledgerAt(history, at),
    understanding: history.understanding,
    notes: [
      ...asOfNotes(at.asOf, history.orders.lastDay),
      ...readingNotes(history.understanding, history.rejects, history.rows),
      ...scoringNotes(report.segmented),
      ...notes,
      ...retentionNotes(report.retention, at.asOf),
    ],
    asOfGiven: options.asOf !== undefined,
    definitions: definitionsOf({ ...options, asOf: at.asOf }),
    version,
    showCustomers: options.showCustomers === true,
  };
  const title = `Customer report: ${exports.join(", ")}, as of ${formatDay(at.asOf)}`;
  const { chunks, said } = await renderReport(title, input, { format, ...resultLook(context, options) });
  const isSaid = options.output !== undefined && options.quiet !== true;
  const where: readonly Note[] = isSaid ? [{ level: "note", text: `the report is in ${options.output}` }] : [];
  return { chunks, beside, notes: [...said, ...where] };
}

/** The report in one format, and what the rendering itself has to say. */
async function renderReport(
  title: string,
  input: ReportInput,
  { format, ...look }: ReturnType<typeof resultLook> & { readonly format: ReportFormat },
): Promise<{ readonly chunks: Chunks; readonly said: readonly Note[] }> {
  switch (format) {
    case "json":
      return { chunks: [renderJsonReport(input)], said: [] };
    case "md":
      return { chunks: renderMarkdownReport(title, reportBlocks(input)), said: [] };
    case "table":
      return { chunks: renderTextReport(title, reportBlocks(input), look), said: [] };
    case "xlsx": {
      const { renderWorkbookReport } = await import("../render/report/workbook/workbook-report.ts");
      const { chunks, notes } = renderWorkbookReport(input);
      return { chunks, said: notes };
    }
  }
}

function reportFormat(options: ReportCommandOptions): ReportFormat {
  const wanted = options.format ?? (options.output === undefined ? "table" : fileFormat(options.output));
  const format = REPORT_FORMATS.find((known) => known === wanted);
  if (format !== undefined) return format;
  throw new UsageError(
    `a report cannot be written as ${wanted}`,
    "end the file's name in .xlsx, .md, .txt or .json; rfm score and rfm segments write CSV",
  );
}
