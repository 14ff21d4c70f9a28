import { formatDay } from "../core/calendar/days.ts";
import type { SetAsideReason } from "../core/ledger/entries.ts";
import type { Ledger, LedgerLine } from "../core/ledger/ledger.ts";
import type { RetentionTable } from "../core/retention/retention-by-period.ts";
import { scoresInUse } from "../core/scores/scale.ts";
import { DIMENSIONS, type Dimension, measureOf } from "../core/scores/score-customers.ts";
import type { SegmentedCustomers } from "../core/segments/assign-segments.ts";
import type { RejectedRow } from "../orders/read/row-table.ts";
import type { Understanding } from "../orders/understanding.ts";
import { methodNotes } from "./method-notes.ts";
import { peopleCount, peopleMoney, peopleShare, plural } from "./people.ts";

/** Something that the reader of a result should know; a warning where it may change what they conclude. */
export interface Note {
  readonly level: "note" | "warning";
  readonly text: string;
}

const note = (text: string): Note => ({ level: "note", text });
const warning = (text: string): Note => ({ level: "warning", text });

/** What each reason means, after a number of rows. */
export const REASON_WORDS: Readonly<Record<SetAsideReason, string>> = {
  "blank line": "blank",
  "total row": "totals of the export",
  "wrong number of fields": "with the wrong number of fields",
  "unreadable date": "with an unreadable date",
  "unreadable amount": "with an unreadable amount",
  "no amount": "without an amount",
  "test order": "of test orders",
  status: "with a status that does not count",
  filtered: "filtered out",
  duplicate: "repeated in another file",
  "two customers": "of orders with two customers",
  "refund ignored": "of refunds, which --refunds ignore leaves out",
  "after as-of": "after the as-of date",
  "before window": "before the window",
  "no customer": "without a customer",
  "zero amount": "of orders worth nothing",
  "no purchase": "of refunds to customers without a purchase",
};

/** A ledger line in words: `59,976 without a customer (586,339.55)`. */
export function reasonText(line: LedgerLine): string {
  const money = line.money === 0n ? "" : ` (${peopleMoney(line.money)})`;
  return `${peopleCount(line.rows)} ${REASON_WORDS[line.reason]}${money}`;
}

/** What the reading of the exports should tell. */
export function readingNotes(
  understanding: Understanding,
  rejects: readonly RejectedRow[],
  rows: number,
): readonly Note[] {
  const notes: Note[] = [];
  const [first] = rejects;
  if (first !== undefined) {
    const value = first.value === "" ? "blank" : `"${first.value.slice(0, 40)}"`;
    notes.push(
      warning(
        `${peopleCount(rejects.length)} of ${plural(rows, "row")} could not be read and were set aside ` +
          `(first: ${first.file} line ${first.line}, ${first.reason}: ${value}); --rejects FILE lists them`,
      ),
    );
  }
  for (const { name, why, as } of understanding.passedOver) {
    if (why === "same bytes")
      notes.push(note(`${name} has the same bytes as ${as ?? "another file"} and was read once`));
    else if (why === "own output") notes.push(note(`${name} was written by rfm and was passed over`));
    else notes.push(note(`${name} is not a text export and was passed over; save it as CSV to include it`));
  }
  if (!understanding.hasStatus) notes.push(note("the exports have no status column: every order counts"));
  const blank = understanding.statuses.find((status) => status.status === "");
  if (understanding.hasStatus && blank !== undefined) {
    notes.push(note(`${plural(blank.rows, "row")} with a blank status took their order's, or count where it has none`));
  }
  if (understanding.pointZeroIds) notes.push(note('customer ids such as "17850.0" are read as 17850'));
  if (understanding.roundedRows > 0) {
    notes.push(note(`${plural(understanding.roundedRows, "amount")} finer than 0.0001 were rounded`));
  }
  return notes;
}

const FEW_CUSTOMERS = 25;
const FEW_VALUES = 5;
const MEASURE_NAMES = { recency: "recency", frequency: "frequency", monetary: "monetary value" } as const;

