import { SHARED_KEYS } from "../cli/option-keys.ts";
import type { OptionKey, OptionValues } from "../config/option-key.ts";
import { type RunConfig, SECTIONS } from "../config/run-config.ts";
import { isFileName } from "./line-options.ts";
import type { OutputKind } from "./output-kind.ts";
import type { NamedFile } from "./run-inputs.ts";
import type { LineOptions } from "./run-plan.ts";

/** Every file that an option of a run names, each once. */
export function namedFilesOf(
  { shared, outputs }: RunConfig,
  line: LineOptions,
  kinds: Readonly<Record<string, OutputKind>>,
): readonly NamedFile[] {
  const found = [
    ...SECTIONS.flatMap((section) => namedIn({ ...shared[section], ...line[section] }, SHARED_KEYS[section])),
    ...outputs.flatMap(({ command, options }) => namedIn(options, kinds[command]?.keys ?? [])),
  ];
  return found.filter((file, at) => found.findIndex((other) => isSame(file, other)) === at);
}

function namedIn(values: OptionValues, keys: readonly OptionKey[]): readonly NamedFile[] {
  return keys.flatMap((key) => {
    const value = values[key.attribute];
    return typeof value === "string" && isFileName(key, value) ? [{ option: key.key, name: value }] : [];
  });
}

function isSame(a: NamedFile, b: NamedFile): boolean {
  return a.option === b.option && a.name === b.name;
}
