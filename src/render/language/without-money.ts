import type { Catalogue } from "./en/index.ts";
import type { Language } from "./language.ts";

/** The language in which nothing is said of money, for orders that have none. */
export function withoutMoney(language: Language): Language {
  return { ...language, hasMoney: false, words: wordsWithoutMoney(language.words) };
}

function wordsWithoutMoney(words: Catalogue): Catalogue {
  const { withoutMoney: own } = words;
  const { workbook } = words;
  const { backtest } = words.forecasting;
  return {
    ...words,
    report: { ...words.report, ...own.report },
    page: pageWithoutMoney(words),
    compare: {
      ...words.compare,
      ...own.compare,
      heaviestLoss: (loss, _, gone) =>
        words.compare.heaviestLoss(loss, own.compare.leftSegment(loss.left, loss.segment), gone),
    },
    digest: { ...words.digest, ...own.digest },
    explain: { ...words.explain, ...own.explain },
    scoring: { ...words.scoring, ...own.scoring },
    forecasting: {
      ...words.forecasting,
      backtest: { ...backtest, rankings: { ...backtest.rankings, ...own.rankings } },
    },
    ledger: { ...words.ledger, ...own.ledger },
    inspect: { ...words.inspect, ...own.inspect },
    workbook: {
      ...workbook,
      figures: { ...workbook.figures, ...own.figures },
      columns: { ...workbook.columns, ...own.sheetColumns },
    },
  };
}

function pageWithoutMoney({ page, withoutMoney: own }: Catalogue): Catalogue["page"] {
  return {
    ...page,
    finding: { ...page.finding, ...own.finding },
    lead: { ...page.lead, ...own.lead },
    quiet: { ...page.quiet, ...own.quiet },
    scope: { ...page.scope, ...own.scope },
    first: { ...page.first, ...own.first, groups: { ...page.first.groups, ...own.first.groups } },
    segments: { ...page.segments, ...own.segments },
    spread: { ...page.spread, ...own.spread },
    movement: { ...page.movement, ...own.movement },
    method: {
      ...page.method,
      terms: { ...page.method.terms, ...own.terms },
      choice: { ...page.method.choice, ...own.choice },
    },
  };
}
