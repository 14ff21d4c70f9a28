/** What holds for every kind of file whose cells have types: where a rejected row stands, and what has nothing to say. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { parquetWriteBuffer } from "hyparquet-writer";
import { describe, expect, it } from "vitest";
import { inFolder, runRfm } from "../support/in-process.ts";
import { writeWorkbook } from "../support/write-workbook.ts";

const HEADER = ["order_id", "customer_id", "date", "total"];
const ROWS = [
  ["1", "a", "2026-03-01", "5.00"],
  ["2", "b", "soon", "6.00"],
  ["3", "c", "2026-03-03", "seven"],
];
const CSV = `${[HEADER, ...ROWS].map((row) => row.join(",")).join("\n")}\n`;
const NDJSON = `${ROWS.map((row) => JSON.stringify(Object.fromEntries(row.map((cell, at) => [HEADER[at], cell])))).join("\n")}\n`;
const PARQUET = Buffer.from(
  parquetWriteBuffer({
    columnData: HEADER.map((name, at) => ({ name, data: ROWS.map((row) => row[at] ?? ""), type: "STRING" as const })),
  }),
);
const XLSX = writeWorkbook({
  sheets: [
    { name: "Notes, 2026", rows: [] },
    { name: 'Orders "all"', from: 3, rows: [["Our orders"], [], HEADER, ...ROWS] },
  ],
});

async function rejectsOf(name: string, bytes: Buffer | string): Promise<string> {
  return inFolder({}, async (folder, read) => {
    await writeFile(join(folder, name), bytes);
    const { status, stderr } = await runRfm(
      ["score", name, "--max-rejects", "100%", "--rejects", "rejects.csv", "--amount-per", "order"],
      folder,
    );
    expect(status, stderr).toBe(0);
    return read("rejects.csv");
  });
}

describe("the rejected rows of", () => {
  it.each([
    ["orders.csv", CSV, [3, 4]],
    ["orders.csv.gz", gzipSync(CSV), [3, 4]],
    ["orders.ndjson", NDJSON, [2, 3]],
    ["orders.json", `[\n${NDJSON.trim().replaceAll("\n", ",\n")}\n]\n`, [3, 4]],
    ["orders.parquet", PARQUET, [2, 3]],
  ] as const)("%s stand at their lines", async (name, bytes, [date, amount]) => {
    expect(await rejectsOf(name, bytes)).toBe(
      `file,line,column,value,reason\n${name},${date},date,soon,unreadable date\n${name},${amount},total,seven,unreadable amount\n`,
    );
  });

  it("a workbook stand in the rows of their sheet", async () => {
    expect(await rejectsOf("book.xlsx", XLSX)).toBe(
      "file,sheet,line,column,value,reason\n" +
        'book.xlsx,"Orders ""all""",7,date,soon,unreadable date\n' +
        'book.xlsx,"Orders ""all""",8,total,seven,unreadable amount\n',
    );
  });
});

describe("options about delimited text", () => {
  const refused = async (name: string, bytes: Buffer | string, ...options: readonly string[]): Promise<string> =>
    inFolder({}, async (folder) => {
      await writeFile(join(folder, name), bytes);
      const { status, stderr } = await runRfm(["score", name, "--max-rejects", "100%", ...options], folder);
      expect(status).toBe(2);
      return stderr;
    });

  it("are refused where only files with types are read", async () => {
    expect(await refused("book.xlsx", XLSX, "--delimiter", ";")).toContain(
      "--delimiter: only workbooks are read, which have neither a delimiter nor an encoding to choose",
    );
    expect(await refused("o.ndjson", NDJSON, "--delimiter", ";", "--encoding", "utf-8")).toContain(
      "--delimiter and --encoding: only JSON files are read",
    );
    expect(await refused("o.parquet", PARQUET, "--encoding", "utf-8")).toContain(
      "--encoding: only Parquet files are read",
    );
  });

  it("say how the text beside them is written", async () => {
    await inFolder({ "more.csv": "order_id;customer_id;date;total\n9;z;2026-03-04;1.00\n" }, async (folder) => {
      await writeFile(join(folder, "orders.parquet"), PARQUET);
      const { status, stdout } = await runRfm(["score", ".", "--max-rejects", "100%", "--delimiter", ";"], folder);
      expect(status).toBe(0);
      expect(stdout).toMatch(/^z,/m);
    });
  });
});

describe("a Parquet file that is encrypted", () => {
  it("is refused in words", async () => {
    await inFolder({}, async (folder) => {
      const bytes = Buffer.concat([Buffer.from("PARE"), PARQUET.subarray(4, -4), Buffer.from("PARE")]);
      await writeFile(join(folder, "orders.parquet"), bytes);
      const { status, stdout, stderr } = await runRfm(["score", "orders.parquet"], folder);
      expect(stderr).toBe("rfm: orders.parquet: the Parquet file is encrypted\nhint: write it without encryption\n");
      expect([status, stdout]).toEqual([3, ""]);
    });
  });
});

describe("a Parquet file with INT96 moments, as old Spark and Impala write them", () => {
  /** Nanoseconds of the day, then the Julian day: 2,440,588 is 1970-01-01. */
  const int96 = (day: number, hours: number): Uint8Array => {
    const bytes = Buffer.alloc(12);
    bytes.writeBigInt64LE(BigInt(hours) * 3_600_000_000_000n, 0);
    bytes.writeInt32LE(2_440_588 + day, 8);
    return bytes;
  };

  it("is read by its days of Greenwich", async () => {
    const days = [Date.UTC(2026, 2, 1), Date.UTC(2026, 2, 31)].map((ms) => ms / 86_400_000);
    const written = Buffer.from(
      parquetWriteBuffer({
        columnData: [
          { name: "customer_id", data: ["a", "b"] },
          { name: "date", data: [int96(days[0] ?? 0, 23), int96(days[1] ?? 0, 1)] },
          { name: "total", data: [5, 6] },
        ],
        schema: [
          { name: "root", num_children: 3 },
          { name: "customer_id", type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "REQUIRED" },
          { name: "date", type: "FIXED_LEN_BYTE_ARRAY", type_length: 12, repetition_type: "REQUIRED" },
          { name: "total", type: "DOUBLE", repetition_type: "REQUIRED" },
        ],
        codec: "UNCOMPRESSED",
        statistics: false,
      }),
    );
    // The type of the column in the footer: 7 is 12 bytes of anything, 3 is INT96; both as zigzag numbers after their field.
    const footer = written.length - 8 - written.readUInt32LE(written.length - 8);
    for (let at = footer; at < written.length - 8; at += 1) {
      if (written[at] === 0x15 && written[at + 1] === 0x0e) written[at + 1] = 0x06;
    }
    await inFolder({}, async (folder) => {
      await writeFile(join(folder, "orders.parquet"), written);
      const { stdout, stderr } = await runRfm(["orders", "orders.parquet"], folder);
      expect(stdout, stderr).toContain(",a,2026-03-01,5.00");
      expect(stdout).toContain(",b,2026-03-31,6.00");
    });
  });
});
