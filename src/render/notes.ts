import type { Ledger, LedgerLine } from "../analysis/ledger/ledger.ts";
import { scoresInUse } from "../analysis/scores/scale.ts";
import { DIMENSIONS, type Dimension, measureOf } from "../analysis/scores/score-customers.ts";
import type { SegmentedCustomers } from "../analysis/segments/assign-segments.ts";
import { maskPersonal } from "../basics/text/words.ts";
import type { RejectedRow } from "../orders/rows/row-table.ts";
import type { Understanding } from "../orders/understanding.ts";
import type { Language } from "./language/language.ts";
import { methodNotes } from "./method-notes.ts";
import { type Note, note, warning } from "./note.ts";

/** A ledger line in words: `59,976 without a customer (586,339.55)`; of refunds, how many they are as well. */
export function reasonText({ reason, rows, entries, money }: LedgerLine, { words }: Language): string {
  const { line, reasons, onRefunds } = words.ledger;
  const isOfRefunds = reason === "refund ignored" || reason === "no purchase";
  return line(rows, isOfRefunds ? onRefunds(entries, reason) : reasons[reason], money);
}

const LONGEST_VALUE = 40;

/** What the reading of the exports should tell. */
export function readingNotes(
  { understanding, rejects, rows }: { understanding: Understanding; rejects: readonly RejectedRow[]; rows: number },
  { words }: Language,
): readonly Note[] {
  const { reading } = words;
  const notes: Note[] = [];
  const [first] = rejects;
  if (first !== undefined) {
    const value = maskPersonal(first.value.slice(0, LONGEST_VALUE));
    const where = { file: first.file, line: first.line, reason: words.ledger.names[first.reason], value };
    notes.push(warning(reading.rejects(rejects.length, rows, where)));
  }
  for (const { name, why, as } of understanding.passedOver) {
    if (why === "same bytes") notes.push(note(reading.sameBytes(name, as ?? null)));
    else if (why === "own output") notes.push(note(reading.ownOutput(name)));
    else notes.push(note(reading.notText(name)));
  }
  notes.push(...tableNotes(understanding, words));
  if (!understanding.hasStatus) notes.push(note(reading.noStatus));
  const blank = understanding.statuses.find((status) => status.status === "");
  if (understanding.hasStatus && blank !== undefined) notes.push(note(reading.blankStatus(blank.rows)));
  const { withoutOrderId } = understanding;
  if (withoutOrderId !== null) {
    const isRisk = withoutOrderId.sharing > 0;
    notes.push((isRisk ? warning : note)(reading.noOrderId(withoutOrderId)));
  }
  notes.push(...platformNotes(understanding, words), ...keyNotes(understanding, words));
  const { splitLines } = understanding;
  if (splitLines !== null) notes.push(warning(reading.splitLines(splitLines)));
  if (understanding.pointZeroIds) notes.push(note(reading.pointZero));
  const { blankMargins } = understanding;
  if (blankMargins !== null) notes.push(warning(reading.blankMargins(blankMargins)));
  if (understanding.roundedRows > 0) notes.push(note(reading.rounded(understanding.roundedRows)));
  return notes;
}

/** What was not read of tables with types. */
function tableNotes({ files }: Understanding, { reading }: Language["words"]): readonly Note[] {
  return files.flatMap(({ name, layout: { table } }) => {
    if (table === null) return [];
    const { nested, otherSheets } = table;
    return [
      ...(nested.length === 0 ? [] : [note(reading.nested(name, nested))]),
      ...(otherSheets.length === 0 ? [] : [note(reading.otherSheets(name, otherSheets))]),
    ];
  });
}

/** What is to be said about each platform that was met, once. */
function platformNotes({ files }: Understanding, { platforms }: Language["words"]): readonly Note[] {
  const texts = files.flatMap(({ layout: { preset } }) =>
    preset?.note === undefined ? [] : [`${preset.title}: ${platforms[preset.name] ?? preset.note}`],
  );
  return [...new Set(texts)].map(warning);
}

