import { headingsOf, type Sheet } from "./sheet.ts";
import { tableRange } from "./sheet-xml.ts";
import { MAIN_NAMESPACE, XML_START } from "./worksheet.ts";
import { xmlText } from "./xml-text.ts";

/**
 * The part that makes a sheet's cells a table: a name for formulas and queries, a filter, and stripes.
 *
 * @param number its number in the workbook, from 1
 */
export function tableXml(sheet: Sheet, number: number): string {
  const range = tableRange(sheet);
  const name = xmlText(sheet.tableName ?? "");
  const columns = headingsOf(sheet).map(
    (heading, index) => `<tableColumn id="${index + 1}" name="${xmlText(heading)}"/>`,
  );
  return [
    `${XML_START}<table xmlns="${MAIN_NAMESPACE}" id="${number}" name="${name}" displayName="${name}" ref="${range}" totalsRowShown="0">`,
    `<autoFilter ref="${range}"/><tableColumns count="${columns.length}">${columns.join("")}</tableColumns>`,
    '<tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>',
  ].join("");
}
