/** Holds the sources to the rule of the rooms, which stands in scripts/house.js; `npm run rooms` prints the graph. */
import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { describe, expect, it } from "vitest";
import { circleIn, importsOf, isOwn, problemOf, ROOT, readSources } from "../scripts/house.js";

/** The text of each source file by its path from the repository's root, with `/`. */
type Sources = Readonly<Record<string, string>>;

/** A source file with more lines holds a second concept. */
const LONGEST_FILE = 300;

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

/** Everything in the sources that goes against the house's directions, one line each. */
function problemsIn(sources: Sources): readonly string[] {
  const imports = Object.entries(sources).flatMap(([path, source]) => importsOf(path, source));
  const cycle = circleIn(imports);
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
    expect(Object.keys(sources)).toContain("src/analysis/scores/scale.ts");
    expect(importsOf("src/main.ts", sources["src/main.ts"] ?? "").length).toBeGreaterThan(3);
  });

  it("imports in one direction only, without cycles, and leaves the process to bin", () => {
    expect(problemsIn(sources)).toEqual([]);
  });

  it("is entered by bin through main, with a context from cli", () => {
    const bin = readFileSync(join(ROOT, "bin/rfm.js"), "utf8");
    const required = [...bin.matchAll(/require\("(.+?)"\)/g)].map(([, module]) => module);
    expect(required).toEqual(["../dist/files/code-cache.cjs", "../dist/cli/context.cjs", "../dist/main.cjs"]);
  });
});

