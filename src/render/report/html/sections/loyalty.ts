import type { DataTable } from "../../../../csv/writer/data-table.ts";
import { type Language, peopleText } from "../../../language/language.ts";
import { capital } from "../../../language/phrasing.ts";
import {
  costSentences,
  decisionSentences,
  givesAnything,
  haveRulesEffect,
} from "../../../sentences/loyalty-sentences.ts";
import { caseTable, monthTable, ruleTable } from "../../../tables/loyalty-tables.ts";
import type { LoyaltyResult } from "../../blocks/loyalty-blocks.ts";
import type { PageContext } from "../../page-context.ts";
import { html, type Markup } from "../markup.ts";
import { numberTable } from "../parts/number-table.ts";

/** What the plan would have cost, what it needs, and who would be on which level, where the report was given one. */
export function loyaltySection({ loyalty, language }: PageContext): Markup {
  if (loyalty === null) return html``;
  const { replay, cost } = loyalty;
  const words = language.words.loyalty;
  return html`<section aria-labelledby="loyalty"><h2 id="loyalty">${words.heading(replay.plan.name)}</h2>
<div class="plain">${paragraphs(decisionSentences(replay, cost, { ...loyalty, language }))}
${costs(loyalty, language)}
${paragraphs(costSentences(cost, { ...loyalty, language }))}
${levels(loyalty, language)}
<h3>${words.months}</h3>
${tableMarkup(words.months, monthTable(replay, 0, language), language)}</div></section>
`;
}

function costs({ replay, cost }: LoyaltyResult, language: Language): Markup | null {
  if (!givesAnything(replay.plan)) return null;
  const title = language.words.loyalty.costs;
  return html`<h3>${title}</h3>
<div class="long-names">${tableMarkup(title, caseTable(cost, replay, language), language)}</div>`;
}

function levels({ replay }: LoyaltyResult, language: Language): Markup | null {
  if (replay.rules.length === 0) return null;
  const title = language.words.loyalty.levels(replay.asOf);
  return html`<h3>${title}</h3>
<div class="long-names">${tableMarkup(title, ruleTable(replay, language), language)}</div>
${haveRulesEffect(replay) ? paragraphs([language.words.loyalty.levelsDiffer]) : null}`;
}

function paragraphs(sentences: readonly string[]): readonly Markup[] {
  return sentences.map(
    (sentence) => html`<p>${sentence}</p>
`,
  );
}

function tableMarkup(caption: string, { columns, length }: DataTable, language: Language): Markup {
  return numberTable({
    caption,
    columns: columns.map(({ heading, name, kind, align }) => ({
      heading: capital(heading ?? name),
      isText: kind === "text" && align !== "right",
    })),
    rows: Array.from({ length }, (_, row) => columns.map(({ kind, at }) => peopleText(language, kind, at(row)))),
  });
}
