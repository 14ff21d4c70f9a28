import type { FilePlan } from "../../exports/file-plan.ts";
import type { TypedTable } from "../../typed/typed-table.ts";
import type { OrderIds } from "../scan/read-segment.ts";
import { refuseTooManyRows } from "./check-memory.ts";
import { type FileResult, fileResult } from "./file-result.ts";
import { KeptKeys } from "./key-taker.ts";
import {
  beginInTurn,
  DifferentOrderIds,
  type FoundOrders,
  KeptOrderIds,
  OrderIdsInTurn,
  type OrderIdTaker,
} from "./order-ids.ts";
import type { ReadMeter } from "./progress.ts";
import type { RowTable } from "./row-table.ts";
import { TypedRows } from "./typed-rows.ts";

/** What order ids are taken for in a table with types; hashes are not made of them where they repeat. */
export type TypedOrderIds = Exclude<OrderIds, "hashed">;

/** What a table with types is read from and into. */
export interface TypedReading {
  readonly from: TypedTable;
  readonly into: RowTable;
  readonly meter?: ReadMeter;
  readonly orderIds: TypedOrderIds;
  /** Collects order ids that are not kept. */
  readonly found: FoundOrders;
}

/**
 * Reads every row of a table with types into the table of rows.
 *
 * @throws OrderIdsOutOfTurn, OrderIdsRepeat where order ids are taken to be in turn, or different, and are not
 */
export async function readTyped(plan: FilePlan, reading: TypedReading): Promise<FileResult> {
  const { from, into, meter, found } = reading;
  const rows = await TypedRows.of(plan, from);
  const orderIds = orderIdTaker(reading, rows);
  const before = into.length;
  refuseTooManyRows(before + from.length);
  into.rows.reserve(before + from.length);
  const { customers, statuses, currencies, references, kept } = into;
  const texts = { orders: orderIds.texts, customers, statuses, currencies, references, kept };
  const range = { first: plan.layout.recordsBeforeRows, end: from.length, linesBefore: 0 };
  const findings = await rows.read(range, { texts, buffer: into.rows, customers: new KeptKeys(customers), orderIds });
  orderIds.tell(found);
  meter?.advance(plan.source.size, into.length - before);
  return fileResult([{ ...findings, firstRow: 0, firstLine: 0 }], into);
}

function orderIdTaker({ into, orderIds, from, found }: TypedReading, rows: TypedRows): OrderIdTaker {
  if (orderIds === "kept") return new KeptOrderIds(into.orders);
  if (orderIds === "different") return new DifferentOrderIds();
  if (found.areDifferent || !beginInTurn(rows.orderColumns, from.length)) return new DifferentOrderIds();
  return new OrderIdsInTurn();
}
