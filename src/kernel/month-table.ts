import { MONTHS } from "../basics/calendar/month-names.ts";
import { LONGEST_MONTH_NAME, MONTH_NAMES } from "./wasm/layout.ts";

const ENTRY_BYTES = 16;

/** How large the table of the months' names is. */
export const MONTH_TABLE_BYTES = MONTH_NAMES * ENTRY_BYTES;

/** The names of the months as the kernel looks them up; those with other letters than the Latin alphabet's are UTF-8. */
const table = new Uint8Array(MONTH_TABLE_BYTES);
let isFilled = false;

/** Writes the table into the kernel's memory. */
export function writeMonthTable(memory: ArrayBuffer, at: number): void {
  if (!isFilled) for (const [name, month] of MONTHS) add(Buffer.from(name), month);
  isFilled = true;
  new Uint8Array(memory, at, MONTH_TABLE_BYTES).set(table);
}

function add(name: Buffer, month: number): void {
  if (name.length > LONGEST_MONTH_NAME) return;
  const entry = Buffer.alloc(ENTRY_BYTES);
  name.copy(entry);
  entry[LONGEST_MONTH_NAME] = month;
  let slot = slotOf(entry.readUInt32LE(0), name.length > 4 ? entry.readUInt32LE(4) : 0);
  while (table[slot * ENTRY_BYTES + LONGEST_MONTH_NAME] !== 0) slot = (slot + 1) % MONTH_NAMES;
  table.set(entry, slot * ENTRY_BYTES);
}

/** Where a name is looked for first, by the two halves of its first eight bytes; as `monthSlot` of the kernel has it. */
function slotOf(low: number, high: number): number {
  return (Math.imul(Math.imul(low, 0x9e3779b1) + high, 0x85ebca6b) >>> 23) % MONTH_NAMES;
}
