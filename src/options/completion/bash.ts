import type { CommandWords, Completable } from "./program-words.ts";

/** The script that makes bash complete `rfm`; for bash 3.2 and later. */
export function bashCompletion(commands: readonly CommandWords[]): string {
  const names = commands.map(({ name }) => name);
  return `# Completion of rfm for bash. To use it: source <(rfm completion bash)
_rfm() {
  local IFS=$'\\n'
  local current=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} command="" at
  # bash takes --format=csv for three words
  if [ "$current" = "=" ]; then current=""
  elif [ "$before" = "=" ]; then before=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  for ((at = 1; at < COMP_CWORD; at++)); do
    case \${COMP_WORDS[at]} in
      -*) ;;
      *) command=\${COMP_WORDS[at]}; break ;;
    esac
  done
  COMPREPLY=()
  if [ -z "$command" ]; then
    _rfm_words ${names.concat("--help", "--version").join(" ")}
    return
  fi
  case "$command $before" in
${commands.flatMap(optionCases).join("\n")}
  esac
  case "$command $current" in
${commands.map(flagCase).join("\n")}
${commands.map(argumentCase).join("\n")}
  esac
}
_rfm_words() { COMPREPLY+=($(compgen -W "$(printf '%s\\n' "$@")" -- "$current")); }
_rfm_files() { compopt -o filenames 2>/dev/null; COMPREPLY+=($(compgen -f -- "$current")); }
_rfm_folders() { compopt -o filenames 2>/dev/null; COMPREPLY+=($(compgen -d -- "$current")); }
complete -F _rfm rfm
`;
}

function optionCases({ name, options }: CommandWords): readonly string[] {
  return options.flatMap(({ flags, value }) => {
    if (value === null) return [];
    const patterns = flags.map((flag) => `"${name} ${flag}"`).join("|");
    return [`    ${patterns}) ${callFor(value)} return ;;`];
  });
}

function flagCase({ name, options }: CommandWords): string {
  const flags = options.flatMap((option) => option.flags).filter((flag) => flag.startsWith("--"));
  return `    "${name} -"*) _rfm_words ${flags.join(" ")} ;;`;
}

function argumentCase({ name, argument }: CommandWords): string {
  return `    "${name} "*) ${callFor(argument)} ;;`;
}

function callFor(value: Completable): string {
  switch (value.kind) {
    case "words":
      return `_rfm_words ${value.words.map((word) => `'${word}'`).join(" ")};${value.orFiles ? " _rfm_files;" : ""}`;
    case "files":
      return "_rfm_files;";
    case "folders":
      return "_rfm_folders;";
    case "free":
      return ":;";
  }
}
