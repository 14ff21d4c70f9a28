import { type Command, Option as CommanderOption } from "commander";
import { type AnyOption, flagOf, helpOf, placeholderOf, SECTION_HEADINGS } from "./option.ts";
import type { WrittenLine } from "./written-options.ts";

/** An option of commander's that knows where it comes from. */
export class TableOption extends CommanderOption {
  readonly source: AnyOption;

  constructor(source: AnyOption, form: "as named" | "negated") {
    const flag = form === "negated" ? `--no-${source.name}` : flagOf(source);
    const short = source.short === null ? "" : `-${source.short}, `;
    const value = source.kind === "flag" ? "" : ` ${placeholderOf(source)}`;
    super(`${short}${flag}${value}`, form === "negated" ? (source.negation ?? "") : helpOf(source));
    this.source = source;
    const heading = SECTION_HEADINGS[source.section];
    if (heading !== null) this.helpGroup(heading);
    if (source.isValueOptional) this.preset("");
    if (source.choices !== null) this.choices(source.choices);
    else if (source.kind !== "flag") this.argParser<unknown>((text, earlier) => source.parse(text, earlier));
  }
}

/** Gives a command its options, and collects them as they are written. */
export function addOptions(command: Command, options: readonly AnyOption[]): WrittenLine {
  const written = new Map<string, string[]>();
  for (const option of options) {
    for (const form of formsOf(option)) {
      command.addOption(form);
      const name = form.name();
      command.on(`option:${name}`, (value: string | null) => {
        written.set(name, [...(written.get(name) ?? []), value ?? "true"]);
      });
    }
  }
  return written;
}

function formsOf(option: AnyOption): readonly TableOption[] {
  return [
    ...(option.summary === "" ? [] : [new TableOption(option, "as named")]),
    ...(option.negation === null ? [] : [new TableOption(option, "negated")]),
  ];
}

/** An option that a command does not have, and what does its work there. */
export interface Elsewhere {
  readonly option: AnyOption;
  readonly hint: string;
}

/** Refuses options that are elsewhere with where that is; help does not list them. */
export function addElsewhere(command: Command, options: readonly Elsewhere[]): void {
  for (const { option, hint } of options) {
    command.addOption(
      new TableOption(option, "as named").hideHelp().argParser(() => {
        command.error(`error: unknown option '${flagOf(option)}'\nhint: ${hint}`);
      }),
    );
  }
}
