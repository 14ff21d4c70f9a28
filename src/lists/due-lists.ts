import type { RhythmLookup } from "../analysis/forecast/usual-gaps.ts";
import { everybodyIn } from "./audience.ts";
import type { OwnLists } from "./plan-lists.ts";

/** Those whose own rhythm says that an order is due by now, and those for whom it is overdue; lapsed customers are in neither. */
export function dueLists(rhythmOf: RhythmLookup): OwnLists {
  return (audience) =>
    (["due", "overdue"] as const).map((state) => ({
      name: state === "due" ? "Due" : "Overdue",
      slug: state,
      members: everybodyIn(audience).filter((index) => rhythmOf(audience.key(index))?.state === state),
    }));
}
