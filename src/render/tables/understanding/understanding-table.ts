/*
 * What was understood of the exports, which `rfm inspect` prints: one file per kind of answer (file-answers.ts,
 * column-answers.ts, table-answers.ts), and those that hold for all files here.
 */
import type { CellValue, DataTable } from "../../../csv/writer/data-table.ts";
import type { FileUnderstanding, Understanding } from "../../../orders/understanding.ts";
import type { Language } from "../../language/language.ts";
import type { Answer } from "./answer.ts";
import { fileAnswers } from "./file-answers.ts";
import { tableAnswers } from "./table-answers.ts";

/** What was understood of the exports, one row an answer; files that are alike in all answers are shown together. */
export function understandingTable(understanding: Understanding, language: Language): DataTable {
  const { columns } = language.words.inspect;
  const groups = alikeFiles(understanding.files);
  const answers = [
    ...tableAnswers(understanding, language),
    ...groups.flatMap((files) => fileAnswers(files, language, { areAll: groups.length === 1 })),
    ...commonAnswers(understanding, language),
  ];
  const at =
    (pick: (answer: Answer) => CellValue) =>
    (row: number): CellValue =>
      pick(answers[row] as Answer);
  return {
    sheet: "understood",
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
      layout.table === null ? null : { ...layout.table, sheet: "", otherSheets: [], sheetsTogether: [] },
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
