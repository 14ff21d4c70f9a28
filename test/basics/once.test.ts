import { describe, expect, it } from "vitest";
import { once } from "../../src/basics/once.ts";

describe("once", () => {
  it("computes when it is first asked, and never again, whatever came of it", () => {
    for (const value of [7, 0, null, undefined]) {
      let computed = 0;
      const ask = once(() => {
        computed += 1;
        return value;
      });
      expect(computed).toBe(0);
      expect([ask(), ask()]).toEqual([value, value]);
      expect(computed).toBe(1);
    }
  });

  it("computes again after it has thrown", () => {
    let computed = 0;
    const ask = once(() => {
      computed += 1;
      if (computed === 1) throw new Error("not yet");
      return computed;
    });
    expect(ask).toThrow("not yet");
    expect(ask()).toBe(2);
  });
});
