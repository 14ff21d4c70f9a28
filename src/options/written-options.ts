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

/** Whether an option cannot stand beside some others. */
export function isExcludedBy(name: string, others: readonly string[], options: readonly AnyOption[]): boolean {
  return options.some(
    ({ name: other, excludes }) =>
      (others.includes(other) && excludes?.names.includes(name) === true) ||
      (other === name && excludes?.names.some((one) => others.includes(one)) === true),
  );
}
