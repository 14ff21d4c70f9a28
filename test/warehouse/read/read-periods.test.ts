import { describe, expect, it } from "vitest";
import { dayNumber } from "../../../src/basics/calendar/days.ts";
import type { Cell } from "../../../src/warehouse/engines/engine.ts";
import { lookAtTable } from "../../../src/warehouse/read/look-at-table.ts";
import { readPeriods } from "../../../src/warehouse/read/read-periods.ts";
import { fakeEngine, requestFor } from "./fake-engine.ts";

const JANUARY = 2024 * 12;
/** Two customers who began in January, one of whom came back in February; one who only got 5.00 back. */
const CELLS: readonly (readonly Cell[])[] = [
  [JANUARY, JANUARY + 1, "1", "1", "1", "1", "1", "30000", "30000", "0", "0"],
  [null, JANUARY + 1, "1", "0", "0", "0", "0", "-50000", "0", "0", "0"],
  [JANUARY, JANUARY, "2", "2", "0", "1", "2", "30000", "30000", "30000", "20000"],
];
const OVERVIEW: readonly (readonly Cell[])[] = [
  [dayNumber(2024, 1, 5), "paid", "EUR", 1, 1, 1, 1, "2", "30000"],
  [dayNumber(2024, 2, 7), "paid", "EUR", 1, 1, 1, 1, "1", "30000"],
  [dayNumber(2024, 2, 9), "paid", "EUR", 1, 1, 1, -1, "1", "-50000"],
];

async function read(periods: readonly (readonly Cell[])[], asked: string[] = []): ReturnType<typeof readPeriods> {
  const engine = fakeEngine({ overview: OVERVIEW, periods, asked });
  return readPeriods(engine, await lookAtTable(engine, requestFor()), "month");
}

describe("readPeriods", () => {
  it("sorts the cells, and accounts for the rows of those who never bought", async () => {
    const { sums, ledger } = await read(CELLS);
    expect(sums.cells.map(({ began, period, buyers, net }) => [began, period, buyers, net])).toEqual([
      [JANUARY, JANUARY, 2, 30_000n],
      [JANUARY, JANUARY + 1, 1, 30_000n],
    ]);
    expect([sums.firstDay, sums.lastDay]).toEqual([dayNumber(2024, 1, 5), dayNumber(2024, 2, 9)]);
    expect([ledger.usedRows, ledger.purchases, ledger.usedMoney]).toEqual([3, 3, 60_000n]);
    expect(ledger.setAside).toMatchObject([{ reason: "no purchase", rows: 1, money: -50_000n }]);
  });

  it("asks for the table twice: once to look at it, once to add it up", async () => {
    const asked: string[] = [];
    await read(CELLS, asked);
    expect(asked).toHaveLength(2);
    expect(asked[1]?.match(/FROM "shop"\."orders"/g)).toHaveLength(1);
  });

  it("refuses a table in which nothing was bought", async () => {
    await expect(read([])).rejects.toThrow(/shop\.orders: nothing was bought on or before 2024-02-09/);
  });
});
