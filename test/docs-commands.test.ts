/** The commands that the documents give for tests name files that are there, and every long test belongs to a piece. */
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";

const ROOT = new URL("../", import.meta.url);
const read = (path: string): Promise<string> => readFile(new URL(path, ROOT), "utf8");

describe("commands in the documents", () => {
  it.each(["docs/accuracy.md", "CONTRIBUTING.md"])("of %s run tests that exist", async (path) => {
    const calls = [...(await read(path)).matchAll(/`npx vitest run ([^`]+)`/g)].flatMap(([, paths = ""]) =>
      paths.split(/\s+/).filter((word) => word.startsWith("test/")),
    );
    expect(calls.length).toBeGreaterThan(3);
    expect(calls.filter((one) => !existsSync(new URL(one, ROOT)))).toEqual([]);
  });
});

describe("npm run test:long", () => {
  it("runs every test that has a long form, and only paths that exist", async () => {
    const run = [...(await read("scripts/test-long.js")).matchAll(/"(test\/[^"]+)"/g)].map(([, path = ""]) => path);
    expect(run.filter((path) => !existsSync(new URL(path, ROOT)))).toEqual([]);
    const all = (await readdir(new URL("test/", ROOT), { recursive: true })).filter((name) =>
      name.endsWith(".test.ts"),
    );
    const long: string[] = [];
    for (const name of all) {
      const text = await read(`test/${name}`);
      if (/env\["RFM_LONG_TESTS"\]/.test(text)) long.push(`test/${name}`);
    }
    expect(long.length).toBeGreaterThan(10);
    expect(long.filter((path) => !run.some((one) => path === one || path.startsWith(`${one}/`)))).toEqual([]);
  });
});
