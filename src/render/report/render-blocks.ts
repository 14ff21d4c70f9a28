import type { DataTable } from "../../csv/writer/data-table.ts";
import type { Chunks } from "../../files/chunks.ts";
import { type Format, isDataFormat, renderTable } from "../tables/formats.ts";
import type { Block } from "./blocks/block.ts";
import { renderMarkdownReport } from "./markdown-report.ts";
import { renderTextReport } from "./terminal-report.ts";

/** The format of a result, and how it is drawn. */
export interface Drawing {
  readonly format: Format;
  readonly look: Parameters<typeof renderTable>[2] & Parameters<typeof renderTextReport>[2];
}

/** Blocks as people read them: as Markdown, or as text for a terminal. */
export function renderBlocks(title: string, blocks: readonly Block[], { format, look }: Drawing): Iterable<string> {
  return format === "md" ? renderMarkdownReport(title, blocks, look.language) : renderTextReport(title, blocks, look);
}

/** A result as its table in the formats of data, and as its blocks for people. */
export function renderTableOrBlocks(
  table: DataTable,
  { title, blocks }: { readonly title: string; readonly blocks: () => readonly Block[] },
  drawing: Drawing,
): Chunks {
  const { format, look } = drawing;
  return isDataFormat(format) ? renderTable(table, format, look) : renderBlocks(title, blocks(), drawing);
}
