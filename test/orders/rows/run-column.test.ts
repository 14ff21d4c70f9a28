import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RunColumn, type Runs } from "../../../src/orders/rows/run-column.ts";

const someValues = fc.array(
  fc.record({ value: fc.nat(5), times: fc.integer({ min: 1, max: 4 }), rises: fc.boolean() }),
  { maxLength: 20 },
);

/** Numbers of which many follow from the one before. */
const someParts = fc.array(
  someValues.map((runs) =>
    runs.flatMap(({ value, times, rises }) => Array.from({ length: times }, (_, index) => value + (rises ? index : 0))),
  ),
  { maxLength: 4 },
);

function columnOf(step: 0 | 1, values: readonly number[]): RunColumn {
  const column = new RunColumn(step);
  for (const value of values) column.append(value);
  return column;
}

function written(column: RunColumn): number[] {
  const whole = new Uint32Array(column.length);
  column.writeTo(whole);
  return [...whole];
}

function runsIn(values: readonly number[], step: number): number {
  return values.filter((value, row) => row === 0 || value !== (values[row - 1] as number) + step).length;
}

describe("a column of runs", () => {
  it.each([0, 1] as const)("gives back what was appended, one by one or from other columns, by steps of %i", (step) => {
    fc.assert(
      fc.property(someParts, (parts) => {
        const whole = new RunColumn(step);
        for (const part of parts) whole.appendRuns(columnOf(step, part).runs());
        const values = parts.flat();
        expect(written(whole)).toEqual(values);
        const { length, starts }: Runs = whole.runs();
        expect([length, starts.length]).toEqual([values.length, runsIn(values, step)]);
        expect(whole.runs()).toEqual(columnOf(step, values).runs());
        const rows = [...values.keys()];
        for (const asked of [rows, rows.toReversed(), rows.toSorted((a, b) => ((a * 7) % 11) - ((b * 7) % 11))]) {
          expect(asked.map((row) => whole.at(row))).toEqual(asked.map((row) => values[row]));
        }
        whole.append(7);
        expect(written(whole)).toEqual([...values, 7]);
      }),
    );
  });

  it("takes one run for lines that follow each other, and for one currency", () => {
    expect(columnOf(1, [2, 3, 4, 5]).runs().starts).toHaveLength(1);
    expect(columnOf(0, [1, 1, 1, 1]).runs().starts).toHaveLength(1);
    expect(columnOf(1, [2, 3, 5, 6, 6]).runs().values).toEqual(Uint32Array.of(2, 5, 6));
  });
});
