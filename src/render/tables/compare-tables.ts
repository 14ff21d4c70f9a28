import type { Comparison, CustomerMove } from "../../analysis/compare/compare-snapshots.ts";
import type { Flow } from "../../analysis/compare/flow.ts";
import type { DataTable } from "../../csv/writer/data-table.ts";
import type { Language } from "../language/language.ts";
import { placeName } from "../sentences/place-name.ts";
import { rowColumns } from "./row-columns.ts";

/** Customers and money by segment before and after, in long form; those who stayed included, so that sums add up. */
export function flowTable(
  comparison: Pick<Comparison, "segments" | "flows">,
  language: Language,
  flows: readonly Flow[] = comparison.flows,
): DataTable {
  const { columns } = language.words.compare;
  const column = rowColumns<Flow, (typeof COMPARE_COLUMNS)[number] | (typeof COMPARE_ORDER_COLUMNS)[number]>(
    flows,
    columns,
  );
  return {
    sheet: "compared",
    length: flows.length,
    columns: [
      column("from_segment", "text", (flow) => placeName(comparison, flow.from, language)),
      column("to_segment", "text", (flow) => placeName(comparison, flow.to, language)),
      column("customers", "count", (flow) => flow.customers),
      column("revenue_before", "money", (flow) => flow.moneyBefore, { rank: 1 }),
      column("revenue_after", "money", (flow) => flow.moneyAfter),
      column("ordered", "count", (flow) => flow.ordered.customers),
    ],
  };
}

/** Customers, one per row, with where they were and where they are. */
export function moveTable(
  comparison: Comparison,
  language: Language,
  moves: readonly CustomerMove[] = comparison.moves,
): DataTable {
  const { columns } = language.words.compare;
  const column = rowColumns<CustomerMove, (typeof MOVE_COLUMNS)[number]>(moves, columns);
  return {
    sheet: "compared",
    length: moves.length,
    columns: [
      column("customer_id", "text", (move) => move.id),
      column("from_segment", "text", (move) => placeName(comparison, move.from, language)),
      column("to_segment", "text", (move) => placeName(comparison, move.to, language)),
      column("from_cell", "text", (move) => move.cellBefore, { rank: 3 }),
      column("to_cell", "text", (move) => move.cellAfter, { rank: 3 }),
      column("score_change", "count", (move) => move.scoreChange),
      column("revenue_before", "money", (move) => move.moneyBefore, { rank: 1 }),
      column("revenue_after", "money", (move) => move.moneyAfter, { rank: 2 }),
    ],
  };
}

/** Who entered and who left each segment, in numbers and money. */
export function changeTable({ changes }: Pick<Comparison, "changes">, { words }: Language): DataTable {
  const { columns } = words.compare;
  const column = rowColumns(changes, columns);
  return {
    sheet: "compared",
    length: changes.length,
    columns: [
      column("segment", "text", (change) => change.segment),
      column("before", "count", (change) => change.before),
      column("left", "count", (change) => change.left),
      column("entered", "count", (change) => change.entered),
      column("after", "count", (change) => change.after),
      column("revenue_before", "money", (change) => change.moneyBefore, { rank: 2 }),
      column("revenue_left", "money", (change) => change.moneyLeft, { rank: 1 }),
      column("revenue_entered", "money", (change) => change.moneyEntered, { rank: 1 }),
      column("revenue_after", "money", (change) => change.moneyAfter, { rank: 2 }),
    ],
  };
}

/** Customers by their segment on two days. */
export const COMPARE_COLUMNS = ["from_segment", "to_segment", "customers", "revenue_before", "revenue_after"] as const;

/** What follows them: how many of the customers ordered in between. Older files do not have it. */
export const COMPARE_ORDER_COLUMNS = ["ordered"] as const;

/** Each customer who changed segment between two days. */
export const MOVE_COLUMNS = [
  "customer_id",
  "from_segment",
  "to_segment",
  "from_cell",
  "to_cell",
  "score_change",
  "revenue_before",
  "revenue_after",
] as const;
