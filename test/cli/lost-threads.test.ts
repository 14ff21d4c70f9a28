import { describe, expect } from "vitest";
import { it } from "../support/run-rfm.ts";

/** Enough bytes for several threads, in few rows. */
const ROWS = 100_000;
const FILLER = "x".repeat(320);

describe("a large export whose threads end before they have begun", () => {
  it("is read by one thread, with the same result", async ({ folder }) => {
    const rows = Array.from(
      { length: ROWS },
      (_, row) => `${row},${row % 5000},2026-0${1 + (row % 6)}-11,9.50,${FILLER}\n`,
    );
    await folder.write({
      "orders.csv": `order_id,customer_id,date,amount,notes\n${rows.join("")}`,
      "no-threads.cjs": 'if (!require("node:worker_threads").isMainThread) throw new Error("no threads here");\n',
    });
    const alone = await folder.shell("rfm score orders.csv --threads 1");
    const lost = await folder.shell('"$node" --require ./no-threads.cjs "$bin" score orders.csv --threads 2');
    expect(lost).toEqual(alone);
    expect(alone.status).toBe(0);
    expect((await folder.shell("rfm score orders.csv --threads 2")).stdout).toBe(alone.stdout);
  });
});
