import { join } from "node:path";
import { sha256Hex } from "../files/sha256.ts";

/** Says in each set what it is; written last. */
export const MANIFEST_NAME = "manifest.json";

/** What changed since the set before, for chat, mail and programs. */
export const DIGEST_NAMES = ["digest.json", "digest.md", "digest.txt"] as const;

/** The link to the newest set. */
export const LATEST_NAME = "latest";

/** Holds the name of the newest set where links are not to be had. */
export const POINTER_NAME = "latest.txt";

/** Where a run works: what is not finished, locks, and the order of the sets. */
export const WORK_NAME = ".rfm";

/** The names of what runs make in the work folder; nothing else there is ever removed. */
const STAGING_NAME = "unfinished-set";
const ORDER_NAME = "order";
const NEW_ORDER_NAME = "order.new";
const REMOVED_PREFIX = "removed-";

/** The paths in the work folder of an output folder. */
export function workPaths(folder: string): {
  readonly work: string;
  readonly staging: string;
  readonly order: string;
  readonly newOrder: string;
  /** Where a set is while its files are removed. */
  readonly removed: (set: string) => string;
} {
  const work = join(folder, WORK_NAME);
  return {
    work,
    staging: join(work, STAGING_NAME),
    order: join(work, ORDER_NAME),
    newOrder: join(work, NEW_ORDER_NAME),
    removed: (set) => join(work, `${REMOVED_PREFIX}${set}`),
  };
}

const SET_NAME = /^-?\d{4,6}-\d\d-\d\d-[0-9a-f]{12}(?:-\d+)?$/;

/**
 * The name of a set's folder: its as-of date and the beginning of its manifest's SHA-256, so that the same set always has
 * the same name, and another set another; `copy` numbers those whose name a damaged set has taken.
 */
export function setName(asOf: string, manifest: string, copy = 1): string {
  const name = `${asOf}-${sha256Hex(manifest).slice(0, 12)}`;
  return copy === 1 ? name : `${name}-${copy}`;
}

/** Whether a folder's name is that of a set. */
export function isSetName(name: string): boolean {
  return SET_NAME.test(name);
}

/** Whether a name in the work folder is that of something unfinished, which a killed run left. */
export function isUnfinishedName(name: string): boolean {
  if (name.startsWith(REMOVED_PREFIX)) return isSetName(name.slice(REMOVED_PREFIX.length));
  return [STAGING_NAME, NEW_ORDER_NAME, LATEST_NAME].includes(name);
}
