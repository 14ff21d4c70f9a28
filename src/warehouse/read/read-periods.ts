import type { Ledger } from "../../analysis/ledger/ledger.ts";
import type { PeriodSums } from "../../analysis/retention/period-cells.ts";
import { formatDay } from "../../basics/calendar/days.ts";
import type { PeriodKind } from "../../basics/calendar/period.ts";
import { EmptyInputError } from "../../errors.ts";
import type { ConnectedEngine } from "../engines/connect.ts";
import { periodCellsStatement } from "../statements/period-cells.ts";
import { periodCellsOf } from "./fetched-periods.ts";
import type { LookedAtTable } from "./look-at-table.ts";
import { CHECK_ROWS } from "./read-customers.ts";
import { ledgerOfTable } from "./table-ledger.ts";

/** The customers of a table by the period in which they began, and the account of its rows. */
export interface EnginePeriods {
  readonly sums: PeriodSums;
  readonly ledger: Ledger;
}

/**
 * Reads what customers did by period, of a table that was looked at without a window.
 *
 * @throws InputError where the engine fails; EmptyInputError where nothing was bought up to the as-of date
 */
export async function readPeriods(
  engine: ConnectedEngine,
  { query, days, tallies, firstPurchase }: LookedAtTable,
  kind: PeriodKind,
): Promise<EnginePeriods> {
  const rows = await engine.rows(periodCellsStatement(engine.dialect, query, kind), "adding up the periods");
  const { cells, noPurchase } = periodCellsOf(rows);
  if (cells.length === 0 || days === null) {
    throw new EmptyInputError(`${query.table}: nothing was bought on or before ${formatDay(query.asOf)}`, {
      hint:
        firstPurchase === null
          ? CHECK_ROWS
          : `the first purchase is of ${formatDay(firstPurchase)}; choose a later --as-of`,
    });
  }
  const purchases = cells.reduce((sum, { orders }) => sum + orders, 0);
  return {
    sums: { cells, firstDay: days.first, lastDay: days.newest },
    ledger: ledgerOfTable(tallies, { noPurchase, purchases }),
  };
}
