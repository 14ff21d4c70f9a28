/** The check of workbooks finds what is wrong: a valid one is spoilt in one place at a time, and each is told. */
import { beforeAll, describe, expect, it } from "vitest";
import type { PageSheet } from "../../../src/render/xlsx/page-sheet.ts";
import type { Sheet } from "../../../src/render/xlsx/sheet.ts";
import { renderWorkbook } from "../../../src/render/xlsx/workbook.ts";
import { inOnePiece, PLAIN_LOOKS, workbookParts } from "../../support/read-workbook.ts";
import { workbookProblems } from "../../support/workbook-check/workbook-problems.ts";

const SEGMENTS: Sheet = {
  name: "Segments",
  tableName: "Segments",
  length: 3,
  above: { text: "back", sheet: "Summary" },
  marks: [
    { look: "bar", columns: [1, 1] },
    { look: "scale", columns: [2, 2] },
  ],
  columns: [
    { heading: "Segment", kind: "text", at: (row) => ["Best", " Late", null][row] ?? null },
    { heading: "Customers", kind: "count", at: (row) => [5, null, 2][row] ?? null },
    { heading: "Active", kind: "flag", at: () => true },
  ],
};
const PLAIN: Sheet = { ...SEGMENTS, name: "Plain", tableName: "Plain" };

const SUMMARY: PageSheet = {
  name: "Summary",
  widths: [20, 20, 20],
  rows: [
    [{ column: 0, value: "Title", look: { style: "title" }, upTo: 1 }],
    [{ column: 0, value: "Segments", look: { style: "link" }, link: "Segments" }],
    ...Array.from({ length: 20 }, () => []),
    [{ column: 2, value: 1, look: { kind: "count" } }],
  ],
  charts: [
    {
      title: "Customers",
      description: "Best 5",
      shape: "bars",
      categories: { sheet: SEGMENTS, column: 0, rows: [0, 2] },
      categoryTitle: "Segment",
      valueTitle: "Customers",
      series: [{ values: { sheet: SEGMENTS, column: 1, rows: [0, 2] }, colour: "000000" }],
      place: { row: 2, column: 0, width: 400, height: 400 },
    },
  ],
};

const [WORKBOOK, STYLES, TYPES] = ["xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml"];
const [PAGE, SHEET] = ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"];
const [TABLE, OTHER, CHART, DRAWING] = [
  "xl/tables/table1.xml",
  "xl/tables/table2.xml",
  "xl/charts/chart1.xml",
  "xl/drawings/drawing1.xml",
];

