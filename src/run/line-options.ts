import { resolve } from "node:path";
import type { Command } from "commander";
import { SHARED_KEYS } from "../cli/option-keys.ts";
import type { OptionKey } from "../config/option-key.ts";
import { builtInScheme } from "../core/segments/built-in/index.ts";
import type { LineOptions } from "./run-plan.ts";

/**
 * The shared options that were given on the command line. Files that they name are relative to the working folder, and
 * those of the config to the config; so the former become absolute.
 */
export function lineOptions(command: Command, cwd: string): LineOptions {
  const given = (section: keyof typeof SHARED_KEYS): Readonly<Record<string, unknown>> =>
    Object.fromEntries(
      SHARED_KEYS[section].flatMap((key) => {
        if (command.getOptionValueSource(key.attribute) !== "cli") return [];
        const value: unknown = command.getOptionValue(key.attribute);
        return [[key.attribute, typeof value === "string" && isFileName(key, value) ? resolve(cwd, value) : value]];
      }),
    );
  return { reading: given("reading"), scoring: given("scoring"), retention: given("retention"), look: given("look") };
}

/** Whether an option's value names a file; a scheme is a built-in one's name, or a file. */
export function isFileName({ key, placeholder }: OptionKey, value: string): boolean {
  return placeholder === "file" || (key === "scheme" && builtInScheme(value) === null);
}
