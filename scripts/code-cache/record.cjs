// Loaded before the program, in each of its threads: keeps the code that V8 made of the program's modules, with the functions
// that ran, beside those modules that have none yet.
const { existsSync, readFileSync, renameSync, writeFileSync } = require("node:fs");
const { isMainThread, threadId } = require("node:worker_threads");
const { cachePath, compileModule, runModule } = require("../../dist/files/code-cache.cjs");

// code says under which flags it was made, and V8 takes it only with the same
require("node:v8").setFlagsFromString = () => {};

const kind = isMainThread ? "main" : "worker";
/** Whether the thread looks for kept code; one that takes files' hashes does not. */
let makesUse = true;
const scripts = new Map();

require.extensions[".cjs"] = (module, path) => {
  makesUse &&= !path.endsWith("hash-worker.cjs");
  const script = compileModule(path);
  if (makesUse && !importsLater(path) && !existsSync(cachePath(path, kind))) scripts.set(path, script);
  runModule(script, module, path);
};

/** Whether a module has `import()`, which kept code cannot do in Node.js 20: it does not know which module it is of. */
function importsLater(path) {
  return /[^.\w]import\([^)]/.test(readFileSync(path, "latin1").replace(/^\s*\*.*$/gm, ""));
}

function keep() {
  for (const [path, script] of scripts) {
    const whole = `${cachePath(path, kind)}.${threadId}`;
    writeFileSync(whole, script.createCachedData());
    renameSync(whole, cachePath(path, kind));
  }
}

// other threads are ended from outside, and never come to their exit
if (isMainThread) process.on("exit", keep);
else setInterval(keep, 20).unref();
