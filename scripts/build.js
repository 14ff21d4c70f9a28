// Builds dist: declarations with tsc, which checks the sources as well, the kernel as WebAssembly, and the program bundled,
// because loading some two hundred modules one by one is most of a short run's time. So are the dependencies that nearly every
// run or every thread loads, with their licences in one file; others stay outside. The bundle is CommonJS, for only of that can
// Node.js 20 use code that was compiled before (scripts/code-cache/make.js).
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { makeCodeCache } from "./code-cache/make.js";
import { workedOut } from "./worked-out.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const source = join(root, "src");

/** What is entered from outside: by bin, by those who use the library, by threads. */
const ENTRIES = [
  "main.ts",
  "cli/context.ts",
  "index.ts",
  "orders/scan/scan-worker.ts",
  "orders/scan/scan-jobs.ts",
  "files/hash-worker.ts",
];

/** Modules whose functions give the same texts in every run. */
const WORKED_OUT = ["exports/detect/names/name-keys.ts"].map((path) => join(source, path));

/** Dependencies that go into the program, with what they depend on themselves; the last ones into a part that each thread loads. */
const BUNDLED = [
  "commander",
  "chalk",
  "csv-stringify",
  "date-fns",
  "@date-fns",
  "simple-statistics",
  "string-width",
  "get-east-asian-width",
  "strip-ansi",
  "ansi-regex",
  "emoji-regex",
  "hyparquet",
  "hyparquet-compressors",
  "hysnappy",
  "fzstd",
  "zstddec",
  "d3-shape",
  "d3-path",
];

