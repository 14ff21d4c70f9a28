/** A square matrix, row by row. */
export type Matrix = readonly (readonly number[])[];

/**
 * The lower triangle L with L·Lᵀ = the matrix, which must be symmetric (Cholesky); `null` where it is not positive definite.
 */
export function choleskyOf(matrix: Matrix): Matrix | null {
  const lower: number[][] = [];
  for (const [row, values] of matrix.entries()) {
    const own: number[] = [];
    lower.push(own);
    for (let column = 0; column <= row; column += 1) {
      const other = lower[column] ?? [];
      let sum = values[column] ?? 0;
      for (let k = 0; k < column; k += 1) sum -= (own[k] ?? 0) * (other[k] ?? 0);
      if (column < row) own.push(sum / (other[column] ?? 1));
      else if (sum > 0 && Number.isFinite(sum)) own.push(Math.sqrt(sum));
      else return null;
    }
  }
  return lower.map((values) => matrix.map((_, column) => values[column] ?? 0));
}

/** The inverse of a symmetric, positive definite matrix; `null` where it is not positive definite. */
export function inverseOf(matrix: Matrix): Matrix | null {
  const lower = choleskyOf(matrix);
  if (lower === null) return null;
  const columns = matrix.map((_, index) =>
    solveUpper(
      lower,
      solveLower(
        lower,
        matrix.map((_row, at) => (at === index ? 1 : 0)),
      ),
    ),
  );
  return matrix.map((_, row) => columns.map((column) => column[row] ?? 0));
}

/** The product of a matrix and a column. */
export function times(matrix: Matrix, column: readonly number[]): number[] {
  return matrix.map((row) => row.reduce((sum, value, at) => sum + value * (column[at] ?? 0), 0));
}

function solveLower(lower: Matrix, right: readonly number[]): number[] {
  const solved: number[] = [];
  for (const [row, values] of lower.entries()) {
    let sum = right[row] ?? 0;
    for (let k = 0; k < row; k += 1) sum -= (values[k] ?? 0) * (solved[k] ?? 0);
    solved.push(sum / (values[row] ?? 1));
  }
  return solved;
}

function solveUpper(lower: Matrix, right: readonly number[]): number[] {
  const solved = right.slice();
  for (let row = lower.length - 1; row >= 0; row -= 1) {
    let sum = right[row] ?? 0;
    for (let k = row + 1; k < lower.length; k += 1) sum -= (lower[k]?.[row] ?? 0) * (solved[k] ?? 0);
    solved[row] = sum / (lower[row]?.[row] ?? 1);
  }
  return solved;
}
