import { Argument, type Command } from "commander";
import { bashCompletion } from "../cli/completion/bash.ts";
import { fishCompletion } from "../cli/completion/fish.ts";
import { programWords } from "../cli/completion/program-words.ts";
import { zshCompletion } from "../cli/completion/zsh.ts";
import type { CliContext } from "../cli/context.ts";
import { openOutput } from "../cli/output.ts";

const EXAMPLES = `
Examples:
  rfm completion bash                  source <(rfm completion bash) in ~/.bashrc uses it
  rfm completion fish`;

const SHELLS = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion } as const;

export function registerCompletion(program: Command, context: CliContext): void {
  program
    .command("completion")
    .summary("completion of commands and options for bash, zsh or fish")
    .description("Prints a script that makes a shell complete commands, options, their choices, and files.")
    .addArgument(new Argument("<shell>", "the shell").choices(Object.keys(SHELLS)))
    .addHelpText("after", EXAMPLES)
    .action(async (shell: keyof typeof SHELLS) => {
      const output = await openOutput(undefined, context);
      await output.write([SHELLS[shell](programWords(program))]);
    });
}
