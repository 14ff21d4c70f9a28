import { shadeClass } from "../../colours.ts";
import { html, type Insertable, type Markup } from "../markup.ts";

/** A cell that is shaded by a fraction of the largest. */
export interface ShadedCell {
  readonly content: Insertable;
  /** 0 … 1; `null` for a cell that is left blank. */
  readonly shade: number | null;
  /** Not known in full yet: hatched. */
  readonly partial?: boolean;
  /** Where nothing changed, so that the rest stands out. */
  readonly quiet?: boolean;
  /** Sides with a thick line. */
  readonly edges?: readonly Edge[];
}

/** A side of a cell. */
export type Edge = "top" | "left";

export interface ShadedTable {
  readonly caption: string;
  readonly corner: Insertable;
  readonly columns: readonly Insertable[];
  readonly rows: readonly { readonly label: Insertable; readonly cells: readonly ShadedCell[] }[];
}

/** So many columns fit on a phone; a table of more says that it scrolls. */
const FEW_COLUMNS = 5;

/** A table as a chart: every cell has its number, and the larger ones are darker. */
export function shadedTable({ caption, corner, columns, rows }: ShadedTable): Markup {
  return html`<div class="${columns.length > FEW_COLUMNS ? "scroll many" : "scroll"}" role="region" aria-label="${caption}" tabindex="0"><table class="shaded">
<thead><tr><th scope="col" class="text">${corner}</th>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>
${rows.map(
  ({ label, cells }) => html`<tr><th scope="row" class="text">${label}</th>${cells.map(shadedCell)}</tr>
`,
)}</tbody></table></div>`;
}

function shadedCell({ content, shade, partial = false, quiet = false, edges = [] }: ShadedCell): Markup {
  if (shade === null) return html`<td></td>`;
  const names = [
    quiet ? "quiet" : shadeClass(shade),
    ...(partial ? ["partial"] : []),
    ...edges.map((edge) => `edge-${edge}`),
  ];
  return html`<td class="${names.join(" ")}">${content}</td>`;
}
