import { attribute, tagsNamed } from "./xml.ts";

/** What the cells of a style show of a number. */
export type Shows = "number" | "date" | "time";

/** The formats that have no code in the file: 14 … 22 and the dates of East Asian calendars; 18 … 21 and 45 … 47 are times. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58);
const isBuiltInTime = (id: number): boolean =>
  (id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id === 45 || id === 47;

/** What each style of a workbook's `styles.xml` shows, by its index. */
export function styleFormats(xml: string): readonly Shows[] {
  const codes = new Map(
    tagsNamed(xml, "numFmt").map((tag) => [Number(attribute(tag, "numFmtId")), attribute(tag, "formatCode") ?? ""]),
  );
  const list = /<(?:\w+:)?cellXfs[\s>][\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(xml)?.[0] ?? "";
  return tagsNamed(list, "xf").map((tag) => {
    const id = Number(attribute(tag, "numFmtId") ?? 0);
    const code = codes.get(id);
    if (code !== undefined) return showsOfCode(code);
    if (isBuiltInDate(id)) return "date";
    return isBuiltInTime(id) ? "time" : "number";
  });
}

/**
 * What a format's code shows, by its first section: days where it has a year or a day, or months beside them; times where it
 * has hours or seconds only. `[h]:mm` counts hours, which makes it a number.
 */
export function showsOfCode(code: string): Shows {
  const [section = ""] = code
    .replace(/"[^"]*"|\\.|_.|\*./g, "")
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "")
    .split(";");
  if (/\[(?:h+|m+|s+)\]/i.test(section) || /general/i.test(section)) return "number";
  if (/[yd]|m{3,}|e{1,}(?![+-])/i.test(section)) return "date";
  if (/[hs]/i.test(section)) return "time";
  return /m/i.test(section) && !/[0#?]/.test(section) ? "date" : "number";
}
