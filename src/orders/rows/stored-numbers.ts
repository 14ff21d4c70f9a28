/** So many values are fetched at a time; they stay in the processor's nearest memory. */
const AT_ONCE = 1024;

/** Fetches the values of records from `first` on, as many as there is room for. */
export type Fetch = (first: number, into: Float64Array) => void;

/** The values that a column stores, one record after another, fetched some at a time. */
export class StoredNumbers {
  private readonly fetch: Fetch;
  private readonly end: number;
  private readonly values = new Float64Array(AT_ONCE);
  private first = 0;
  private last = 0;

  /** @param end the record behind the last one */
  constructor(fetch: Fetch, end: number) {
    this.fetch = fetch;
    this.end = end;
  }

  /** The value of a record; NaN where there is none that is plain. */
  at(record: number): number {
    if (record < this.first || record >= this.last) this.turnTo(record);
    return this.values[record - this.first] as number;
  }

  private turnTo(record: number): void {
    const count = Math.min(AT_ONCE, this.end - record);
    this.fetch(record, this.values.subarray(0, count));
    this.first = record;
    this.last = record + count;
  }
}
