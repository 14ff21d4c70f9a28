import { type Command, Option } from "commander";
import type { CliContext } from "../cli/context.ts";
import { languagesFor } from "../cli/language.ts";
import { parseSpanOption } from "../cli/option-values.ts";
import type { OutputOptions, ReadingOptions, RetentionOptions, ScoringOptions } from "../cli/options.ts";
import {
  addOutputOptions,
  addReadingOptions,
  addRetentionOptions,
  addScoringOptions,
  EXPORTS_ARGUMENT,
} from "../cli/options.ts";
import { resultFormat } from "../cli/output.ts";
import { asOfDay, customerOptions, inputNotes, ledgerAt } from "../cli/read-exports.ts";
import { type Preparation, printResult, type Request } from "../cli/result.ts";
import { resultLook } from "../cli/terminal.ts";
import type { Span } from "../core/calendar/span.ts";
import { customersAt } from "../core/customers/customers-at.ts";
import { type RetentionTable, retentionByPeriod } from "../core/retention/retention-by-period.ts";
import { retentionBySegment, type SegmentRetention } from "../core/retention/segment-retention.ts";
import { type StockTable, stockByPeriod } from "../core/retention/stock.ts";
import { scoreCustomers } from "../core/scores/score-customers.ts";
import { standardScheme } from "../core/segments/standard.ts";
import { UsageError } from "../errors.ts";
import type { OrderHistory } from "../orders/history.ts";
import type { DataTable } from "../render/data-table.ts";
import { type Format, recordsIn, renderTable } from "../render/formats.ts";
import type { Language } from "../render/language/language.ts";
import { schemeIn } from "../render/language/scheme-words.ts";
import { retentionNotes } from "../render/retention/period-notes.ts";
import {
  retentionSentence,
  segmentRetentionSentence,
  stockSentences,
} from "../render/retention/retention-sentences.ts";
import { RETENTION_TOPIC } from "../render/retention/retention-topic.ts";
import { retentionTable } from "../render/tables/retention-table.ts";
import { segmentRetentionOverview, segmentRetentionTable } from "../render/tables/segment-retention-table.ts";
import { wrapText } from "../render/wrap.ts";

interface RetentionCommandOptions extends ReadingOptions, ScoringOptions, RetentionOptions, OutputOptions {
  readonly activeWithin?: Span;
  readonly perSegment?: boolean;
}

const EXAMPLES = `
Examples:
  rfm retention exports/
  rfm retention orders.csv --active-within 3m
  rfm retention orders.csv --per-segment
  rfm retention orders.csv --covers 2011-01-01..2011-03-31 -o retention.csv
`;

export function registerRetention(program: Command, context: CliContext): void {
  const command = program.command("retention").summary("how many of each period's customers bought again in the next");
  command
    .description(
      "Follows customers from period to period: kept, lost, new, back again. Rates are blank where they cannot be known.",
    )
    .argument(...EXPORTS_ARGUMENT);
  addRetentionOptions(addReadingOptions(command))
    .option(
      "--active-within <span>",
      "the stock view beside it: customers with an order this long before a period, and those still active at its end",
      parseSpanOption,
    )
    .addOption(
      new Option("--per-segment", "retention of those who were in each segment on the day before each period"),
    );
  addOutputOptions(addScoringOptions(command))
    .addHelpText("after", `${EXAMPLES}\n${RETENTION_TOPIC}`)
    .action((exports: string[], options: RetentionCommandOptions) =>
      printResult({ exports, options, context }, prepareRetention),
    );
}

/** What the command shows: the table of data formats, that of people, and the lines under it. */
interface Shown {
  readonly data: DataTable;
  readonly people: DataTable;
  readonly lines: readonly string[];
}

/** The table of periods, or of segments by period. */
export async function prepareRetention({ options, context }: Request<RetentionCommandOptions>): Promise<Preparation> {
  checkOptions(options);
  const format = resultFormat(options, "table");
  const { said, shown: language } = await languagesFor(options, format);
  const forPeople = format === "table" || format === "md";
  return {
    make: (history) => {
      const asOf = asOfDay(history, options);
      const retention = retentionByPeriod(history.orders, { asOf, period: options.period, covers: options.covers });
      const shown =
        options.perSegment === true
          ? perSegment(history, retention, { options, language })
          : byPeriod(history, retention, { options, language });
      const look = resultLook(context, options, language);
      const lines = shown.lines.map((line) => `\n${textFor(format, line, look.width)}\n`);
      return {
        chunks: [...renderTable(forPeople ? shown.people : shown.data, format, look), ...(forPeople ? lines : [])],
        rows: recordsIn(shown.data, format),
        notes: [
          ...inputNotes(history, { ledger: ledgerAt(history, { asOf }), asOf }, said),
          ...retentionNotes(retention, asOf, said),
        ],
      };
    },
  };
}

function checkOptions(options: RetentionCommandOptions): void {
  if (options.perSegment !== true) {
    const scoring = ["window", "windowFor", "levels", "frequency", "monetary"] as const;
    const given = scoring.find((name) => options[name] !== undefined);
    if (given === undefined) return;
    const flag = given.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    throw new UsageError(
      `--${flag} says how customers are scored, which rfm retention does with --per-segment only`,
      given === "window" ? "--active-within SPAN is the option for who counts as active" : "add --per-segment",
    );
  }
  if (options.activeWithin !== undefined) {
    throw new UsageError("--active-within and --per-segment are two different tables", "ask for one at a time");
  }
}

/** What a result is made with. */
interface Making {
  readonly options: RetentionCommandOptions;
  readonly language: Language;
}

function byPeriod(history: OrderHistory, retention: RetentionTable, { options, language }: Making): Shown {
  const stock = stockOf(history, retention, options);
  const table = retentionTable(retention, language, stock);
  const lines = stock === undefined ? [] : stockSentences(stock, retention, language);
  return { data: table, people: table, lines: [retentionSentence(retention, language), ...lines] };
}

function stockOf(
  { orders, ...history }: OrderHistory,
  retention: RetentionTable,
  options: RetentionCommandOptions,
): StockTable | undefined {
  const { activeWithin } = options;
  if (activeWithin === undefined) return undefined;
  return stockByPeriod(orders, retention, { asOf: asOfDay({ orders, ...history }, options), activeWithin });
}

function perSegment(history: OrderHistory, retention: RetentionTable, { options, language }: Making): Shown {
  const at = customerOptions(history, options);
  const scored = scoreCustomers(customersAt(history.orders, at), { levels: options.levels });
  const segments: SegmentRetention = retentionBySegment(history.orders, retention, {
    ...at,
    scheme: schemeIn(standardScheme, language),
    scored,
  });
  return {
    data: segmentRetentionTable(segments),
    people:
      retention.periodsPooled === 0
        ? retentionTable(retention, language)
        : segmentRetentionOverview(segments, language),
    lines: [segmentRetentionSentence(segments, retention, language)],
  };
}

/** A sentence under a table: broken to the width in a terminal, one paragraph in Markdown. */
function textFor(format: Format, line: string, width: number): string {
  return format === "md" ? line : wrapText(line, width);
}
