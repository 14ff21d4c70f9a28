import type { Comparison, CustomerMove, Flow, SegmentChange } from "../../core/compare/compare-snapshots.ts";
import type { COMPARE_COLUMNS, MOVE_COLUMNS } from "../../core/output-columns.ts";
import { placeName } from "../compare/places.ts";
import type { CellValue, DataColumn, DataTable } from "../data-table.ts";

/** Customers and money by segment before and after, in long form; those who stayed included, so that sums add up. */
export function flowTable(
  comparison: Pick<Comparison, "segments" | "flows">,
  flows: readonly Flow[] = comparison.flows,
): DataTable {
  const column = (
    name: (typeof COMPARE_COLUMNS)[number],
    kind: DataColumn["kind"],
    at: (flow: Flow) => CellValue,
    heading?: string,
  ): DataColumn => ({ name, kind, at: (row) => at(flows[row] as Flow), ...(heading === undefined ? {} : { heading }) });
  return {
    length: flows.length,
    columns: [
      column("from_segment", "text", (flow) => placeName(comparison, flow.from), "from"),
      column("to_segment", "text", (flow) => placeName(comparison, flow.to), "to"),
      column("customers", "count", (flow) => flow.customers),
      column("revenue_before", "money", (flow) => flow.moneyBefore, "worth before"),
      column("revenue_after", "money", (flow) => flow.moneyAfter, "worth after"),
    ],
  };
}

/** Customers, one a row, with where they were and where they are. */
export function moveTable(comparison: Comparison, moves: readonly CustomerMove[] = comparison.moves): DataTable {
  const column = (
    name: (typeof MOVE_COLUMNS)[number],
    kind: DataColumn["kind"],
    at: (move: CustomerMove) => CellValue,
    people: Partial<DataColumn> = {},
  ): DataColumn => ({ name, kind, at: (row) => at(moves[row] as CustomerMove), ...people });
  return {
    length: moves.length,
    columns: [
      column("customer_id", "text", (move) => move.id, { heading: "customer" }),
      column("from_segment", "text", (move) => placeName(comparison, move.from), { heading: "from" }),
      column("to_segment", "text", (move) => placeName(comparison, move.to), { heading: "to" }),
      column("from_cell", "text", (move) => move.cellBefore, { heading: "cell", rank: 3 }),
      column("to_cell", "text", (move) => move.cellAfter, { heading: "now", rank: 3 }),
      column("score_change", "count", (move) => move.scoreChange, { heading: "points" }),
      column("revenue_before", "money", (move) => move.moneyBefore, { heading: "worth before", rank: 1 }),
      column("revenue_after", "money", (move) => move.moneyAfter, { heading: "worth after", rank: 2 }),
    ],
  };
}

/** Who entered and who left each segment, in numbers and money. */
export function changeTable({ changes }: Pick<Comparison, "changes">): DataTable {
  const column = (
    name: string,
    kind: DataColumn["kind"],
    at: (change: SegmentChange) => CellValue,
    people: Partial<DataColumn> = {},
  ): DataColumn => ({ name, kind, at: (row) => at(changes[row] as SegmentChange), ...people });
  return {
    length: changes.length,
    columns: [
      column("segment", "text", (change) => change.segment),
      column("before", "count", (change) => change.before),
      column("left", "count", (change) => change.left),
      column("entered", "count", (change) => change.entered),
      column("after", "count", (change) => change.after),
      column("revenue_before", "money", (change) => change.moneyBefore, { heading: "worth before", rank: 2 }),
      column("revenue_left", "money", (change) => change.moneyLeft, { heading: "left with", rank: 1 }),
      column("revenue_entered", "money", (change) => change.moneyEntered, { heading: "came with", rank: 1 }),
      column("revenue_after", "money", (change) => change.moneyAfter, { heading: "worth after", rank: 2 }),
    ],
  };
}
