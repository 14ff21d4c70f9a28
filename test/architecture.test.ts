import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** The text of each source file by its path from the repository's root, with `/`. */
type Sources = Readonly<Record<string, string>>;

/** One import of a source file; `types` where nothing of it is left when the program runs. */
interface Import {
  readonly from: string;
  readonly to: string;
  readonly kind: "types" | "values";
}

/** The rooms of the house, and what each may import; the direction is bin → main → commands → … → core. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  main: ["commands", "cli", "config", "orders", "core", "render", "lists", "errors"],
  index: ["config", "orders", "core", "render", "lists", "errors"],
  commands: ["commands", "run", "cli", "options", "config", "orders", "core", "render", "lists", "files", "errors"],
  run: ["run", "cli", "config", "options", "orders", "core", "render", "files", "errors"],
  cli: ["cli", "config", "options", "orders", "core", "render", "files", "errors"],
  config: ["config", "options", "orders", "core", "errors"],
  options: ["options", "lists", "render", "orders", "core", "errors"],
  orders: ["orders", "core", "errors"],
  render: ["render", "core", "errors"],
  lists: ["lists", "render", "core", "errors"],
  core: ["core", "errors"],
  files: ["files", "errors"],
  errors: [],
};

/** What a room may know the types of, beyond what it may import. */
const TYPES_ALLOWED: Readonly<Record<string, readonly string[]>> = { render: ["orders"] };

/** All that the reading of exports may know of the core: neither scores nor segments nor retention. */
const CORE_FOR_ORDERS = [
  /^src\/core\/addresses\//,
  /^src\/core\/calendar\//,
  /^src\/core\/customers\/contacts\.ts$/,
  /^src\/core\/money\//,
  /^src\/core\/ledger\/entries\.ts$/,
  /^src\/core\/order-table\.ts$/,
  /^src\/core\/output-columns\.ts$/,
  /^src\/core\/compare\.ts$/,
  /^src\/core\/nearest-names\.ts$/,
  /^src\/core\/words\.ts$/,
];

