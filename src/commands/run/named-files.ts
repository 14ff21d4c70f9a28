import { type RunConfig, SECTIONS } from "../../nightly/config/run-config.ts";
import type { NamedFile } from "../../nightly/run-inputs.ts";
import { SHARED_OPTIONS } from "../../options/index.ts";
import { namesFile } from "../../options/named-file.ts";
import { type AnyOption, attributeOf, type OptionValues } from "../../options/option.ts";
import type { OutputKind } from "./output-kind.ts";
import type { LineOptions } from "./run-plan.ts";

/** Every file that an option of a run names, each once. */
export function namedFilesOf(
  { shared, outputs }: RunConfig,
  line: LineOptions,
  kinds: Readonly<Record<string, OutputKind>>,
): readonly NamedFile[] {
  const found = [
    ...SECTIONS.flatMap((section) => namedIn({ ...shared[section], ...line[section] }, SHARED_OPTIONS[section])),
    ...outputs.flatMap(({ command, options }) => namedIn(options, kinds[command]?.keys ?? [])),
  ];
  return found.filter((file, at) => found.findIndex((other) => isSame(file, other)) === at);
}

function namedIn(values: OptionValues, options: readonly AnyOption[]): readonly NamedFile[] {
  return options.flatMap((option) => {
    const value = values[attributeOf(option)];
    return namesFile(option, value) ? [{ option: option.name, name: value }] : [];
  });
}

function isSame(a: NamedFile, b: NamedFile): boolean {
  return a.option === b.option && a.name === b.name;
}
