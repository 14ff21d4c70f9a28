import type { EntryColumns } from "./entry-columns.ts";

/**
 * Puts the purchases and refunds of known customers before all other entries, in place, each part in its old order, so that
 * the order table can be a view of the first part. Returns how many they are.
 *
 * The others are copied aside, the usable ones moved up, and the others put behind them. A value is only written where it
 * changes: columns that are 0 throughout then stay without memory.
 */
export function putUsableFirst(entries: EntryColumns): number {
  const others = otherEntries(entries);
  if (others.length === 0) return entries.length;
  const aside = emptyEntries(others.length, entries.kept.length);
  for (let index = 0; index < others.length; index += 1) copyEntry(entries, others[index] as number, aside, index);
  let [to, next] = [others[0] as number, 0];
  for (let entry = to; entry < entries.length; entry += 1) {
    if (entry === others[next]) {
      next += 1;
      continue;
    }
    copyEntry(entries, entry, entries, to);
    to += 1;
  }
  for (let index = 0; index < others.length; index += 1) copyEntry(aside, index, entries, to + index);
  return to;
}

function copyEntry(from: EntryColumns, entry: number, to: EntryColumns, at: number): void {
  if (to.order[at] !== from.order[entry]) to.order[at] = from.order[entry] as number;
  to.customer[at] = from.customer[entry] as number;
  to.day[at] = from.day[entry] as number;
  to.net[at] = from.net[entry] as number;
  to.line[at] = from.line[entry] as number;
  if (to.refund[at] !== from.refund[entry]) to.refund[at] = from.refund[entry] as number;
  if (to.margin[at] !== from.margin[entry]) to.margin[at] = from.margin[entry] as number;
  if (to.rows[at] !== from.rows[entry]) to.rows[at] = from.rows[entry] as number;
  if (to.file[at] !== from.file[entry]) to.file[at] = from.file[entry] as number;
  if (to.reason[at] !== from.reason[entry]) to.reason[at] = from.reason[entry] as number;
  for (let index = 0; index < from.kept.length; index += 1) {
    const [codes, moved] = [from.kept[index] as Int32Array, to.kept[index] as Int32Array];
    moved[at] = codes[entry] as number;
  }
}

function emptyEntries(length: number, kept: number): EntryColumns {
  return {
    length,
    order: new Int32Array(length),
    customer: new Int32Array(length),
    day: new Int32Array(length),
    net: new Float64Array(length),
    refund: new Float64Array(length),
    margin: new Float64Array(length),
    rows: new Int32Array(length),
    file: new Uint16Array(length),
    line: new Uint32Array(length),
    reason: new Uint8Array(length),
    kept: Array.from({ length: kept }, () => new Int32Array(length)),
  };
}

/** The entries that are set aside, worth nothing, or of nobody that is known. */
function otherEntries({ length, reason, net, customer }: EntryColumns): Int32Array {
  const others: number[] = [];
  for (let entry = 0; entry < length; entry += 1) {
    if (reason[entry] !== 0 || net[entry] === 0 || (customer[entry] as number) < 0) others.push(entry);
  }
  return Int32Array.from(others);
}
