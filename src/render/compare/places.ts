import type { Comparison, Place } from "../../core/compare/compare-snapshots.ts";

/** A place by name: the segment's, or `(new)`, `(back)`, `(lapsed)`. */
export function placeName({ segments }: Pick<Comparison, "segments">, place: Place): string {
  return typeof place === "number" ? (segments[place] ?? "") : `(${place})`;
}
