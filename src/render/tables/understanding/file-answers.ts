import { encodingName } from "../../../csv/detect/encoding.ts";
import { NO_COLUMN } from "../../../exports/detect/columns/columns.ts";
import { optionNameOf } from "../../../exports/detect/header/named-columns.ts";
import type { AmountCheck } from "../../../orders/amount-check.ts";
import type { FileUnderstanding } from "../../../orders/understanding.ts";
import { sheetText } from "../../../typed/typed-table.ts";
import type { Language } from "../../language/language.ts";
import { type Answer, type AnswerMaker, inOtherWords } from "./answer.ts";
import { amountText, columnAnswers } from "./column-answers.ts";
import { lineAnswers } from "./line-answers.ts";

/**
 * What was understood of files that are alike: how they are read, what their columns are, and how cells are written.
 *
 * @param areAll whether there are no others, so that nobody asks which these are
 */
export function fileAnswers(
  files: readonly FileUnderstanding[],
  language: Language,
  { areAll }: { readonly areAll: boolean },
): readonly Answer[] {
  const [first] = files;
  if (first === undefined) return [];
  const { inspect } = language.words;
  const { layout, formats } = first;
  const { columns } = layout;
  const label = files.length === 1 ? first.name : `${first.name} … ${files.at(-1)?.name ?? ""}`;
  const answer: AnswerMaker = (topic, understood, evidence, option) => ({
    files: label,
    topic: inspect.topics[topic],
    understood,
    evidence: inOtherWords(evidence, language),
    option,
  });
  const rows = files.reduce((sum, file) => sum + file.rows, 0);
  const sheets = new Set(files.map((file) => file.layout.table?.sheet)).size;
  const counted = inspect.files(new Set(files.map(fileName)).size, rows);
  const isOrders = first.joined === null || first.joined.role === "orders";
  const settings = [
    answer("files", areAll ? counted : `${label}: ${counted}`, inspect.readers[first.reader], ""),
    ...(isOrders ? [platformAnswer(first, language, answer)] : []),
    ...kindAnswers(layout, { sheets, language, answer }),
    answer("header", headerText(layout, language), "", ""),
  ];
  if (!isOrders) return [...settings, ...amountAnswers(first, answer, inspect)];
  return [
    ...settings,
    ...columnAnswers(first, { checked: checkText(files, language), language, answer }),
    answer("dates", dateText(formats.date, language), formats.dateEvidence, "--date-format"),
    ...numberAnswers(formats, inspect, answer),
    ...(columns.amount.kind === "uncounted" || columns.summary !== null
      ? []
      : [amountIsAnswer(first, language, answer)]),
    ...marginAnswers(first, language, answer),
    ...(columns.summary === null ? lineAnswers(first, language, answer) : []),
  ];
}

/** A file's name without its sheet. */
function fileName({ name, layout: { table } }: FileUnderstanding): string {
  return table === null ? name : name.slice(0, name.length - sheetText(table).length);
}

/** Whether the amount is an order's or a line's. */
function amountIsAnswer(
  { layout: { columns }, amountPer, amountEvidence }: FileUnderstanding,
  { words: { inspect } }: Language,
  answer: AnswerMaker,
): Answer {
  return answer(
    "amountIs",
    amountPer === "order" ? inspect.orderTotal : inspect.lineAmount,
    amountEvidence,
    columns.amount.kind === "sum" ? "--amount-per" : "--amount",
  );
}

/** The column that an option names for margins, and whose value it holds. */
export function marginAnswers(
  { layout: { header, columns }, costPer }: FileUnderstanding,
  { words: { inspect } }: Language,
  answer: AnswerMaker,
): readonly Answer[] {
  const topic = columns.margin === null ? "cost" : "margin";
  const column = columns[topic];
  if (column === null || costPer === null) return [];
  const name = optionNameOf(header, column);
  const isOrders = costPer === "order";
  const said = topic === "margin" ? inspect.marginOf(name) : inspect.amountLessCost(name);
  return [
    answer("margin", said, "", `--${topic}`),
    answer(
      topic === "margin" ? "marginIs" : "costIs",
      isOrders ? inspect.orderTotal : inspect.lineAmount,
      "",
      "--cost-per",
    ),
  ];
}

