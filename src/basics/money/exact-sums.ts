const FLUSH_AT = 2 ** 52;

/** A column of running totals of whole numbers, each exact beyond 2^53; nearly all of them never leave the doubles. */
export class ExactSums {
  private readonly pending: Float64Array;
  private readonly flushed = new Map<number, bigint>();

  constructor(length: number) {
    this.pending = new Float64Array(length);
  }

  /** Adds a whole number whose magnitude is at most 2^53 − 1 to one of the totals. */
  add(index: number, value: number): void {
    const before = this.pending[index] as number;
    const next = before + value;
    if (next < FLUSH_AT && next > -FLUSH_AT) {
      this.pending[index] = next;
      return;
    }
    this.flushed.set(index, (this.flushed.get(index) ?? 0n) + BigInt(before) + BigInt(value));
    this.pending[index] = 0;
  }

  /** Replaces each total by the sum of it and those before it, anew after every `stride` of them. */
  sumUp(stride: number): void {
    for (let index = 1; index < this.pending.length; index += 1) {
      if (index % stride === 0) continue;
      this.add(index, this.pending[index - 1] as number);
      const flushed = this.flushed.get(index - 1);
      if (flushed !== undefined) this.flushed.set(index, (this.flushed.get(index) ?? 0n) + flushed);
    }
  }

  at(index: number): bigint {
    return (this.flushed.get(index) ?? 0n) + BigInt(this.pending[index] as number);
  }
}