/** What is spoilt: in which part, what becomes what, and a word of what is told. */
const SPOILT: readonly (readonly [part: string, from: string | RegExp, to: string, told: string])[] = [
  // XML
  [SHEET, "</row>", "", "closes"],
  [SHEET, "Best", "Be\u0007st", "illegal character 7"],
  [SHEET, "Best", "Be & st", "unknown entity"],
  [SHEET, "Best", "Be < st", "not well-formed"],
  [SHEET, '<c r="B3"', '<c r="B3" r="B4"', "has r twice"],
  [SHEET, /$/, "<more/>", "not one root"],
  [DRAWING, / xmlns:r="[^"]*"/, "", "nothing declares the prefix of r:id"],
  [WORKBOOK, "spreadsheetml/2006/main", "spreadsheetml/2006/other", "xmlns is"],
  // the order and types of elements
  [SHEET, /(<cols>.*<\/cols>)(<sheetData>.*<\/sheetData>)/s, "$2$1", "in order"],
  [SHEET, /(<pageMargins[^>]*>)(<pageSetup[^>]*>)/, "$2$1", "in order"],
  [CHART, /(<c:idx[^>]*>)(<c:order[^>]*>)/, "$2$1", "in order"],
  [CHART, "</c:catAx>", "<c:blink/></c:catAx>", "<c:blink> is not known"],
  [CHART, '<c:crossBetween val="between"/>', '<c:crossBetween val="middle"/>', "is not between|midCat"],
  [CHART, '<c:axPos val="l"/>', "", "in order"],
  [SHEET, '<col min="1"', '<col least="1"', "without min"],
  [SHEET, 'defaultRowHeight="15"', 'defaultRowHeight="tall"', "is not double"],
  [SHEET, 'ht="32"', 'ht="500"', "is not points"],
  [SHEET, '<row r="1">', '<row r="1">text', "has the text"],
  // parts
  [TYPES, /<Override PartName="\/xl\/tables\/table1.xml"[^>]*>/, "", "has not the content type of table"],
  [TYPES, "drawing+xml", "drawings+xml", "has not the content type of drawing"],
  [TYPES, "/xl/styles.xml", "/xl/style.xml", "which is not there"],
  ["xl/_rels/workbook.xml.rels", "worksheets/sheet2.xml", "worksheets/sheet9.xml", "which is not there"],
  ["xl/_rels/workbook.xml.rels", 'Id="rId2"', 'Id="rId1"', "two relationships rId1"],
  ["xl/worksheets/_rels/sheet2.xml.rels", "rId1", "rId7", "it names"],
  ["xl/worksheets/_rels/sheet2.xml.rels", "/table1.xml", "/table2.xml", "nothing names xl/tables/table1.xml"],
  ["xl/drawings/_rels/drawing1.xml.rels", "rId1", "rId7", "names no chart"],
  // sheets
  [WORKBOOK, 'name="Segments"', 'name="PLAIN"', "two sheets called plain"],
  [WORKBOOK, 'name="Segments"', 'name="Seg/ments"', "a sheet is called Seg/ments"],
  [WORKBOOK, 'name="Segments"', `name="${"S".repeat(32)}"`, "a sheet is called SSS"],
  [WORKBOOK, 'sheetId="2"', 'sheetId="1"', "two sheets of id 1"],
  [WORKBOOK, "_xlnm.Print_Titles", "Print Titles", "a name Print Titles"],
  [WORKBOOK, "'Segments'!$2:$2", "'Segment'!$2:$2", "is of 'Segment'"],
  [SHEET, /<dimension ref="[^"]*"/, '<dimension ref="A1:C9"', "the dimension is A1:C9"],
  [SHEET, '<row r="3"', '<row r="2"', "row 2 after row 2"],
  [SHEET, '<c r="C3"', '<c r="A3"', "A3 in row 3 after 2"],
  [SHEET, /<c r="C3" s="\d+"/, '<c r="C3" s="999"', "style 999"],
  [SHEET, "<v>5</v>", "<v>five</v>", "the number five"],
  [SHEET, 't="b"><v>1', 't="b"><v>2', "the truth 2"],
  [SHEET, 't="b"', 't="s"', "needs another part"],
  [SHEET, ' xml:space="preserve"', "", "loses its blanks"],
  [SHEET, 'topLeftCell="B3"', 'topLeftCell="B2"', "the pane at B2"],
  [SHEET, 'priority="2"', 'priority="1"', "two rules of priority 1"],
  [SHEET, 'type="dataBar"', 'type="dataBar" dxfId="0"', "a rule has style 0"],
  [SHEET, 'sqref="B3:B5"', 'sqref="B5:B3"', "B5:B3 is no range"],
  [SHEET, "'Summary'!A1", "'Start'!A1", "a link to 'Start'!A1"],
  [PAGE, '<hyperlink ref="A2"', '<hyperlink ref="A3"', "a link from A3"],
  [PAGE, '<mergeCell ref="A1:B1"/>', '<mergeCell ref="A1:B1"/><mergeCell ref="B1:C1"/>', "A1:B1 and B1:C1 overlap"],
  [PAGE, '<mergeCells count="1">', '<mergeCells count="2">', "<mergeCells> has 1, not 2"],
  [PAGE, '<mergeCell ref="A1:B1"/>', '<mergeCell ref="B23:C23"/>', "C23 is hidden by a merge"],
  // tables
  [OTHER, 'displayName="Plain"', 'displayName="SEGMENTS"', "two tables called segments"],
  [TABLE, 'displayName="Segments"', 'displayName="R1C1"', "a table is called R1C1"],
  [TABLE, 'displayName="Segments"', 'displayName="My segments"', "a table is called My segments"],
  [OTHER, ' id="2"', ' id="1"', "two tables of id 1"],
  [TABLE, 'name="Customers"', 'name="SEGMENT"', "two columns called segment"],
  [TABLE, 'name="Customers"', 'name="Clients"', "columns Segment,Clients,Active under"],
  [TABLE, /ref="A2:C5"/g, 'ref="A2:C2"', "has no row"],
  [TABLE, '<autoFilter ref="A2:C5"', '<autoFilter ref="A2:B5"', "the filter A2:B5"],
  [SHEET, "<pageMargins", '<mergeCells><mergeCell ref="A5:B6"/></mergeCells><pageMargins', "overlap"],
  // styles
  [STYLES, 'fontId="8"', 'fontId="80"', "fontId 80"],
  [STYLES, 'numFmtId="49"', 'numFmtId="300"', "unknown format 300"],
  [STYLES, 'formatCode="yyyy-mm-dd"', 'formatCode="&quot;yyyy"', "cannot be read"],
  [STYLES, 'patternType="gray125"', 'patternType="solid"', "the first fills"],
  [STYLES, /<cellXfs count="\d+"/, '<cellXfs count="1"', "<cellXfs> has"],
  // charts
  [CHART, "<c:v>5</c:v>", "<c:v>6</c:v>", "has 5 in 0, its chart 6"],
  [CHART, "<c:v>Best</c:v>", "<c:v>Worst</c:v>", "has Best in 0, its chart Worst"],
  [CHART, "'Segments'!$B$3", "'Segment'!$B$3", "which is not there"],
  [CHART, '<c:ptCount val="3"/>', '<c:ptCount val="4"/>', "4 points of"],
  [CHART, /(<c:barChart>.*<c:axId val=")\d+("\/><c:axId)/s, "$17$2", "there is no axis 7"],
  [DRAWING, "<xdr:row>2</xdr:row>", "<xdr:row>9</xdr:row>", "hides 1 cells"],
  [DRAWING, "<xdr:col>0</xdr:col>", "<xdr:col>99999</xdr:col>", "a chart at 2, 99999"],
];

