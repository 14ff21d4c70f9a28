import { describe, expect, it } from "vitest";
import { RfmError } from "../../src/errors.ts";
import { ledgerNow, readBytes } from "../support/read-bytes.ts";

/** More than the scanner numbers. */
const COLUMNS = process.env["RFM_LONG_TESTS"] === "1" ? 50_000 : 20_000;

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
    `has ${COLUMNS} columns, those that are needed $where: it is read, or refused for what is wrong with it`,
    async ({ header, row }) => {
      const names = Array.from({ length: COLUMNS }, (_, index) => `Column ${index}`).join(",");
      const blanks = ",".repeat(COLUMNS - 1);
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
