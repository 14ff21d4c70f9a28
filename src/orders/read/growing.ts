type Column = Int32Array | Uint32Array | Uint16Array | Uint8Array | Float64Array;

/** A typed column that grows as values are appended; `view()` is the part that is filled. */
export class GrowingColumn<T extends Column> {
  private values: T;
  private readonly create: (length: number) => T;
  length = 0;

  constructor(create: (length: number) => T) {
    this.create = create;
    this.values = create(1024);
  }

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = this.create(this.values.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length] = value;
    this.length += 1;
  }

  view(): T {
    return this.values.subarray(0, this.length) as T;
  }
}

export const int32Column = (): GrowingColumn<Int32Array> => new GrowingColumn((length) => new Int32Array(length));
export const uint32Column = (): GrowingColumn<Uint32Array> => new GrowingColumn((length) => new Uint32Array(length));
export const uint16Column = (): GrowingColumn<Uint16Array> => new GrowingColumn((length) => new Uint16Array(length));
export const uint8Column = (): GrowingColumn<Uint8Array> => new GrowingColumn((length) => new Uint8Array(length));
export const float64Column = (): GrowingColumn<Float64Array> => new GrowingColumn((length) => new Float64Array(length));
