import { execFile } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { chmod, copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { postgres } from "../../../src/warehouse/dialects/postgres.ts";
import { driver } from "./drivers.ts";
import { SECRET, type Started } from "./engine.ts";

interface Pg {
  readonly Client: new (options: { host: string; user: string; database: string }) => Client;
}
interface Client {
  connect(): Promise<void>;
  query(sql: string | { text: string; rowMode: "array" }): Promise<{ rows: (string | null)[][] }>;
  end(): Promise<void>;
}

const VERSIONS = "/usr/lib/postgresql";
const run = promisify(execFile);

/** Debian's PostgreSQL in a folder of its own, without a network: on a socket in that folder. */
export async function startPostgres(): Promise<Started> {
  const module = driver<Pg>("pg");
  if (module === null) return { missing: "the npm package pg is not installed" };
  const [version] = existsSync(VERSIONS) ? readdirSync(VERSIONS).toSorted((a, b) => Number(b) - Number(a)) : [];
  if (version === undefined) return { missing: `no server in ${VERSIONS} (apt-get install postgresql)` };
  const folder = await mkdtemp(join(tmpdir(), "rfm-pg-"));
  const isRoot = process.getuid?.() === 0;
  await chmod(folder, 0o777);
  if (isRoot) await run("chown", ["postgres", folder]);
  const asServer = (command: string): Promise<unknown> => {
    const bin = `${VERSIONS}/${version}/bin`;
    const line = `PATH=${bin}:$PATH ${command}`;
    return isRoot ? run("su", ["postgres", "-s", "/bin/sh", "-c", line]) : run("sh", ["-c", line]);
  };
  const cluster = join(folder, "cluster");
  await asServer(`initdb -D ${cluster} -U rfm --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync`);
  const settings = `-c listen_addresses= -c unix_socket_directories=${folder} -c fsync=off`;
  await asServer(`pg_ctl -D ${cluster} -w -o "${settings}" -l ${folder}/log start`);
  const client = new module.Client({ host: folder, user: "rfm", database: "postgres" });
  await client.connect();
  const runAll = async (statements: readonly string[]): Promise<void> => {
    for (const statement of statements) await client.query(statement);
  };
  return {
    name: `PostgreSQL ${version}`,
    dialect: postgres,
    load: async (table, csv) => {
      const copy = join(folder, "orders.csv");
      await copyFile(csv, copy);
      await chmod(copy, 0o644);
      await runAll([
        `CREATE TABLE ${table} (order_id text, customer_id text, ordered_at timestamptz, ordered_on date, total numeric, refunded numeric, status text, country text)`,
        `COPY ${table} FROM '${copy}' (FORMAT csv, HEADER true)`,
        `ANALYZE ${table}`,
      ]);
    },
    run: runAll,
    url: `postgres://rfm:${SECRET}@localhost/postgres?host=${encodeURIComponent(folder)}`,
    rows: async (text) => (await client.query({ text, rowMode: "array" })).rows,
    stop: async () => {
      await client.end();
      await asServer(`pg_ctl -D ${cluster} -m immediate stop`);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
