import type { Sheet } from "./sheet.ts";

/** Cells of one column of a sheet, which a chart draws; rows from 0, headings not counted. */
export interface ColumnCells {
  readonly sheet: Sheet;
  readonly column: number;
  readonly rows: readonly [first: number, last: number];
}

/** A chart of cells: it changes with them. Its series are called what their columns' headings say. */
export interface Chart {
  readonly title: string;
  /** What it shows, for who cannot see it. */
  readonly description: string;
  /** Columns on top of each other, or bars side by side with the first category above. */
  readonly shape: "stacked columns" | "bars";
  readonly categories: ColumnCells;
  readonly categoryTitle: string;
  readonly valueTitle: string;
  readonly series: readonly ChartSeries[];
  readonly place: ChartPlace;
}

export interface ChartSeries {
  readonly values: ColumnCells;
  /** Six hexadecimal digits. */
  readonly colour: string;
}

/** The cell of a chart's corner, from 0, and its size in pixels of 1/96 of an inch. */
export interface ChartPlace {
  readonly row: number;
  readonly column: number;
  readonly width: number;
  readonly height: number;
}
