import type { CustomersAtOptions } from "../analysis/customers/customer-table.ts";
import { checkDefinitions, checkModelCurrency } from "../analysis/model/check-model.ts";
import { definitionsOf, formatModel, modelOf, refuseNtile, type ScoreModel } from "../analysis/model/model.ts";
import type { ScoreOptions } from "../analysis/scores/score-customers.ts";
import { scorePlan } from "../analysis/scores/score-plan.ts";
import type { SegmentedCustomers } from "../analysis/segments/assign-segments.ts";
import { checkScheme, compileScheme, type Scheme } from "../analysis/segments/scheme.ts";
import type { SegmentOptions } from "../analysis/segments/segment-customers.ts";
import { refuseMoneyScheme } from "../analysis/segments/without-money.ts";
import { NO_DAY } from "../basics/calendar/days.ts";
import { isWithoutMoney } from "../exports/detect/amounts/without-money.ts";
import { loadScheme } from "../options/companions/load-scheme.ts";
import type { ReadingOptions } from "../options/reading-options.ts";
import type { ScoringOptions } from "../options/scoring-options.ts";
import type { OrderHistory } from "../orders/history.ts";
import type { Language } from "../render/language/language.ts";
import { schemeIn } from "../render/language/scheme-words.ts";
import { modelNotes, modelSavedNotes, schemeNotes } from "../render/notes/model-notes.ts";
import type { Note } from "../render/notes/note.ts";
import type { CustomerSource } from "../render/notes/scoring-notes.ts";
import type { CliContext } from "./context.ts";
import type { GivenCustomers } from "./engine-reader.ts";
import type { Languages } from "./language.ts";
import { type OutputTarget, openOutput } from "./output.ts";
import { customerOptions } from "./read-exports.ts";
import type { CompanionFile } from "./result.ts";

/** How a run scores: its options checked, its scheme and model loaded, before any export is read. */
export interface Scoring {
  /** The scheme with its texts in the language of the result. */
  readonly scheme: Scheme;
  /** The scheme as it was written, which is what a model keeps. */
  readonly written: Scheme;
  readonly languages: Languages;
  readonly model: ScoreModel | null;
  readonly options: ScoringOptions & Pick<ReadingOptions, "amount" | "refunds" | "margin" | "cost">;
  readonly saveTo: OutputTarget | null;
  readonly notes: readonly Note[];
}

/**
 * Loads and checks everything that scoring needs besides the orders, so that a wrong option costs no reading.
 *
 * @throws UsageError, SchemeError where options, scheme or model cannot be used
 */
export async function prepareScoring(
  options: Scoring["options"],
  context: CliContext,
  languages: Languages,
): Promise<Scoring> {
  const model = options.model === undefined ? null : await loadModel(options.model, context);
  const found =
    model === null
      ? await loadScheme(options.scheme ?? "standard", context.cwd)
      : { file: model.scheme, isBuiltIn: true };
  const written = compileScheme(found.file);
  if (isWithoutMoney(options)) refuseMoneyScheme(written);
  if (model === null) {
    const plan = scorePlan({ ...options, defaultLevels: written.levels });
    if (options.saveModel !== undefined) refuseNtile(plan, "--save-model would have nothing to save");
  } else {
    checkDefinitions(model, definitionsOf({ ...options, asOf: 0 }), options.model ?? "");
  }
  return {
    scheme: schemeIn(written, languages.resultLanguage),
    written,
    languages,
    model,
    options,
    saveTo: options.saveModel === undefined ? null : await openOutput(options.saveModel, context),
    notes: found.isBuiltIn ? [] : ownSchemeNotes(written, options.scheme ?? "", languages.messageLanguage),
  };
}

async function loadModel(path: string, { cwd }: CliContext): Promise<ScoreModel> {
  const { readModel } = await import("../options/companions/model-file.ts");
  return readModel(path, cwd);
}

function ownSchemeNotes(scheme: Scheme, file: string, language: Language): readonly Note[] {
  return schemeNotes(scheme, { problems: checkScheme(scheme.file), file }, language);
}

/** The options of `segmentCustomers` for a history; refuses a model of another currency. */
export function segmentOptions(
  history: OrderHistory,
  { scheme, model, options }: Scoring,
): SegmentOptions & CustomersAtOptions {
  if (model !== null) checkModelCurrency(model, history.understanding.currency, options.model ?? "");
  return {
    ...customerOptions(history, options),
    scheme,
    levels: options.levels,
    method: options.method,
    cutPoints: options.cutPoints,
    frozen: model?.scales,
  };
}

/** The options of scoring customers that were added up elsewhere; refuses a model of another currency. */
export function givenSegmentOptions(
  { currency }: Pick<GivenCustomers, "currency">,
  { scheme, model, options }: Scoring,
): ScoreOptions & Pick<SegmentOptions, "scheme"> {
  if (model !== null && currency !== null) checkModelCurrency(model, currency, options.model ?? "");
  return {
    scheme,
    levels: options.levels,
    method: options.method,
    cutPoints: options.cutPoints,
    frozen: model?.scales,
  };
}

/** What a model keeps of where its customers come from. */
export interface ScoredSource extends CustomerSource {
  readonly understanding: Pick<OrderHistory["understanding"], "currency">;
  readonly orders: Pick<OrderHistory["orders"], "firstDay" | "lastDay">;
}

/** Customers that were added up elsewhere, as a model keeps them. */
export function givenSource({ currency, days, columns }: GivenCustomers): ScoredSource {
  return {
    understanding: { currency: currency ?? "" },
    orders: { firstDay: days.first, lastDay: days.newest },
    customerColumn: columns.customer,
  };
}

/** What scoring leaves to be done and said. */
interface ScoringEnd {
  readonly notes: readonly Note[];
  readonly companions: readonly CompanionFile[];
}

/** The file of `--save-model`, where it was asked for, and what is to be said about models. */
export function finishScoring(history: ScoredSource, segmented: SegmentedCustomers, scoring: Scoring): ScoringEnd {
  const { model, options, saveTo, notes, languages } = scoring;
  const noWindow = options.window === undefined;
  if (model !== null) {
    const { currency } = history.understanding;
    return {
      notes: [...notes, ...modelNotes(model, { currency, noWindow }, languages.messageLanguage)],
      companions: [],
    };
  }
  if (saveTo === null || options.saveModel === undefined) return { notes, companions: [] };
  return {
    notes: [...notes, ...modelSavedNotes(options.saveModel, noWindow, languages.messageLanguage)],
    companions: [{ target: saveTo, chunks: [modelText(history, segmented, scoring)] }],
  };
}

/** The text of the file that `--save-model` writes. */
export function modelText(history: ScoredSource, segmented: SegmentedCustomers, { options, written }: Scoring): string {
  const saved = modelOf(
    { ...segmented, scheme: written },
    {
      definitions: definitionsOf({ ...options, asOf: segmented.customers.asOf }),
      currency: history.understanding.currency,
      firstDay: dayOr(history.orders.firstDay, segmented.customers.asOf),
      lastDay: dayOr(history.orders.lastDay, segmented.customers.asOf),
    },
  );
  return formatModel(saved);
}

/** A day of the data; the as-of date where the data names no day. */
function dayOr(day: number, asOf: number): number {
  return day === NO_DAY ? asOf : day;
}
