import { formatDay } from "../core/calendar/days.ts";
import type { SetAsideReason } from "../core/ledger/entries.ts";
import type { Ledger, LedgerLine } from "../core/ledger/ledger.ts";
import { scoresInUse } from "../core/scores/scale.ts";
import { DIMENSIONS, type Dimension, measureOf } from "../core/scores/score-customers.ts";
import type { SegmentedCustomers } from "../core/segments/assign-segments.ts";
import { maskPersonal, peopleCount, plural } from "../core/words.ts";
import type { RejectedRow } from "../orders/read/row-table.ts";
import type { Understanding } from "../orders/understanding.ts";
import { methodNotes } from "./method-notes.ts";
import { type Note, note, warning } from "./note.ts";
import { peopleMoney, peopleShare } from "./people.ts";

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
    const value = first.value === "" ? "blank" : `"${maskPersonal(first.value.slice(0, 40))}"`;
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
    notes.push(note(`${plural(blank.rows, "row")} of orders without a status count`));
  }
  notes.push(...platformNotes(understanding), ...keyNotes(understanding));
  if (understanding.pointZeroIds) notes.push(note('customer ids such as "17850.0" are read as 17850'));
  if (understanding.roundedRows > 0) {
    notes.push(note(`${plural(understanding.roundedRows, "amount")} finer than 0.0001 were rounded`));
  }
  return notes;
}

/** What is to be said about each platform that was met, once. */
function platformNotes({ files }: Understanding): readonly Note[] {
  const texts = files.flatMap(({ layout: { preset } }) =>
    preset?.note === undefined ? [] : [`${preset.title}: ${preset.note}`],
  );
  return [...new Set(texts)].map(warning);
}

/** What is to be said about the customers' keys. */
function keyNotes({ destroyedIds, garbled, linked, excludedCustomers }: Understanding): readonly Note[] {
  const notes: Note[] = [];
  if (destroyedIds !== null) {
    const { count, file, line, value } = destroyedIds;
    notes.push(
      warning(
        `${plural(count, "id")} like "${value}" (first: ${file} line ${line}) were destroyed when the file was saved in a spreadsheet; ` +
          "they are not used as ids: export again and do not open the file in one",
      ),
    );
  }
  if (garbled !== null) {
    notes.push(
      warning(
        `${garbled.file} line ${garbled.line}: letters such as "Ã¤" show that an earlier program read the text in the wrong encoding; the same customer may have two spellings`,
      ),
    );
  }
  if (linked !== null && linked.groups > 0) {
    const large =
      linked.largeGroups === 0
        ? ""
        : `; ${linked.largeGroups} of them have more than two keys (the most: ${linked.largest})`;
    notes.push(note(`${plural(linked.groups, "customer")} known by an id and an e-mail were joined${large}`));
  }
  if (excludedCustomers > 0)
    notes.push(note(`${plural(excludedCustomers, "customer")} of --exclude-customers were left out`));
  return notes;
}

/** An as-of date this many days after the newest day of the data is more likely a slip than a wish. */
const LATE_AS_OF_DAYS = 366;

/** What the choice of the as-of date should tell. */
export function asOfNotes(asOf: number, lastDay: number): readonly Note[] {
  if (asOf - lastDay <= LATE_AS_OF_DAYS) return [];
  return [
    warning(
      `the as-of date ${formatDay(asOf)} is more than a year after the newest day in the data, ${formatDay(lastDay)}: every customer looks long gone`,
    ),
  ];
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
      const values = distinct === 1 ? "is the same for every customer" : `has only ${distinct} different values`;
      notes.push(warning(`${MEASURE_NAMES[dimension]} ${values}: its scores say little`));
    }
    if (used.length < levels[dimension] && distinct < customers.length && isCutByTies(segmented, dimension)) {
      notes.push(note(tiesText(measure, MEASURE_NAMES[dimension], used)));
    }
  }
  const largest = largestShare(customers.spend);
  if (largest > LARGE_SHARE && customers.length >= FEW_CUSTOMERS) {
    notes.push(
      note(
        `one customer brings ${peopleShare(largest)} of the revenue (rfm score --sort -monetary_value shows which); staff and wholesale can be left out with --exclude-customers`,
      ),
    );
  }
  notes.push(...methodNotes(segmented));
  if (customers.outsideWindow > 0) {
    notes.push(
      note(
        `${plural(customers.outsideWindow, "customer")} bought only before the window and ${customers.outsideWindow === 1 ? "is" : "are"} not scored`,
      ),
    );
  }
  if (unreachable.length > 0) {
    notes.push(note(`with these levels nobody can be in ${unreachable.join(", ")} of the ${scheme.name} scheme`));
  }
  return notes;
}

const LARGE_SHARE = 0.1;

/** The largest customer's share of all spend; 0 where nothing was spent. */
function largestShare(spend: Float64Array): number {
  let [total, most] = [0, 0];
  for (const value of spend) {
    total += value;
    most = Math.max(most, value);
  }
  return total > 0 ? most / total : 0;
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

/** A summary of what the ledger set aside, largest first. */
export function setAsideText(ledger: Ledger): string {
  return ledger.setAside
    .toSorted((a, b) => b.rows - a.rows)
    .map(reasonText)
    .join(", ");
}
