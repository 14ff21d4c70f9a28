import type { ByteSource } from "../files/byte-source.ts";
import type { ContactSlot } from "./detect/contacts/contact-columns.ts";
import type { Formats } from "./detect/formats/resolve-formats.ts";
import type { Layout } from "./detect/layout.ts";
import type { JoinedFile } from "./join/joined-file.ts";
import type { LineRole } from "./lines/line-role.ts";
import type { FilteredFile, FilterOptions } from "./row-filter.ts";
import type { DateZone } from "./values/day-reader.ts";

/** One file as it is to be read. */
export interface FilePlan {
  readonly source: ByteSource;
  /** Absolute path; `null` for standard input. */
  readonly path: string | null;
  readonly layout: Layout;
  readonly formats: Formats;
  /** Index of the file among all files, in the order in which they are listed. */
  readonly file: number;
  /** Index of its source. */
  readonly origin: number;
  /** Index of the numbering of its order ids, by which they are told apart: its source, or itself where each file has its own. */
  readonly numbering: number;
  /** Whether other files of its source may hold the same rows. */
  readonly mayOverlap: boolean;
  /** Whether its rows are hashed, so that those of other files can be compared with them. */
  readonly hashesRows: boolean;
  /** The columns by which its rows are compared with those of the others; `null` for all, as they stand. */
  readonly compared: readonly number[] | null;
  /** Whether they are compared by what the cells mean, because the files of its source are of different kinds. */
  readonly comparesValues: boolean;
  readonly zone: DateZone;
  /** Whether ids and e-mail addresses that stand in one row are wanted as links. */
  readonly noteLinks: boolean;
  readonly filter: FilterOptions;
  /** Its place among tables that belong together; `null` where each file is orders by itself. */
  readonly joined: JoinedFile | null;
  /** Where the kept columns stand, in the order in which they were asked for; `null` for those that the file has not. */
  readonly kept: readonly (number | null)[];
  /** What those of the kept columns say that stand before the contacts': line items and traits; all files have the same. */
  readonly lines: readonly LineRole[];
  /** What the last of the kept columns hold of the buyers; all files have the same. */
  readonly contacts: readonly ContactSlot[];
}

/** The file as a filter of its rows sees it. */
export function filteredFile({ source, layout, formats }: FilePlan): FilteredFile {
  return { fileName: source.name, header: layout.header, date: layout.columns.date, formats };
}

/** Which of the kept columns plays a role of line items; −1 where none does. */
export function keptAt(
  { kept, lines, contacts }: Pick<FilePlan, "kept" | "lines" | "contacts">,
  role: LineRole,
): number {
  const at = lines.indexOf(role);
  return at < 0 ? -1 : kept.length - contacts.length - lines.length + at;
}
