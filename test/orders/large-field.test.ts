import { execFile } from "node:child_process";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RfmError } from "../../src/errors.ts";
import { ledgerNow, readBytes } from "../support/read-bytes.ts";

const MIB = 1024 * 1024;

/** Reading a file of any kind may take this much more memory than the program itself has. */
const MOST_GROWTH = 600 * MIB;

const LIBRARY = new URL("../../dist/index.js", import.meta.url).href;

/** Reads a file with the built library, and says how it ended and how far the memory grew at its peak. */
const CHILD = `
  const { readOrders } = await import(${JSON.stringify(LIBRARY)});
  const peak = () => process.resourceUsage().maxRSS * 1024;
  const before = peak();
  const outcome = await readOrders([process.argv[1]]).then(
    ({ rows }) => ({ rows }),
    (error) => ({ kind: error.kind ?? "", message: error.message }),
  );
  process.stdout.write(JSON.stringify({ ...outcome, growth: peak() - before }));
`;

interface Outcome {
  readonly rows?: number;
  readonly kind?: string;
  readonly message?: string;
  readonly growth: number;
}

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rfm-large-"));
});
afterAll(() => rm(folder, { recursive: true }));

describe("a field of about 64 MiB", () => {
  const SHORT = [{ where: "in quotes that are never closed", mib: 64, before: '2,ben,2026-03-05,9.50,"', after: "\n" }];
  const LONG = [
    { where: "in quotes, in a column that is not needed", mib: 16, before: '2,ben,2026-03-05,9.50,"', after: '"\n' },
    { where: "in quotes, larger than is read", mib: 64, before: '2,ben,2026-03-05,9.50,"', after: '"\n' },
    { where: "in quotes, in the amount column", mib: 60, before: '2,ben,2026-03-05,"', after: '",\n' },
    { where: "in quotes, in the customer column", mib: 60, before: '2,"', after: '",2026-03-05,9.50,\n' },
    { where: "without quotes", mib: 60, before: "2,ben,2026-03-05,9.50,", after: "\n" },
  ];
  it.each(process.env["RFM_LONG_TESTS"] === "1" ? [...SHORT, ...LONG] : SHORT)(
    "$where, keeps memory bounded and ends with a result or an error in words",
    async (row) => {
      const path = join(folder, "large.csv");
      await writeLarge(path, row);
      const outcome = await readInChild(path);
      expect(outcome.growth).toBeLessThan(MOST_GROWTH);
      if (row.mib < 64) expect(outcome.rows).toBe(3);
      else expect(outcome.kind).toBe("input");
    },
    120_000,
  );
});

describe("a cell of many characters that is no number and no date", () => {
  const LONG = 20_000;
  it.each([
    { what: "points", cell: `${".".repeat(3000)}#` },
    { what: "digits", cell: "9".repeat(LONG * 10) },
    { what: "powers of ten", cell: "1e1".repeat(LONG) },
    { what: "groups of digits", cell: `1${",000".repeat(LONG)}` },
    { what: "signs", cell: "-".repeat(LONG) },
    { what: "blanks between digits", cell: `1${" ".repeat(LONG)}1x` },
    { what: "letters", cell: `${"k".repeat(3000)}1${"r".repeat(3000)}%` },
    { what: "commas and minuses", cell: `1${",-".repeat(LONG)}1` },
    { what: "brackets", cell: `${"(".repeat(LONG)}1${")".repeat(LONG)}` },
  ])("as an amount of $what, is set aside at once, not after trying every way to read it", async ({ cell }) => {
    const start = performance.now();
    const history = await readBytes(Buffer.from(`${HEADER}\n1,anna,2026-03-04,5.00,\n2,ben,2026-03-05,"${cell}",\n`));
    expect(history.rejects.map(({ line, reason }) => ({ line, reason }))).toEqual([
      { line: 3, reason: "unreadable amount" },
    ]);
    expect(performance.now() - start).toBeLessThan(20_000); // a hang, not a slow machine
  });

  it.each([
    { what: "blanks", cell: `2026-03-05 12:00${" ".repeat(LONG)}x` },
    { what: "line breaks", cell: `2026-03-05 12:00${"\n".repeat(LONG)}x` },
    { what: "blanks before the time", cell: `2026-03-05${" ".repeat(LONG)}x` },
    { what: "digits", cell: "9".repeat(LONG * 10) },
    { what: "letters", cell: `5 ${"m".repeat(LONG)} 2026` },
    { what: "points", cell: `5${".".repeat(LONG)}3.2026` },
  ])("as a date of $what, is set aside at once, not after trying every way to read it", async ({ cell }) => {
    const start = performance.now();
    const history = await readBytes(Buffer.from(`${HEADER}\n1,anna,2026-03-04,5.00,\n2,ben,"${cell}",9.50,\n`));
    expect(history.rejects.map(({ line, reason }) => ({ line, reason }))).toEqual([
      { line: 3, reason: "unreadable date" },
    ]);
    expect(performance.now() - start).toBeLessThan(20_000); // a hang, not a slow machine
  });
});

