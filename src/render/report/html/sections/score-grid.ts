import type { GridSegments } from "../../../../analysis/report/grid-segments.ts";
import type { PageContext } from "../../page-context.ts";
import { html, type Insertable, type Markup } from "../markup.ts";
import { nameMarkup } from "../name.ts";
import { figureMarkup } from "../parts/figure.ts";
import { groupShape } from "../parts/group-shape.ts";
import { type Edge, type ShadedCell, shadedTable } from "../parts/shaded-table.ts";

/** Customers and money by recency and frequency score. The chart is a table: its numbers are in it. */
export function gridSection(context: PageContext): Markup {
  const { text, report } = context;
  const { recencyLevels, frequencyLevels } = report.grid;
  return html`<section aria-labelledby="grid"><h2 id="grid">${text.grid.heading}</h2>
<p>${text.grid.intro(recencyLevels, frequencyLevels)} <a href="#cut-points">${text.method.cutPoints}</a></p>
${emptyColumns(context)}${gridFigure(context)}</section>
`;
}

/** Why a column has nobody: customers with the same number of orders share a score. */
function emptyColumns({ text, report: { grid, headline, segmented }, isFrozen, language }: PageContext): Markup | null {
  const empty = Array.from({ length: grid.frequencyLevels }, (_, f) => f).filter((f) =>
    grid.customers.every((row) => (row[f] ?? 0) === 0),
  );
  if (
    empty.length === 0 ||
    isFrozen ||
    segmented.scales.frequency.method !== "quantile" ||
    headline.customers < grid.frequencyLevels
  )
    return null;
  return html`<p class="small soft">${text.grid.emptyColumns(empty.map((f) => language.count(f + 1)))}</p>
`;
}

/** What a cell can show; the reader chooses without a script. */
const VIEWS = ["customers", "revenue", "average"] as const;
type View = (typeof VIEWS)[number];

function gridFigure(context: PageContext): Markup {
  const { text, report, currency, language } = context;
  const views = VIEWS.filter((view) => language.hasMoney || view === "customers");
  const { grid, headline } = report;
  const { revenue } = headline;
  const best = grid.customers.at(-1)?.at(-1) ?? 0;
  const bestMoney = grid.revenue.at(-1)?.at(-1) ?? 0n;
  const title = text.grid.customersTitle(best, best / headline.customers);
  const money =
    best === 0 || revenue <= 0n || !language.hasMoney
      ? []
      : [`${text.grid.revenueTitle(Number(bestMoney) / Number(revenue))}.`];
  const unit = currency === "" ? [] : [`(${currency.trim()})`];
  return figureMarkup(
    {
      id: "score-grid",
      title,
      caption: [...money, text.grid.caption, ...unit].join(" "),
      chart: html`${views.length < 2 ? null : viewSwitch(context)}
<div class="views">${views.map((view) => html`<div class="view" id="grid-${view}"><h4>${text.grid.views[view]}</h4>${gridTable(context, view, `${title}: ${text.grid.views[view]}`)}</div>`)}</div>`,
      table: null,
    },
    context,
  );
}

/** Chooses what the cells show; which of the tables is seen follows from it in the style sheet. */
function viewSwitch({ text }: PageContext): Markup {
  return html`<fieldset class="switch"><legend>${text.grid.show}</legend>${VIEWS.map(
    (view, index) =>
      html`<label><input type="radio" name="grid-view" id="show-${view}"${index === 0 ? CHECKED : null}> ${text.grid.views[view]}</label>`,
  )}</fieldset>`;
}

const CHECKED = html` checked`;

/** The value of a cell, and its share of the whole where it has one; `null` where nobody has the scores. */
function cellOf(
  { language, report, roundMoney, currency }: PageContext,
  view: View,
  { r, f }: Place,
): { readonly value: number; readonly content: Insertable } | null {
  const customers = report.grid.customers[r]?.[f] ?? 0;
  const money = report.grid.revenue[r]?.[f] ?? 0n;
  const { headline } = report;
  if (customers === 0) return null;
  const plain = (amount: number | bigint): string => roundMoney(amount).replace(currency, "");
  const share = (part: number): Markup => html` <span class="sub">${language.share(part)}</span>`;
  if (view === "customers") {
    return { value: customers, content: html`${language.count(customers)}${share(customers / headline.customers)}` };
  }
  if (view === "average")
    return { value: Number(money) / customers, content: plain(Math.round(Number(money) / customers)) };
  const part = headline.revenue > 0n ? share(Number(money) / Number(headline.revenue)) : null;
  return { value: Number(money), content: html`${plain(money)}${part}` };
}

interface Place {
  readonly r: number;
  readonly f: number;
}

function gridTable(context: PageContext, view: View, caption: string): Markup {
  const { text, report } = context;
  const { recencyLevels, frequencyLevels } = report.grid;
  const scores = (levels: number): readonly number[] => Array.from({ length: levels }, (_, index) => index);
  const cells = scores(recencyLevels).map((r) => scores(frequencyLevels).map((f) => cellOf(context, view, { r, f })));
  const most = Math.max(0, ...cells.flat().map((cell) => cell?.value ?? 0));
  return shadedTable({
    caption,
    corner: text.grid.corner,
    columns: scores(frequencyLevels).map(
      (f) => html`<span aria-hidden="true">${f + 1}</span><span class="hidden">${text.grid.frequency(f + 1)}</span>`,
    ),
    rows: scores(recencyLevels)
      .toReversed()
      .map((r) => ({
        label: text.grid.recency(r + 1),
        cells: scores(frequencyLevels).map((f): ShadedCell => {
          const cell = cells[r]?.[f] ?? null;
          if (cell === null) return { content: "0", shade: 0, edges: edgesOf(report.gridSegments, { r, f }) };
          return {
            content: html`<span class="group">${groupSign(context, { r, f })}</span><span class="value">${cell.content}</span>`,
            shade: most > 0 ? Math.max(0, cell.value / most) : 0,
            edges: edgesOf(report.gridSegments, { r, f }),
          };
        }),
      })),
  });
}

/** The sides on which the group of a cell ends: the row above has the next higher recency score. */
function edgesOf(groups: GridSegments, { r, f }: Place): readonly Edge[] {
  const own = groups[r]?.[f];
  const isOther = (row: number, column: number): boolean => {
    const other = groups[row]?.[column];
    return other !== undefined && other !== own;
  };
  return [...(isOther(r + 1, f) ? ["top" as const] : []), ...(isOther(r, f - 1) ? ["left" as const] : [])];
}

/** The shape of the cell's group, and its name in the first cell of those that are the same, as they are read. */
function groupSign(context: PageContext, { r, f }: Place): Markup {
  const { report, bandOf } = context;
  const groups = report.gridSegments;
  const own = groups[r]?.[f] ?? null;
  const summary = own === null ? undefined : report.segments.segments[own];
  if (summary === undefined) return html``;
  const isFirst = groups[r]?.[f - 1] !== own && groups[r + 1]?.[f] !== own;
  const name = nameMarkup(summary.segment);
  return html`${groupShape(bandOf(summary))}<span class="${isFirst ? "region" : "hidden"}"> ${name}</span>`;
}
