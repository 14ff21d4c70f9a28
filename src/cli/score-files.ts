import { open, stat } from "node:fs/promises";
import { resolve } from "node:path";
import type { ScoredMeasures, ScoredValues } from "../analysis/compare/common-cut-points.ts";
import type { SegmentSnapshot } from "../analysis/compare/snapshot.ts";
import { DIMENSIONS, type Dimension } from "../analysis/scores/dimension.ts";
import { BUILT_IN_SCHEMES } from "../analysis/segments/built-in/index.ts";
import { parseDay } from "../basics/calendar/days.ts";
import { AMOUNT_SCALE } from "../basics/money/amount.ts";
import { compareCodeUnits } from "../basics/text/compare-code-units.ts";
import { readNamedText } from "../csv/named-text.ts";
import { type CellRecord, parseCells } from "../csv/parse-cells.ts";
import { unguardFormula } from "../csv/writer/spreadsheet.ts";
import { InputError } from "../errors.ts";
import { SCORE_COLUMNS } from "../render/tables/score-table.ts";

/** The text of a file that `rfm score` wrote; `null` where it is anything else, or cannot be read as text. */
export async function readScoreFile(path: string, cwd: string): Promise<string | null> {
  const file = resolve(cwd, path);
  try {
    if (!(await stat(file)).isFile()) return null; // a named pipe would wait for ever
    const header = (await firstLine(file)).trim().split(/[,;\t]/);
    if (!SCORE_COLUMNS.every((name, index) => header[index] === name)) return null;
    return await readNamedText(file, path);
  } catch {
    return null;
  }
}

const LONGEST_HEADER = 4096;

/** The first line of a file, without reading the rest: an export may be large. */
async function firstLine(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(LONGEST_HEADER), 0, LONGEST_HEADER, 0);
    return (
      buffer
        .toString("utf8", 0, bytesRead)
        .replace(/^\uFEFF/, "")
        .split("\n", 1)[0] ?? ""
    ).trimEnd();
  } finally {
    await handle.close();
  }
}

/** What a file of `rfm score` holds: the customers in their segments, and how their measures were scored. */
export interface ScoreFile {
  readonly snapshot: SegmentSnapshot;
  readonly measures: ScoredMeasures;
  /** Whether it has monetary values; those of orders without money are blank. */
  readonly hasMoney: boolean;
}

/**
 * Reads a file of `rfm score`. Its money is the monetary value; its day is that of the last order plus
 * the recency.
 *
 * @throws InputError that names the line where a value is not as `rfm score` writes it
 */
export async function parseScoreFile(text: string, name: string): Promise<ScoreFile> {
  const header = text.split("\n", 1)[0] ?? "";
  const delimiter = [",", ";", "\t"].find((mark) => header.startsWith(`${SCORE_COLUMNS[0]}${mark}`)) ?? ",";
  const [columns, ...records] = await parseCells(text, name, { delimiter });
  const rows = records.map((record) => customerOf(record, columns?.cells ?? [], name));
  if (rows.length === 0) throw new InputError(`${name}: no customer`, { hint: "write it again with rfm score" });
  rows.sort((a, b) => compareCodeUnits(a.id, b.id));
  const twice = rows.find((row, index) => index > 0 && row.id === rows[index - 1]?.id);
  if (twice !== undefined) throw new InputError(`${name}: line ${twice.line}: duplicate customer`);
  const segments = segmentOrder(new Set(rows.map((row) => row.segment)));
  const snapshot = {
    asOf: rows[0]?.asOf ?? null,
    scoredBy: null,
    segments,
    ids: rows.map((row) => row.id),
    segment: rows.map((row) => segments.indexOf(row.segment)),
    money: Float64Array.from(rows, (row) => row.money),
    cells: rows.map((row) => row.cell),
    points: rows.map((row) => DIMENSIONS.reduce((sum, dimension) => sum + row.scores[dimension], 0)),
    firstOrderDay: Int32Array.from(rows, (row) => row.firstOrderDay),
    lastOrderDay: Int32Array.from(rows, (row) => row.lastOrderDay),
  };
  const scored = (dimension: Dimension): ScoredValues => ({
    values: rows.map((row) => row.measures[dimension]),
    scores: rows.map((row) => row.scores[dimension]),
  });
  const hasMoney = rows.some(({ scores }) => scores.monetary > 0);
  const monetary = hasMoney ? scored("monetary") : { values: [], scores: [] };
  return { snapshot, measures: { recency: scored("recency"), frequency: scored("frequency"), monetary }, hasMoney };
}

interface ScoredRow {
  readonly id: string;
  readonly line: number;
  readonly asOf: number;
  readonly firstOrderDay: number;
  readonly lastOrderDay: number;
  readonly money: number;
  readonly measures: Readonly<Record<Dimension, number>>;
  readonly scores: Readonly<Record<Dimension, number>>;
  readonly cell: string;
  readonly segment: string;
}

function customerOf({ cells, line }: CellRecord, header: readonly string[], name: string): ScoredRow {
  const text = (column: (typeof SCORE_COLUMNS)[number]): string => cells[header.indexOf(column)] ?? "";
  const bad = (column: string): InputError =>
    new InputError(`${name}: line ${line}: ${column} is not in the form that rfm score writes`, {
      hint: "compare the original files, not copies that a spreadsheet saved",
    });
  const day = (column: "first_order" | "last_order"): number => {
    const value = parseDay(text(column));
    if (value === null) throw bad(column);
    return value;
  };
  const number = (column: (typeof SCORE_COLUMNS)[number]): number => {
    if (!/^-?\d+([.,]\d+)?$/.test(text(column))) throw bad(column);
    return Number(text(column).replace(",", "."));
  };
  if (text("segment") === "") throw bad("segment");
  const hasMoney = text("monetary_value") !== "" || text("m_score") !== "";
  const measures = {
    recency: number("recency_days"),
    frequency: number("frequency"),
    monetary: hasMoney ? number("monetary_value") : 0,
  };
  return {
    id: unguardFormula(text("customer_id")),
    line,
    asOf: day("last_order") + measures.recency,
    firstOrderDay: day("first_order"),
    lastOrderDay: day("last_order"),
    money: Math.round(measures.monetary * AMOUNT_SCALE),
    measures,
    scores: { recency: number("r_score"), frequency: number("f_score"), monetary: hasMoney ? number("m_score") : 0 },
    cell: text("rfm_cell"),
    segment: text("segment"),
  };
}

/** The order of the built-in scheme that has all these segments; of their names where none has. */
function segmentOrder(names: ReadonlySet<string>): readonly string[] {
  for (const scheme of BUILT_IN_SCHEMES) {
    const known = scheme.segments.map((segment) => segment.name);
    if ([...names].every((name) => known.includes(name))) return known;
  }
  return [...names].sort(compareCodeUnits);
}
