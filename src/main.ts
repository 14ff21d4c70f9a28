import { Command, CommanderError } from "commander";
import { shownText } from "./basics/text/words.ts";
import type { CliContext } from "./cli/context.ts";
import { styleFor } from "./cli/context.ts";
import { errorLines, fittedLines } from "./cli/error-lines.ts";
import { EXIT_CODE_HELP, ExitCode } from "./cli/exit-codes.ts";
import { packageVersion } from "./cli/package-version.ts";
import { bugText, ReportedError } from "./cli/reported-error.ts";
import { COMMANDS } from "./commands/index.ts";
import { RfmError } from "./errors.ts";

const DESCRIPTION =
  "Customer segmentation from order exports: scores, segments and retention, with every row accounted for.";

const EXAMPLES = `
Examples:
  rfm report exports/                  the whole report on a folder of exports
  rfm inspect orders.csv               what was understood, and why
  rfm score orders.csv > scores.csv    each customer's scores and segment
`;

/** Runs the program; the only place that turns an outcome into an exit code. */
export async function main(argv: readonly string[], context: CliContext): Promise<ExitCode> {
  try {
    const program = await buildProgram(argv, context);
    await program.parseAsync([...wordsToParse(argv)], { from: "user" });
    return ExitCode.success;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? ExitCode.success : ExitCode.usage;
    if (error instanceof ReportedError) return error.exitCode;
    if (isBrokenPipe(error)) return ExitCode.success;
    const style = styleFor(context.stderr, context.env, !argv.includes("--no-color"));
    if (error instanceof RfmError) {
      context.stderr.write(errorLines(error, { stream: context.stderr, style }));
      return ExitCode[error.kind];
    }
    context.stderr.write(`rfm: ${bugText(error)}\n`);
    return ExitCode.unexpected;
  }
}

/** The program with its commands; only the one that is called is loaded in full, and all for completion, which needs them. */
export async function buildProgram(argv: readonly string[], context: CliContext): Promise<Command> {
  const program = new Command("rfm")
    .description(DESCRIPTION)
    .version(await packageVersion(), "-V, --version", "print the version")
    .helpOption("-h, --help", "show help")
    .helpCommand("help [command]", "show help for a command")
    .addHelpText("after", `${EXAMPLES}${EXIT_CODE_HELP}`)
    .showHelpAfterError("(rfm --help shows the commands, rfm help COMMAND the options of one)")
    .configureOutput({
      writeOut: (text) => context.stdout.write(text),
      writeErr: (text) => context.stderr.write(text),
      outputError: (text, write) => {
        const said = text
          .trimEnd()
          .split("\n")
          .map(shownText)
          .join("\n")
          .replace(/^error: /, "rfm: ");
        const lacksArgument = /^rfm: missing required argument/.test(said) && example !== null;
        write(`${fittedLines(lacksArgument ? `${said}\nhint: for example: ${example}` : said, context.stderr)}\n`);
      },
      getOutHelpWidth: () => context.stdout.columns ?? 100,
      getErrHelpWidth: () => context.stderr.columns ?? 100,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .exitOverride();
  let example: string | null = null;
  const called = argv.filter((word) => !word.startsWith("-"));
  const name = called[0] === "help" ? called[1] : called[0];
  for (const command of COMMANDS) {
    if (command.name === name || name === "completion") {
      const { registerCommand } = await import("./cli/command.ts");
      const definition = await command.load();
      if (command.name === name) example = /^ {2}(rfm .*?)(?: {2}|$)/m.exec(definition.help)?.[1] ?? null;
      registerCommand(program, { ...definition, summary: command.summary }, { program, context });
    } else program.command(command.name).summary(command.summary).description(command.summary);
  }
  return program;
}

/** Help on a command that there is not is the same mistake as calling it: commander would print the help of all of them. */
function wordsToParse(argv: readonly string[]): readonly string[] {
  const [first, name] = argv.filter((word) => !word.startsWith("-"));
  if (first !== "help" || name === undefined || COMMANDS.some((command) => command.name === name)) return argv;
  return [name];
}

function isBrokenPipe(error: unknown): boolean {
  const codes = ["EPIPE", "ERR_STREAM_PREMATURE_CLOSE", "ERR_STREAM_DESTROYED", "ECONNRESET"];
  return error instanceof Error && "code" in error && codes.includes(String(error.code));
}
