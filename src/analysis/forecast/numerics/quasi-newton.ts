import { type Matrix, times } from "./matrix.ts";

/** The value of a function at a point, with its slope in every direction. */
export interface Evaluation {
  readonly value: number;
  readonly gradient: readonly number[];
}

export type Objective = (point: readonly number[]) => Evaluation;

export interface Minimum extends Evaluation {
  readonly point: readonly number[];
  /** Whether the slope is flat there: no step promises to lower the value by more than rounding does. */
  readonly converged: boolean;
}

/** A gradient below this in all its parts is flat. */
const FLAT = 1e-8;

/** A step that promises less than this part of the value is not worth taking: of a million customers' it changes nothing. */
const WORTHLESS = 1e-13;

/** Where no lower point is found, the sums' own rounding hides what a step that promises less than this part would gain. */
const HIDDEN = 1e-10;

const MOST_STEPS = 200;

/** No step goes further than this in any direction: with logarithms, a factor of e². */
const LONGEST_STEP = 2;

/**
 * The minimum of a smooth function near a starting point: BFGS (Nocedal & Wright 2006, section 6.1) with a backtracking line
 * search. Deterministic. A point whose value is not a finite number is never gone to.
 *
 * @param curvature the inverse of the matrix of second derivatives, where it is roughly known: it saves steps
 */
export function minimise(objective: Objective, start: readonly number[], curvature: Matrix | null = null): Minimum {
  let at: Minimum = { point: start, ...objective(start), converged: false };
  let inverse = curvature ?? identity(start.length);
  let isFresh = curvature === null;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (isFlat(at.gradient)) return { ...at, converged: true };
    const direction = times(inverse, at.gradient).map((value) => -value);
    const slope = dot(direction, at.gradient);
    const promise = -slope / Math.max(1, Math.abs(at.value));
    if (!isFresh && promise >= 0 && promise < WORTHLESS) return { ...at, converged: true };
    const next = slope < 0 ? lineSearch(objective, at, direction, slope) : null;
    if (next === null) {
      if (promise >= 0 && promise < HIDDEN) return { ...at, converged: true };
      if (isFresh) return at;
      [inverse, isFresh] = [identity(start.length), true];
      continue;
    }
    inverse = updated(inverse, { at, next, isFresh });
    isFresh = false;
    at = next;
  }
  return at;
}

function isFlat(gradient: readonly number[]): boolean {
  return gradient.every((value) => Math.abs(value) < FLAT);
}

/** The first point on the way that is lower by a fair share of what the slope promises (Armijo); `null` without one. */
function lineSearch(objective: Objective, at: Minimum, direction: readonly number[], slope: number): Minimum | null {
  const furthest = Math.max(...direction.map(Math.abs));
  let length = Math.min(1, LONGEST_STEP / furthest);
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const point = at.point.map((value, index) => value + length * (direction[index] ?? 0));
    const found = objective(point);
    if (found.value < at.value && found.value <= at.value + 1e-4 * length * slope) {
      return { point, ...found, converged: false };
    }
    const curved = -(slope * length) / (2 * ((found.value - at.value) / length - slope));
    length = Number.isFinite(curved) ? Math.min(Math.max(curved, 0.1 * length), 0.5 * length) : 0.1 * length;
  }
  return null;
}

/** The BFGS update of the inverse Hessian; the first is scaled to the curvature that was met. */
function updated(
  inverse: Matrix,
  { at, next, isFresh }: { readonly at: Minimum; readonly next: Minimum; readonly isFresh: boolean },
): Matrix {
  const s = next.point.map((value, index) => value - (at.point[index] ?? 0));
  const y = next.gradient.map((value, index) => value - (at.gradient[index] ?? 0));
  const sy = dot(s, y);
  if (!(sy > 1e-14)) return inverse;
  const scale = isFresh ? sy / dot(y, y) : 1;
  const h = inverse.map((row) => row.map((value) => value * scale));
  const hy = times(h, y);
  const factor = (1 + dot(y, hy) / sy) / sy;
  return h.map((row, i) =>
    row.map((value, j) => {
      const [si, sj, hi, hj] = [s[i] ?? 0, s[j] ?? 0, hy[i] ?? 0, hy[j] ?? 0];
      return value + factor * si * sj - (hi * sj + si * hj) / sy;
    }),
  );
}

/** The matrix of second derivatives, from differences of the gradient on either side. */
export function hessianAt(objective: Objective, point: readonly number[]): Matrix {
  const step = 1e-4;
  const moved = (index: number, by: number): readonly number[] =>
    objective(point.map((value, at) => (at === index ? value + by : value))).gradient;
  const rows = point.map((_, index) => {
    const [above, below] = [moved(index, step), moved(index, -step)];
    return above.map((value, at) => (value - (below[at] ?? 0)) / (2 * step));
  });
  return rows.map((row, i) => row.map((value, j) => (value + (rows[j]?.[i] ?? 0)) / 2));
}

function identity(size: number): Matrix {
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_v, column) => (row === column ? 1 : 0)),
  );
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}
