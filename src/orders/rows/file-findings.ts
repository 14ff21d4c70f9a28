import type { UncomparedCell } from "../../exports/row-filter.ts";
import type { RejectedRow } from "./row-table.ts";

/** What reading one file found out beside its rows. */
export interface FileResult {
  readonly rows: number;
  readonly rejects: readonly RejectedRow[];
  /** Rows whose amount was finer than 1/10,000 and was rounded. */
  readonly rounded: number;
  /** Every customer id (not e-mail) is a whole number, and some end in `.0`. */
  readonly wholeIds: boolean;
  readonly pointZeroIds: boolean;
  /** Pairs of an id and an e-mail address that stand in one row. */
  readonly links: readonly (readonly [string, string])[];
  /** The cells of rows with the wrong number of fields that hold an address, where addresses are wanted. */
  readonly strays: readonly (readonly string[])[];
  /** Ids that a spreadsheet turned into `1.2E+13`: how many, and the line of the first. */
  readonly destroyedIds: { readonly count: number; readonly line: number; readonly value: string } | null;
  /** The first cell of a row that counts which a condition cannot compare; the run stops there. */
  readonly uncompared: UncomparedCell | null;
  /** Whether some text was read through the wrong encoding by an earlier program (`Ã¤`). */
  readonly garbled: { readonly count: number; readonly line: number } | null;
}
