import { describe, expect } from "vitest";
import { it } from "../support/run-rfm.ts";

const EXPORT = `order_id,customer_id,date,amount
1,anna,2026-01-03,12.50
2,"ben, jr",2026-02-04,8.00
3,anna,2026-03-05,20.00
`;

describe.skipIf(process.platform !== "linux")(
  "a process without WebAssembly, or that may have few addresses for it",
  () => {
    it("reads exports all the same, with the tolerant reader", async ({ folder }) => {
      await folder.write({ "orders.csv": EXPORT });
      const usual = await folder.shell("rfm score orders.csv");
      const limited = await folder.shell("ulimit -v 4000000; rfm score orders.csv");
      const without = await folder.shell('"$node" --jitless "$bin" score orders.csv');
      expect(limited).toEqual(usual);
      expect({ ...without, stderr: "" }).toEqual({ ...usual, stderr: "" }); // Node itself may warn of the flag
      expect(usual.status).toBe(0);
      expect((await folder.shell("ulimit -v 4000000; rfm inspect orders.csv")).stdout).toContain("tolerant reader");
      expect((await folder.shell("rfm inspect orders.csv")).stdout).not.toContain("tolerant reader");
    });
  },
);
