import { asBuffer } from "../../files/as-buffer.ts";
import type { Dialect } from "../records.ts";
import { type SampleRecord, sampleRecords } from "./sample.ts";

/** What stands between fields where runs of blanks do. */
export const BLANKS = "blanks";

const COMMA = ",";
const OTHERS = [";", "\t", "|"];

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
  const tableBy = async (by: string): Promise<Table> => tableOf(by, await recordsBy(by), namesIn);
  let best = await tableBy(COMMA);
  for (const other of OTHERS) {
    const table = bytes.includes(other) ? await tableBy(other) : best;
    if (table.score > best.score) best = table;
  }
  // any text has blanks: where something else makes a table, they must show the names that it does not
  const isTable = isUsualTable(best);
  if (!isTable || best.recognised === 0) {
    const table = await tableBy(BLANKS);
    const isOne = isAllOfOneWidth(table) && (!isTable || table.recognised > 0);
    if (isOne && table.score > best.score) best = table;
  }
  const { delimiter, agreeing, seen, fields, records } = best;
  const evidence = `${agreeing} of the first ${seen} rows have ${fields} fields`;
  return { delimiter, evidence, separatorLine, records };
}

/** What a delimiter makes of a sample. */
interface Table {
  readonly delimiter: string;
  readonly records: readonly SampleRecord[];
  readonly score: number;
  /** How much some record looks like a header. */
  readonly recognised: number;
  /** The usual number of fields, how many filled records have it, and how many there are. */
  readonly fields: number;
  readonly agreeing: number;
  readonly seen: number;
}

/** Whether nearly all rows agree on three fields or more. */
function isUsualTable({ fields, agreeing, seen }: Table): boolean {
  return fields >= 3 && agreeing >= 0.8 * seen;
}

function isAllOfOneWidth({ fields, agreeing, seen }: Table): boolean {
  return fields >= 3 && agreeing === seen;
}

/** Scores a delimiter: many recognised header names, then the share of rows that agree on a number of fields, then fields. */
function tableOf(
  delimiter: string,
  records: readonly SampleRecord[],
  namesIn: (records: readonly SampleRecord[]) => number,
): Table {
  const filled = records.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  const counts = new Map<number, number>();
  for (const { cells } of filled) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [fields, agreeing] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
  const recognised = namesIn(filled);
  const share = filled.length === 0 ? 0 : agreeing / filled.length;
  const score = fields < 2 ? 0 : recognised * 100 + share * 10 + Math.min(fields, 50) / 10;
  return { delimiter, records, score, recognised, fields, agreeing, seen: filled.length };
}
