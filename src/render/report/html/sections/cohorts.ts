import type { Cohort, CohortCell, CohortTable } from "../../../../analysis/retention/cohorts.ts";
import { knowsLaterCells } from "../../../sentences/cohort-sentences.ts";
import { newCustomersNext } from "../../first-screen.ts";
import type { FollowedContext, PageContext } from "../../page-context.ts";
import { html, type Insertable, type Markup } from "../markup.ts";
import { figureMarkup, insteadOfChart } from "../parts/figure.ts";
import { type ShadedCell, shadedTable } from "../parts/shaded-table.ts";
import { cohortCurves } from "./cohort-curves.ts";

/** So many cohorts, and periods after the first, fit on a page; the JSON report has all. */
const COHORTS_SHOWN = 13;
const STEPS_SHOWN = 12;

/** The cohort triangle: which share of the customers who began together came back later. */
export function cohortSection(context: FollowedContext): Markup {
  const { text, overTime } = context;
  return html`<section aria-labelledby="cohorts"><h2 id="cohorts">${text.cohorts.heading}</h2>
<p>${text.cohorts.intro(overTime.cohorts.periods.kind)}</p>
${triangle(context)}${cohortCurves(context)}</section>
`;
}

function triangle(context: FollowedContext): Markup {
  const { text, overTime, language } = context;
  const { cohorts: table } = overTime;
  const { kind } = table.periods;
  const next = newCustomersNext(table);
  const rate = next?.figures?.rate ?? null;
  if (next === null || rate === null) {
    const why = table.leftOut !== null && knowsLaterCells(table) ? text.cohorts.onlyFirst : text.cohorts.none;
    return insteadOfChart("cohort-triangle", text.cohorts.noneTitle, why(kind));
  }
  const shown = table.cohorts.slice(-COHORTS_SHOWN);
  const steps = Math.min(STEPS_SHOWN, ...[table.averages.length - 1]);
  const most = highestRate(shown, steps);
  const title = text.cohorts.title(rate, kind);
  const chart = shadedTable({
    caption: title,
    corner: text.cohorts.cohort,
    columns: [
      text.cohorts.size,
      ...Array.from({ length: steps }, (_, index) => {
        const hint = text.cohorts.kHint(index + 1, kind);
        return html`<span aria-hidden="true">${text.cohorts.k(index + 1)}</span><span class="hidden">${hint}</span>`;
      }),
    ],
    rows: [
      ...shown.map(({ cohort, size, cells }) => ({
        label: text.periodName(cohort ?? ""),
        cells: [sizeCell(language.count(size)), ...cellsOf(cells, steps).map((cell) => rateCell(context, cell, most))],
      })),
      averageRow(context, table, { steps, most }),
    ],
  });
  const notes = [
    ...(table.leftOut === null ? [] : [text.cohorts.restsOn(next.cohorts, table.leftOut)]),
    text.cohorts.caption,
    ...(shown.some(({ cells }) =>
      cellsOf(cells, steps).some((cell) => cell?.state === "partial" && cell.figures?.rate != null),
    )
      ? [text.cohorts.hatched]
      : []),
    text.cohorts.averages,
    ...(shown.length < table.cohorts.length ? [text.cohorts.newest(shown.length, table.cohorts.length)] : []),
  ];
  return figureMarkup(
    {
      id: "cohort-triangle",
      title,
      caption: notes.join(" "),
      chart,
      table: null,
    },
    context,
  );
}

function highestRate(cohorts: readonly Cohort[], steps: number): number {
  const rates = cohorts.flatMap(({ cells }) => cellsOf(cells, steps).map((cell) => cell?.figures?.rate ?? 0));
  return Math.max(0, ...rates);
}

/** The cells after the first, which is 100 % by itself. */
function cellsOf(cells: readonly CohortCell[], steps: number): readonly (CohortCell | undefined)[] {
  return Array.from({ length: steps }, (_, index) => cells[index + 1]);
}

function sizeCell(content: Insertable): ShadedCell {
  return { content, shade: 0, quiet: true };
}

function rateCell({ language }: PageContext, cell: CohortCell | undefined, most: number): ShadedCell {
  const rate = cell?.figures?.rate ?? null;
  if (cell === undefined || rate === null) return { content: null, shade: null };
  return { content: language.share(rate), shade: most > 0 ? rate / most : 0, partial: cell.state === "partial" };
}

function averageRow(
  { text, language }: PageContext,
  table: CohortTable,
  { steps, most }: { readonly steps: number; readonly most: number },
): { readonly label: Insertable; readonly cells: readonly ShadedCell[] } {
  const averages = Array.from({ length: steps }, (_, index) => table.averages[index + 1]);
  return {
    label: html`<strong>${text.cohorts.average}</strong>`,
    cells: [
      sizeCell(""),
      ...averages.map((average): ShadedCell => {
        const rate = average?.figures?.rate ?? null;
        if (rate === null) return { content: null, shade: null };
        return {
          content: html`<strong>${language.share(rate)}</strong> <span class="sub">${text.cohorts.averageOf(average?.cohorts ?? 0)}</span>`,
          shade: most > 0 ? rate / most : 0,
        };
      }),
    ],
  };
}
