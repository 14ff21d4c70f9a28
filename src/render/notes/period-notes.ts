import { type Cover, type ObservedPeriod, wholePeriods } from "../../analysis/retention/observed-periods.ts";
import type { RetentionTable } from "../../analysis/retention/retention-by-period.ts";
import { formatDay } from "../../basics/calendar/days.ts";
import { PERIOD_KINDS, type PeriodKind } from "../../basics/calendar/period.ts";
import type { Language } from "../language/language.ts";
import { type Note, note, warning } from "./note.ts";

const FEW_FREE_DAYS = 7;

/** What a table by period stands on. */
export interface PeriodFacts {
  readonly periods: readonly ObservedPeriod[];
  readonly kind: PeriodKind;
  readonly covers: Cover;
  readonly coversGiven: boolean;
  readonly asOf: number;
}

/** What the retention table should tell. */
export function retentionNotes(table: RetentionTable, asOf: number, language: Language): readonly Note[] {
  const facts: PeriodFacts = { ...table, periods: table.rows, asOf };
  return [...periodNotes(facts, language), ...(table.periodsPooled === 0 ? [tooFewPeriods(facts, language)] : [])];
}

/** What every table by period should tell: missing exports, a cover that ends just short of a period, how it may begin. */
export function periodNotes(
  { periods, kind, covers, coversGiven, asOf }: PeriodFacts,
  { words }: Language,
): readonly Note[] {
  const { retention, period: said } = words;
  const notes: Note[] = [];
  const holes = periods.filter((period) => period.noData).map(({ period }) => said(period));
  if (holes.length > 0) {
    notes.push(warning(retention.holes(holes, kind, `${formatDay(covers.from)}..${formatDay(covers.to)}`)));
  }
  const [first, last] = [periods[0], periods.at(-1)];
  if (coversGiven && covers.to > asOf) notes.push(warning(retention.coversAfter(covers.to, asOf)));
  if (first === undefined || last === undefined || coversGiven) return notes;
  const freeBefore = covers.from - first.firstDay;
  if (freeBefore > 0 && freeBefore <= FEW_FREE_DAYS) {
    notes.push(
      note(
        retention.coverBegins(said(first.period), covers.from, coversOption({ ...covers, from: first.firstDay }, asOf)),
      ),
    );
  }
  notes.push(note(retention.mayBeginBefore(covers.from, kind)));
  const freeAfter = last.lastDay - covers.to;
  if (freeAfter > 0 && freeAfter <= FEW_FREE_DAYS && last.lastDay <= asOf + FEW_FREE_DAYS) {
    notes.push(
      note(retention.coverEnds(said(last.period), covers.to, coversOption({ ...covers, to: last.lastDay }, asOf))),
    );
  }
  return notes;
}

/** A cover as it is typed; nothing after the as-of date counts, so that has to be as late. */
function coversOption({ from, to }: Cover, asOf: number): string {
  return `--covers ${formatDay(from)}..${formatDay(to)}${to > asOf ? ` --as-of ${formatDay(to)}` : ""}`;
}

/** The warning for a history too short for any rate, with a shorter period that would do. */
export function tooFewPeriods({ kind, covers, asOf }: PeriodFacts, { words }: Language): Note {
  const known = { from: covers.from, to: Math.min(covers.to, asOf) };
  const shorter = PERIOD_KINDS.slice(0, PERIOD_KINDS.indexOf(kind)).findLast((one) => wholePeriods(known, one) >= 2);
  const instead = shorter === undefined ? null : { kind: shorter, complete: wholePeriods(known, shorter) };
  return warning(words.retention.tooFew(kind, known, instead));
}
