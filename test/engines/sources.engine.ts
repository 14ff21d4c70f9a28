/**
 * `rfm score`, `segments`, `report`, `retention` and `cohorts` on a table in each engine: the same bytes as from a CSV file with the same
 * rows, and the same account of what was left out.
 */
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Outcome, runRfm } from "../support/in-process.ts";
import { sharedFigures } from "../support/shared-figures.ts";
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
/** Reports, of which everything is compared but where the rows stand; all engines but Spark run all of them. */
const REPORT_CASES: Readonly<Record<string, readonly string[]>> = {
  "all that is known": [...ON, ...NET],
  "a window, by days, as of an earlier day": [
    ...[...ON, ...NET, "--window", "12m", "--frequency", "days"],
    ...["--as-of", "2024-05-17", "--period", "quarter", "--scheme", "putler"],
  ],
  "averages and nested quantiles, a window for frequency and spend": [
    ...[...ON, ...NET, "--monetary", "average", "--method", "nested", "--window", "6m", "--window-for", "fm"],
  ],
  "averages, days of a zone, by week": [
    ...["--date", "ordered_at", "--time-zone", "Asia/Tokyo", "--refunds", "ignore", "--monetary", "average"],
    ...["--period", "week", "--since", "2023-02-01"],
  ],
  "ranks, by year": [...ON, ...NET, "--method", "r=ntile", "--period", "year", "--covers", "2022-01-01..2024-12-31"],
};
const ALL_CASES = { ...CASES, ...PERIOD_CASES, ...DAY_CASES };
const SEGMENTS = ["segments", ...ON, ...NET, "--window", "12m", "--format", "csv"];

let folder = "";
const fromFile = new Map<string, Outcome>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rfm-sources-"));
  await writeHostileShop(join(folder, "orders.csv"), ORDERS);
  await writeSingleOrders();
  await runRfm(["lists", "single.csv", ...COLUMNS, ...OF_FILE, ...LISTS, "--out", "lists-of-file"], folder);
  for (const [title, options] of Object.entries(REPORT_CASES)) {
    const line = ["report", "orders.csv", ...COLUMNS, ...OF_FILE, ...options, "--format", "json"];
    fromFile.set(`report: ${title}`, await runRfm(line, folder));
  }
  for (const [title, line] of Object.entries({ ...ALL_CASES, segments: SEGMENTS })) {
    const [command = "", ...options] = line;
    fromFile.set(title, await runRfm([command, "orders.csv", ...COLUMNS, ...OF_FILE, ...options], folder));
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

interface Source {
  readonly url: string;
  /** How a table of the tests is called there. */
  readonly tableOf: (name: string) => string;
  readonly stop: () => Promise<void>;
}

/** The orders as a table of a database file of DuckDB, or as a Parquet file that DuckDB wrote. */
async function duckDbSource(as: "database" | "parquet"): Promise<Source | { readonly missing: string }> {
  const path = join(folder, `${as}.duckdb`);
  const engine = await startDuckDb(path);
  if ("missing" in engine) return engine;
  const tables = ["orders", "single"];
  for (const table of tables) await engine.load(table, join(folder, `${table}.csv`));
  const copies = tables.map((table) => `COPY ${table} TO '${join(folder, table)}.parquet' (FORMAT parquet)`);
  if (as === "parquet") await engine.run(copies);
  await engine.stop();
  return { url: `duckdb:${path}`, tableOf: (name) => name, stop: async () => {} };
}

async function sourceOf(started: Started): Promise<Source | { readonly missing: string }> {
  if ("missing" in started) return started;
  for (const table of ["orders", "single"]) await started.load(table, join(folder, `${table}.csv`));
  return { url: started.url ?? "", tableOf: (name) => name, stop: () => started.stop() };
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
    return {
      url: started.url ?? "",
      tableOf: (name) => `parquet.${join(folder, name)}.parquet`,
      stop: () => started.stop(),
    };
  },
};
const asked = process.env["RFM_ENGINES"]?.split(",") ?? Object.keys(SOURCES);

/** Spark takes so long to start that it is called a few times only. */
function titlesFor(name: string): readonly string[] {
  const onSpark = ["a window", "days of a zone", "retention by week, as of an earlier day", "cohorts by month"];
  return Object.keys(ALL_CASES).filter((title) => name !== "spark" || onSpark.includes(title));
}

