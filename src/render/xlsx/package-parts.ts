/*
 * The files inside a workbook: which there are, what each is, and which one names which.
 */
import { chartXml } from "./chart-xml.ts";
import { drawingXml } from "./drawing-xml.ts";
import { type AnySheet, isPage } from "./page-sheet.ts";
import { pageXml } from "./page-xml.ts";
import { isTable, sheetXml } from "./sheet-xml.ts";
import type { NumberLooks } from "./styles.ts";
import { tableXml } from "./table-xml.ts";
import { OFFICE_RELATIONSHIPS, XML_START } from "./worksheet.ts";

/** A file of the archive; its text is made as it is asked for. */
export interface PackagePart {
  readonly path: string;
  /** The type of its content; `null` for relationships, which are known by their names. */
  readonly type: string | null;
  readonly text: () => Iterable<string | Uint8Array>;
}

export const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
export const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const DRAWING = "application/vnd.openxmlformats-officedocument";

/** A sheet with its table, or its drawing and charts, and the relationships between them. */
export function* sheetParts(sheets: readonly AnySheet[], looks: NumberLooks): Generator<PackagePart> {
  let [tables, drawings, charts] = [0, 0, 0];
  for (const [index, sheet] of sheets.entries()) {
    const path = `xl/worksheets/sheet${index + 1}.xml`;
    const type = `${SPREADSHEET}.worksheet+xml`;
    const first = index === 0;
    if (isPage(sheet)) {
      yield { path, type, text: () => pageXml(sheet, first) };
      const own = sheet.charts ?? [];
      if (own.length === 0) continue;
      drawings += 1;
      yield relationships(path, [{ type: "drawing", target: `../drawings/drawing${drawings}.xml` }]);
      const drawing = `xl/drawings/drawing${drawings}.xml`;
      yield { path: drawing, type: `${DRAWING}.drawing+xml`, text: () => [drawingXml(own)] };
      const start = charts;
      charts += own.length;
      yield relationships(
        drawing,
        own.map((_, at) => ({ type: "chart", target: `../charts/chart${start + at + 1}.xml` })),
      );
      for (const [at, chart] of own.entries()) {
        const number = start + at + 1;
        yield {
          path: `xl/charts/chart${number}.xml`,
          type: `${DRAWING}.drawingml.chart+xml`,
          text: () => [chartXml(chart, looks)],
        };
      }
      continue;
    }
    yield { path, type, text: () => sheetXml(sheet, { currency: looks.currency, first }) };
    if (!isTable(sheet)) continue;
    tables += 1;
    const number = tables;
    yield relationships(path, [{ type: "table", target: `../tables/table${number}.xml` }]);
    yield {
      path: `xl/tables/table${number}.xml`,
      type: `${SPREADSHEET}.table+xml`,
      text: () => [tableXml(sheet, number)],
    };
  }
}

/** What the part at `path` names; the relationships are numbered as they stand. */
export function relationships(
  path: string,
  targets: readonly { readonly type: string; readonly target: string }[],
): PackagePart {
  const xml = targets.map(
    ({ type, target }, index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE_RELATIONSHIPS}/${type}" Target="${target}"/>`,
  );
  const slash = path.lastIndexOf("/") + 1;
  return {
    path: `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`,
    type: null,
    text: () => [`${XML_START}<Relationships xmlns="${PACKAGE}/relationships">${xml.join("")}</Relationships>`],
  };
}
