/** What happens where something that the reading took for granted turns out otherwise. */
import { describe, expect, it } from "vitest";
import { ThreadsLost } from "../../src/csv/threads/threads-lost.ts";
import { firstChoices, restartWith } from "../../src/orders/read-files.ts";
import { readOrders } from "../../src/orders/read-orders.ts";
import {
  EncodingSurprise,
  NeedsRowHashes,
  NeedsTolerantReader,
  OrderIdsNotKept,
  OrderIdsOutOfTurn,
  OrderIdsRepeat,
} from "../../src/orders/rows/restart-reasons.ts";
import type { RowThreads } from "../../src/orders/scan/segment-jobs.ts";
import { expectAgreement, withFiles } from "../support/both-readers.ts";
import { outcomeOf, shownOutcome } from "../support/shown-history.ts";

const ROWS = Array.from({ length: 400 }, (_, row) => `${row},c${row % 7},2026-0${1 + (row % 6)}-11,${row}.50`);
const EXPORT = Buffer.from(`order_id,customer_id,date,amount\n${ROWS.join("\n")}\n`);

describe("a second reading", () => {
  it("comes once for each reason, so that none is read for ever", () => {
    const choices = firstChoices({ orderIds: "not needed" });
    for (const error of [
      new EncodingSurprise(),
      new OrderIdsOutOfTurn(),
      new OrderIdsRepeat(),
      new OrderIdsNotKept(),
      new NeedsRowHashes(),
      new NeedsTolerantReader(1),
    ]) {
      expect(restartWith(choices, error)).toBe(true);
      expect(restartWith(choices, error)).toBe(false);
    }
    expect(restartWith(choices, new OrderIdsRepeat())).toBe(false);
    expect(restartWith(choices, new NeedsTolerantReader(0))).toBe(true);
    expect(restartWith(choices, new Error("another"))).toBe(false);
  });

  it("is by one thread where the others are lost", async () => {
    await withFiles({ "orders.csv": EXPORT }, async (cwd, names) => {
      const alone = shownOutcome(await outcomeOf(() => readOrders(names, { threads: 1 }, { cwd })));
      let closed = 0;
      const lost: RowThreads = {
        run: () => {
          const never = Promise.reject(new ThreadsLost());
          never.catch(() => {}); // looked at when its turn comes
          return never;
        },
        reuse: () => {},
        forget: () => {},
        shrink: () => {},
        close: async () => {
          closed += 1;
        },
      };
      const read = (): ReturnType<typeof readOrders> =>
        readOrders(names, { threads: 2, segmentBytes: 500, startThreads: () => lost }, { cwd });
      expect(shownOutcome(await outcomeOf(read))).toEqual(alone);
      expect(closed).toBe(1);
    });
  });
});

describe("exports with more columns than the scanner numbers", () => {
  it("are read all the same, also where every column is compared", async () => {
    const blank = ",".repeat(32_780);
    const file = (rows: readonly string[]): Buffer =>
      Buffer.from([`${blank}order_id,customer_id,date,amount`, ...rows.map((row) => `${blank}${row}`), ""].join("\n"));
    const files = { "a.csv": file(ROWS.slice(0, 4)), "b.csv": file(ROWS.slice(2, 6)) };
    await withFiles(files, async (cwd, names) => {
      const cutting = { threads: 2, segmentBytes: 70_000, pick: (job: number): number => job };
      await expectAgreement(names, [cutting], { cwd });
    });
  });
});
