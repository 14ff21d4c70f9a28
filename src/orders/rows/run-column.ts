/** A column as runs, as it is handed from one thread to another: the first row of each, and what that row has. */
export interface Runs {
  readonly length: number;
  readonly starts: Uint32Array;
  readonly values: Uint32Array;
}

const FIRST_RUNS = 16;

/**
 * A column of whole numbers of which most follow from the one before: they are the same, or greater by one. Only the others are
 * kept, so that a column of one currency, or of lines that follow each other, takes no memory while rows are read.
 */
export class RunColumn {
  length = 0;
  /** By how much a value is greater than the one before in the same run. */
  private readonly step: 0 | 1;
  private starts = new Uint32Array(FIRST_RUNS);
  private values = new Uint32Array(FIRST_RUNS);
  private count = 0;
  private next = -1;
  /** The run in which {@link at} found the last value. */
  private found = 0;

  constructor(step: 0 | 1) {
    this.step = step;
  }

  append(value: number): void {
    if (value !== this.next) this.begin(value);
    this.next = value + this.step;
    this.length += 1;
  }

  /** Appends a column of the same step. */
  appendRuns({ length, starts, values }: Runs): void {
    const before = this.length;
    for (let run = 0; run < starts.length; run += 1) {
      this.length = before + (starts[run] as number);
      const value = values[run] as number;
      if (value !== this.next) this.begin(value);
      const rows = (starts[run + 1] ?? length) - (starts[run] as number);
      this.next = value + this.step * rows;
    }
    this.length = before + length;
  }

  /** The value of a row; looked for first where the last one was. */
  at(row: number): number {
    if (!this.isIn(this.found, row)) this.found = this.isIn(this.found + 1, row) ? this.found + 1 : this.runOf(row);
    return (this.values[this.found] as number) + this.step * (row - (this.starts[this.found] as number));
  }

  private isIn(run: number, row: number): boolean {
    const { starts, count } = this;
    return run < count && (starts[run] as number) <= row && (run + 1 === count || row < (starts[run + 1] as number));
  }

  /** The last run that begins at a row or before it, found by halving. */
  private runOf(row: number): number {
    let [from, to] = [0, this.count];
    while (to - from > 1) {
      const middle = (from + to) >>> 1;
      if ((this.starts[middle] as number) <= row) from = middle;
      else to = middle;
    }
    return from;
  }

  runs(): Runs {
    const { length, count } = this;
    return { length, starts: this.starts.slice(0, count), values: this.values.slice(0, count) };
  }

  /** Writes the value of each row. */
  writeTo(column: Uint16Array | Uint32Array): void {
    for (let run = 0; run < this.count; run += 1) {
      const end = run + 1 < this.count ? (this.starts[run + 1] as number) : this.length;
      let value = this.values[run] as number;
      for (let row = this.starts[run] as number; row < end; row += 1, value += this.step) column[row] = value;
    }
  }

  private begin(value: number): void {
    if (this.count === this.starts.length) {
      this.starts = doubled(this.starts);
      this.values = doubled(this.values);
    }
    this.starts[this.count] = this.length;
    this.values[this.count] = value;
    this.count += 1;
  }
}

function doubled(numbers: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}
