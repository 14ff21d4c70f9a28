import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runRfm } from "../support/in-process.ts";

const TABLE = ["--table", "orders", "--customer", "customer", "--date", "day", "--amount", "total"];
const LINE = ["sql", "--dialect", "postgres", ...TABLE, "--as-of", "2024-11-30"];
const COVERS = ["--covers", "2022-01-01..2024-11-30"];

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rfm-sql-"));
});

afterAll(() => rm(folder, { recursive: true }));

const REFUSED: readonly (readonly [says: string, ...line: readonly string[]])[] = [
  ["--dialect is missing", "sql", ...TABLE, "--as-of", "2024-11-30"],
  ["Allowed choices are postgres, clickhouse, duckdb, spark, bigquery, snowflake", "sql", "--dialect", "mysql"],
  ["--as-of is missing: rfm sql does not look at the table", "sql", "--dialect", "duckdb", ...TABLE],
  ["--table, --date are missing", "sql", "--dialect", "duckdb", "--customer", "c", "--amount", "a", "--as-of", "today"],
  ["--status state: which statuses count?", ...LINE, "--status", "state"],
  ["statuses are named, but not their column", ...LINE, "--include-status", "paid"],
  ["statuses are named, but not their column", ...LINE, "--status", "none", "--include-status", "paid"],
  ["one of them says it all", ...LINE, "--status", "s", "--include-status", "paid", "--exclude-status", "open"],
  ["--currency-column money: which currency?", ...LINE, "--currency-column", "money"],
  ["rfm sql needs money", ...LINE, "--amount", "none"],
  ["--currency needs the column that names it", ...LINE, "--currency", "EUR"],
  ["--monetary average cannot be computed in an engine", ...LINE, "--monetary", "average"],
  ["recency with method ntile cannot be computed in an engine: equal values", ...LINE, "--method", "ntile"],
  ["monetary with method natural cannot be computed in an engine", ...LINE, "--method", "m=natural"],
  ["frequency with method nested cannot be computed in an engine", ...LINE, "--method", "nested"],
  ["--window-for needs --window", ...LINE, "--window-for", "fm"],
  ['--where "day>31.3.2024": "31.3.2024" is neither a number nor a day', ...LINE, "--where", "day>31.3.2024"],
  ['--where "total>1,5": "1,5" is neither a number nor a day', ...LINE, "--where", "total>1,5"],
  ["a name of a table or column is empty", ...LINE, "--into", "shop."],
  ["PostgreSQL cuts names off after 63", ...LINE, "--into", "x".repeat(53)],
  ["Allowed choices are scores, segments, retention, cohorts", ...LINE, "orders.csv"],
  ["--covers is missing: rfm sql does not look at the table", ...LINE, "retention"],
  ["--covers begins after the as-of date", ...LINE, "retention", "--covers", "2024-12-01..2024-12-31"],
  ["--period cannot be used with rfm sql scores", ...LINE, "--period", "week"],
  ["--period, --covers cannot be used with rfm sql segments", ...LINE, "segments", ...COVERS, "--period", "week"],
  [
    "--window, --levels cannot be used with rfm sql cohorts",
    ...LINE,
    "cohorts",
    ...COVERS,
    "--window",
    "1y",
    "--levels",
    "4",
  ],
  ["--kind cannot be used with rfm sql retention", ...LINE, "retention", ...COVERS, "--kind", "on"],
];

