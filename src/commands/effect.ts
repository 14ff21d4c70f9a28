import { DEFAULT_CAMPAIGN_SPAN } from "../analysis/effect/campaign.ts";
import { campaignEffect } from "../analysis/effect/effect.ts";
import { daysAfter } from "../analysis/forecast/horizon.ts";
import { formatDay } from "../basics/calendar/days.ts";
import { resultCommand } from "../cli/command.ts";
import { inCurrency, presentationOf } from "../cli/presentation.ts";
import { asOfDay, inputNotes, ledgerAt } from "../cli/read-exports.ts";
import type { Preparation, Request } from "../cli/result.ts";
import { InputError, UsageError } from "../errors.ts";
import { campaignGroups } from "../lists/campaign-groups.ts";
import { DEFAULT_SALT } from "../lists/salted-id.ts";
import { effectOptions } from "../options/effect-options.ts";
import type { ValuesOf } from "../options/option.ts";
import { outputOptions } from "../options/output-options.ts";
import { wholeHistoryOptions } from "../options/reading-options.ts";
import { asOfOption } from "../options/scoring-options.ts";
import { note } from "../render/notes/note.ts";
import type { Block } from "../render/report/blocks/block.ts";
import { renderTableOrBlocks } from "../render/report/render-blocks.ts";
import { effectSentences } from "../render/sentences/effect-sentences.ts";
import { effectOverview, effectTable } from "../render/tables/effect-table.ts";
import { isDataFormat, recordsIn } from "../render/tables/formats.ts";
import { readGroups } from "./effect/read-groups.ts";

const EXAMPLES = `
Examples:
  rfm lists exports/ --as-of 2011-04-30 --holdout 50% --out april/          before the campaign
  rfm effect exports/ --treated april/ --control april/ --since 2011-05-01
  rfm effect exports/ --treated april/ --control april/ --since 2011-05-01 -o effect.csv`;

const consumes = [...wholeHistoryOptions, ...effectOptions, asOfOption, ...outputOptions] as const;
type EffectCommandOptions = ValuesOf<typeof consumes>;

export const effect = resultCommand({
  name: "effect",
  description:
    "Shows whether a campaign changed what people do: those who got it against a control group, with what chance can explain.",
  consumes,
  help: EXAMPLES,
  prepare: prepareEffect,
});

/** Whether a campaign worked. */
export async function prepareEffect(request: Request<EffectCommandOptions>): Promise<Preparation> {
  const { options, context } = request;
  const { treated, control, since } = required(options);
  const presentation = await presentationOf(request);
  const { format, messageLanguage, resultLanguage } = presentation;
  const lists = await readGroups({ treated, control }, context);
  return {
    contacts: {},
    wholeHistory: true,
    make: (history) => {
      const asOf = asOfDay(history, options);
      if (since > asOf) throw afterTheData(since, asOf);
      const groups = campaignGroups(history.orders, { ...lists, since, salt: options.salt ?? DEFAULT_SALT });
      const until = since + daysAfter(since - 1, options.within ?? DEFAULT_CAMPAIGN_SPAN) - 1;
      const found = campaignEffect(history.orders, { ...groups, since, until }, asOf);
      const table = effectTable(found);
      const title = resultLanguage.words.effect.title(since, until);
      const blocks = (): readonly Block[] => [
        { kind: "lines", lines: effectSentences(found, resultLanguage) },
        { kind: "table", table: effectOverview(found, resultLanguage) },
      ];
      const { effect: words } = messageLanguage.words;
      return {
        rows: recordsIn(table, format),
        chunks: renderTableOrBlocks(table, { title, blocks }, inCurrency(presentation, history.understanding.currency)),
        notes: [
          ...inputNotes(history, { ledger: ledgerAt(history, { asOf }), asOf }, messageLanguage),
          ...(groups.otherControl === 0 ? [] : [note(words.otherControl(groups.otherControl, lists.treated.name))]),
          ...(groups.repeated === 0 ? [] : [note(words.repeated(groups.repeated))]),
          ...(isDataFormat(format) ? effectSentences(found, messageLanguage).map(note) : []),
        ],
      };
    },
  };
}

/** @throws UsageError that names what is missing */
function required({ treated, control, since }: EffectCommandOptions): {
  readonly treated: string;
  readonly control: string;
  readonly since: number;
} {
  if (treated !== undefined && control !== undefined && since !== undefined) return { treated, control, since };
  const missing = Object.entries({ "--treated": treated, "--control": control, "--since": since })
    .filter(([, value]) => value === undefined)
    .map(([flag]) => flag);
  throw new UsageError(
    `${missing.join(" and ")} ${missing.length === 1 ? "is" : "are"} missing: who got the campaign, who did not, and from which day on`,
    "for instance --treated lists/at-risk.csv --control lists/control-group.csv --since 2011-05-01",
  );
}

function afterTheData(since: number, asOf: number): InputError {
  return new InputError(`--since ${formatDay(since)} is after the last day of the data, ${formatDay(asOf)}`, {
    hint: "read exports that go on after the campaign, or check the day",
  });
}
