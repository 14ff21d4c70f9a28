import type { Flow } from "../../core/compare/compare-snapshots.ts";
import { movedBy } from "../../core/compare/direction.ts";
import type { JsonTree } from "../json-tree.ts";

/** Who moved up, down and aside, with what they had spent by the later day. */
export function movedJson(flows: readonly Flow[]): JsonTree {
  const { up, down, aside } = movedBy(flows);
  return { up: { ...up }, down: { ...down }, aside: { ...aside } };
}