/** Whether a module is neither one of the sources nor of what is bundled with them. */
function isOutside(id) {
  if (/^[.#]/.test(id) || id.startsWith(source) || id.startsWith(join(root, "node_modules"))) return false;
  return !BUNDLED.some((name) => id === name || id.startsWith(`${name}/`));
}

/** The program says which streams have colours; that chalk looks for itself takes each run some milliseconds. */
const withoutColourSearch = {
  name: "without-colour-search",
  resolveId: (id) => (id === "#supports-color" ? "\0no-colours" : null),
  load: (id) => (id === "\0no-colours" ? "export default { stdout: false, stderr: false };" : null),
};

/** What string-width makes when it is loaded and most runs never need: what uses Intl first takes some 7 ms, a pattern of all emoji 3 to 5. */
const LATE = { segmenter: "new Intl.Segmenter()", rgiEmojiRegex: "/^\\p{RGI_Emoji}$/v" };

/** Makes these when a text with other letters than ASCII's is first measured. */
const withLateWidths = {
  name: "with-late-widths",
  transform: (code, id) => {
    if (!/[\\/]string-width[\\/]/.test(id)) return null;
    return Object.entries(LATE).reduce((late, [name, made]) => {
      const declaration = `const ${name} = ${made};`;
      if (late.split(declaration).length !== 2 || late.split(`${name}.`).length !== 2)
        throw new Error(`string-width makes or uses its ${name} elsewhere`);
      return late.replace(declaration, `let ${name};`).replace(`${name}.`, `(${name} ??= ${made}).`);
    }, code);
  },
};

/**
 * Names each module's chunk: one for what is loaded before the command is known, one for what threads run, one for what else
 * `rfm score` loads, and so nearly every command. To find and read a chunk takes half a millisecond.
 *
 * @param stays paths of modules that have files of their own
 */
function chunkNames(stays) {
  const reached = new Map();
  const reach = (entry, context) => {
    const found = new Set([join(source, entry)]);
    for (const id of found) for (const imported of context.getModuleInfo(id)?.importedIds ?? []) found.add(imported);
    reached.set(entry, found);
    return found;
  };
  return (id, context) => {
    const isReached = (entry) => (reached.get(entry) ?? reach(entry, context)).has(id);
    if (stays.has(id)) return null;
    const isInThreads = isReached("orders/scan/scan-jobs.ts");
    if (isReached("main.ts") || isReached("cli/context.ts")) return isInThreads ? "basics" : "program";
    if (isInThreads) return "threads";
    if (isReached("files/hash-worker.ts")) return "hashes";
    return isReached("commands/score.ts") || isReached("cli/command.ts") ? "commands" : null;
  };
}

/** Writes the licences of the packages whose modules are in the program. */
function writeLicences(moduleIds) {
  const folders = moduleIds.flatMap((id) => /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id)?.[0] ?? []);
  const texts = [...new Set(folders)].sort().map((folder) => {
    const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
    if (file === undefined) throw new Error(`${folder} has no licence`);
    const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return `${name} ${version}\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
  });
  writeFileSync(join(root, "dist", "third-party-licences.txt"), texts.join(`\n${"-".repeat(72)}\n\n`));
}

/** Escapes what is not ASCII: V8 keeps the text of a program in half the memory then, in each thread, and reads it sooner. */
function writeInAscii(chunk) {
  const code = chunk.code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  writeFileSync(join(root, "dist", chunk.fileName), code);
}

/** The library's way in, an ES module, as those who import it expect. */
function writeLibrary(names) {
  const code = `import library from "./index.cjs";\n\nexport const { ${names.join(", ")} } = library;\n`;
  writeFileSync(join(root, "dist", "index.js"), code);
}

/** Modules that find files from where they stand themselves; they keep their place. */
function placedModules() {
  return readdirSync(source, { recursive: true })
    .filter((path) => path.endsWith(".ts") && readFileSync(join(source, path), "utf8").includes("import.meta.url"))
    .map((path) => path.split(sep).join("/"));
}

function compile(compiler, args) {
  const program = join(root, "node_modules", compiler);
  const { status } = spawnSync(process.execPath, [program, ...args], { cwd: root, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

async function bundle() {
  const placed = placedModules();
  const entries = [...new Set([...ENTRIES, ...placed])];
  const build = await rolldown({
    cwd: root,
    platform: "node",
    input: Object.fromEntries(entries.map((path) => [path.replace(/\.ts$/, ""), join(source, path)])),
    external: isOutside,
    plugins: [withoutColourSearch, withLateWidths, workedOut(WORKED_OUT, { cwd: root, platform: "node" })],
    preserveEntrySignatures: "allow-extension",
    checks: { ineffectiveDynamicImport: false }, // lazy for the commands, eager for the library
  });
  const name = chunkNames(new Set(entries.map((path) => join(source, path))));
  const { output } = await build.write({
    dir: join(root, "dist"),
    format: "cjs",
    exports: "named",
    entryFileNames: "[name].cjs",
    chunkFileNames: "chunks/[name].cjs",
    codeSplitting: { includeDependenciesRecursively: false, groups: [{ name, debugName: "by need" }] },
  });
  await build.close();
  for (const chunk of output) if (chunk.type === "chunk") writeInAscii(chunk);
  writeLicences(output.flatMap(({ moduleIds = [] }) => moduleIds));
  writeLibrary(output.find(({ fileName }) => fileName === "index.cjs").exports);
  for (const { fileName, moduleIds = [] } of output) {
    const paths = moduleIds.map((id) => relative(source, id).split(sep).join("/"));
    const moved = paths.find((path) => placed.includes(path) && path.replace(/\.ts$/, ".cjs") !== fileName);
    if (moved !== undefined) throw new Error(`${moved} finds files from where it stands, and was put into ${fileName}`);
  }
}

rmSync(join(root, "dist"), { recursive: true, force: true });
compile("typescript/bin/tsc", ["-p", "tsconfig.json", "--emitDeclarationOnly"]);
for (const folder of ["src/kernel/wasm", "src/kernel/wasm/shared"])
  compile("assemblyscript/bin/asc.js", ["--config", `${folder}/asconfig.json`, "--target", "release"]);
await bundle();
makeCodeCache();
