/** `rfm score --into`: the tables that stay in the engine hold what `rfm score` returns, and take each other's place in one step. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { SCORE_COLUMNS } from "../../src/render/tables/score-table.ts";
import { openClickHouse } from "../../src/warehouse/engines/clickhouse-engine.ts";
import type { Open } from "../../src/warehouse/engines/connect.ts";
import { openDuckDb } from "../../src/warehouse/engines/duckdb-engine.ts";
import { openPostgres } from "../../src/warehouse/engines/postgres-engine.ts";
import { type Outcome, runRfm } from "../support/in-process.ts";
import { startClickHouse } from "./engines/clickhouse.ts";
import { startDuckDb } from "./engines/duckdb.ts";
import { SECRET, type Started, type TestEngine } from "./engines/engine.ts";
import { writeHostileShop } from "./engines/hostile-shop.ts";
import { startPostgres } from "./engines/postgres.ts";

const COLUMNS = ["--customer", "customer_id", "--date", "ordered_on", "--amount", "total", "--refunded", "refunded"];
const TABLE = ["--table", "orders", ...COLUMNS, "--status", "status"];

const folder = await mkdtemp(join(tmpdir(), "rfm-into-"));
const asked = process.env["RFM_ENGINES"]?.split(",");

afterAll(() => rm(folder, { recursive: true, force: true }));

const ENGINES: Readonly<Record<string, () => Promise<Started>>> = {
  duckdb: () => startDuckDb(join(folder, "shop.duckdb")),
  postgres: startPostgres,
  clickhouse: startClickHouse,
};

const OPENERS: Readonly<Record<string, Open>> = {
  duckdb: openDuckDb,
  postgres: openPostgres,
  clickhouse: openClickHouse,
};

/** The engine, whose connection is lost before one of its statements: the first, the second, …; it comes back for what tidies up. */
function losingAt(place: number, open: Open): Open {
  let statements = -1;
  return async (location) => {
    const engine = await open(location);
    return {
      ...engine,
      run: async (statement) => {
        const tidiesUp = statement === "ROLLBACK" || statement.startsWith("DROP TABLE IF EXISTS");
        if (!tidiesUp) statements += 1;
        if (!tidiesUp && statements === place) throw new Error("Connection terminated unexpectedly");
        await engine.run(statement);
      },
    };
  };
}

/** Those of the tables that exist. */
async function rowsLeft(engine: TestEngine, names: readonly string[]): Promise<readonly string[]> {
  const left: string[] = [];
  for (const name of names) {
    const isThere = await engine.rows(`SELECT 'there' FROM ${name} LIMIT 1`).then(
      () => true,
      () => false,
    );
    if (isThere) left.push(name);
  }
  return left;
}

/** The rows of the result as the CSV of `rfm score` has them, but for zeros at the ends of numbers; sorted. */
async function rowsOf(engine: TestEngine, table: string): Promise<readonly string[]> {
  const columns = SCORE_COLUMNS.map((column) => engine.dialect.text(column));
  const rows = await engine.rows(`SELECT ${columns.join(", ")} FROM ${table}`);
  return rows.map((row) => row.map(plain).join("|")).sort();
}

function plain(cell: string | null, column: number): string {
  const name = SCORE_COLUMNS[column];
  return name === "monetary_value" || name === "average_order_value" ? String(Number(cell)) : String(cell);
}