describe("the size of files", () => {
  /** The catalogues of languages are as long as what the program says. */
  const kernel = "src/kernel/wasm";
  const kernelFiles = readdirSync(join(ROOT, kernel), { encoding: "utf8", recursive: true }).filter((name) =>
    name.endsWith(".ts"),
  );
  const sources = {
    ...readSources(),
    ...Object.fromEntries(
      kernelFiles.map((name) => [`${kernel}/${name}`, readFileSync(join(ROOT, kernel, name), "utf8")]),
    ),
  };
  const sizes = Object.entries(sources)
    .filter(([path]) => !/^src\/render\/language\/[a-z]{2}\//.test(path))
    .map(([path, source]) => [path, source.split("\n").length - 1] as const)
    .toSorted(([, a], [, b]) => a - b);

  it("is 300 lines at most", () => {
    expect(sizes.filter(([, lines]) => lines > LONGEST_FILE)).toEqual([]);
  });

  it("is 40 to 120 lines in the middle", () => {
    const [, median] = sizes[Math.floor(sizes.length / 2)] ?? ["", 0];
    expect(median).toBeGreaterThanOrEqual(40);
    expect(median).toBeLessThanOrEqual(120);
  });
});

describe("each folder", () => {
  it("opens with what it is: a comment at the head of its index.ts or its main file", () => {
    const sources = Object.entries(readSources());
    const folders = new Set(sources.map(([path]) => posix.dirname(path)));
    const opened = new Set(sources.filter(([, text]) => /^\/[*/]/.test(text)).map(([path]) => posix.dirname(path)));
    expect(folders.size).toBeGreaterThan(50);
    expect([...folders].filter((folder) => !opened.has(folder))).toEqual([]);
  });
});

describe("this test", () => {
  /** The problems of one made-up file, which everything it imports stands beside. */
  function problemsOf(path: string, source: string): readonly string[] {
    const others = importsOf(path, source).filter(({ to }) => isOwn(to) && to !== path);
    return problemsIn({ ...Object.fromEntries(others.map(({ to }) => [to, ""])), [path]: source });
  }

  it.each([
    ["src/analysis/scores/bad.ts", 'import { a } from "../../render/style.ts";'],
    ["src/analysis/scores/bad.ts", 'import type { A } from "../../render/style.ts";'],
    ["src/analysis/scores/bad.ts", 'import { readFile } from "node:fs/promises";'],
    ["src/analysis/scores/bad.ts", 'export { a } from "../../cli/output.ts";'],
    ["src/analysis/scores/bad.ts", 'export * from "../../cli/output.ts";'],
    ["src/analysis/scores/bad.ts", 'import {\n  type A,\n  b,\n} from "../../cli/output.ts";'],
    ["src/analysis/scores/bad.ts", 'import "../../cli/output.ts";'],
    ["src/analysis/scores/bad.ts", 'const a = async () => (await import("../../cli/output.ts")).a;'],
    ["src/basics/bad.ts", 'import { join, posix } from "node:path";'],
    ["src/basics/bad.ts", 'import type { A } from "../files/disk.ts";'],
    ["src/csv/bad.ts", 'import type { A } from "../exports/plan.ts";'],
    ["src/orders/bad.ts", 'import { a } from "../analysis/scores/scale.ts";'],
    ["src/orders/bad.ts", 'import type { A } from "../analysis/ledger/ledger.ts";'],
    ["src/lists/bad.ts", 'type A = typeof import("../render/style.ts");'],
    ["src/nightly/bad.ts", 'import type { A } from "../cli/context.ts";'],
    ["src/cli/bad.ts", 'import { a } from "../commands/score.ts";'],
    ["src/commands/bad.ts", 'import { main } from "../main.ts";'],
    ["src/commands/bad.ts", 'import { readOrders } from "../index.ts";'],
    ["src/errors.ts", 'import { a } from "./basics/a.ts";'],
    ["src/helpers/bad.ts", 'import { a } from "../basics/a.ts";'],
    ["src/cli/bad.ts", 'import process from "node:process";'],
    ["src/cli/bad.ts", "const width = process.stdout.columns;"],
    ["src/cli/bad.ts", "run(process);"],
    ["src/cli/bad.ts", "globalThis.process.exit(1);"],
    ["src/cli/bad.ts", "export function a(process: B): void {\n  process.on();\n}\nprocess.exit(1);"],
    ["src/cli/bad.ts", 'import { a } from "../../bench/a.ts";'],
    ["src/analysis/bad.ts", 'import { a } from "./bad.ts";'],
  ])("finds what is wrong in %s: %j", (path, source) => {
    expect(problemsOf(path, source)).not.toEqual([]);
  });

  it.each([
    ["src/analysis/scores/good.ts", 'import { a } from "../../basics/a.ts";\nimport { sub } from "date-fns";'],
    ["src/orders/good.ts", 'import { a } from "../csv/a.ts";\nimport { open } from "node:fs/promises";'],
    ["src/render/good.ts", 'import type { A } from "../orders/read-orders.ts";'],
    ["src/render/good.ts", 'type A = typeof import("../orders/read-orders.ts");'],
    ["src/main.ts", 'import { a } from "./commands/index.ts";'],
    ["src/cli/good.ts", "/** What the process says. */\nexport const a = 1; // the process\n"],
    ["src/cli/good.ts", 'const text = "the process ended";\nconst b = context.process;'],
    ["src/cli/good.ts", "export function a(process: B): void {\n  if (b) {\n    process.on();\n  }\n}\n"],
  ])("finds nothing wrong in %s: %j", (path, source) => {
    expect(problemsOf(path, source)).toEqual([]);
  });

  it("finds cycles, of types too", () => {
    const a = 'import { b } from "./b.ts";';
    const b = 'import type { c } from "./c.ts";';
    const values = { "src/csv/a.ts": a, "src/csv/b.ts": b, "src/csv/c.ts": 'import { a } from "./a.ts";' };
    expect(problemsIn(values)).toEqual(["a cycle: src/csv/a.ts → src/csv/b.ts → src/csv/c.ts → src/csv/a.ts"]);
  });

  it("finds imports of files that are not there", () => {
    expect(problemsIn({ "src/csv/a.ts": 'import { b } from "./b.ts";' })).toEqual([
      "src/csv/a.ts: src/csv/b.ts is not there",
    ]);
  });
});
