import { definitionsOf } from "../analysis/model/model.ts";
import { type Outlook, outlookOf } from "../analysis/report/outlook.ts";
import { reportOn } from "../analysis/report/report.ts";
import type { SegmentedCustomers } from "../analysis/segments/assign-segments.ts";
import { compareCodeUnits } from "../basics/text/compare-code-units.ts";
import { resultCommand } from "../cli/command.ts";
import { languagesFor } from "../cli/language.ts";
import { exportNames, listCommand } from "../cli/list-command.ts";
import { fileFormat, refuseBytesOnTerminal, refuseUnfitLook } from "../cli/output.ts";
import { packageVersion } from "../cli/package-version.ts";
import { customerOptions, ledgerAt } from "../cli/read-exports.ts";
import { refuseOptionsOfOrders } from "../cli/require-orders.ts";
import type { Preparation, Request, Result } from "../cli/result.ts";
import { finishScoring, prepareScoring, type Scoring, segmentOptions } from "../cli/scoring.ts";
import { type ResultLook, resultLook } from "../cli/terminal.ts";
import { UsageError } from "../errors.ts";
import type { Chunks } from "../files/chunks.ts";
import { reportForecastOptions } from "../options/forecast-options.ts";
import { reportLoyaltyOption } from "../options/loyalty-options.ts";
import type { ValuesOf } from "../options/option.ts";
import { outputOptionsFor, reportOptions } from "../options/output-options.ts";
import { reportProfileOption } from "../options/profile-options.ts";
import { readingOptions } from "../options/reading-options.ts";
import { retentionOptions } from "../options/retention-options.ts";
import { scoringOptions } from "../options/scoring-options.ts";
import type { OrderHistory } from "../orders/history.ts";
import { withMonetaryWords } from "../render/language/monetary-words.ts";
import { ofCustomers } from "../render/language/of-customers.ts";
import { type Note, note, warning } from "../render/notes/note.ts";
import { retentionNotes } from "../render/notes/period-notes.ts";
import { readingNotes } from "../render/notes/reading-notes.ts";
import { asOfNotes, scoringNotes } from "../render/notes/scoring-notes.ts";
import { reportBlocks } from "../render/report/blocks/blocks.ts";
import { renderJsonReport } from "../render/report/json/json-report.ts";
import { renderMarkdownReport } from "../render/report/markdown-report.ts";
import type { ReportInput } from "../render/report/report-input.ts";
import { renderTextReport } from "../render/report/terminal-report.ts";
import type { FileFormat } from "../render/tables/formats.ts";
import { type NamedPlan, namedPlan, replayPlan } from "./loyalty/replayed-plan.ts";
import { readingFor } from "./profile/by-attributes.ts";
import { profileFor } from "./profile/report-profile.ts";
import { type Naming, namingFor } from "./report/naming.ts";

const REPORT_FORMATS = ["table", "html", "xlsx", "md", "json"] as const;
type ReportFormat = (typeof REPORT_FORMATS)[number];

const EXAMPLES = `
Examples:
  rfm report exports/
  rfm report exports/ -o report.html                 a page to look at, print and forward
  rfm report exports/ --window 12m --backtest --forecast -o report.md
  rfm report exports/ -o report.xlsx --lang fi`;

const consumes = [
  ...readingOptions,
  ...scoringOptions,
  ...retentionOptions,
  ...reportOptions,
  ...reportForecastOptions,
  reportProfileOption,
  reportLoyaltyOption,
  ...outputOptionsFor(REPORT_FORMATS),
] as const;
/** What takes single orders, and is asked for by an option of its own. */
const OF_ORDERS = [...retentionOptions, ...reportForecastOptions, reportProfileOption, reportLoyaltyOption];
type ReportCommandOptions = ValuesOf<typeof consumes>;

