// `npm test`: the tests, and beside them lint, types and unused code, one after the other: a test often waits for a process or
// the disk. The first check that fails ends the tests. Arguments go to vitest.
import { spawn, spawnSync } from "node:child_process";
import { root } from "./freshness.js";

const CHECKS = ["lint", "typecheck", "unused"];

const prepared = spawnSync(process.execPath, ["scripts/prepare.js"], { cwd: root, stdio: "inherit" });
if (prepared.status !== 0) process.exit(prepared.status ?? 1);

const vitest = ["node_modules/vitest/vitest.mjs", "run", ...process.argv.slice(2)];
const tests = spawn(process.execPath, vitest, { cwd: root, stdio: "inherit" });
const ended = new Promise((resolve) => tests.on("close", (code) => resolve(code ?? 1)));

/** Runs one check; what it printed is shown at its end, so that nothing stands between its lines. */
function check(name) {
  const child = spawn("npm", ["run", "--silent", name], { cwd: root, shell: process.platform === "win32" });
  const chunks = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => chunks.push(chunk));
  return new Promise((resolve) => {
    child.on("close", (code) => {
      process.stdout.write(`${name}: ${code === 0 ? "passed" : "FAILED"}\n${Buffer.concat(chunks).toString()}`);
      resolve(code === 0);
    });
  });
}

for (const name of CHECKS) {
  if (await check(name)) continue;
  tests.kill();
  await ended;
  process.exit(1);
}
process.exit(await ended);
