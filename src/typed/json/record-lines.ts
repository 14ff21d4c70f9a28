import { GrowingLines } from "../growing-lines.ts";

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

/** The lines of the elements of a list, which may stand on several lines each, or many on one. */
export class ElementLines {
  private readonly lines = new GrowingLines();
  private line = 1;

  /** Passes over what opens the list. */
  begin(opening: string): void {
    this.line += opening.split("\n").length - 1;
  }

  get length(): number {
    return this.lines.length;
  }

  /** Adds an element, and the line ends from there to the next one. */
  add(lineEnds: number): void {
    this.lines.push(this.line);
    this.line += lineEnds;
  }

  at(record: number): number {
    return this.lines.at(record);
  }
}
