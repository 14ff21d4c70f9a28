// Runs the tests on real engines: installs the drivers where they are missing, starts each engine that can be had, and says
// which could not. A missing engine is no failure; a wrong number is. RFM_ENGINES=duckdb,postgres runs some;
// RFM_SCALE_ORDERS=5000000 npm run test:engines -- scale measures them with as many orders.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, "node_modules", ".cache", "rfm-engines");

/** The drivers, pinned; they are no part of the program's own packages because of their size. */
const DRIVERS = {
  pg: "8.23.1",
  "@clickhouse/client": "1.23.1",
  "@duckdb/node-api": "1.5.6-r.1",
  chdb: "3.4.0",
};

/** Longer than this no package is waited for. */
const LIMIT = 150_000;

function install(name, version) {
  if (existsSync(join(folder, "node_modules", name, "package.json"))) return;
  const args = ["install", "--no-audit", "--no-fund", "--silent", "--save-exact", `${name}@${version}`];
  const { status } = spawnSync("npm", args, {
    cwd: folder,
    stdio: "ignore",
    timeout: LIMIT,
    shell: process.platform === "win32",
  });
  if (status !== 0) process.stdout.write(`${name} ${version} could not be installed\n`);
}

const prepared = spawnSync(process.execPath, ["scripts/prepare.js"], { cwd: root, stdio: "inherit" });
if (prepared.status !== 0) process.exit(prepared.status ?? 1);

// Only now: where packages are installed anew, their folder is emptied first.
mkdirSync(folder, { recursive: true });
if (!existsSync(join(folder, "package.json"))) writeFileSync(join(folder, "package.json"), '{"private":true}\n');
for (const [name, version] of Object.entries(DRIVERS)) install(name, version);

const vitest = [
  "node_modules/vitest/vitest.mjs",
  "run",
  "--config",
  "vitest.engines.config.ts",
  ...process.argv.slice(2),
];
const heap = process.env.RFM_SCALE_ORDERS === undefined ? {} : { NODE_OPTIONS: "--max-old-space-size=8192" };
const env = { ...process.env, ...heap, NODE_PATH: join(folder, "node_modules") };
const tests = spawnSync(process.execPath, vitest, { cwd: root, stdio: "inherit", env });
process.exit(tests.status ?? 1);
