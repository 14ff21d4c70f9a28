/**
 * What only a process of its own shows: which modules a run loads, and what becomes of it where the machine has little memory,
 * few addresses, no threads, or no room for files.
 */
import { createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { describe, expect } from "vitest";
import { type Folder, it, runRfm } from "../support/run-rfm.ts";

const EXPORT = `order_id,customer_id,date,amount
1,anna,2026-01-03,12.50
2,"ben, jr",2026-02-04,8.00
3,anna,2026-03-05,20.00
`;

describe.skipIf(process.platform !== "linux")("without WebAssembly, or with few addresses for it", () => {
  it("reads exports all the same, with the tolerant reader", async ({ folder }) => {
    await folder.write({ "orders.csv": EXPORT });
    const usual = await folder.rfm("score orders.csv");
    const limited = await folder.shell("ulimit -v 4000000; rfm score orders.csv");
    const without = await folder.shell('"$node" --jitless "$bin" score orders.csv');
    expect(limited).toEqual(usual);
    expect({ ...without, stderr: "" }).toEqual({ ...usual, stderr: "" }); // Node itself may warn of the flag
    expect(usual.status).toBe(0);
    expect((await folder.shell("ulimit -v 4000000; rfm inspect orders.csv")).stdout).toContain("tolerant reader");
    expect((await folder.rfm("inspect orders.csv")).stdout).not.toContain("tolerant reader");
  });
});

/** Enough bytes for several threads, in few rows. */
const ROWS = 80_000;
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
    const alone = await folder.rfm("score orders.csv --threads 1");
    const lost = await folder.shell('"$node" --require ./no-threads.cjs "$bin" score orders.csv --threads 2');
    expect(lost).toEqual(alone);
    expect(alone.status).toBe(0);
    expect((await folder.rfm("score orders.csv --threads 2")).stdout).toBe(alone.stdout);
  });
});

describe("the writer of workbooks", () => {
  /** Names, on standard error, every module of the writer that a run loads. */
  const SPY = `import Module from "node:module"; const load = Module._load;
    Module._load = (name, ...rest) => { if (/^fflate$|workbook-report/.test(name)) console.error("LOADED"); return load(name, ...rest); };`;
  const env = { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(SPY)}` };

  it("is loaded by a report that needs it, and by nothing else", async () => {
    const input = { stdin: "customer,order,date,amount\na,A1,2026-03-05,12.50\n", env };
    expect((await runRfm("score - -q", input)).stderr).not.toContain("LOADED");
    expect((await runRfm("report - -q", input)).stderr).not.toContain("LOADED");
    expect((await runRfm("report - -q --format xlsx", input)).stderr).toContain("LOADED");
  });
});

describe("a folder of lists", () => {
  it("is left as it was when the disk takes no more", async ({ folder }) => {
    await folder.write({ "orders.csv": EXPORT, "lists/champions.csv": "an earlier list\n" });
    const before = await folder.list();
    const { status } = await folder.shell("ulimit -f 0; rfm lists orders.csv --out lists");
    expect(status).toBe(5);
    expect(await folder.list()).toEqual(before);
    expect(await folder.read("lists/champions.csv")).toBe("an earlier list\n");
  });
});

const MIB = 1024 * 1024;

/** Reading a file may take this much more memory than the program itself has, and so many times the field. */
const [MOST_GROWTH, MOST_COPIES] = [150 * MIB, 7];

/** Reads a file with the built library, and says how it ended and how far the memory grew at its peak. */
const READER = `
  const { readOrders } = await import(${JSON.stringify(new URL("../../dist/index.js", import.meta.url).href)});
  const peak = () => process.resourceUsage().maxRSS * 1024;
  const before = peak();
  const outcome = await readOrders([process.argv[2]]).then(
    ({ rows }) => ({ rows }),
    (error) => ({ kind: error.kind ?? "", message: error.message }),
  );
  process.stdout.write(JSON.stringify({ ...outcome, growth: peak() - before }));
`;

interface LargeField {
  readonly where: string;
  readonly mib: number;
  readonly isRead: boolean;
  readonly before: string;
  readonly after: string;
}

describe("a field of many MiB", () => {
  const NOTES = '2,ben,2026-03-05,9.50,"';
  const SHORT: readonly LargeField[] = [
    { where: "in quotes that are never closed", mib: 16, isRead: false, before: NOTES, after: "\n" },
  ];
  const LONG: readonly LargeField[] = [
    { where: "in quotes that are never closed", mib: 64, isRead: false, before: NOTES, after: "\n" },
    { where: "in quotes, in a column that is not needed", mib: 16, isRead: true, before: NOTES, after: '"\n' },
    { where: "in quotes, larger than is read", mib: 64, isRead: false, before: NOTES, after: '"\n' },
    { where: "in quotes, in the amount column", mib: 60, isRead: true, before: '2,ben,2026-03-05,"', after: '",\n' },
    { where: "in quotes, in the customer column", mib: 60, isRead: true, before: '2,"', after: '",2026-03-05,9.50,\n' },
    { where: "without quotes", mib: 60, isRead: true, before: "2,ben,2026-03-05,9.50,", after: "\n" },
  ];

  for (const field of process.env["RFM_LONG_TESTS"] === "1" ? [...SHORT, ...LONG] : SHORT) {
    it(`${field.where}, ${field.mib} MiB, keeps memory bounded and ends with a result or an error in words`, async ({
      folder,
    }) => {
      await folder.write({ "reader.mjs": READER });
      await writeLarge(folder, field);
      const { stdout } = await folder.shell('"$node" reader.mjs large.csv');
      const outcome: { rows?: number; kind?: string; growth: number } = JSON.parse(stdout);
      expect(outcome.growth).toBeLessThan(MOST_GROWTH + MOST_COPIES * field.mib * MIB);
      if (field.isRead) expect(outcome.rows).toBe(3);
      else expect(outcome.kind).toBe("input");
    }, 120_000);
  }
});

const PROSE = "All work and no play makes Jack a dull boy. ";

/** A file of three orders, the second of which has that much prose in it. */
async function writeLarge(folder: Folder, { mib, before, after }: LargeField): Promise<void> {
  const path = join(folder.path, "large.csv");
  const block = PROSE.repeat(Math.ceil(MIB / PROSE.length)).slice(0, MIB);
  const parts = function* (): Generator<string> {
    yield `Order ID,Customer ID,Order date,Total,Notes\n1,anna,2026-03-04,5.00,\n${before}`;
    for (let count = 0; count < mib; count += 1) yield block;
    yield `${after}3,cara,2026-03-06,1.25,\n`;
  };
  await pipeline(Readable.from(parts()), createWriteStream(path));
  expect((await stat(path)).size).toBeGreaterThan(mib * MIB);
}
