import { findKey } from "../analysis/customers/find-key.ts";
import { forecastBySegment, type SegmentForecast } from "../analysis/forecast/by-segment.ts";
import { type Forecast, forecastOrders } from "../analysis/forecast/forecast.ts";
import { DEFAULT_FORECAST_SPAN, daysAfter } from "../analysis/forecast/horizon.ts";
import { formatParameters, type SavedParameters } from "../analysis/forecast/saved-parameters.ts";
import { segmentCustomers } from "../analysis/segments/segment-customers.ts";
import { resultCommand } from "../cli/command.ts";
import { openOutput } from "../cli/output.ts";
import { inCurrency, type Presentation, presentationOf } from "../cli/presentation.ts";
import { asOfDay, inputNotes, ledgerAt } from "../cli/read-exports.ts";
import type { CompanionFile, Preparation, Request, Result } from "../cli/result.ts";
import { prepareScoring, type Scoring, segmentOptions } from "../cli/scoring.ts";
import { InputError, UsageError } from "../errors.ts";
import { readParameters } from "../nightly/config/parameters-file.ts";
import { forecastOptions } from "../options/forecast-options.ts";
import type { ValuesOf } from "../options/option.ts";
import { outputOptions, sortOption } from "../options/output-options.ts";
import { readingOptions } from "../options/reading-options.ts";
import { runScoringOptions } from "../options/scoring-options.ts";
import type { OrderHistory } from "../orders/history.ts";
import { note, warning } from "../render/notes/note.ts";
import type { Block } from "../render/report/blocks/block.ts";
import { customerForecastBlocks, forecastBlocks } from "../render/report/blocks/forecast-blocks.ts";
import { renderBlocks } from "../render/report/render-blocks.ts";
import { currencyText } from "../render/sentences/currency-text.ts";
import {
  type ForecastMoney,
  sourceSentences,
  tableSentences,
  totalSentences,
} from "../render/sentences/forecast-sentences.ts";
import { FORECAST_COLUMNS, forecastTable } from "../render/tables/forecast-table.ts";
import { type Format, isDataFormat, recordsIn, renderTable } from "../render/tables/formats.ts";
import { sortRows } from "../render/tables/sort-rows.ts";

const EXAMPLES = `
Examples:
  rfm forecast exports/ > forecast.csv
  rfm forecast exports/ --horizon 12m --discount 10% --sort -expected_spend -o forecast.csv
  rfm forecast exports/ --format table
  rfm forecast exports/ --explain 17850`;

const consumes = [...readingOptions, ...forecastOptions, ...runScoringOptions, ...outputOptions, sortOption] as const;
type ForecastCommandOptions = ValuesOf<typeof consumes>;

export const forecast = resultCommand({
  name: "forecast",
  description:
    "Forecasts each customer's chance of an order, number of orders and spend, and shows how far off the same forecast was on earlier days. If a simple rule beats the model, its figures are shown.",
  consumes,
  help: EXAMPLES,
  prepare: prepareForecast,
});

/** Who will order, how often, and for how much. */
export async function prepareForecast(request: Request<ForecastCommandOptions>): Promise<Preparation> {
  const { options, context } = request;
  checkSort(options.sort);
  const isForPeople = options.explain !== undefined || (options.output === undefined && context.stdout.isTTY === true);
  const presentation = await presentationOf(request, isForPeople ? "table" : "csv");
  const { format } = presentation;
  refuseExplainedData(options, format);
  refuseIdleSort(options, format);
  const scoring = await prepareScoring(options, context, presentation);
  const frozen = options.parameters === undefined ? null : await readParameters(options.parameters, context.cwd);
  const saveTo =
    options.saveParameters === undefined
      ? null
      : await openOutput(options.saveParameters, context, { flag: "--save-parameters" });
  const settings = { options, scoring, frozen, saveTo };
  return {
    personal: true,
    make: (history) =>
      makeForecast(history, { ...settings, presentation: inCurrency(presentation, history.understanding.currency) }),
  };
}

/** What a forecast is made with, once the files that options name are loaded. */
interface ForecastSettings {
  readonly options: ForecastCommandOptions;
  readonly presentation: Presentation;
  readonly scoring: Scoring;
  readonly frozen: SavedParameters | null;
  readonly saveTo: CompanionFile["target"] | null;
}

function makeForecast(history: OrderHistory, settings: ForecastSettings): Result {
  const { options, presentation, scoring, frozen, saveTo } = settings;
  const { format, messageLanguage } = presentation;
  checkCurrency(history, frozen, options.parameters ?? "");
  const asOf = asOfDay(history, options);
  const found = forecastOrders(history.orders, {
    ...options,
    asOf,
    days: daysAfter(asOf, options.horizon ?? DEFAULT_FORECAST_SPAN),
    frozen: frozen ?? undefined,
  });
  const bySegment = forecastBySegment(found, segmentCustomers(history.orders, segmentOptions(history, scoring)));
  const saved = savedFile(history, found, { saveTo, name: options.saveParameters ?? "" });
  const { forecast: words } = messageLanguage.words.forecasting;
  const notes = [
    ...inputNotes(history, { ledger: ledgerAt(history, { asOf }), asOf }, messageLanguage),
    ...scoring.notes,
    ...(found.source.kind === "rule" ? sourceSentences(found, messageLanguage).slice(0, 1).map(warning) : []),
    ...(saved.length === 0 ? [] : [note(words.saved(options.saveParameters ?? ""))]),
  ];
  const made = isDataFormat(format)
    ? forecastData(history, { found, bySegment }, settings)
    : forecastText(history, { found, bySegment }, settings);
  return { ...made, companions: saved, notes: [...notes, ...made.notes] };
}