/** What is to be said about the customers' keys. */
function keyNotes(
  { files, destroyedIds, garbled, linked, sameNames, excludedCustomers }: Understanding,
  { reading }: Language["words"],
): readonly Note[] {
  const notes: Note[] = [];
  const isSaid = files.every(({ layout }) => !layout.isKeyedByName || layout.preset?.note !== undefined);
  if (sameNames !== null && !(isSaid && (sameNames.withDifferentAddresses ?? 0) === 0)) {
    const { names, withDifferentAddresses, column } = sameNames;
    notes.push(warning(reading.sameNames(names, withDifferentAddresses, column)));
  }
  if (destroyedIds !== null) notes.push(warning(reading.destroyedIds(destroyedIds)));
  if (garbled !== null) notes.push(warning(reading.garbled(garbled.file, garbled.line)));
  if (linked !== null && linked.groups > 0) {
    notes.push(note(reading.linked(linked.groups, linked.largeGroups, linked.largest)));
  }
  if (excludedCustomers > 0) notes.push(note(reading.excluded(excludedCustomers)));
  return notes;
}

/** An as-of date this many days after the newest day of the data is more likely a slip than a wish. */
const LATE_AS_OF_DAYS = 366;

/** What the choice of the as-of date should tell. */
export function asOfNotes(asOf: number, lastDay: number, { words }: Language): readonly Note[] {
  return asOf - lastDay <= LATE_AS_OF_DAYS ? [] : [warning(words.reading.lateAsOf(asOf, lastDay))];
}

/** Scores of fewer customers than this mean little. */
export const FEW_CUSTOMERS = 25;
const FEW_VALUES = 5;

/** What the scores should tell: how little they can mean where there are few customers or few distinct values. */
export function scoringNotes(segmented: SegmentedCustomers, language: Language): readonly Note[] {
  const { customers, levels, scores, unreachable, scheme } = segmented;
  const { scoring } = language.words;
  const notes: Note[] = [];
  if (customers.length < FEW_CUSTOMERS) notes.push(warning(scoring.fewCustomers(customers.length)));
  const few = fewValues(segmented);
  if (few.length > 0) notes.push(warning(scoring.fewValues(few)));
  for (const dimension of DIMENSIONS) {
    const measure = measureOf(customers, dimension);
    const used = scoresInUse(scores[dimension]);
    if (used.length < levels[dimension] && hasTies(measure) && isCutByTies(segmented, dimension)) {
      notes.push(note(scoring.ties(dimension, tiedScores(measure, used))));
    }
  }
  const largest = largestShare(customers.spend);
  if (largest > LARGE_SHARE && customers.length >= FEW_CUSTOMERS) notes.push(note(scoring.oneLarge(largest)));
  notes.push(...methodNotes(segmented, language));
  if (customers.outsideWindow > 0) notes.push(note(scoring.outsideWindow(customers.outsideWindow)));
  if (unreachable.length > 0) notes.push(note(scoring.unreachable(unreachable, scheme.name)));
  return notes;
}

/** The measures with few different values; none where there are no more customers than that, which is said already. */
function fewValues({
  customers,
}: SegmentedCustomers): readonly { readonly dimension: Dimension; readonly distinct: number }[] {
  if (customers.length < FEW_VALUES) return [];
  return DIMENSIONS.map((dimension) => ({
    dimension,
    distinct: distinctUpTo(measureOf(customers, dimension), FEW_VALUES),
  })).filter(({ distinct }) => distinct < FEW_VALUES);
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

/** The value that most customers share, how many do, and the scores that are left in use. */
function tiedScores(
  measure: Float64Array | Int32Array,
  used: readonly number[],
): Parameters<Language["words"]["scoring"]["ties"]>[1] {
  const counts = new Map<number, number>();
  for (const value of measure) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [value = 0, count = 0] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0] ?? [];
  return { share: count / measure.length, value, scores: used.join(", "), isOneScore: used.length === 1 };
}

/** A summary of what the ledger set aside, largest first. */
export function setAsideText(ledger: Ledger, language: Language): string {
  return ledger.setAside
    .toSorted((a, b) => b.rows - a.rows)
    .map((line) => reasonText(line, language))
    .join(", ");
}

/** How many different values there are, but no more than asked for: with many customers, that is soon known. */
function distinctUpTo(values: Float64Array | Int32Array, limit: number): number {
  const seen = new Set<number>();
  for (let index = 0; index < values.length && seen.size < limit; index += 1) seen.add(values[index] as number);
  return seen.size;
}

function hasTies(values: Float64Array | Int32Array): boolean {
  return new Set(values).size < values.length;
}
