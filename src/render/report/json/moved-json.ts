import { movedBy } from "../../../analysis/compare/direction.ts";
import type { Flow } from "../../../analysis/compare/flow.ts";
import type { JsonTree } from "../../tables/json-tree.ts";

/** Who moved up, down and aside, with what they had spent by the later day. */
export function movedJson(flows: readonly Flow[]): JsonTree {
  const { up, down, aside } = movedBy(flows);
  return { up: { ...up }, down: { ...down }, aside: { ...aside } };
}
