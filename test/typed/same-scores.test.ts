import { readdir, readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { parquetWriteBuffer } from "hyparquet-writer";
import { expect, it } from "vitest";
import { parseCells } from "../../src/csv/parse-cells.ts";
import { withFiles } from "../support/both-readers.ts";
import { ONLINE_RETAIL, runRfm } from "../support/in-process.ts";
import { type WrittenCell, writeWorkbook } from "../support/write-workbook.ts";

/** One month, and every fifth of its rows; `npm run test:long` reads all rows of all six. */
const [MONTHS, STEP] = process.env["RFM_LONG_TESTS"] === "1" ? [6, 1] : [1, 5];

const DAY = 86_400_000;

/** Rows of a month, each of which is a line, below its header. */
async function textOf(file: string): Promise<string> {
  const lines = gunzipSync(await readFile(`${ONLINE_RETAIL}${file}`))
    .toString("utf8")
    .split("\n");
  return lines.filter((_, at) => at % STEP === 0).join("\n");
}

/** A month of the real export, its cells as they are typed: moments in milliseconds, numbers, texts, and blanks. */
async function monthOf(
  file: string,
): Promise<{ readonly header: readonly string[]; readonly rows: readonly (readonly (string | number | null)[])[] }> {
  const text = await textOf(file);
  const [header, ...records] = (await parseCells(text, file, {})).map(({ cells }) => cells);
  const rows = records.map((cells) =>
    cells.map((cell, column) => {
      if (cell === "") return null;
      if (column === 4) {
        const [, month = 0, day = 0, year = 0, hour = 0, minute = 0] = (
          /(\d+)\/(\d+)\/(\d+) (\d+):(\d+)/.exec(cell) ?? []
        ).map(Number);
        return Date.UTC(year, month - 1, day, hour, minute);
      }
      return [3, 5, 6].includes(column) ? Number(cell) : cell;
    }),
  );
  return { header: header ?? [], rows };
}

const KINDS: Readonly<Record<string, (month: Awaited<ReturnType<typeof monthOf>>) => Buffer>> = {
  xlsx: ({ header, rows }) =>
    writeWorkbook({
      sheets: [
        {
          name: "Sales",
          rows: [
            header,
            ...rows.map((cells) =>
              cells.map((cell, column): WrittenCell => (column === 4 ? { stamp: Number(cell) / DAY + 25_569 } : cell)),
            ),
          ],
        },
      ],
    }),
  parquet: ({ header, rows }) =>
    Buffer.from(
      parquetWriteBuffer({
        columnData: header.map((name, column) => ({
          name,
          data: rows.map((cells) => (column === 4 ? new Date(Number(cells[column])) : cells[column])),
          type: column === 4 ? "TIMESTAMP" : [3, 5, 6].includes(column) ? "DOUBLE" : "STRING",
        })),
      }),
    ),
  ndjson: ({ header, rows }) =>
    Buffer.from(
      rows
        .map((cells) =>
          JSON.stringify(
            Object.fromEntries(
              header.map((name, column) => [
                name,
                column === 4 ? new Date(Number(cells[column])).toISOString().slice(0, 19) : cells[column],
              ]),
            ),
          ),
        )
        .join("\n"),
    ),
};

it("real months give the same scores as CSV, as workbooks, as Parquet and as JSON lines", {
  timeout: 180_000,
}, async () => {
  const all = (await readdir(ONLINE_RETAIL)).filter((name) => name.endsWith(".csv.gz")).sort();
  const months = all.slice(0, MONTHS);
  const csv: Record<string, Buffer> = {};
  for (const name of months) csv[name.replace(".gz", "")] = Buffer.from(await textOf(name));
  const expected = await withFiles(csv, (folder) => runRfm(["score", folder]));
  expect(expected.status, expected.stderr).toBe(0);
  expect(expected.stdout.split("\n").length).toBeGreaterThan(150);
  for (const [kind, write] of Object.entries(KINDS)) {
    const files: Record<string, Buffer> = {};
    for (const name of months) files[name.replace("csv.gz", kind)] = write(await monthOf(name));
    const scored = await withFiles(files, (folder) => runRfm(["score", folder]));
    expect(scored.status, scored.stderr).toBe(0);
    expect(scored.stdout === expected.stdout, kind).toBe(true);
  }
});
