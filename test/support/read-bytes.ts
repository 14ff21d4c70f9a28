import { type Ledger, ledgerOf } from "../../src/analysis/ledger/ledger.ts";
import { reasonsAt } from "../../src/analysis/ledger/reasons-at.ts";
import type { OrderHistory } from "../../src/orders/history.ts";
import { type ReadOptions, readOrders } from "../../src/orders/read-orders.ts";
import type { RejectLimit } from "../../src/orders/reject-limit.ts";

/** Reads bytes as standard input would give them, in blocks of `blockSize`. */
export function readBytes(
  bytes: Buffer,
  options: ReadOptions & { readonly maxRejects?: RejectLimit } = {},
  blockSize = 65_536,
): Promise<OrderHistory> {
  return readOrders(["-"], options, {
    cwd: ".",
    stdin: async function* () {
      for (let at = 0; at < bytes.length; at += blockSize) yield bytes.subarray(at, at + blockSize);
    },
  });
}

/** The ledger as of the newest day. */
export function ledgerNow({ entries, newest }: OrderHistory): Ledger {
  return ledgerOf(entries, reasonsAt(entries, { asOf: newest.day }));
}
