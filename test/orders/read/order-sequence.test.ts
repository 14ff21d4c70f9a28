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
    const codes = ids.map((id) => take(sequence, id));
    sequence.finish();
    return codes;
  } catch (error) {
    if (error instanceof NotInSequence) return "not in sequence";
    throw error;
  }
}

/** Distinct ids numbered as they appear: what a dictionary says. */
function dictionaryCodes(ids: readonly string[]): readonly number[] {
  const distinct = [...new Set(ids)];
  return ids.map((id) => distinct.indexOf(id));
}

/** Whether ids only rise or only fall: a longer id is the larger, then its bytes decide; neighbours may be equal. */
function areSorted(ids: readonly string[]): boolean {
  const compare = (a: string, b: string): number =>
    Math.sign(Buffer.byteLength(a) - Buffer.byteLength(b) || Buffer.from(a).compare(Buffer.from(b)));
  const steps = ids.slice(1).map((id, index) => compare(id, ids[index] ?? ""));
  return !(steps.includes(1) && steps.includes(-1));
}

/** Either as a dictionary numbers them, or not at all; sorted ids always are. */
function expectSound(ids: readonly string[], codes: readonly number[] | "not in sequence"): void {
  if (codes === "not in sequence") expect(areSorted(ids)).toBe(false);
  else expect(codes).toEqual(dictionaryCodes(ids));
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
  it("are numbered as a dictionary would, wherever they are numbered at all", () => {
    let counted = 0;
    fc.assert(
      fc.property(someIds, (ids) => {
        const codes = codesOf(ids);
        if (codes !== "not in sequence") counted += 1;
        expectSound(ids, codes);
        expectSound(
          ids,
          codesOf(ids, (sequence, id) => sequence.code(id)),
        );
      }),
      { numRuns: CASES, seed: SEED },
    );
    expect(counted).toBeGreaterThan(CASES / 3);
  });

  it("go on from one stretch to the next", () => {
    let counted = 0;
    fc.assert(
      fc.property(someIds, fc.array(fc.nat(16), { maxLength: 4 }), (ids, cuts) => {
        const codes = codesInStretches(ids, cuts);
        if (codes !== "not in sequence") counted += 1;
        expectSound(ids, codes);
      }),
      { numRuns: CASES, seed: SEED },
    );
    expect(counted).toBeGreaterThan(CASES / 3);
  });

  it.each([
    ["rise", ["8", "9", "10", "11"], [0, 1, 2, 3]],
    ["fall", ["#11", "#10", "#9"], [0, 1, 2]],
    ["stay the same on the rows of an order", ["7", "7", "8", "8", "8", "9"], [0, 0, 1, 1, 1, 2]],
    ["come back later", ["7", "8", "7"], "not in sequence"],
    ["turn", ["9", "8", "8", "9"], "not in sequence"],
    ["have zeros in front", ["007", "008", "010"], [0, 1, 2]],
    ["turn where they were not", ["5", "6", "7", "2", "3", "1"], [0, 1, 2, 3, 4, 5]],
    ["be a run within another", ["5", "9", "6", "7"], "not in sequence"],
    ["have zeros in front of some", ["7", "08", "9"], "not in sequence"],
    ["mix numbers and words", ["9", "10", "#10", "11"], "not in sequence"],
  ] as const)("may %s", (_, ids, codes) => {
    expect(codesOf(ids)).toEqual(codes);
  });

  it("of the next file of a source may lie elsewhere, but not meet those before", () => {
    const sequence = new OrderSequence();
    expect(["5", "6"].map((id) => codeOf(sequence, id))).toEqual([0, 1]);
    sequence.startFile(0);
    expect(["4", "3", "2"].map((id) => codeOf(sequence, id))).toEqual([2, 3, 4]);
    sequence.startFile(0);
    const run = { first: Buffer.from("7"), last: Buffer.from("9"), direction: 1 };
    expect(sequence.append({ runs: [run], length: 3 })).toBe(5);
    expect(["9", "10"].map((id) => codeOf(sequence, id))).toEqual([7, 8]);
    expect(() => sequence.finish()).not.toThrow();
    sequence.startFile(0);
    codeOf(sequence, "3");
    expect(() => sequence.finish()).toThrow(NotInSequence);
  });

  it("of another source are other ids", () => {
    const sequence = new OrderSequence();
    sequence.startFile(0);
    codeOf(sequence, "5");
    sequence.startFile(1);
    expect(codeOf(sequence, "5")).toBe(1);
    expect(() => sequence.finish()).not.toThrow();
  });

  it("that turn all the time are told before all are read", () => {
    const sequence = new OrderSequence();
    const turning = Array.from({ length: 1000 }, (_, index) => String(index % 2 === 0 ? 1000 + index : 5000 - index));
    expect(() => turning.map((id) => codeOf(sequence, id))).toThrow(NotInSequence);
    expect(sequence.length).toBeLessThan(200);
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
    const all = places.slice(1).flatMap((end, index) => {
      const stretch = new OrderSequence();
      const codes = ids.slice(places[index], end).map((id) => codeOf(stretch, id));
      const span = stretch.span();
      const offset = span === null ? 0 : table.append(span);
      return codes.map((code) => code + offset);
    });
    table.finish();
    return all;
  } catch (error) {
    if (error instanceof NotInSequence) return "not in sequence";
    throw error;
  }
}
