import { LIST_FORMATS } from "./formats/index.ts";
import type { ListField, ListFormat } from "./list-format.ts";

/** The fields that only a list of this program has; a header with the names that a format gives them is that format's. */
const MARKS: readonly ListField[] = ["segment", "cell", "spend"];

/** Whether a header is that of a list which this program wrote, for whatever tool. */
export function isOwnListHeader(header: readonly string[]): boolean {
  const names = header.map((name) => name.trim());
  return LIST_FORMATS.some((format) => {
    const marks = marksOf(format);
    if (marks.length === MARKS.length) return marks.every((name) => names.includes(name));
    return names.length === format.columns.length && format.columns.every(([name], index) => names[index] === name);
  });
}

function marksOf({ columns }: ListFormat): readonly string[] {
  return MARKS.flatMap((mark) => columns.filter(([, field]) => field === mark).map(([name]) => name));
}
