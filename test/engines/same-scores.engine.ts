/**
 * The same rows scored by `rfm score` from a CSV file and inside each engine by the statements of `rfm sql`: every column of every
 * customer must be equal. An engine that is not there is named; it is never a failure.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SCORE_COLUMNS } from "../../src/render/tables/score-table.ts";
import { quoteName, quoteText } from "../../src/warehouse/dialects/quote.ts";
import { runRfm } from "../support/in-process.ts";
import { hostileNames, safeNames } from "../warehouse/hostile-names.ts";
import { startClickHouse } from "./engines/clickhouse.ts";
import { startDuckDb } from "./engines/duckdb.ts";
import type { Started, TestEngine } from "./engines/engine.ts";
import { writeHostileShop } from "./engines/hostile-shop.ts";
import { startPostgres } from "./engines/postgres.ts";
import { startSpark } from "./engines/spark.ts";

const ORDERS = Number(process.env["RFM_ENGINE_ORDERS"] ?? 20_000);

const COLUMNS = ["--customer", "customer_id", "--amount", "total", "--refunded", "refunded", "--status", "status"];
const STATUSES = ["--include-status", "paid,shipped"];
const LEFT_OUT = ["--exclude-status", "cancelled,pending"];
/** What only a file is asked. */
const OF_FILE = ["--order", "order_id", "--amount-per", "order", "--decimal", ".", "--date-format", "y-m-d"];
const DAY = ["--date", "ordered_on"];

/** What is scored, in the words of both. */
const CASES: Readonly<Record<string, readonly string[]>> = {
  "all history": DAY,
  "a window": [...DAY, "--window", "12m"],
  "a window for frequency and spend": [...DAY, "--window", "6m", "--window-for", "fm"],
  "days with a purchase, four levels": [...DAY, "--frequency", "days", "--levels", "4"],
  "ten levels of one measure": [...DAY, "--levels", "r=10,f=3,m=5"],
  "fixed cut points": [...DAY, "--cut-points", "r=30,90,180,365", "--cut-points", "m=10.5,50,100,500.25"],
  "days of a zone": ["--date", "ordered_at", "--time-zone", "Pacific/Auckland"],
  "one country, another scheme": [...DAY, "--where", "country=finland,", "--scheme", "putler"],
  "some countries and amounts": [
    ...DAY,
    "--where",
    "country!=Sweden,",
    "--where",
    "total>=20.5",
    "--where",
    "ordered_at<2024-06-01",
  ],
  "without refunds": [...DAY, "--refunds", "ignore"],
  "some of the days": [...DAY, "--since", "2023-02-01", "--until", "2024-06-30"],
};

const ENGINES: Readonly<Record<string, () => Promise<Started>>> = {
  duckdb: startDuckDb,
  postgres: startPostgres,
  clickhouse: startClickHouse,
  spark: startSpark,
};
const asked = process.env["RFM_ENGINES"]?.split(",") ?? Object.keys(ENGINES);

let folder = "";
const fromFile = new Map<string, ReadonlyMap<string, readonly string[]>>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rfm-engines-"));
  await writeHostileShop(join(folder, "orders.csv"), ORDERS);
  for (const [name, options] of Object.entries(CASES)) fromFile.set(name, await scoresOfFile(options));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function linesOf(options: readonly string[]): readonly string[] {
  const ignored = options.includes("ignore") ? COLUMNS.filter((word) => !/refunded/.test(word)) : COLUMNS;
  return [...ignored, ...STATUSES, "--as-of", "2024-11-30", ...options];
}

async function scoresOfFile(options: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const line = ["score", "orders.csv", ...linesOf(options), ...LEFT_OUT, ...OF_FILE, "--format", "csv"];
  const { status, stdout, stderr } = await runRfm(line, folder);
  if (status !== 0) throw new Error(stderr);
  const [head, ...records] = parse(stdout) as string[][];
  expect(head).toEqual(SCORE_COLUMNS);
  return new Map(records.map((record) => [record[0] as string, record.map(plain)]));
}

