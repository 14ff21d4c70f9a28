/*
 * Overlaps: rows and orders that several files repeat, within one source (duplicates.ts) and between sources
 * (shared-orders.ts).
 */
import { richnessOf } from "../../../exports/detect/names/source-key.ts";
import { reasonCode } from "../../ledger/entries.ts";
import type { RowSet } from "../row-set.ts";
import { markDuplicates, type Overlap } from "./duplicates.ts";
import { markSharedOrders } from "./shared-orders.ts";
import { findSplitLines, type Repetition } from "./split-lines.ts";

const DUPLICATE = reasonCode("duplicate");

/** Marks the rows that other files repeat, of one source and of several. */
export function findRepeated(set: RowSet): void {
  const { rows, groups, plans, table, options } = set;
  if (plans.length < 2) return;
  const joinsRows = options.duplicates !== "keep";
  const marks = new Uint8Array(rows.length);
  set.repeated = marks;
  const richness = plans.map(({ layout }) => richnessOf(layout.columns));
  const repetitions: Repetition[] = [];
  for (const { files, perOrder } of overlapsOf(set)) {
    const found = markDuplicates(rows, groups, {
      files,
      perOrder,
      joinsRows,
      areHashed: plans.every(({ mayOverlap, hashesRows }) => hashesRows || !mayOverlap),
      richness: (file) => richness[file] ?? 0,
      marks,
    });
    for (const repetition of found) repetitions.push(repetition);
  }
  if (joinsRows) {
    markSharedOrders(rows, marks, {
      plans,
      orderCount: table.orders.length,
      orderId: set.orderId,
      customerKey: (customer) => table.customers.texts[customer] ?? "",
      orderOf: table.areOrders ? (row) => row : (row) => rows.order[row] as number,
    });
  }
  set.splitLines = findSplitLines(rows, repetitions, set.fileName);
}

/** The files that may repeat each other: those of a source, and apart from them its tables of refunds, row by row. */
function overlapsOf({ plans, amounts }: RowSet): readonly Pick<Overlap, "files" | "perOrder">[] {
  return [...amounts.entries()].flatMap(([origin, { per }]) => {
    const own = plans.filter((plan) => plan.origin === origin);
    const [refunds, others] = [true, false].map(
      (areRefunds) =>
        new Set(own.filter(({ joined }) => (joined?.role === "refunds") === areRefunds).map(({ file }) => file)),
    );
    return [
      { files: others ?? new Set<number>(), perOrder: per === "order" },
      { files: refunds ?? new Set<number>(), perOrder: false },
    ];
  });
}

/** Sets aside the rows that were found to be repeated and still count. */
export function setAsideRepeated({ rows, repeated }: RowSet): void {
  for (let row = 0; row < repeated.length; row += 1) {
    if (repeated[row] === 1 && rows.reason[row] === 0) rows.reason[row] = DUPLICATE;
  }
}
