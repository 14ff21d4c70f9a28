/**
 * The q-values of several tests (Benjamini & Hochberg 1995), in the order of the p-values: the least share of false finds
 * at which each would still count as one. Each is at least its p-value and at most 1; equal p-values have equal q-values.
 *
 * @example qValues([0.01, 0.02, 0.03, 0.04, 0.05]) // five times 0.05
 */
export function qValues(pValues: readonly number[]): readonly number[] {
  const count = pValues.length;
  const fromLargest = [...pValues.keys()].sort((a, b) => (pValues[b] as number) - (pValues[a] as number));
  const found: number[] = Array.from({ length: count }, () => 1);
  let least = 1;
  for (const [before, index] of fromLargest.entries()) {
    least = Math.min(least, ((pValues[index] as number) * count) / (count - before));
    found[index] = least;
  }
  return found;
}
