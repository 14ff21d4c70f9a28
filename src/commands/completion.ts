import { command } from "../cli/command.ts";
import { openOutput } from "../cli/output.ts";
import { bashCompletion } from "../options/completion/bash.ts";
import { fishCompletion } from "../options/completion/fish.ts";
import { programWords } from "../options/completion/program-words.ts";
import { zshCompletion } from "../options/completion/zsh.ts";

const EXAMPLES = `
Examples:
  rfm completion bash                  source <(rfm completion bash) in ~/.bashrc uses it
  rfm completion fish`;

const SHELLS = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion } as const;

export const completion = command({
  name: "completion",
  description: "Prints a script that makes a shell complete commands, options, their choices, and files.",
  argument: ["<shell>", "the shell", Object.keys(SHELLS)],
  consumes: [],
  help: EXAMPLES,
  run: async ({ exports: [shell], program, context }) => {
    const output = await openOutput(undefined, context);
    await output.write([SHELLS[shell as keyof typeof SHELLS](programWords(program))]);
  },
});
