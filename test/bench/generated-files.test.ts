import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeFile } from "../../bench/files/write-file.ts";
import { differencesOf, fingerprintOf } from "../../bench/measure/fingerprint.ts";
import { jobOf } from "../../bench/measure/job.ts";
import { SCENARIOS } from "../../bench/scenarios.ts";
import { runRfm } from "../support/in-process.ts";

const ROWS = 3000;
const CSV_PARSE = new URL("../../bench/peers/csv-parse.js", import.meta.url).pathname;

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "rfm-bench-"));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe.each(SCENARIOS)("a generated $name file", (scenario) => {
  const path = (name: string): string => join(folder, `${scenario.name}.${name}.csv`);

  it("is the same every time, and has the rows and bytes that it is said to have", () => {
    const written = writeFile(path("a"), ROWS, scenario);
    writeFile(path("b"), ROWS, scenario);
    const bytes = readFileSync(path("a"));
    expect(bytes.equals(readFileSync(path("b")))).toBe(true);
    expect(written.bytes).toBe(bytes.length);
    expect(written.rows - ROWS).toBeLessThanOrEqual(1);
  });

  it("gives rfm and a script with csv-parse the same customers, orders, money, scores and segments", async () => {
    const { rows } = writeFile(path("orders"), ROWS, scenario);
    const { status, stdout, stderr } = await runRfm(["score", path("orders"), "--format", "csv"]);
    expect(status).toBe(0);
    writeFileSync(path("rfm"), stdout);
    const job = jobOf(scenario, path("orders"), path("script"));
    const script = spawnSync(process.execPath, [CSV_PARSE, JSON.stringify(job)], { encoding: "utf8" });
    expect(script.stderr).toBe("");
    const [ours, theirs] = [fingerprintOf(path("rfm")), fingerprintOf(path("script"))];
    expect(differencesOf(theirs, ours)).toEqual([]);
    expect(stderr).toContain(`of ${rows.toLocaleString("en")} rows used`);
    expect(ours.customers).toBeGreaterThan(100);
    expect(ours.customers % 5).not.toBe(1); // no quintile falls exactly on one customer
    expect(ours.orders).toBeGreaterThan(800);
  });
});

describe("the generated files", () => {
  const read = (name: string): string => {
    const scenario = SCENARIOS.find((one) => one.name === name);
    if (scenario === undefined) throw new Error(`there is no scenario ${name}`);
    writeFile(join(folder, "one.csv"), ROWS, scenario);
    return readFileSync(join(folder, "one.csv"), "utf8");
  };

  it("are of 14 narrow columns and about 125 bytes a row, or 75 wide ones", () => {
    const narrow = read("narrow");
    expect(narrow.split("\n")[0]?.split(",")).toHaveLength(14);
    expect(narrow.length / ROWS).toBeGreaterThan(115);
    expect(narrow.length / ROWS).toBeLessThan(135);
    expect(read("wide").split("\n")[0]?.split(",")).toHaveLength(75);
  });

  it("have line breaks in quoted notes where they are wide", () => {
    expect(read("wide")).toContain('"A gift: write ""Congratulations""\non the card, please"');
  });

  it("have the lines of an order far from each other where they are shuffled", () => {
    const ids = read("lines")
      .split("\n")
      .slice(1, -1)
      .map((line) => line.split(",")[0]);
    const neighbours = ids.filter((id, row) => id === ids[row + 1]).length;
    expect(new Set(ids).size).toBe((ROWS / 15) * 6);
    expect(neighbours).toBeLessThan(ROWS / 100);
  });

  it("have three cells in ten in quotes, CRLF and decimal commas where they say so", () => {
    const rows = read("semicolon").split("\r\n").slice(1, -1);
    const cells = rows.flatMap((row) => row.split(";"));
    expect(cells.filter((cell) => cell.startsWith('"')).length / cells.length).toBeCloseTo(0.3, 1);
    expect(rows[0]).toMatch(/(?:^|;)"?\d+,\d\d"?(?:;|$)/);
    expect(rows[0]).toMatch(/(?:^|;)"?01\.01\.2022"?(?:;|$)/);
  });
});
