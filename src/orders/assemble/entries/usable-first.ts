import type { EntryColumns } from "./entry-columns.ts";

type Column = Int32Array | Float64Array | Uint8Array | Uint16Array;

/**
 * Puts the purchases and refunds of known customers before all other entries, in place, each part in its old order, so that
 * the order table can be a view of the first part. Returns how many they are.
 *
 * The others are copied aside, the usable ones moved up, and the others put behind them: the columns that differ from entry
 * to entry in one pass, the others each where they are not the same throughout. Those that are 0 stay without memory.
 */
export function putUsableFirst(entries: EntryColumns): number {
  const others = otherEntries(entries);
  const usable = entries.length - others.length;
  if (others.length === 0 || usable === 0) return usable;
  const { order, refund, margin, rows, file, reason, kept } = entries;
  const reasonsAside = aside(reason, others);
  reason.fill(0, 0, usable);
  reason.set(reasonsAside, usable);
  moveMain(entries, others);
  for (const column of [order, refund, margin, rows, file, ...kept]) if (!isConstant(column)) moveOne(column, others);
  return usable;
}

/** The entries that are set aside, worth nothing, or of nobody that is known. */
function otherEntries({ length, reason, net, customer }: EntryColumns): Int32Array {
  let others = new Int32Array(1024);
  let count = 0;
  for (let entry = 0; entry < length; entry += 1) {
    if (reason[entry] === 0 && net[entry] !== 0 && (customer[entry] as number) >= 0) continue;
    if (count === others.length) others = grown(others);
    others[count] = entry;
    count += 1;
  }
  return others.subarray(0, count);
}

function grown(column: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(column.length * 2);
  larger.set(column);
  return larger;
}

function aside<T extends Column>(column: T, places: Int32Array): T {
  const values = column.slice(0, places.length) as T;
  for (let index = 0; index < places.length; index += 1) values[index] = column[places[index] as number] as number;
  return values;
}

function moveMain({ customer, day, net, line }: EntryColumns, others: Int32Array): void {
  const { length } = others;
  const customersAside = new Int32Array(length);
  const daysAside = new Int32Array(length);
  const netsAside = new Float64Array(length);
  const linesAside = new Uint32Array(length);
  let to = others[0] as number;
  for (let index = 0; index < length; index += 1) {
    const other = others[index] as number;
    customersAside[index] = customer[other] as number;
    daysAside[index] = day[other] as number;
    netsAside[index] = net[other] as number;
    linesAside[index] = line[other] as number;
    const end = others[index + 1] ?? customer.length;
    for (let entry = other + 1; entry < end; entry += 1, to += 1) {
      customer[to] = customer[entry] as number;
      day[to] = day[entry] as number;
      net[to] = net[entry] as number;
      line[to] = line[entry] as number;
    }
  }
  customer.set(customersAside, to);
  day.set(daysAside, to);
  net.set(netsAside, to);
  line.set(linesAside, to);
}

function moveOne(column: Column, others: Int32Array): void {
  const values = aside(column, others);
  let to = others[0] as number;
  for (let index = 0; index < others.length; index += 1) {
    const start = (others[index] as number) + 1;
    const end = others[index + 1] ?? column.length;
    column.copyWithin(to, start, end);
    to += end - start;
  }
  column.set(values, to);
}

/** Whether all values are the same: whether each is like the one before it, byte by byte. */
function isConstant({ buffer, byteOffset, byteLength, BYTES_PER_ELEMENT: size }: Column): boolean {
  const bytes = Buffer.from(buffer, byteOffset, byteLength);
  return bytes.subarray(size).equals(bytes.subarray(0, -size));
}
