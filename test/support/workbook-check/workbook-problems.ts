/** Whether a workbook is one that every program opens without repair: its parts by themselves, and what they say of each other. */
import { chartProblems, drawingProblems, type SheetsByName } from "./chart-problems.ts";
import { elementProblems } from "./element-problems.ts";
import { type Parts, packageProblems, related, relationsOf, repeated } from "./package-parts.ts";
import { sheetProblems } from "./sheet-problems.ts";
import { styleProblems } from "./style-problems.ts";
import { isLegalName, type PlacedTable, tableProblems } from "./table-problems.ts";
import { childrenOf, descendant, everyElement, type XmlElement, xmlTree } from "./xml-tree.ts";

const WORKBOOK = "xl/workbook.xml";

interface PlacedSheet {
  readonly name: string;
  readonly path: string;
  readonly sheet: XmlElement;
}

/**
 * What is wrong with a workbook, each with the part that it is in; nothing where all is well.
 *
 * @param texts the files inside, by their paths
 */
export function workbookProblems(texts: Readonly<Record<string, string>>): readonly string[] {
  const parts = new Map<string, XmlElement>();
  for (const [path, text] of Object.entries(texts)) {
    try {
      parts.set(path, xmlTree(text));
    } catch (error) {
      return [`${path}: ${String(error)}`];
    }
  }
  const single = [...parts].flatMap(([path, root]) => elementProblems(root).map((problem) => `${path}: ${problem}`));
  const whole = [...packageProblems(parts), ...betweenProblems(parts)];
  return [...single, ...whole];
}

function betweenProblems(parts: Parts): readonly string[] {
  const [workbook, styles] = [parts.get(WORKBOOK), parts.get("xl/styles.xml")];
  if (workbook === undefined || styles === undefined) return ["the workbook, or its styles, are not there"];
  const entries = childrenOf(descendant(workbook, "sheets"), "sheet");
  const sheets = entries.flatMap(({ attributes }): readonly PlacedSheet[] => {
    const path = related(parts, WORKBOOK, { id: attributes["r:id"] ?? "", kind: "worksheet" }) ?? "";
    const sheet = parts.get(path);
    return sheet === undefined ? [] : [{ name: attributes["name"] ?? "", path, sheet }];
  });
  const defined = childrenOf(descendant(workbook, "definedNames"), "definedName");
  const own = defined.map(({ attributes }) => attributes["name"] ?? "").filter((name) => !name.startsWith("_xlnm."));
  const tables = sheets.flatMap((one) => tablesOf(parts, one));
  return [
    ...nameProblems(sheets.map(({ name }) => name)),
    ...repeated(entries.map(({ attributes }) => attributes["sheetId"] ?? "")).map((id) => `two sheets of id ${id}`),
    ...(sheets.length === entries.length ? [] : [`${sheets.length} parts of ${entries.length} sheets`]),
    ...definedProblems(defined, sheets),
    ...styleProblems(styles),
    ...tableProblems(tables, own),
    ...sheets.flatMap((one) => placedProblems(parts, one, { styles, sheets })),
  ];
}

/** At most 31 characters, none that formulas need, once each whatever their case. */
function nameProblems(names: readonly string[]): readonly string[] {
  const legal = /^(?!')[^[\]:*?/\\]{1,31}(?<!')$/u;
  return [
    ...names.flatMap((name) => (legal.test(name) && name.length <= 31 ? [] : [`a sheet is called ${name}`])),
    ...repeated(names.map((name) => name.toLowerCase())).map((name) => `two sheets called ${name}`),
  ];
}

const TITLES = /^'((?:[^']|'')+)'!\$\d+:\$\d+$/;
const FILTER = /^'((?:[^']|'')+)'!\$[A-Z]+\$\d+:\$[A-Z]+\$\d+$/;

/** Names of cells: legal, of a sheet that there is, once for each sheet. */
function definedProblems(defined: readonly XmlElement[], sheets: readonly PlacedSheet[]): readonly string[] {
  const keys = defined.map(({ attributes }) => `${attributes["name"]} of sheet ${attributes["localSheetId"]}`);
  return [
    ...repeated(keys).map((key) => `two names ${key}`),
    ...defined.flatMap(({ attributes, text }) => {
      const { name = "", localSheetId = "-1" } = attributes;
      const form = name === "_xlnm.Print_Titles" ? TITLES : FILTER;
      const of = form.exec(text)?.[1]?.replaceAll("''", "'");
      const isKnown = ["_xlnm.Print_Titles", "_xlnm._FilterDatabase", "_xlnm.Print_Area"].includes(name);
      return [
        ...(isKnown || isLegalName(name) ? [] : [`a name ${name}`]),
        ...(of !== undefined && of === sheets[Number(localSheetId)]?.name ? [] : [`the name ${name} is of ${text}`]),
      ];
    }),
  ];
}

function tablesOf(parts: Parts, { sheet, path }: PlacedSheet): readonly PlacedTable[] {
  return relationsOf(parts, path)
    .filter(({ kind }) => kind === "table")
    .flatMap((relation) => {
      const table = parts.get(relation.path);
      return table === undefined ? [] : [{ table, sheet }];
    });
}

/** A sheet with its tables and charts. */
function placedProblems(
  parts: Parts,
  placed: PlacedSheet,
  { styles, sheets }: { readonly styles: XmlElement; readonly sheets: readonly PlacedSheet[] },
): readonly string[] {
  const { path, sheet } = placed;
  const size = (name: string): number => descendant(styles, name)?.children.length ?? 0;
  const problems = [
    ...sheetProblems(sheet, {
      sheetNames: sheets.map(({ name }) => name),
      styles: size("cellXfs"),
      differentialStyles: size("dxfs"),
      tables: tablesOf(parts, placed).map(({ table }) => table.attributes["ref"] ?? ""),
    }),
    ...namedProblems(parts, placed),
    ...chartedProblems(parts, placed, new Map(sheets.map((one) => [one.name, one.sheet]))),
  ];
  return problems.map((problem) => `${path}: ${problem}`);
}

/** Each table and drawing that a sheet names is one of its relationships, and each relationship is named. */
function namedProblems(parts: Parts, { path, sheet }: PlacedSheet): readonly string[] {
  const named = [
    ...everyElement(sheet, "tablePart").map(({ attributes }) => `table ${attributes["r:id"]}`),
    ...everyElement(sheet, "drawing").map(({ attributes }) => `drawing ${attributes["r:id"]}`),
  ];
  const relations = relationsOf(parts, path).map(({ kind, id }) => `${kind} ${id}`);
  return named.toSorted().join() === relations.toSorted().join() ? [] : [`it names ${named}, and has ${relations}`];
}

function chartedProblems(parts: Parts, { path, sheet }: PlacedSheet, sheets: SheetsByName): readonly string[] {
  return relationsOf(parts, path)
    .filter(({ kind }) => kind === "drawing")
    .flatMap((relation) => {
      const drawing = parts.get(relation.path);
      if (drawing === undefined) return [];
      const charts = everyElement(drawing, "c:chart").map(({ attributes }) =>
        related(parts, relation.path, { id: attributes["r:id"] ?? "", kind: "chart" }),
      );
      return [
        ...drawingProblems(drawing, sheet),
        ...charts.flatMap((chart) => {
          const root = parts.get(chart ?? "");
          return root === undefined ? ["a drawing names no chart"] : chartProblems(root, sheets);
        }),
      ];
    });
}
