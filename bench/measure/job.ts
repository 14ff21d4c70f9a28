import { writeFileSync } from "node:fs";
import { standardScheme } from "../../src/analysis/segments/standard.ts";
import { SCORE_COLUMNS } from "../../src/render/tables/score-table.ts";
import { STRPTIME } from "../files/dialect.ts";
import type { Guests, Scenario } from "../scenario.ts";

/** Everything that a peer needs to know for the job: the file, what is in it, and what is wanted. */
export interface Job {
  readonly file: string;
  readonly output: string;
  readonly header: readonly string[];
  readonly columns: Scenario["job"];
  readonly guests: Guests | null;
  readonly delimiter: string;
  readonly decimal: string;
  /** Whether amounts have a dollar sign, and commas between thousands. */
  readonly hasDollars: boolean;
  readonly lineEnd: string;
  readonly encoding: "utf-8" | "windows-1252";
  readonly date: {
    readonly format: string;
    readonly isIso: boolean;
    readonly hasOffset: boolean;
    readonly hasTime: boolean;
    /** Milliseconds since 1970, and no text. */
    readonly isCounted: boolean;
  };
  /** Customers and orders are whole numbers, and not text. */
  readonly numericIds: boolean;
  /** Customers are e-mail addresses, which are compared without case. */
  readonly lowerCase: boolean;
  readonly accepted: readonly string[];
  /** The segment of each of the 125 cells. */
  readonly segments: Readonly<Record<string, string>>;
  readonly outputColumns: readonly string[];
}

export function jobOf(scenario: Scenario, file: string, output: string): Job {
  const { moment, delimiter, decimal, lineEnd, encoding = "utf-8" } = scenario.dialect;
  return {
    file,
    output,
    header: scenario.columns.map(({ name }) => name),
    columns: scenario.job,
    guests: scenario.guests ?? null,
    delimiter,
    decimal,
    hasDollars: scenario.dialect.money === "dollars",
    lineEnd,
    encoding,
    date: {
      format: STRPTIME[moment],
      isIso: moment.startsWith("iso"),
      hasOffset: moment === "iso with offset",
      hasTime: moment !== "day.month.year",
      isCounted: moment === "epoch milliseconds",
    },
    numericIds:
      scenario.guests === undefined &&
      scenario.columns.some(({ name, kind }) => name === scenario.job.customer && kind === "whole"),
    lowerCase: scenario.job.customer === "Email",
    accepted: scenario.accepted,
    segments: segmentsOfCells(),
    outputColumns: SCORE_COLUMNS,
  };
}

function segmentsOfCells(): Readonly<Record<string, string>> {
  const { levels, segments, segmentOfCell } = standardScheme;
  const segmentsByCell: Record<string, string> = {};
  for (const [index, segment] of segmentOfCell.entries()) {
    const scores = [Math.floor(index / (levels * levels)), Math.floor(index / levels) % levels, index % levels];
    segmentsByCell[scores.map((score) => score + 1).join("")] = segments[segment]?.name ?? "";
  }
  return segmentsByCell;
}

/** The job as lines of a name and its values between tabs, for R, which reads no JSON by itself. */
export function writeJobLines(job: Job, path: string): void {
  const columns = Object.entries(job.columns).map(([role, column]) => [role, ...(column === null ? [] : [column])]);
  const lines = [
    ...columns,
    ["file", job.file],
    ["output", job.output],
    ["delimiter", job.delimiter === "\t" ? "tab" : job.delimiter],
    ["decimal", job.decimal],
    ["dateFormat", job.date.format],
    ["isIso", String(job.date.isIso)],
    ["lowerCase", String(job.lowerCase)],
    ["accepted", ...job.accepted],
    ["segmentCells", ...Object.keys(job.segments)],
    ["segmentNames", ...Object.values(job.segments)],
    ["outputColumns", ...job.outputColumns],
  ];
  writeFileSync(path, lines.map((line) => `${line.join("\t")}\n`).join(""));
}
