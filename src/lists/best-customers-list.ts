import { segmentSlug } from "../analysis/segments/slug.ts";
import { everybodyIn } from "./audience.ts";
import type { OwnLists } from "./plan-lists.ts";

/** The name of the list. */
const BEST_NAME = "Best customers";

/**
 * The best customers as one list, from which advertising tools find people like them; who spent most comes first, then by
 * id.
 *
 * @param isBest by the place of a customer among the scored ones
 */
export function bestCustomersList(isBest: Uint8Array): OwnLists {
  return (audience) => {
    const members = everybodyIn(audience)
      .filter((index) => isBest[index] === 1)
      .sort((a, b) => audience.spend(b) - audience.spend(a) || a - b);
    return [{ name: BEST_NAME, slug: segmentSlug(BEST_NAME), members }];
  };
}
