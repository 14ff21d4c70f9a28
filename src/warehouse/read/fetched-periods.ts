import type { PeriodCell } from "../../analysis/retention/period-cells.ts";
import type { Cell } from "../engines/engine.ts";
import type { Tally } from "./judge-overview.ts";

/** The cells of an engine, and what those brought who never bought. */
export interface FetchedPeriods {
  /** Sorted by the period in which customers began, then period. */
  readonly cells: readonly PeriodCell[];
  readonly noPurchase: Tally;
}

/** The rows that {@link periodCellsStatement} returns. */
export function periodCellsOf(rows: readonly (readonly Cell[])[]): FetchedPeriods {
  const bought = rows.filter(([began]) => began !== null && began !== undefined);
  const refundsOnly = rows.filter(([began]) => began === null || began === undefined);
  return {
    cells: bought.map(cellOf).sort((a, b) => a.began - b.began || a.period - b.period),
    noPurchase: {
      rows: refundsOnly.reduce((sum, [, , entries]) => sum + Number(entries), 0),
      money: refundsOnly.reduce((sum, row) => sum + moneyOf(row[7]), 0n),
    },
  };
}

function cellOf(row: readonly Cell[]): PeriodCell {
  const [began, period, , buyers, retained, lastBuyers, orders] = row.map(Number);
  const [net, base, next, kept, retainedNet] = row.slice(7).map(moneyOf);
  return {
    began: began as number,
    period: period as number,
    buyers: buyers as number,
    retained: retained as number,
    lastBuyers: lastBuyers as number,
    orders: orders as number,
    net: net as bigint,
    base: base as bigint,
    next: next as bigint,
    kept: kept as bigint,
    retainedNet: retainedNet as bigint,
  };
}

function moneyOf(cell: Cell | undefined): bigint {
  return cell === null || cell === undefined ? 0n : BigInt(String(cell));
}
