import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OrderSequence } from "../../../src/orders/read/order-sequence.ts";
import { NotInSequence, OrderIdsNotKept } from "../../../src/orders/read/signals.ts";

const CASES = process.env["RFM_LONG_TESTS"] === "1" ? 50_000 : 2000;
const SEED = 4_000;

/** Takes an id the way that the scanner does: digits as a number, everything else by its bytes. */
function codeOf(sequence: OrderSequence, id: string): number {
  if (/^\d{1,15}$/.test(id)) return sequence.codeOfNumber(Number(id), id.length);
  const bytes = Buffer.from(`<${id}>`);
  return sequence.codeOfBytes(bytes, 1, bytes.length - 1);
}

function codesOf(ids: readonly string[], take = codeOf): readonly number[] | "not in sequence" {
  const sequence = new OrderSequence();
  try {
    return ids.map((id) => take(sequence, id));
  } catch (error) {
    if (error instanceof NotInSequence) return "not in sequence";
    throw error;
  }
}

/** The same, found out the slow way: a longer id is the larger, then its bytes decide; only neighbours may be equal. */
function expectedCodes(ids: readonly string[]): readonly number[] | "not in sequence" {
  const compare = (a: string, b: string): number =>
    Math.sign(Buffer.byteLength(a) - Buffer.byteLength(b) || Buffer.from(a).compare(Buffer.from(b)));
  const steps = ids.slice(1).map((id, index) => compare(id, ids[index] ?? ""));
  if (steps.includes(1) && steps.includes(-1)) return "not in sequence";
  let code = 0;
  return ids.map((_, index) => {
    if (index > 0 && steps[index - 1] !== 0) code += 1;
    return code;
  });
}

/** Ids that mostly rise or fall, some again on the next row, a few in the wrong place. */
const someIds = fc
  .record({
    first: fc.constantFrom(1, 95, 9_998, 999_999_999_999_990),
    steps: fc.array(fc.constantFrom(0, 1, 1, 2, 5), { maxLength: 15 }),
    form: fc.constantFrom<(id: number) => string>(
      String,
      (id) => String(id).padStart(9, "0"),
      (id) => `#${id}`,
      (id) => (id % 3 === 0 ? `ä${id}` : `b${id}`),
      (id) => `2026-${"x".repeat(70)}${id}`,
    ),
    falls: fc.boolean(),
    wrong: fc.option(fc.nat(15), { freq: 4 }),
  })
  .map(({ first, steps, form, falls, wrong }) => {
    const ids = [first, ...steps].map((_, index) => {
      const before = steps.slice(0, index);
      return form(before.reduce<number>((sum, step) => sum + step, first));
    });
    if (falls) ids.reverse();
    return wrong === null ? ids : ids.toSpliced(wrong % ids.length, 1, form(first + (wrong % 7)));
  });

describe("ids in sequence", () => {
  it("are numbered as long as they only rise or only fall, and told where they do not", () => {
    let counted = 0;
    fc.assert(
      fc.property(someIds, (ids) => {
        const expected = expectedCodes(ids);
        if (expected !== "not in sequence") counted += 1;
        expect(codesOf(ids)).toEqual(expected);
        expect(codesOf(ids, (sequence, id) => sequence.code(id))).toEqual(expected);
      }),
      { numRuns: CASES, seed: SEED },
    );
    expect(counted).toBeGreaterThan(CASES / 3);
  });

  it("go on from one stretch to the next", () => {
    fc.assert(
      fc.property(someIds, fc.array(fc.nat(16), { maxLength: 4 }), (ids, cuts) => {
        expect(codesInStretches(ids, cuts)).toEqual(expectedCodes(ids));
      }),
      { numRuns: CASES, seed: SEED },
    );
  });

  it.each([
    ["rise", ["8", "9", "10", "11"], [0, 1, 2, 3]],
    ["fall", ["#11", "#10", "#9"], [0, 1, 2]],
    ["stay the same on the rows of an order", ["7", "7", "8", "8", "8", "9"], [0, 0, 1, 1, 1, 2]],
    ["come back later", ["7", "8", "7"], "not in sequence"],
    ["turn", ["9", "8", "8", "9"], "not in sequence"],
    ["have zeros in front", ["007", "008", "010"], [0, 1, 2]],
    ["have zeros in front of some", ["7", "08", "9"], "not in sequence"],
    ["mix numbers and words", ["9", "10", "#10", "11"], "not in sequence"],
  ] as const)("may %s", (_, ids, codes) => {
    expect(codesOf(ids)).toEqual(codes);
  });

  it("of the next file need not go on where the last one's ended, nor the same way", () => {
    const sequence = new OrderSequence();
    expect(["5", "6"].map((id) => codeOf(sequence, id))).toEqual([0, 1]);
    sequence.startFile();
    expect(["6", "3", "2"].map((id) => codeOf(sequence, id))).toEqual([2, 3, 4]);
    sequence.startFile();
    expect(sequence.append({ first: Buffer.from("2"), last: Buffer.from("4"), direction: 1, length: 3 })).toBe(5);
    expect(["4", "5"].map((id) => codeOf(sequence, id))).toEqual([7, 8]);
    expect(() => codeOf(sequence, "4")).toThrow(NotInSequence);
  });

  it("cannot be told again", () => {
    const sequence = new OrderSequence();
    sequence.code("1");
    expect(() => sequence.text()).toThrow(OrderIdsNotKept);
    expect(() => sequence.texts).toThrow(OrderIdsNotKept);
  });

  it("leave no span where there are none", () => {
    expect(new OrderSequence().span()).toBeNull();
  });
});

/** Numbers each stretch by itself and puts it behind those before. */
function codesInStretches(ids: readonly string[], cuts: readonly number[]): readonly number[] | "not in sequence" {
  const places = [0, ...cuts.map((cut) => cut % (ids.length + 1)).sort((a, b) => a - b), ids.length];
  const table = new OrderSequence();
  try {
    return places.slice(1).flatMap((end, index) => {
      const stretch = new OrderSequence();
      const codes = ids.slice(places[index], end).map((id) => codeOf(stretch, id));
      const span = stretch.span();
      const offset = span === null ? 0 : table.append(span);
      return codes.map((code) => code + offset);
    });
  } catch (error) {
    if (error instanceof NotInSequence) return "not in sequence";
    throw error;
  }
}
