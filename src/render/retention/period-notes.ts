import { formatDay } from "../../core/calendar/days.ts";
import { PERIOD_KINDS, type PeriodKind } from "../../core/calendar/period.ts";
import { type Cover, type ObservedPeriod, wholePeriods } from "../../core/retention/observed-periods.ts";
import type { RetentionTable } from "../../core/retention/retention-by-period.ts";
import { plural } from "../../core/words.ts";
import { type Note, note, warning } from "../note.ts";

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
export function retentionNotes(table: RetentionTable, asOf: number): readonly Note[] {
  const facts: PeriodFacts = { ...table, periods: table.rows, asOf };
  return [...periodNotes(facts), ...(table.periodsPooled === 0 ? [tooFewPeriods(facts)] : [])];
}

/** What every table by period should tell: missing exports, a cover that ends just short of a period, how it may begin. */
export function periodNotes({ periods, kind, covers, coversGiven, asOf }: PeriodFacts): readonly Note[] {
  const notes: Note[] = [];
  const holes = periods.filter((period) => period.noData).map(({ period }) => period);
  if (holes.length > 0) {
    const whose = holes.length === 1 ? "its rates and the next" : "their rates and the next";
    notes.push(
      warning(
        `${listed(holes)} ${holes.length === 1 ? "has" : "have"} no order at all: an export is probably missing, and ${whose} ${kind}'s are left out. Add the export; or, if nothing was sold then, say what the exports cover: --covers ${formatDay(covers.from)}..${formatDay(covers.to)}`,
      ),
    );
  }
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined || coversGiven) return notes;
  const freeBefore = covers.from - first.firstDay;
  if (freeBefore > 0 && freeBefore <= FEW_FREE_DAYS) notes.push(coverNote(first.period, "begin", covers.from));
  notes.push(
    note(
      `the history may begin before ${formatDay(covers.from)}: the first ${kind}'s "new" customers may be old ones, and the next few ${kind}s' too`,
    ),
  );
  const freeAfter = last.lastDay - covers.to;
  if (freeAfter > 0 && freeAfter <= FEW_FREE_DAYS && last.lastDay <= asOf + FEW_FREE_DAYS) {
    notes.push(coverNote(last.period, "end", covers.to));
  }
  return notes;
}

/** The warning for a history too short for any rate, with a shorter period that would do. */
export function tooFewPeriods({ kind, covers, asOf }: PeriodFacts): Note {
  const known = { from: covers.from, to: Math.min(covers.to, asOf) };
  const shorter = PERIOD_KINDS.slice(0, PERIOD_KINDS.indexOf(kind)).findLast((one) => wholePeriods(known, one) >= 2);
  const days = `the orders run from ${formatDay(known.from)} to ${formatDay(known.to)}`;
  const instead =
    shorter === undefined
      ? "Add exports of more days"
      : `Try --period ${shorter} (${plural(wholePeriods(known, shorter), `complete ${shorter}`)}), or add older exports`;
  return warning(
    `no retention rate can be known yet: that takes two complete ${kind}s in a row, and ${days}. ${instead}; if the exports cover more days than that, say so with --covers FROM..TO`,
  );
}

function coverNote(period: string, edge: "begin" | "end", day: number): Note {
  return note(
    `${period} is not complete, because the orders ${edge} on ${formatDay(day)}; if the exports cover the rest of it, say so with --covers FROM..TO`,
  );
}

/** `2011-02`, `2011-02 and 2011-03`, `2011-02, 2011-03 and 4 more`. */
function listed(names: readonly string[]): string {
  if (names.length > 3) return `${names.slice(0, 2).join(", ")} and ${names.length - 2} more`;
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
