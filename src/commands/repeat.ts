import { type Command, Option } from "commander";
import type { CliContext } from "../cli/context.ts";
import { languagesFor } from "../cli/language.ts";
import { parseDaysOption } from "../cli/option-values.ts";
import type { AsOfOptions, OutputOptions, ReadingOptions, RetentionOptions } from "../cli/options.ts";
import {
  addAsOfOption,
  addOutputOptions,
  addReadingOptions,
  addRetentionOptions,
  EXPORTS_ARGUMENT,
} from "../cli/options.ts";
import { formatFor, openOutput } from "../cli/output.ts";
import { asOfDay, inputNotes, ledgerAt, readExports } from "../cli/read-exports.ts";
import { resultStyle, showNotes, tableWidth } from "../cli/terminal.ts";
import type { PeriodKind } from "../core/calendar/period.ts";
import { type RepeatPurchase, repeatPurchase } from "../core/retention/repeat.ts";
import { isDataFormat, renderData } from "../render/formats.ts";
import { renderMarkdownReport } from "../render/report/markdown-report.ts";
import { renderTextReport } from "../render/report/text-report.ts";
import { repeatBlocks } from "../render/retention/repeat-blocks.ts";
import { repeatNotes } from "../render/retention/repeat-sentences.ts";
import { repeatTable } from "../render/tables/repeat-table.ts";

interface RepeatCommandOptions extends ReadingOptions, AsOfOptions, RetentionOptions, OutputOptions {
  readonly lapseDays?: number;
  readonly frequency?: "orders" | "days";
}

const EXAMPLES = `
Examples:
  rfm repeat exports/
  rfm repeat orders.csv --lapse-days 180
  rfm repeat orders.csv --frequency days -o repeat.csv`;

export function registerRepeat(program: Command, context: CliContext): void {
  const command = program.command("repeat").summary("how many order again, how soon, and what it is worth");
  command
    .description(
      "Tells how many customers order a second, third … time, how long they take, when one is probably lapsed, and what returning customers are worth.",
    )
    .argument(...EXPORTS_ARGUMENT);
  addRetentionOptions(addReadingOptions(command))
    .option(
      "--lapse-days <days>",
      "days without an order after which a customer counts as lapsed (default: 90th percentile of the longest pauses)",
      parseDaysOption,
    )
    .addOption(
      new Option("--frequency <what>", "count orders, or days with an order (default: orders)").choices([
        "orders",
        "days",
      ]),
    );
  addOutputOptions(addAsOfOption(command))
    .addHelpText("after", EXAMPLES)
    .action((exports: string[], options: RepeatCommandOptions) => runRepeat(exports, options, context));
}

async function runRepeat(
  exports: readonly string[],
  options: RepeatCommandOptions,
  context: CliContext,
): Promise<void> {
  const format = formatFor(options, "table");
  const output = await openOutput(options.output, context);
  const { said, shown } = await languagesFor(options, { isData: isDataFormat(format) });
  const history = await readExports(exports, options, context);
  const asOf = asOfDay(history, options);
  const { period, covers, lapseDays, frequency } = options;
  const repeat = repeatPurchase(history.orders, { asOf, period, covers, lapseDays, frequency });
  const look = {
    language: shown,
    width: tableWidth(context.stdout, options),
    style: resultStyle(context, options),
  };
  await output.write(
    isDataFormat(format)
      ? renderData(repeatTable(repeat), format)
      : forPeople(repeat, period ?? "month", { ...look, format }),
  );
  const ledger = ledgerAt(history, { asOf });
  const notes = [...inputNotes(history, { ledger, asOf }, said), ...repeatNotes(repeat, said)];
  showNotes(notes, { context, options, language: said });
}

function forPeople(
  repeat: RepeatPurchase,
  kind: PeriodKind,
  { format, ...look }: Parameters<typeof renderTextReport>[2] & { readonly format: "table" | "md" },
): Iterable<string> {
  const { language } = look;
  const blocks = repeatBlocks(repeat, kind, language);
  const { title } = language.words.repeat;
  return format === "md" ? renderMarkdownReport(title, blocks, language) : renderTextReport(title, blocks, look);
}
