import type { NestedScales } from "./dimension-scale.ts";
import { quantileScale, type ScoreScale } from "./scale.ts";

/**
 * Quantile scales within groups: frequency within each recency score, monetary value within each pair of recency and
 * frequency score. This is the nested binning of IBM SPSS Statistics (Direct Marketing, RFM analysis), which spreads
 * customers more evenly over the cells; in return a frequency score means something else under each recency score.
 *
 * Every group has cut points of its own. The larger groups (everyone, a recency score) have theirs too, for customers who
 * are scored later and fall into a group that was empty. In a group of few customers, or of equal values, the lower scores
 * take all, as everywhere.
 *
 * @param values one number a customer; not modified
 * @param before the scores in the dimensions before, one list a dimension, one score a customer
 * @param levels whole number ≥ 2
 * @throws EmptyInputError when there are no customers
 */
export function nestedScales(
  values: Float64Array | Int32Array,
  before: readonly Uint8Array[],
  { levels, better }: { readonly levels: number; readonly better: ScoreScale["better"] },
): NestedScales {
  const scales = new Map<string, ScoreScale>();
  for (let depth = 0; depth <= before.length; depth += 1) {
    const groups = groupsBy(before.slice(0, depth), values.length);
    for (const key of [...groups.keys()].sort()) {
      const members = Float64Array.from(groups.get(key) ?? [], (customer) => values[customer] as number);
      scales.set(key, quantileScale(members, levels, better));
    }
  }
  return scales;
}

function groupsBy(scores: readonly Uint8Array[], customers: number): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  if (customers === 0) groups.set("", []);
  for (let customer = 0; customer < customers; customer += 1) {
    const key = scores.map((column) => column[customer]).join("-");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [customer]);
    else group.push(customer);
  }
  return groups;
}
