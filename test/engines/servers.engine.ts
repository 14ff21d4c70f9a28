/**
 * PostgreSQL over several servers: orders in hash partitions by customer behind postgres_fdw. The customers are added up on the
 * servers at the same time, and are those of the file, over however many partitions the orders are spread.
 */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runRfm } from "../support/in-process.ts";
import { SECRET, type Started, type TestEngine } from "./engines/engine.ts";
import { writeHostileShop } from "./engines/hostile-shop.ts";
import { startPostgres } from "./engines/postgres.ts";

const ORDERS = Number(process.env["RFM_SERVERS_ORDERS"] ?? 6_000);
const SERVERS = 3;
const COLUMNS = ["--customer", "customer_id", "--amount", "total", "--refunded", "refunded", "--status", "status"];
const WHEN = ["--date", "ordered_on", "--as-of", "2024-11-30", "--window", "12m"];
const OF_FILE = ["--order", "order_id", "--amount-per", "order", "--decimal", ".", "--date-format", "y-m-d"];
const TYPES =
  "order_id text, customer_id text, ordered_at timestamptz, ordered_on date, total numeric, refunded numeric, status text, country text";

const folder = await mkdtemp(join(tmpdir(), "rfm-servers-"));
const isAsked = process.env["RFM_ENGINES"]?.split(",").includes("postgres") ?? true;

/** The folder of a server's socket. */
function socketOf({ url }: TestEngine): string {
  return new URL(url ?? "").searchParams.get("host") ?? "";
}

/** Makes the servers known to the one that is asked. */
async function connectServers(asked: TestEngine, servers: readonly TestEngine[]): Promise<void> {
  const statements = servers.flatMap((server, index) => [
    `CREATE SERVER server_${index} FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '${socketOf(server)}', dbname 'postgres', async_capable 'true', fetch_size '10000', batch_size '1000')`,
    `CREATE USER MAPPING FOR rfm SERVER server_${index} OPTIONS (user 'rfm')`,
  ]);
  await asked.run([
    "CREATE EXTENSION postgres_fdw",
    ...statements,
    "ALTER DATABASE postgres SET enable_partitionwise_aggregate = on",
    "SET enable_partitionwise_aggregate = on",
  ]);
}

/** Spreads the orders by customer over partitions on the servers, in turn. */
async function spread(asked: TestEngine, servers: readonly TestEngine[], partitions: number): Promise<string> {
  const table = `orders_of_${partitions}`;
  await asked.run([`CREATE TABLE ${table} (${TYPES}) PARTITION BY HASH (customer_id)`]);
  for (let part = 0; part < partitions; part += 1) {
    const server = part % servers.length;
    await servers[server]?.run([`CREATE TABLE ${table}_${part} (${TYPES})`]);
    await asked.run([
      `CREATE FOREIGN TABLE ${table}_${part} PARTITION OF ${table} FOR VALUES WITH (MODULUS ${partitions}, REMAINDER ${part}) SERVER server_${server} OPTIONS (table_name '${table}_${part}')`,
    ]);
  }
  await asked.run([`INSERT INTO ${table} SELECT * FROM orders`, `ANALYZE ${table}`]);
  return table;
}

describe.runIf(isAsked)("PostgreSQL over several servers", { timeout: 600_000 }, () => {
  let servers: readonly Started[] = [{ missing: "not started" }];
  const running = (): readonly TestEngine[] => servers.filter((server): server is TestEngine => !("missing" in server));

  beforeAll(async () => {
    servers = await Promise.all(Array.from({ length: SERVERS + 1 }, startPostgres));
    await writeHostileShop(join(folder, "orders.csv"), ORDERS);
  });

  afterAll(async () => {
    for (const server of running()) await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it("has the customers of the file, and lets each server add up its own", async ({ skip }) => {
    const [asked, ...others] = running();
    if (asked === undefined || others.length < SERVERS) return skip("no PostgreSQL");
    await asked.load("orders", join(folder, "orders.csv"));
    await connectServers(asked, others);
    const file = await runRfm(["score", "orders.csv", ...COLUMNS, ...WHEN, ...OF_FILE, "-o", "file.csv"], folder);
    expect(file.status).toBe(0);
    const wanted = await readFile(join(folder, "file.csv"), "utf8");
    for (const partitions of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const table = await spread(asked, others, partitions);
      const line = ["score", asked.url ?? "", "--table", table, ...COLUMNS, ...WHEN, "-o", "servers.csv"];
      const outcome = await runRfm(line, folder, { env: { ...process.env } });
      expect(outcome.stderr).not.toContain(SECRET);
      expect([partitions, outcome.status]).toEqual([partitions, 0]);
      expect(await readFile(join(folder, "servers.csv"), "utf8")).toBe(wanted);
      const plan = await planOf(asked, table);
      expect(plan.filter((step) => /Async Foreign Scan/.test(step))).toHaveLength(partitions === 1 ? 0 : partitions);
      expect(plan.filter((step) => /Relations: Aggregate on/.test(step))).toHaveLength(partitions);
    }
    process.stdout.write(
      `figures: PostgreSQL over ${SERVERS} servers: ${ORDERS} orders in 1 to 8 partitions, ${wanted.split("\n").length - 2} customers with the same bytes as from the file; the servers add up\n`,
    );
  });
});

/** The plan for adding up the customers, by the first statement of `rfm sql`. */
async function planOf(asked: TestEngine, table: string): Promise<readonly string[]> {
  const line = [
    "sql",
    "--dialect",
    "postgres",
    "--table",
    table,
    ...COLUMNS,
    ...WHEN,
    "--include-status",
    "paid,shipped",
  ];
  const { stdout } = await runRfm(line, folder);
  const query = /CREATE TABLE "rfm_scores_customers" AS\n([\s\S]*?);\n/.exec(stdout)?.[1] ?? "";
  return (await asked.rows(`EXPLAIN (VERBOSE, COSTS OFF) ${query}`)).map(([step]) => step ?? "");
}
