// The sources as JavaScript, one file each, for the tests. Node loads them as it loads any program; what the
// test runner makes of them is slower, because each use of an import is a look-up there.
import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { filesBelow, hashOf, makeFresh, root } from "./freshness.js";

/** As deep as `src` and `dist`: some modules find files from where they stand. */
const FOLDER = "dist-modules";
const SOURCE = join(root, "src");

/** Of a path in `src`, where the module lies as JavaScript; `null` of what is no such module. */
export function modulePath(path) {
  const isModule = path.startsWith(SOURCE) && /\.ts$/.test(path) && !path.startsWith(join(SOURCE, "kernel", "wasm"));
  return isModule ? `${join(root, FOLDER)}${path.slice(SOURCE.length, -".ts".length)}.js` : null;
}

/** The paths that `modulePath` gives. */
export const MODULE_PATHS = /[\\/]dist-modules[\\/]/;

/** Writes the modules anew where a source has changed. */
export function buildModules() {
  const sources = [...filesBelow("src"), "scripts/modules.js", "tsconfig.json", "package-lock.json"];
  makeFresh(`${FOLDER}/.built`, hashOf(sources), () => {
    rmSync(join(root, FOLDER), { recursive: true, force: true });
    const args = ["-p", "tsconfig.json", "--noCheck", "--declaration", "false", "--outDir", FOLDER];
    const { status } = spawnSync(process.execPath, ["node_modules/typescript/bin/tsc", ...args], {
      cwd: root,
      stdio: "inherit",
    });
    if (status !== 0) throw new Error("the sources could not be compiled");
    // threads run the built program
    const built = 'export { SCAN_WORKER } from "../../../dist/orders/scan/worker-url.cjs";\n';
    writeFileSync(join(root, FOLDER, "orders", "scan", "worker-url.js"), built);
  });
}