describe("rfm sql", () => {
  it.each(REFUSED)("refuses with %s", async (says, ...line) => {
    const { status, stdout, stderr } = await runRfm(line, folder);
    expect(stderr).toContain(says);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  });

  it("writes to a file, whole or not at all", async () => {
    const written = await runRfm([...LINE, "-o", "rfm.sql"], folder);
    const printed = await runRfm(LINE, folder);
    expect(written).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(await readFile(join(folder, "rfm.sql"), "utf8")).toBe(printed.stdout);
    expect((await runRfm([...LINE, "--status", "s", "-o", "none.sql"], folder)).status).toBe(2);
    await expect(readFile(join(folder, "none.sql"))).rejects.toThrow(/ENOENT/);
  });

  it("counts days by the calendar: twelve months to 29 February 2024 begin on 1 March 2023", async () => {
    const { stdout } = await runRfm([...LINE, "--as-of", "2024-02-29", "--window", "12m"], folder);
    expect(stdout).toContain(`"order_day" >= DATE '2023-03-01'`);
    expect(stdout).toContain(`CAST("day" AS date) <= DATE '2024-02-29'`);
  });

  it("takes today from the clock only where it is asked to", async () => {
    const clock = (): Date => new Date("2024-07-01T12:00:00Z");
    const { stdout } = await runRfm([...LINE, "--as-of", "today"], folder, { clock });
    expect(stdout).toContain("-- As of: 2024-07-01, the last day that counts.");
  });

  it("scores by the cut points of a model, whose fractions are cut off", async () => {
    const rows = ["order,customer,date,amount", "1,a,2024-01-01,10", "2,b,2024-02-01,20.55", "3,c,2024-03-02,31"];
    await writeFile(join(folder, "shop.csv"), `${rows.join("\n")}\n`);
    const saved = await runRfm(["score", "shop.csv", "--levels", "2", "--save-model", "model.json"], folder);
    expect(saved.status).toBe(0);
    const { stdout } = await runRfm([...LINE, "--model", "model.json"], folder);
    // one cut point each, the median of three: 30 days (1 February to 2 March 2024), 1 order, 20.55
    expect(stdout).toContain(`2 - (CASE WHEN "recency_days" > 30 THEN 1 ELSE 0 END) AS "r_score"`);
    expect(stdout).toContain(`1 + (CASE WHEN "frequency" > 1 THEN 1 ELSE 0 END) AS "f_score"`);
    expect(stdout).toContain(`1 + (CASE WHEN "spend" > 205500 THEN 1 ELSE 0 END) AS "m_score"`);
    expect(stdout).not.toContain("cut_points");
    const other = await runRfm([...LINE, "--model", "model.json", "--window", "12m"], folder);
    expect(other.status).toBe(2);
  });

  it("puts every cell of the scores into the segment that rfm score puts it in", async () => {
    const { stdout } = await runRfm([...LINE, "--levels", "r=10,f=2,m=2"], folder);
    const cells = [...stdout.matchAll(/WHEN "rfm_cell" IN \((.*)\) THEN/g)].flatMap(([, list = ""]) =>
      list.split(", "),
    );
    expect(cells).toHaveLength(10 * 2 * 2);
    expect(new Set(cells).size).toBe(40);
    expect(cells).toContain("'10-2-2'");
  });

  it.each([
    [
      "Country=Finland,Sweden",
      `"Country" IS NOT NULL AND lower(btrim(CAST("Country" AS text))) IN ('finland', 'sweden')`,
    ],
    ["Country=", `("Country" IS NULL OR lower(btrim(CAST("Country" AS text))) IN (''))`],
    ["Country!=Finland", `("Country" IS NULL OR lower(btrim(CAST("Country" AS text))) NOT IN ('finland'))`],
    ["Country!=", `"Country" IS NOT NULL AND lower(btrim(CAST("Country" AS text))) NOT IN ('')`],
    ["total>=12.5", `"total" >= 12.5`],
    ["shipped<2024-03-31", `CAST("shipped" AS date) < DATE '2024-03-31'`],
    ["day>2024-03-31", `CAST("day" AS date) > DATE '2024-03-31'`],
  ])("writes --where %s", async (condition, says) => {
    const { stdout } = await runRfm([...LINE, "--where", condition], folder);
    expect(stdout).toContain(`\n    AND ${says}\n`);
  });

  it("keeps line breaks of names out of its comments", async () => {
    const { stdout } = await runRfm([...LINE, "--where", "a\nDROP TABLE b=c\r\n;x"], folder);
    const comments = stdout.split(/[\r\n]/).filter((line) => line.startsWith("--"));
    expect(comments).toContainEqual(
      "-- Only rows where a DROP TABLE b=c  ;x (texts without capitals and outer blanks).",
    );
  });
});
