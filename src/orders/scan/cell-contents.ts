import { type ColumnRoles, partsOfAmount, refundedParts } from "../../exports/detect/columns/columns.ts";
import type { FilePlan } from "../../exports/file-plan.ts";
import type { Holds } from "../../kernel/cells.ts";

/** What the wanted cells of a file's rows hold. */
export interface CellContents {
  readonly holds: readonly Holds[];
  /** Whether one column is asked for two things at once, so that rows must be read through their text. */
  readonly isContested: boolean;
}

/**
 * What each wanted cell is read as, by what its column is for.
 *
 * @param orderIds whether order ids are to be hashed, or taken to be in turn
 */
export function cellContents(
  { layout: { columns }, kept }: Pick<FilePlan, "layout" | "kept">,
  wanted: readonly number[],
  orderIds: "id" | "in turn" = "id",
): CellContents {
  const holds = wanted.map((): Holds => "text");
  let isContested = false;
  const ask = (column: number, what: Holds): void => {
    const slot = wanted.indexOf(column);
    const known = holds[slot];
    if (known === undefined || known === "text") holds[slot] = what;
    else if (known !== what) isContested = true;
  };
  ask(columns.date, "day");
  for (const column of moneyColumns(columns)) ask(column, "amount");
  const [customer = [], ...otherCustomers] = columns.customer;
  for (const column of customer) ask(column, "key");
  for (const column of columns.order.slice(0, 1)) ask(column, orderIds);
  for (const column of [...otherCustomers.flat(), ...columns.order.slice(1)]) {
    if (holds[wanted.indexOf(column)] !== "spare") ask(column, "spare");
  }
  for (const column of [columns.status, columns.currency, ...columns.rules.map((rule) => rule.column), ...kept]) {
    if (column !== null && holds[wanted.indexOf(column)] === "text")
      ask(column, isFlag(columns, column) && column !== columns.currency && !kept.includes(column) ? "flag" : "word");
  }
  return { holds, isContested };
}

/** Whether it only matters whether a column that decides statuses is filled. */
export function isFlag({ status, rules }: ColumnRoles, column: number): boolean {
  const decides = rules.filter((rule) => rule.column === column).map(({ when }) => when);
  return column !== status && decides.length > 0 && decides.every((when) => when === "filled" || when === "blank");
}

function moneyColumns({ amount, refunded }: ColumnRoles): readonly number[] {
  return [...partsOfAmount(amount), ...refundedParts(refunded)];
}