/** Numbers without the zeros at their ends: engines write money with four decimals. */
function plain(cell: string | null, column: number): string {
  const name = SCORE_COLUMNS[column];
  if (cell === null || cell === "") return "";
  return name === "monetary_value" || name === "average_order_value" ? String(Number(cell)) : cell;
}

async function statementsOf(engine: TestEngine, into: string, options: readonly string[]): Promise<readonly string[]> {
  const line = ["sql", "--dialect", engine.dialect.name, "--table", "orders", "--into", into, ...linesOf(options)];
  const { status, stdout, stderr } = await runRfm(line, folder);
  if (status !== 0) throw new Error(stderr);
  return stdout
    .split(/;$/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== "");
}

/** How the scores of an engine differ from those of the file: the first customers, and how many. */
function differences(
  expected: ReadonlyMap<string, readonly string[]>,
  found: readonly (readonly (string | null)[])[],
): readonly string[] {
  const wrong: string[] = [];
  const seen = new Set<string>();
  for (const row of found) {
    const [id = null] = row;
    seen.add(id ?? "");
    const want = expected.get(id ?? "")?.join(" | ") ?? "nobody";
    const got = row.map(plain).join(" | ");
    if (want !== got) wrong.push(`expected ${want}\n     got ${got}`);
  }
  for (const id of expected.keys()) if (!seen.has(id)) wrong.push(`missing ${id}`);
  return wrong.length === 0 ? [] : [`${wrong.length} of ${expected.size} customers`, ...wrong.slice(0, 5)];
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

  it("takes 1,000 hostile names and texts as what they are", async ({ skip }) => {
    if ("missing" in started) return skip(started.missing);
    const names = hostileNames(1000);
    expect(await started.rows(hostileQuery(started, names))).toEqual([names]);
    process.stdout.write(`figures: ${started.name}: ${names.length} hostile names and texts came back as they were\n`);
  });

  it("scores every customer as rfm score does from a file", async ({ skip }) => {
    if ("missing" in started) return skip(started.missing);
    const engine = started;
    let compared = 0;
    const tables = Object.entries(CASES).map(([title, options], index) => ({
      title,
      options,
      into: `scores_${index}`,
    }));
    for (const { options, into } of tables) await engine.run(await statementsOf(engine, into, options));
    const all = tables
      .map(({ into }) => `SELECT '${into}' AS made, ${selected(engine)} FROM ${into}`)
      .join(" UNION ALL ");
    const rows = await engine.rows(all);
    for (const { title, into } of tables) {
      const own = rows.filter(([made]) => made === into).map((row) => row.slice(1));
      expect(differences(fromFile.get(title) as ReadonlyMap<string, readonly string[]>, own), title).toEqual([]);
      compared += own.length;
    }
    expect(compared).toBeGreaterThan(1000);
    process.stdout.write(
      `figures: ${engine.name}: ${ORDERS} orders, ${tables.length} ways to score, ${compared} customers compared in 12 columns, all equal\n`,
    );
  });
});

/** 1,000 hostile texts under 1,000 hostile names, in one query. */
function hostileQuery({ dialect }: TestEngine, names: readonly string[]): string {
  const safe = safeNames(dialect, names);
  const unique = names.map((_, index) => quoteName(dialect, `${safe[index % safe.length]}${index}`));
  const inner = names.map((name, index) => `${quoteText(dialect, name)} AS ${unique[index]}`).join(", ");
  return `SELECT ${unique.map((name, index) => `${name} AS c${index}`).join(", ")} FROM (SELECT ${inner}) hostile`;
}

/** The columns of the result as texts. */
function selected({ dialect }: TestEngine): string {
  const nullable = (column: string): string =>
    `CASE WHEN ${column} IS NULL THEN NULL ELSE ${dialect.text(column)} END AS c_${column}`;
  return SCORE_COLUMNS.map(nullable).join(", ");
}
