import { asBuffer } from "../../files/as-buffer.ts";
import type { Dialect } from "../records.ts";
import { type SampleRecord, sampleRecords } from "./sample.ts";

/** What stands between fields where runs of blanks do. */
export const BLANKS = "blanks";

const COMMA: string = ",";
const OTHERS: readonly string[] = [";", "\t", "|", BLANKS];

/** What some spreadsheets write as the first line, and enough bytes to have it. */
const DECLARED = /^\ufeff?"?sep=(.)"?\r?(?:\n|\r|$)/i;
const DECLARED_BYTES = 32;

/** A delimiter, and why it is taken for that. */
export interface FoundDelimiter {
  readonly delimiter: string;
  readonly evidence: string;
  /** Whether the first line says so and is no record. */
  readonly separatorLine: boolean;
  /** The first records of the sample, taken apart by it. */
  readonly records: readonly SampleRecord[];
}

/** Finds the delimiter of a sample: as asked for, as its first line says, or the one that makes the best table of it. */
export async function detectDelimiter(
  sample: Uint8Array,
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
  const bytes = asBuffer(sample);
  const recordsBy = (delimiter: string): Promise<readonly SampleRecord[]> =>
    sampleRecords(sample, { delimiter, lineEnd, quoting: delimiter !== BLANKS });
  const declared = DECLARED.exec(bytes.toString("utf8", 0, DECLARED_BYTES))?.[1];
  const separatorLine = declared !== undefined;
  const told = asked ?? declared;
  if (told !== undefined) {
    const evidence = asked === undefined ? "the file's first line says so (sep=)" : "as --delimiter says";
    return { delimiter: told, evidence, separatorLine, records: await recordsBy(told) };
  }
  let best = { delimiter: COMMA, ...scoreDelimiter(await recordsBy(COMMA), namesIn) };
  for (const delimiter of OTHERS) {
    if (delimiter === BLANKS ? isUsualTable(best) : !bytes.includes(delimiter)) continue; // any text has blanks
    const scored = scoreDelimiter(await recordsBy(delimiter), namesIn);
    if (delimiter === BLANKS && !isAllOfOneWidth(scored)) continue;
    if (scored.score > best.score) best = { delimiter, ...scored };
  }
  const { delimiter, agreeing, seen, fields, records } = best;
  const evidence = `${agreeing} of the first ${seen} rows have ${fields} fields`;
  return { delimiter, evidence, separatorLine, records };
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
): { score: number; fields: number; agreeing: number; seen: number; records: readonly SampleRecord[] } {
  const filled = records.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  const counts = new Map<number, number>();
  for (const { cells } of filled) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [fields, agreeing] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
  const recognised = namesIn(filled);
  const share = filled.length === 0 ? 0 : agreeing / filled.length;
  const score = fields < 2 ? 0 : recognised * 100 + share * 10 + Math.min(fields, 50) / 10;
  return { score, fields, agreeing, seen: filled.length, records };
}
