import { resolve } from "node:path";
import { type ConfigSection, SHARED_OPTIONS } from "../../options/index.ts";
import { namesFile } from "../../options/named-file.ts";
import { attributeOf, type OptionValues } from "../../options/option.ts";
import type { WrittenLine } from "../../options/written-options.ts";
import type { LineOptions } from "./run-plan.ts";

/**
 * The shared options that were given on the command line. Files that they name are relative to the working folder, and
 * those of the config to the config; so the former become absolute.
 */
export function lineOptions(options: OptionValues, written: WrittenLine, cwd: string): LineOptions {
  const given = (section: ConfigSection): OptionValues =>
    Object.fromEntries(
      SHARED_OPTIONS[section].flatMap((option) => {
        const value = options[attributeOf(option)];
        if (!written.has(option.name) && !written.has(`no-${option.name}`)) return [];
        return [[attributeOf(option), namesFile(option, value) ? resolve(cwd, value) : value]];
      }),
    );
  return { reading: given("reading"), scoring: given("scoring"), retention: given("retention"), look: given("look") };
}
