import { backtestOrders } from "../analysis/backtest/backtest.ts";
import { daysAfter, daysUpTo } from "../analysis/forecast/horizon.ts";
import { formatDay } from "../basics/calendar/days.ts";
import { resultCommand } from "../cli/command.ts";
import { inCurrency, presentationOf } from "../cli/presentation.ts";
import { asOfDay, dayOfClock, inputNotes, ledgerAt } from "../cli/read-exports.ts";
import type { Preparation, Request } from "../cli/result.ts";
import { finishScoring, prepareScoring, segmentOptions } from "../cli/scoring.ts";
import { UsageError } from "../errors.ts";
import { backtestOptions } from "../options/forecast-options.ts";
import type { ValuesOf } from "../options/option.ts";
import { outputOptions } from "../options/output-options.ts";
import { readingOptions } from "../options/reading-options.ts";
import { scoringOptions } from "../options/scoring-options.ts";
import type { OrderHistory } from "../orders/history.ts";
import { note } from "../render/notes/note.ts";
import { backtestBlocks } from "../render/report/blocks/backtest-blocks.ts";
import { renderTableOrBlocks } from "../render/report/render-blocks.ts";
import { backtestHeadline } from "../render/sentences/backtest-sentences.ts";
import { backtestTable } from "../render/tables/backtest-table.ts";
import { isDataFormat, recordsIn } from "../render/tables/formats.ts";

const EXAMPLES = `
Examples:
  rfm backtest exports/
  rfm backtest exports/ --horizon 6m --origins 3
  rfm backtest exports/ --at 2011-03-31 -o backtest.csv`;

const consumes = [...readingOptions, ...backtestOptions, ...scoringOptions, ...outputOptions] as const;
type BacktestCommandOptions = ValuesOf<typeof consumes>;

export const backtest = resultCommand({
  name: "backtest",
  description:
    "Scores customers as of an earlier day, without any later data, and shows who came back: by segment and by score, compared with a forecast and simple rules.",
  consumes,
  help: EXAMPLES,
  prepare: prepareBacktest,
});

/** Whether scores told who came back. */
export async function prepareBacktest(request: Request<BacktestCommandOptions>): Promise<Preparation> {
  const { options, context } = request;
  const presentation = await presentationOf(request);
  const { format, messageLanguage, resultLanguage } = presentation;
  const scoring = await prepareScoring(options, context, presentation);
  return {
    make: (history) => {
      const { asOf, days } = backtestDaysOf(history, options);
      const found = backtestOrders(history.orders, {
        ...segmentOptions(history, scoring),
        asOf,
        days,
        origins: options.origins,
      });
      const table = backtestTable(found.origins, resultLanguage);
      const title = resultLanguage.words.forecasting.backtest.title(found.origins[0]?.scoredOn ?? asOf, asOf);
      const [newest] = found.origins;
      const { notes, companions } =
        newest === undefined ? { notes: [], companions: [] } : finishScoring(history, newest.segmented, scoring);
      return {
        rows: recordsIn(table, format),
        chunks: renderTableOrBlocks(
          table,
          { title, blocks: () => backtestBlocks(found, resultLanguage) },
          inCurrency(presentation, history.understanding.currency),
        ),
        companions,
        notes: [
          ...inputNotes(history, { ledger: ledgerAt(history, { asOf }), asOf }, messageLanguage),
          ...notes,
          ...(isDataFormat(format) ? backtestHeadline(found, messageLanguage).map(note) : []),
        ],
      };
    },
  };
}

/** The last day that customers are followed to, and for how many; without an option the history decides. */
function backtestDaysOf(
  history: OrderHistory,
  options: BacktestCommandOptions,
): { readonly asOf: number; readonly days: number | undefined } {
  const asOf = asOfDay(history, options);
  const { at, horizon } = options;
  if (at === undefined) return { asOf, days: horizon === undefined ? undefined : daysUpTo(asOf, horizon) };
  const scoredOn = at === "today" ? dayOfClock(new Date()) : at;
  const days = horizon === undefined ? asOf - scoredOn : daysAfter(scoredOn, horizon);
  if (days >= 1 && scoredOn + days <= asOf) return { asOf: scoredOn + days, days };
  const end = formatDay(asOf);
  throw new UsageError(
    days < 1
      ? `--at ${formatDay(scoredOn)} is not before ${end}, the last day that counts`
      : `--horizon from ${formatDay(scoredOn)} on ends on ${formatDay(scoredOn + days)}, after ${end}, the last day that counts`,
    "choose an earlier --at or a shorter --horizon",
  );
}