function readSources(): Sources {
  const files = readdirSync(join(ROOT, "src"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    files.map((file) => [relative(ROOT, file).split(sep).join("/"), readFileSync(file, "utf8")]),
  );
}

/** The room that a source file is in: the folder in `src`, or the file that stands there alone. */
function roomOf(path: string): string {
  return path.split("/")[1]?.replace(/\.ts$/, "") ?? "";
}

/** The imports of a file: statements, re-exports, dynamic imports, and `import()` in types. */
function importsOf(path: string, source: string): readonly Import[] {
  const statements = source.matchAll(/^(?:import|export)\s+(type\s)?(?:[^;"']*?\sfrom\s+)?["']([^"']+)["']/gm);
  const calls = source.matchAll(/(typeof\s+)?\bimport\(\s*["']([^"']+)["']/g);
  return [...statements, ...calls].map(
    (match): Import => ({
      from: path,
      to: targetOf(path, match[2] ?? ""),
      kind: match[1] === undefined ? "values" : "types",
    }),
  );
}

/** The path of an imported file from the root (with `./` where it is not in `src`), or the name of a package. */
function targetOf(path: string, specifier: string): string {
  if (!specifier.startsWith(".")) return specifier;
  const target = new URL(specifier, `file:///${path}`).pathname.slice(1);
  return isOwn(target) ? target : `./${target}`;
}

function isOwn(target: string): boolean {
  return target.startsWith("src/");
}

/** What is wrong with one import, in words; `null` where nothing is. */
function problemOf({ from, to, kind }: Import): string | null {
  const [room, target] = [roomOf(from), roomOf(to)];
  if (!isOwn(to)) {
    if (to.startsWith("./")) return `${from} imports ${to}, which is outside src`;
    if (room === "core" && to.startsWith("node:")) return `${from} imports ${to}: the core is pure`;
    if (/^(?:node:)?process$/.test(to)) return `${from} imports ${to}: only bin knows the process`;
    return null;
  }
  const allowed = ALLOWED[room];
  if (allowed === undefined) return `${from} is in a room that has no place in the house`;
  const byType = kind === "types" && TYPES_ALLOWED[room]?.includes(target) === true;
  if (!allowed.includes(target) && !byType) return `${from} imports ${to}: ${room} may not know ${target}`;
  if (room === "orders" && target === "core" && !CORE_FOR_ORDERS.some((part) => part.test(to))) {
    return `${from} imports ${to}: orders may not know this part of core`;
  }
  return null;
}

/** Code without comments, strings, and the bodies of functions that have a parameter called `process`. */
function codeOf(source: string): string {
  const code = source
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/"(?:[^"\\\n]|\\.)*"/g, '""')
    .replace(/(^|\s)\/\/.*$/gm, "");
  const parameter = /\([^()]*\bprocess\s*:[^()]*\)[^{;]*\{/.exec(code);
  if (parameter === null) return code;
  const start = parameter.index + parameter[0].length;
  let [depth, end] = [1, start];
  while (depth > 0 && end < code.length) {
    if (code[end] === "{") depth += 1;
    else if (code[end] === "}") depth -= 1;
    end += 1;
  }
  return codeOf(`${code.slice(0, parameter.index)}${code.slice(end)}`);
}

function touchesProcess(source: string): boolean {
  return /(?<![.\w])process\b(?!\s*:)|\bglobalThis\b/.test(codeOf(source));
}

/** The files of one cycle of value imports, in order; `null` where there is none. */
function cycleIn(imports: readonly Import[]): readonly string[] | null {
  const targets = new Map<string, string[]>();
  for (const { from, to, kind } of imports) {
    if (kind === "values" && isOwn(to)) targets.set(from, [...(targets.get(from) ?? []), to]);
  }
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): readonly string[] | null => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const target of targets.get(file) ?? []) {
      const cycle = visit(target, [...trail, file]);
      if (cycle !== null) return cycle;
    }
    done.add(file);
    return null;
  };
  for (const file of targets.keys()) {
    const cycle = visit(file, []);
    if (cycle !== null) return cycle;
  }
  return null;
}

/** Everything in the sources that goes against the house's directions, one line each. */
function problemsIn(sources: Sources): readonly string[] {
  const imports = Object.entries(sources).flatMap(([path, source]) => importsOf(path, source));
  const cycle = cycleIn(imports);
  return [
    ...imports.flatMap((one) => problemOf(one) ?? []),
    ...imports.filter(({ to }) => isOwn(to) && !(to in sources)).map(({ from, to }) => `${from}: ${to} is not there`),
    ...Object.keys(sources)
      .filter((path) => touchesProcess(sources[path] ?? ""))
      .map((path) => `${path} touches the global process`),
    ...(cycle === null ? [] : [`a cycle: ${cycle.join(" → ")}`]),
  ];
}

describe("the house", () => {
  const sources = readSources();

  it("has sources to look at", () => {
    expect(Object.keys(sources)).toContain("src/core/scores/scale.ts");
    expect(importsOf("src/main.ts", sources["src/main.ts"] ?? "").length).toBeGreaterThan(3);
  });

  it("imports in one direction only, without cycles, and leaves the process to bin", () => {
    expect(problemsIn(sources)).toEqual([]);
  });

  it("is entered by bin through main, with a context from cli", () => {
    const bin = readFileSync(join(ROOT, "bin/rfm.js"), "utf8");
    const imported = importsOf("bin/rfm.js", bin).map(({ to }) => to);
    expect(imported.toSorted()).toEqual(["./dist/cli/context.js", "./dist/main.js"]);
  });
});

describe("this test", () => {
  /** The problems of one made-up file, which everything it imports stands beside. */
  function problemsOf(path: string, source: string): readonly string[] {
    const others = importsOf(path, source).filter(({ to }) => isOwn(to) && to !== path);
    return problemsIn({ ...Object.fromEntries(others.map(({ to }) => [to, ""])), [path]: source });
  }

  it.each([
    ["src/core/scores/bad.ts", 'import { a } from "../../orders/read-orders.ts";'],
    ["src/core/scores/bad.ts", 'import type { A } from "../../render/style.ts";'],
    ["src/core/scores/bad.ts", 'import { readFile } from "node:fs/promises";'],
    ["src/core/scores/bad.ts", 'export { a } from "../../cli/output.ts";'],
    ["src/core/scores/bad.ts", 'export * from "../../cli/output.ts";'],
    ["src/core/scores/bad.ts", 'import {\n  type A,\n  b,\n} from "../../cli/output.ts";'],
    ["src/core/scores/bad.ts", 'import "../../cli/output.ts";'],
    ["src/core/scores/bad.ts", 'const a = async () => (await import("../../cli/output.ts")).a;'],
    ["src/orders/bad.ts", 'import { a } from "../core/scores/scale.ts";'],
    ["src/orders/bad.ts", 'import type { A } from "../core/ledger/ledger.ts";'],
    ["src/orders/bad.ts", 'import { a } from "../render/style.ts";'],
    ["src/render/bad.ts", 'import { a } from "../orders/read-orders.ts";'],
    ["src/render/bad.ts", 'import { type A } from "../orders/read-orders.ts";'], // leaves an import behind
    ["src/cli/bad.ts", 'import { a } from "../commands/score.ts";'],
    ["src/commands/bad.ts", 'import { main } from "../main.ts";'],
    ["src/errors.ts", 'import { a } from "./core/compare.ts";'],
    ["src/helpers/bad.ts", 'import { a } from "../core/compare.ts";'],
    ["src/cli/bad.ts", 'import process from "node:process";'],
    ["src/cli/bad.ts", "const width = process.stdout.columns;"],
    ["src/cli/bad.ts", "run(process);"],
    ["src/cli/bad.ts", "globalThis.process.exit(1);"],
    ["src/cli/bad.ts", "export function a(process: B): void {\n  process.on();\n}\nprocess.exit(1);"],
    ["src/cli/bad.ts", 'import { a } from "../../bench/a.ts";'],
    ["src/core/bad.ts", 'import { a } from "./bad.ts";'],
  ])("finds what is wrong in %s: %j", (path, source) => {
    expect(problemsOf(path, source)).not.toEqual([]);
  });

  it.each([
    ["src/core/scores/good.ts", 'import { a } from "../compare.ts";\nimport { sub } from "date-fns";'],
    ["src/orders/good.ts", 'import { a } from "../core/ledger/entries.ts";\nimport { open } from "node:fs/promises";'],
    ["src/render/good.ts", 'import type { A } from "../orders/read-orders.ts";'],
    ["src/render/good.ts", 'type A = typeof import("../orders/read-orders.ts");'],
    ["src/cli/good.ts", "/** What the process says. */\nexport const a = 1; // the process\n"],
    ["src/cli/good.ts", 'const text = "the process ended";\nconst b = context.process;'],
    ["src/cli/good.ts", "export function a(process: B): void {\n  if (b) {\n    process.on();\n  }\n}\n"],
  ])("finds nothing wrong in %s: %j", (path, source) => {
    expect(problemsOf(path, source)).toEqual([]);
  });

  it("finds cycles of values, and lets types go round", () => {
    const a = 'import { b } from "./b.ts";';
    const b = 'import { c } from "./c.ts";';
    const values = { "src/core/a.ts": a, "src/core/b.ts": b, "src/core/c.ts": 'import { a } from "./a.ts";' };
    expect(problemsIn(values)).toEqual(["a cycle: src/core/a.ts → src/core/b.ts → src/core/c.ts → src/core/a.ts"]);
    expect(problemsIn({ ...values, "src/core/c.ts": 'import type { A } from "./a.ts";' })).toEqual([]);
  });

  it("finds imports of files that are not there", () => {
    expect(problemsIn({ "src/core/a.ts": 'import { b } from "./b.ts";' })).toEqual([
      "src/core/a.ts: src/core/b.ts is not there",
    ]);
  });
});
