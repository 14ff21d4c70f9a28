/** Line numbers, one a record, four bytes each. */
export class GrowingLines {
  length = 0;
  private lines = new Uint32Array(1024);

  push(line: number): void {
    if (this.length === this.lines.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.lines);
      this.lines = larger;
    }
    this.lines[this.length] = line;
    this.length += 1;
  }

  at(record: number): number {
    return this.lines[record] ?? 0;
  }
}
