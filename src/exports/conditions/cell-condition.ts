import { UsageError } from "../../errors.ts";
import { isBlankAmount, unwrapCell } from "../values/decimals.ts";
import {
  type Comparable,
  type ComparedFormats,
  comparableOf,
  comparableText,
  compareValues,
  readAs,
} from "./comparable.ts";
import { type ColumnCondition, type Comparison, conditionText } from "./condition.ts";

/** Whether a cell meets a condition; `unreadable` where it cannot be compared. */
export type Verdict = boolean | "unreadable";

/** A condition as the cells of one file are held against it. */
export interface CellCondition {
  /** What the cells are compared as; `text` for equality. */
  readonly kind: "text" | Comparable["kind"];
  readonly verdict: (cell: string) => Verdict;
  /** The verdict on a cell of the rows' date, whose day is known and may be that of a time zone. */
  readonly verdictOnDate: (cell: string, day: number) => Verdict;
}

const MOST_REMEMBERED = 100_000;

/**
 * A condition for the cells of a file.
 *
 * @param flag the option that it belongs to, for messages
 * @throws UsageError where a bound is neither a number nor a day
 */
export function cellCondition(condition: ColumnCondition, formats: ComparedFormats, flag: string): CellCondition {
  const { comparison = "=" } = condition;
  const own =
    comparison === "=" || comparison === "!="
      ? equality(condition, formats)
      : ordering(condition, comparison, { formats, flag });
  const known = new Map<string, Verdict>();
  const verdict = (cell: string): Verdict => {
    const found = known.get(cell);
    if (found !== undefined) return found;
    if (known.size >= MOST_REMEMBERED) known.clear();
    const judged = own.verdict(cell);
    known.set(cell, judged);
    return judged;
  };
  return { ...own, verdict };
}

/**
 * Refuses a bound that files of different form read differently.
 *
 * @throws UsageError with both readings
 */
export function refuseTwoReadings(
  conditions: readonly ColumnCondition[],
  files: readonly { readonly name: string; readonly formats: ComparedFormats }[],
  flag: string,
): void {
  for (const condition of conditions) {
    if (condition.comparison === undefined || !(condition.comparison in HOLDS)) continue;
    const [value = ""] = condition.values;
    const readings = files.flatMap(({ name, formats }) => {
      const bound = comparableOf(value, formats);
      return bound === null ? [] : [{ name, bound }];
    });
    const [first] = readings;
    const other = readings.find(({ bound }) => first !== undefined && !isSame(bound, first.bound));
    if (first === undefined || other === undefined) continue;
    const [one, two] = [comparableText(first.bound), comparableText(other.bound)];
    throw new UsageError(
      `${flag} "${conditionText(condition)}": "${value}" is ${one} in ${first.name} and ${two} in ${other.name}`,
      `write it so that it reads one way: ${one} or ${two}`,
    );
  }
}

function isSame(a: Comparable, b: Comparable): boolean {
  return a.kind === b.kind && compareValues(a, b) === 0;
}

/** Numbers of which a list of values may mean the value instead of its digits: an id such as `007` is none. */
const PLAIN_NUMBER = /^-?(?:0|[1-9][\d.,]*)(?:[.,]\d+)?$/;

function equality({ comparison, values }: ColumnCondition, formats: ComparedFormats): CellCondition {
  const texts = new Set(values.map(folded));
  const comparables = values.flatMap((value) => equalValue(folded(value), formats) ?? []);
  const isEqual = (found: Comparable): boolean => comparables.some((wanted) => isSame(wanted, found));
  const hasValue = (cell: string): boolean => {
    const text = folded(cell);
    if (texts.has(text)) return true;
    if (text === "" || comparables.length === 0) return false;
    const found = equalValue(text, formats);
    return found !== null && isEqual(found);
  };
  const isWanted = comparison !== "!=";
  return {
    kind: "text",
    verdict: (cell) => hasValue(cell) === isWanted,
    verdictOnDate: (cell, day) => (texts.has(folded(cell)) || isEqual({ kind: "day", value: day })) === isWanted,
  };
}

/** What a text is equal to beside itself: the same number or day in another form. */
function equalValue(text: string, formats: ComparedFormats): Comparable | null {
  const number = PLAIN_NUMBER.test(text) ? readAs("number", text, formats) : null;
  if (number !== null) return number;
  return /\d/.test(text) ? readAs("day", text, formats) : null;
}

function folded(text: string): string {
  return unwrapCell(text).toLowerCase();
}

const HOLDS: Readonly<Record<Exclude<Comparison, "=" | "!=">, (sign: number) => boolean>> = {
  "<": (sign) => sign < 0,
  "<=": (sign) => sign <= 0,
  ">": (sign) => sign > 0,
  ">=": (sign) => sign >= 0,
};

function ordering(
  condition: ColumnCondition,
  comparison: keyof typeof HOLDS,
  { formats, flag }: { readonly formats: ComparedFormats; readonly flag: string },
): CellCondition {
  const [value = ""] = condition.values;
  const bound = comparableOf(value.trim(), formats);
  if (bound === null) {
    throw new UsageError(
      `${flag} "${conditionText(condition)}": "${value.trim()}" is neither a number nor a day of these exports`,
      `${comparison} compares numbers as the exports write them, and days: write a day as 2026-03-31`,
    );
  }
  const { kind } = bound;
  const holds = HOLDS[comparison];
  const verdict = (cell: string): Verdict => {
    if (isBlankAmount(unwrapCell(cell))) return false;
    const found = readAs(kind, cell, formats);
    return found === null ? "unreadable" : holds(compareValues(found, bound));
  };
  return {
    kind,
    verdict,
    verdictOnDate: (cell, day) => (kind === "day" ? holds(day - Number(bound.value)) : verdict(cell)),
  };
}
