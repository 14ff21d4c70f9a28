// Runs the tests that have a short form in `npm test` at full length: all pieces, or those that are named.
import { spawn, spawnSync } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What each piece runs; one with shards is split, so that several processors share its cases. The longest come first. */
const PIECES = {
  fuzz: { files: ["test/orders/fuzz.test.ts"], shards: 2 },
  faults: { files: ["test/files", "test/truth/lists-and-files.test.ts"] },
  browser: { files: ["test/browser"] },
  kills: { files: ["test/nightly/killed-run.test.ts"] },
  readers: {
    files: [
      "test/orders/scan",
      "test/cli/process.test.ts",
      "test/orders/assemble/entries/simple-orders.test.ts",
      "test/orders/sums/add-up.test.ts",
      "test/orders/sums/orders-of-lines.test.ts",
      "test/orders/sums/line-items.test.ts",
      "test/csv/scanner",
      "test/kernel",
      "test/csv/keys/key-dictionary.test.ts",
    ],
  },
  coverage: {
    files: ["test/analysis/forecast/interval-coverage.test.ts", "test/analysis/effect/simulated-campaigns.test.ts"],
  },
  "damaged-files": {
    files: ["test/typed/damaged-files.test.ts", "test/typed/same-scores.test.ts", "test/typed/parquet"],
  },
  explain: { files: ["test/analysis/explain/explain-customer.test.ts"] },
  columns: { files: ["test/truth/exports-columns.test.ts", "test/orders/join/shuffled.test.ts"] },
  "every-case": {
    files: ["test/options/every-option.test.ts", "test/commands/words-of-tables.test.ts", "test/cli/init.test.ts"],
  },
  libreoffice: { files: ["test/libreoffice"] },
  properties: {
    files: [
      "test/orders/round-trip.test.ts",
      "test/orders/order-independence.test.ts",
      "test/orders/large-field.test.ts",
      "test/truth/overlapping-exports.test.ts",
      "test/truth/robustness-and-privacy.test.ts",
      "test/lists/make-lists.test.ts",
      "test/warehouse/quote.test.ts",
      "test/warehouse/step-names.test.ts",
      "test/exports/all-problems.test.ts",
    ],
  },
  pairs: { files: ["test/options/pairs.test.ts"] },
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in PIECES));
if (unknown.length > 0) {
  process.stderr.write(`unknown piece: ${unknown.join(", ")}\nthe pieces are ${Object.keys(PIECES).join(", ")}\n`);
  process.exit(2);
}

const prepared = spawnSync(process.execPath, ["scripts/prepare.js"], { cwd: root, stdio: "inherit" });
if (prepared.status !== 0) process.exit(prepared.status ?? 1);

const jobs = Object.entries(PIECES)
  .filter(([name]) => asked.length === 0 || asked.includes(name))
  .flatMap(([name, { files, shards = 1 }]) =>
    Array.from({ length: shards }, (_, shard) => ({ name, files, shard, shards })),
  );

/** Runs one piece, or one shard of it, with what it prints; ends with its time. */
function runJob({ name, files, shard, shards }) {
  const label = shards === 1 ? name : `${name} ${shard + 1}/${shards}`;
  const start = performance.now();
  const env = { ...process.env, RFM_LONG_TESTS: "1", RFM_SHARD: `${shard}/${shards}`, VITEST_MAX_WORKERS: "1" };
  const args = ["node_modules/vitest/vitest.mjs", "run", "--maxWorkers=1", ...files];
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  const chunks = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => chunks.push(chunk));
  return new Promise((resolve) => {
    child.on("close", (code) => {
      const seconds = ((performance.now() - start) / 1000).toFixed(0);
      const line = `${label}: ${code === 0 ? "passed" : `FAILED (${code})`} in ${seconds} s`;
      process.stdout.write(`\n=== ${label}\n${Buffer.concat(chunks).toString()}${line}\n`);
      const figures =
        Buffer.concat(chunks)
          .toString()
          .match(/^figures: .*$/gm) ?? [];
      resolve({ code, lines: [line, ...figures.map((one) => `  ${one.slice("figures: ".length)}`)] });
    });
  });
}

const results = [];
const queue = [...jobs];
async function work() {
  for (let job = queue.shift(); job !== undefined; job = queue.shift()) results.push(await runJob(job));
}
await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));

process.stdout.write(`\n${results.flatMap(({ lines }) => lines).join("\n")}\n`);
process.exit(results.every(({ code }) => code === 0) ? 0 : 1);
