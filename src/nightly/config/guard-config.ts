import type { ConfigNode } from "../../basics/yaml/config-node.ts";

/** Conditions on a run; `null` where the config sets none. */
export interface Guards {
  /** The newest order is at most this many days old. */
  readonly newestOrderDays: number | null;
  /** At least this many per cent of the rows of the last run. */
  readonly rowsPercent: number | null;
  /**
   * Neither the number of customers nor a segment's share of them changes by more than this many per cent, and more than 20
   * customers; a segment that held less than a tenth of the customers may grow from a tenth, and vanish.
   */
  readonly segmentChangePercent: number | null;
  /** At most this many per cent of the rows cannot be read. */
  readonly rejectsPercent: number | null;
}

/** The keys of the guards, with what each may be. */
export const GUARD_KEYS = {
  "newest-order-days": { least: 0, most: 3660, whole: true },
  "rows-percent": { least: 0, most: 100 },
  "segment-change-percent": { least: 0, most: 1000 },
  "rejects-percent": { least: 0, most: 100 },
} as const;

/** The guards of a config. */
export function readGuards(node: ConfigNode | undefined): Guards {
  const names = Object.keys(GUARD_KEYS);
  const values = node?.map(names, names.join(", "));
  const number = (key: keyof typeof GUARD_KEYS): number | null => values?.get(key)?.number(GUARD_KEYS[key]) ?? null;
  return {
    newestOrderDays: number("newest-order-days"),
    rowsPercent: number("rows-percent"),
    segmentChangePercent: number("segment-change-percent"),
    rejectsPercent: number("rejects-percent"),
  };
}
