import { describe, expect, it } from "vitest";
import { groupRows } from "../../../../src/orders/assemble/entries/groups.ts";
import type { RowColumns } from "../../../../src/orders/rows/row-columns.ts";
import { emptyRow, RowTable } from "../../../../src/orders/rows/row-table.ts";

/** Rows with these order codes; −1 is a row without an order id. */
function rowsWith(orders: readonly number[]): RowColumns {
  const table = new RowTable();
  for (const [row, order] of orders.entries()) table.append(0, { ...emptyRow(row + 2, 0), order });
  return table.view();
}

function groupsOf(
  orders: readonly number[],
  isWholeOrder: (row: number) => boolean = () => false,
): readonly number[][] {
  const groups = groupRows(rowsWith(orders), Math.max(-1, ...orders) + 1, isWholeOrder);
  return Array.from({ length: groups.length }, (_, group) => Array.from(groups.rowsOf(group)));
}

describe("groupRows", () => {
  it("brings the rows of each order together, wherever they stand, in file order", () => {
    expect(groupsOf([0, 1, 0, 2, 1, 0])).toEqual([[0, 2, 5], [1, 4], [3]]);
  });

  it("makes every row without an order id an order of its own", () => {
    expect(groupsOf([-1, 0, -1, 0])).toEqual([[1, 3], [0], [2]]);
    expect(groupsOf([-1, -1])).toEqual([[0], [1]]);
  });

  it("never groups rows that are whole orders", () => {
    expect(groupsOf([0, 0, 1], (row) => row < 2)).toEqual([[], [2], [0], [1]]);
  });

  it("has no group without a row", () => {
    expect(groupsOf([])).toEqual([]);
  });
});
