import { mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { nodeDisk } from "../../src/files/disk.ts";
import { identityOf, type ProcessIdentity, startOfProcess } from "../../src/files/process-identity.ts";
import { lockName, takeLock } from "../../src/nightly/run-lock.ts";

let work = "";

beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), "rfm-lock-"));
});

afterEach(async () => {
  await rm(work, { recursive: true, force: true });
});

const SELF: ProcessIdentity = { machine: "aaaaaaaa", boot: "bbbbbbbb", pid: 100, started: "5000" };

/** A machine on which these processes run, by their numbers and starts. */
function worldOf(running: Readonly<Record<number, string>>, self = SELF): Parameters<typeof takeLock>[2] {
  return { self, startOf: async (pid) => running[pid] ?? null };
}

async function leave(identity: ProcessIdentity): Promise<string> {
  const path = join(work, lockName(identity));
  await writeFile(path, "");
  return path;
}

describe("the lock of an output folder", () => {
  it("is a file that is gone after the run", async () => {
    const lock = await takeLock(work, nodeDisk, worldOf({}));
    expect(await readdir(work)).toEqual([lockName(SELF)]);
    await lock.release();
    expect(await readdir(work)).toEqual([]);
  });

  it("stops a second run at once, and says which process has it", async () => {
    const path = await leave({ ...SELF, pid: 7, started: "70" });
    await expect(takeLock(work, nodeDisk, worldOf({ 7: "70" }))).rejects.toThrow(
      /another run is writing there \(PID 7\)/,
    );
    expect(await readdir(work)).toEqual([path.slice(work.length + 1)]);
  });

  it("does not outlive a process that was killed", async () => {
    await leave({ ...SELF, pid: 7, started: "70" });
    await takeLock(work, nodeDisk, worldOf({}));
    expect(await readdir(work)).toEqual([lockName(SELF)]);
  });

  it("does not outlive it where another process has its number now", async () => {
    await leave({ ...SELF, pid: 7, started: "70" });
    await takeLock(work, nodeDisk, worldOf({ 7: "71" }));
    expect(await readdir(work)).toEqual([lockName(SELF)]);
  });

  it("does not outlive the machine's being started anew, whatever runs under the number", async () => {
    await leave({ ...SELF, boot: "cccccccc", pid: 7, started: "70" });
    await takeLock(work, nodeDisk, worldOf({ 7: "70" }));
    expect(await readdir(work)).toEqual([lockName(SELF)]);
  });

  it("of another machine holds while it is renewed, however the clocks there and here differ", async () => {
    const path = await leave({ ...SELF, machine: "dddddddd", pid: 7 });
    await expect(takeLock(work, nodeDisk, worldOf({}))).rejects.toThrow(/another run/);
    const future = new Date(Date.now() + 300_000);
    await utimes(path, future, future);
    await expect(takeLock(work, nodeDisk, worldOf({}))).rejects.toThrow(/another run/);
  });

  it("of another machine holds nobody up where it is dated far in the future", async () => {
    const path = await leave({ ...SELF, machine: "dddddddd", pid: 7 });
    const future = new Date(Date.now() + 86_400_000);
    await utimes(path, future, future);
    await takeLock(work, nodeDisk, worldOf({}));
    expect(await readdir(work)).toEqual([lockName(SELF)]);
  });

  it("of another machine is left behind when nobody renewed it for ten minutes", async () => {
    const path = await leave({ ...SELF, machine: "dddddddd", pid: 7 });
    const old = new Date(Date.now() - 601_000);
    await utimes(path, old, old);
    await takeLock(work, nodeDisk, worldOf({}));
    expect(await readdir(work)).toEqual([lockName(SELF)]);
  });

  it("lets one of two through at most, however they meet", async () => {
    for (let round = 0; round < 20; round += 1) {
      const others = [1, 2, 3].map((pid) => ({ ...SELF, pid, started: String(pid) }));
      const running = { 1: "1", 2: "2", 3: "3" };
      const tried = await Promise.allSettled(others.map((self) => takeLock(work, nodeDisk, worldOf(running, self))));
      const got = tried.filter((one) => one.status === "fulfilled");
      expect(got.length).toBeLessThanOrEqual(1);
      for (const lock of got) await lock.value.release();
      expect(await readdir(work)).toEqual([]);
    }
  });
});

describe("the identity of a process", () => {
  it("is the same for as long as it runs, and tells it from others", async () => {
    const own = await identityOf(process.pid);
    expect(await identityOf(process.pid)).toEqual(own);
    expect(lockName(own)).toMatch(/^lock-[0-9a-f]{8}-[0-9a-f]{8}-\d+-\d+$/);
    expect(await startOfProcess(process.pid, () => true)).toBe(own.started);
  });

  it("is nobody's where no such process runs", async () => {
    expect(await startOfProcess(2 ** 22 + 1, () => false)).toBeNull();
  });
});
