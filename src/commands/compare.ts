import { measuresCutDifferently } from "../analysis/compare/common-cut-points.ts";
import { compareSnapshots } from "../analysis/compare/compare-snapshots.ts";
import { earlierDay } from "../analysis/compare/earlier-day.ts";
import { formatDay } from "../basics/calendar/days.ts";
import type { Span } from "../basics/calendar/span.ts";
import { command, EXPORTS_ARGUMENT } from "../cli/command.ts";
import type { CliContext } from "../cli/context.ts";
import { type Languages, languagesFor, languagesWithoutMoney } from "../cli/language.ts";
import { type OutputTarget, openOutput, refuseFolder, resultFormat } from "../cli/output.ts";
import { asOfDay } from "../cli/read-exports.ts";
import { type Preparation, printResult, type Request, type Result } from "../cli/result.ts";
import { parseScoreFile, readScoreFile } from "../cli/score-files.ts";
import { prepareScoring } from "../cli/scoring.ts";
import { type ResultLook, resultLook, showNotes } from "../cli/terminal.ts";
import { InputError, UsageError } from "../errors.ts";
import { isWithoutMoney } from "../exports/detect/amounts/without-money.ts";
import { comparingOptions } from "../options/command-options.ts";
import { attributeOf, flagOf, type OptionValues, type ValuesOf } from "../options/option.ts";
import { outputOptions } from "../options/output-options.ts";
import { readingOptions } from "../options/reading-options.ts";
import { scoringShapeOptions } from "../options/scoring-options.ts";
import type { OrderHistory } from "../orders/history.ts";
import { renderComparison } from "../render/documents/render-comparison.ts";
import type { Language } from "../render/language/language.ts";
import { loadLanguage } from "../render/language/load-language.ts";
import { segmentNamesIn } from "../render/language/scheme-words.ts";
import { withoutMoney } from "../render/language/without-money.ts";
import { note, warning } from "../render/notes/note.ts";
import { moveTable } from "../render/tables/compare-tables.ts";
import { type Format, recordsIn, renderTable } from "../render/tables/formats.ts";
import { type Compared, type CutPointsOf, scoreBothDays, withNames } from "./compare/both-days.ts";

const EXAMPLES = `
Examples:
  rfm compare exports/ --from -1m
  rfm compare exports/ --from 2011-03-31 --to 2011-04-30 --moves moves.csv
  rfm compare exports/ --from -1q --no-freeze --format csv
  rfm compare april.csv may.csv                   two files that rfm score wrote`;

const consumes = [...readingOptions, ...comparingOptions, ...scoringShapeOptions, ...outputOptions] as const;
export type CompareOptions = ValuesOf<typeof consumes>;

export const compare = command({
  name: "compare",
  description:
    "Compares two days of one history, or two files of rfm score: who moved from segment to segment, and the money that moved with them.",
  argument: EXPORTS_ARGUMENT,
  consumes,
  help: EXAMPLES,
  run: runCompare,
});

async function runCompare(request: Request<CompareOptions>): Promise<void> {
  const { exports, options, context } = request;
  await refuseFolder(options.output, context);
  const format = resultFormat(options, "table");
  const compared = await compareScoreFiles(exports, options, {
    context,
    languages: await languagesFor(options, format),
  });
  if (compared === null) return printResult(request, prepareComparison);
  const output = await openOutput(options.output, context);
  const view = await viewOf(options, context);
  const {
    chunks,
    companions = [],
    notes,
  } = shownComparison(compared, compared.hasMoney ? view : viewWithoutMoney(view));
  await output.write(chunks);
  for (const file of companions) await file.target.write(file.chunks);
  await showNotes(notes, context, options);
}

/** How a comparison is shown, and where its moves go. */
interface View {
  readonly format: Format;
  readonly look: ResultLook;
  readonly moves: OutputTarget | null;
  /** The language of data. */
  readonly english: Language;
}

async function viewOf(options: CompareOptions, context: CliContext): Promise<View> {
  const format = resultFormat(options, "table");
  const { resultLanguage } = await languagesFor(options, format);
  return {
    format,
    look: resultLook(context, options, resultLanguage),
    english: isWithoutMoney(options) ? withoutMoney(await loadLanguage()) : await loadLanguage(),
    moves:
      options.moves === undefined
        ? null
        : await openOutput(options.moves, context, { flag: "--moves", personal: true }),
  };
}

function viewWithoutMoney(view: View): View {
  return {
    ...view,
    look: { ...view.look, language: withoutMoney(view.look.language) },
    english: withoutMoney(view.english),
  };
}

function shownComparison(
  { comparison, written, companions, notes }: Compared,
  { format, look, moves, english }: View,
): Result {
  return {
    chunks: renderComparison(comparison, format, look),
    companions: [
      ...companions,
      ...(moves === null ? [] : [{ target: moves, chunks: renderTable(moveTable(written, english), "csv", look) }]),
    ],
    notes,
  };
}

