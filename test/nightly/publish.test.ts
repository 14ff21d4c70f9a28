import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { underLock } from "../../src/commands/run/under-lock.ts";
import { type Disk, nodeDisk } from "../../src/files/disk.ts";
import { type Published, publishSet } from "../../src/nightly/publish.ts";
import { workPaths } from "../../src/nightly/set-names.ts";
import { setMode, stageFile, type WrittenFile } from "../../src/nightly/staged-set.ts";
import { type Failure, failingDisk } from "../support/failing-disk.ts";
import { latestName, readLatest, setNames, workLeft } from "../support/output-sets.ts";

let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "rfm-publish-"));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const context = {
  onInterrupt: () => () => {},
  processes: { own: process.pid, isRunning: () => true },
};

/** Writes a set of three files, one of them in a folder of its own, as a run does. */
async function write(word: string, disk: Disk, { keep = 3, mode = 0o600 } = {}): Promise<Published> {
  const modes = setMode(mode);
  return underLock({ folder, mode: modes, disk, context }, async () => {
    const files: WrittenFile[] = [];
    for (const name of ["scores.csv", "lists/champions.csv", "lists/lost.csv"]) {
      const chunks = [`${name} of ${word}\n`, "x".repeat(70_000)];
      files.push(await stageFile({ name, chunks, rows: 1 }, { staging: workPaths(folder).staging, disk, mode: modes }));
    }
    const outputs = files.map(({ name, rows, bytes, sha256 }) => ({ file: name, rows, bytes, sha256 }));
    return publishSet(
      { asOf: "2011-05-31", manifest: JSON.stringify({ outputs }), files },
      { folder, disk, mode: modes, keep },
    );
  });
}

function isSetOf(word: string): boolean {
  return readLatest(folder)?.["scores.csv"]?.startsWith(`scores.csv of ${word}\n`) === true;
}

describe("a set of outputs", () => {
  it("is in a folder of its own, where latest leads", async () => {
    const { name, changed } = await write("one", nodeDisk);
    expect(name).toMatch(/^2011-05-31-[0-9a-f]{12}$/);
    expect(changed).toBe(true);
    expect(latestName(folder)).toBe(name);
    expect(Object.keys(readLatest(folder) ?? {}).sort()).toEqual([
      "lists/champions.csv",
      "lists/lost.csv",
      "manifest.json",
      "scores.csv",
    ]);
    expect(workLeft(folder)).toEqual(["order"]);
  });

  it("is not written again where it is the same", async () => {
    const first = await write("one", nodeDisk);
    const second = await write("one", nodeDisk);
    expect(second).toEqual({ name: first.name, changed: false, removed: [] });
    expect(setNames(folder)).toEqual([first.name]);
  });

  it("comes back under its own name when the data goes back", async () => {
    const { name } = await write("one", nodeDisk);
    await write("two", nodeDisk);
    expect(await write("one", nodeDisk)).toEqual({ name, changed: true, removed: [] });
    expect(setNames(folder)).toHaveLength(2);
  });

  it("gets another name where a damaged set has its own", async () => {
    const { name } = await write("one", nodeDisk);
    await writeFile(join(folder, name, "scores.csv"), "somebody wrote this");
    expect(await write("one", nodeDisk)).toMatchObject({ name: `${name}-2`, changed: true });
    expect(isSetOf("one")).toBe(true);
    expect(await write("one", nodeDisk)).toMatchObject({ name: `${name}-2`, changed: false });
  });

  it("keeps as many older sets as asked, the newest of them", async () => {
    const names: string[] = [];
    for (const word of ["one", "two", "three", "four"]) names.push((await write(word, nodeDisk, { keep: 2 })).name);
    expect(setNames(folder)).toEqual(names.slice(1).sort());
    const { removed } = await write("five", nodeDisk, { keep: 0 });
    expect(removed).toEqual(names.slice(1));
    expect(setNames(folder)).toHaveLength(1);
  });

  it("leaves folders alone that only look like sets, and everything else", async () => {
    await nodeDisk.makeFolder(join(folder, "2010-01-01-0123456789ab"), 0o755);
    await writeFile(join(folder, "notes.txt"), "mine");
    await write("one", nodeDisk, { keep: 0 });
    await write("two", nodeDisk, { keep: 0 });
    expect(setNames(folder)).toContain("2010-01-01-0123456789ab");
    expect(await nodeDisk.list(folder)).toContain("notes.txt");
  });

  it.each([
    [0o600, 0o600, 0o700],
    [0o640, 0o640, 0o750],
    [0o644, 0o644, 0o755],
  ])("with mode %o has files of %o in folders of %o", async (mode, ofFiles, ofFolders) => {
    const { name } = await write("one", nodeDisk, { mode });
    for (const file of ["scores.csv", "lists/lost.csv", "manifest.json"]) {
      expect((await nodeDisk.look(join(folder, name, file)))?.mode).toBe(ofFiles);
    }
    for (const place of [name, `${name}/lists`]) {
      expect((await nodeDisk.look(join(folder, place)))?.mode).toBe(ofFolders);
    }
  });

  it("takes the permissions that are asked for now when it is there already", async () => {
    const { name } = await write("one", nodeDisk);
    await write("one", nodeDisk, { mode: 0o640 });
    expect((await nodeDisk.look(join(folder, name, "scores.csv")))?.mode).toBe(0o640);
  });
});

