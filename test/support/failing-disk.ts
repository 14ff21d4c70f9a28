import { type Disk, nodeDisk } from "../../src/run/disk.ts";

/** How a disk fails: once (a full disk that has room again), or for good (the process is dead). */
export type Failure = "once" | "for good";

/** A disk that fails at one of the things it is asked to change. */
export interface FailingDisk {
  readonly disk: Disk;
  /** How often it was asked to change something. */
  readonly changes: () => number;
}

function fault(): Error {
  return Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC", syscall: "write" });
}

/** The machine's disk, which fails at the change of this number (the first is 0); never where it is left out. */
export function failingDisk(at = Number.POSITIVE_INFINITY, failure: Failure = "once"): FailingDisk {
  let changes = 0;
  const count = (): void => {
    const own = changes;
    changes += 1;
    if (own === at || (failure === "for good" && own > at)) throw fault();
  };
  const changing = <Args extends readonly unknown[], Out>(work: (...args: Args) => Promise<Out>) => {
    return async (...args: Args): Promise<Out> => {
      count();
      return work(...args);
    };
  };
  return {
    changes: () => changes,
    disk: {
      ...nodeDisk,
      makeFolder: changing(nodeDisk.makeFolder),
      setMode: changing(nodeDisk.setMode),
      rename: changing(nodeDisk.rename),
      link: changing(nodeDisk.link),
      remove: changing(nodeDisk.remove),
      syncFolder: changing(nodeDisk.syncFolder),
      create: changing(async (path: string) => {
        const file = await nodeDisk.create(path);
        return {
          write: changing(async (bytes: Uint8Array) => {
            // a full disk takes a part
            if (changes - 1 === at) await file.write(bytes.subarray(0, bytes.length / 2));
            await file.write(bytes);
          }),
          sync: changing(file.sync),
          close: file.close,
        };
      }),
    },
  };
}
