import { html, type Markup } from "../markup.ts";
import type { PageContext } from "../page-context.ts";
import { figureMarkup } from "../parts/figure.ts";
import { shadedTable } from "../parts/shaded-table.ts";

/** Customers and money by recency and frequency score. The chart is a table: its numbers are in it. */
export function gridSection(context: PageContext): Markup {
  const { text, report } = context;
  const { recencyLevels, frequencyLevels } = report.grid;
  return html`<section aria-labelledby="grid"><h2 id="grid">${text.grid.heading}</h2>
<p>${text.grid.intro(recencyLevels, frequencyLevels)} <a href="#cut-points">${text.method.cutPoints}</a></p>
${emptyColumns(context)}<div class="pair">${customerGrid(context)}${context.language.hasMoney ? revenueGrid(context) : null}</div></section>
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
  return html`<p class="small soft">${text.grid.emptyColumns(empty.map((f) => language.count(f + 1)).join(", "), empty.length)}</p>
`;
}

function customerGrid(context: PageContext): Markup {
  const { text, language, report } = context;
  const { grid, headline } = report;
  const best = grid.customers.at(-1)?.at(-1) ?? 0;
  const title = text.grid.customersTitle(best, best / headline.customers);
  const most = Math.max(...grid.customers.flat());
  const chart = gridTable(context, title, (r, f) => {
    const customers = grid.customers[r]?.[f] ?? 0;
    const share = html` <span class="sub">${language.share(customers / headline.customers)}</span>`;
    return { content: customers === 0 ? "0" : html`${language.count(customers)}${share}`, part: customers / most };
  });
  return figureMarkup(
    { id: "grid-customers", title, caption: text.grid.customersCaption, chart, table: null },
    context,
  );
}

function revenueGrid(context: PageContext): Markup {
  const { text, language, report, roundMoney, currency } = context;
  const { grid, headline } = report;
  const { revenue } = headline;
  const best = grid.revenue.at(-1)?.at(-1) ?? 0n;
  const title = revenue > 0n ? text.grid.revenueTitle(Number(best) / Number(revenue)) : text.grid.noRevenueTitle;
  const most = Math.max(...grid.revenue.flat().map(Number));
  const chart = gridTable(context, title, (r, f) => {
    const money = grid.revenue[r]?.[f] ?? 0n;
    const share =
      revenue > 0n ? html` <span class="sub">${language.share(Number(money) / Number(revenue))}</span>` : null;
    return {
      content: money === 0n ? "0" : html`${roundMoney(money).replace(currency, "")}${share}`,
      part: most > 0 ? Number(money) / most : 0,
    };
  });
  return figureMarkup(
    {
      id: "grid-revenue",
      title,
      caption: currency === "" ? text.grid.revenueCaption : `${text.grid.revenueCaption} (${currency.trim()})`,
      chart,
      table: null,
    },
    context,
  );
}

function gridTable(
  { text, report: { grid } }: PageContext,
  caption: string,
  cell: (r: number, f: number) => { readonly content: Markup | string; readonly part: number },
): Markup {
  const scores = (levels: number): readonly number[] => Array.from({ length: levels }, (_, index) => index);
  return shadedTable({
    caption,
    corner: text.grid.corner,
    columns: scores(grid.frequencyLevels).map(
      (f) => html`<span aria-hidden="true">${f + 1}</span><span class="hidden">${text.grid.frequency(f + 1)}</span>`,
    ),
    rows: scores(grid.recencyLevels)
      .toReversed()
      .map((r) => ({
        label: text.grid.recency(r + 1),
        cells: scores(grid.frequencyLevels).map((f) => {
          const { content, part } = cell(r, f);
          return { content, shade: Math.max(0, part) };
        }),
      })),
  });
}
