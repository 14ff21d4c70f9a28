import { describe, expect, it } from "vitest";
import { signTest } from "../../../src/analysis/statistics/sign-test.ts";

/** Two-sided: twice the tail, counted out term by term. */
function counted(a: number, b: number): number {
  const all = a + b;
  const ways = Array.from({ length: all + 1 }, () => 0);
  ways[0] = 1;
  for (let flip = 0; flip < all; flip += 1) {
    for (let heads = all; heads > 0; heads -= 1) ways[heads] = (ways[heads] ?? 0) + (ways[heads - 1] ?? 0);
  }
  const tail = ways.slice(Math.max(a, b)).reduce((sum, way) => sum + way, 0);
  return Math.min(1, (2 * tail) / 2 ** all);
}

describe("the sign test", () => {
  it("is twice the tail of the coin: 8 of 10 is 2 × (45 + 10 + 1) / 1,024", () => {
    expect(signTest(8, 2)).toBeCloseTo(112 / 1024, 12);
    expect(signTest(2, 8)).toBeCloseTo(112 / 1024, 12);
    expect(signTest(10, 0)).toBeCloseTo(2 / 1024, 12);
  });

  it("is 1 where both are equal, and where nobody changed", () => {
    expect(signTest(0, 0)).toBe(1);
    expect(signTest(31, 31)).toBe(1);
    expect(signTest(1, 0)).toBe(1);
  });

  it("equals the ways counted out, up to 40 changes", () => {
    for (let all = 1; all <= 40; all += 3) {
      for (let a = 0; a <= all; a += 1) expect(signTest(a, all - a)).toBeCloseTo(counted(a, all - a), 10);
    }
  });

  it("stays a probability for hundreds of thousands", () => {
    expect(signTest(250_000, 250_700)).toBeCloseTo(0.3226, 2); // the normal curve beyond 700 / √500,700 = 0.989
    expect(signTest(300_000, 200_000)).toBe(0);
  });
});