/** Who moved between two days of the exports. */
export async function prepareComparison(request: Request<CompareOptions>): Promise<Preparation> {
  const compare = await prepareCompared(request, resultFormat(request.options, "table"));
  const view = await viewOf(request.options, request.context);
  return { make: (history) => shownComparison(compare(history), view) };
}

/** Each customer who moved between two days of the exports. */
export async function prepareMoves(request: Request<CompareOptions>): Promise<Preparation> {
  const format = resultFormat(request.options, "csv");
  const { resultLanguage } = await languagesFor(request.options, format);
  const compare = await prepareCompared(request, format);
  return {
    make: (history) => {
      const { comparison, notes } = compare(history);
      const table = moveTable(comparison, resultLanguage);
      const look = resultLook(request.context, request.options, resultLanguage);
      return { chunks: renderTable(table, format, look), rows: recordsIn(table, format), notes };
    },
  };
}

async function prepareCompared(
  { options, context }: Request<CompareOptions>,
  format: Format,
): Promise<(history: OrderHistory) => Compared> {
  const { from } = options;
  if (from === undefined) {
    throw new UsageError(
      "--from is missing: which day is the earlier one?",
      "for instance --from -1m, or --from 2011-04-30",
    );
  }
  const scoring = await prepareScoring(options, context, await languagesFor(options, format));
  const frozenAt = frozenDay(options);
  return (history) => scoreBothDays(history, scoring, { ...daysOf(history, from, options.to), frozenAt });
}

/**
 * The day whose cut points both days have, by default the later one, as in the report; `null` where each has its own.
 *
 * @throws UsageError where a day is named whose cut points are not used
 */
function frozenDay({ freeze, cutPointsOf }: CompareOptions): CutPointsOf | null {
  if (freeze !== false) return cutPointsOf ?? "to";
  if (cutPointsOf === undefined) return null;
  throw new UsageError(
    `--cut-points-of ${cutPointsOf} cannot be used here: --no-freeze gives each day cut points of its own`,
    "leave one of them out",
  );
}

function daysOf(
  history: OrderHistory,
  from: number | Span,
  to: CompareOptions["to"],
): { readonly fromDay: number; readonly toDay: number } {
  const toDay = asOfDay(history, to === undefined ? {} : { asOf: to });
  const fromDay = typeof from === "number" ? from : earlierDay(toDay, from);
  if (fromDay <= toDay) return { fromDay, toDay };
  throw new UsageError(`--from ${formatDay(fromDay)} is after --to ${formatDay(toDay)}`, "the earlier day comes first");
}

/** The comparison of two files that `rfm score` wrote; `null` where the arguments are anything else. */
async function compareScoreFiles(
  files: readonly string[],
  options: CompareOptions,
  { context, languages }: { readonly context: CliContext; readonly languages: Languages },
): Promise<Compared | null> {
  const [first = "", second = ""] = files;
  if (files.length !== 2) return null;
  const [before, after] = [await readScoreFile(first, context.cwd), await readScoreFile(second, context.cwd)];
  if (before === null || after === null) return null;
  refuseForScoreFiles(options);
  const [earlier, later] = [await parseScoreFile(before, first), await parseScoreFile(after, second)];
  if (earlier.hasMoney !== later.hasMoney) throw oneWithoutMoney(first, second);
  const { messageLanguage, resultLanguage } = earlier.hasMoney ? languages : languagesWithoutMoney(languages);
  const written = compareSnapshots(earlier.snapshot, later.snapshot);
  const { compare: words } = messageLanguage.words;
  const differently = measuresCutDifferently(earlier.measures, later.measures);
  return {
    comparison: withNames(written, segmentNamesIn(written.segments, resultLanguage)),
    hasMoney: earlier.hasMoney,
    written,
    companions: [],
    notes: [
      note(words.scoreFiles),
      ...(differently.length === 0
        ? []
        : [warning(words.cutDifferently(differently.map((dimension) => messageLanguage.words.dimensions[dimension])))]),
    ],
  };
}

function oneWithoutMoney(first: string, second: string): InputError {
  return new InputError(`${first} and ${second} cannot be compared: only one of them has monetary values`, {
    hint: "score both with money, or both with --amount none",
  });
}

/** @throws UsageError that names what says how exports are read and scored: score files are read as they are */
function refuseForScoreFiles(options: OptionValues): void {
  const usable = new Set([
    ...outputOptions.map(flagOf),
    ...comparingOptions.filter(({ isLineOnly }) => isLineOnly).map(flagOf),
  ]);
  const given = consumes
    .filter((one) => !usable.has(flagOf(one)) && options[attributeOf(one)] !== undefined)
    .map(flagOf);
  if (given.length === 0) return;
  throw new UsageError(
    `two files of rfm score already contain days, scores and segments: ${given.join(", ")} cannot be used with them`,
    "leave them out, or compare two days of the exports",
  );
}
