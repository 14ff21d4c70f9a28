/*
 * What the schemas of ECMA-376 (part 1, transitional, and part 2) say about the elements that workbooks of this program may
 * use: sml.xsd, dml-spreadsheetDrawing.xsd, dml-chart.xsd, dml-main.xsd, content types and relationships.
 */

/** An element: its children in order (`?`, `*`, `+` and `|` as in regular expressions), its attributes, its text. */
export interface ElementRule {
  readonly children: string;
  /** `name:type`, with `!` behind the type where it is required. */
  readonly attributes: string;
  /** The type of its text. */
  readonly text?: string;
}

/** Types of values as the schemas define them; `a|b` elsewhere lists the values that are possible. */
export const TYPES: Readonly<Record<string, RegExp>> = {
  bool: /^(0|1|true|false)$/,
  count: /^\d{1,10}$/,
  whole: /^-?\d{1,19}$/,
  double: /^-?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?$/,
  points: /^([0-9]|[1-9]\d|[1-3]\d\d|40\d)(\.\d+)?$/, // Excel's rows are at most 409.5 points high
  characters: /^([0-9]|[1-9]\d|1\d\d|2[0-4]\d|25[0-5])(\.\d+)?$/, // and its columns 255 characters wide
  percent: /^([0-9]|[1-9]\d|[1-4]\d\d|500)$/,
  overlap: /^-?([0-9]|[1-9]\d|100)$/,
  text: /^[\s\S]*$/,
  cell: /^[A-Z]{1,3}[1-9]\d{0,6}$/,
  range: /^[A-Z]{1,3}[1-9]\d{0,6}(:[A-Z]{1,3}[1-9]\d{0,6})?$/,
  ranges: /^[A-Z]{1,3}[1-9]\d{0,6}(:[A-Z]{1,3}[1-9]\d{0,6})?( [A-Z]{1,3}[1-9]\d{0,6}(:[A-Z]{1,3}[1-9]\d{0,6})?)*$/,
  argb: /^[0-9A-F]{8}$/,
  rgb: /^[0-9A-F]{6}$/,
  id: /^[A-Za-z_][\w.-]*$/,
  formula: /^[^=\s][\s\S]*$/,
};

const element = (children: string, attributes = "", text?: string): ElementRule =>
  text === undefined ? { children, attributes } : { children, attributes, text };

/** An element with nothing but a value. */
const valued = (type: string): ElementRule => element("", `val:${type}`);

const AXIS = `c:axId c:scaling c:delete? c:axPos c:majorGridlines? c:minorGridlines? c:title? c:numFmt? c:majorTickMark?
  c:minorTickMark? c:tickLblPos? c:spPr? c:txPr? c:crossAx (c:crosses|c:crossesAt)?`;
const FILL = "(a:noFill|a:solidFill|a:gradFill|a:pattFill)";

