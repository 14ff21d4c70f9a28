import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

let project = "";
let compiled: Outcome = { status: null, stdout: "", stderr: "" };

/** Runs a program in the project that the package is installed in, or in another folder. */
function run(command: string, args: readonly string[], cwd = project): Outcome {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  return { status, stdout, stderr };
}

function runOrThrow(command: string, args: readonly string[], cwd = project): void {
  const { status, stdout, stderr } = run(command, args, cwd);
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} failed\n${stdout}${stderr}`);
}

function jsonOf(path: string): Readonly<Record<string, unknown>> {
  const parsed: unknown = JSON.parse(readFileSync(join(ROOT, path), "utf8"));
  if (typeof parsed !== "object" || parsed === null) throw new Error(`${path} holds no object`);
  return { ...parsed };
}

/** A table with one row per customer: 2 + 3 + 4 orders. */
const CUSTOMERS = `Customer ID,Total Orders,Total Spent,Last Order Date
A,2,20.00,2026-01-05
B,3,35.50,2026-02-05
C,4,41.00,2026-03-05
`;

/** The examples of docs/library.md. */
function libraryExamples(): readonly string[] {
  const page = readFileSync(join(ROOT, "docs/library.md"), "utf8");
  const blocks = [...page.matchAll(/^```ts\n([\s\S]*?)^```/gm)].map((match) => match[1] ?? "");
  const examples = blocks.filter((block) => block.includes('from "rfm-cli"'));
  if (examples.length < 3) throw new Error("docs/library.md has fewer than three examples");
  return examples;
}

/** Packs the package, installs it into an empty TypeScript project, and compiles that. */
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), "rfm-package-"));
  runOrThrow("npm", ["pack", "--pack-destination", project], ROOT);
  const tarball = readdirSync(project).find((name) => name.endsWith(".tgz")) ?? "";
  writeFileSync(join(project, "package.json"), JSON.stringify({ name: "shop", private: true, type: "module" }));
  const quiet = ["--no-audit", "--no-fund", "--prefer-offline"];
  runOrThrow("npm", ["install", `./${tarball}`, ...quiet]);
  const compilerOptions = { strict: true, module: "nodenext", target: "es2023", outDir: "out" };
  writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts"] }));
  for (const [index, example] of libraryExamples().entries()) {
    writeFileSync(join(project, `example-${index + 1}.ts`), example);
  }
  writeFileSync(join(project, "customers.csv"), CUSTOMERS);
  symlinkSync(join(ROOT, "fixtures"), join(project, "fixtures"), "junction");
  compiled = run(process.execPath, [join(ROOT, "node_modules/typescript/bin/tsc"), "-p", "tsconfig.json"]);
});

afterAll(() => {
  rmSync(project, { recursive: true, force: true });
});

describe("the package", () => {
  it("holds the program, its types and its papers: no sources, tests or fixtures", () => {
    const installed = join(project, "node_modules", "rfm-cli");
    const files = readdirSync(installed, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(installed, join(entry.parentPath, entry.name)).split(sep).join("/"));
    expect(files).toEqual(
      expect.arrayContaining(["bin/rfm.js", "dist/index.js", "dist/index.d.ts", "LICENSE", "package.json"]),
    );
    const places = new Set(files.map((file) => file.replace(/\/.*/, "")));
    const known = ["bin", "dist", "docs", "schemas", "CHANGELOG.md", "LICENSE", "README.md", "package.json"];
    expect([...places].filter((place) => !known.includes(place))).toEqual([]);
    expect(files.filter((file) => file.startsWith("docs/") && !file.endsWith(".md"))).toEqual([]);
    expect(files.filter((file) => /\.ts$/.test(file) && !file.endsWith(".d.ts"))).toEqual([]);
    expect(files.filter((file) => /\.test\.|\.csv|\.map$/.test(file))).toEqual([]);
  });

  it("names what it holds in package.json", () => {
    const { files } = jsonOf("package.json");
    expect(files).toEqual(expect.arrayContaining(["bin", "dist"]));
    for (const folder of ["src", "test", "fixtures", "bench", "scripts"]) expect(files).not.toContain(folder);
  });

  it("has types that a strict project compiles with", () => {
    expect(compiled.stdout).toBe("");
    expect(compiled.status).toBe(0);
  });

  it("runs the first example of docs/library.md on six months of real orders: 2718 customers", () => {
    const { status, stdout, stderr } = run("node", ["out/example-1.js"]);
    expect(stderr).toBe("");
    expect(stdout.split("\n")).toContain("2718 customers");
    expect(stdout).toMatch(/^Champions: \d+/m);
    expect(status).toBe(0);
  });

  // counted by another program: 28,908 rows of the month name a customer, with 2,232 different stock codes
  it.each([
    ["a table of customers", 2, "3 customers, 9 orders\n"],
    ["line items", 3, "28908 lines of 2232 products\n"],
  ])("runs the example of %s", (_, example, says) => {
    expect(run("node", [`out/example-${example}.js`])).toMatchObject({ status: 0, stdout: says, stderr: "" });
  });

  it("brings the program along", () => {
    expect(run(join(project, "node_modules", ".bin", "rfm"), ["--version"])).toMatchObject({
      status: 0,
      stdout: `${jsonOf("package.json")["version"]}\n`,
    });
  });
});