const LISTS = [
  ...ON,
  ...NET,
  ...["--email", "customer_id", "--country", "country", "--consent", "status=paid,shipped", "--window", "12m"],
  ...["--exclude", "exclude.csv", "--holdout", "10%", "--for", "csv,meta"],
];

/**
 * The same orders with one per customer and day, so that each has one newest purchase, and with ids that are addresses where
 * they can be.
 */
async function writeSingleOrders(): Promise<void> {
  const [header = "", ...rows] = (await readFile(join(folder, "orders.csv"), "utf8")).trim().split("\n");
  const single = new Map<string, string>();
  for (const row of rows) {
    const [, customer = "", , day = ""] = row.split(",");
    const address = /^c\d+$/.test(customer) ? `${customer}@example.com` : customer;
    single.set(
      `${customer} ${day}`,
      row.replace(`,${customer},`, () => `,${address},`),
    );
  }
  await writeFile(join(folder, "single.csv"), `${[header, ...single.values()].join("\n")}\n`);
  await writeFile(join(folder, "exclude.csv"), "email\nc12@example.com\nc5@example.com\nnobody@example.com\n");
}

/** The files of a folder, by path, as text. */
async function filesIn(path: string): Promise<Readonly<Record<string, string>>> {
  const names = (await readdir(path, { recursive: true })).filter((name) => name.endsWith(".csv")).toSorted();
  const texts = await Promise.all(names.map((name) => readFile(join(path, name), "utf8")));
  return Object.fromEntries(names.map((name, index) => [name, texts[index] ?? ""]));
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
    const read = await runRfm(
      [command, source.url, "--table", source.tableOf("orders"), ...COLUMNS, ...options],
      folder,
      { env },
    );
    const expected = fromFile.get(title) as Outcome;
    expect(read.stderr).not.toContain(SECRET);
    if (title !== "two days, with a window") expect(account(read)).toBe(account(expected));
    expect(read.status).toBe(expected.status);
    expect(read.stdout === expected.stdout ? "the same bytes" : read.stdout.slice(0, 2000)).toBe("the same bytes");
  });

  it.each(Object.keys(REPORT_CASES).slice(0, name === "spark" ? 3 : undefined))(
    "reports what a file reports: %s",
    async (title) => {
      if ("missing" in source) return;
      const line = [...COLUMNS, ...(REPORT_CASES[title] as readonly string[]), "--format", "json"];
      const read = await runRfm(["report", source.url, "--table", source.tableOf("orders"), ...line], folder, { env });
      const expected = fromFile.get(`report: ${title}`) as Outcome;
      expect([read.status, read.stderr, expected.status]).toEqual([0, "", 0]);
      expect(read.stdout).not.toContain(SECRET);
      expect(sharedFigures(read.stdout)).toEqual(sharedFigures(expected.stdout));
    },
  );

  it("writes the lists that a file gives: consent, do-not-contact list, control group", async ({ skip }) => {
    if ("missing" in source) return skip(source.missing);
    const out = `lists-of-${name}`;
    const line = ["lists", source.url, "--table", source.tableOf("single"), ...COLUMNS, ...LISTS, "--out", out];
    const { status, stderr } = await runRfm(line, folder, { env });
    expect(stderr).not.toContain(SECRET);
    expect(stderr).toContain("2 of 3 entries");
    expect(status).toBe(0);
    const [found, expected] = [await filesIn(join(folder, out)), await filesIn(join(folder, "lists-of-file"))];
    expect(Object.keys(found).length).toBeGreaterThan(20);
    expect(found).toEqual(expected);
  });

  it("says of segments what a file says", async ({ skip }) => {
    if ("missing" in source) return skip(source.missing);
    const [command = "", ...options] = SEGMENTS;
    const line = [command, source.url, "--table", source.tableOf("orders"), ...COLUMNS, ...options];
    const read = await runRfm(line, folder, { env });
    expect(read.stdout).toBe((fromFile.get("segments") as Outcome).stdout);
    process.stdout.write(
      `figures: ${name}: ${ORDERS} orders, ${titlesFor(name).length} calls the same bytes as from a file\n`,
    );
  });
});
