import type { ByteSource } from "../../files/byte-source.ts";
import type { ScannedList, TypedTable } from "../typed-table.ts";
import { type IndexedLines, indexLines } from "./index-lines.ts";
import { LinePages } from "./line-pages.ts";

/**
 * The table of a file of flat records, one per line or the elements of a list, whose cells are read from the file when they are
 * asked for.
 *
 * @param list the key of the list, empty for one that is not inside an object; `null` for lines
 * @returns `null` where the file is unusual, or damaged
 */
export function openLines(source: ByteSource, path: string, list: string | null = null): TypedTable | null {
  const { name } = source;
  const index = indexLines({ path, name }, list);
  if (index === null) return null;
  const { names, keys, lines, areNumbers } = index;
  const scanned = { names, keys, list: list === null ? null : placesOf(index) };
  return {
    kind: "json",
    sheet: list ?? "",
    otherSheets: [],
    sheetsTogether: [],
    names,
    width: names.length,
    length: lines.length,
    nested: new Map(),
    hasOneType: (column) => areNumbers[column] === true,
    line: (record) => lines.at(record),
    load: async (wanted) => {
      const pages = new LinePages({ path, name, index }, wanted);
      return wanted.map((_, slot) => pages.column(slot));
    },
    scanned,
  };
}

function placesOf({ parts, lines }: IndexedLines): ScannedList {
  return { starts: parts.map(({ start }) => start), end: parts.at(-1)?.end ?? 0, firstLine: lines.at(0) };
}
