import { html, type Insertable, type Markup } from "../markup.ts";

/** One column of a table; numbers stand on the right. */
export interface NumberColumn {
  readonly heading: Insertable;
  readonly isText?: boolean;
  /** Not shown, nor are its cells. */
  readonly isLeftOut?: boolean;
}

/** A table of texts as people read them. The first cell of a row is its heading. */
export interface NumberTable {
  /** What the table is called by those who cannot see where it stands. */
  readonly caption: string;
  readonly columns: readonly NumberColumn[];
  readonly rows: readonly (readonly Insertable[])[];
}

/** So many columns fit on a phone; a table of more says that it scrolls. */
const FEW_COLUMNS = 4;

/** A table that scrolls by itself where the page is narrower than it is. */
export function numberTable({ caption, ...whole }: NumberTable): Markup {
  const shown = <Cell>(cells: readonly Cell[]): readonly Cell[] =>
    cells.filter((_, index) => whole.columns[index]?.isLeftOut !== true);
  const [columns, rows] = [shown(whole.columns), whole.rows.map(shown)];
  const alignment = (index: number): string => (columns[index]?.isText === true ? "text" : "number");
  const head = columns.map(({ heading }, index) => html`<th scope="col" class="${alignment(index)}">${heading}</th>`);
  const body = rows.map(
    (cells) => html`<tr>${cells.map((cell, index) =>
      index === 0
        ? html`<th scope="row" class="${alignment(index)}">${cell}</th>`
        : html`<td class="${alignment(index)}">${cell}</td>`,
    )}</tr>
`,
  );
  return html`<div class="${columns.length > FEW_COLUMNS ? "scroll many" : "scroll"}" role="region" aria-label="${caption}" tabindex="0"><table>
<thead><tr>${head}</tr></thead>
<tbody>
${body}</tbody></table></div>`;
}