/** The amounts of a table beside the orders; a table of customers has none. */
export function amountAnswers(
  { layout: { header, columns }, formats, amountPer, amountEvidence, joined }: FileUnderstanding,
  answer: AnswerMaker,
  inspect: Language["words"]["inspect"],
): readonly Answer[] {
  if (columns.amount.kind === "none" || columns.amount.kind === "uncounted") return [];
  const isDated = joined?.role === "refunds" && columns.date !== NO_COLUMN;
  const name = (column: number): string => optionNameOf(header, column);
  const amounts = [
    ...(isDated ? [answer("date", name(columns.date), "", "")] : []),
    answer("amount", amountText(columns.amount, name, inspect), "", "--amount"),
    ...numberAnswers(formats, inspect, answer),
  ];
  return joined?.role === "amounts" && amountPer === "line"
    ? [...amounts, answer("amountIs", inspect.lineAmount, amountEvidence, "")]
    : amounts;
}

/** How numbers are written, and what they count where that is said. */
function numberAnswers(
  formats: FileUnderstanding["formats"],
  inspect: Language["words"]["inspect"],
  answer: AnswerMaker,
): readonly Answer[] {
  const mark = formats.decimal === "." ? inspect.point : inspect.comma;
  const unit = formats.amountUnit === "cents" ? inspect.cents : inspect.wholeUnits;
  return [
    answer("decimal", mark, formats.decimalEvidence, "--decimal"),
    ...(formats.amountUnitEvidence === ""
      ? []
      : [answer("amountUnit", unit, formats.amountUnitEvidence, "--amount-unit")]),
  ];
}

function dateText({ notation, order }: FileUnderstanding["formats"]["date"], language: Language): string {
  const { dayFirst, monthFirst } = language.words.inspect;
  const said = inOtherWords(notation, language);
  if (order === null) return said;
  return order === "dmy" ? dayFirst(said) : monthFirst(said);
}

/** On how many rows of alike files the amount agrees with other columns; empty where that was not looked at. */
export function checkText(files: readonly FileUnderstanding[], { words: { inspect } }: Language): string {
  const checks = files.flatMap(({ amountCheck }) => (amountCheck === null ? [] : [amountCheck]));
  const [first] = checks;
  if (first === undefined) return "";
  const same = checks.filter(({ formula }) => formula === first.formula);
  const sum = (of: (check: AmountCheck) => number): number => same.reduce((total, check) => total + of(check), 0);
  return inspect.agrees(
    first.formula,
    sum(({ agreeing }) => agreeing),
    sum(({ rows }) => rows),
  );
}

export function platformAnswer(
  { layout: { preset, platform } }: FileUnderstanding,
  { words: { inspect } }: Language,
  answer: AnswerMaker,
): Answer {
  if (preset !== null) return answer("platform", preset.title, inspect.byColumnNames, "--preset");
  return platform === "rfm orders"
    ? answer("platform", "rfm orders", inspect.byHeader, "--preset")
    : answer("platform", inspect.unknownPlatform, inspect.byNamesAndValues, "--preset");
}

/**
 * How the bytes of a text become cells, or what kind of table with types a file is.
 *
 * @param sheets how many sheets of different names files that are alike have
 */
export function kindAnswers(
  { table, dialect, encodingEvidence, delimiterEvidence }: FileUnderstanding["layout"],
  { sheets, language, answer }: { readonly sheets: number; readonly language: Language; readonly answer: AnswerMaker },
): readonly Answer[] {
  const { inspect } = language.words;
  if (table !== null) {
    const { kind, sheet, otherSheets, inside } = table;
    const [inPart, others] =
      kind === "json" ? [inspect.inList, inspect.otherLists] : [inspect.inSheet, inspect.otherSheets];
    const named = sheets > 1 ? inspect.sheets(inspect.kinds[kind], sheets) : inPart(inspect.kinds[kind], sheet);
    const option = sheet === "" ? "" : "--sheet";
    const rows = inside === undefined ? [] : [inspect.perListRecord(inside.list)];
    const evidence = [...rows, others(otherSheets)].filter((text) => text !== "").join("; ");
    return [answer("kind", sheet === "" ? inspect.kinds[kind] : named, evidence, option)];
  }
  const name = encodingName(dialect.encoding);
  const encoding = dialect.gzip ? inspect.gzip(name) : name;
  return [
    answer("encoding", encoding, encodingEvidence, "--encoding"),
    answer("delimiter", delimiterName(dialect.delimiter, language), delimiterEvidence, "--delimiter"),
  ];
}

export function headerText(
  { headerLine, header, table }: FileUnderstanding["layout"],
  { words: { inspect } }: Language,
): string {
  if (headerLine !== null) {
    const said = table === null ? inspect.headerLine : inspect.headerRow;
    return said(headerLine, header.length);
  }
  return table?.isNamed === true ? inspect.named(header.length) : inspect.noHeader(header.length);
}

export function delimiterName(delimiter: string, { words: { inspect } }: Language): string {
  return inspect.delimiters[delimiter] ?? `"${delimiter}"`;
}
