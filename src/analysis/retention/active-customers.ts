import { formatDay } from "../../basics/calendar/days.ts";
import { periodStart } from "../../basics/calendar/period.ts";
import { formatSpan, type Span, windowStart } from "../../basics/calendar/span.ts";
import { InputError } from "../../errors.ts";
import type { OrderTable } from "../../orders/order-table.ts";
import { isObserved } from "./observed-periods.ts";
import type { RetentionTable } from "./retention-by-period.ts";
import { type Timelines, timelinesOf } from "./timelines.ts";

/** The active customers around one period; `null` where the cover does not reach back far enough. */
export interface ActiveCustomersRow {
  /** S: customers with a purchase in the window that ends on the day before the period. */
  readonly activeBefore: number | null;
  /** E: customers with a purchase in the window that ends on the period's last day. */
  readonly activeEnd: number | null;
  /** (S still active at the period's end) / S. */
  readonly activeRetentionRate: number | null;
  /**
   * (E − N) / S, where N is the number of customers whose first purchase is in the period. Whoever came back from outside
   * the active counts as kept in it, so that it may pass 1.
   */
  readonly textbookRetentionRate: number | null;
  /** Customers of S whose last purchase is too old at the period's end: they leave unless they buy; nobody else can leave. */
  readonly couldLeave: number | null;
  /** Those of them who did not buy. */
  readonly left: number | null;
}

export interface ActiveCustomersTable {
  readonly activeWithin: Span;
  /** One row per period, as in the retention table. */
  readonly rows: readonly ActiveCustomersRow[];
}

/**
 * The view of active customers of retention: who counts as a customer because of a purchase within the last `activeWithin`.
 *
 * A rate needs a complete period and a cover that reaches back to the start of S's window. A period without one order in
 * between is counted as it is, nobody bought in it, and a note names it: it may be a closed shop or a missing export.
 *
 * @throws InputError where no period has a rate because the history is shorter than the window
 */
export function activeCustomersByPeriod(
  orders: OrderTable,
  retention: RetentionTable,
  { asOf, activeWithin }: { readonly asOf: number; readonly activeWithin: Span },
): ActiveCustomersTable {
  const { rows, covers, first, kind } = retention;
  const ends = Array.from({ length: rows.length + 1 }, (_, offset) => periodStart(first + offset, kind) - 1);
  const starts = ends.map((end) => windowStart(end, activeWithin));
  const counts = countStock(timelinesOf(orders, asOf), ends, starts);
  const reaches = (boundary: number): boolean => {
    const [start, end] = [starts[boundary] as number, ends[boundary] as number];
    return start >= covers.from && end <= Math.min(covers.to, asOf);
  };
  const table = rows.map((row, at): ActiveCustomersRow => {
    const hasRate = reaches(at) && isObserved(row);
    const before = counts.active[at] as number;
    const end = counts.active[at + 1] as number;
    const rate = (kept: number): number | null => (hasRate && before > 0 ? kept / before : null);
    return {
      activeBefore: reaches(at) ? before : null,
      activeEnd: reaches(at + 1) ? end : null,
      activeRetentionRate: rate(before - (counts.left[at] as number)),
      textbookRetentionRate: rate(end - row.new),
      couldLeave: hasRate ? (counts.couldLeave[at] as number) : null,
      left: hasRate ? (counts.left[at] as number) : null,
    };
  });
  if (table.every((row) => row.couldLeave === null)) throw tooShort(retention, activeWithin);
  return { activeWithin, rows: table };
}

interface ActiveCustomerCounts {
  /** Customers among the active at each boundary. */
  readonly active: Int32Array;
  /** Of the active at a boundary: who is out at the next without a purchase in between, and who then is out. */
  readonly couldLeave: Int32Array;
  readonly left: Int32Array;
}

/**
 * Counts active customers at the boundaries, ascending days with the first day of the window that ends on each.
 *
 * A purchase keeps its customer among the active from the first boundary on or after its day up to the first whose window begins
 * after it, or up to where the next purchase takes over; the count is the running sum of where these ranges begin and end.
 */
function countStock(
  { start, day, amount }: Timelines,
  ends: readonly number[],
  starts: readonly number[],
): ActiveCustomerCounts {
  const entering = boundaryLookup(ends, (end, on) => end >= on);
  const leaving = boundaryLookup(starts, (from, on) => from > on);
  const active = new Int32Array(ends.length + 1);
  const couldLeave = new Int32Array(ends.length);
  const left = new Int32Array(ends.length);
  for (let customer = 0; customer + 1 < start.length; customer += 1) {
    let next = Number.POSITIVE_INFINITY; // the boundary at which the customer's next purchase enters
    let nextLeaves = Number.POSITIVE_INFINITY; // and where the last one that enters there leaves
    for (let entry = (start[customer + 1] as number) - 1; entry >= (start[customer] as number); entry -= 1) {
      if ((amount[entry] as number) <= 0) continue;
      const enters = entering(day[entry] as number);
      const leaves = leaving(day[entry] as number);
      const until = Math.min(leaves, next);
      if (enters < until) {
        active[enters] = (active[enters] as number) + 1;
        active[until] = (active[until] as number) - 1;
      }
      if (enters < leaves && leaves < ends.length && next >= leaves) {
        couldLeave[leaves - 1] = (couldLeave[leaves - 1] as number) + 1;
        if (next > leaves || nextLeaves <= leaves) left[leaves - 1] = (left[leaves - 1] as number) + 1;
      }
      if (enters !== next) nextLeaves = leaves;
      next = enters;
    }
  }
  for (let boundary = 1; boundary < active.length; boundary += 1) {
    active[boundary] = (active[boundary] as number) + (active[boundary - 1] as number);
  }
  return { active, couldLeave, left };
}

/** The first boundary that a test holds for, by day; `boundaries.length` where it holds for none. Days repeat a lot. */
function boundaryLookup(
  boundaries: readonly number[],
  test: (boundary: number, day: number) => boolean,
): (day: number) => number {
  const known = new Map<number, number>();
  return (day) => {
    const found = known.get(day);
    if (found !== undefined) return found;
    const index = boundaries.findIndex((boundary) => test(boundary, day));
    known.set(day, index < 0 ? boundaries.length : index);
    return index < 0 ? boundaries.length : index;
  };
}

function tooShort({ covers, rows, kind }: RetentionTable, activeWithin: Span): InputError {
  const span = formatSpan(activeWithin);
  const lastComplete = rows.findLast((row) => isObserved(row));
  const longest = lastComplete === undefined ? 0 : lastComplete.firstDay - covers.from;
  const shorter = longest > 0 ? `pass --active-within ${longest}d or shorter` : "choose a shorter --period";
  return new InputError(
    `--active-within ${span} is longer than the history: the orders run from ${formatDay(covers.from)} to ${formatDay(covers.to)}, so for no complete ${kind} is it known who bought in the ${span} before it`,
    {
      hint: `${shorter}; or add older exports, or say with --covers FROM..TO (and where that ends later --as-of TO) what they cover`,
    },
  );
}
