import { formatDay } from "../../basics/calendar/days.ts";
import { plural } from "../../basics/text/words.ts";
import { InputError } from "../../errors.ts";
import type { ConnectedEngine } from "../engines/connect.ts";
import type { OrderQuery } from "../order-query.ts";
import { extentStatement } from "../statements/extent.ts";
import type { OverviewGroup } from "./overview-groups.ts";

/** How far a table reaches, whatever counts of it: what changes where rows come or go. */
export interface TableExtent {
  readonly rows: number;
  /** `null` where no row has a date. */
  readonly newestDay: number | null;
}

/** The extent of a table by the rows that were looked at first. */
export function extentOf(groups: readonly OverviewGroup[]): TableExtent {
  return {
    rows: groups.reduce((sum, { rows }) => sum + rows, 0),
    newestDay: groups.reduce<number | null>(
      (newest, { day }) => (day !== null && (newest === null || day > newest) ? day : newest),
      null,
    ),
  };
}

/**
 * Asks an engine whose statements do not all see the table at one moment whether it still has as many rows, up to the same day, as when it
 * was looked at: otherwise what was read in between does not belong together.
 *
 * @throws InputError where rows came or went
 */
export async function confirmUnchanged(
  engine: ConnectedEngine,
  { query, extent }: { readonly query: OrderQuery; readonly extent: TableExtent },
): Promise<void> {
  if (engine.seesOneMoment()) return;
  const [row = []] = await engine.rows(extentStatement(engine.dialect, query), "looking whether rows came meanwhile");
  const rows = Number(row[0]);
  const newestDay = row[1] === null || row[1] === undefined ? null : Number(row[1]);
  if (rows === extent.rows && (newestDay === extent.newestDay || rows === 0)) return;
  throw new InputError(
    `${engine.shown} ${query.table} was written to while it was read: ${saidOf(extent)} at first, ${saidOf({ rows, newestDay })} at last`,
    { hint: "nothing was written; run it again while nothing is loaded there" },
  );
}

function saidOf({ rows, newestDay }: TableExtent): string {
  return `${plural(rows, "row")}${newestDay === null ? "" : ` up to ${formatDay(newestDay)}`}`;
}
