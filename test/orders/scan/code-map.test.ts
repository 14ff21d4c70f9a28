import { describe, expect, it } from "vitest";
import { Dictionary } from "../../../src/csv/keys/dictionary.ts";
import { TextMap } from "../../../src/orders/scan/code-map.ts";

describe("the codes of a thread", () => {
  it("of texts of which there are few are found by the texts", () => {
    const table = new Dictionary("", "paid");
    const map = new TextMap(table);
    expect(map.isUsed).toBe(false);
    map.add(["", "refunded", "paid"]);
    const column = Uint16Array.of(0, 1, 2, 1);
    map.replaceFew(column);
    expect([...column]).toEqual([0, 2, 1, 2]);
    expect(map.isUsed).toBe(true);
    map.add(["new"]);
    const kept = Int32Array.of(-1, 3, 2, -1);
    map.replace(kept);
    expect([...kept]).toEqual([-1, 3, 1, -1]);
    expect(table.texts).toEqual(["", "paid", "refunded", "new"]);
  });
});
