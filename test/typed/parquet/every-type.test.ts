/** Files of `fixtures/parquet`, which other programs wrote in many ways: each cell says what Python's own types say. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseCells } from "../../../src/csv/parse-cells.ts";
import { fileSource, memorySource } from "../../../src/files/byte-source.ts";
import { readParquet } from "../../../src/typed/parquet/read-parquet.ts";
import type { TypedColumn, TypedTable } from "../../../src/typed/typed-table.ts";
import { runRfm } from "../../support/in-process.ts";

const FOLDER = new URL("../../../fixtures/parquet/", import.meta.url).pathname;
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith(".parquet"));

const [header = [], ...rows] = (
  await parseCells(readFileSync(`${FOLDER}every-type.csv`, "utf8"), "every-type.csv", {})
).map(({ cells }) => cells);

/** What the cells of a column say. */
function expected(file: string, name: string): readonly string[] {
  const column = header.indexOf(name);
  const texts = rows.map((cells) => cells[column] ?? "");
  // the old form of moments cannot say that they are on the shop's own clock
  return file === "int96.parquet" ? texts.map((text) => text.replace(/(:\d\d)$/, "$1Z")) : texts;
}

/** The columns of a file that can be read: all but those whose numbers DuckDB writes in a form of its own. */
function readable(file: string, table: TypedTable): readonly (readonly [number, string])[] {
  return [...(table.names ?? []).entries()].filter(([, name]) => file !== "duckdb-v2.parquet" || name !== "uint32");
}

async function open(file: string, kind: "disk" | "memory"): Promise<TypedTable> {
  const path = `${FOLDER}${file}`;
  if (kind === "memory") return readParquet(memorySource([readFileSync(path)], file), null);
  return readParquet(fileSource(path, file, statSync(path).size), path);
}

/** Their cells, by their place in the table. */
async function loaded(file: string, table: TypedTable): Promise<Readonly<Record<number, TypedColumn | undefined>>> {
  const places = readable(file, table).map(([at]) => at);
  const columns = await table.load(places);
  return Object.fromEntries(places.map((at, index) => [at, columns[index]]));
}

it("is refused where DuckDB wrote unsigned numbers in a form that others misread", async () => {
  const table = await open("duckdb-v2.parquet", "disk");
  expect([...(table.refused ?? [])]).toMatchObject([
    [
      table.names?.indexOf("uint32"),
      {
        kind: "input",
        message: `duckdb-v2.parquet: the column "uint32" holds unsigned numbers in DuckDB's form, which is not read`,
      },
    ],
  ]);
});

describe.each(FILES)("%s", (file) => {
  it.each(["disk", "memory"] as const)("says in each cell what was written, from %s", async (kind) => {
    const table = await open(file, kind);
    const count = file === "no-rows.parquet" ? 0 : 60;
    expect(table).toMatchObject({ length: count, nested: new Map() });
    const columns = await loaded(file, table);
    for (const [at, name] of readable(file, table)) {
      const texts = Array.from({ length: count }, (_, record) => columns[at]?.text(record));
      expect(texts, name).toEqual(expected(file, name).slice(0, count));
      // in any order, and past the end
      const backwards = Array.from({ length: count }, (_, record) => columns[at]?.text(count - 1 - record));
      expect(backwards.reverse(), name).toEqual(texts);
      expect(columns[at]?.text(count), name).toBe("");
    }
  });

  it("holds the bytes of the same texts", async () => {
    const table = await open(file, "disk");
    const columns = await loaded(file, table);
    for (const [at, name] of readable(file, table)) {
      const cell = columns[at]?.bytes?.();
      const entries = new Map<number, string>();
      for (let record = 0; record < table.length; record += 1) {
        if (cell?.seek(record) !== true) continue;
        const text = Buffer.from(cell.bytes.subarray(cell.start, cell.end)).toString("utf8");
        expect(text.replace("\ufeff", ""), `${name} ${record}`).toBe(columns[at]?.text(record));
        if (cell.entry < 0) continue;
        expect(cell.entry).toBeLessThan(cell.dictionary?.size ?? 0);
        entries.set(cell.entry, text);
      }
      if (file === "codec-none.parquet" && name === "category")
        expect([...entries.values()].sort()).toEqual(["a", "b", "c"]);
    }
  });
});

it("are days and amounts without their text where they are exact", async () => {
  const table = await open("codec-zstd.parquet", "disk");
  const names = ["date", "local_us", "utc_ns", "dec9", "dec38", "double", "small", "float", "time64", "text"];
  const columns = await table.load(names.map((name) => table.names?.indexOf(name) ?? -1));
  for (const [at, name] of names.entries()) {
    const texts = expected("", name);
    const days = texts.map((text) => (/^\d{4}-/.test(text) ? Date.parse(text.slice(0, 10)) / 86_400_000 : Number.NaN));
    const found = new Float64Array(texts.length);
    columns[at]?.stored?.days(0, found);
    expect([...found], name).toEqual(days);
    const isAmount = ["dec9", "double", "small"].includes(name);
    const amounts = texts.map((text) => (isAmount && text !== "" ? Math.round(Number(text) * 10_000) : Number.NaN));
    if (name === "dec38") continue;
    columns[at]?.stored?.amounts(0, found);
    expect([...found], name).toEqual(amounts);
  }
  // numbers of 38 digits are not held by 64 bits
  const first = new Float64Array(1);
  columns[4]?.stored?.amounts(0, first);
  expect(first[0]).toBeNaN();
  expect(columns[4]?.text(0)).toBe("9999999999999999999999999999.9999999999");
  expect(columns[4]?.type(0)).toBe("number");
});

describe("an encrypted column", () => {
  const score = (file: string, ...more: readonly string[]) =>
    runRfm(["score", `${FOLDER}encrypted/${file}.parquet`, ...more]);

  it("does no harm where it is not needed", async () => {
    const { status, stdout } = await score("encrypted-note");
    expect(status).toBe(0);
    expect(stdout).toContain("anna,2026-03-01,2026-03-03,0,2,14.50,");
  });

  it.each([
    ["encrypted-customer", [], "customer_id"],
    ["encrypted-note", ["--keep", "note"], "note"],
  ] as const)("is named where it is needed: %s", async (file, more, column) => {
    const { status, stderr, stdout } = await score(file, ...more);
    expect({ status, stdout }).toEqual({ status: 3, stdout: "" });
    expect(stderr).toContain(`${file}.parquet: the column "${column}" is encrypted, and it is needed`);
  });
});
