import { repeated } from "./package-parts.ts";
import { countProblems } from "./sheet-problems.ts";
import { childrenOf, descendant, type XmlElement } from "./xml-tree.ts";

/** Codes of numbers that spreadsheets know by themselves. */
const OWN_FORMATS: ReadonlySet<number> = new Set([
  ...[0, 1, 2, 3, 4, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 37, 38, 39, 40, 45, 46, 47, 48, 49],
]);

/** Styles that name fonts, fills, borders and formats that there are; codes that can be read. */
export function styleProblems(styles: XmlElement): readonly string[] {
  const size = (name: string): number => descendant(styles, name)?.children.length ?? 0;
  const formats = childrenOf(descendant(styles, "numFmts"), "numFmt").map(({ attributes }) => attributes);
  const ids = formats.map(({ numFmtId = "" }) => numFmtId);
  const known = new Set([...OWN_FORMATS, ...ids.map(Number)]);
  const limits = {
    fontId: size("fonts"),
    fillId: size("fills"),
    borderId: size("borders"),
    xfId: size("cellStyleXfs"),
  };
  const cells = [
    ...childrenOf(descendant(styles, "cellXfs"), "xf"),
    ...childrenOf(descendant(styles, "cellStyleXfs"), "xf"),
  ];
  return [
    ...countProblems(styles),
    ...repeated(ids).map((id) => `two number formats of id ${id}`),
    ...ids.filter((id) => Number(id) < 164).map((id) => `a number format of id ${id}, which is the program's`),
    ...formats.flatMap(({ formatCode = "" }) => codeProblems(formatCode)),
    ...cells.flatMap(({ attributes }) => [
      ...Object.entries(limits).flatMap(([name, limit]) =>
        Number(attributes[name] ?? 0) < limit ? [] : [`a style has ${name} ${attributes[name]} of ${limit}`],
      ),
      ...(known.has(Number(attributes["numFmtId"]))
        ? []
        : [`a style has the unknown format ${attributes["numFmtId"]}`]),
    ]),
    ...fillProblems(styles),
  ];
}

/** A code: quotes in pairs, at most four sections, letters only where they mean something. */
export function codeProblems(code: string): readonly string[] {
  const bare = code.replace(/"[^"]*"/g, "").replace(/\\./g, "");
  const isReadable = /^(General|[#0?,.%@;\s/dmyh:-]*)$/.test(bare) && !/\\$/.test(bare);
  const isShort = code.length <= 255 && bare.split(";").length <= 4;
  return isReadable && isShort && code !== "" ? [] : [`the number format ${code} cannot be read`];
}

/** The first two fills are the same in every workbook: spreadsheets take them so, whatever stands there. */
function fillProblems(styles: XmlElement): readonly string[] {
  const kinds = childrenOf(descendant(styles, "fills"), "fill").map(
    (fill) => descendant(fill, "patternFill")?.attributes["patternType"],
  );
  return kinds[0] === "none" && kinds[1] === "gray125" ? [] : [`the first fills are ${kinds.slice(0, 2)}`];
}
