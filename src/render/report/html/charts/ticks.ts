/** Round numbers from 0 up to the first that is not below `most`, at most six of them. */
export function roundTicks(most: number, isWhole = false): readonly number[] {
  if (!(most > 0)) return [0];
  const step = roundStep(most / 5, isWhole);
  return Array.from({ length: Math.ceil(most / step - 1e-9) + 1 }, (_, index) =>
    Number((index * step).toPrecision(12)),
  );
}

function roundStep(least: number, isWhole: boolean): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const step =
    [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((one) => one >= least * (1 - 1e-9)) ?? power * 10;
  return isWhole ? Math.max(1, Math.ceil(step)) : step;
}

/**
 * Places moved as little as may be so that each is `gap` or more from the next and all are within bounds; the order stays.
 * Where there is not so much room the first ones leave the bounds.
 *
 * @param places ascending
 */
export function apart(
  places: readonly number[],
  gap: number,
  { low, high }: { readonly low: number; readonly high: number },
): readonly number[] {
  const moved = [...places];
  for (let at = 0; at < moved.length; at += 1) {
    moved[at] = Math.max(moved[at] ?? low, at === 0 ? low : (moved[at - 1] ?? low) + gap);
  }
  for (let at = moved.length - 1; at >= 0; at -= 1) {
    moved[at] = Math.min(moved[at] ?? high, at === moved.length - 1 ? high : (moved[at + 1] ?? high) - gap);
  }
  return moved;
}

/** Which of `count` labels side by side are shown: about `most` of them, evenly, the first always. */
export function everyNth(count: number, most: number): number {
  return Math.max(1, Math.ceil(count / most));
}
