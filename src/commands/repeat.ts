import { type RepeatPurchase, repeatPurchase } from "../analysis/retention/repeat.ts";
import type { PeriodKind } from "../basics/calendar/period.ts";
import { resultCommand } from "../cli/command.ts";
import { languagesFor } from "../cli/language.ts";
import { resultFormat } from "../cli/output.ts";
import { asOfDay, inputNotes, ledgerAt } from "../cli/read-exports.ts";
import type { Preparation, Request } from "../cli/result.ts";
import { resultLook } from "../cli/terminal.ts";
import type { ValuesOf } from "../options/option.ts";
import { outputOptions } from "../options/output-options.ts";
import { allowPersonalOption, followByOption } from "../options/profile-options.ts";
import { plainReadingOptions } from "../options/reading-options.ts";
import { lapseDaysOption, retentionOptions } from "../options/retention-options.ts";
import { asOfOption, frequencyOption } from "../options/scoring-options.ts";
import { repeatBlocks } from "../render/report/blocks/repeat-blocks.ts";
import { renderMarkdownReport } from "../render/report/markdown-report.ts";
import { renderTextReport } from "../render/report/terminal-report.ts";
import { repeatNotes } from "../render/sentences/repeat-sentences.ts";
import { recordsIn, renderTable } from "../render/tables/formats.ts";
import { repeatTable } from "../render/tables/repeat-table.ts";
import { prepareFollowUp } from "./profile/prepare-follow-up.ts";

const EXAMPLES = `
Examples:
  rfm repeat exports/
  rfm repeat orders.csv --lapse-days 180
  rfm repeat orders.csv --by weekday
  rfm repeat orders.csv --frequency days -o repeat.csv`;

const consumes = [
  ...plainReadingOptions,
  ...retentionOptions,
  lapseDaysOption,
  frequencyOption,
  followByOption,
  allowPersonalOption,
  asOfOption,
  ...outputOptions,
] as const;
type RepeatCommandOptions = ValuesOf<typeof consumes>;

export const repeat = resultCommand({
  name: "repeat",
  description:
    "Shows how many customers order a second, third … time, how long they take, when a customer has probably lapsed, and what returning customers are worth.",
  consumes,
  help: EXAMPLES,
  prepare: prepareRepeat,
});

/** Who orders again, and when. */
export async function prepareRepeat(request: Request<RepeatCommandOptions>): Promise<Preparation> {
  const { options, context } = request;
  if (options.by !== undefined) return prepareFollowUp(request);
  const format = resultFormat(options, "table");
  const { messageLanguage, resultLanguage } = await languagesFor(options, format);
  const { period, covers, lapseDays, frequency } = options;
  return {
    make: (history) => {
      const asOf = asOfDay(history, options);
      const repeat = repeatPurchase(history.orders, { asOf, period, covers, lapseDays, frequency });
      const look = resultLook(context, options, resultLanguage);
      return {
        rows: recordsIn(repeatTable(repeat, resultLanguage), format),
        chunks:
          format === "table" || format === "md"
            ? forPeople(repeat, period ?? "month", { ...look, format })
            : renderTable(repeatTable(repeat, resultLanguage), format, look),
        notes: [
          ...inputNotes(history, { ledger: ledgerAt(history, { asOf }), asOf }, messageLanguage),
          ...repeatNotes(repeat, messageLanguage),
        ],
      };
    },
  };
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
