import { describe, expect, it } from "vitest";
import { TooManyRejectsError } from "../../src/errors.ts";
import { readLines } from "../support/read-csv.ts";

const HEADER = "order_id,customer_id,order_date,total";

describe("rows that cannot be read", () => {
  it("do not stop the run up to three of them, or one in a hundred", async () => {
    const good = Array.from({ length: 400 }, (_, index) => `${index + 10},anna,2026-03-01,1.00`);
    const bad = (count: number) => Array.from({ length: count }, (_, index) => `${index + 1000},ben,2026-03-41,1.00`);
    expect((await readLines([HEADER, good[0] ?? "", ...bad(3)])).rejects).toHaveLength(3);
    await expect(readLines([HEADER, good[0] ?? "", ...bad(4)])).rejects.toThrow(TooManyRejectsError);
    expect((await readLines([HEADER, ...good, ...bad(4)])).rejects).toHaveLength(4); // 4 of 404
    await expect(readLines([HEADER, ...good, ...bad(5)])).rejects.toThrow(/5 of 405 rows.*1%/);
  });

  it("stop the run as the option says", async () => {
    const lines = [HEADER, "1,anna,2026-03-41,1.00", "2,ben,2026-03-01,1.00"];
    await expect(readLines(lines, { maxRejects: { rows: 0 } })).rejects.toThrow(TooManyRejectsError);
    expect((await readLines(lines, { maxRejects: { rows: 1 } })).rejects).toHaveLength(1);
    await expect(readLines(lines, { maxRejects: { rows: 0 } })).rejects.toThrow(/orders\.csv line 2, "2026-03-41"/);
  });
});
