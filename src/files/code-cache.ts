import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { constants, Script } from "node:vm";

/** Which code a thread runs: each kind has its own of what was compiled. */
export type ThreadKind = "main" | "worker";

/**
 * Lets the built program's modules use the code that V8 made of them when the program was built, and kept beside them. Compiling
 * them anew would be a quarter of a short run. V8 does not take code of another version or with other flags, and compiles the
 * module then, as it does where nothing was kept, or where the module was changed later.
 */
export function useCodeCache(kind: ThreadKind): void {
  const { extensions } = createRequire(import.meta.url);
  const load = extensions[".cjs"] ?? extensions[".js"];
  extensions[".cjs"] = (module, path) => {
    const cachedData = readIfNewer(cachePath(path, kind), path);
    if (cachedData === null) load(module, path);
    else runModule(compileModule(path, cachedData), module, path);
  };
}

/** Where the code of a module is kept. */
export function cachePath(path: string, kind: ThreadKind): string {
  return `${path}.${kind}.cache`;
}

/** A module of the built program, which is all ASCII, as a script that makes the function of CommonJS. */
export function compileModule(path: string, cachedData?: Buffer): Script {
  const text = `(function (exports, require, module, __filename, __dirname) { ${readFileSync(path, "latin1")}\n})`;
  const importModuleDynamically = constants.USE_MAIN_CONTEXT_DEFAULT_LOADER;
  return new Script(text, {
    filename: path,
    importModuleDynamically,
    ...(cachedData === undefined ? {} : { cachedData }),
  });
}

/** Runs a script of `compileModule` as Node.js runs a module. */
export function runModule(script: Script, module: NodeJS.Module, path: string): void {
  const run = script.runInThisContext() as CommonJs;
  run.call(module.exports, module.exports, (id) => module.require(id), module, path, dirname(path));
}

type CommonJs = (
  this: unknown,
  exports: unknown,
  require: (id: string) => unknown,
  module: NodeJS.Module,
  path: string,
  folder: string,
) => void;

/** V8 itself compares only how long the module is. */
function readIfNewer(path: string, module: string): Buffer | null {
  try {
    return statSync(path).mtimeMs < statSync(module).mtimeMs ? null : readFileSync(path);
  } catch {
    return null;
  }
}
