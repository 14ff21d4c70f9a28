import type { CellValue, DataTable } from "../../csv/writer/data-table.ts";
import type { ColumnRoles, Drop } from "../../exports/detect/columns/columns.ts";
import type { AmountCheck } from "../../orders/amount-check.ts";
import type { FileUnderstanding, Understanding } from "../../orders/understanding.ts";
import type { Language } from "../language/language.ts";

/** One answer about some files: what was understood, what says so, and the option that overrides it. */
interface Answer {
  readonly files: string;
  readonly topic: string;
  readonly understood: string;
  readonly evidence: string;
  readonly option: string;
}

/** Makes an answer about the files at hand. */
type AnswerMaker = (
  topic: keyof Language["words"]["inspect"]["topics"],
  understood: string,
  evidence: string,
  option: string,
) => Answer;

/** What was understood of the exports, one row an answer; files that are alike in all answers are shown together. */
export function understandingTable(understanding: Understanding, language: Language): DataTable {
  const { columns } = language.words.inspect;
  const answers = [
    ...tableAnswers(understanding, language),
    ...alikeFiles(understanding.files).flatMap((files) => fileAnswers(files, language)),
    ...commonAnswers(understanding, language),
  ];
  const at =
    (pick: (answer: Answer) => CellValue) =>
    (row: number): CellValue =>
      pick(answers[row] as Answer);
  return {
    length: answers.length,
    columns: [
      { name: "files", heading: columns.files, kind: "text", at: at((answer) => answer.files), rank: 3 },
      { name: "topic", heading: columns.topic, kind: "text", at: at((answer) => answer.topic) },
      {
        name: "understood",
        heading: columns.understood,
        kind: "text",
        at: at((answer) => answer.understood),
        wraps: true,
      },
      {
        name: "evidence",
        heading: columns.evidence,
        kind: "text",
        at: at((answer) => answer.evidence),
        wraps: true,
        rank: 2,
      },
      { name: "option", heading: columns.option, kind: "text", at: at((answer) => answer.option), rank: 1 },
    ],
  };
}

function alikeFiles(files: readonly FileUnderstanding[]): readonly (readonly FileUnderstanding[])[] {
  const groups = new Map<string, FileUnderstanding[]>();
  for (const file of files) {
    const { layout, formats } = file;
    const key = JSON.stringify([
      layout.dialect,
      layout.table,
      layout.header,
      layout.columns,
      formats.date,
      formats.decimal,
      file.amountPer,
    ]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [file]);
    else group.push(file);
  }
  return [...groups.values()];
}

function fileAnswers(files: readonly FileUnderstanding[], language: Language): readonly Answer[] {
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
  const isOrders = first.joined === null || first.joined.role === "orders";
  const settings = [
    answer("files", inspect.files(files.length, rows), inspect.readers[first.reader], ""),
    ...(isOrders ? [platformAnswer(first, language, answer)] : []),
    ...kindAnswers(layout, language, answer),
    answer("header", headerText(layout, language), "", ""),
  ];
  if (!isOrders) return [...settings, ...amountAnswers(first, answer, inspect)];
  return [
    ...settings,
    ...columnAnswers(first, { checked: checkText(files, language), language, answer }),
    answer("dates", dateText(formats.date, language), formats.dateEvidence, "--date-format"),
    answer("decimal", formats.decimal === "." ? inspect.point : inspect.comma, formats.decimalEvidence, "--decimal"),
    answer(
      "amountIs",
      first.amountPer === "order" ? inspect.orderTotal : inspect.lineAmount,
      first.amountEvidence,
      columns.amount.kind === "sum" ? "--amount-per" : "--amount",
    ),
    ...marginAnswers(first, language, answer),
  ];
}

