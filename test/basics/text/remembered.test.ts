import { describe, expect, it } from "vitest";
import { remembered } from "../../../src/basics/text/remembered.ts";

/** A function that counts its calls. */
function counted(most?: number): { readonly calls: string[]; readonly ask: (text: string) => number | null } {
  const calls: string[] = [];
  const ask = remembered((text) => {
    calls.push(text);
    return text === "" ? null : text.length;
  }, most);
  return { calls, ask };
}

describe("a remembered function", () => {
  it("computes each text once, one without a result too", () => {
    const { calls, ask } = counted();
    expect(["ab", "", "ab", "", "abc"].map(ask)).toEqual([2, null, 2, null, 3]);
    expect(calls).toEqual(["ab", "", "abc"]);
  });

  it("keeps no long text, and not more than so many short ones", () => {
    const { calls, ask } = counted(5_000);
    const long = "x".repeat(101);
    expect([ask(long), ask(long)]).toEqual([101, 101]);
    expect(calls).toHaveLength(2);
    for (let at = 0; at < 5_000; at += 1) ask(`n${at}`);
    expect(ask("n7")).toBe(2);
    expect(calls).toHaveLength(5_002);
    ask("one more");
    ask("n7");
    expect(calls).toHaveLength(5_004);
  });

  it("keeps no error", () => {
    let calls = 0;
    const ask = remembered((text) => {
      calls += 1;
      throw new Error(text);
    });
    for (const time of [1, 2]) expect(() => ask("a"), `${time}`).toThrow("a");
    expect(calls).toBe(2);
  });
});
