/**
 * `rfm score`, `segments`, `retention` and `cohorts` on a table in each engine: the same bytes as from a CSV file with the same
 * rows, and the same account of what was left out.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Outcome, runRfm } from "../support/in-process.ts";
import { startClickHouse } from "./engines/clickhouse.ts";
import { startDuckDb } from "./engines/duckdb.ts";
import { SECRET, type Started } from "./engines/engine.ts";
import { writeHostileShop } from "./engines/hostile-shop.ts";
import { startPostgres } from "./engines/postgres.ts";
import { startSpark } from "./engines/spark.ts";

const ORDERS = Number(process.env["RFM_ENGINE_ORDERS"] ?? 20_000);

const COLUMNS = ["--customer", "customer_id", "--amount", "total", "--status", "status"];
const OF_FILE = ["--order", "order_id", "--amount-per", "order", "--decimal", ".", "--date-format", "y-m-d"];
const ON = ["--date", "ordered_on"];
const NET = ["--refunded", "refunded"];

/** Calls with a command, in the words of both. */
const CASES: Readonly<Record<string, readonly string[]>> = {
  "all that is known": ["score", ...ON, ...NET],
  "a window": ["score", ...ON, ...NET, "--window", "12m"],
  "a window for frequency and spend, by days": [
    "score",
    ...ON,
    ...NET,
    "--window",
    "6m",
    "--window-for",
    "fm",
    "--frequency",
    "days",
  ],
  "an earlier day": ["score", ...ON, ...NET, "--as-of", "2023-12-31"],
  "ranks, averages, natural breaks": ["score", ...ON, ...NET, "--method", "r=ntile,f=natural", "--monetary", "average"],
  "nested quantiles": ["score", ...ON, ...NET, "--method", "nested", "--sort", "-monetary_value"],
  "days of a zone": ["score", "--date", "ordered_at", ...NET, "--time-zone", "Asia/Tokyo"],
  "one country, its own statuses": [
    "score",
    ...ON,
    ...NET,
    "--where",
    "country=finland",
    "--exclude-status",
    "shipped",
  ],
  "without refunds": ["score", ...ON, "--refunds", "ignore"],
  "some of the days": ["score", ...ON, ...NET, "--since", "2022-05-01", "--until", "2024-03-31", "--format", "json"],
};
/** The same for what is added up by period; all engines but Spark run all of them. */
const PERIOD_CASES: Readonly<Record<string, readonly string[]>> = {
  "retention by month": ["retention", ...ON, ...NET, "--format", "csv"],
  "retention by week, as of an earlier day": [
    "retention",
    ...ON,
    ...NET,
    ...["--period", "week", "--as-of", "2023-10-10", "--format", "json"],
  ],
  "retention by quarter of some days": [
    "retention",
    ...ON,
    ...NET,
    ...["--period", "quarter", "--since", "2022-05-01", "--until", "2024-03-31", "--format", "csv"],
  ],
  "cohorts by month": ["cohorts", ...ON, ...NET, "--format", "json"],
  "cohorts by year, in the days of a zone, without refunds": [
    "cohorts",
    ...["--date", "ordered_at", "--time-zone", "Asia/Tokyo", "--refunds", "ignore", "--period", "year"],
    ...["--kind", "on-or-after", "--format", "csv"],
  ],
  "cohorts by week, for people": ["cohorts", ...ON, ...NET, "--period", "week", "--since", "2024-09-01"],
};
/** Two days of one table. */
const DAY_CASES: Readonly<Record<string, readonly string[]>> = {
  "two days, with a window": [
    "compare",
    ...ON,
    ...NET,
    ...["--from", "2023-06-30", "--to", "2024-02-29", "--window", "12m", "--format", "json"],
  ],
  "two days, each with its own cut points": [
    "compare",
    ...ON,
    ...NET,
    "--from",
    "-1q",
    "--no-freeze",
    "--format",
    "csv",
  ],
};
const ALL_CASES = { ...CASES, ...PERIOD_CASES, ...DAY_CASES };
const SEGMENTS = ["segments", ...ON, ...NET, "--window", "12m", "--format", "csv"];

