import { type BestRule, bestCustomers, profileCustomers } from "../analysis/profile/customer-profile.ts";
import { firstOrders } from "../analysis/profile/first-orders.ts";
import { historyOdds } from "../analysis/profile/history-odds.ts";
import { productPairs } from "../analysis/profile/product-pairs.ts";
import { resultCommand } from "../cli/command.ts";
import { inCurrency, presentationOf } from "../cli/presentation.ts";
import { asOfDay, inputNotes, ledgerAt } from "../cli/read-exports.ts";
import type { Preparation, Request } from "../cli/result.ts";
import { prepareScoring, type Scoring, segmentOptions } from "../cli/scoring.ts";
import type { DataTable } from "../csv/writer/data-table.ts";
import type { ValuesOf } from "../options/option.ts";
import { outputOptions } from "../options/output-options.ts";
import { profileOptions } from "../options/profile-options.ts";
import { readingOptions } from "../options/reading-options.ts";
import { runScoringOptions } from "../options/scoring-options.ts";
import type { OrderHistory } from "../orders/history.ts";
import type { Language } from "../render/language/language.ts";
import { note } from "../render/notes/note.ts";
import type { Block } from "../render/report/blocks/block.ts";
import { oddsBlocks, pairBlocks, profileBlocks } from "../render/report/blocks/profile-blocks.ts";
import { renderTableOrBlocks } from "../render/report/render-blocks.ts";
import { profileSentences } from "../render/sentences/profile-sentences.ts";
import { isDataFormat, recordsIn } from "../render/tables/formats.ts";
import { oddsTable, pairTable } from "../render/tables/history-table.ts";
import { profileTable } from "../render/tables/profile-table.ts";
import { attributesFor, readingFor, refuseIncomparable } from "./profile/by-attributes.ts";
import { checkProfile, namedSegments } from "./profile/check-profile.ts";

const EXAMPLES = `
Examples:
  rfm profile exports/
  rfm profile exports/ --by product,country --best 10%
  rfm profile exports/ --by product --followed 60
  rfm profile exports/ --by product --view history -o history.csv`;

const consumes = [...readingOptions, ...profileOptions, ...runScoringOptions, ...outputOptions] as const;
type ProfileCommandOptions = ValuesOf<typeof consumes>;

export const profile = resultCommand({
  name: "profile",
  description:
    "Compares the first orders of the best customers with those of all others: products, prices, countries, channels, days, or any column. Each value with how many began with it, the difference and how far chance explains it.",
  consumes,
  help: EXAMPLES,
  prepare: prepareProfile,
});

/** One view of a profile: its table as data, its blocks for people, and what is said beside data. */
interface ProfileView {
  readonly title: string;
  readonly table: DataTable;
  readonly blocks: readonly Block[];
  readonly said: readonly string[];
}

/** What the best have in common. */
export async function prepareProfile(request: Request<ProfileCommandOptions>): Promise<Preparation> {
  const { options, context } = request;
  const presentation = await presentationOf(request);
  const { format, messageLanguage, resultLanguage: language } = presentation;
  checkProfile(options);
  const scoring = await prepareScoring(options, context, presentation);
  const best = namedSegments(options.best, scoring);
  return {
    ...readingFor(options),
    make: (history) => {
      const asOf = asOfDay(history, options);
      const view = viewOf(history, { options, best, scoring, language });
      return {
        rows: recordsIn(view.table, format),
        chunks: renderTableOrBlocks(
          view.table,
          { title: view.title, blocks: () => view.blocks },
          inCurrency(presentation, history.understanding.currency),
        ),
        notes: [
          ...inputNotes(history, { ledger: ledgerAt(history, { asOf }), asOf }, messageLanguage),
          ...(isDataFormat(format) ? view.said.map(note) : []),
        ],
      };
    },
  };
}

function viewOf(
  history: OrderHistory,
  {
    options,
    best,
    scoring,
    language,
  }: {
    readonly options: ProfileCommandOptions;
    readonly best: BestRule | undefined;
    readonly scoring: Scoring;
    readonly language: Language;
  },
): ProfileView {
  const { orders } = history;
  const { view = "first" } = options;
  const { by, bestBy, followed } = options;
  const at = { ...segmentOptions(history, scoring), by, best, bestBy, followed };
  const { profile: words } = language.words;
  const first = firstOrders(orders, at.asOf);
  if (view === "pairs") {
    const [products] = attributesFor(history, { by: ["product"] }, first);
    const pairs = products === undefined ? [] : productPairs(orders, products, at.asOf);
    return {
      title: words.pairsTitle,
      table: pairTable(pairs, language),
      blocks: pairBlocks(pairs, language),
      said: [],
    };
  }
  const attributes = attributesFor(history, options, first);
  if (view === "history") {
    const customers = bestCustomers(orders, at);
    const rows = historyOdds(orders, attributes, { customers, asOf: at.asOf });
    return {
      ...{ title: words.historyTitle(customers), table: oddsTable(rows, language), blocks: oddsBlocks(rows, language) },
      said: [],
    };
  }
  const found = profileCustomers(orders, at);
  refuseIncomparable(found.extents, options);
  return {
    ...{ title: words.title(found), table: profileTable(found.rows, language) },
    blocks: profileBlocks(found, language),
    said: profileSentences(found, language),
  };
}
