import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fisherExact, upperTail } from "../../../src/analysis/statistics/hypergeometric-test.ts";

describe("the upper tail of the hypergeometric distribution", () => {
  it("is what a product bought first by 532 of 4,338, 286 of them among the best fifth, gives", () => {
    const tail = upperTail(286, { all: 4338, marked: 868, drawn: 532 });
    expect(tail / 1.626386e-78).toBeCloseTo(1, 6);
  });

  it.each([
    // hypergeom.sf(x − 1, N, K, n) of SciPy
    [1, 10, 3, 4, 0.8333333333333334],
    [3, 10, 3, 4, 0.03333333333333333],
    [2, 50, 10, 10, 0.6512896877674799],
    [40, 1000, 300, 100, 0.01588429723208085],
    [20, 1000, 300, 100, 0.9936337634295326],
  ])("P(X ≥ %i), %i balls, %i marked, %i drawn, is SciPy's %f", (hits, all, marked, drawn, expected) => {
    expect(upperTail(hits, { all, marked, drawn })).toBeCloseTo(expected, 12);
  });

  it("is 1 at the least possible number and 0 above the greatest", () => {
    expect(upperTail(0, { all: 10, marked: 3, drawn: 4 })).toBe(1);
    expect(upperTail(4, { all: 10, marked: 3, drawn: 4 })).toBe(0);
    expect(upperTail(2, { all: 5, marked: 4, drawn: 3 })).toBe(1); // one of three is marked at least, two in truth
  });
});

describe("Fisher's exact test", () => {
  it.each([
    // fisher_exact of SciPy; the first is the lady tasting tea
    [3, 4, 1, 4, 0.48571428571428565],
    [120, 1000, 90, 1000, 0.034202509706968705],
    [0, 10, 5, 10, 0.032507739938080496],
    [7, 12, 2, 30, 0.0008064512330917222],
    [500, 100_000, 580, 100_000, 0.015895901267641142],
    [1, 3, 0, 40, 0.06976744186046513],
    [5, 5, 0, 7, 0.0012626262626262623],
  ])("gives SciPy's p-value for %i of %i against %i of %i", (hits, drawn, otherHits, otherDrawn, expected) => {
    const found = fisherExact({ hits, drawn }, { hits: otherHits, drawn: otherDrawn });
    expect(found / expected).toBeCloseTo(1, 9);
  });

  it("is 1 for equal groups and where nobody or everybody is a hit", () => {
    expect(fisherExact({ hits: 12, drawn: 15 }, { hits: 12, drawn: 15 })).toBe(1);
    expect(fisherExact({ hits: 0, drawn: 7 }, { hits: 0, drawn: 9 })).toBe(1);
    expect(fisherExact({ hits: 7, drawn: 7 }, { hits: 9, drawn: 9 })).toBe(1);
  });

  it("is the sum over all divisions that are as probable or less, counted one by one", () => {
    const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);
    fc.assert(
      fc.property(fc.nat(12), fc.nat(12), fc.nat(12), fc.nat(12), (a, b, c, d) => {
        const [first, second, hits] = [a + b, c + d, a + c];
        const found = choose(first, a) * choose(second, c);
        let sum = 0;
        for (let one = Math.max(0, hits - second); one <= Math.min(hits, first); one += 1) {
          const ways = choose(first, one) * choose(second, hits - one);
          if (ways <= found * (1 + 1e-7)) sum += ways;
        }
        const expected = sum / choose(first + second, hits);
        expect(fisherExact({ hits: a, drawn: first }, { hits: c, drawn: second })).toBeCloseTo(expected, 10);
      }),
    );
  });
});
