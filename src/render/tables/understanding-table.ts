import { plural } from "../../core/words.ts";
import type { ColumnRoles } from "../../orders/detect/columns.ts";
import type { FileUnderstanding, Understanding } from "../../orders/understanding.ts";
import type { CellValue, DataTable } from "../data-table.ts";
import { peopleMoney } from "../people.ts";

/** One answer about some files: what was understood, what says so, and the option that overrides it. */
interface Answer {
  readonly files: string;
  readonly topic: string;
  readonly understood: string;
  readonly evidence: string;
  readonly option: string;
}

/** What was understood of the exports, one row an answer; files that are alike in all answers are shown together. */
export function understandingTable(understanding: Understanding): DataTable {
  const answers = [...alikeFiles(understanding.files).flatMap(fileAnswers), ...commonAnswers(understanding)];
  const at =
    (pick: (answer: Answer) => CellValue) =>
    (row: number): CellValue =>
      pick(answers[row] as Answer);
  return {
    length: answers.length,
    columns: [
      { name: "files", kind: "text", at: at((answer) => answer.files), rank: 3 },
      { name: "topic", kind: "text", at: at((answer) => answer.topic) },
      { name: "understood", kind: "text", at: at((answer) => answer.understood), wraps: true },
      { name: "evidence", kind: "text", at: at((answer) => answer.evidence), wraps: true, rank: 2 },
      { name: "option", heading: "to change it", kind: "text", at: at((answer) => answer.option), rank: 1 },
    ],
  };
}

function alikeFiles(files: readonly FileUnderstanding[]): readonly (readonly FileUnderstanding[])[] {
  const groups = new Map<string, FileUnderstanding[]>();
  for (const file of files) {
    const { layout, formats } = file;
    const key = JSON.stringify([
      layout.dialect,
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

function fileAnswers(files: readonly FileUnderstanding[]): readonly Answer[] {
  const [first] = files;
  if (first === undefined) return [];
  const { layout, formats } = first;
  const { dialect, columns } = layout;
  const label = files.length === 1 ? first.name : `${first.name} … ${files.at(-1)?.name ?? ""}`;
  const answer = (topic: string, understood: string, evidence: string, option: string): Answer => ({
    files: label,
    topic,
    understood,
    evidence,
    option,
  });
  const rows = files.reduce((sum, file) => sum + file.rows, 0);
  const compression = dialect.gzip ? ", gzip" : "";
  const order = formats.date.order === null ? "" : formats.date.order === "dmy" ? ", day first" : ", month first";
  return [
    answer(
      "files",
      `${plural(files.length, "file")}, ${plural(rows, "row")}`,
      `read with the ${first.reader} reader`,
      "",
    ),
    platformAnswer(first, answer),
    answer("encoding", `${dialect.encoding}${compression}`, layout.encodingEvidence, "--encoding"),
    answer("delimiter", delimiterName(dialect.delimiter), layout.delimiterEvidence, "--delimiter"),
    answer("header", headerText(layout.headerLine, layout.header.length), "", ""),
    ...columnAnswers(first, answer),
    answer("dates", `${formats.date.notation}${order}`, formats.dateEvidence, "--date-format"),
    answer("decimal mark", formats.decimal === "." ? "point" : "comma", formats.decimalEvidence, "--decimal"),
    answer(
      "amount is",
      first.amountPer === "order" ? "the order's total, counted once" : "a line's, added up",
      first.amountEvidence,
      columns.amount.kind === "sum" ? "--amount-per" : "--amount",
    ),
  ];
}

function columnAnswers(
  { layout: { header, columns, columnEvidence: why } }: FileUnderstanding,
  answer: (topic: string, understood: string, evidence: string, option: string) => Answer,
): readonly Answer[] {
  const name = (column: number): string => header[column]?.trim() ?? "";
  const one = (topic: keyof typeof why, column: number | null, option: string): Answer =>
    answer(topic, column === null ? "none" : name(column), why[topic] ?? "", option);
  const chain = columns.customer.map((set) => set.map(name).join(" and "));
  const { refunded } = columns;
  const rules = columns.rules.map((rule) =>
    answer("also decides", `${rule.word}: ${name(rule.column)}`, ruleText(rule), ""),
  );
  return [
    answer("customer", chain.join(", else "), why.customer ?? "", "--customer"),
    answer("order id", columns.order.map(name).join(", else ") || "none", why.order ?? "", "--order"),
    one("date", columns.date, "--date"),
    answer("amount", amountText(columns.amount, name), why.amount ?? "", "--amount"),
    refunded?.kind === "drop"
      ? answer("refunded", `${name(refunded.from)} − ${name(refunded.to)}`, why.refunded ?? "", "--refunded")
      : one("refunded", refunded?.column ?? null, "--refunded"),
    one("status", columns.status, "--status"),
    ...rules,
    one("currency", columns.currency, "--currency-column"),
  ];
}

function amountText(amount: ColumnRoles["amount"], name: (column: number) => string): string {
  if (amount.kind === "product") return `${name(amount.quantity)} × ${name(amount.price)}`;
  const minus = amount.minus.map((column) => ` − ${name(column)}`).join("");
  return `${amount.plus.map(name).join(" + ")}${minus}`;
}

function ruleText({ when, means }: ColumnRoles["rules"][number]): string {
  const condition =
    when === "filled" || when === "blank"
      ? when
      : "is" in when
        ? when.is.join(" or ")
        : `not ${when.isNot.join(" or ")}`;
  const effect = means === "counts" ? "counts" : means === "test" ? "a test order" : "does not count";
  return `where it is ${condition}: ${effect}`;
}

function platformAnswer(
  { layout: { preset, platform } }: FileUnderstanding,
  answer: (topic: string, understood: string, evidence: string, option: string) => Answer,
): Answer {
  if (preset !== null) return answer("platform", preset.title, "by the names of its columns", "--preset");
  const own = platform === "rfm orders" ? "rfm orders" : "unknown";
  return answer("platform", own, own === "unknown" ? "columns by their names and values" : "by its header", "--preset");
}

function headerText(line: number | null, columns: number): string {
  return line === null
    ? `none, ${plural(columns, "column")} as --columns says`
    : `line ${line}, ${plural(columns, "column")}`;
}

function commonAnswers({ statuses, hasStatus, currency }: Understanding): readonly Answer[] {
  const common = { files: "all", evidence: "", option: "" };
  const answers: Answer[] = [
    { ...common, topic: "currency", understood: currency === "" ? "not named" : currency, option: "--currency" },
  ];
  if (!hasStatus) return answers;
  for (const status of statuses.toSorted((a, b) => b.rows - a.rows)) {
    answers.push({
      ...common,
      topic: status.counts ? "status counts" : "status does not",
      understood: status.status === "" ? "(blank)" : status.status,
      evidence: `${plural(status.rows, "row")}, ${peopleMoney(status.money)}`,
      option: status.counts ? "--exclude-status" : "--include-status",
    });
  }
  return answers;
}

function delimiterName(delimiter: string): string {
  const names: Readonly<Record<string, string>> = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "bar" };
  return names[delimiter] ?? `"${delimiter}"`;
}
