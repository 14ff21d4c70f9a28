import { LONGEST_FAST_KEY } from "../../kernel/cells.ts";
import { type FieldScanner, INCOMPLETE } from "../../kernel/field-scanner.ts";
import { OrderIdsRepeat } from "../rows/restart-reasons.ts";

/**
 * The orders of a segment whose rows stand one behind another. A segment ends behind the order that the first record after its stop
 * belongs to, so that no order's rows are in two; the next one begins there, since it passes over the order of its first record.
 */
export class OrderRuns {
  /** How many orders have rows that are kept; these rows have the orders' numbers. */
  keptOrders = 0;
  /** Whether the order of the last row is one of them. */
  isKept = false;
  /** Whether the segment's end was found. */
  hasEnded = false;
  private readonly fields: FieldScanner;
  private readonly slot: number;
  private readonly width: number;
  /** The ids of the last row's order, of the order that the segment ends behind, and of the one that it begins behind. */
  private readonly last = new OrderId();
  private readonly end = new OrderId();
  private readonly begin = new OrderId();

  constructor(fields: FieldScanner, { slot, width }: { readonly slot: number; readonly width: number }) {
    this.fields = fields;
    this.slot = slot;
    this.width = width;
  }

  /** The number of the order of a row that is kept; `isSame` where that is the last row's. */
  numberOf(isSame: boolean): number {
    if (isSame && !this.isKept) throw new OrderIdsRepeat();
    if (!isSame) this.keptOrders += 1;
    this.isKept = true;
    return this.keptOrders - 1;
  }

  /** Remembers the order of a record, whose row was the last one. */
  noteLast(record: number): void {
    this.note(this.last, record);
  }

  /** Whether a record is of the last row's order, byte by byte. */
  goesOn(record: number): boolean {
    return this.isOf(this.last, record) && !this.last.isBlank;
  }

  /** How many of the records that were found are the segment's own. */
  own(found: number, limit: number): number {
    const { fields, end } = this;
    fields.select(found - 1);
    if (fields.recordStart < limit) return found;
    for (let record = 0; record < found; record += 1) {
      fields.select(record);
      if (fields.recordStart < limit) continue;
      if (!end.isKnown) this.note(end, record);
      this.hasEnded = !this.isOf(end, record);
      if (this.hasEnded) return record;
    }
    return found;
  }

  /** Passes over a record if it is of the segment's first order; returns where the next one begins, `from` if it is not, or INCOMPLETE. */
  passOver(from: number, end: number, isLast: boolean): number {
    const { begin } = this;
    const next = this.fields.next(from, end, isLast);
    if (next === INCOMPLETE) return next;
    if (!begin.isKnown) this.note(begin, 0);
    return this.isOf(begin, 0) ? next : from;
  }

  private note(id: OrderId, record: number): void {
    const [start, end] = this.bounds(record);
    id.set(this.fields.bytes, start, end);
  }

  private isOf(id: OrderId, record: number): boolean {
    const [start, end] = this.bounds(record);
    return id.isSame(this.fields.bytes, start, end);
  }

  /** Those of the record's id; of nothing where it has not the usual fields. */
  private bounds(record: number): readonly [start: number, end: number] {
    const { fields, slot } = this;
    fields.select(record);
    return fields.fields === this.width ? [fields.start(slot), fields.end(slot)] : [0, 0];
  }
}

/** An order id as it stands in a file. */
class OrderId {
  private readonly bytes = new Uint8Array(LONGEST_FAST_KEY);
  private length = -1;

  get isKnown(): boolean {
    return this.length >= 0;
  }

  get isBlank(): boolean {
    return this.length <= 0;
  }

  set(bytes: Uint8Array, start: number, end: number): void {
    this.length = end - start;
    if (this.length <= this.bytes.length) this.bytes.set(bytes.subarray(start, end));
  }

  /** None is the same as one that is too long. */
  isSame(bytes: Uint8Array, start: number, end: number): boolean {
    const { bytes: own, length } = this;
    if (end - start !== length || length > own.length) return false;
    for (let at = 0; at < length; at += 1) if (own[at] !== bytes[start + at]) return false;
    return true;
  }
}
