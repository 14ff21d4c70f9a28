import type { Command } from "commander";
import type { CliContext } from "../cli/context.ts";
import { languagesFor } from "../cli/language.ts";
import { parseTopOption } from "../cli/option-values.ts";
import type { OutputOptions, ReadingOptions, RetentionOptions, ScoringOptions } from "../cli/options.ts";
import {
  addOutputOptions,
  addReadingOptions,
  addRetentionOptions,
  addScoringOptions,
  EXPORTS_ARGUMENT,
} from "../cli/options.ts";
import { type Chunks, resultFormat } from "../cli/output.ts";
import { packageVersion } from "../cli/package-version.ts";
import { customerOptions, ledgerAt } from "../cli/read-exports.ts";
import { type Preparation, printResult, type Request, type Result } from "../cli/result.ts";
import { finishScoring, prepareScoring, type Scoring, segmentOptions } from "../cli/scoring.ts";
import { type ResultLook, resultLook } from "../cli/terminal.ts";
import { definitionsOf } from "../core/model/model.ts";
import { reportOn } from "../core/report/report.ts";
import { UsageError } from "../errors.ts";
import type { OrderHistory } from "../orders/history.ts";
import { note } from "../render/note.ts";
import { asOfNotes, readingNotes, scoringNotes } from "../render/notes.ts";
import { type ReportInput, reportBlocks } from "../render/report/blocks.ts";
import { renderJsonReport } from "../render/report/json-report.ts";
import { renderMarkdownReport } from "../render/report/markdown-report.ts";
import { renderTextReport } from "../render/report/text-report.ts";
import { retentionNotes } from "../render/retention/period-notes.ts";

interface ReportCommandOptions extends ReadingOptions, ScoringOptions, RetentionOptions, OutputOptions {
  readonly top?: number;
  readonly showCustomers?: boolean;
}

const REPORT_FORMATS = ["table", "md", "json"] as const;
type ReportFormat = (typeof REPORT_FORMATS)[number];

const EXAMPLES = `
Examples:
  rfm report exports/
  rfm report orders.csv --window 12m -o report.md
  rfm report orders.csv --as-of 2011-04-30 --width 120`;

export function registerReport(program: Command, context: CliContext): void {
  const command = program.command("report").summary("all of it for people: segments, retention, what to do");
  command
    .description(
      "Puts everything into one report for people: what was read, the headline figures, segments, retention, and what to do.",
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
  const languages = await languagesFor(request.options, format);
  const scoring = await prepareScoring(request.options, request.context, languages);
  const version = await packageVersion();
  return {
    hashFiles: format !== "table",
    make: (history) => makeReport(history, request, { format, scoring, version }),
  };
}

interface ReportSettings {
  readonly format: ReportFormat;
  readonly scoring: Scoring;
  readonly version: string;
}

function makeReport(
  history: OrderHistory,
  { exports, options, context }: Request<ReportCommandOptions>,
  { format, scoring, version }: ReportSettings,
): Result {
  const { said, shown: language } = scoring.languages;
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
      ...asOfNotes(at.asOf, history.orders.lastDay, language),
      ...readingNotes(history, language),
      ...scoringNotes(report.segmented, language),
      ...notes,
      ...retentionNotes(report.retention, at.asOf, language),
    ],
    asOfGiven: options.asOf !== undefined,
    definitions: definitionsOf({ ...options, asOf: at.asOf }),
    version,
    showCustomers: options.showCustomers === true,
  };
  const title = language.words.report.title(exports.join(", "), at.asOf);
  return {
    chunks: renderReport(title, input, { format, ...resultLook(context, options, language) }),
    beside,
    notes:
      options.output === undefined || options.quiet === true ? [] : [note(said.words.report.written(options.output))],
  };
}

function renderReport(
  title: string,
  input: ReportInput,
  { format, ...look }: ResultLook & { readonly format: ReportFormat },
): Chunks {
  if (format === "json") return [renderJsonReport(input)];
  if (format === "md") return renderMarkdownReport(title, reportBlocks(input), input.language);
  return renderTextReport(title, reportBlocks(input), look);
}

function reportFormat(options: OutputOptions): ReportFormat {
  const wanted = resultFormat(options, "table");
  const format = REPORT_FORMATS.find((known) => known === wanted);
  if (format !== undefined) return format;
  throw new UsageError(
    `a report cannot be written as ${wanted}`,
    "end the file's name in .md, .txt or .json; rfm score and rfm segments write CSV",
  );
}
