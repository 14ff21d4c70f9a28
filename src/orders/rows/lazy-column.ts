import type { RunColumn } from "./run-column.ts";

/**
 * A column that is runs until somebody looks at it as a whole, and may change it: rows that come later are added. Many runs of the
 * program never look at it.
 */
export class LazyColumn<Column extends Uint16Array | Uint32Array> {
  readonly runs: RunColumn;
  private readonly make: (length: number) => Column;
  private written: Column;

  constructor(runs: RunColumn, make: (length: number) => Column) {
    this.runs = runs;
    this.make = make;
    this.written = make(0);
  }

  /** The values of all rows. */
  whole(): Column {
    const { runs, written } = this;
    if (written.length === runs.length) return written;
    const longer = this.make(runs.length);
    runs.writeTo(longer);
    longer.set(written);
    this.written = longer;
    return longer;
  }

  /** The value of one row, for which the others are not written. */
  at(row: number): number {
    return this.written[row] ?? this.runs.at(row);
  }
}
