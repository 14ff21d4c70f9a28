import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Dictionary } from "../../../src/orders/read/dictionary.ts";
import { KeyDictionary } from "../../../src/orders/read/key-dictionary.ts";
import { KeyMap, TextMap } from "../../../src/orders/scan/code-map.ts";

describe("the codes of a thread", () => {
  it("become those that the table would have given, whatever was sent in how many parts", () => {
    const someKeys = fc.array(fc.constantFrom("1", "01", "2", "anna", "ben", "Käthe", "10000000", ""), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(fc.array(someKeys, { maxLength: 6 }), fc.array(fc.string({ maxLength: 2 })), (parts, before) => {
        const [table, oracle] = [new KeyDictionary(), new KeyDictionary()];
        for (const key of before) [table.code(key), oracle.code(key)];
        const thread = new KeyDictionary();
        const map = new KeyMap(table);
        for (const keys of parts) {
          const known = thread.length;
          const column = Int32Array.from([-1, ...keys.map((key) => thread.code(key)), -1]);
          map.add(thread.keysFrom(known));
          map.replace(column);
          expect([...column]).toEqual([-1, ...keys.map((key) => oracle.code(key)), -1]);
        }
        expect(table.texts).toEqual(oracle.texts);
      }),
    );
  });

  it("do not put a key into the table before a row has it", () => {
    const [table, thread] = [new KeyDictionary(), new KeyDictionary()];
    for (const key of ["in a stretch that is read again", "anna"]) thread.code(key);
    const map = new KeyMap(table);
    map.add(thread.keysFrom(0));
    expect(map.at(1)).toBe(0);
    expect(table.texts).toEqual(["anna"]);
  });

  it("grow with the thread's keys", () => {
    const [table, thread] = [new KeyDictionary(), new KeyDictionary()];
    for (let key = 0; key < 5000; key += 1) thread.code(`k${key}`);
    const map = new KeyMap(table);
    map.add(thread.keysFrom(0));
    expect([map.at(4999), map.at(0), map.at(4999)]).toEqual([0, 1, 0]);
  });

  it("of texts of which there are few are found by the texts", () => {
    const table = new Dictionary("", "paid");
    const map = new TextMap(table);
    expect(map.isUsed).toBe(false);
    map.add(["", "refunded", "paid"]);
    const column = Uint16Array.of(0, 1, 2, 1);
    map.replaceFew(column);
    expect([...column]).toEqual([0, 2, 1, 2]);
    expect(map.isUsed).toBe(true);
  });
});
