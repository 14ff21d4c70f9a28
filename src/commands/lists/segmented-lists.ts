import { type Comparison, compareSnapshots } from "../../analysis/compare/compare-snapshots.ts";
import { earlierDay } from "../../analysis/compare/earlier-day.ts";
import { snapshotOf } from "../../analysis/compare/snapshot.ts";
import { refuseNtile } from "../../analysis/model/model.ts";
import type { SegmentedCustomers } from "../../analysis/segments/assign-segments.ts";
import { segmentCustomers } from "../../analysis/segments/segment-customers.ts";
import { formatDay } from "../../basics/calendar/days.ts";
import { segmentOptions } from "../../cli/scoring.ts";
import { EmptyInputError, UsageError } from "../../errors.ts";
import type { OrderHistory } from "../../orders/history.ts";
import type { Note } from "../../render/notes/note.ts";
import type { ListSettings } from "./list-settings.ts";

/** The customers of the lists. */
export interface SegmentedLists {
  readonly segmented: SegmentedCustomers;
  readonly changes: Comparison | null;
  readonly notes: readonly Note[];
}

/** The customers as of the day, and where `--changes-since` asks for it what changed, with the later day's cut points. */
export function segmentedFor(history: OrderHistory, { options, language, scoring }: ListSettings): SegmentedLists {
  const at = segmentOptions(history, scoring);
  const since = options.changesSince;
  if (since === undefined) return { segmented: segmentCustomers(history.orders, at), changes: null, notes: [] };
  const from = typeof since === "number" ? since : earlierDay(at.asOf, since);
  if (from >= at.asOf) {
    throw new UsageError(
      `--changes-since ${formatDay(from)} is not before the as-of date, ${formatDay(at.asOf)}`,
      "name an earlier day, or a span back: -1d, -1m",
    );
  }
  const segmented = segmentCustomers(history.orders, at);
  refuseNtile(segmented.scales, "choose another method: ranks have no cut points to keep");
  const before = segmentedSince(history, { ...at, asOf: from, frozen: segmented.scales });
  const { lists } = language.words;
  const [first, last] = [language.day(from), language.day(at.asOf)];
  return {
    segmented,
    changes: compareSnapshots(snapshotOf(before), snapshotOf(segmented)),
    notes: [
      {
        level: "note",
        text:
          scoring.model === null
            ? lists.changes(first, last)
            : lists.changesWithModel(first, last, options.model ?? ""),
      },
    ],
  };
}

/** @throws EmptyInputError that names the option where nobody had bought by its day */
function segmentedSince({ orders }: OrderHistory, at: Parameters<typeof segmentCustomers>[1]): SegmentedCustomers {
  try {
    return segmentCustomers(orders, at);
  } catch (error) {
    if (!(error instanceof EmptyInputError)) throw error;
    throw new EmptyInputError(`--changes-since ${formatDay(at.asOf)}: ${error.message}`, {
      hint: `the exports begin on ${formatDay(orders.firstDay)}; name a later day, or a shorter span`,
      cause: error,
    });
  }
}
