/** The hash of rows that need none. */
export const NO_HASH = { a: 0, b: 0 };

/** Two independent 32-bit hashes of a row's cells, 64 bits together: FNV-1a and a multiplicative one, over their UTF-8. */
export class RowHash {
  a = 0;
  b = 0;

  /** Begins a row. */
  start(): void {
    this.a = 0x811c9dc5;
    this.b = 0x9e3779b9;
  }

  /** Takes in the bytes of a cell and its end. */
  cell(bytes: Uint8Array, start: number, end: number): void {
    let { a, b } = this;
    for (let at = start; at < end; at += 1) {
      const byte = bytes[at] as number;
      a = Math.imul(a ^ byte, 0x01000193);
      b = Math.imul(b ^ (b >>> 15) ^ byte, 0x85ebca6b);
    }
    this.a = Math.imul(a ^ 0x1f, 0x01000193) | 0;
    this.b = Math.imul(b ^ (b >>> 13) ^ 0x1f, 0xc2b2ae35) | 0;
  }
}

/** The hashes of a row's cells. */
export function hashRow(cells: readonly string[]): { readonly a: number; readonly b: number } {
  const hash = new RowHash();
  hash.start();
  for (const cell of cells) {
    const bytes = Buffer.from(cell);
    hash.cell(bytes, 0, bytes.length);
  }
  return { a: hash.a, b: hash.b };
}
