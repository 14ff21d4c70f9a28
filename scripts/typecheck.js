// Checks the types of every project. What tsc found the last time is kept, so that it looks only at what changed since.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root } from "./freshness.js";

/** The sources; the rooms that know nothing of Node; tests; bench. */
const PROJECTS = [".", "src/analysis", "test", "bench"];

let failed = 0;
for (const project of PROJECTS) {
  const memory = join("node_modules", ".cache", "rfm-types", `${project.replace(/\W/g, "-")}.tsbuildinfo`);
  const args = ["-p", join(project, "tsconfig.json"), "--noEmit", "--incremental", "--tsBuildInfoFile", memory];
  const { status } = spawnSync(process.execPath, ["node_modules/typescript/bin/tsc", ...args], {
    cwd: root,
    stdio: "inherit",
  });
  if (status !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 2);