describe.each(Object.keys(ENGINES).filter((name) => asked?.includes(name) ?? true))("--into on %s", (name) => {
  it("leaves the scores in the engine, replaces its own tables and no others", { timeout: 300_000 }, async ({
    skip,
  }) => {
    let engine = await (ENGINES[name] as () => Promise<Started>)();
    if ("missing" in engine) return skip(engine.missing);
    await writeHostileShop(join(folder, "orders.csv"), 5_000);
    await engine.load("orders", join(folder, "orders.csv"));
    await engine.run([`CREATE TABLE precious ${name === "clickhouse" ? "ENGINE = Memory " : ""}AS SELECT 1 AS a`]);
    const url = engine.url ?? "";
    /** A database file has one user at a time. */
    const called = async (line: readonly string[], openEngine?: Open): Promise<Outcome> => {
      if (name === "duckdb" && !("missing" in engine)) await engine.stop();
      const around = { env: { ...process.env }, ...(openEngine === undefined ? {} : { openEngine }) };
      const outcome = await runRfm(["score", url, ...TABLE, ...line], folder, around);
      if (name === "duckdb") engine = await startDuckDb(join(folder, "shop.duckdb"));
      expect(outcome.stdout + outcome.stderr).not.toContain(SECRET);
      return outcome;
    };
    const call = (...line: readonly string[]): Promise<Outcome> => called(line);
    const tables = (): Promise<readonly string[]> => rowsOf(engine as TestEngine, "scores");
    const printed = async (...line: readonly string[]): Promise<readonly string[]> => {
      const { stdout } = await call(...line, "--format", "json");
      const rows = JSON.parse(stdout) as Record<string, string | number>[];
      return rows.map((row) => SCORE_COLUMNS.map((column, at) => plain(String(row[column]), at)).join("|")).sort();
    };

    const first = await call("--into", "scores", "--window", "12m");
    expect([first.stdout, first.status]).toEqual(["", 0]);
    expect(first.stderr).toMatch(/customers scored into .* scores/);
    const account = (await call("--window", "12m")).stderr.split("\n")[0];
    expect(first.stderr.split("\n")[0]).toBe(account);
    expect(await tables()).toEqual(await printed("--window", "12m"));

    expect((await call("--into", "scores", "--cut-points", "r=30,90,180,365")).status).toBe(0);
    expect(await tables()).toEqual(await printed("--cut-points", "r=30,90,180,365"));

    const before = await tables();
    const refused = await call("--into", "precious");
    expect(refused.stderr).toContain("the table precious exists, and rfm did not make it");
    expect(refused.status).toBe(5);
    const failed = await call("--into", "scores", "--until", "1999-01-01");
    expect(failed.status).toBe(3);
    expect(await tables()).toEqual(before);

    const after = await printed("--scheme", "putler");
    for (let failing = 0; ; failing += 1) {
      const attempt = await called(
        ["--into", "scores", "--scheme", "putler"],
        losingAt(failing, OPENERS[name] as Open),
      );
      if (attempt.status === 0) {
        expect(failing).toBeGreaterThan(8);
        break;
      }
      expect(attempt.status).toBe(3);
      // ClickHouse exchanges one table after the other: it says which, and of which it had no answer; the one that people read is last
      const isReplaced = /already replaced: (?:\w+, )*scores;/.test(attempt.stderr);
      const isPartly = /already replaced|not known whether \w+ was replaced/.test(attempt.stderr);
      if (name !== "clickhouse") expect(isPartly).toBe(false);
      expect(attempt.stderr.includes("nothing was written")).toBe(!isPartly);
      expect(await tables()).toEqual(isReplaced ? after : before);
      const left = await rowsLeft(engine as TestEngine, [
        "scores_new",
        "scores_new_customers",
        "scores_new_cut_points",
      ]);
      expect([failing, attempt.stderr, left]).toEqual([failing, attempt.stderr, []]);
      if (isReplaced) expect((await call("--into", "scores", "--cut-points", "r=30,90,180,365")).status).toBe(0);
    }
    expect(await tables()).toEqual(after);
    expect((await call("--into", "scores", "--cut-points", "r=30,90,180,365")).status).toBe(0);

    expect((await call("--into", "precious", "--replace")).status).toBe(0);
    expect(await rowsOf(engine as TestEngine, "precious")).toEqual(await printed());
    await (engine as TestEngine).stop();
    process.stdout.write(
      `figures: ${name}: --into leaves the ${before.length} rows of rfm score, and replaces only its own tables\n`,
    );
  });
});
