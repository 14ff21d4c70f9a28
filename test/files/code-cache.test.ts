/** The code that the build keeps of the built program: V8 takes it, and does without it. */
import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ThreadKind } from "../../src/files/code-cache.ts";

const DIST = fileURLToPath(new URL("../../dist", import.meta.url));
const CODE_CACHE = join(DIST, "files", "code-cache.cjs");

/** What a script of CommonJS prints in a process of its own, where V8 has its usual flags. */
function printed(script: string, flags: readonly string[] = []): string {
  const { stdout, stderr } = spawnSync(process.execPath, [...flags, "-e", script], { encoding: "utf8" });
  expect(stderr).toBe("");
  return stdout;
}

/** Every module with kept code, as the program finds them: `[module, kind]`. */
const KEPT = readdirSync(DIST, { recursive: true, encoding: "utf8" }).flatMap((path) => {
  const found = /^(.*\.cjs)\.(main|worker)\.cache$/.exec(path);
  return found === null ? [] : [[join(DIST, found[1] ?? ""), found[2] ?? ""] as const];
});

/** Counts the modules whose code V8 refuses; of one kind, for it compiles the same text only once. */
function refused(
  kind: ThreadKind,
  { flags = [], first = "" }: { flags?: readonly string[]; first?: string } = {},
): number {
  const paths = KEPT.flatMap(([path, one]) => (one === kind ? [path] : []));
  const script = `${first}
    const { readFileSync } = require("node:fs");
    const { cachePath, compileModule } = require(${JSON.stringify(CODE_CACHE)});
    const code = (path) => readFileSync(cachePath(path, ${JSON.stringify(kind)}));
    const refused = ${JSON.stringify(paths)}.filter((path) => compileModule(path, code(path)).cachedDataRejected);
    console.log(refused.length);`;
  return Number(printed(script, flags));
}

describe("the code that the build keeps", () => {
  const count = (kind: ThreadKind) => KEPT.filter(([, one]) => one === kind).length;

  it("is there for what every run of `rfm score` loads, in the main thread and in others", () => {
    const names = KEPT.map(([path, kind]) => `${path.slice(DIST.length + 1).replaceAll("\\", "/")} ${kind}`);
    expect(names).toEqual(
      expect.arrayContaining([
        "main.cjs main",
        "chunks/commands.cjs main",
        "chunks/threads.cjs main",
        "chunks/threads.cjs worker",
        "orders/scan/scan-jobs.cjs worker",
      ]),
    );
    expect(names).not.toContain("chunks/commands.cjs worker"); // no thread loads so much
  });

  it.each(["main", "worker"] as const)("is taken by V8, except with other flags (%s)", (kind) => {
    expect(count(kind)).toBeGreaterThan(4);
    expect(refused(kind)).toBe(0);
    expect(refused(kind, { flags: ["--no-lazy"] })).toBe(count(kind));
  });

  it("is taken after garbage was collected, too, which needs another flag for a moment", () => {
    const collect = `require(${JSON.stringify(join(DIST, "chunks", "threads.cjs"))}).collectGarbage(2);`;
    expect(refused("worker", { first: collect })).toBe(0);
  });
});

describe("a module of the built program", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "rfm-code-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** A module that says which text it was made of, and code that was kept of another text of the same length. */
  function write({ later }: { readonly later: "code" | "module" }): void {
    mkdirSync(join(folder, "files"));
    copyFileSync(CODE_CACHE, join(folder, "files", "code-cache.cjs"));
    const module = join(folder, "said.cjs");
    writeFileSync(module, 'module.exports = "old";');
    printed(`
      const { cachePath, compileModule, runModule } = require(${JSON.stringify(CODE_CACHE)});
      const script = compileModule(${JSON.stringify(module)});
      runModule(script, { exports: {} }, ${JSON.stringify(module)});
      require("node:fs").writeFileSync(cachePath(${JSON.stringify(module)}, "main"), script.createCachedData());`);
    writeFileSync(module, 'module.exports = "new";');
    utimesSync(`${module}.main.cache`, 1000, 1000);
    utimesSync(module, 1000, later === "module" ? 1001 : 999);
  }

  function said(): string {
    return printed(`
      require(${JSON.stringify(join(folder, "files", "code-cache.cjs"))}).useCodeCache("main");
      console.log(require(${JSON.stringify(join(folder, "said.cjs"))}));`);
  }

  it("runs as it stands where it was changed after its code was kept", () => {
    write({ later: "module" });
    expect(said()).toBe("new\n");
  });

  it("runs by the code that was kept where that is the newer one", () => {
    write({ later: "code" });
    expect(said()).toBe("old\n"); // V8 itself would not notice a change of the same length
  });

  it.each([
    ["cut off", (whole: Buffer) => whole.subarray(0, whole.length / 2)],
    [
      "of another version",
      (whole: Buffer) => Buffer.concat([Buffer.from([1, 2, 3, 4, 5, 6, 7, 8]), whole.subarray(8)]),
    ],
    ["empty", () => Buffer.alloc(0)],
  ])("runs where its code is %s", (_, damage) => {
    write({ later: "code" });
    const cache = join(folder, "said.cjs.main.cache");
    writeFileSync(cache, damage(readFileSync(cache)));
    expect(said()).toBe("new\n");
  });
});
