/*
 * Shell completion: program-words.ts lists what can be typed, the other files write it for one shell each.
 */
import type { Argument, Command, Option } from "commander";
import { BUILT_IN_SCHEMES } from "../../analysis/segments/built-in/index.ts";
import { PRESETS } from "../../exports/platforms/index.ts";
import { TableOption } from "../commander-options.ts";

/** What can stand for a value: one of these words, a file, a folder, or anything at all. */
export type Completable =
  | { readonly kind: "words"; readonly words: readonly string[]; readonly orFiles: boolean }
  | { readonly kind: "files" | "folders" | "free" };

/** An option as a shell completes it. */
export interface OptionWords {
  /** `-o`, `--output`. */
  readonly flags: readonly string[];
  readonly description: string;
  /** `null` for a flag without a value. */
  readonly value: Completable | null;
}

/** A command as a shell completes it. */
export interface CommandWords {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly OptionWords[];
  /** What its arguments can be. */
  readonly argument: Completable;
}

/** Everything that a shell completes, from the program itself. */
export function programWords(program: Command): readonly CommandWords[] {
  const commands = program.commands.map(commandWords);
  const names = commands.map(({ name }) => name);
  const help: CommandWords = {
    name: "help",
    summary: "show help for a command",
    options: [],
    argument: { kind: "words", words: names, orFiles: false },
  };
  return [...commands, help];
}

function commandWords(command: Command): CommandWords {
  const options = command.options.filter((option) => !option.hidden).map(optionWords);
  const help: OptionWords = { flags: ["-h", "--help"], description: "show help", value: null };
  const below = command.commands.map((one) => one.name());
  return {
    name: command.name(),
    summary: command.summary(),
    options: [...options, help],
    argument: argumentOf(command.registeredArguments[0], below),
  };
}

function argumentOf(argument: Argument | undefined, below: readonly string[]): Completable {
  if (argument?.argChoices !== undefined) return { kind: "words", words: argument.argChoices, orFiles: false };
  if (below.length > 0) return { kind: "words", words: [...below, ...schemeNames()], orFiles: true };
  return { kind: argument === undefined ? "free" : "files" };
}

function optionWords(option: Option): OptionWords {
  const flags = [option.short, option.long].flatMap((flag) => flag ?? []);
  return {
    flags,
    description: option.description,
    value: option.isBoolean() || option.negate ? null : valueWords(option),
  };
}

function valueWords(option: Option): Completable {
  const { kind = "text", choices = null } = option instanceof TableOption ? option.source : {};
  if (choices !== null) return { kind: "words", words: choices, orFiles: false };
  switch (kind) {
    case "preset":
      return { kind: "words", words: ["generic", ...PRESETS.map(({ name }) => name)], orFiles: false };
    case "scheme":
      return { kind: "words", words: schemeNames(), orFiles: true };
    case "file":
      return { kind: "files" };
    case "folder":
      return { kind: "folders" };
    default:
      return { kind: "free" };
  }
}

function schemeNames(): readonly string[] {
  return BUILT_IN_SCHEMES.map(({ name }) => name);
}
