import { segmentSlug } from "../analysis/segments/slug.ts";
import { everybodyIn } from "./audience.ts";
import type { OwnLists } from "./plan-lists.ts";

/**
 * Some of the scored customers as one list in place of segments; who spent most comes first, then by id.
 *
 * @param chosen indexes into the customer table
 */
export function chosenList(name: string, chosen: readonly number[]): OwnLists {
  const isChosen = new Set(chosen);
  return (audience) => {
    const members = everybodyIn(audience)
      .filter((index) => isChosen.has(index))
      .sort((a, b) => audience.spend(b) - audience.spend(a) || a - b);
    return [{ name, slug: segmentSlug(name), members }];
  };
}
