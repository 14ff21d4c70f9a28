/*
 * The order in which the schemas of ECMA-376 (part 1, transitional) want the children of an element: sml.xsd, dml-chart.xsd
 * and dml-spreadsheetDrawing.xsd, as far as workbooks of this program use them. Spreadsheets refuse to open a file whose
 * elements stand otherwise, or repair it.
 */

const SEQUENCES: Readonly<Record<string, string>> = {
  workbook:
    "fileVersion fileSharing workbookPr workbookProtection bookViews sheets externalReferences definedNames calcPr",
  worksheet:
    "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF picture oleObjects controls webPublishItems tableParts extLst",
  sheetPr: "tabColor outlinePr pageSetUpPr",
  sheetView: "pane selection",
  c: "f v is",
  cfRule: "formula colorScale dataBar iconSet",
  colorScale: "cfvo color",
  dataBar: "cfvo color",
  headerFooter: "oddHeader oddFooter evenHeader evenFooter firstHeader firstFooter",
  table: "autoFilter sortState tableColumns tableStyleInfo",
  styleSheet: "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst",
  font: "b i strike condense extend outline shadow u vertAlign sz color name family charset scheme",
  patternFill: "fgColor bgColor",
  border: "start end left right top bottom diagonal vertical horizontal",
  xf: "alignment protection",
  "xdr:oneCellAnchor": "xdr:from xdr:ext xdr:graphicFrame xdr:clientData",
  "xdr:from": "xdr:col xdr:colOff xdr:row xdr:rowOff",
  "xdr:graphicFrame": "xdr:nvGraphicFramePr xdr:xfrm a:graphic",
  "xdr:nvGraphicFramePr": "xdr:cNvPr xdr:cNvGraphicFramePr",
  "xdr:xfrm": "a:off a:ext",
  "c:chartSpace":
    "c:date1904 c:lang c:roundedCorners c:style c:clrMapOvr c:pivotSource c:protection c:chart c:spPr c:txPr c:externalData c:printSettings c:userShapes",
  "c:chart":
    "c:title c:autoTitleDeleted c:pivotFmts c:view3D c:floor c:sideWall c:backWall c:plotArea c:legend c:plotVisOnly c:dispBlanksAs",
  "c:title": "c:tx c:layout c:overlay c:spPr c:txPr",
  "c:plotArea": "c:layout c:barChart c:catAx c:valAx c:dTable c:spPr",
  "c:barChart": "c:barDir c:grouping c:varyColors c:ser c:dLbls c:gapWidth c:overlap c:serLines c:axId",
  "c:ser":
    "c:idx c:order c:tx c:spPr c:invertIfNegative c:pictureOptions c:dPt c:dLbls c:trendline c:errBars c:cat c:val c:shape",
  "c:catAx":
    "c:axId c:scaling c:delete c:axPos c:majorGridlines c:minorGridlines c:title c:numFmt c:majorTickMark c:minorTickMark c:tickLblPos c:spPr c:txPr c:crossAx c:crosses c:auto c:lblAlgn c:lblOffset c:noMultiLvlLbl",
  "c:valAx":
    "c:axId c:scaling c:delete c:axPos c:majorGridlines c:minorGridlines c:title c:numFmt c:majorTickMark c:minorTickMark c:tickLblPos c:spPr c:txPr c:crossAx c:crosses c:crossBetween c:majorUnit c:minorUnit c:dispUnits",
  "c:scaling": "c:logBase c:orientation c:max c:min",
  "c:legend": "c:legendPos c:legendEntry c:layout c:overlay c:spPr c:txPr",
  "c:strRef": "c:f c:strCache",
  "c:numRef": "c:f c:numCache",
  "c:strCache": "c:ptCount c:pt",
  "c:numCache": "c:formatCode c:ptCount c:pt",
  "c:rich": "a:bodyPr a:lstStyle a:p",
  "c:spPr": "a:solidFill a:ln",
};