/** By name; `parent>name` goes before `name`. */
export const ELEMENTS: Readonly<Record<string, ElementRule>> = {
  Types: element("(Default|Override)*", "xmlns:text!"),
  Default: element("", "Extension:text! ContentType:text!"),
  Override: element("", "PartName:text! ContentType:text!"),
  Relationships: element("Relationship*", "xmlns:text!"),
  Relationship: element("", "Id:id! Type:text! Target:text! TargetMode:Internal|External"),

  workbook: element(
    `fileVersion? fileSharing? workbookPr? workbookProtection? bookViews? sheets functionGroups? externalReferences?
     definedNames? calcPr? oleSize? customWorkbookViews? pivotCaches? extLst?`,
    "xmlns:text! xmlns:r:text",
  ),
  workbookPr: element("", "date1904:bool defaultThemeVersion:count codeName:text"),
  bookViews: element("workbookView+"),
  workbookView: element(
    "",
    "xWindow:whole yWindow:whole windowWidth:count windowHeight:count tabRatio:count firstSheet:count activeTab:count",
  ),
  sheets: element("sheet+"),
  sheet: element("", "name:text! sheetId:count! state:visible|hidden|veryHidden r:id:id!"),
  definedNames: element("definedName*"),
  definedName: element("", "name:text! localSheetId:count hidden:bool comment:text", "formula"),

  worksheet: element(
    `sheetPr? dimension? sheetViews? sheetFormatPr? cols* sheetData sheetCalcPr? sheetProtection? protectedRanges? scenarios?
     autoFilter? sortState? dataConsolidate? customSheetViews? mergeCells? phoneticPr? conditionalFormatting*
     dataValidations? hyperlinks? printOptions? pageMargins? pageSetup? headerFooter? rowBreaks? colBreaks?
     customProperties? cellWatches? ignoredErrors? smartTags? drawing? legacyDrawing? legacyDrawingHF? picture? oleObjects?
     controls? webPublishItems? tableParts? extLst?`,
    "xmlns:text! xmlns:r:text",
  ),
  sheetPr: element("tabColor? outlinePr? pageSetUpPr?", "codeName:text filterMode:bool"),
  pageSetUpPr: element("", "autoPageBreaks:bool fitToPage:bool"),
  dimension: element("", "ref:range!"),
  sheetViews: element("sheetView+"),
  sheetView: element("pane? selection*", "showGridLines:bool tabSelected:bool zoomScale:count workbookViewId:count!"),
  pane: element(
    "",
    `xSplit:double ySplit:double topLeftCell:cell activePane:bottomRight|topRight|bottomLeft|topLeft
     state:split|frozen|frozenSplit`,
  ),
  selection: element(
    "",
    "pane:bottomRight|topRight|bottomLeft|topLeft activeCell:cell activeCellId:count sqref:ranges",
  ),
  sheetFormatPr: element("", "baseColWidth:count defaultColWidth:double defaultRowHeight:double! customHeight:bool"),
  cols: element("col+"),
  col: element("", "min:count! max:count! width:characters style:count hidden:bool bestFit:bool customWidth:bool"),
  sheetData: element("row*"),
  row: element("c*", "r:count spans:text s:count customFormat:bool ht:points hidden:bool customHeight:bool"),
  c: element("f? v? is?", "r:cell s:count t:b|d|n|e|s|str|inlineStr"),
  f: element("", "", "formula"),
  v: element("", "xml:space:default|preserve", "text"),
  is: element("t? r* rPh* phoneticPr?"),
  t: element("", "xml:space:default|preserve", "text"),
  autoFilter: element("filterColumn* sortState?", "ref:range"),
  mergeCells: element("mergeCell+", "count:count"),
  mergeCell: element("", "ref:range!"),
  conditionalFormatting: element("cfRule+", "sqref:ranges pivot:bool"),
  cfRule: element(
    "formula* colorScale? dataBar? iconSet?",
    "type:expression|cellIs|colorScale|dataBar|iconSet|top10 dxfId:count priority:whole! stopIfTrue:bool operator:text",
  ),
  formula: element("", "", "formula"),
  colorScale: element("cfvo cfvo+ color color+"),
  dataBar: element("cfvo cfvo color", "minLength:count maxLength:count showValue:bool"),
  cfvo: element("", "type:num|percent|max|min|formula|percentile! val:text gte:bool"),
  hyperlinks: element("hyperlink+"),
  hyperlink: element("", "ref:range! r:id:id location:text tooltip:text display:text"),
  pageMargins: element("", "left:double! right:double! top:double! bottom:double! header:double! footer:double!"),
  pageSetup: element(
    "",
    "paperSize:count scale:count fitToWidth:count fitToHeight:count orientation:default|portrait|landscape",
  ),
  headerFooter: element("oddHeader? oddFooter? evenHeader? evenFooter? firstHeader? firstFooter?"),
  oddHeader: element("", "xml:space:preserve", "text"),
  oddFooter: element("", "xml:space:preserve", "text"),
  ignoredErrors: element("ignoredError+"),
  ignoredError: element("", "sqref:ranges! numberStoredAsText:bool"),
  drawing: element("", "r:id:id!"),
  tableParts: element("tablePart*", "count:count"),
  tablePart: element("", "r:id:id!"),

  table: element(
    "autoFilter? sortState? tableColumns tableStyleInfo?",
    `xmlns:text! id:count! name:text displayName:text! ref:range! headerRowCount:count totalsRowCount:count
     totalsRowShown:bool`,
  ),
  tableColumns: element("tableColumn+", "count:count"),
  tableColumn: element("", "id:count! name:text!"),
  tableStyleInfo: element(
    "",
    "name:text showFirstColumn:bool showLastColumn:bool showRowStripes:bool showColumnStripes:bool",
  ),

  styleSheet: element(
    "numFmts? fonts? fills? borders? cellStyleXfs? cellXfs? cellStyles? dxfs? tableStyles? colors? extLst?",
    "xmlns:text!",
  ),
  numFmts: element("numFmt+", "count:count"),
  numFmt: element("", "numFmtId:count! formatCode:text!"),
  fonts: element("font+", "count:count"),
  font: element(
    "b? i? strike? condense? extend? outline? shadow? u? vertAlign? sz? color? name? family? charset? scheme?",
  ),
  b: valued("bool"),
  i: valued("bool"),
  u: valued("single|double|none"),
  sz: valued("double!"),
  name: valued("text!"),
  family: valued("count!"),
  color: element("", "auto:bool indexed:count rgb:argb theme:count tint:double"),
  fills: element("fill+", "count:count"),
  fill: element("(patternFill|gradientFill)"),
  patternFill: element("fgColor? bgColor?", "patternType:none|solid|gray125"),
  fgColor: element("", "auto:bool indexed:count rgb:argb theme:count tint:double"),
  bgColor: element("", "auto:bool indexed:count rgb:argb theme:count tint:double"),
  borders: element("border+", "count:count"),
  border: element("start? end? left? right? top? bottom? diagonal? vertical? horizontal?"),
  ...Object.fromEntries(
    ["left", "right", "top", "bottom", "diagonal"].map((side) => [
      side,
      element("color?", "style:none|thin|medium|hair"),
    ]),
  ),
  cellStyleXfs: element("xf+", "count:count"),
  cellXfs: element("xf+", "count:count"),
  xf: element(
    "alignment? protection?",
    `numFmtId:count fontId:count fillId:count borderId:count xfId:count quotePrefix:bool applyNumberFormat:bool
     applyFont:bool applyFill:bool applyBorder:bool applyAlignment:bool`,
  ),
  alignment: element(
    "",
    `horizontal:general|left|center|right|fill|justify vertical:top|center|bottom|justify textRotation:count wrapText:bool
     indent:count`,
  ),
  cellStyles: element("cellStyle+", "count:count"),
  cellStyle: element("", "name:text xfId:count! builtinId:count"),
  dxfs: element("dxf*", "count:count"),
  dxf: element("font? numFmt? fill? alignment? border?"),

  "xdr:wsDr": element("(xdr:twoCellAnchor|xdr:oneCellAnchor|xdr:absoluteAnchor)*", "xmlns:xdr:text! xmlns:a:text!"),
  "xdr:oneCellAnchor": element("xdr:from xdr:ext (xdr:sp|xdr:graphicFrame|xdr:pic) xdr:clientData"),
  "xdr:from": element("xdr:col xdr:colOff xdr:row xdr:rowOff"),
  "xdr:col": element("", "", "count"),
  "xdr:colOff": element("", "", "whole"),
  "xdr:row": element("", "", "count"),
  "xdr:rowOff": element("", "", "whole"),
  "xdr:ext": element("", "cx:count! cy:count!"),
  "xdr:graphicFrame": element("xdr:nvGraphicFramePr xdr:xfrm a:graphic", "macro:text fPublished:bool"),
  "xdr:nvGraphicFramePr": element("xdr:cNvPr xdr:cNvGraphicFramePr"),
  "xdr:cNvPr": element("", "id:count! name:text! descr:text hidden:bool title:text"),
  "xdr:cNvGraphicFramePr": element(""),
  "xdr:xfrm": element("a:off? a:ext?"),
  "xdr:clientData": element(""),
  "a:off": element("", "x:whole! y:whole!"),
  "a:ext": element("", "cx:count! cy:count!"),
  "a:graphic": element("a:graphicData"),
  "a:graphicData": element("c:chart?", "uri:text!"),
  "a:graphicData>c:chart": element("", "xmlns:c:text! xmlns:r:text! r:id:id!"),

  "c:chartSpace": element(
    `c:date1904? c:lang? c:roundedCorners? c:style? c:clrMapOvr? c:pivotSource? c:protection? c:chart c:spPr? c:txPr?
     c:externalData? c:printSettings? c:userShapes?`,
    "xmlns:c:text! xmlns:a:text! xmlns:r:text",
  ),
  "c:date1904": valued("bool"),
  "c:roundedCorners": valued("bool"),
  "c:chart": element(
    `c:title? c:autoTitleDeleted? c:pivotFmts? c:view3D? c:floor? c:sideWall? c:backWall? c:plotArea c:legend? c:plotVisOnly?
     c:dispBlanksAs?`,
  ),
  "c:title": element("c:tx? c:layout? c:overlay? c:spPr? c:txPr?"),
  "c:tx": element("(c:strRef|c:rich)"),
  "c:ser>c:tx": element("(c:strRef|c:v)"),
  "c:rich": element("a:bodyPr a:lstStyle? a:p+"),
  "c:txPr": element("a:bodyPr a:lstStyle? a:p+"),
  "a:bodyPr": element("", "rot:whole vert:horz|vert|vert270|wordArtVert"),
  "a:lstStyle": element(""),
  "a:p": element("a:pPr? (a:r|a:br|a:fld)* a:endParaRPr?"),
  "a:pPr": element("a:defRPr?"),
  "a:defRPr": element(`a:ln? ${FILL}?`, "sz:count b:bool i:bool"),
  "a:endParaRPr": element("", "lang:text"),
  "a:r": element("a:rPr? a:t"),
  "a:rPr": element(`a:ln? ${FILL}?`, "lang:text sz:count b:bool i:bool"),
  "a:t": element("", "", "text"),
  "a:ln": element(`${FILL}? a:prstDash? a:round?`, "w:count"),
  "a:solidFill": element("(a:srgbClr|a:schemeClr)"),
  "a:srgbClr": element("", "val:rgb!"),
  "c:overlay": valued("bool"),
  "c:autoTitleDeleted": valued("bool"),
  "c:plotArea": element("c:layout? c:barChart+ (c:catAx|c:valAx)* c:dTable? c:spPr?"),
  "c:layout": element("c:manualLayout?"),
  "c:barChart": element(
    "c:barDir c:grouping? c:varyColors? c:ser* c:dLbls? c:gapWidth? c:overlap? c:serLines* c:axId c:axId",
  ),
  "c:barDir": valued("bar|col!"),
  "c:grouping": valued("percentStacked|clustered|standard|stacked"),
  "c:varyColors": valued("bool"),
  "c:ser": element(
    `c:idx c:order c:tx? c:spPr? c:invertIfNegative? c:pictureOptions? c:dPt* c:dLbls? c:trendline* c:errBars? c:cat? c:val?
     c:shape?`,
  ),
  "c:idx": valued("count!"),
  "c:order": valued("count!"),
  "c:spPr": element(`${FILL}? a:ln?`),
  "c:invertIfNegative": valued("bool"),
  "c:cat": element("(c:multiLvlStrRef|c:numRef|c:numLit|c:strRef|c:strLit)"),
  "c:val": element("(c:numRef|c:numLit)"),
  "c:strRef": element("c:f c:strCache?"),
  "c:numRef": element("c:f c:numCache?"),
  "c:f": element("", "", "formula"),
  "c:strCache": element("c:ptCount? c:pt*"),
  "c:numCache": element("c:formatCode? c:ptCount? c:pt*"),
  "c:formatCode": element("", "", "text"),
  "c:ptCount": valued("count!"),
  "c:pt": element("c:v", "idx:count! formatCode:text"),
  "c:v": element("", "", "text"),
  "c:gapWidth": valued("percent"),
  "c:overlap": valued("overlap"),
  "c:axId": valued("count!"),
  "c:catAx": element(`${AXIS} c:auto? c:lblAlgn? c:lblOffset? c:tickLblSkip? c:tickMarkSkip? c:noMultiLvlLbl?`),
  "c:valAx": element(`${AXIS} c:crossBetween? c:majorUnit? c:minorUnit? c:dispUnits?`),
  "c:scaling": element("c:logBase? c:orientation? c:max? c:min?"),
  "c:orientation": valued("maxMin|minMax"),
  "c:max": valued("double!"),
  "c:min": valued("double!"),
  "c:delete": valued("bool"),
  "c:axPos": valued("b|l|r|t!"),
  "c:majorGridlines": element("c:spPr?"),
  "c:numFmt": element("", "formatCode:text! sourceLinked:bool"),
  "c:majorTickMark": valued("cross|in|none|out"),
  "c:minorTickMark": valued("cross|in|none|out"),
  "c:tickLblPos": valued("high|low|nextTo|none"),
  "c:crossAx": valued("count!"),
  "c:crosses": valued("autoZero|max|min!"),
  "c:auto": valued("bool"),
  "c:lblAlgn": valued("ctr|l|r"),
  "c:lblOffset": valued("percent"),
  "c:tickLblSkip": valued("count!"),
  "c:noMultiLvlLbl": valued("bool"),
  "c:crossBetween": valued("between|midCat!"),
  "c:legend": element("c:legendPos? c:legendEntry* c:layout? c:overlay? c:spPr? c:txPr?"),
  "c:legendPos": valued("b|tr|l|r|t"),
  "c:plotVisOnly": valued("bool"),
  "c:dispBlanksAs": valued("span|gap|zero"),
};
