import { keptOfCustomers, withKept } from "../analysis/customers/kept-values.ts";
import { type CohortTable, cohortsOf, cohortsOfCells } from "../analysis/retention/cohorts.ts";
import { type Payback, paybackOf } from "../analysis/retention/payback.ts";
import { resultCommand } from "../cli/command.ts";
import type { EngineReader } from "../cli/engine-reader.ts";
import { inCurrency, type Presentation, presentationOf } from "../cli/presentation.ts";
import { asOfDay, inputNotes, ledgerAt } from "../cli/read-exports.ts";
import type { Preparation, Request, Result } from "../cli/result.ts";
import type { DataTable } from "../csv/writer/data-table.ts";
import { UsageError } from "../errors.ts";
import { inTurn } from "../files/chunks.ts";
import { givenOfOrders } from "../options/looking-at-orders.ts";
import type { ValuesOf } from "../options/option.ts";
import { outputOptions } from "../options/output-options.ts";
import { allowPersonalOption, followByOption } from "../options/profile-options.ts";
import { plainReadingOptions } from "../options/reading-options.ts";
import { cohortOptions, retentionOptions } from "../options/retention-options.ts";
import { asOfOption } from "../options/scoring-options.ts";
import { engineSourceOptions } from "../options/warehouse-options.ts";
import type { OrderHistory } from "../orders/history.ts";
import type { Language } from "../render/language/language.ts";
import { type Note, note } from "../render/notes/note.ts";
import { cohortNotes, cohortSentences } from "../render/sentences/cohort-sentences.ts";
import type { CohortMeasure } from "../render/tables/cohort-measure.ts";
import { cohortTable, cohortTriangle, wideCohortTable } from "../render/tables/cohort-table.ts";
import { type Format, isDataFormat, recordsIn, renderTable } from "../render/tables/formats.ts";
import { wrapSentences } from "../render/terminal/wrap.ts";
import { prepareFollowUp } from "./profile/prepare-follow-up.ts";

const EXAMPLES = `
Examples:
  rfm cohorts exports/
  rfm cohorts orders.csv --measure cumulative --acquisition-cost 20
  rfm cohorts orders.csv --clock days --by-first Country
  rfm cohorts orders.csv --wide --measure customers -o cohorts.csv

A table in a database instead of files: rfm cohorts postgres://host/name --table orders`;

/** So many groups fit on a screen; data formats have all of them. */
const GROUPS_SHOWN = 20;

const consumes = [
  ...engineSourceOptions,
  ...plainReadingOptions,
  ...retentionOptions,
  ...cohortOptions,
  followByOption,
  allowPersonalOption,
  asOfOption,
  ...outputOptions,
] as const;
type CohortCommandOptions = ValuesOf<typeof consumes>;

export const cohorts = resultCommand({
  name: "cohorts",
  description: "Groups customers by the period of their first purchase and follows them: who buys again, and how much.",
  consumes,
  help: EXAMPLES,
  prepare: prepareCohorts,
});

/** The triangle of cohorts for people, its cells as data. */
export async function prepareCohorts(request: Request<CohortCommandOptions>): Promise<Preparation> {
  const { options } = request;
  const [ofOrders] = givenOfOrders(consumes, options);
  if (options.by !== undefined) return { ...(await prepareFollowUp(request)), needsOrders: ofOrders };
  checkOptions(options);
  const presentation = await presentationOf(request, options.wide === true ? "csv" : "table");
  refuseUnfitCells(options, presentation.format);
  return {
    keep: columnsFor(options),
    keepOption: "--by-first",
    make: (history) => {
      const asOf = asOfDay(history, options);
      const inputs = inputNotes(history, { ledger: ledgerAt(history, { asOf }), asOf }, presentation.messageLanguage);
      const shown = inCurrency(presentation, history.understanding.currency);
      return resultOf(cohortsFor(history, options, asOf), { options, presentation: shown, asOf, inputs });
    },
    needsOrders: ofOrders,
    fromEngine: ofOrders === undefined ? fromEngine : undefined,
  };

  async function fromEngine(reader: EngineReader): Promise<Result> {
    const { period = "month", covers, kind } = options;
    const { sums, asOf, notes } = await reader.periods(period);
    return resultOf(cohortsOfCells(sums, { asOf, period, covers, kind }), {
      options,
      presentation,
      asOf,
      inputs: notes,
    });
  }
}

