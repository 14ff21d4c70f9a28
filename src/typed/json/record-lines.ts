/** The lines of records that stand one per line, with blank lines here and there. */
export class RecordLines {
  length = 0;
  /** The records behind blank lines, and how many of these stand before each. */
  private readonly after: number[] = [];
  private readonly blanks: number[] = [];

  /** Adds the next records, on lines one behind another. */
  add(records: number): void {
    this.length += records;
  }

  /** Adds a blank line. */
  skip(): void {
    const before = this.blanks.at(-1) ?? 0;
    if (this.after.at(-1) === this.length) this.blanks[this.blanks.length - 1] = before + 1;
    else {
      this.after.push(this.length);
      this.blanks.push(before + 1);
    }
  }

  /** The line of a record; the first is 1. */
  at(record: number): number {
    let [from, to] = [0, this.after.length];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((this.after[middle] as number) <= record) from = middle + 1;
      else to = middle;
    }
    return record + 1 + (from === 0 ? 0 : (this.blanks[from - 1] as number));
  }
}