/** The column that an option names for margins, and whose value it holds. */
function marginAnswers(
  { layout: { header, columns }, costPer }: FileUnderstanding,
  { words: { inspect } }: Language,
  answer: AnswerMaker,
): readonly Answer[] {
  const topic = columns.margin === null ? "cost" : "margin";
  const column = columns[topic];
  if (column === null || costPer === null) return [];
  const name = header[column]?.trim() ?? "";
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
function amountAnswers(
  { layout: { header, columns }, formats, amountPer, amountEvidence, joined }: FileUnderstanding,
  answer: AnswerMaker,
  inspect: Language["words"]["inspect"],
): readonly Answer[] {
  if (columns.amount.kind === "none") return [];
  const name = (column: number): string => header[column]?.trim() ?? "";
  const amounts = [
    answer("amount", amountText(columns.amount, name, inspect), "", "--amount"),
    answer("decimal", formats.decimal === "." ? inspect.point : inspect.comma, formats.decimalEvidence, "--decimal"),
  ];
  return joined?.role === "amounts" && amountPer === "line"
    ? [...amounts, answer("amountIs", inspect.lineAmount, amountEvidence, "")]
    : amounts;
}

/** How tables that belong together hang together: each with its key, and the rows on either side without a partner. */
function tableAnswers({ joined }: Understanding, { words: { inspect } }: Language): readonly Answer[] {
  if (joined === null) return [];
  const topic = inspect.topics.tables;
  return [
    { files: joined.orders.join(", "), topic, understood: inspect.ordersTable, evidence: "", option: "--join" },
    ...joined.tables.map((table): Answer => {
      const { role, key, ordersKey, files, agreement, ownCustomer } = table;
      const evidence = [
        inspect.partners(table),
        ...(ownCustomer === null ? [] : [inspect.ownCustomer(ownCustomer)]),
        ...(agreement === null ? [] : [inspect.amountsAgree(agreement.agreeing, agreement.orders)]),
      ].join("; ");
      return {
        files: files.join(", "),
        topic,
        understood: inspect.joinedBy(inspect.parts[role], key, ordersKey),
        evidence,
        option: "--join",
      };
    }),
  ];
}

/** What the reading of exports says in English, in the language's words where it has any. */
function inOtherWords(text: string, { words }: Language): string {
  for (const [english, other] of words.inspect.phrases) {
    const match = english.exec(text);
    if (match !== null) return other(...match.slice(1));
  }
  return text;
}

function dateText({ notation, order }: FileUnderstanding["formats"]["date"], language: Language): string {
  const { dayFirst, monthFirst } = language.words.inspect;
  const said = inOtherWords(notation, language);
  if (order === null) return said;
  return order === "dmy" ? dayFirst(said) : monthFirst(said);
}

function columnAnswers(
  { layout: { header, columns, columnEvidence: why, preset } }: FileUnderstanding,
  {
    checked,
    language,
    answer,
  }: { readonly checked: string; readonly language: Language; readonly answer: AnswerMaker },
): readonly Answer[] {
  const { inspect } = language.words;
  const name = (column: number): string => header[column]?.trim() ?? "";
  const one = (topic: "date" | "refunded" | "status" | "currency", column: number | null, option: string): Answer =>
    answer(
      topic === "currency" ? "currencyColumn" : topic,
      column === null ? inspect.none : name(column),
      why[topic] ?? "",
      option,
    );
  const chain = columns.customer.map((set) => set.map(name).join(inspect.and));
  const { refunded } = columns;
  const rules = columns.rules.map((rule) =>
    answer(
      "alsoDecides",
      inspect.rule(rule.word, name(rule.column)),
      ruleText(rule, inspect),
      preset === null ? "--status" : "",
    ),
  );
  return [
    answer("customer", chain.join(inspect.orElse), why.customer ?? "", "--customer"),
    answer("order", columns.order.map(name).join(inspect.orElse) || inspect.none, why.order ?? "", "--order"),
    one("date", columns.date, "--date"),
    withMore(answer("amount", amountText(columns.amount, name, inspect), why.amount ?? "", "--amount"), checked),
    refunded?.kind === "drop"
      ? answer("refunded", dropText(refunded.drops, name), why.refunded ?? "", "--refunded")
      : one("refunded", refunded?.column ?? null, "--refunded"),
    one("status", columns.status, "--status"),
    ...rules,
    columns.currency === null && columns.headerCurrency !== ""
      ? answer("currencyColumn", columns.headerCurrency, why.currency ?? "", "--currency-column")
      : one("currency", columns.currency, "--currency-column"),
  ];
}

/** On how many rows of alike files the amount agrees with other columns; empty where that was not looked at. */
function checkText(files: readonly FileUnderstanding[], { words: { inspect } }: Language): string {
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

function withMore(answer: Answer, more: string): Answer {
  return more === ""
    ? answer
    : { ...answer, evidence: [answer.evidence, more].filter((text) => text !== "").join("; ") };
}

function amountText(
  amount: ColumnRoles["amount"],
  name: (column: number) => string,
  inspect: Language["words"]["inspect"],
): string {
  if (amount.kind === "none") return inspect.inOtherTable;
  if (amount.kind === "product") return `${name(amount.quantity)} × ${name(amount.price)}`;
  const conditional = (amount.minusWhere ?? []).map(({ column, where, is }) => ({
    column,
    condition: ` (${name(where)}: ${is[0] ?? ""})`,
  }));
  const minus = [...amount.minus.map((column) => ({ column, condition: "" })), ...conditional]
    .map(({ column, condition }) => ` − ${name(column)}${condition}`)
    .join("");
  return `${amount.plus.map(name).join(" + ")}${minus}`;
}

function dropText(drops: readonly Drop[], name: (column: number) => string): string {
  return drops.map(({ from, to }) => `${name(from)} − ${name(to)}`).join(" + ");
}

function ruleText(
  { when, means, shown }: ColumnRoles["rules"][number],
  { ruleWhen }: Language["words"]["inspect"],
): string {
  if (when === "filled" || when === "blank") return ruleWhen(when, [], means);
  return "is" in when ? ruleWhen("is", shown ?? when.is, means) : ruleWhen("is not", shown ?? when.isNot, means);
}

function platformAnswer(
  { layout: { preset, platform } }: FileUnderstanding,
  { words: { inspect } }: Language,
  answer: AnswerMaker,
): Answer {
  if (preset !== null) return answer("platform", preset.title, inspect.byColumnNames, "--preset");
  return platform === "rfm orders"
    ? answer("platform", "rfm orders", inspect.byHeader, "--preset")
    : answer("platform", inspect.unknownPlatform, inspect.byNamesAndValues, "--preset");
}

/** How the bytes of a text become cells, or what kind of table with types a file is. */
function kindAnswers(
  { table, dialect, encodingEvidence, delimiterEvidence }: FileUnderstanding["layout"],
  language: Language,
  answer: AnswerMaker,
): readonly Answer[] {
  const { inspect } = language.words;
  if (table !== null) {
    const { kind, sheet, otherSheets } = table;
    const named = sheet === "" ? inspect.kinds[kind] : inspect.inSheet(inspect.kinds[kind], sheet);
    return [answer("kind", named, inspect.otherSheets(otherSheets), sheet === "" ? "" : "--sheet")];
  }
  const encoding = dialect.gzip ? inspect.gzip(dialect.encoding) : dialect.encoding;
  return [
    answer("encoding", encoding, encodingEvidence, "--encoding"),
    answer("delimiter", delimiterName(dialect.delimiter, language), delimiterEvidence, "--delimiter"),
  ];
}

function headerText(
  { headerLine, header, table }: FileUnderstanding["layout"],
  { words: { inspect } }: Language,
): string {
  if (headerLine !== null) {
    const said = table === null ? inspect.headerLine : inspect.headerRow;
    return said(headerLine, header.length);
  }
  return table?.isNamed === true ? inspect.named(header.length) : inspect.noHeader(header.length);
}

function commonAnswers(
  { statuses, hasStatus, currency, currencies }: Understanding,
  { words: { inspect } }: Language,
): readonly Answer[] {
  const common = { files: inspect.allFiles, evidence: "", option: "" };
  const answers: Answer[] = [
    {
      ...common,
      topic: inspect.topics.currency,
      understood: currency === "" ? inspect.notNamed : currency,
      evidence: currencies
        .map(
          (one) =>
            `${one.currency === "" ? inspect.notNamed : one.currency}: ${inspect.statusRows(one.rows, one.money)}`,
        )
        .join("; "),
      option: "--currency",
    },
  ];
  if (!hasStatus) return answers;
  for (const status of statuses.toSorted((a, b) => b.rows - a.rows)) {
    answers.push({
      ...common,
      topic: status.counts ? inspect.topics.statusCounts : inspect.topics.statusDoesNot,
      understood: status.status === "" ? inspect.blankStatus : status.status,
      evidence: inspect.statusRows(status.rows, status.money),
      option: status.counts ? "--exclude-status" : "--include-status",
    });
  }
  return answers;
}

function delimiterName(delimiter: string, { words: { inspect } }: Language): string {
  return inspect.delimiters[delimiter] ?? `"${delimiter}"`;
}