export const report = resultCommand({
  name: "report",
  takesCustomers: true,
  description:
    "Writes one report for people: what was read, the headline figures, segments, retention, and what to do. The file extension sets the format: .md, .json, .txt, or .xlsx for a workbook with every customer.",
  consumes,
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
  const naming = await namingFor(request.options, format, request.context);
  return {
    ...(request.options.profile === true ? readingFor({}) : {}),
    ...(naming === null ? {} : { contacts: naming.contacts }),
    hashFiles: format !== "table",
    personal: true, // the customers who spent most are in it
    make: (history) => makeReport(history, request, { format, scoring, version, plan, naming }),
  };
}

interface ReportSettings {
  readonly format: ReportFormat;
  readonly scoring: Scoring;
  readonly version: string;
  readonly plan: NamedPlan | null;
  readonly naming: Naming | null;
}

async function makeReport(
  history: OrderHistory,
  { exports: named, options, written, context }: Request<ReportCommandOptions>,
  { format, scoring, version, plan, naming }: ReportSettings,
): Promise<Result> {
  const exports = [...new Set(named)].sort(compareCodeUnits); // the same input gives the same bytes in any order
  const { messageLanguage, resultLanguage } = scoring.languages;
  const at = customerOptions(history, options);
  const definitions = definitionsOf({ ...options, asOf: at.asOf });
  const ofOrders = withMonetaryWords(resultLanguage, definitions);
  const language = history.orders.customers === undefined ? ofOrders : ofCustomers(ofOrders, definitions);
  refuseOptionsOfOrders(history, options, OF_ORDERS);
  const report = reportOn(history.orders, {
    ...segmentOptions(history, scoring),
    period: options.period,
    covers: options.covers,
    top: options.top,
  });
  const { notes, companions } = finishScoring(history, report.segmented, scoring);
  const outlook = outlookFor(history, report.segmented, { options, scoring });
  const { profile, refusals } = profileFor(history, { isAsked: options.profile === true, asOf: at.asOf });
  const input: ReportInput = {
    language,
    title: options.title ?? exportNames(exports, language.words.report.standardInput),
    listCommand: (segment) => listCommand(exports, written, scoring.written.segments[segment]?.name ?? ""),
    report,
    ledger: ledgerAt(history, at),
    understanding: history.understanding,
    notes: [
      ...asOfNotes(at.asOf, history.orders.lastDay, language),
      ...readingNotes(history, language),
      ...scoringNotes(report.segmented, language),
      ...notes,
      ...(report.overTime === null ? [] : retentionNotes(report.overTime.retention, at.asOf, language)),
      ...(outlook?.refusals ?? []).map(({ message }) => warning(message)),
      ...refusals,
    ],
    asOfGiven: options.asOf !== undefined,
    definitions,
    version,
    isFrozen: scoring.model !== null,
    showCustomers: options.showCustomers === true,
    namesCustomers: options.showCustomers === true || (options.top ?? 0) > 0,
    people: naming?.of(report.segmented, history.orders),
    outlook,
    profile,
    loyalty: plan === null ? null : replayPlan(history, plan, { asOf: at.asOf, redemption: null }),
  };
  const title = language.words.report.title(input.title, at.asOf);
  const look = resultLook(context, options, language);
  const rendered = await renderReport(title, input, { format, isFull: options.full === true, ...look });
  const isSaid = options.output !== undefined && options.quiet !== true;
  const where = isSaid ? [note(messageLanguage.words.report.written(options.output))] : [];
  return { chunks: rendered.chunks, companions, notes: [...rendered.notes, ...where] };
}

/** What the report looks back and ahead at; `null` where it was not asked to. */
function outlookFor(
  history: OrderHistory,
  segmented: SegmentedCustomers,
  { options, scoring }: { readonly options: ReportCommandOptions; readonly scoring: Scoring },
): Outlook | null {
  const [backtest, forecast] = [options.backtest === true, options.forecast === true];
  if (!backtest && !forecast) return null;
  return outlookOf(history.orders, segmented, { ...segmentOptions(history, scoring), backtest, forecast });
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
  if (options.full === true && format !== undefined && !["table", "md"].includes(format)) {
    throw new UsageError(
      `--full is for text and Markdown, but this result is ${format}`,
      "it has everything anyway: leave --full out",
    );
  }
  if (format !== undefined) return format;
  throw new UsageError(
    `a report cannot be written as ${wanted}`,
    "use the extension .html, .xlsx, .md, .txt or .json; rfm score and rfm segments write CSV",
  );
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
