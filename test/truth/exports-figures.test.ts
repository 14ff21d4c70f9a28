import { describe, expect, it } from "vitest";
import { type RunResult, runInMemory } from "../commands/run-in-memory.ts";

const ROOT = new URL("../../", import.meta.url);

/** Runs `rfm` on rows given as standard input; the first is the header. */
function rfm(command: string, rows: readonly string[]): Promise<RunResult> {
  return runInMemory(command.split(" "), ROOT, `${rows.join("\n")}\n`);
}

describe("explain shows all that the exports have of a customer", () => {
  const rows = [
    "order_id,customer_id,order_date,amount,refunded,status",
    "1,ann,2024-01-05,100.00,0,paid",
    "2,ann,2024-02-05,50.00,50.00,paid",
    "3,ann,2024-03-05,30.00,0,cancelled",
    "4,ann,2024-04-05,80.00,20.00,paid",
    "5,bob,2024-04-06,10.00,0,paid",
  ];

  it("names refunded and cancelled orders with their money, beside those that count", async () => {
    const { stdout, stderr } = await rfm("explain - --id ann", rows);
    expect(stderr).not.toContain("rfm:");
    const text = stdout.replace(/\n +/g, " ");
    expect(text).toContain("2 orders from 2024-01-05 to 2024-04-05, worth 160.00 after 20.00 refunded on them.");
    expect(text).toContain("2 more orders or refunds do not count: status: 1 (30.00), zero amount: 1 (50.00).");
    expect(stdout).toMatch(/2024-03-05 +30\.00 +– +does not count: status/);
    expect(stdout).toMatch(/2024-02-05 +0\.00 +50\.00 +does not count: zero amount/);
    expect(stdout).toMatch(/2024-04-05 +60\.00 +20\.00/);
  });

  it("has them in JSON, apart from those that count", async () => {
    const { stdout } = await rfm("explain - --id ann --format json", rows);
    expect(JSON.parse(stdout)).toMatchObject({
      orders: [
        { day: "2024-01-05", amount: 100 },
        { day: "2024-04-05", amount: 60 },
      ],
      not_counted: [
        { order_id: "2", day: "2024-02-05", gross: 50, refund: 50, reason: "zero amount" },
        { order_id: "3", day: "2024-03-05", gross: 30, refund: 0, reason: "status" },
      ],
    });
  });

  it("counts what lies before the window as what does not count", async () => {
    const { stdout } = await rfm("explain - --id ann --window 1m", rows);
    const text = stdout.replace(/\n +/g, " ");
    expect(text).toContain("1 order on 2024-04-05, worth 60.00 after 20.00 refunded on them.");
    expect(text).toContain("before window: 2");
  });

  it("takes the customer by --id, and --customer for the column, as every command", async () => {
    const renamed = rows.map((row) => row.replace("customer_id", "who"));
    const found = await rfm("explain - --customer who --id ann --format json", renamed);
    expect(JSON.parse(found.stdout)).toMatchObject({ customer_id: "ann" });
    const without = await rfm("explain - --customer ann", rows);
    expect(without.status).toBe(2);
    expect(without.stderr).toContain("--id is missing");
  });

  it("says how far it looked ahead", async () => {
    const text = (await rfm("explain - --id ann", rows)).stdout.replace(/\n +/g, " ");
    expect(text).toContain("one order on any day from 2024-04-07 to 2024-07-05 (90 days)");
    expect(text).toContain("no order at all up to 2026-04-06");
  });
});
