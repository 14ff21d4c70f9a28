import type { CommandWords, Completable, OptionWords } from "./program-words.ts";

/** The script that makes fish complete `rfm`. */
export function fishCompletion(commands: readonly CommandWords[]): string {
  const lines = [
    "# Completion of rfm for fish. To use it: rfm completion fish > ~/.config/fish/completions/rfm.fish",
    "complete -c rfm -f",
    ...commands.map(({ name, summary }) => `complete -c rfm -n __fish_use_subcommand -a ${name} -d ${quoted(summary)}`),
    ...commands.flatMap(commandLines),
  ];
  return `${lines.join("\n")}\n`;
}

function commandLines({ name, options, argument }: CommandWords): readonly string[] {
  const start = `complete -c rfm -n '__fish_seen_subcommand_from ${name}'`;
  return [...argumentLines(start, argument), ...options.map((option) => `${start} ${optionWords(option)}`)];
}

function argumentLines(start: string, argument: Completable): readonly string[] {
  if (argument.kind === "files") return [`${start} -F`];
  if (argument.kind !== "words") return [];
  return [`${start}${argument.orFiles ? " -F" : ""} -a ${quoted(argument.words.join(" "))}`];
}

function optionWords({ flags, description, value }: OptionWords): string {
  const names = flags.map((flag) => (flag.startsWith("--") ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`)).join(" ");
  return `${names} ${valueWords(value)}-d ${quoted(description)}`;
}

function valueWords(value: Completable | null): string {
  switch (value?.kind) {
    case undefined:
      return "";
    case "words":
      return `${value.orFiles ? "-rF" : "-x"} -a ${quoted(value.words.join(" "))} `;
    case "files":
      return "-rF ";
    case "folders":
      return "-x -a '(__fish_complete_directories)' ";
    case "free":
      return "-x ";
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
