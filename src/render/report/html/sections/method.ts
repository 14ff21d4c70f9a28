import type { DataTable } from "../../../../csv/writer/data-table.ts";
import { peopleText } from "../../../language/language.ts";
import { withOrWithoutMoney } from "../../../tables/without-money.ts";
import { cutPointTable, ledgerLines } from "../../blocks/blocks.ts";
import type { PageContext } from "../../page-context.ts";
import { html, type Insertable, type Markup } from "../markup.ts";
import { nameMarkup, shortened, withoutFolders, withoutFoldersIn } from "../name.ts";
import { numberTable } from "../parts/number-table.ts";

/** How the numbers were made: definitions, choices, cut points, what was read, the files, and the notes. */
export function methodSection(context: PageContext): Markup {
  const { text } = context;
  return html`<section aria-labelledby="method"><h2 id="method">${text.method.heading}</h2>
<p>${text.method.intro}</p>
<h3>${text.method.notes}</h3>
${movesNote(context)}${notes(context)}
<details class="fold"><summary>${text.method.unfold}</summary>
<h3>${text.method.words}</h3>
<dl class="facts">${terms(context).map(
    ([term, meaning]) => html`<dt>${term}</dt><dd>${meaning}</dd>
`,
  )}</dl>
<h3 class="kicker">${text.method.choices}</h3>
<dl class="facts">${choices(context).map(
    ([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>
`,
  )}</dl>
<h3 class="kicker" id="cut-points">${text.method.cutPoints}</h3>
<p class="small soft">${text.method.cutPointsIntro}</p>
${tableOf(context, cutPointTable(context.report, context.language), text.method.cutPoints)}
<h3 class="kicker" id="ledger">${text.method.ledger}</h3>
<ul class="note-list">${ledgerLines(context).map((line) => html`<li>${line}</li>`)}</ul>
<h3 class="kicker">${text.method.files}</h3>
<p class="small soft">${text.method.filesIntro}</p>
${fileTable(context)}</details></section>
`;
}

function terms({ text, definitions, report }: PageContext): readonly (readonly [string, string])[] {
  const { terms: all } = text.method;
  return [
    all.order,
    ...(definitions.money === "none" || report.overTime === null ? [] : [all.refund]),
    definitions.frequency === "days" ? all.frequencyDays : all.frequency,
    all.recency,
    ...(definitions.money === "none" ? [] : [monetaryTerm(all, definitions)]),
    all.score,
    all.segment,
    all.median,
    all.asOf,
  ];
}

function monetaryTerm(
  all: PageContext["text"]["method"]["terms"],
  { monetary, money }: PageContext["definitions"],
): readonly [string, string] {
  if (money === "margin") return monetary === "average" ? all.monetaryMarginAverage : all.monetaryMargin;
  return monetary === "average" ? all.monetaryAverage : all.monetary;
}

function choices({ text, definitions, report, version }: PageContext): readonly (readonly [string, Insertable])[] {
  const { choice } = text.method;
  const { windowStart, asOf } = report.segmented.customers;
  const window =
    windowStart === null
      ? choice.allHistory
      : `${choice.windowFrom(windowStart, asOf)}${definitions.window_for === "fm" ? ` (${choice.windowFor})` : ""}`;
  return [
    [choice.scheme, nameMarkup(report.segmented.scheme.name)],
    [choice.window, window],
    ...(definitions.money === "none"
      ? []
      : [[choice.refunds, definitions.refunds === "ignore" ? choice.refundsIgnored : choice.refundsNet] as const]),
    [choice.version, `rfm ${version}`],
  ];
}

/** A table of the other formats, as it stands. */
function tableOf({ language }: PageContext, table: DataTable, caption: string): Markup {
  const columns = withOrWithoutMoney(table, language, "people").columns.filter(({ dataOnly }) => dataOnly !== true);
  return numberTable({
    caption,
    columns: columns.map(({ name, heading, kind }) => ({ heading: heading ?? name, isText: kind === "text" })),
    rows: Array.from({ length: table.length }, (_, row) =>
      columns.map(({ kind, at }) => peopleText(language, kind, at(row))),
    ),
  });
}

/** A page of many hundred files would be too long to send; the JSON report has them all. */
const FILES_SHOWN = 60;

function fileTable({ text, language, understanding }: PageContext): Markup {
  const { method } = text;
  const files = understanding.files.slice(0, FILES_SHOWN);
  const more = understanding.files.length - files.length;
  const isTable = understanding.table !== undefined;
  return html`${numberTable({
    caption: method.files,
    columns: [
      { heading: method.file, isText: true },
      { heading: method.rows },
      ...(isTable ? [] : [{ heading: method.bytes }, { heading: method.sha256, isText: true }]),
    ],
    rows: files.map(({ name, rows, bytes, sha256 }) => [
      nameMarkup(isTable ? name : withoutFolders(name), 120),
      language.count(rows),
      ...(isTable ? [] : [language.count(bytes ?? 0), html`<span class="hash">${sha256 ?? ""}</span>`]),
    ]),
  })}${more > 0 ? html`<p class="small soft">${method.moreFiles(more)}</p>` : null}`;
}

/** So long can a note be before it is cut: the names in it may be of any length. */
const LONGEST_NOTE = 600;

/** Why the moves are not those of `rfm compare`. */
function movesNote({ text, report: { overTime } }: PageContext): Markup | null {
  const movement = overTime?.movement ?? "none";
  return typeof movement === "string"
    ? null
    : html`<p class="small soft">${text.method.moves(movement.fromDay)}</p>
`;
}

function notes({ text, notes: all, understanding }: PageContext): Markup {
  if (all.length === 0) return html`<p>${text.method.noNotes}</p>`;
  const { files, passedOver, table } = understanding;
  const paths = table === undefined ? [...files, ...passedOver].map(({ name }) => name) : [];
  return html`<ul class="note-list">${all.map(
    ({ level, text: note }) =>
      html`<li dir="auto">${level === "warning" ? html`<strong>${text.method.warning}</strong> ` : null}${shortened(withoutFoldersIn(note, paths), LONGEST_NOTE)}</li>
`,
  )}</ul>
`;
}
