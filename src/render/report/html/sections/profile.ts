import type { CustomerProfile } from "../../../../analysis/profile/customer-profile.ts";
import type { ProfileRow } from "../../../../analysis/profile/profile.ts";
import type { DataColumn } from "../../../../csv/writer/data-table.ts";
import { peopleText } from "../../../language/language.ts";
import { capital } from "../../../language/phrasing.ts";
import {
  extentSentences,
  findingsOf,
  profileSentences,
  rankingSentences,
} from "../../../sentences/profile-sentences.ts";
import { profileTable } from "../../../tables/profile-table.ts";
import { attributeName } from "../../../tables/value-text.ts";
import { reportedFindings } from "../../blocks/report-profile-blocks.ts";
import type { PageContext } from "../../page-context.ts";
import { shortNumber } from "../charts/plot.ts";
import { html, type Insertable, type Markup } from "../markup.ts";
import { figureMarkup, insteadOfChart } from "../parts/figure.ts";
import { numberTable } from "../parts/number-table.ts";

/** What the best customers have in common, where the report was asked. */
export function profileSection(context: PageContext): Markup {
  const { profile, language } = context;
  if (profile === null) return html``;
  const { heading } = language.words.profile;
  return html`<section aria-labelledby="profile"><h2 id="profile">${heading}</h2>
<div class="plain">${findingsOf(profile).length === 0 ? nothingFound(profile, context) : findingFigure(profile, context)}</div></section>
`;
}

function nothingFound(profile: CustomerProfile, { language }: PageContext): Markup {
  const [title = "", ...others] = profileSentences(profile, language);
  return insteadOfChart("bars-profile", title, [...rankingSentences(profile, language), ...others].join(" "));
}

/** A table for each attribute, with two bars per value: the share of the best above that of the rest. */
function findingFigure(profile: CustomerProfile, context: PageContext): Markup {
  const { language } = context;
  const { profile: words } = language.words;
  const [title = "", ...others] = profileSentences(profile, language);
  const rows = reportedFindings(profile, true);
  const found = findingsOf(profile).length;
  const further = [
    ...(found > rows.length ? [words.moreInReport(rows.length, found)] : []),
    ...others,
    ...extentSentences(profile, language),
  ];
  return figureMarkup(
    {
      id: "bars-profile",
      title,
      caption: [...rankingSentences(profile, language), words.bars].join(" "),
      chart: html`${attributesOf(rows).map((attribute) => attributeTable(attribute, rows, context))}`,
      legend: html`${further.map((sentence) => html`<p>${sentence}</p>`)}`,
      table: null,
    },
    context,
  );
}

function attributesOf(rows: readonly ProfileRow[]): readonly string[] {
  return [...new Set(rows.map(({ attribute }) => attribute))];
}

/** The share that the whole width of a bar stands for: the largest of the table, rounded up to whole tens of percent. */
function fullWidth(rows: readonly ProfileRow[]): number {
  const largest = Math.max(...rows.map(({ bestShare, restShare }) => Math.max(bestShare, restShare)));
  return Math.ceil(largest * 10) / 10;
}

function attributeTable(attribute: string, all: readonly ProfileRow[], { language, tickShare }: PageContext): Markup {
  const rows = all.filter((row) => row.attribute === attribute);
  const widest = fullWidth(rows);
  const columns = profileTable(rows, language).columns.filter(({ dataOnly }) => dataOnly !== true);
  const shown = (column: DataColumn) => ({
    heading: headingOf(column),
    isText: column.kind === "text" && column.align !== "right",
  });
  const cell = (column: DataColumn, row: number): Insertable => peopleText(language, column.kind, column.at(row));
  const after = columns.findIndex(({ name }) => name === "rest_share") + 1;
  const withBars = <T>(cells: readonly T[], bars: T): readonly T[] => [
    ...cells.slice(0, after),
    bars,
    ...cells.slice(after),
  ];
  return numberTable({
    caption: attributeName(attribute, language),
    columns: withBars(columns.map(shown), {
      heading: language.words.profile.barScale(tickShare(widest)),
      isText: true,
    }),
    rows: rows.map((row, index) =>
      withBars<Insertable>(
        columns.map((column) => cell(column, index)),
        barsOf(row, widest),
      ),
    ),
  });
}

/** A heading as on the rest of the page; a letter that statistics know stays as it is. */
function headingOf({ heading, name }: DataColumn): string {
  const text = heading ?? name;
  return text.length === 1 ? text : capital(text);
}

/** The share of the best above that of the rest; the numbers stand beside them. */
function barsOf({ bestShare, restShare }: ProfileRow, widest: number): Markup {
  const width = (share: number): string => shortNumber((share / widest) * 100);
  return html`<svg class="rate" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><g class="band-0"><rect x="0" y="0" width="${width(bestShare)}" height="4.5"/></g><g class="band-4"><rect x="0" y="5.5" width="${width(restShare)}" height="4.5"/></g></svg>`;
}
