import type { Definitions } from "../../analysis/model/model.ts";
import type { Catalogue } from "./en/index.ts";
import type { Language } from "./language.ts";

/** The language in which nothing is said of single orders or of refunds, for tables with one row per customer. */
export function ofCustomers(language: Language, { monetary }: Pick<Definitions, "monetary">): Language {
  const { words, hasMoney } = language;
  const { ofCustomers: own } = words;
  const { method, quiet } = words.page;
  const page = {
    ...words.page,
    quiet: { ...quiet, ...own.quiet },
    method: { ...method, terms: { ...method.terms, order: own.order } },
  };
  return {
    ...language,
    words: {
      ...words,
      report: { ...words.report, ...own.report, ...(hasMoney ? own.money.report : {}) },
      page: hasMoney ? pageWithMoney(page, own.money, monetary) : page,
      workbook: {
        ...words.workbook,
        figures: { ...words.workbook.figures, ...own.figures },
        columns: { ...words.workbook.columns, ...own.columns },
        choices: { ...words.workbook.choices, refunds: { net: own.money.refunds, ignore: own.money.refunds } },
      },
    },
  };
}

/** The language in which two tables with one row per customer are compared. */
export function ofTwoTables(language: Language): Language {
  const { words } = language;
  const { compare, gone } = words.ofCustomers;
  return {
    ...language,
    words: {
      ...words,
      compare: {
        ...words.compare,
        ...compare,
        heaviestLoss: (loss, left) => words.compare.heaviestLoss(loss, left, gone),
      },
    },
  };
}

function pageWithMoney(
  page: Catalogue["page"],
  own: Catalogue["ofCustomers"]["money"],
  monetary: Definitions["monetary"],
): Catalogue["page"] {
  const { spread, method } = page;
  return {
    ...page,
    finding: { ...page.finding, ...own.finding },
    lead: { ...page.lead, ...own.lead },
    latest: { ...page.latest, ...own.latest },
    first: { ...page.first, ...own.first },
    segments: { ...page.segments, howMuch: own.howMuch[monetary] },
    grid: { ...page.grid, ...own.grid },
    spread: { ...spread, captions: { ...spread.captions, monetary: own.caption[monetary] } },
    concentration: { ...page.concentration, ...own.concentration },
    top: { ...page.top, ...own.top },
    method: {
      ...method,
      terms: { ...method.terms, ...own.terms },
      choice: { ...method.choice, refundsNet: own.refunds },
    },
  };
}
