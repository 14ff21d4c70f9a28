import type { Definitions } from "../../analysis/model/model.ts";
import type { MonetaryKind } from "./en/monetary.ts";
import type { Language } from "./language.ts";

/**
 * The language in which the monetary value is called what it is made from: a margin is not called spend, and an average
 * not a total. Revenue and spend elsewhere keep their words.
 */
export function withMonetaryWords(language: Language, definitions: Pick<Definitions, "money" | "monetary">): Language {
  const kind = monetaryKind(definitions);
  if (kind === null) return language;
  const { words } = language;
  const { howMuch, measure, median, values, caption, half, same } = words.monetary[kind];
  const { spread } = words.page;
  return {
    ...language,
    words: {
      ...words,
      segments: { ...words.segments, columns: { ...words.segments.columns, median_monetary_value: median } },
      report: { ...words.report, measures: { ...words.report.measures, monetary: measure } },
      page: {
        ...words.page,
        segments: { ...words.page.segments, howMuch },
        spread: {
          ...spread,
          titles: { ...spread.titles, monetary: half },
          captions: { ...spread.captions, monetary: caption },
          columns: { ...spread.columns, monetary: values },
          sameTitle: { ...spread.sameTitle, monetary: same },
        },
      },
    },
  };
}

function monetaryKind({ money, monetary }: Pick<Definitions, "money" | "monetary">): MonetaryKind | null {
  if (money === "margin") return monetary === "average" ? "averageMargin" : "totalMargin";
  return monetary === "average" ? "averageSpend" : null;
}
