import type { CliContext } from "../../cli/context.ts";
import { OutputError } from "../../errors.ts";
import type { Disk } from "../../files/disk.ts";
import { identityOf, startOfProcess } from "../../files/process-identity.ts";
import { removeNow } from "../../files/remove-now.ts";
import { sweepWork } from "../../nightly/older-sets.ts";
import { takeLock } from "../../nightly/run-lock.ts";
import { workPaths } from "../../nightly/set-names.ts";
import type { SetMode } from "../../nightly/staged-set.ts";

/** An output folder to be written by one run at a time. */
export interface LockedFolder {
  readonly folder: string;
  readonly mode: SetMode;
  readonly disk: Disk;
  readonly context: Pick<CliContext, "onInterrupt" | "processes">;
}

/**
 * Does work in an output folder that nobody else does at the same time, on a work folder without anything that killed runs
 * left. What the work does not put in place is gone afterwards, also where it is interrupted.
 *
 * @throws OutputError when another run is writing there
 */
export async function underLock<T>({ folder, mode, disk, context }: LockedFolder, work: () => Promise<T>): Promise<T> {
  const paths = workPaths(folder);
  await disk.makeFolder(folder, mode.folder);
  await refuseOther(paths.work, disk);
  await disk.makeFolder(paths.work, 0o700);
  const { own, isRunning } = context.processes;
  const world = { self: await identityOf(own), startOf: (pid: number) => startOfProcess(pid, isRunning) };
  const lock = await takeLock(paths.work, disk, world);
  const undo = context.onInterrupt(() => removeNow([paths.staging, lock.path])); // what stays, the next run sweeps
  try {
    await sweepWork(folder, disk);
    return await work();
  } finally {
    await disk.remove(paths.staging).catch(() => {}); // the next run tries again
    await lock.release().catch(() => {});
    undo();
  }
}

/** A link would lead the sweep into somebody else's folder. */
async function refuseOther(work: string, disk: Disk): Promise<void> {
  const entry = await disk.look(work);
  if (entry === null || entry.kind === "folder") return;
  throw new OutputError(`${work} is a ${entry.kind} that rfm did not make`, {
    hint: "move it, or choose another output folder",
  });
}
