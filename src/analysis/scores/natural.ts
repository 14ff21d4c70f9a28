import { ckmeans } from "simple-statistics";
import { EmptyInputError, InputError } from "../../errors.ts";
import type { ScoreScale } from "./scale.ts";

/**
 * The scale that cuts where the values leave gaps: the split of the distinct values into `levels` runs with the least sum
 * of squared distances to their means (Wang & Song 2011, Ckmeans.1d.dp, in simple-statistics). Each cut point is the
 * largest value of its run, so it belongs to the bin below it.
 *
 * Only distinct values count, each once: with them a crowd of one-order customers does not pull every cut point to itself.
 * No score stays empty. Cost, measured on 300,000 distinct amounts: 0.4 s and 70 MB for 5 levels, 0.8 s and 190 MB for 10;
 * it grows little faster than the number of distinct values, so nothing is sampled.
 *
 * @param values one number a customer (days, orders, or 1/10,000 of a currency unit), any order; not modified
 * @param levels whole number ≥ 2
 * @throws EmptyInputError when there are no customers
 * @throws InputError when there are fewer distinct values than levels
 * @example naturalScale(Float64Array.of(1, 1, 2, 8, 9, 30), 3, "higher").cutPoints // [2, 9]
 */
export function naturalScale(
  values: Float64Array | Int32Array,
  levels: number,
  better: ScoreScale["better"],
): ScoreScale {
  if (values.length === 0) throw new EmptyInputError("no customers to score");
  const distinct = [...new Set(values)];
  if (distinct.length < levels) {
    throw new InputError(`natural cut points: ${distinct.length} distinct values cannot make ${levels} levels`, {
      hint: distinct.length < 2 ? "choose another --method for it" : `ask for at most ${distinct.length} with --levels`,
    });
  }
  const runs = ckmeans(distinct, levels);
  return { cutPoints: runs.slice(0, -1).map((run) => run.at(-1) as number), better };
}
