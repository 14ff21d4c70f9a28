import type { TimeCount } from "../../analysis/retention/kaplan-meier.ts";
import { LADDER_RUNGS } from "../../analysis/retention/purchase-ladder.ts";
import type { ClimbCounts, PauseCounts } from "../../analysis/retention/repeat.ts";
import type { ValueCounts } from "../../analysis/scores/scale.ts";
import type { ConnectedEngine } from "../engines/connect.ts";
import type { Cell } from "../engines/engine.ts";
import { CLIMB_COLUMNS, type ClimbRule, purchaseClimbStatement } from "../statements/purchase-climb.ts";
import { PAUSE_KINDS, purchasePausesStatement } from "../statements/purchase-pauses.ts";
import type { LookedAtTable } from "./look-at-table.ts";

/**
 * Reads how long the customers of a table pause.
 *
 * @throws InputError where the engine fails
 */
export async function readPauses(engine: ConnectedEngine, { query }: LookedAtTable): Promise<PauseCounts> {
  const statement = purchasePausesStatement(engine.dialect, query, query.frequency);
  const rows = (await engine.rows(statement, "counting the pauses")).map((row) => row.map(Number));
  const counts = (kind: number): ValueCounts =>
    rows
      .filter(([own]) => own === kind)
      .map(([, days, , many]) => [days as number, many as number] as const)
      .toSorted(([a], [b]) => a - b);
  return {
    gaps: { all: counts(PAUSE_KINDS.gap), longest: counts(PAUSE_KINDS.longest) },
    second: timeCounts(rows.filter(([kind]) => kind === PAUSE_KINDS.second)),
    firstDay: rows.reduce((least, row) => Math.min(least, row[4] as number), query.asOf),
  };
}

function timeCounts(rows: readonly (readonly number[])[]): readonly TimeCount[] {
  const counts = new Map<number, TimeCount>();
  for (const [, time = 0, happened = 0, many = 0] of rows) {
    const { events = 0, censored = 0 } = counts.get(time) ?? {};
    const [own, others] = happened === 1 ? [many, 0] : [0, many];
    counts.set(time, { time, events: events + own, censored: censored + others });
  }
  return [...counts.values()].toSorted((a, b) => a.time - b.time);
}

/** Reads how far the customers of a table come, with a lapse gap. */
export async function readClimb(
  engine: ConnectedEngine,
  { query }: LookedAtTable,
  lapseDays: number,
): Promise<ClimbCounts> {
  const rule: ClimbRule = { lapseDays, frequency: query.frequency };
  const [row = []] = await engine.rows(purchaseClimbStatement(engine.dialect, query, rule), "following the purchases");
  const cell = (column: (typeof CLIMB_COLUMNS)[number]): Cell => row[CLIMB_COLUMNS.indexOf(column)] ?? 0;
  const rung = (index: number, part: number): number => Number(row[CLIMB_COLUMNS.length + index * 3 + part] ?? 0);
  const money = (column: (typeof CLIMB_COLUMNS)[number]): bigint => BigInt(String(cell(column)));
  return {
    lapsed: Number(cell("lapsed")),
    rungs: Array.from({ length: LADDER_RUNGS }, (_, index) => ({
      customers: rung(index, 0),
      hadTime: rung(index, 1),
      boughtAgain: rung(index, 2),
    })),
    worth: {
      customers: Number(cell("customers")),
      returningCustomers: Number(cell("returning_customers")),
      revenue: money("revenue"),
      fromReturning: money("from_returning"),
      bought: money("bought"),
      firstOrders: money("first_orders"),
      firstOfReturning: money("first_of_returning"),
    },
  };
}
