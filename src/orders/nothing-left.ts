import { formatDay, NO_DAY } from "../basics/calendar/days.ts";
import { maskPersonal } from "../basics/text/mask-personal.ts";
import { nearestNames } from "../basics/text/nearest-names.ts";
import { plural } from "../basics/text/words.ts";
import { EmptyInputError } from "../errors.ts";
import { cellCondition } from "../exports/conditions/cell-condition.ts";
import { type ColumnCondition, conditionText } from "../exports/conditions/condition.ts";
import { namedColumn } from "../exports/detect/header/named-columns.ts";
import type { FilePlan } from "../exports/file-plan.ts";
import type { FilterOptions } from "../exports/row-filter.ts";
import type { ReadonlyRows } from "./assemble/readonly-rows.ts";
import type { RowSet } from "./assemble/row-set.ts";
import { type ColumnTally, tallyColumn } from "./column-tally.ts";
import { reasonCode } from "./ledger/entries.ts";

const FILTERED = reasonCode("filtered");

/** Stops the run where conditions left no row. */
export async function refuseNothingLeft({ rows, table, plans, options }: RowSet): Promise<void> {
  const areSummed = table.summed !== null && table.summed.rows > 0;
  if (!areSummed && isNothingLeft(rows)) throw await nothingLeft(rows, { plans, filter: options });
}

/** Whether rows were set aside because the user did not want them, and no other row is left. */
function isNothingLeft({ length, reason }: ReadonlyRows): boolean {
  let filtered = 0;
  for (let row = 0; row < length; row += 1) {
    if (reason[row] === 0) return false;
    if (reason[row] === FILTERED) filtered += 1;
  }
  return filtered > 0;
}

/** One condition of the user's: how it was written, how many rows meet it, and what the exports have. */
interface Condition {
  readonly written: string;
  readonly rows: number;
  readonly found: string;
}

/** The error for conditions that left no row: which one, and what days or values the exports have. */
async function nothingLeft(
  rows: ReadonlyRows,
  { plans, filter }: { readonly plans: readonly FilePlan[]; readonly filter: FilterOptions },
): Promise<EmptyInputError> {
  const conditions = daysCondition(rows, filter);
  for (const where of filter.where ?? [])
    conditions.push(whereCondition(where, { tally: await tallyColumn(plans, where.column), plans }));
  if (conditions.length === 0) {
    return new EmptyInputError("no row is left: --exclude-customers names every customer of the exports", {
      hint: "name only those who are to be left out, such as staff and wholesale",
    });
  }
  const unmet = conditions.filter((condition) => condition.rows === 0);
  if (unmet.length > 0) {
    const written = unmet.map((condition) => condition.written).join(", nor ");
    return new EmptyInputError(`no row is left: none matches ${written}`, { hint: whatThereIs(unmet) });
  }
  const each = conditions.map(({ written, rows: met }) => `${written} (${plural(met, "row")})`).join(" and ");
  const together = conditions.length > 1 ? " together" : "";
  return new EmptyInputError(`no row that counts matches ${each}${together}`, { hint: whatThereIs(conditions) });
}

/** What the exports have, once where two conditions are on one column. */
function whatThereIs(conditions: readonly Condition[]): string {
  return [...new Set(conditions.map(({ found }) => found))].join("; ");
}

function daysCondition({ day: days }: ReadonlyRows, { since, until }: FilterOptions): Condition[] {
  if (since === undefined && until === undefined) return [];
  const written = [
    ...(since === undefined ? [] : [`--since ${formatDay(since)}`]),
    ...(until === undefined ? [] : [`--until ${formatDay(until)}`]),
  ].join(" ");
  const dated = Int32Array.from(days)
    .filter((day) => day !== NO_DAY)
    .sort();
  const [first, last] = [dated[0], dated.at(-1)];
  if (first === undefined || last === undefined) return [{ written, rows: 0, found: "no row has a date" }];
  const met = dated.filter((day) => day >= (since ?? day) && day <= (until ?? day)).length;
  const before = dated.findLast((day) => day < (since ?? first));
  const after = dated.find((day) => day > (until ?? last));
  const isGap = met === 0 && before !== undefined && after !== undefined;
  const gap = isGap ? `, with none between ${formatDay(before)} and ${formatDay(after)}` : "";
  return [{ written, rows: met, found: `the rows are dated ${formatDay(first)} to ${formatDay(last)}${gap}` }];
}

function whereCondition(
  where: ColumnCondition,
  { tally, plans }: { readonly tally: ColumnTally; readonly plans: readonly FilePlan[] },
): Condition {
  const { column, comparison = "=", values: wanted } = where;
  const { values, blankRows, isPersonal } = tally;
  const all: readonly (readonly [string, number])[] = [...values, ["", blankRows]];
  const plan = plans.find(({ layout }) => namedColumn(layout.header, column) !== null);
  const meets = plan === undefined ? null : cellCondition(where, plan.formats, "--where");
  const rows = all.reduce((sum, [value, count]) => (meets?.verdict(value) === true ? sum + count : sum), 0);
  const written = `--where ${quoted(conditionText({ ...where, values: wanted.map(maskPersonal) }))}`;
  const near = comparison !== "=" || rows > 0 || isPersonal ? "" : meantValues(wanted, [...values.keys()]);
  return { written, rows, found: `${near}column "${column}" ${valuesFound(tally)}` };
}

/** A shorter value is near to too many. */
const SHORTEST_MEANT = 3;

function meantValues(wanted: readonly string[], values: readonly string[]): string {
  const long = wanted.filter((value) => value.trim().length >= SHORTEST_MEANT);
  const near = long.flatMap((value) => nearestNames(value, values).slice(0, 1));
  return near.length === 0 ? "" : `did you mean ${near.map((value) => maskPersonal(`"${value}"`)).join(", ")}? `;
}

const MOST_VALUES = 5;

function valuesFound({ values, blankRows, isPersonal }: ColumnTally): string {
  if (values.size === 0) return "is blank in every row";
  const count = plural(values.size, "different value");
  if (isPersonal) return `has ${count}`;
  const shown = [...values].slice(0, MOST_VALUES).map(([value, rows]) => `${value} (${plural(rows, "row")})`);
  if (values.size > shown.length) return maskPersonal(`has ${count}, most often ${shown.join(", ")}`);
  const blank = blankRows === 0 ? [] : [`blank cells (${plural(blankRows, "row")})`];
  return maskPersonal(`has only ${[...shown, ...blank].join(", ")}`);
}

/** As it would be written in a shell. */
function quoted(text: string): string {
  return /[^\w=,.:@+/…-]/.test(text) ? `"${text}"` : text;
}
