import { scoresInUse } from "../../analysis/scores/scale.ts";
import { type Dimension, measureOf, scoredDimensions } from "../../analysis/scores/score-customers.ts";
import { countValues } from "../../analysis/scores/value-counts.ts";
import type { SegmentedCustomers } from "../../analysis/segments/assign-segments.ts";
import { NO_DAY } from "../../basics/calendar/days.ts";
import type { Language } from "../language/language.ts";
import { methodNotes } from "./method-notes.ts";
import { type Note, note, warning } from "./note.ts";

/** An as-of date this many days after the newest day of the data is more likely a slip than a wish. */
const LATE_AS_OF_DAYS = 366;

/** What the choice of the as-of date should tell. */
export function asOfNotes(asOf: number, lastDay: number, { words }: Language): readonly Note[] {
  return lastDay === NO_DAY || asOf - lastDay <= LATE_AS_OF_DAYS
    ? []
    : [warning(words.reading.lateAsOf(asOf, lastDay))];
}

/** Scores of fewer customers than this mean little. */
export const FEW_CUSTOMERS = 25;

const FEW_VALUES = 5;

/** Where customers come from, as far as it says how to leave some out. */
export interface CustomerSource {
  /** The column of customers of a table in a database, which takes no list of customers; left out for files. */
  readonly customerColumn?: string | undefined;
}

/** What the scores should tell: how little they can mean where there are few customers or few distinct values. */
export function scoringNotes(
  segmented: SegmentedCustomers,
  language: Language,
  { customerColumn }: CustomerSource = {},
): readonly Note[] {
  const { customers, levels, scores, unreachable, scheme } = segmented;
  const { scoring } = language.words;
  const notes: Note[] = [];
  if (customers.length < FEW_CUSTOMERS) notes.push(warning(scoring.fewCustomers(customers.length)));
  const few = fewValues(segmented);
  if (few.length > 0) notes.push(warning(scoring.fewValues(few)));
  for (const dimension of scoredDimensions(segmented)) {
    const measure = measureOf(customers, dimension);
    const used = scoresInUse(scores[dimension]);
    if (used.length < levels[dimension] && hasTies(measure) && isCutByTies(segmented, dimension)) {
      notes.push(note(scoring.ties(dimension, tiedScores(measure, used))));
    }
  }
  const leavingOut = customerColumn === undefined ? "--exclude-customers" : `--where "${customerColumn}!=ID"`;
  const largest = largestShare(customers.spend);
  if (largest > LARGE_SHARE && customers.length >= FEW_CUSTOMERS)
    notes.push(note(scoring.oneLarge(largest, leavingOut)));
  notes.push(...methodNotes(segmented, language));
  if (customers.outsideWindow > 0) notes.push(note(scoring.outsideWindow(customers.outsideWindow)));
  if (unreachable.length > 0) notes.push(note(scoring.unreachable(unreachable, scheme.name)));
  return notes;
}

/** The measures with few different values; none where there are no more customers than that, which is said already. */
function fewValues(
  segmented: SegmentedCustomers,
): readonly { readonly dimension: Dimension; readonly distinct: number }[] {
  const { customers } = segmented;
  if (customers.length < FEW_VALUES) return [];
  return scoredDimensions(segmented)
    .map((dimension) => ({
      dimension,
      distinct: distinctUpTo(measureOf(customers, dimension), FEW_VALUES),
    }))
    .filter(({ distinct }) => distinct < FEW_VALUES);
}

const LARGE_SHARE = 0.1;

/** The largest customer's share of all spend; 0 where nothing was spent. */
function largestShare(spend: Float64Array): number {
  let [total, most] = [0, 0];
  for (let customer = 0; customer < spend.length; customer += 1) {
    const value = spend[customer] as number;
    total += value;
    if (value > most) most = value;
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
  const [value, count] = countValues(measure).reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0]);
  return { share: count / measure.length, value, scores: used.join(", "), isOneScore: used.length === 1 };
}

/** How many different values there are, but no more than asked for: with many customers, that is soon known. */
function distinctUpTo(values: Float64Array | Int32Array, limit: number): number {
  const seen = new Set<number>();
  for (let index = 0; index < values.length && seen.size < limit; index += 1) seen.add(values[index] as number);
  return seen.size;
}

/** Whether some value occurs twice; where many do, that is soon known. */
function hasTies(values: Float64Array | Int32Array): boolean {
  const seen = new Set<number>();
  for (let index = 0; index < values.length; index += 1) {
    seen.add(values[index] as number);
    if (seen.size <= index) return true;
  }
  return false;
}
