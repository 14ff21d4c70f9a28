import type { ColumnRoles } from "../../orders/detect/columns.ts";
import type { FileUnderstanding, Understanding } from "../../orders/understanding.ts";
import type { CellValue, DataTable } from "../data-table.ts";
import { peopleMoney, plural } from "../people.ts";

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
      { name: "understood", kind: "text", at: at((answer) => answer.understood) },
      { name: "evidence", kind: "text", at: at((answer) => answer.evidence), wraps: true, rank: 1 },
      { name: "option", heading: "to change it", kind: "text", at: at((answer) => answer.option), rank: 2 },
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
    answer("platform", layout.platform, "by the names of the columns", ""),
    answer("encoding", `${dialect.encoding}${compression}`, layout.encodingEvidence, "--encoding"),
    answer("delimiter", delimiterName(dialect.delimiter), layout.delimiterEvidence, "--delimiter"),
    answer("header", `line ${layout.headerLine}, ${plural(layout.header.length, "column")}`, "", ""),
    ...columnAnswers(first, answer),
    answer("dates", `${formats.date.notation}${order}`, formats.dateEvidence, "--date-format"),
    answer("decimal mark", formats.decimal === "." ? "point" : "comma", formats.decimalEvidence, "--decimal"),
    answer(
      "amount is",
      first.amountPer === "order" ? "the order's total, counted once" : "a line's, added up",
      first.amountEvidence,
      columns.amount.kind === "column" ? "--amount-per" : "--amount",
    ),
  ];
}

function columnAnswers(
  { layout: { header, columns } }: FileUnderstanding,
  answer: (topic: string, understood: string, evidence: string, option: string) => Answer,
): readonly Answer[] {
  const name = (column: number | null): string => (column === null ? "none" : (header[column]?.trim() ?? ""));
  const { amount } = columns;
  const money = amount.kind === "column" ? name(amount.column) : `${name(amount.quantity)} × ${name(amount.price)}`;
  const one = (topic: string, role: keyof ColumnRoles, option: string): Answer =>
    answer(topic, name(columns[role] as number | null), "", option);
  return [
    one("customer", "customer", "--customer"),
    ...(columns.email === null ? [] : [one("customer, if blank", "email", "")]),
    one("order id", "order", "--order"),
    one("date", "date", "--date"),
    answer("amount", money, "", "--amount"),
    one("refunded", "refunded", "--refunded"),
    one("status", "status", "--status"),
    one("currency", "currency", "--currency-column"),
  ];
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
