import { type Disk, type DiskNow, nodeDisk } from "../../src/files/disk.ts";

/** How a disk fails: once (a full disk that has room again), or for good (the process is dead). */
export type Failure = "once" | "for good";

/** A disk that fails at one of the things it is asked to change. */
export interface FailingDisk {
  readonly disk: Disk;
  /** How often it was asked to change something. */
  readonly changes: () => number;
}

export interface FailingDiskOptions {
  /** What the file system says. Default: the disk is full. */
  readonly code?: "ENOSPC" | "EIO";
  /** The most bytes that the system takes at a time. */
  readonly mostBytes?: number;
}

function fault(code: string): Error {
  return Object.assign(new Error(`${code}: injected`), { code, syscall: "write" });
}

/** The machine's disk, which fails at the change of this number (the first is 0); never where it is left out. */
export function failingDisk(
  at = Number.POSITIVE_INFINITY,
  failure: Failure = "once",
  { code = "ENOSPC", mostBytes = Number.POSITIVE_INFINITY }: FailingDiskOptions = {},
): FailingDisk {
  let changes = 0;
  const count = (): void => {
    const own = changes;
    changes += 1;
    if (own === at || (failure === "for good" && own > at)) throw fault(code);
  };
  const changing = <Args extends readonly unknown[], Out>(work: (...args: Args) => Promise<Out>) => {
    return async (...args: Args): Promise<Out> => {
      count();
      return work(...args);
    };
  };
  const changingNow = <Args extends readonly unknown[]>(work: (...args: Args) => void) => {
    return (...args: Args): void => {
      count();
      work(...args);
    };
  };
  const now: DiskNow = {
    ...nodeDisk.now,
    makeFolder: changingNow(nodeDisk.now.makeFolder),
    rename: changingNow(nodeDisk.now.rename),
    unlink: changingNow(nodeDisk.now.unlink),
    removeFolder: changingNow(nodeDisk.now.removeFolder),
  };
  return {
    changes: () => changes,
    disk: {
      ...nodeDisk,
      makeFolder: changing(nodeDisk.makeFolder),
      setMode: changing(nodeDisk.setMode),
      rename: changing(nodeDisk.rename),
      link: changing(nodeDisk.link),
      secondName: changing(nodeDisk.secondName),
      remove: changing(nodeDisk.remove),
      syncFolder: changing(nodeDisk.syncFolder),
      create: changing(async (path: string, mode?: number) => {
        const file = await nodeDisk.create(path, mode);
        return {
          write: async (bytes: Uint8Array) => {
            const isLast = changes === at;
            // a full disk takes a part, and says so at the next write
            if (isLast) await file.write(bytes.subarray(0, bytes.length / 2));
            count();
            return file.write(bytes.subarray(0, mostBytes));
          },
          sync: changing(file.sync),
          size: file.size,
          close: async () => {
            await file.close();
            count();
          },
        };
      }),
      now,
    },
  };
}
