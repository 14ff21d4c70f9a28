import { scoredDimensions } from "../../../analysis/scores/score-customers.ts";
import type { DataColumn, DataTable } from "../../../csv/writer/data-table.ts";
import { ledgerTable } from "../../tables/ledger-table.ts";
import type { OriginFile, ReportInput } from "../report-input.ts";
import type { Block } from "./block.ts";

/** How the numbers were made: definitions, scheme and version, the ledger, and the files with their fingerprints. */
export function originBlocks(input: ReportInput): readonly Block[] {
  const { language, report, definitions, version, ledger } = input;
  const { figures, choices } = language.words.workbook;
  const { levels, scales, scheme } = report.segmented;
  const dimensions = scoredDimensions(report.segmented);
  return [
    { kind: "heading", text: language.words.workbook.topics.origin },
    {
      kind: "figures",
      figures: [
        [figures.scheme[0], scheme.name],
        [figures.levels[0], dimensions.map((dimension) => levels[dimension]).join(" × ")],
        [figures.methods[0], [...new Set(dimensions.map((dimension) => scales[dimension].method))].join(", ")],
        [figures.frequencyIs[0], choices.frequency[definitions.frequency]],
        ...(language.hasMoney
          ? [
              [
                figures.monetaryIs[0],
                (definitions.money === "margin" ? choices.margin : choices.monetary)[definitions.monetary],
              ] as const,
              [figures.refunds[0], choices.refunds[definitions.refunds]] as const,
            ]
          : []),
        [figures.version[0], `rfm ${version}`],
      ],
    },
    { kind: "table", table: ledgerTable(ledger, language) },
    { kind: "table", table: fileTable(input) },
  ];
}

function fileTable({ language, understanding }: ReportInput): DataTable {
  const { columns } = language.words.report;
  const file = (row: number): OriginFile => understanding.files[row] as OriginFile;
  const all = [
    { name: "file", heading: columns.file, kind: "text", at: (row) => file(row).name },
    { name: "bytes", heading: columns.bytes, kind: "count", at: (row) => file(row).bytes },
    { name: "rows", heading: columns.rows, kind: "count", at: (row) => file(row).rows },
    { name: "sha256", heading: columns.sha256, kind: "text", at: (row) => file(row).sha256 },
  ] as const satisfies readonly DataColumn[];
  const ofTable = all.filter(({ name }) => name === "file" || name === "rows");
  return { length: understanding.files.length, columns: understanding.table === undefined ? all : ofTable };
}
