import type { CommandDefinition } from "../../src/cli/command.ts";
import { type AnyOption, flagOf, helpOf, placeholderOf, SECTION_HEADINGS } from "../../src/options/option.ts";

/** The text of docs/options.md: every option once, with the commands that have it, from the table itself. */
export function optionsReference(commands: readonly CommandDefinition[]): string {
  const headings = [...new Set(Object.values(SECTION_HEADINGS))];
  const sections = headings.map((heading) => {
    const rows = optionsOf(commands, heading).map((option) => rowOf(option, commands));
    return `## ${heading?.replace(/(?: \(.*)?:$/, "") ?? "Of single commands"}\n\n${TABLE_HEAD}${rows.join("")}`;
  });
  return `${HEAD}\n${sections.join("\n")}`;
}

const HEAD = `# Options

Made from the table in \`src/options\`, from which the command line, the keys of a config and \`rfm completion\` come, too.
A key of a config is the option's name without the dashes: the options for reading, scoring and retention, and how results
look, stand in the sections \`reading\`, \`scoring\`, \`retention\` and \`look\`; those of one command next to its output.
Options marked "command line only" are no keys.
`;

const TABLE_HEAD = "| option | what it does | commands |\n| --- | --- | --- |\n";

/** The options under a heading of help, each once, in the order of the commands. */
function optionsOf(commands: readonly CommandDefinition[], heading: string | null): readonly AnyOption[] {
  const all = commands
    .flatMap(({ consumes }) => consumes)
    .filter(({ section }) => SECTION_HEADINGS[section] === heading);
  return all.filter((option, at) => all.findIndex((other) => isSame(option, other)) === at);
}

function isSame(a: AnyOption, b: AnyOption): boolean {
  return a.name === b.name && helpOf(a) === helpOf(b);
}

function rowOf(option: AnyOption, commands: readonly CommandDefinition[]): string {
  const { kind, short, negation, summary, choices, isLineOnly } = option;
  const flags = [
    ...(short === null ? [] : [`\`-${short}\``]),
    ...(summary === "" ? [] : [`\`${flagOf(option)}${kind === "flag" ? "" : ` ${placeholderOf(option)}`}\``]),
    ...(negation === null ? [] : [`\`--no-${option.name}\``]),
  ];
  const what = [
    ...(summary === "" ? [] : [helpOf(option)]),
    ...(negation === null ? [] : [summary === "" ? negation : `\`--no-${option.name}\`: ${negation}`]),
    ...(choices === null ? [] : [`one of ${choicesOf(option, commands)}`]),
    ...relationsOf(option),
    ...(isLineOnly ? ["command line only"] : []),
  ];
  const names = commands.filter(({ consumes }) => consumes.some((one) => isSame(one, option))).map(({ name }) => name);
  return `| ${flags.join(", ")} | ${what.join("; ").replaceAll("|", "\\|")} | ${names.join(", ")} |\n`;
}

/** The choices that any of the commands has. */
function choicesOf(option: AnyOption, commands: readonly CommandDefinition[]): string {
  const all = commands.flatMap(({ consumes }) => consumes.filter((one) => isSame(one, option)));
  return [...new Set(all.flatMap(({ choices }) => choices ?? []))].map((choice) => `\`${choice}\``).join(", ");
}

function relationsOf({ excludes, needs }: AnyOption): readonly string[] {
  const listed = (names: readonly string[]): string => names.map((name) => `\`--${name}\``).join(", ");
  return [
    ...(excludes === null
      ? []
      : [`${excludes.ifValue === undefined ? "" : `\`${excludes.ifValue}\` `}not with ${listed(excludes.names)}`]),
    ...(needs === null ? [] : [`needs ${listed(needs.names)}`]),
  ];
}