describe("the check of a workbook", () => {
  let parts: Readonly<Record<string, string>>;
  beforeAll(async () => {
    parts = workbookParts(await inOnePiece(renderWorkbook([SUMMARY, SEGMENTS, PLAIN], PLAIN_LOOKS)));
  });

  it("has nothing to say about a valid one", () => {
    expect(workbookProblems(parts)).toEqual([]);
  });

  it.each(SPOILT)("finds %s with %s as %s", (part, from, to, told) => {
    const spoilt = (parts[part] ?? "").replace(from, to);
    expect(spoilt).not.toBe(parts[part]);
    expect(workbookProblems({ ...parts, [part]: spoilt }).join("\n")).toContain(told);
  });

  it("has nothing to say about rows whose text needs more height than a row can have", async () => {
    const page: PageSheet = {
      name: "Long",
      widths: [20],
      rows: [[{ column: 0, value: "long ".repeat(500), look: { style: "finding" } }]],
    };
    const long = workbookParts(await inOnePiece(renderWorkbook([page], PLAIN_LOOKS)));
    expect(long[PAGE]).toContain('ht="405"');
    expect(workbookProblems(long)).toEqual([]);
  });

  it("finds a part that is missing", () => {
    const { [TABLE]: _, ...others } = parts;
    expect(workbookProblems(others).join("\n")).toContain(`names ${TABLE}, which is not there`);
  });
});
