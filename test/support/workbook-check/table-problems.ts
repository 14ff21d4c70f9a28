import { overlap, rangeOf, rangeProblems } from "./cell-ranges.ts";
import { repeated } from "./package-parts.ts";
import { cellsOf } from "./sheet-cells.ts";
import { cellText, childrenOf, descendant, type XmlElement } from "./xml-tree.ts";

/** A table with the sheet that it is of. */
export interface PlacedTable {
  readonly table: XmlElement;
  readonly sheet: XmlElement;
}

/** A name of a table or of cells: a letter, `_` or `\`, then no blank; nothing that could be a cell, in either style. */
export function isLegalName(name: string): boolean {
  const isCell = /^([A-Za-z]{1,3}\d+|[RrCc]|[Rr]\d*[Cc]\d*)$/.test(name);
  return /^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u.test(name) && !isCell;
}

/** Tables by themselves and among each other; their columns are called what the cells above them say. */
export function tableProblems(tables: readonly PlacedTable[], otherNames: readonly string[]): readonly string[] {
  const attributes = tables.map(({ table }) => table.attributes);
  const names = attributes.map(({ displayName = "" }) => displayName.toLowerCase());
  return [
    ...repeated(attributes.map(({ id = "" }) => id)).map((id) => `two tables of id ${id}`),
    ...repeated([...otherNames.map((name) => name.toLowerCase()), ...names]).map((name) => `two tables called ${name}`),
    ...tables.flatMap((placed) => oneProblems(placed)),
  ];
}

function oneProblems({ table, sheet }: PlacedTable): readonly string[] {
  const { displayName = "", ref = "" } = table.attributes;
  const { top, left, bottom, right } = rangeOf(ref);
  const columns = childrenOf(descendant(table, "tableColumns"), "tableColumn").map(({ attributes }) => attributes);
  const names = columns.map(({ name = "" }) => cellText(name));
  const filter = descendant(table, "autoFilter")?.attributes["ref"];
  return [
    ...(isLegalName(displayName) ? [] : [`a table is called ${displayName}`]),
    ...rangeProblems(ref),
    ...(bottom > top ? [] : [`the table ${displayName} has no row`]),
    ...(filter === ref ? [] : [`the filter ${filter} of the table ${ref}`]),
    ...(columns.length === right - left + 1
      ? []
      : [`the table ${displayName} has ${columns.length} columns in ${ref}`]),
    ...repeated(columns.map(({ id = "" }) => id)).map((id) => `two columns of id ${id} in ${displayName}`),
    ...repeated(names.map((name) => name.toLowerCase())).map((name) => `two columns called ${name} in ${displayName}`),
    ...names.flatMap((name) => (name.length > 255 ? [`a column's name has ${name.length} characters`] : [])),
    ...headingProblems(sheet, names, { top, left, bottom, right }),
  ];
}

function headingProblems(sheet: XmlElement, names: readonly string[], range: ReturnType<typeof rangeOf>): string[] {
  const heads = [...cellsOf(sheet).values()].filter(({ reference }) =>
    overlap(rangeOf(reference), { ...range, bottom: range.top }),
  );
  const texts = heads.map(({ value, type }) => (type === "inlineStr" ? value : `${type} ${value}`));
  return JSON.stringify(texts) === JSON.stringify(names) ? [] : [`columns ${names} under ${texts}`];
}
