import { repeatPurchase } from "../analysis/retention/repeat.ts";
import { resultCommand } from "../cli/command.ts";
import { inCurrency, presentationOf } from "../cli/presentation.ts";
import { asOfDay, inputNotes, ledgerAt } from "../cli/read-exports.ts";
import type { Preparation, Request } from "../cli/result.ts";
import type { ValuesOf } from "../options/option.ts";
import { outputOptions } from "../options/output-options.ts";
import { allowPersonalOption, followByOption } from "../options/profile-options.ts";
import { plainReadingOptions } from "../options/reading-options.ts";
import { lapseDaysOption, retentionOptions } from "../options/retention-options.ts";
import { asOfOption, frequencyOption } from "../options/scoring-options.ts";
import type { Block } from "../render/report/blocks/block.ts";
import { repeatBlocks } from "../render/report/blocks/repeat-blocks.ts";
import { renderTableOrBlocks } from "../render/report/render-blocks.ts";
import { repeatNotes } from "../render/sentences/repeat-sentences.ts";
import { recordsIn } from "../render/tables/formats.ts";
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
  const { options } = request;
  if (options.by !== undefined) return prepareFollowUp(request);
  const presentation = await presentationOf(request);
  const { format, messageLanguage, resultLanguage: language } = presentation;
  const { period, covers, lapseDays, frequency } = options;
  return {
    make: (history) => {
      const asOf = asOfDay(history, options);
      const repeat = repeatPurchase(history.orders, { asOf, period, covers, lapseDays, frequency });
      const table = repeatTable(repeat, language);
      const blocks = (): readonly Block[] => repeatBlocks(repeat, period ?? "month", language);
      return {
        rows: recordsIn(table, format),
        chunks: renderTableOrBlocks(
          table,
          { title: language.words.repeat.title, blocks },
          inCurrency(presentation, history.understanding.currency),
        ),
        notes: [
          ...inputNotes(history, { ledger: ledgerAt(history, { asOf }), asOf }, messageLanguage),
          ...repeatNotes(repeat, messageLanguage),
        ],
      };
    },
  };
}
