import type { AnyOption } from "./option.ts";

/** Options as they are written, by their names without dashes, those of `--no-` with it; flags are `true`. */
export type WrittenLine = ReadonlyMap<string, readonly string[]>;

/** An option with its values as they are written: several for one that repeats, `true` or `false` for a flag. */
export type WrittenOption = readonly [name: string, values: readonly string[]];

/** Those of some options that were written, with the values that count: all of one that repeats, else the last. */
export function givenOptions(options: readonly AnyOption[], written: WrittenLine): readonly WrittenOption[] {
  return options.flatMap(({ name, repeats }): readonly WrittenOption[] => {
    if (written.has(`no-${name}`)) return [[name, ["false"]]];
    const values = written.get(name);
    return values === undefined ? [] : [[name, repeats ? values : values.slice(-1)]];
  });
}

/** Whether an option cannot stand beside some others that were given. */
export function isExcludedBy(name: string, given: readonly WrittenOption[], options: readonly AnyOption[]): boolean {
  const lastOf = new Map(given.map(([other, values]) => [other, values.at(-1)]));
  return options.some(({ name: other, excludes }) => {
    if (excludes === null) return false;
    const { names, ifValue } = excludes;
    const isMet = lastOf.has(other) && (ifValue === undefined || ifValue === lastOf.get(other));
    return (isMet && names.includes(name)) || (other === name && names.some((one) => lastOf.has(one)));
  });
}
