import { findKey } from "../analysis/customers/find-key.ts";
import { forecastBySegment } from "../analysis/forecast/by-segment.ts";
import { type Forecast, forecastOrders } from "../analysis/forecast/forecast.ts";
import { DEFAULT_FORECAST_SPAN, daysAfter } from "../analysis/forecast/horizon.ts";
import { formatParameters, type SavedParameters } from "../analysis/forecast/saved-parameters.ts";
import { segmentCustomers } from "../analysis/segments/segment-customers.ts";
import { resultCommand } from "../cli/command.ts";
import { openOutput } from "../cli/output.ts";
import { presentationOf } from "../cli/presentation.ts";
import { asOfDay, inputNotes, ledgerAt } from "../cli/read-exports.ts";
import type { CompanionFile, Preparation, Request } from "../cli/result.ts";
import { prepareScoring, segmentOptions } from "../cli/scoring.ts";
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
import { sourceSentences, tableSentences, totalSentences } from "../render/sentences/forecast-sentences.ts";
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
  const { format, look, messageLanguage, resultLanguage } = presentation;
  refuseExplainedData(options, format);
  refuseIdleSort(options, format);
  const scoring = await prepareScoring(options, context, presentation);
  const frozen = options.parameters === undefined ? null : await readParameters(options.parameters, context.cwd);
  const saveTo =
    options.saveParameters === undefined
      ? null
      : await openOutput(options.saveParameters, context, { flag: "--save-parameters" });
  return {
    personal: true,
    make: (history) => {
      checkCurrency(history, frozen, options.parameters ?? "");
      const asOf = asOfDay(history, options);
      const found = forecastOrders(history.orders, {
        ...options,
        asOf,
        days: daysAfter(asOf, options.horizon ?? DEFAULT_FORECAST_SPAN),
        frozen: frozen ?? undefined,
      });
      const segmented = segmentCustomers(history.orders, segmentOptions(history, scoring));
      const bySegment = forecastBySegment(found, segmented);
      const saved = savedFile(history, found, { saveTo, name: options.saveParameters ?? "" });
      const notes = [
        ...inputNotes(history, { ledger: ledgerAt(history, { asOf }), asOf }, messageLanguage),
        ...scoring.notes,
        ...(found.source.kind === "rule" ? sourceSentences(found, messageLanguage).slice(0, 1).map(warning) : []),
        ...(saved.length === 0
          ? []
          : [note(messageLanguage.words.forecasting.forecast.saved(options.saveParameters ?? ""))]),
      ];
      if (isDataFormat(format)) {
        const names = { idOf: (customer: number) => history.orders.customerKeys[customer] ?? "", bySegment };
        const table = sortRows(forecastTable(found, names, resultLanguage), options.sort);
        return {
          rows: recordsIn(table, format),
          chunks: renderTable(table, format, look),
          companions: saved,
          notes: [
            ...notes,
            ...[...totalSentences(found, messageLanguage), ...tableSentences(found, messageLanguage)].map(note),
          ],
        };
      }
      const blocks =
        options.explain === undefined
          ? forecastBlocks(found, bySegment, resultLanguage)
          : explained(history, found, { wanted: options.explain, bySegment, language: resultLanguage });
      const { forecast: words } = resultLanguage.words.forecasting;
      const title =
        options.explain === undefined
          ? words.title(asOf + 1, asOf + found.days)
          : words.explain.title(options.explain.trim(), asOf);
      const preview =
        options.explain === undefined ? [note(messageLanguage.words.forecasting.forecast.preview("forecast.csv"))] : [];
      return { chunks: renderBlocks(title, blocks, presentation), companions: saved, notes: [...notes, ...preview] };
    },
  };
}

function explained(
  history: OrderHistory,
  found: Forecast,
  options: {
    readonly wanted: string;
    readonly bySegment: ReturnType<typeof forecastBySegment>;
    readonly language: Parameters<typeof customerForecastBlocks>[2];
  },
): readonly Block[] {
  const { wanted, bySegment, language } = options;
  const key = findKey(history.orders.customerKeys, wanted);
  const index = found.customers.indexOf(key);
  if (index < 0) {
    throw new InputError(`this customer has no purchase up to the as-of date`, {
      hint: "rfm orders FILE… shows each of their orders and why it does not count; or choose a later --as-of",
    });
  }
  const segment = bySegment.segments[bySegment.segment[index] as number]?.name ?? null;
  return customerForecastBlocks(found, { index, segment }, language);
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