/** What the scores should tell: how little they can mean where there are few customers or few distinct values. */
export function scoringNotes(segmented: SegmentedCustomers): readonly Note[] {
  const { customers, levels, scores, unreachable, scheme } = segmented;
  const notes: Note[] = [];
  if (customers.length < FEW_CUSTOMERS) {
    notes.push(
      warning(
        `only ${plural(customers.length, "customer")}: scores of so few compare them with each other and say little more`,
      ),
    );
  }
  for (const dimension of DIMENSIONS) {
    const measure = measureOf(customers, dimension);
    const distinct = new Set(measure).size;
    const used = scoresInUse(scores[dimension]);
    if (distinct < FEW_VALUES) {
      const values = distinct === 1 ? "the same" : `one of ${distinct} values`;
      notes.push(warning(`${MEASURE_NAMES[dimension]} is ${values} for every customer: its scores say little`));
    }
    if (used.length < levels[dimension] && isCutByTies(segmented, dimension)) {
      notes.push(note(tiesText(measure, MEASURE_NAMES[dimension], used)));
    }
  }
  notes.push(...methodNotes(segmented));
  if (customers.outsideWindow > 0) {
    notes.push(note(`${plural(customers.outsideWindow, "customer")} bought before the window only and are not scored`));
  }
  if (unreachable.length > 0) {
    notes.push(note(`with these levels nobody can be in ${unreachable.join(", ")} of the ${scheme.name} scheme`));
  }
  return notes;
}

/** Whether empty scores of a dimension come from values that many share, and not from cut points made elsewhere. */
function isCutByTies({ scales, isFrozen }: SegmentedCustomers, dimension: Dimension): boolean {
  return !isFrozen && (scales[dimension].method === "quantile" || scales[dimension].method === "nested");
}

/** “51 % of customers have frequency 1: frequency uses scores 1, 3, 4, 5”. */
function tiesText(measure: Float64Array | Int32Array, name: string, used: readonly number[]): string {
  const counts = new Map<number, number>();
  for (const value of measure) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [value = 0, count = 0] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0] ?? [];
  const share = peopleShare(count / measure.length);
  const what =
    name === "frequency"
      ? value === 1
        ? `${share} of customers bought once`
        : `${share} of customers bought ${peopleCount(value)} times`
      : name === "recency"
        ? `${share} of customers last bought ${plural(value, "day")} before the as-of date`
        : `${share} of customers spent the same`;
  return `${what}: ${name} uses ${used.length === 1 ? "score" : "scores"} ${used.join(", ")}`;
}

const FEW_FREE_DAYS = 7;

/** What the retention table should tell. */
export function retentionNotes(table: RetentionTable, asOf: number): readonly Note[] {
  const notes: Note[] = [];
  const { rows, covers, coversGiven, kind } = table;
  for (const row of rows) {
    if (row.noData) {
      notes.push(
        warning(
          `${row.period} has no order at all: an export is probably missing; its rates and the next ${kind}'s are left out`,
        ),
      );
    }
  }
  const [first, last] = [rows[0], rows.at(-1)];
  if (first !== undefined && !coversGiven) {
    const freeBefore = covers.from - first.firstDay;
    if (freeBefore > 0 && freeBefore <= FEW_FREE_DAYS) notes.push(coverNote(first.period, "begin", covers.from));
    notes.push(
      note(
        `the history may begin before ${formatDay(covers.from)}: the first ${kind}'s "new" customers may be old ones`,
      ),
    );
  }
  if (
    last !== undefined &&
    !coversGiven &&
    last.lastDay - covers.to > 0 &&
    last.lastDay - covers.to <= FEW_FREE_DAYS &&
    last.lastDay <= asOf + FEW_FREE_DAYS
  ) {
    notes.push(coverNote(last.period, "end", covers.to));
  }
  if (table.periodsPooled === 0) {
    notes.push(warning(`fewer than two complete ${kind}s: no retention rate can be known yet`));
  }
  return notes;
}

function coverNote(period: string, edge: "begin" | "end", day: number): Note {
  return note(
    `${period} is not complete, because the orders ${edge} on ${formatDay(day)}; if the exports cover the rest of it, say so with --covers FROM..TO`,
  );
}

/** A summary of what the ledger set aside, largest first. */
export function setAsideText(ledger: Ledger): string {
  return ledger.setAside
    .toSorted((a, b) => b.rows - a.rows)
    .map(reasonText)
    .join(", ");
}
