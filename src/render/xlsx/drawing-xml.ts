import type { Chart } from "./chart.ts";
import { CHART_NAMESPACE, DRAWING_NAMESPACE } from "./chart-xml.ts";
import { OFFICE_RELATIONSHIPS, XML_START } from "./worksheet.ts";
import { xmlText } from "./xml-text.ts";

/** English metric units of a pixel at 96 to the inch. */
const PIXEL = 9525;

/** Where the charts of a sheet stand; the relationship of each is its number, from 1. */
export function drawingXml(charts: readonly Chart[]): string {
  return [
    `${XML_START}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="${DRAWING_NAMESPACE}">`,
    ...charts.map(anchorXml),
    "</xdr:wsDr>",
  ].join("");
}

function anchorXml({ title, description, place }: Chart, index: number): string {
  const { row, column, width, height } = place;
  return [
    `<xdr:oneCellAnchor><xdr:from><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>`,
    `<xdr:ext cx="${width * PIXEL}" cy="${height * PIXEL}"/><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>`,
    `<xdr:cNvPr id="${index + 2}" name="${xmlText(title)}" descr="${xmlText(description)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>`,
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic>',
    `<a:graphicData uri="${CHART_NAMESPACE}"><c:chart xmlns:c="${CHART_NAMESPACE}" xmlns:r="${OFFICE_RELATIONSHIPS}" r:id="rId${index + 1}"/></a:graphicData>`,
    "</a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor>",
  ].join("");
}
