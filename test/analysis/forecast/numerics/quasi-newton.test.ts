import { describe, expect, it } from "vitest";
import { choleskyOf, inverseOf } from "../../../../src/analysis/forecast/numerics/matrix.ts";
import { hessianAt, minimise, type Objective } from "../../../../src/analysis/forecast/numerics/quasi-newton.ts";

/** Rosenbrock's valley, lowest at (1, 1). */
const valley: Objective = ([x = 0, y = 0]) => ({
  value: (1 - x) ** 2 + 100 * (y - x * x) ** 2,
  gradient: [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)],
});

describe("minimise", () => {
  it("finds the end of a bent valley", () => {
    const { point, converged } = minimise(valley, [-1.2, 1]);
    expect(converged).toBe(true);
    expect(point[0]).toBeCloseTo(1, 6);
    expect(point[1]).toBeCloseTo(1, 6);
  });

  it("never goes where the function is not a number, and says where it did not end", () => {
    const cliff: Objective = ([x = 0]) => ({
      value: x < 0 ? Number.NaN : Math.sqrt(x),
      gradient: [0.5 / Math.sqrt(x)],
    });
    const { point } = minimise(cliff, [4]);
    expect(point[0]).toBeGreaterThanOrEqual(0);
    const slope: Objective = ([x = 0]) => ({ value: -x, gradient: [-1] });
    expect(minimise(slope, [0]).converged).toBe(false);
  });
});

describe("hessianAt", () => {
  it("is the matrix of second derivatives", () => {
    const [first, second] = hessianAt(valley, [1, 1]);
    expect(first?.[0]).toBeCloseTo(802, 3);
    expect(first?.[1]).toBeCloseTo(-400, 3);
    expect(second?.[1]).toBeCloseTo(200, 3);
  });
});

describe("inverseOf", () => {
  it("is worked by hand: [[4, 2], [2, 3]] has [[3, −2], [−2, 4]] / 8", () => {
    const inverse = inverseOf([
      [4, 2],
      [2, 3],
    ]);
    expect(inverse?.flat().map((value) => Number(value.toFixed(12)))).toEqual([0.375, -0.25, -0.25, 0.5]);
  });

  it("is null where the matrix is not positive definite", () => {
    expect(
      inverseOf([
        [1, 2],
        [2, 1],
      ]),
    ).toBeNull();
    expect(choleskyOf([[0]])).toBeNull();
  });
});