describe("a file with far more of something than an export has", () => {
  it("has 20,000 blank rows, which are counted and set aside", async () => {
    const blanks = `${"\n".repeat(10_000)}${",,,,\n".repeat(10_000)}`;
    const history = await readBytes(
      Buffer.from(`${HEADER}\n1,anna,2026-03-04,5.00,\n${blanks}2,ben,2026-03-05,9.50,\n`),
    );
    expect(ledgerNow(history)).toMatchObject({
      rows: 20_002,
      usedRows: 2,
      usedMoney: 145_000n,
      setAside: [{ reason: "blank line", rows: 20_000, line: 3 }],
    });
  });

  it.each([
    {
      where: "first",
      header: (many: string) => `${HEADER},${many}`,
      row: (many: string) => `1,anna,2026-03-04,5.00,,${many}`,
    },
    {
      where: "last",
      header: (many: string) => `${many},${HEADER}`,
      row: (many: string) => `${many},1,anna,2026-03-04,5.00,`,
    },
  ])(
    "has 50,000 columns, those that are needed $where: it is read, or refused for what is wrong with it",
    async ({ header, row }) => {
      const names = Array.from({ length: 50_000 }, (_, index) => `Column ${index}`).join(",");
      const blanks = ",".repeat(49_999);
      const start = performance.now();
      const outcome = await readBytes(Buffer.from(`${header(names)}\n${row(blanks)}\n`)).catch(
        (error: unknown) => error,
      );
      expect(performance.now() - start).toBeLessThan(60_000);
      if (outcome instanceof Error) {
        expect(outcome).toBeInstanceOf(RfmError);
        expect(outcome.message).toMatch(/long|too many/); // not that it has no rows, or lacks a column
      } else expect(outcome).toMatchObject({ rows: 1, rejects: [] });
    },
  );
});

const HEADER = "Order ID,Customer ID,Order date,Total,Notes";

const PROSE = "All work and no play makes Jack a dull boy. ";

/** A file of three orders, the second of which has that much prose in it. */
async function writeLarge(path: string, row: { mib: number; before: string; after: string }): Promise<void> {
  const block = PROSE.repeat(Math.ceil(MIB / PROSE.length)).slice(0, MIB);
  const parts = function* (): Generator<string> {
    yield `${HEADER}\n1,anna,2026-03-04,5.00,\n${row.before}`;
    for (let count = 0; count < row.mib; count += 1) yield block;
    yield `${row.after}3,cara,2026-03-06,1.25,\n`;
  };
  await pipeline(Readable.from(parts()), createWriteStream(path));
  expect((await stat(path)).size).toBeGreaterThan(row.mib * MIB);
}

async function readInChild(path: string): Promise<Outcome> {
  const args = ["--input-type=module", "--eval", CHILD, path];
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd: fileURLToPath(new URL(".", import.meta.url)),
  });
  return JSON.parse(stdout) as Outcome; // written by the script above
}
