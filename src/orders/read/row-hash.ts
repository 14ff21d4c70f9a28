/** The hash of rows that need none. */
export const NO_HASH = { a: 0, b: 0 };

/** Two independent hashes of a row's cells, 64 bits together: FNV-1a and a multiplicative one. */
export function hashRow(cells: readonly string[]): { readonly a: number; readonly b: number } {
  let [a, b] = [0x811c9dc5, 0x9e3779b9];
  for (const cell of cells) {
    for (let index = 0; index < cell.length; index += 1) {
      const unit = cell.charCodeAt(index);
      a = Math.imul(a ^ unit, 0x01000193);
      b = Math.imul(b ^ (b >>> 15) ^ unit, 0x85ebca6b);
    }
    a = Math.imul(a ^ 0x1f, 0x01000193);
    b = Math.imul(b ^ (b >>> 13) ^ 0x1f, 0xc2b2ae35);
  }
  return { a: a | 0, b: b | 0 };
}
