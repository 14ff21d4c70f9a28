import { type CellRange, rangeOf } from "./cell-ranges.ts";
import { cellText, childrenOf, descendant, type XmlElement } from "./xml-tree.ts";

export interface SheetCell {
  readonly reference: string;
  readonly style: number;
  /** `n` where the file does not say. */
  readonly type: string;
  /** Its number or text as the file has it; texts without their escapes. */
  readonly value: string;
  readonly keepsBlanks: boolean;
}

/** The cells of a worksheet, by their references. */
export function cellsOf(sheet: XmlElement): ReadonlyMap<string, SheetCell> {
  const rows = childrenOf(descendant(sheet, "sheetData"), "row");
  const cells = rows.flatMap((row) => childrenOf(row, "c").map(cellOf));
  return new Map(cells.map((cell) => [cell.reference, cell]));
}

function cellOf(element: XmlElement): SheetCell {
  const { attributes } = element;
  const type = attributes["t"] ?? "n";
  const holder = type === "inlineStr" ? descendant(element, "is", "t") : descendant(element, "v");
  const text = holder?.text ?? "";
  return {
    reference: attributes["r"] ?? "",
    style: Number(attributes["s"] ?? 0),
    type,
    value: type === "inlineStr" ? cellText(text) : text,
    keepsBlanks: holder?.attributes["xml:space"] === "preserve",
  };
}

/** What a sheet's merges, filter and tables take. */
export function mergesOf(sheet: XmlElement): readonly string[] {
  return childrenOf(descendant(sheet, "mergeCells"), "mergeCell").map(({ attributes }) => attributes["ref"] ?? "");
}

/** The ranges of a sheet's cells. */
export function cellRanges(sheet: XmlElement): readonly CellRange[] {
  return [...cellsOf(sheet).keys()].map(rangeOf);
}
