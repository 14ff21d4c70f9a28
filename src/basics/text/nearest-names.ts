const MOST_SUGGESTIONS = 3;

/** Names that differ from what was written by a third of its letters at most, or contain it; nearest first. */
export function nearestNames(wanted: string, names: readonly string[]): readonly string[] {
  const target = wanted.trim().toLowerCase();
  return names
    .map((name) => ({ name: name.trim(), distance: editDistance(target, name.trim().toLowerCase()) }))
    .filter(({ name, distance }) => distance <= Math.ceil(target.length / 3) || name.toLowerCase().includes(target))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST_SUGGESTIONS)
    .map(({ name }) => name);
}

/** Levenshtein's distance: how many letters must be put in, taken out or changed. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const change = (previous[column - 1] as number) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(change, (previous[column] as number) + 1, (current[column - 1] as number) + 1));
    }
    previous = current;
  }
  return previous[b.length] as number;
}
