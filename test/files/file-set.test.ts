/** Sets of files on a disk that fails, or whose process dies, at each single step: the old set, the new one, or none. */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Disk, nodeDisk } from "../../src/files/disk.ts";
import { openOutputFolder } from "../../src/files/output-folder.ts";
import { type Failure, failingDisk } from "../support/failing-disk.ts";

const NAMES = ["champions.csv", "lost.csv", "meta/champions.csv", "meta/lost.csv"];

let root = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "rfm-set-"));
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

/** Writes a set as a process of some number does; only processes with the number of this one live. */
async function write(word: string, disk: Disk, { pid = process.pid, cwd = root } = {}): Promise<void> {
  const context = {
    cwd,
    onInterrupt: () => () => {},
    processes: { own: pid, isRunning: (id: number) => id === process.pid },
  };
  const out = await openOutputFolder(join(root, "lists"), context, { disk });
  await out.write(NAMES.map((path) => ({ path, chunks: () => [`${word}: ${path}\n`, "x".repeat(70_000)] })));
}

/** Which set stands in the folder; "mixed" where files of two do, or one is not whole. */
function foundSet(): string {
  const words = NAMES.map((name) => {
    try {
      const text = readFileSync(join(root, "lists", name), "utf8");
      const word = text.slice(0, text.indexOf(":"));
      return text === `${word}: ${name}\n${"x".repeat(70_000)}` ? word : "torn";
    } catch {
      return "none";
    }
  });
  return new Set(words).size === 1 ? (words[0] ?? "") : "mixed";
}

/** A number that no process has: what it leaves behind is that of a killed one. */
const DEAD = 4_194_305;

/** All names below the folder of the test. */
function namesLeft(): readonly string[] {
  return readdirSync(root, { recursive: true }).map(String).sort();
}

/** A folder that is exchanged as a whole, and one that stays because the user is in it. */
const PLACES = [
  ["beside the user", (): string => root, ["one", "two", "none"]],
  ["where the user is", (): string => join(root, "lists"), ["one", "two", "none", "mixed"]],
] as const;

/** A code is told apart nowhere below; each is tried in the long run. */
const FAILURES: readonly (readonly [Failure, "ENOSPC" | "EIO"])[] = [
  ["once", "ENOSPC"],
  ["for good", "EIO"],
  ...(process.env["RFM_LONG_TESTS"] === "1" ? ([["once", "EIO"]] as const) : []),
];

describe.each(PLACES)("a set in a folder %s", (_where, cwdOf, allowed) => {
  it.each(FAILURES)(
    "is the old one or the new one at every step at which the disk fails %s with %s",
    async (failure, code) => {
      await write("one", nodeDisk);
      writeFileSync(join(root, "lists", "notes.txt"), "mine");
      const counted = failingDisk();
      await write("one", counted.disk, { cwd: cwdOf(), pid: DEAD });
      expect(counted.changes()).toBeGreaterThan(25);
      const seen = new Set<string>();
      for (let at = 0; at < counted.changes(); at += 1) {
        await write("one", nodeDisk, { cwd: cwdOf() });
        const { disk } = failingDisk(at, failure, { code, mostBytes: 50_000 });
        const ended = await write("two", disk, { cwd: cwdOf(), pid: DEAD }).then(
          () => "done",
          () => "failed",
        );
        const found = foundSet();
        seen.add(found);
        expect(failure === "once" ? ["one", "two"] : allowed, `step ${at}`).toContain(found);
        if (ended === "done") expect(found, `step ${at}`).toBe("two");
        await write("three", nodeDisk, { cwd: cwdOf() });
        expect(foundSet(), `the run after step ${at}`).toBe("three");
        expect(namesLeft(), `the run after step ${at}`).toEqual(
          ["lists", "lists/meta", "lists/notes.txt", ...NAMES.map((name) => `lists/${name}`)].sort(),
        );
        expect(readFileSync(join(root, "lists", "notes.txt"), "utf8")).toBe("mine");
      }
      expect([...seen]).toEqual(expect.arrayContaining(["one", "two"]));
    },
  );
});

describe("a set of files", () => {
  it("takes along what else stands in the folder: files, links, folders and their permissions", async () => {
    mkdirSync(join(root, "lists", "old", "deep"), { recursive: true });
    writeFileSync(join(root, "lists", "old", "deep", "a.txt"), "a", { mode: 0o640 });
    symlinkSync("../elsewhere", join(root, "lists", "link"));
    await nodeDisk.setMode(join(root, "lists"), 0o750);
    await write("one", nodeDisk);
    expect(readFileSync(join(root, "lists/old/deep/a.txt"), "utf8")).toBe("a");
    expect(await nodeDisk.readLink(join(root, "lists/link"))).toBe("../elsewhere");
    expect(statSync(join(root, "lists")).mode & 0o777).toBe(0o750);
    expect(statSync(join(root, "lists/champions.csv")).mode & 0o777).toBe(0o600);
  });

  it("is written through a link to a folder, which stays a link", async () => {
    mkdirSync(join(root, "real"));
    symlinkSync("real", join(root, "lists"));
    await write("one", nodeDisk);
    expect(await nodeDisk.readLink(join(root, "lists"))).toBe("real");
    expect(readFileSync(join(root, "real", "lost.csv"), "utf8")).toContain("one: lost.csv");
  });

  it("never takes the place of a link", async () => {
    mkdirSync(join(root, "lists"));
    writeFileSync(join(root, "elsewhere.csv"), "mine");
    symlinkSync("../elsewhere.csv", join(root, "lists", "lost.csv"));
    await expect(write("one", nodeDisk)).rejects.toThrow("lost.csv: a link is in the way of a list");
    expect(readFileSync(join(root, "elsewhere.csv"), "utf8")).toBe("mine");
  });

  it("leaves alone what a process that is still running has not finished", async () => {
    await write("one", nodeDisk);
    const names: string[] = [];
    const context = { cwd: root, onInterrupt: () => () => {}, processes: { own: process.pid, isRunning: () => true } };
    const out = await openOutputFolder(join(root, "lists"), context);
    await out.write([
      {
        path: "champions.csv",
        chunks: async function* () {
          await write("two", nodeDisk, { pid: DEAD });
          names.push(...readdirSync(root));
          yield "the slower one";
        },
      },
    ]);
    expect(names.filter((name) => name.endsWith(".new"))).toHaveLength(1);
    expect(readFileSync(join(root, "lists/champions.csv"), "utf8")).toBe("the slower one");
  });
});
