/** The values in ascending order; sorted once, however many figures ask for it. The result must not be changed. */
export function sortedValues<Values extends Float64Array | Int32Array>(values: Values): Values {
  const known = sortedOnes.get(values);
  if (known !== undefined) return known as Values;
  const sorted = values.toSorted() as Values; // typed arrays sort by number
  sortedOnes.set(values, sorted);
  return sorted;
}

const sortedOnes = new WeakMap<Float64Array | Int32Array, Float64Array | Int32Array>();
