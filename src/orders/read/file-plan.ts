import type { ContactSlot } from "../detect/contact-columns.ts";
import type { Layout } from "../detect/layout.ts";
import type { Formats } from "../detect/settle.ts";
import type { ByteSource } from "../inputs/byte-source.ts";
import type { DateZone } from "../values/day-reader.ts";
import type { FilterOptions } from "./row-filter.ts";
import type { RejectedRow } from "./row-table.ts";

/** One file as it is to be read. */
export interface FilePlan {
  readonly source: ByteSource;
  /** Absolute path; `null` for standard input. */
  readonly path: string | null;
  readonly layout: Layout;
  readonly formats: Formats;
  /** Index of the file among all files, in the order in which they are listed. */
  readonly file: number;
  /** Index of its source; order ids are told apart by source. */
  readonly origin: number;
  /** Whether other files of its source may hold the same rows. */
  readonly mayOverlap: boolean;
  /** The columns by which its rows are compared with those of the others; `null` for all, as they stand. */
  readonly compared: readonly number[] | null;
  readonly zone: DateZone;
  /** Whether ids and e-mail addresses that stand in one row are wanted as links. */
  readonly noteLinks: boolean;
  readonly filter: FilterOptions;
  /** Where the kept columns stand, in the order in which they were asked for; `null` for those that the file has not. */
  readonly kept: readonly (number | null)[];
  /** What the last of the kept columns hold of the buyers; all files have the same. */
  readonly contacts: readonly ContactSlot[];
}

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
  /** Whether some text was read through the wrong encoding by an earlier program (`Ã¤`). */
  readonly garbled: { readonly count: number; readonly line: number } | null;
}
