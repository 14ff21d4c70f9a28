/**
 * The tables of `rfm sql segments`, `retention` and `cohorts` inside each engine, and the same from a CSV file: every cell must be
 * equal, numbers as numbers. An engine that is not there is named; it is never a failure.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COHORT_COLUMNS } from "../../src/render/tables/cohort-table.ts";
import { RETENTION_COLUMNS } from "../../src/render/tables/retention-table.ts";
import { SEGMENT_COLUMNS } from "../../src/render/tables/segment-table.ts";
import { runRfm } from "../support/in-process.ts";
import { startClickHouse } from "./engines/clickhouse.ts";
import { startDuckDb } from "./engines/duckdb.ts";
import { answersOf, type Started, type TestEngine } from "./engines/engine.ts";
import { writeHostileShop } from "./engines/hostile-shop.ts";
import { startPostgres } from "./engines/postgres.ts";
import { startSpark } from "./engines/spark.ts";

const ORDERS = Number(process.env["RFM_ENGINE_ORDERS"] ?? 20_000);

const COLUMNS = ["--customer", "customer_id", "--amount", "total", "--refunded", "refunded", "--status", "status"];
const ROWS = [...COLUMNS, "--include-status", "paid,shipped"];
const DAY = ["--date", "ordered_on", "--as-of", "2024-11-30"];
/** What only a file is asked. */
const OF_FILE = [
  "--exclude-status",
  "cancelled,pending",
  "--order",
  "order_id",
  "--amount-per",
  "order",
  "--format",
  "csv",
];
const AS_WRITTEN = ["--decimal", ".", "--date-format", "y-m-d"];
const COVERS = ["--covers", "2022-01-01..2024-11-30"];

/** What is computed, in the words of both; the columns that name a row come first. */
const CASES: Readonly<Record<string, readonly [result: string, ...options: readonly string[]]>> = {
  segments: ["segments", ...DAY],
  "segments of another scheme, empty ones too": [
    "segments",
    ...DAY,
    "--scheme",
    "putler",
    "--frequency",
    "days",
    "--cut-points",
    "m=1,2,3,4",
  ],
  "retention by month": ["retention", ...DAY, ...COVERS],
  "retention by week, of part of the days": [
    "retention",
    ...DAY,
    "--period",
    "week",
    "--covers",
    "2022-01-01..2024-10-15",
  ],
  "retention by quarter, in a zone": [
    "retention",
    "--date",
    "ordered_at",
    "--time-zone",
    "Pacific/Auckland",
    "--as-of",
    "2024-11-15",
    "--period",
    "quarter",
    ...COVERS,
  ],
  "retention by year": ["retention", ...DAY, "--period", "year", ...COVERS],
  "retention by month, from days later than the first orders": [
    "retention",
    ...DAY,
    "--covers",
    "2022-06-15..2024-11-30",
  ],
  "retention by quarter, from days later than the first orders": [
    "retention",
    ...DAY,
    ...["--period", "quarter", "--covers", "2022-07-01..2024-11-30"],
  ],
  "retention by month, where nothing before the covered days counts": [
    "retention",
    ...DAY,
    ...["--since", "2022-07-01", "--covers", "2022-07-01..2024-11-30"],
  ],
  "cohorts by month": ["cohorts", ...DAY, ...COVERS],
  "cohorts by quarter, on or after": ["cohorts", ...DAY, ...COVERS, "--period", "quarter", "--kind", "on-or-after"],
  "cohorts of one country by year": ["cohorts", ...DAY, ...COVERS, "--period", "year", "--where", "country=finland"],
};

const TABLES: Readonly<
  Record<string, { readonly suffix: string; readonly columns: readonly string[]; readonly key: number }>
> = {
  segments: { suffix: "_segments", columns: SEGMENT_COLUMNS.filter((column) => column !== "action"), key: 1 },
  retention: { suffix: "", columns: RETENTION_COLUMNS, key: 1 },
  cohorts: { suffix: "", columns: COHORT_COLUMNS, key: 3 },
};

const ENGINES: Readonly<Record<string, () => Promise<Started>>> = {
  duckdb: startDuckDb,
  postgres: startPostgres,
  clickhouse: startClickHouse,
  spark: startSpark,
};
const asked = process.env["RFM_ENGINES"]?.split(",") ?? Object.keys(ENGINES);

type Rows = ReadonlyMap<string, string>;

/** Names of results that steps of the scripts would have. */
const INTO = ["names", "value_counts"];

/** Spark takes some seconds for each statement. */
const ON_SPARK: readonly (keyof typeof CASES)[] = [
  "segments",
  "retention by week, of part of the days",
  "retention by quarter, from days later than the first orders",
  "retention by month, where nothing before the covered days counts",
  "cohorts by month",
];

