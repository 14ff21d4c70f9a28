import type { Language } from "./language.ts";

/** The language in which a report speaks of a table in a database where it speaks of files otherwise. */
export function ofTable(language: Language): Language {
  const { words } = language;
  const { ofTable: own } = words.warehouse;
  const { page, workbook, report } = words;
  return {
    ...language,
    words: {
      ...words,
      report: { ...report, read: own.read, columns: { ...report.columns, file: own.column } },
      page: {
        ...page,
        first: { ...page.first, commands: own.commands },
        scope: { ...page.scope, noCurrency: own.noCurrency },
        method: { ...page.method, ...own.method, terms: { ...page.method.terms, order: own.order } },
      },
      workbook: {
        ...workbook,
        sheets: { ...workbook.sheets, files: own.sheet },
        columns: { ...workbook.columns, file: own.sheetColumn },
      },
    },
  };
}
