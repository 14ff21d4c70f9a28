import type { Dialect } from "../records.ts";
import { type SampleRecord, sampleRecords } from "./sample.ts";

/** What stands between fields where runs of blanks do. */
export const BLANKS = "blanks";

const DELIMITERS = [",", ";", "\t", "|", BLANKS] as const;

/** A delimiter, and why it is taken for that. */
export interface FoundDelimiter {
  readonly delimiter: string;
  readonly evidence: string;
  /** Whether the first line says so and is no record. */
  readonly separatorLine: boolean;
}

/** Finds the delimiter of a sample: as asked for, as its first line says, or the one that makes the best table of it. */
export async function detectDelimiter(
  sample: string,
  {
    lineEnd,
    asked,
    namesIn,
  }: {
    readonly lineEnd: Dialect["lineEnd"];
    readonly asked: string | undefined;
    /** How much records look like they hold a header. */
    readonly namesIn: (records: readonly SampleRecord[]) => number;
  },
): Promise<FoundDelimiter> {
  const declared = /^\ufeff?"?sep=(.)"?\r?(?:\n|\r|$)/i.exec(sample)?.[1];
  const separatorLine = declared !== undefined;
  if (asked !== undefined) return { delimiter: asked, evidence: "as --delimiter says", separatorLine };
  if (declared !== undefined)
    return { delimiter: declared, evidence: "the file's first line says so (sep=)", separatorLine };
  let best = { delimiter: ",", score: -1, fields: 1, agreeing: 0, seen: 0 };
  for (const delimiter of DELIMITERS) {
    if (delimiter === BLANKS && isUsualTable(best)) continue; // any text has blanks
    const dialect: Dialect = { gzip: false, encoding: "utf-8", delimiter, lineEnd, quoting: delimiter !== BLANKS };
    const scored = scoreDelimiter(await sampleRecords(sample, dialect), namesIn);
    if (delimiter === BLANKS && !isAllOfOneWidth(scored)) continue;
    if (scored.score > best.score) best = { delimiter, ...scored };
  }
  const evidence = `${best.agreeing} of the first ${best.seen} rows have ${best.fields} fields`;
  return { delimiter: best.delimiter, evidence, separatorLine };
}

/** Whether a real delimiter makes a table already: nearly all rows agree on three fields or more. */
function isUsualTable({ fields, agreeing, seen }: { fields: number; agreeing: number; seen: number }): boolean {
  return fields >= 3 && agreeing >= 0.8 * seen;
}

function isAllOfOneWidth({ fields, agreeing, seen }: { fields: number; agreeing: number; seen: number }): boolean {
  return fields >= 3 && agreeing === seen;
}

/** Scores a delimiter: many recognised header names, then the share of rows that agree on a number of fields, then fields. */
function scoreDelimiter(
  records: readonly SampleRecord[],
  namesIn: (records: readonly SampleRecord[]) => number,
): {
  score: number;
  fields: number;
  agreeing: number;
  seen: number;
} {
  const filled = records.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  const counts = new Map<number, number>();
  for (const { cells } of filled) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [fields, agreeing] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
  const recognised = namesIn(filled);
  const share = filled.length === 0 ? 0 : agreeing / filled.length;
  const score = fields < 2 ? 0 : recognised * 100 + share * 10 + Math.min(fields, 50) / 10;
  return { score, fields, agreeing, seen: filled.length };
}