/** Elements whose children are of one kind, or none. */
const UNIFORM: readonly string[] = [
  ..."sheets sheet definedNames definedName bookViews workbookView workbookPr Types Default Override Relationships Relationship".split(
    " ",
  ),
  ..."sheetViews pane selection cols col sheetData row is t v dimension sheetFormatPr autoFilter mergeCells mergeCell".split(
    " ",
  ),
  ..."conditionalFormatting cfvo color hyperlinks hyperlink pageMargins pageSetup pageSetUpPr oddHeader oddFooter".split(
    " ",
  ),
  ..."ignoredErrors ignoredError drawing tableParts tablePart tableColumns tableColumn tableStyleInfo".split(" "),
  ..."numFmts numFmt fonts fills fill borders cellStyleXfs cellXfs cellStyles cellStyle alignment".split(" "),
  ..."b i u sz name family fgColor bgColor left right top bottom diagonal".split(" "),
  ..."xdr:wsDr xdr:ext xdr:clientData xdr:col xdr:colOff xdr:row xdr:rowOff xdr:cNvPr xdr:cNvGraphicFramePr".split(" "),
  ..."a:off a:ext a:graphic a:graphicData a:bodyPr a:lstStyle a:p a:r a:rPr a:t a:ln a:solidFill a:srgbClr".split(" "),
  ..."c:date1904 c:roundedCorners c:tx c:overlay c:autoTitleDeleted c:layout c:barDir c:grouping c:varyColors".split(
    " ",
  ),
  ..."c:idx c:order c:f c:ptCount c:pt c:v c:invertIfNegative c:cat c:val c:gapWidth c:overlap c:axId c:orientation c:delete".split(
    " ",
  ),
  ..."c:axPos c:numFmt c:majorTickMark c:minorTickMark c:tickLblPos c:crossAx c:crosses c:auto c:lblAlgn".split(" "),
  ..."c:lblOffset c:noMultiLvlLbl c:majorGridlines c:crossBetween c:legendPos c:plotVisOnly c:dispBlanksAs c:formatCode".split(
    " ",
  ),
];

interface Open {
  readonly name: string;
  readonly children: string[];
}

/** What stands in a part where the schemas do not want it: elements they do not know, out of order, or not closed. */
export function orderProblems(xml: string): readonly string[] {
  const problems: string[] = [];
  const open: Open[] = [];
  for (const [, end, name = "", rest = ""] of xml.matchAll(/<(\/?)([A-Za-z][\w:]*)((?:"[^"]*"|[^">])*)>/g)) {
    if (end === "/") {
      const closed = open.pop();
      if (closed?.name !== name) problems.push(`</${name}> closes <${closed?.name}>`);
      else problems.push(...childProblems(closed));
      continue;
    }
    open.at(-1)?.children.push(name);
    if (!rest.endsWith("/")) open.push({ name, children: [] });
    else if (SEQUENCES[name] === undefined && !UNIFORM.includes(name)) problems.push(`<${name}> is not known`);
  }
  return [...problems, ...open.map(({ name }) => `<${name}> is not closed`)];
}

function childProblems({ name, children }: Open): readonly string[] {
  const sequence = SEQUENCES[name]?.split(" ");
  if (sequence === undefined) {
    const kinds = new Set(children);
    if (!UNIFORM.includes(name)) return [`<${name}> is not known`];
    return kinds.size > 1 && !MIXED.has(name) ? [`<${name}> has ${[...kinds].join(" and ")}`] : [];
  }
  const places = children.map((child) => sequence.indexOf(child));
  return places.flatMap((place, index) => {
    if (place < 0) return [`<${children[index]}> in <${name}>`];
    return index > 0 && place < (places[index - 1] ?? 0) ? [`<${children[index]}> after <${children[index - 1]}>`] : [];
  });
}

/** Two kinds in one order that only these elements have. */
const MIXED: ReadonlySet<string> = new Set(["Types", "a:r", "a:ln"]);
