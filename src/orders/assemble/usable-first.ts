import type { EntryColumns } from "./entry-columns.ts";

/**
 * Puts the purchases and refunds of known customers before all other entries, in place, each part in its old order, so that
 * the order table can be a view of the first part. Returns how many they are.
 *
 * One loop over all columns, and no write where nothing changes: columns that are 0 throughout then stay without memory.
 */
export function putUsableFirst(entries: EntryColumns): number {
  const { length, order, customer, day, net, refund, margin, rows, file, line, reason, kept } = entries;
  const others = otherEntries(entries);
  if (others.length === 0) return length;
  const aside = [order, customer, day, net, refund, margin, rows, file, line, reason, ...kept].map((column) => ({
    column,
    values: Float64Array.from(others, (entry) => column[entry] as number),
  }));
  let [to, next] = [others[0] as number, 0];
  for (let entry = to; entry < length; entry += 1) {
    if (entry === others[next]) {
      next += 1;
      continue;
    }
    order[to] = order[entry] as number;
    customer[to] = customer[entry] as number;
    day[to] = day[entry] as number;
    net[to] = net[entry] as number;
    line[to] = line[entry] as number;
    if (refund[to] !== refund[entry]) refund[to] = refund[entry] as number;
    if (margin[to] !== margin[entry]) margin[to] = margin[entry] as number;
    if (rows[to] !== rows[entry]) rows[to] = rows[entry] as number;
    if (file[to] !== file[entry]) file[to] = file[entry] as number;
    reason[to] = 0;
    for (let index = 0; index < kept.length; index += 1) {
      const codes = kept[index] as Int32Array;
      codes[to] = codes[entry] as number;
    }
    to += 1;
  }
  for (const { column, values } of aside) column.set(values, to);
  return to;
}

/** The entries that are set aside, worth nothing, or of nobody that is known. */
function otherEntries({ length, reason, net, customer }: EntryColumns): Int32Array {
  const isOther = (entry: number): boolean =>
    reason[entry] !== 0 || net[entry] === 0 || (customer[entry] as number) < 0;
  let count = 0;
  for (let entry = 0; entry < length; entry += 1) if (isOther(entry)) count += 1;
  const others = new Int32Array(count);
  let found = 0;
  for (let entry = 0; entry < length; entry += 1) {
    if (!isOther(entry)) continue;
    others[found] = entry;
    found += 1;
  }
  return others;
}
