import type { DataTable } from "../../../csv/writer/data-table.ts";
import type { Note } from "../../notes/note.ts";

/** One part of a report, in the words of people; every format renders the same blocks. */
export type Block =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "lines"; readonly lines: readonly string[] }
  /** A blank line, where text stands as it is. */
  | { readonly kind: "gap" }
  /** Lines of small bars, for a terminal only. */
  | { readonly kind: "trends"; readonly lines: readonly string[] }
  | { readonly kind: "figures"; readonly figures: readonly (readonly [label: string, value: string])[] }
  | { readonly kind: "table"; readonly table: DataTable }
  | { readonly kind: "grid"; readonly grid: GridBlock }
  | { readonly kind: "actions"; readonly actions: readonly ActionBlock[] }
  | { readonly kind: "notes"; readonly notes: readonly Note[] };

/** A table whose cells are shaded by a fraction 0 … 1 of the largest. */
export interface GridBlock {
  readonly corner: string;
  readonly columns: readonly string[];
  /** The columns' names where there is little room. */
  readonly shortColumns: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    readonly cells: readonly GridCell[];
  }[];
}

/** A number, with its share where there is one. */
export interface GridCell {
  readonly text: string;
  /** Empty where there is none. */
  readonly share: string;
  readonly shade: number;
}

/** A cell on one line: `107 (1.3%)`; the two numbers in a row would be read as one where blanks group thousands. */
export function gridText({ text, share }: GridCell): string {
  return share === "" ? text : `${text} (${share})`;
}

export interface ActionBlock {
  readonly segment: string;
  readonly figures: string;
  readonly meaning: string;
  readonly action: string;
  readonly avoid: string;
  readonly measure: string;
  /** The command line that makes the segment's list. */
  readonly command?: string;
}