let folder = "";
let parquet = "";
const fromFile = new Map<string, Outcome>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rfm-sources-"));
  await writeHostileShop(join(folder, "orders.csv"), ORDERS);
  for (const [title, line] of Object.entries({ ...ALL_CASES, segments: SEGMENTS })) {
    const [command = "", ...options] = line;
    fromFile.set(title, await runRfm([command, "orders.csv", ...COLUMNS, ...OF_FILE, ...options], folder));
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

interface Source {
  readonly url: string;
  readonly table: string;
  readonly stop: () => Promise<void>;
}

/** The orders as a table of a database file of DuckDB, or as a Parquet file that DuckDB wrote. */
async function duckDbSource(as: "database" | "parquet"): Promise<Source | { readonly missing: string }> {
  const path = join(folder, `${as}.duckdb`);
  const engine = await startDuckDb(path);
  if ("missing" in engine) return engine;
  await engine.load("orders", join(folder, "orders.csv"));
  parquet = join(folder, "orders.parquet");
  if (as === "parquet") await engine.run([`COPY orders TO '${parquet}' (FORMAT parquet)`]);
  await engine.stop();
  return { url: `duckdb:${path}`, table: "orders", stop: async () => {} };
}

async function sourceOf(started: Started): Promise<Source | { readonly missing: string }> {
  if ("missing" in started) return started;
  await started.load("orders", join(folder, "orders.csv"));
  return { url: started.url ?? "", table: "orders", stop: () => started.stop() };
}

const SOURCES: Readonly<Record<string, () => Promise<Source | { readonly missing: string }>>> = {
  duckdb: () => duckDbSource("database"),
  postgres: async () => sourceOf(await startPostgres()),
  clickhouse: async () => sourceOf(await startClickHouse()),
  spark: async () => {
    const file = await duckDbSource("parquet");
    if ("missing" in file) return file;
    const started = await startSpark();
    if ("missing" in started) return started;
    return { url: started.url ?? "", table: `parquet.${parquet}`, stop: () => started.stop() };
  },
};
const asked = process.env["RFM_ENGINES"]?.split(",") ?? Object.keys(SOURCES);

/** Spark takes so long to start that it is called a few times only. */
function titlesFor(name: string): readonly string[] {
  const onSpark = ["a window", "days of a zone", "retention by week, as of an earlier day", "cohorts by month"];
  return Object.keys(ALL_CASES).filter((title) => name !== "spark" || onSpark.includes(title));
}

/** The first note, which is the account of the rows; a window is part of it only where a database adds up the orders. */
function account({ stderr }: Outcome): string {
  return stderr.split("\n").find((line) => / rows used as of /.test(line)) ?? stderr;
}

describe.each(Object.keys(SOURCES).filter((name) => asked.includes(name)))("%s", (name) => {
  let source: Source | { readonly missing: string } = { missing: "not started" };
  let env: Record<string, string | undefined> = {};

  beforeAll(async () => {
    source = await (SOURCES[name] as () => Promise<typeof source>)();
    if ("missing" in source) process.stdout.write(`figures: ${name} was not read: ${source.missing}\n`);
    env = { ...process.env, NO_COLOR: "1", PATH: process.env["PATH"] };
  });

  afterAll(async () => {
    if (!("missing" in source)) await source.stop();
  });

  it.each(titlesFor(name))("answers as from a file: %s", async (title) => {
    if ("missing" in source) return;
    const [command = "", ...options] = ALL_CASES[title] as readonly string[];
    const read = await runRfm([command, source.url, "--table", source.table, ...COLUMNS, ...options], folder, { env });
    const expected = fromFile.get(title) as Outcome;
    expect(read.stderr).not.toContain(SECRET);
    if (title !== "two days, with a window") expect(account(read)).toBe(account(expected));
    expect(read.status).toBe(expected.status);
    expect(read.stdout === expected.stdout ? "the same bytes" : read.stdout.slice(0, 2000)).toBe("the same bytes");
  });

  it("counts segments as from a file, but for what rests on single orders", async ({ skip }) => {
    if ("missing" in source) return skip(source.missing);
    const [command = "", ...options] = SEGMENTS;
    const read = await runRfm([command, source.url, "--table", source.table, ...COLUMNS, ...options], folder, { env });
    const withoutAction = ({ stdout }: Outcome): string[] =>
      stdout.split("\n").map((line) => line.replace(/,[^,]*$|,".*"$/, ""));
    expect(withoutAction(read)).toEqual(withoutAction(fromFile.get("segments") as Outcome));
    process.stdout.write(
      `figures: ${name}: ${ORDERS} orders, ${titlesFor(name).length} calls the same bytes as from a file\n`,
    );
  });
});
