// Installs and builds what is missing, so that `npm test` and `npm run demo` work on a fresh clone with only Node and npm.
import { spawnSync } from "node:child_process";
import { filesBelow, hashOf, makeFresh, root } from "./freshness.js";

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

makeFresh("node_modules/.installed", hashOf(["package-lock.json"]), () => {
  process.stderr.write("Installing dependencies ...\n");
  run("npm", ["ci", "--no-audit", "--no-fund"]);
});
const makers = ["bin/rfm.js", "scripts/build.js", "scripts/worked-out.js", ...filesBelow("scripts/code-cache")];
const sources = [...filesBelow("src"), ...makers, "tsconfig.json", "package-lock.json"];
makeFresh("dist/.built", hashOf(sources), () => {
  process.stderr.write("Building ...\n");
  run(process.execPath, ["scripts/build.js"]);
});
