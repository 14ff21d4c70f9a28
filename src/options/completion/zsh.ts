import type { CommandWords, Completable, OptionWords } from "./program-words.ts";

/** The script that makes zsh complete `rfm`. */
export function zshCompletion(commands: readonly CommandWords[]): string {
  return `#compdef rfm
# Completion of rfm for zsh. To use it: rfm completion zsh > ~/.zfunc/_rfm, with fpath+=(~/.zfunc) before compinit
_rfm() {
  local context state line
  if (( CURRENT == 2 )); then
    local -a commands=(
${commands.map(({ name, summary }) => `      '${name}:${quoted(summary)}'`).join("\n")}
    )
    _describe 'command' commands
    return
  fi
  local command=\${words[2]}
  shift words
  (( CURRENT-- ))
  case $command in
${commands.map(commandCase).join("\n")}
  esac
}
if [ "$funcstack[1]" = _rfm ]; then _rfm "$@"; else compdef _rfm rfm; fi
`;
}

function commandCase({ name, options, argument }: CommandWords): string {
  const specs = [...options.flatMap(optionSpecs), `'*:${actionFor(argument)}'`];
  return `    ${name})\n      _arguments -S \\\n${specs.map((spec) => `        ${spec}`).join(" \\\n")} ;;`;
}

function optionSpecs({ flags, description, value }: OptionWords): readonly string[] {
  const text = quoted(description).replace(/[[\]]/g, (bracket) => `\\${bracket}`);
  return flags.map((flag) => {
    const isLong = flag.startsWith("--");
    // an option may be given again: the star lets it
    return value === null ? `'${flag}[${text}]'` : `'*${flag}${isLong ? "=" : "+"}[${text}]:${actionFor(value)}'`;
  });
}

/** What follows an option or stands as an argument: a message, and what completes it. */
function actionFor(value: Completable): string {
  switch (value.kind) {
    case "words": {
      const words = value.words.join(" ");
      return value.orFiles ? `value:{ compadd -- ${words}; _files }` : `value:(${words})`;
    }
    case "files":
      return "file:_files";
    case "folders":
      return "folder:_files -/";
    case "free":
      return "value: ";
  }
}

/** A text in single quotes; colons separate the parts of what zsh is told. */
function quoted(text: string): string {
  return text.replaceAll("'", "'\\''").replaceAll(":", "\\:");
}
