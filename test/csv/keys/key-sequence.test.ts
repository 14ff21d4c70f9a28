import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areApart, KeySequence, type KeySpan, overlapping } from "../../../src/csv/keys/key-sequence.ts";

/** Notes keys one after another, some as text; false as soon as one is out of turn. */
function noted(sequence: KeySequence, keys: readonly string[]): boolean {
  return keys.every((key, index) => {
    if (index % 3 === 2) {
      sequence.code(`1\u0001${key}`);
      return sequence.noteText();
    }
    const cell = Buffer.from(`"${key}",`);
    return sequence.note(cell, 1, cell.length - 2);
  });
}

function shown(span: KeySpan | null): readonly string[] | null {
  return span === null ? null : [Buffer.from(span.least).toString(), Buffer.from(span.greatest).toString()];
}

describe("keys in turn", () => {
  it.each<[readonly string[], readonly string[] | null]>([
    [[], null],
    [["17"], ["17", "17"]],
    [
      ["9", "10", "11", "100"],
      ["9", "100"],
    ],
    [
      ["#1003", "#1002", "#999"],
      ["#999", "#1003"],
    ],
    [
      ["A-1", "A-2", "B-1", "Ä-1"],
      ["A-1", "Ä-1"],
    ],
  ])("%j lie between %j", (keys, span) => {
    const sequence = new KeySequence();
    expect(noted(sequence, keys)).toBe(true);
    expect(shown(sequence.span())).toEqual(span);
  });

  it.each([
    [["1", "1"]],
    [["1", "2", "2"]],
    [["1", "2", "1"]],
    [["2", "1", "3"]],
    [["10", "9", "10"]],
    [["1", "x".repeat(1025)]],
  ])("are not those of %j", (keys) => {
    expect(noted(new KeySequence(), keys)).toBe(false);
  });

  it("begin another sequence where they are out of turn, a few times", () => {
    const sequence = new KeySequence();
    const take = (key: string): boolean => sequence.noteOrBegin(Buffer.from(key), 0, key.length);
    expect(["12", "9", "8", "40", "41", "7", "7"].map(take)).toEqual([true, true, true, true, true, true, false]);
    expect(sequence.spans().map(shown)).toEqual([
      ["8", "12"],
      ["40", "41"],
      ["7", "7"],
    ]);
    const often = Array.from({ length: 400 }, (_, index) => take(String(index % 4 === 0 ? 100 + index : index)));
    expect(often).toContain(false);
  });

  it("are taken by their first and last, and cover all between them whichever way these go", () => {
    fc.assert(
      fc.property(fc.array(fc.uniqueArray(fc.nat(60), { minLength: 1, maxLength: 5 }), { maxLength: 8 }), (runs) => {
        const sequence = new KeySequence();
        const taken = runs.map((keys, index) => keys.toSorted((a, b) => (index % 2 === 0 ? a - b : b - a)));
        for (const keys of taken) {
          const [first, last] = [String(keys[0]), String(keys.at(-1))];
          const bytes = Buffer.from(`${first}${last}`);
          const bounds = [[0, first.length] as const, [first.length, bytes.length] as const] as const;
          if (!sequence.noteRun(bytes, ...bounds, false)) return;
        }
        const numberOf = (key: Uint8Array): number => Number(Buffer.from(key).toString());
        const spans = sequence.spans().map(({ least, greatest }) => [numberOf(least), numberOf(greatest)] as const);
        const all = taken.flat();
        const isCovered = (key: number) => spans.some(([least, greatest]) => least <= key && key <= greatest);
        expect(all.every(isCovered)).toBe(true);
        if (areApart(sequence.spans())) expect(new Set(all).size).toBe(all.length);
      }),
      { numRuns: 500, seed: 7 },
    );
  });

  it("are forgotten where the next segment begins", () => {
    const sequence = new KeySequence();
    expect(noted(sequence, ["5", "6"])).toBe(true);
    sequence.clear();
    expect(noted(sequence, ["4", "3"])).toBe(true);
    expect(shown(sequence.span())).toEqual(["3", "4"]);
  });

  it("prove by their spans that all are different, and never where they are not", () => {
    const someKeys = fc.uniqueArray(fc.nat(400), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(fc.tuple(someKeys, fc.boolean()), { maxLength: 5 }), (segments) => {
        const sorted = segments.map(([keys, falls]) => keys.toSorted((a, b) => (falls ? b - a : a - b)));
        const spans = sorted.map((keys) => {
          const sequence = new KeySequence();
          expect(noted(sequence, keys.map(String))).toBe(true);
          return sequence.span() as KeySpan;
        });
        const ends = sorted.map((keys) => [Math.min(...keys), Math.max(...keys)] as const);
        const apart = ends.every(([low, high], index) =>
          ends.every(([least, greatest], other) => other === index || greatest < low || high < least),
        );
        expect(areApart(spans)).toBe(apart);
        if (apart) expect(new Set(sorted.flat()).size).toBe(sorted.flat().length);
      }),
    );
  });
});

describe("overlapping spans", () => {
  it("come in groups that share no key", () => {
    const span = (least: string, greatest: string): KeySpan => ({
      least: Buffer.from(least),
      greatest: Buffer.from(greatest),
    });
    const [a, b, c, d] = [span("1", "50"), span("9", "10"), span("50", "60"), span("61", "70")] as const;
    expect(overlapping([d, c, b, a])).toEqual([[a, b, c], [d]]);
    expect(overlapping([])).toEqual([]);
  });
});