interface MadeForecast {
  readonly found: Forecast;
  readonly bySegment: SegmentForecast;
}

/** One row per customer; what is to be said of them all goes to the notes. */
function forecastData(
  history: OrderHistory,
  { found, bySegment }: MadeForecast,
  { options, presentation: { format, look, messageLanguage, resultLanguage } }: ForecastSettings,
): Result {
  const names = { idOf: (customer: number) => history.orders.customerKeys[customer] ?? "", bySegment };
  const table = sortRows(forecastTable(found, names, resultLanguage), options.sort);
  return {
    rows: recordsIn(table, format),
    chunks: renderTable(table, format, look),
    notes: [
      ...totalSentences(found, { language: messageLanguage, currency: currencyText(history.understanding) }),
      ...tableSentences(found, messageLanguage),
    ].map(note),
  };
}

/** For people: the forecast of each segment, or of one customer. */
function forecastText(history: OrderHistory, made: MadeForecast, { options, presentation }: ForecastSettings): Result {
  const { messageLanguage, resultLanguage } = presentation;
  const { title, explain } = resultLanguage.words.forecasting.forecast;
  const { found, bySegment } = made;
  if (options.explain !== undefined) {
    const blocks = explained(history, made, {
      wanted: options.explain,
      money: { language: resultLanguage, currency: currencyText(history.understanding) },
    });
    return { chunks: renderBlocks(explain.title(options.explain.trim(), found.asOf), blocks, presentation), notes: [] };
  }
  const blocks = forecastBlocks(found, bySegment, {
    language: resultLanguage,
    currency: currencyText(history.understanding),
  });
  return {
    chunks: renderBlocks(title(found.asOf + 1, found.asOf + found.days), blocks, presentation),
    notes: [note(messageLanguage.words.forecasting.forecast.preview("forecast.csv"))],
  };
}

function explained(
  history: OrderHistory,
  { found, bySegment }: MadeForecast,
  { wanted, money }: { readonly wanted: string; readonly money: ForecastMoney },
): readonly Block[] {
  const key = findKey(history.orders.customerKeys, wanted);
  const index = found.customers.indexOf(key);
  if (index < 0) {
    throw new InputError(`this customer has no purchase up to the as-of date`, {
      hint: "rfm orders FILE… shows each of their orders and why it does not count; or choose a later --as-of",
    });
  }
  const segment = bySegment.segments[bySegment.segment[index] as number]?.name ?? null;
  return customerForecastBlocks(found, { index, segment }, money);
}

function savedFile(
  history: OrderHistory,
  found: Forecast,
  { saveTo, name }: { readonly saveTo: CompanionFile["target"] | null; readonly name: string },
): readonly CompanionFile[] {
  if (saveTo === null) return [];
  const text = formatParameters(found, history.understanding.currency);
  if (text === null) {
    throw new InputError(`--save-parameters ${name}: no model is used, so there are no parameters to save`, {
      hint: "rfm forecast without it says why, and shows a simple rule's figures",
    });
  }
  return [{ target: saveTo, chunks: [text] }];
}

function checkCurrency(history: OrderHistory, frozen: SavedParameters | null, file: string): void {
  const { currency } = history.understanding;
  if (frozen === null || frozen.currency === currency || frozen.currency === "" || currency === "") return;
  throw new UsageError(
    `--parameters ${file}: fitted to ${frozen.currency}, and these exports are in ${currency}`,
    "fit them again, or convert with --currency and --rates",
  );
}

function refuseExplainedData({ explain }: ForecastCommandOptions, format: Format): void {
  if (explain === undefined || !isDataFormat(format)) return;
  throw new UsageError(
    `an explanation cannot be written as ${format}`,
    "use the extension .txt or .md; without --explain the result has one row per customer",
  );
}

/** Only data files have a row for each customer. */
function refuseIdleSort({ sort }: ForecastCommandOptions, format: Format): void {
  if (sort === undefined || isDataFormat(format)) return;
  throw new UsageError(
    `--sort applies to the rows of customers, but this result is ${format === "md" ? format : "a table"} of segments`,
    "leave --sort out, or add --format csv",
  );
}

function checkSort(sort: string | undefined): void {
  const column = sort?.replace(/^-/, "");
  const columns: readonly string[] = FORECAST_COLUMNS;
  if (column === undefined || columns.includes(column)) return;
  throw new UsageError(`--sort ${sort}: unknown column`, `the columns are ${columns.join(", ")}`);
}
