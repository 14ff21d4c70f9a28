import type { ByteSource } from "../../files/byte-source.ts";
import type { TypedTable } from "../typed-table.ts";
import { indexLines } from "./index-lines.ts";
import { LinePages } from "./line-pages.ts";

/**
 * The table of a file of flat records, one per line, whose cells are read from the file when they are asked for.
 *
 * @returns `null` where the file is unusual, or damaged
 */
export function openLines(source: ByteSource, path: string): TypedTable | null {
  const { name } = source;
  const index = indexLines({ path, name });
  if (index === null) return null;
  const { names, keys, lines, areNumbers } = index;
  return {
    kind: "json",
    sheet: "",
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
    scanned: { names, keys },
  };
}
