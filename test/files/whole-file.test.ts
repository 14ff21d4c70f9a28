/** Single files on a disk that fails at each single step, and files behind links. */
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Disk, nodeDisk } from "../../src/files/disk.ts";
import { openWholeFile } from "../../src/files/whole-file.ts";
import { writeAll, writeNewFile } from "../../src/files/write-new-file.ts";
import { failingDisk } from "../support/failing-disk.ts";

let root = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "rfm-file-"));
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

const DEAD = 4_194_305;
const TEXT = "new\n".repeat(50_000);

async function write(name: string, disk: Disk, { personal = true, pid = process.pid } = {}): Promise<void> {
  const context = {
    onInterrupt: () => () => {},
    processes: { own: pid, isRunning: (id: number) => id === process.pid },
  };
  const file = await openWholeFile(join(root, name), { name, flag: "-o", personal, disk, context });
  await file.write([TEXT.slice(0, 70_000), TEXT.slice(70_000)]);
}

function modeOf(name: string): string {
  return (statSync(join(root, name)).mode & 0o777).toString(8);
}

describe("writeAll", () => {
  it("goes on where the system took a part only", async () => {
    const taken: number[] = [];
    const file = {
      write: async (bytes: Uint8Array) => {
        taken.push(...bytes.subarray(0, 3));
        return Math.min(3, bytes.length);
      },
    };
    await writeAll(file, Uint8Array.of(1, 2, 3, 4, 5, 6, 7));
    expect(taken).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it("stops where the system takes nothing, rather than for ever", async () => {
    await expect(writeAll({ write: async () => 0 }, Uint8Array.of(1))).rejects.toThrow(/EIO/);
  });
});

describe("a new file", () => {
  it("is refused where fewer bytes arrived in it than the system said", async () => {
    const lying: Disk = {
      ...nodeDisk,
      create: async (path, mode) => {
        const file = await nodeDisk.create(path, mode);
        return { ...file, write: async (bytes) => (await file.write(bytes.subarray(1))) + 1 };
      },
    };
    await expect(writeNewFile(join(root, "a"), ["text"], { disk: lying, mode: 0o600 })).rejects.toThrow(
      "3 of 4 bytes arrived",
    );
  });

  /** A file whose writes take until the event loop comes round again; `log` has what happened, in order. */
  function slowDisk(log: string[], failsAt = Number.POSITIVE_INFINITY): Disk {
    let [bytes, writes] = [0, 0];
    const write = async (chunk: Uint8Array): Promise<number> => {
      writes += 1;
      const number = writes;
      log.push(`begins ${number}`);
      await new Promise((resolve) => setImmediate(resolve));
      log.push(`ends ${number}`);
      if (number >= failsAt) throw Object.assign(new Error("ENOSPC"), { code: "ENOSPC" });
      bytes += chunk.length;
      return chunk.length;
    };
    const close = async (): Promise<void> => void log.push("closes");
    return { ...nodeDisk, create: async () => ({ write, sync: async () => {}, size: async () => bytes, close }) };
  }

  function* logged(log: string[], count: number): Generator<Uint8Array> {
    for (let chunk = 1; chunk <= count; chunk += 1) {
      log.push(`makes ${chunk}`);
      yield Uint8Array.of(chunk);
    }
  }

  it("makes the next chunk while one is written, and writes one at a time", async () => {
    const log: string[] = [];
    expect(await writeNewFile("a", logged(log, 3), { disk: slowDisk(log), mode: 0o600 })).toBe(3);
    const steps = ["makes 1", "begins 1", "makes 2", "ends 1", "begins 2", "makes 3", "ends 2", "begins 3", "ends 3"];
    expect(log).toEqual([...steps, "closes"]);
  });

  it("writes nothing after a failure, and says that one", async () => {
    const log: string[] = [];
    await expect(writeNewFile("a", logged(log, 9), { disk: slowDisk(log, 1), mode: 0o600 })).rejects.toThrow("ENOSPC");
    expect(log).toEqual(["makes 1", "begins 1", "makes 2", "ends 1", "closes"]);
  });

  it("is closed after the write that is under way where no more can be made", async () => {
    const log: string[] = [];
    const failing = function* (): Generator<Uint8Array> {
      yield* logged(log, 1);
      throw new Error("no more");
    };
    await expect(writeNewFile("a", failing(), { disk: slowDisk(log), mode: 0o600 })).rejects.toThrow("no more");
    expect(log).toEqual(["makes 1", "begins 1", "ends 1", "closes"]);
  });
});

describe("a result", () => {
  it.each(["ENOSPC", "EIO"] as const)(
    "is the old file or the new one at every step that fails with %s",
    async (code) => {
      const counted = failingDisk(undefined, undefined, { mostBytes: 30_000 });
      await write("out.csv", counted.disk);
      expect(readFileSync(join(root, "out.csv"), "utf8")).toBe(TEXT);
      expect(counted.changes()).toBeGreaterThan(12);
      let failed = 0;
      for (const failure of ["once", "for good"] as const) {
        for (let at = 0; at < counted.changes(); at += 1) {
          writeFileSync(join(root, "out.csv"), "old");
          const { disk } = failingDisk(at, failure, { code, mostBytes: 30_000 });
          const ended = await write("out.csv", disk, { pid: DEAD }).catch((error: unknown) => String(error));
          const found = readFileSync(join(root, "out.csv"), "utf8");
          expect(["old", TEXT], `step ${at}`).toContain(found);
          if (ended === undefined) expect(found, `step ${at}`).toBe(TEXT);
          else failed += 1;
          await write("out.csv", nodeDisk);
          expect(readdirSync(root), `the run after step ${at}`).toEqual(["out.csv"]);
        }
      }
      expect(failed).toBeGreaterThan(15);
    },
  );

  it("goes through a link to its target, and the link stays", async () => {
    writeFileSync(join(root, "target.csv"), "old", { mode: 0o600 });
    symlinkSync("target.csv", join(root, "one"));
    symlinkSync("one", join(root, "two"));
    await write("two", nodeDisk);
    expect([readlinkSync(join(root, "two")), readlinkSync(join(root, "one"))]).toEqual(["one", "target.csv"]);
    expect(readFileSync(join(root, "target.csv"), "utf8")).toBe(TEXT);
  });

  it("goes through a link to a file that does not exist yet", async () => {
    symlinkSync("later.csv", join(root, "link"));
    await write("link", nodeDisk);
    expect(readFileSync(join(root, "later.csv"), "utf8")).toBe(TEXT);
    expect(modeOf("later.csv")).toBe("600");
  });

  it.each([
    ["0400 is private enough and stays", 0o400, true, "400"],
    ["0644 lets others in, so people's data gets 0600", 0o644, true, "600"],
    ["0600 stays for sums, too", 0o600, false, "600"],
  ] as const)("behind a link: %s", async (_what, mode, personal, expected) => {
    writeFileSync(join(root, "target.csv"), "old");
    await nodeDisk.setMode(join(root, "target.csv"), mode);
    symlinkSync("target.csv", join(root, "link"));
    const anyone: Disk = { ...nodeDisk, isWritable: async () => true };
    await write("link", anyone, { personal });
    expect(modeOf("target.csv")).toBe(expected);
  });

  it("in place of a plain file keeps the permissions that its owner gave it", async () => {
    writeFileSync(join(root, "out.csv"), "old");
    await nodeDisk.setMode(join(root, "out.csv"), 0o640);
    await write("out.csv", nodeDisk);
    expect(modeOf("out.csv")).toBe("640");
  });

  it("is refused where links go round in a circle", async () => {
    symlinkSync("b", join(root, "a"));
    symlinkSync("a", join(root, "b"));
    await expect(write("a", nodeDisk)).rejects.toThrow("a: too many levels of symbolic links");
  });
});
