import type { Comparison } from "../../analysis/compare/compare-snapshots.ts";
import type { Place } from "../../analysis/compare/flow.ts";
import type { Language } from "../language/language.ts";

/** A place by name: the segment's, or `(new)`, `(back)`, `(lapsed)`. */
export function placeName({ segments }: Pick<Comparison, "segments">, place: Place, { words }: Language): string {
  return typeof place === "number" ? (segments[place] ?? "") : `(${words.compare.places[place]})`;
}