let folder = "";
const fromFile = new Map<string, Rows>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rfm-tables-"));
  await writeHostileShop(join(folder, "orders.csv"), ORDERS);
  for (const [title, [result, ...options]] of Object.entries(CASES)) {
    const line = [result, "orders.csv", ...ROWS, ...options, ...OF_FILE, ...AS_WRITTEN];
    const { status, stdout, stderr } = await runRfm(line, folder);
    if (status !== 0) throw new Error(stderr);
    const [head = [], ...records] = parse(stdout) as string[][];
    const { columns } = TABLES[result] as (typeof TABLES)[string];
    const at = columns.map((column) => head.indexOf(column));
    const covered = records.filter((record) => !isBeforeCover(record[head.indexOf("last_day")], options));
    fromFile.set(
      title,
      byKey(
        result,
        covered.map((record) => at.map((index) => record[index] ?? null)),
      ),
    );
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Whether a period ended before the first day that is covered: a script has no rows of these. */
function isBeforeCover(lastDay: string | undefined, options: readonly string[]): boolean {
  const [from = ""] = options[options.indexOf("--covers") + 1]?.split("..") ?? [];
  return options.includes("--covers") && lastDay !== undefined && lastDay < from;
}

/** Each row as a text by what names it; numbers as JavaScript writes them. */
function byKey(result: string, rows: readonly (readonly (string | null)[])[]): Rows {
  const { key } = TABLES[result] as (typeof TABLES)[string];
  return new Map(rows.map((row) => [row.slice(0, key).map(plain).join(" | "), row.map(plain).join(" | ")]));
}

function plain(cell: string | null): string {
  if (cell === null || cell === "") return "";
  return /^-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(cell) ? String(Number(cell)) : cell;
}

/** Makes the tables of a case, and returns the query for its rows as texts. */
async function made(engine: TestEngine, index: number, [result, ...options]: readonly string[]): Promise<string> {
  const { suffix, columns } = TABLES[result as string] as (typeof TABLES)[string];
  const into = INTO[index] ?? `table_${index}`;
  const line = ["sql", result as string, "--dialect", engine.dialect.name, "--table", "orders", "--into", into];
  const { status, stdout, stderr } = await runRfm([...line, ...ROWS, ...options], folder);
  if (status !== 0) throw new Error(stderr);
  const statements = stdout.split(/;$/m).map((statement) => statement.trim());
  await engine.run(statements.filter((statement) => statement !== ""));
  const quoted = columns.map((column) => (engine.dialect.names.mark === "`" ? `\`${column}\`` : `"${column}"`));
  const texts = quoted.map(
    (column, at) => `CASE WHEN ${column} IS NULL THEN NULL ELSE ${engine.dialect.text(column)} END AS c${at}`,
  );
  return `SELECT ${texts.join(", ")} FROM ${into}${suffix}`;
}

describe.each(Object.keys(ENGINES).filter((name) => asked.includes(name)))("%s", (name) => {
  let started: Started = { missing: "not started" };

  beforeAll(async () => {
    started = await (ENGINES[name] as () => Promise<Started>)();
    if ("missing" in started) process.stdout.write(`figures: ${name} was not tested: ${started.missing}\n`);
    else await started.load("orders", join(folder, "orders.csv"));
  });

  afterAll(async () => {
    if (!("missing" in started)) await started.stop();
  });

  it("has the rows of rfm segments, retention and cohorts in its tables", async ({ skip }) => {
    if ("missing" in started) return skip(started.missing);
    let compared = 0;
    const cases = Object.entries(CASES).filter(([title]) => name !== "spark" || ON_SPARK.includes(title));
    const queries: string[] = [];
    for (const [index, [, line]] of cases.entries()) queries.push(await made(started, index, line));
    const answers = await answersOf(started, queries);
    for (const [index, [title, [result = ""]]] of cases.entries()) {
      const found = byKey(result, answers[index] ?? []);
      const expected = fromFile.get(title) as Rows;
      const wrong = [...new Set([...expected.keys(), ...found.keys()])]
        .filter((key) => expected.get(key) !== found.get(key))
        .map((key) => `expected ${expected.get(key) ?? "no such row"}\n     got ${found.get(key) ?? "no row"}`);
      expect(wrong.slice(0, 5), `${title}: ${wrong.length} of ${expected.size}`).toEqual([]);
      compared += found.size;
    }
    process.stdout.write(
      `figures: ${started.name}: ${ORDERS} orders, ${cases.length} tables, ${compared} rows equal\n`,
    );
  });
});
