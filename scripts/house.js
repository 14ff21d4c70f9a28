// The rule of the rooms, once: which room may import which. `npm run rooms` prints the graph, and
// test/architecture.test.ts holds the sources to the rule.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root. */
export const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** The rooms in the order in which data flows through them: each may import itself and those before it. */
export const ROOMS = [
  "errors",
  "basics",
  "files",
  "kernel",
  "typed",
  "csv",
  "exports",
  "orders",
  "analysis",
  "warehouse",
  "lists",
  "render",
  "options",
  "nightly",
  "cli",
  "commands",
];

/** The program and the library, which nothing imports. */
const ENTRANCES = ["main", "index"];

/** Rooms of pure functions: they know nothing of Node. */
const PURE = ["basics", "analysis"];

/**
 * One import of a source file, whether of types or of values.
 *
 * @typedef {{ readonly from: string, readonly to: string }} Import
 */

/**
 * The text of each source file by its path from the root, with `/`.
 *
 * @typedef {Readonly<Record<string, string>>} Sources
 */

/**
 * The scanner's kernel is AssemblyScript and imports only itself; both sides read the layout of its memory.
 *
 * @param {string} file
 */
const isKernel = (file) => /^src\/kernel\/wasm\/(?!(?:shared\/)?layout\.ts)/.test(file);

/** @returns {Sources} every TypeScript file below src but the kernel's */
export function readSources() {
  const files = readdirSync(join(ROOT, "src"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((file) => !isKernel(file));
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(ROOT, file), "utf8")]));
}

/**
 * The room that a source file is in: the folder in `src`, or the file that stands there alone.
 *
 * @param {string} path
 */
export function roomOf(path) {
  return path.split("/")[1]?.replace(/\.ts$/, "") ?? "";
}

/**
 * The imports of a file: statements, re-exports, dynamic imports, and `import()` in types.
 *
 * @param {string} path
 * @param {string} source
 * @returns {readonly Import[]}
 */
export function importsOf(path, source) {
  const statements = source.matchAll(/^(?:import|export)\s+(?:type\s)?(?:[^;"']*?\sfrom\s+)?["']([^"']+)["']/gm);
  const calls = source.matchAll(/\bimport\(\s*["']([^"']+)["']/g);
  return [...statements, ...calls].map((match) => ({ from: path, to: targetOf(path, match[1] ?? "") }));
}

/**
 * The path of an imported file from the root (with `./` where it is not in `src`), or the name of a package.
 *
 * @param {string} path
 * @param {string} specifier
 */
function targetOf(path, specifier) {
  if (!specifier.startsWith(".")) return specifier;
  const target = new URL(specifier, `file:///${path}`).pathname.slice(1);
  return isOwn(target) ? target : `./${target}`;
}

/**
 * Whether an import leads to a source file of this program.
 *
 * @param {string} target
 */
export function isOwn(target) {
  return target.startsWith("src/");
}

/**
 * What is wrong with one import, in words; `null` where nothing is.
 *
 * @param {Import} one
 * @returns {string | null}
 */
export function problemOf({ from, to }) {
  const [room, target] = [roomOf(from), roomOf(to)];
  if (!isOwn(to)) {
    if (to.startsWith("./")) return `${from} imports ${to}, which is outside src`;
    if (PURE.includes(room) && to.startsWith("node:")) return `${from} imports ${to}: ${room} is pure`;
    if (/^(?:node:)?process$/.test(to)) return `${from} imports ${to}: only bin knows the process`;
    return null;
  }
  if (placeOf(room) < 0) return `${from} is in a room that has no place in the house`;
  return placeOf(target) <= placeOf(room) && !(ENTRANCES.includes(target) && from !== to)
    ? null
    : `${from} imports ${to}: ${room} comes before ${target}`;
}

/**
 * Where a room stands in the flow of data; −1 for an unknown one.
 *
 * @param {string} room
 */
export function placeOf(room) {
  return ENTRANCES.includes(room) ? ROOMS.length : ROOMS.indexOf(room);
}

/**
 * The files of one circle of imports, type imports included, in order; `null` where there is none.
 *
 * @param {readonly Import[]} imports
 * @returns {readonly string[] | null}
 */
export function circleIn(imports) {
  /** @type {Map<string, string[]>} */
  const targets = new Map();
  for (const { from, to } of imports) {
    if (isOwn(to)) targets.set(from, [...(targets.get(from) ?? []), to]);
  }
  const done = new Set();
  /** @type {(file: string, trail: readonly string[]) => readonly string[] | null} */
  const visit = (file, trail) => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const target of targets.get(file) ?? []) {
      const circle = visit(target, [...trail, file]);
      if (circle !== null) return circle;
    }
    done.add(file);
    return null;
  };
  for (const file of targets.keys()) {
    const circle = visit(file, []);
    if (circle !== null) return circle;
  }
  return null;
}
