import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CustomersAtOptions } from "../../src/analysis/customers/customer-table.ts";
import { customersAt } from "../../src/analysis/customers/customers-at.ts";
import { type Ledger, ledgerOf } from "../../src/analysis/ledger/ledger.ts";
import { reasonsAt } from "../../src/analysis/ledger/reasons-at.ts";
import { formatDay, NO_DAY } from "../../src/basics/calendar/days.ts";
import { AMOUNT_SCALE, formatAmount } from "../../src/basics/money/amount.ts";
import type { OrderHistory } from "../../src/orders/history.ts";
import { reasonOfCode, type SetAsideReason } from "../../src/orders/ledger/entries.ts";
import { type ReadOptions, readOrders } from "../../src/orders/read-orders.ts";
import type { RejectLimit } from "../../src/orders/reject-limit.ts";

/** Files by name; the lines of a text are given one by one. */
export type Files = Readonly<Record<string, readonly string[] | Buffer>>;

type Options = ReadOptions & { readonly maxRejects?: RejectLimit };

/** Writes the files into a folder of their own and reads them as one history. */
export async function readFiles(files: Files, options: Options = {}): Promise<OrderHistory> {
  const folder = await mkdtemp(join(tmpdir(), "rfm-read-"));
  try {
    for (const [name, content] of Object.entries(files)) {
      await writeFile(join(folder, name), Buffer.isBuffer(content) ? content : `${content.join("\n")}\n`);
    }
    return await readOrders(Object.keys(files), options, { cwd: folder });
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Reads one file, `orders.csv`, of these lines. */
export function readLines(lines: readonly string[], options: Options = {}): Promise<OrderHistory> {
  return readFiles({ "orders.csv": lines }, options);
}

/** One entry of a history in words and currency units. */
export interface ShownEntry {
  readonly order: string;
  readonly customer: string | null;
  readonly day: string | null;
  readonly net: number;
  readonly refund: number;
  readonly rows: number;
  readonly place: string;
  readonly reason: SetAsideReason | null;
}

/** The entries of a history by file and line, with the reasons that the reader gave. */
export function entriesOf({ entries }: OrderHistory): readonly ShownEntry[] {
  const shown = Array.from({ length: entries.length }, (_, entry) => ({
    file: entries.file[entry] ?? -1,
    line: entries.line[entry] ?? -1,
    entry: {
      order: entries.orderId(entry),
      customer: entries.customerKeys[entries.customer[entry] ?? -1] ?? null,
      day: entries.day[entry] === NO_DAY ? null : formatDay(entries.day[entry] ?? 0),
      net: (entries.net[entry] ?? 0) / AMOUNT_SCALE,
      refund: (entries.refund[entry] ?? 0) / AMOUNT_SCALE,
      rows: entries.rows[entry] ?? 0,
      place: `${entries.files[entries.file[entry] ?? -1]}:${entries.line[entry]}`,
      reason: reasonOfCode(entries.reason[entry] ?? 0),
    },
  }));
  return shown.sort((a, b) => a.file - b.file || a.line - b.line).map(({ entry }) => entry);
}

/** The ledger as of the newest day. */
export function ledgerNow(history: OrderHistory): Ledger {
  return ledgerOf(history.entries, reasonsAt(history.entries, { asOf: history.newest.day }));
}

/** Rows and money set aside by reason, as of the newest day: `{ status: "2 rows, 30.00" }`. */
export function setAside(history: OrderHistory): Readonly<Record<string, string>> {
  const lines = ledgerNow(history).setAside;
  return Object.fromEntries(lines.map(({ reason, rows, money }) => [reason, `${rows} rows, ${formatAmount(money)}`]));
}

/** Frequency and net spend of every customer as of the newest day: `{ anna: "2 × 30.00" }`. */
export function spendOf(
  history: OrderHistory,
  options: Partial<CustomersAtOptions> = {},
): Readonly<Record<string, string>> {
  const { ids, frequency, spend } = customersAt(history.orders, { asOf: history.newest.day, ...options });
  return Object.fromEntries(ids.map((id, index) => [id, `${frequency[index]} × ${formatAmount(spend[index] ?? 0)}`]));
}
