import { Command, type Option } from "commander";
import type { OptionKey } from "../config/option-key.ts";
import { addLookOptions, addReadingOptions, addRetentionOptions, addScoringOptions } from "./options.ts";

/** What belongs to one command line and not into a config: where a result goes, and how the terminal looks. */
const LINE_ONLY = ["--output", "--quiet", "--no-color", "--help", "--rejects", "--save-model", "--moves", "--out"];

/** The options of a command as keys of the config file, in the order of its help. */
export function optionKeys(command: Command): readonly OptionKey[] {
  const { options } = command;
  return options.flatMap((option) => {
    const { long } = option;
    if (long === undefined || long === null || LINE_ONLY.includes(long) || option.negate) return [];
    return [keyOf(option, long)];
  });
}

function keyOf(option: Option, long: string): OptionKey {
  const { parseArg, argChoices } = option;
  const addsUp = parseArg !== undefined && argChoices === undefined && parseArg.length > 1;
  return {
    key: long.slice(2),
    attribute: option.attributeName(),
    description: option.description,
    kind: option.isBoolean() ? "flag" : addsUp ? "list" : "value",
    choices: argChoices ?? null,
    placeholder: /<([^>]+)>/.exec(option.flags)?.[1] ?? "",
    parse: (text, earlier) => (parseArg === undefined ? text : parseArg(text, earlier)),
  };
}

/** The options that commands share, by the sections of the config file. */
export const SHARED_KEYS = {
  reading: optionKeys(addReadingOptions(new Command())),
  scoring: optionKeys(addScoringOptions(new Command())),
  retention: optionKeys(addRetentionOptions(new Command())),
  look: optionKeys(addLookOptions(new Command())),
} as const;
