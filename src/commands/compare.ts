import { stabilityBetween } from "../analysis/backtest/stability.ts";
import { measuresCutDifferently } from "../analysis/compare/common-cut-points.ts";
import { type Comparison, compareSnapshots } from "../analysis/compare/compare-snapshots.ts";
import { earlierDay } from "../analysis/compare/earlier-day.ts";
import { snapshotOf } from "../analysis/compare/snapshot.ts";
import { refuseNtile } from "../analysis/model/model.ts";
import type { Scales } from "../analysis/scores/score-customers.ts";
import type { SegmentedCustomers } from "../analysis/segments/assign-segments.ts";
import { segmentCustomers } from "../analysis/segments/segment-customers.ts";
import { formatDay } from "../basics/calendar/days.ts";
import type { Span } from "../basics/calendar/span.ts";
import { command, EXPORTS_ARGUMENT } from "../cli/command.ts";
import type { CliContext } from "../cli/context.ts";
import { type Languages, languagesFor } from "../cli/language.ts";
import { type OutputTarget, openOutput, refuseFolder, resultFormat } from "../cli/output.ts";
import { asOfDay, inputNotes, ledgerAt } from "../cli/read-exports.ts";
import { type CompanionFile, type Preparation, printResult, type Request, type Result } from "../cli/result.ts";
import { parseScoreFile, readScoreFile } from "../cli/score-files.ts";
import { finishScoring, prepareScoring, type Scoring, segmentOptions } from "../cli/scoring.ts";
import { type ResultLook, resultLook, showNotes } from "../cli/terminal.ts";
import { UsageError } from "../errors.ts";
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
import { frozenCompareNotes } from "../render/notes/model-notes.ts";
import { type Note, note, warning } from "../render/notes/note.ts";
import { scoringNotes } from "../render/notes/scoring-notes.ts";
import { stayNote } from "../render/sentences/backtest-sentences.ts";
import { moveTable } from "../render/tables/compare-tables.ts";
import { type Format, recordsIn, renderTable } from "../render/tables/formats.ts";

/** Which of the two days has the cut points for both. */
type CutPointsOf = "from" | "to";

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
  const { chunks, companions = [], notes } = shownComparison(compared, await viewOf(options, context));
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
    english: await loadLanguage(),
    moves:
      options.moves === undefined
        ? null
        : await openOutput(options.moves, context, { flag: "--moves", personal: true }),
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

interface Compared {
  readonly companions: readonly CompanionFile[];
  /** With the segments' names in the language of the result. */
  readonly comparison: Comparison;
  /** With the scheme's own names, for data. */
  readonly written: Comparison;
  readonly notes: readonly Note[];
}

/** The comparison of two files that `rfm score` wrote; `null` where the arguments are anything else. */
async function compareScoreFiles(
  files: readonly string[],
  options: CompareOptions,
  {
    context,
    languages: { messageLanguage, resultLanguage },
  }: { readonly context: CliContext; readonly languages: Languages },
): Promise<Compared | null> {
  const [first = "", second = ""] = files;
  if (files.length !== 2) return null;
  const [before, after] = [await readScoreFile(first, context.cwd), await readScoreFile(second, context.cwd)];
  if (before === null || after === null) return null;
  refuseForScoreFiles(options);
  const [earlier, later] = [await parseScoreFile(before, first), await parseScoreFile(after, second)];
  const written = compareSnapshots(earlier.snapshot, later.snapshot);
  const { compare: words } = messageLanguage.words;
  const differently = measuresCutDifferently(earlier.measures, later.measures);
  return {
    comparison: withNames(written, segmentNamesIn(written.segments, resultLanguage)),
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

function scoreBothDays(
  history: OrderHistory,
  scoring: Scoring,
  days: { readonly fromDay: number; readonly toDay: number; readonly frozenAt: CutPointsOf | null },
): Compared {
  const { fromDay, toDay, frozenAt } = days;
  const options = segmentOptions(history, scoring);
  const isFrozen = frozenAt !== null || scoring.model !== null;
  const at = (asOf: number, scales?: Scales): SegmentedCustomers =>
    segmentCustomers(history.orders, { ...options, asOf, ...(scales === undefined ? {} : { frozen: scales }) });
  /** The side that is scored first; the other takes its cut points. */
  const first = at(frozenAt === "to" ? toDay : fromDay);
  if (isFrozen) refuseNtile(first.scales, "add --no-freeze to rank each day anew");
  const second = at(frozenAt === "to" ? fromDay : toDay, isFrozen ? first.scales : undefined);
  const [before, after] = frozenAt === "to" ? [second, first] : [first, second];
  const comparison = compareSnapshots(snapshotOf(before), snapshotOf(after));
  const { notes, companions } = finishScoring(history, first, scoring);
  const { messageLanguage } = scoring.languages;
  const noWindow = scoring.options.window === undefined;
  const frozen = isFrozen && scoring.model === null ? frozenCompareNotes(noWindow, messageLanguage) : [];
  const ledger = ledgerAt(history, { asOf: toDay });
  const stay = stayNote(stabilityBetween(history.orders, fromDay, toDay), messageLanguage);
  return {
    comparison,
    written: withNames(
      comparison,
      scoring.written.segments.map(({ name }) => name),
    ),
    notes: [
      ...inputNotes(history, { ledger, asOf: toDay }, messageLanguage),
      ...scoringNotes(first, messageLanguage),
      note(frozenText({ scoring, days }, messageLanguage)),
      ...(comparison.scoredBy === "margin" ? [note(messageLanguage.words.compare.scoredByMargin)] : []),
      ...(stay === null ? [] : [note(stay)]),
      ...frozen,
      ...notes,
    ],
    companions,
  };
}

function frozenText(
  {
    scoring: { model, options },
    days: { fromDay, toDay, frozenAt },
  }: { readonly scoring: Scoring; readonly days: Parameters<typeof scoreBothDays>[2] },
  { day, words }: Language,
): string {
  if (model !== null) return words.compare.frozenCutPoints(options.model ?? "", null);
  if (frozenAt === null) return words.compare.ownCutPoints;
  return frozenAt === "to"
    ? words.compare.frozenCutPoints(day(toDay), "from")
    : words.compare.frozenCutPoints(day(fromDay), "to");
}

/** A comparison under other names of its segments, in the same order. */
function withNames(comparison: Comparison, segments: readonly string[]): Comparison {
  const nameOf = (segment: string): string => segments[comparison.segments.indexOf(segment)] ?? segment;
  const changes = comparison.changes.map((change) => ({ ...change, segment: nameOf(change.segment) }));
  return { ...comparison, segments, changes };
}
