const FLUSH_AT = 2 ** 52;

/** A running total of whole numbers that stays exact beyond 2^53, at the price of an addition of doubles. */
export class ExactSum {
  private total = 0n;
  private pending = 0;

  /** Adds a whole number whose magnitude is at most 2^53 − 1. */
  add(value: number): void {
    const next = this.pending + value;
    if (next < FLUSH_AT && next > -FLUSH_AT) {
      this.pending = next;
      return;
    }
    this.total += BigInt(this.pending) + BigInt(value);
    this.pending = 0;
  }

  get value(): bigint {
    return this.total + BigInt(this.pending);
  }
}