describe("where links are not to be had", () => {
  const withoutLinks: Disk = {
    ...nodeDisk,
    link: () => Promise.reject(Object.assign(new Error("EPERM"), { code: "EPERM", syscall: "symlink" })),
  };

  it("latest.txt holds the name of the set", async () => {
    const first = await write("one", withoutLinks);
    expect(await nodeDisk.look(join(folder, "latest"))).toBeNull();
    expect(latestName(folder)).toBe(first.name);
    await write("two", withoutLinks);
    expect(isSetOf("two")).toBe(true);
  });

  it("only one of the two forms stays when the other becomes possible", async () => {
    await write("one", withoutLinks);
    await write("two", nodeDisk);
    expect(await nodeDisk.list(folder)).not.toContain("latest.txt");
    expect(isSetOf("two")).toBe(true);
    await write("three", withoutLinks);
    expect(await nodeDisk.list(folder)).not.toContain("latest");
    expect(isSetOf("three")).toBe(true);
  });
});

describe("something else called latest", () => {
  it("stops the run, and is left alone", async () => {
    await nodeDisk.makeFolder(join(folder, "latest"), 0o755);
    await expect(write("one", nodeDisk)).rejects.toThrow(/latest is a folder that rfm did not make/);
    expect(setNames(folder)).toEqual([]);
  });
});

describe.each<Failure>(["once", "for good"])("a disk that fails %s", (failure) => {
  it("leaves the old set or the new one whole at every single step, and the next run fine", async () => {
    const first = failingDisk();
    await write("zero", nodeDisk, { keep: 1 });
    await write("one", first.disk, { keep: 1 });
    const steps = first.changes();
    expect(steps).toBeGreaterThan(40);
    let [kept, replaced] = [0, 0];
    for (let at = 0; at < steps; at += 1) {
      const [before, after] = at % 2 === 0 ? ["one", "two"] : ["two", "one"];
      await write(before, nodeDisk, { keep: 1 });
      await write(after, failingDisk(at, failure).disk, { keep: 1 }).catch(() => {});
      expect([isSetOf(before), isSetOf(after)].filter(Boolean), `step ${at}`).toHaveLength(1);
      if (isSetOf(before)) kept += 1;
      else replaced += 1;
      await write(after, nodeDisk, { keep: 1 });
      expect(isSetOf(after), `the run after step ${at}`).toBe(true);
      expect(workLeft(folder)).toEqual(["order"]);
      expect(setNames(folder)).toHaveLength(2);
    }
    expect(kept).toBeGreaterThan(10);
    expect(replaced).toBeGreaterThan(1);
  });
});
