import { ExactSum } from "../../../basics/money/exact-sum.ts";
import type { ReadonlyRows } from "../readonly-rows.ts";

/** A row that was taken for the repetition of another one in another file. */
export interface Repetition {
  readonly row: number;
  readonly keeper: number;
}

/** Rows that were taken for repetitions, and may be two sales: an order's lines that were split over two files. */
export interface SplitLines {
  readonly rows: number;
  /** Whole 1/10,000 of a unit. */
  readonly money: bigint;
  readonly file: string;
  readonly line: number;
}

/** The rows that two files share of one order, or of one customer's day where there are no order ids. */
interface SharedUnit {
  readonly unit: string;
  readonly files: readonly [number, number];
  readonly rows: number[];
}

/**
 * Which repetitions may be sales of their own. Files that overlap repeat whole orders, and more than one. Where two files
 * share the rows of a single order, or each has lines of an order that the other lacks, the order may have been split over
 * them, and two lines that look the same may both be real. `null` where none is in doubt.
 */
export function findSplitLines(
  rows: ReadonlyRows,
  repetitions: readonly Repetition[],
  nameOf: (file: number) => string,
): SplitLines | null {
  if (repetitions.length === 0) return null;
  const shared = sharedUnits(rows, repetitions);
  const unitsOfPair = new Map<string, number>();
  for (const { files } of shared) unitsOfPair.set(files.join(), (unitsOfPair.get(files.join()) ?? 0) + 1);
  const counts = rowsOfUnits(rows, new Set(shared.map(({ unit }) => unit)));
  const hasOther = ({ unit, rows: own }: SharedUnit, file: number): boolean =>
    (counts.get(`${unit} ${file}`) ?? 0) > own.length;
  const doubtful = shared.filter(
    (one) => unitsOfPair.get(one.files.join()) === 1 || one.files.every((file) => hasOther(one, file)),
  );
  const those = doubtful.flatMap((one) => one.rows).sort((a, b) => a - b);
  const [first] = those;
  if (first === undefined) return null;
  const sum = new ExactSum();
  for (const row of those) sum.add(rows.amount[row] || 0);
  const [file, line] = [nameOf(rows.file[first] as number), rows.line[first] as number];
  return { rows: those.length, money: sum.value, file, line };
}

function unitOf({ order, customer, day }: ReadonlyRows, row: number): string {
  return (order[row] as number) >= 0 ? `o${order[row]}` : `c${customer[row]} ${day[row]}`;
}

function sharedUnits(rows: ReadonlyRows, repetitions: readonly Repetition[]): readonly SharedUnit[] {
  const found = new Map<string, SharedUnit>();
  for (const { row, keeper } of repetitions) {
    const file = rows.file[row] as number;
    const files = [Math.min(file, keeper), Math.max(file, keeper)] as const;
    const unit = unitOf(rows, row);
    const key = `${unit} ${files.join()}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, { unit, files, rows: [row] });
    else known.rows.push(row);
  }
  return [...found.values()];
}

/** How many rows that count each file has of each unit. */
function rowsOfUnits(rows: ReadonlyRows, units: ReadonlySet<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (let row = 0; row < rows.length; row += 1) {
    if (rows.reason[row] !== 0) continue;
    const unit = unitOf(rows, row);
    if (!units.has(unit)) continue;
    const key = `${unit} ${rows.file[row]}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
