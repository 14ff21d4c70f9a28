// Installs and builds what is missing, so that `npm test` and `npm run demo` work on a fresh clone with only Node and npm.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

function hashOf(paths) {
  const hash = createHash("sha256");
  for (const path of paths.toSorted()) hash.update(path).update(readFileSync(join(root, path)));
  return hash.digest("hex");
}

function filesBelow(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length));
}

function isStale(stamp, hash) {
  const path = join(root, stamp);
  return !existsSync(path) || readFileSync(path, "utf8") !== hash;
}

function run(command, args) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  if (result.status !== 0) {
    process.stderr.write(`${command} ${args.join(" ")} failed\n`);
    process.exit(result.status ?? 1);
  }
}

const installed = "node_modules/.installed";
const lock = hashOf(["package-lock.json"]);
if (isStale(installed, lock)) {
  process.stderr.write("Installing dependencies ...\n");
  run("npm", ["ci", "--no-audit", "--no-fund"]);
  writeFileSync(join(root, installed), lock);
}

const built = "dist/.built";
const sources = hashOf([...filesBelow("src"), "scripts/build.js", "tsconfig.json", "package-lock.json"]);
if (isStale(built, sources)) {
  process.stderr.write("Building ...\n");
  run(process.execPath, ["scripts/build.js"]);
  writeFileSync(join(root, built), sources);
}
