// Runs the tests that have a short form in `npm test` at full length.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

function run(args, env = {}) {
  const result = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit", env: { ...process.env, ...env } });
  if (result.status !== 0) process.exit(result.status ?? 1);
}

run(["scripts/prepare.js"]);
const LONG = [
  "test/orders/fuzz.test.ts",
  "test/orders/large-field.test.ts",
  "test/typed/damaged-files.test.ts",
  "test/orders/scan",
  "test/csv/scanner",
  "test/csv/keys/key-dictionary.test.ts",
  "test/orders/assemble/simple-orders.test.ts",
  "test/browser",
  "test/nightly/killed-run.test.ts",
  "test/files",
  "test/truth/lists-and-files.test.ts",
  "test/analysis/forecast/interval-coverage.test.ts",
];
run(["node_modules/vitest/vitest.mjs", "run", ...LONG], { RFM_LONG_TESTS: "1" });
