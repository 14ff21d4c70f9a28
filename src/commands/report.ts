import { compareCodeUnits } from "../basics/text/compare-code-units.ts";
import { resultCommand } from "../cli/command.ts";
import { languagesFor } from "../cli/language.ts";
import { fileFormat, hasFormat, refuseBytesOnTerminal, refuseUnfitLook } from "../cli/output.ts";
import { packageVersion } from "../cli/package-version.ts";
import type { Preparation, Request, Result } from "../cli/result.ts";
import { prepareScoring } from "../cli/scoring.ts";
import { type ResultLook, resultLook } from "../cli/terminal.ts";
import { UsageError } from "../errors.ts";
import type { Chunks } from "../files/chunks.ts";
import { givenOfOrders } from "../options/looking-at-orders.ts";
import { fullOption, topOption } from "../options/output-options.ts";
import { type Note, note } from "../render/notes/note.ts";
import { reportBlocks } from "../render/report/blocks/blocks.ts";
import { renderJsonReport } from "../render/report/json/json-report.ts";
import { renderMarkdownReport } from "../render/report/markdown-report.ts";
import type { ReportInput } from "../render/report/report-input.ts";
import { renderTextReport } from "../render/report/terminal-report.ts";
import type { FileFormat } from "../render/tables/formats.ts";
import { namedPlan } from "./loyalty/replayed-plan.ts";
import { readingFor } from "./profile/by-attributes.ts";
import { namingFor } from "./report/naming.ts";
import { reportOfHistory } from "./report/report-of-history.ts";
import { reportOfTable } from "./report/report-of-table.ts";
import {
  REPORT_FORMATS,
  type ReportCommandOptions,
  type Reported,
  type ReportFormat,
  type ReportSettings,
  reportConsumes,
} from "./report/reported.ts";

const EXAMPLES = `
Examples:
  rfm report exports/
  rfm report exports/ -o report.html                 a page to look at, print and forward
  rfm report exports/ --window 12m --backtest --forecast -o report.md
  rfm report exports/ -o report.xlsx --lang fi

A table in a database instead of files: rfm report postgres://host/name --table orders`;

export const report = resultCommand({
  name: "report",
  takesCustomers: true,
  description:
    "Writes one report for people: what was read, the headline figures, segments, retention, and what to do. The file extension sets the format: .md, .json, .txt, or .xlsx for a workbook with every customer.",
  consumes: reportConsumes,
  help: EXAMPLES,
  prepare: async (request) => {
    if (formatAsked(request.options) === "json") refuseLanguage(request.options);
    return await prepareReport(request);
  },
});

/** The report in any of its formats; of what the outputs of a run share, JSON leaves the language alone. */
export async function prepareReport(request: Request<ReportCommandOptions>): Promise<Preparation> {
  const format = reportFormat(request.options);
  refuseBytesOnTerminal(format, request.options.output, request.context);
  const languages = await languagesFor(request.options, format);
  const scoring = await prepareScoring(request.options, request.context, languages);
  const version = await packageVersion();
  const plan = await namedPlan(request.options.loyalty, request.context.cwd);
  const exports = [...new Set(request.exports)].sort(compareCodeUnits); // the same input gives the same bytes in any order
  const inOneOrder = { ...request, exports };
  const naming = await namingFor(request.options, format, request.context);
  const settings = { format, scoring, version, plan, naming };
  const [ofOrders] = givenOfOrders(reportConsumes, request.options);
  return {
    ...(request.options.profile === true ? readingFor({}) : {}),
    contacts: naming.contacts,
    hashFiles: format !== "table",
    personal: true, // the customers who spent most are in it
    make: (history) => shown(reportOfHistory(history, inOneOrder, settings), request, settings),
    needsOrders: ofOrders,
    fromEngine:
      ofOrders === undefined
        ? async (reader) => shown(await reportOfTable(reader, request, settings), request, settings)
        : undefined,
  };
}

/** The report in its format, with a word about the file that it is written to. */
async function shown(
  { input, companions }: Reported,
  { options, context }: Request<ReportCommandOptions>,
  { format, scoring }: ReportSettings,
): Promise<Result> {
  const { language, title: name, report } = input;
  const title = language.words.report.title(name, report.segmented.customers.asOf);
  const look = resultLook(context, options, language);
  const rendered = await renderReport(title, input, { format, isFull: options.full === true, ...look });
  const isSaid = options.output !== undefined && options.quiet !== true;
  const { words } = scoring.languages.messageLanguage;
  const where = isSaid ? [note(words.report.written(options.output))] : [];
  return { chunks: rendered.chunks, companions, notes: [...rendered.notes, ...where] };
}

/** The report in one format, and what the rendering itself has to say. */
async function renderReport(
  title: string,
  input: ReportInput,
  { format, isFull, ...look }: ResultLook & { readonly format: ReportFormat; readonly isFull: boolean },
): Promise<{ readonly chunks: Chunks; readonly notes: readonly Note[] }> {
  switch (format) {
    case "json":
      return { chunks: [renderJsonReport(input)], notes: [] };
    case "md":
      return {
        chunks: renderMarkdownReport(title, reportBlocks(input, isFull ? "full" : "screen"), input.language),
        notes: [],
      };
    case "table":
      return {
        chunks: renderTextReport(title, reportBlocks(input, isFull ? "short" : "screen"), {
          ...look,
          showsAddresses: input.showCustomers,
        }),
        notes: [],
      };
    case "html": {
      const { renderHtmlReport } = await import("../render/report/html/page.ts");
      return { chunks: renderHtmlReport(input), notes: [] };
    }
    case "xlsx": {
      const { renderWorkbookReport } = await import("../render/report/workbook/workbook-report.ts");
      return renderWorkbookReport(input);
    }
  }
}

function formatAsked({ format, output }: ReportCommandOptions): FileFormat {
  return format ?? (output === undefined ? "table" : fileFormat(output, REPORT_FORMATS));
}

function reportFormat(options: ReportCommandOptions): ReportFormat {
  const wanted = formatAsked(options);
  const format = REPORT_FORMATS.find((known) => known === wanted);
  refuseUnfitLook(options, wanted);
  if (format !== undefined) {
    refuseUnfitExtent(options, format);
    return format;
  }
  throw new UsageError(
    `a report cannot be written as ${wanted}`,
    "use the extension .html, .xlsx, .md, .txt or .json; rfm score and rfm segments write CSV",
  );
}

/** Refuses options on how much is shown where a format shows all of it. */
function refuseUnfitExtent({ full, top }: ReportCommandOptions, format: ReportFormat): void {
  if (full === true && !hasFormat(fullOption, format)) {
    throw new UsageError(
      `--full is for text and Markdown, but this result is ${format}`,
      "it has everything anyway: leave --full out",
    );
  }
  if (top !== undefined && !hasFormat(topOption, format)) {
    throw new UsageError(
      `--top says how many customers a report names, but this result is ${format}, which has them all`,
      "leave --top out, or write .html, .md, .txt or .json",
    );
  }
}

/** The texts in the report's JSON are for programs, too. Whoever asks for another language expects it there: say that it is not. */
function refuseLanguage({ lang, locale }: ReportCommandOptions): void {
  const flag = lang !== undefined && lang !== "en" ? "--lang" : locale === undefined ? null : "--locale";
  if (flag === null) return;
  throw new UsageError(
    `${flag} has no effect on a report in JSON, which is in English with plain numbers`,
    `leave ${flag} out, or write .html, .md or .xlsx`,
  );
}
