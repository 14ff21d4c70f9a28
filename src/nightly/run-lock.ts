import { basename, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { OutputError } from "../errors.ts";
import type { Disk } from "../files/disk.ts";
import type { ProcessIdentity } from "../files/process-identity.ts";

/** A lock of another machine or container is taken for left behind when its last renewal is this far from now. */
const FOREIGN_LOCK_MS = 10 * 60_000;
const RENEW_EVERY_MS = 30_000;

const LOCK_NAME = /^lock-([0-9a-z]+)-([0-9a-z]+)-(\d+)-(\d+)$/;

/** Who may be asked whether a process is still running. */
export interface LockWorld {
  readonly self: ProcessIdentity;
  /** When the process of this number started, as in an identity; `null` where there is none. */
  readonly startOf: (pid: number) => Promise<string | null>;
}

/** A lock that is held. */
export interface RunLock {
  readonly path: string;
  readonly release: () => Promise<void>;
}

/**
 * Takes the lock on an output folder, or stops at once where another run has it.
 *
 * Each process has a lock file of its own, whose name says which process it is; so a file that a killed process left is
 * known by its name and removed without a race, and there is nothing in it that could be half written. A process first
 * writes its file and then looks for others: of two that start together, the one that looks last sees the other.
 *
 * A process is another when its start differs, so a process number that is used again holds nobody up. Processes of other
 * machines and containers cannot be asked; they renew their files, and the file system's own clock tells the age.
 *
 * @throws OutputError when another run holds it
 */
export async function takeLock(work: string, disk: Disk, world: LockWorld): Promise<RunLock> {
  const path = join(work, lockName(world.self));
  const holder = await tryLock(path, disk, world);
  // two that start together may both step back: one more try, at different times, lets one of them through
  const second =
    holder === null ? null : await delay(20 + (world.self.pid % 50)).then(() => tryLock(path, disk, world));
  if (second !== null) throw heldBy(second);
  const renewal = setInterval(() => void disk.touch(path).catch(() => {}), RENEW_EVERY_MS);
  renewal.unref();
  return {
    path,
    release: async () => {
      clearInterval(renewal);
      await disk.remove(path);
    },
  };
}

/** Writes the lock file and keeps it, or removes it again and returns the path of the lock that another holds. */
async function tryLock(path: string, disk: Disk, world: LockWorld): Promise<string | null> {
  await disk.remove(path); // of a process with the very same identity: this one
  const file = await disk.create(path);
  await file.close();
  try {
    const holder = await liveHolder(path, disk, world);
    if (holder !== null) await disk.remove(path);
    return holder;
  } catch (error) {
    await disk.remove(path).catch(() => {});
    throw error;
  }
}

/** The file name of a process's lock. */
export function lockName({ machine, boot, pid, started }: ProcessIdentity): string {
  return `lock-${machine}-${boot}-${pid}-${started}`;
}

/** Removes the locks that dead processes left; the path of one that a live process holds, `null` where none does. */
async function liveHolder(own: string, disk: Disk, world: LockWorld): Promise<string | null> {
  const work = join(own, "..");
  for (const name of await disk.list(work)) {
    const path = join(work, name);
    if (!LOCK_NAME.test(name) || path === own) continue;
    if (await isHeld(path, own, { disk, world })) return path;
    await disk.remove(path);
  }
  return null;
}

async function isHeld(
  path: string,
  own: string,
  { disk, world }: { readonly disk: Disk; readonly world: LockWorld },
): Promise<boolean> {
  const [, machine, boot, pid, started] = LOCK_NAME.exec(basename(path)) ?? [];
  if (machine === world.self.machine) {
    if (boot !== world.self.boot) return false;
    return (await world.startOf(Number(pid))) === started;
  }
  const [theirs, ours] = [await disk.look(path), await disk.look(own)];
  // one that is dated in the future was left by a machine whose clock was wrong: it would hold everybody up until then
  return theirs !== null && ours !== null && Math.abs(ours.changedAt - theirs.changedAt) < FOREIGN_LOCK_MS;
}

function heldBy(path: string): OutputError {
  const pid = LOCK_NAME.exec(basename(path))?.[3] ?? "";
  return new OutputError(`${join(path, "..", "..")}: another run is writing there (PID ${pid})`, {
    hint: `wait until it ends; it removes its lock, ${path}`,
  });
}
