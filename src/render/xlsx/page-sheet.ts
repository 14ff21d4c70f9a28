import type { CellValue } from "../../csv/writer/data-table.ts";
import type { Chart } from "./chart.ts";
import type { CellKind, CellMarks, Sheet } from "./sheet.ts";
import type { Look, PageStyle } from "./styles.ts";

/** How a cell of a page looks: a text's style, a heading's, a value of a kind, or text on one of the workbook's colours. */
export type PageLook =
  | { readonly style: PageStyle }
  | { readonly heading: CellKind }
  | { readonly kind: CellKind; readonly look?: Look }
  | { readonly fill: number };

export interface PageCell {
  /** From 0. */
  readonly column: number;
  readonly value: CellValue;
  readonly look: PageLook;
  /** The sheet that it leads to. */
  readonly link?: string;
  /** The last of the columns that it takes, merged into one. */
  readonly upTo?: number;
}

/** A row of a page; as high as its texts need. */
export type PageRow = readonly PageCell[];

/** A sheet that is read like a page: rows of cells that differ, and charts of other sheets' cells. */
export interface PageSheet {
  readonly name: string;
  /** The width of each column, in characters. */
  readonly widths: readonly number[];
  readonly rows: readonly PageRow[];
  /** Rows from 0. */
  readonly marks?: readonly (CellMarks & Required<Pick<CellMarks, "rows">>)[];
  readonly charts?: readonly Chart[];
  /** Printed on one page, however small that makes it. */
  readonly isOnePage?: boolean;
}

export type AnySheet = Sheet | PageSheet;

export function isPage(sheet: AnySheet): sheet is PageSheet {
  return "widths" in sheet;
}
