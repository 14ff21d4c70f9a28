import { rangeText } from "./cells.ts";
import type { CellMarks } from "./sheet.ts";

/** From white to a blue that black text can be read on. */
const SCALE =
  '<colorScale><cfvo type="num" val="0"/><cfvo type="max"/><color rgb="FFFFFFFF"/><color rgb="FF8DB4E2"/></colorScale>';
/** In the form of 2007, which every program draws alike; no bar at 0. */
const BAR =
  '<dataBar minLength="0" maxLength="100"><cfvo type="num" val="0"/><cfvo type="max"/><color rgb="FF8DB4E2"/></dataBar>';

/**
 * The conditional formats of a sheet.
 *
 * @param top rows above the first that marks can name
 * @param length rows that marks without rows are about; nothing is marked where there are none
 */
export function marksXml(marks: readonly CellMarks[], top: number, length: number): string {
  const shown = marks.filter(({ rows }) => rows !== undefined || length > 0);
  const xml = shown.map(({ look, columns, rows: [first, last] = [0, length - 1] }, index) => {
    const [type, rule] = look === "scale" ? ["colorScale", SCALE] : ["dataBar", BAR];
    const range = rangeText([first + top, last + top], columns);
    return `<conditionalFormatting sqref="${range}"><cfRule type="${type}" priority="${index + 1}">${rule}</cfRule></conditionalFormatting>`;
  });
  return xml.join("");
}
