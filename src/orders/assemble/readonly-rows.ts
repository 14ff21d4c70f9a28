import type { RowColumns } from "../rows/row-columns.ts";

/** A column of rows that is only read. */
export interface ReadonlyColumn {
  readonly length: number;
  readonly [row: number]: number;
  includes(value: number): boolean;
}

/** The rows for whoever only reads them. A function that changes rows takes {@link RowColumns} instead. */
export type ReadonlyRows = Omit<{ readonly [Name in keyof RowColumns]: ReadonlyColumn }, "length" | "kept"> & {
  readonly length: number;
  readonly kept: readonly ReadonlyColumn[];
};
