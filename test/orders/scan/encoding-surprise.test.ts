import { describe, expect, it } from "vitest";
import { expectAgreement, withFiles } from "../../support/both-readers.ts";

/** Large enough that its encoding is told from its beginning, by the bytes of its rows. */
const ROWS = 20_000;
const FILLER = "x".repeat(230);
const LATE = ROWS - 3;

function exportWith(late: (row: number) => Buffer): Buffer {
  const rows = Array.from({ length: ROWS }, (_, row) => {
    const place = `${row},${row % 1000},2026-0${1 + (row % 6)}-11,${row % 90}.50,${FILLER},`;
    return row === LATE ? Buffer.concat([Buffer.from(place), late(row)]) : Buffer.from(`${place}paid\n`);
  });
  return Buffer.concat([Buffer.from("order_id,customer_id,date,amount,notes,status\n"), ...rows]);
}

describe("a large export whose beginning is UTF-8", () => {
  it.each([
    ["goes on in UTF-8", Buffer.from("kümmel\n"), "kümmel"],
    ["has a letter of another encoding near its end", Buffer.from("k\xfcmmel\n", "latin1"), "kümmel"],
    ["has a letter that is cut off by the end of its line", Buffer.from([0x6b, 0xc3, 0x0a]), null],
    ["has NUL bytes near its end", Buffer.from("pa\0id\n"), null],
  ])("%s, which every reader sees", async (_, cell, word) => {
    await withFiles({ "orders.csv": exportWith(() => cell) }, async (cwd, names) => {
      const cutting = { threads: 3, segmentBytes: 700_000, pick: (job: number) => job % 3 };
      const { shown } = await expectAgreement(names, [cutting], { cwd });
      if (word !== null) expect(JSON.stringify(shown)).toContain(word);
    });
  });
});