/** The column of the exports that groups the cohorts, where one does. */
function columnsFor({ byFirst }: CohortCommandOptions): readonly string[] {
  return byFirst === undefined ? [] : [byFirst];
}

function resultOf(
  cohorts: CohortTable,
  {
    options,
    presentation: { format, look, messageLanguage, resultLanguage: language },
    asOf,
    inputs,
  }: {
    readonly options: CohortCommandOptions;
    readonly presentation: Presentation;
    readonly asOf: number;
    readonly inputs: readonly Note[];
  },
): Result {
  const cost = options.acquisitionCost;
  const payback = cost === undefined ? undefined : paybackOf(cohorts, cost);
  const measure = options.measure ?? (payback === undefined ? "rate" : "cumulative");
  const shown = tableFor(cohorts, { format, measure, payback, wide: options.wide === true, language });
  const lines = isDataFormat(format) ? [] : cohortSentences(cohorts, { measure, payback }, language);
  return {
    rows: recordsIn(shown, format),
    chunks: inTurn(
      renderTable(shown, format, look),
      lines.map((line) => `\n${format === "md" ? line : wrapSentences(line, look.width)}\n`),
    ),
    notes: [
      ...inputs,
      ...cohortNotes(cohorts, asOf, messageLanguage),
      ...layoutNotes(cohorts, { format, wide: options.wide === true }, messageLanguage),
    ],
  };
}

/** On-or-after says who is counted; sums of a period do not depend on it. */
function checkOptions({ kind, measure, acquisitionCost }: CohortCommandOptions): void {
  const ofMoney = measure ?? (acquisitionCost === undefined ? "rate" : "cumulative");
  if (kind !== "on-or-after" || ofMoney === "rate" || ofMoney === "customers") return;
  throw new UsageError(
    `--kind on-or-after counts customers, but --measure ${ofMoney} is about the k-th period alone`,
    "leave --kind out, or use --measure rate or customers",
  );
}

/** A table shows one measure and is as wide as it is; data files have every measure, unless they are wide. */
function refuseUnfitCells({ measure, wide }: CohortCommandOptions, format: Format): void {
  if (wide === true && !isDataFormat(format)) {
    throw new UsageError(
      `--wide applies to data files, but this result is ${format === "md" ? format : "a table"}`,
      "leave --wide out, or add --format csv",
    );
  }
  if (measure === undefined || wide === true || !isDataFormat(format)) return;
  throw new UsageError(
    `--measure applies to tables, but this result is ${format}, which has every measure in a column`,
    "leave --measure out, or add --wide for one column for each k",
  );
}

function cohortsFor(history: OrderHistory, options: CohortCommandOptions, asOf: number): CohortTable {
  const orders = withKept(history.orders, columnsFor(options));
  const [groups] = keptOfCustomers(orders, { asOf, of: "first purchase" });
  const { period, covers, kind, clock } = options;
  return cohortsOf(history.orders, { asOf, period, covers, kind, clock, groups });
}

function tableFor(
  cohorts: CohortTable,
  {
    format,
    measure,
    payback,
    wide,
    language,
  }: { format: Format; measure: CohortMeasure; payback: Payback | undefined; wide: boolean; language: Language },
): DataTable {
  if (!isDataFormat(format)) {
    const most = cohorts.groupedBy === null ? cohorts.cohorts.length : GROUPS_SHOWN;
    return cohortTriangle(cohorts, { measure, payback, most, language });
  }
  return wide ? wideCohortTable(cohorts, measure) : cohortTable(cohorts, payback);
}

function layoutNotes(
  { cohorts, groupedBy }: CohortTable,
  { format, wide }: { readonly format: Format; readonly wide: boolean },
  { words }: Language,
): readonly Note[] {
  if (!isDataFormat(format)) {
    const hidden = groupedBy === null ? 0 : cohorts.length - GROUPS_SHOWN;
    return hidden > 0 ? [note(words.cohorts.largestShown(GROUPS_SHOWN, cohorts.length))] : [];
  }
  const hasPartial = cohorts.some(({ cells }) => cells.some(({ state }) => state === "partial"));
  return wide && hasPartial ? [note(words.cohorts.partialLeftOut)] : [];
}
