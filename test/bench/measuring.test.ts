import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { differencesOf, fingerprintOf } from "../../bench/measure/fingerprint.ts";
import { runProcess } from "../../bench/measure/run-process.ts";
import type { ScenarioResult } from "../../bench/measure/scenario-result.ts";
import { median, medianRatio } from "../../bench/report/ratios.ts";
import { ratioTable } from "../../bench/report/table.ts";

describe("measuring a process", () => {
  it.runIf(process.platform === "linux")("finds its time, processor time and most memory", async () => {
    const busy = `
      const block = Buffer.alloc(150e6, 1);
      const start = process.cpuUsage();
      const used = () => process.cpuUsage(start).user + process.cpuUsage(start).system;
      while (used() < 400_000);
      setTimeout(() => {}, 350);`;
    const { wall, cpu, memory } = await runProcess({ program: process.execPath, args: ["-e", busy] });
    expect(wall).toBeGreaterThan(0.7);
    expect(cpu).toBeGreaterThan(0.39); // of its own time, however many share the machine
    expect(cpu).toBeLessThan(wall);
    expect(memory).toBeGreaterThan(150e6);
    expect(memory).toBeLessThan(400e6);
  });

  it("fails with what a failing process said", async () => {
    const failing = runProcess({ program: process.execPath, args: ["-e", 'throw new Error("no such peer")'] });
    await expect(failing).rejects.toThrow(/ended with 1[\s\S]*no such peer/);
  });

  it("writes standard output to a file", async () => {
    await inFolder(async (folder) => {
      const stdout = join(folder, "out.txt");
      await runProcess({ program: process.execPath, args: ["-e", 'console.log("hello")'], stdout });
      expect(readFileSync(stdout, "utf8")).toBe("hello\n");
    });
  });
});

const HEADER =
  "customer_id,first_order,last_order,recency_days,frequency,monetary_value,average_order_value,r_score,f_score,m_score,rfm_cell,segment";
const ANNA = "anna,2026-01-01,2026-03-01,3,2,30.50,15.25,5,4,3,543,Loyal";
const BEN = "ben,2026-02-01,2026-02-01,31,1,7.00,7,1,1,1,111,Lost";

describe("the fingerprint of a result", () => {
  it("adds up customers, orders, money, days, scores and segments", async () => {
    const { customerHash, ...sums } = await fingerprintOfText(`${HEADER}\n${ANNA}\n${BEN}\n`);
    expect(sums).toEqual({
      customers: 2,
      orders: 3,
      money: "3750",
      recencyDays: 34,
      scores: { r: [1, 0, 0, 0, 1], f: [1, 0, 0, 1, 0], m: [1, 0, 1, 0, 0] },
      segments: { Lost: 1, Loyal: 1 },
    });
    expect(customerHash).toMatch(/^[0-9a-f]+$/);
  });

  it("is the same for other rows' order, quotes and ways to write a number", async () => {
    const a = await fingerprintOfText(`${HEADER}\n${ANNA}\n${BEN}\n`);
    const b = await fingerprintOfText(
      `${HEADER}\n"ben",2026-02-01,2026-02-01,31,1,7,7.0,1,1,1,"111","Lost"\n${ANNA.replace("30.50", "30.499999999999996")}\n`,
    );
    expect(differencesOf(a, b)).toEqual([]);
  });

  it.each([
    ["another customer", "anna", "anne", ["customerHash"]],
    ["another day", "2026-03-01", "2026-03-02", ["customerHash"]],
    ["a cent", "30.50", "30.51", ["money", "customerHash"]],
    ["another segment", "Loyal", "Champions", ["segments", "customerHash"]],
  ])("tells %s", async (_what, from, to, differing) => {
    const right = await fingerprintOfText(`${HEADER}\n${ANNA}\n`);
    const wrong = await fingerprintOfText(`${HEADER}\n${ANNA.replace(from, to)}\n`);
    expect(differencesOf(wrong, right).map((difference) => difference.split(":")[0])).toEqual(differing);
  });

  it("needs all columns", async () => {
    await expect(fingerprintOfText("customer_id,frequency\nanna,2\n")).rejects.toThrow(/no column first_order/);
  });
});

describe("ratios", () => {
  it("are medians of what the rounds gave, not of medians", () => {
    const costs = (walls: readonly number[]) => walls.map((wall) => ({ wall, cpu: null, memory: 100 }));
    const [rfm, peer] = [costs([1, 2, 4]), costs([3, 4, 4])]; // 3, 2 and 1 times as much
    expect(medianRatio(peer, rfm, "wall")).toBe(2);
    expect(medianRatio(peer, rfm, "memory")).toBe(1);
    expect(medianRatio(peer, rfm, "cpu")).toBeNull();
  });

  it("have a median of an even number too", () => {
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([])).toBeNaN();
  });

  it("stand in a Markdown table", () => {
    const cost = (wall: number, cpu: number, memory: number) => [{ wall, cpu, memory }];
    const result: ScenarioResult = {
      name: "narrow",
      title: "14 columns",
      rows: 5_000_000,
      bytes: 625_000_000,
      reader: "scanner",
      customers: 480_000,
      peers: [
        { name: "rfm", version: "1.0.0" },
        { name: "duckdb", version: "1.5" },
      ],
      costs: { rfm: cost(2, 3, 400e6), duckdb: cost(2.5, 4.5, 1000e6) },
    };
    expect(ratioTable([result])).toBe(
      [
        "| file                               | program              | wall   | processor | peak memory |",
        "| ---------------------------------- | -------------------- | ------ | --------- | ----------- |",
        "| 14 columns: 5 million rows, 625 MB | rfm (scanner reader) | 2.00 s | 3.00 s    | 400 MB      |",
        "|                                    | duckdb 1.5           | 1.25 × | 1.50 ×    | 2.50 ×      |",
        "",
      ].join("\n"),
    );
  });
});

async function fingerprintOfText(text: string): Promise<ReturnType<typeof fingerprintOf>> {
  return inFolder(async (folder) => {
    writeFileSync(join(folder, "scores.csv"), text);
    return fingerprintOf(join(folder, "scores.csv"));
  });
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "rfm-measuring-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
