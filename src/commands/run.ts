import { dirname, resolve } from "node:path";
import { type Command, Option } from "commander";
import type { CliContext } from "../cli/context.ts";
import { ExitCode } from "../cli/exit-codes.ts";
import { SHARED_KEYS } from "../cli/option-keys.ts";
import { addLookOptions, addReadingOptions, addRetentionOptions, addScoringOptions } from "../cli/options.ts";
import { packageVersion } from "../cli/package-version.ts";
import { ToldFailure } from "../cli/told-failure.ts";
import { type WrittenLine, writtenOptions } from "../cli/written-options.ts";
import { parseRunConfig } from "../config/run-config.ts";
import { plural } from "../core/words.ts";
import { RfmError, UsageError } from "../errors.ts";
import { nodeDisk } from "../files/disk.ts";
import { renderTable } from "../render/formats.ts";
import { loadLanguage } from "../render/language/load-language.ts";
import { differenceTable } from "../render/tables/difference-table.ts";
import { differencesOf } from "../run/differences.ts";
import { lineOptions } from "../run/line-options.ts";
import { loadConfig } from "../run/load-config.ts";
import { namedFilesOf } from "../run/named-files.ts";
import { outputContext } from "../run/output-kind.ts";
import { performRun, type RunJob, rehearseRun, shownPath } from "../run/perform-run.ts";
import { LOG_FORMS, type LogForm, RunLog } from "../run/run-log.ts";
import { planRun } from "../run/run-plan.ts";
import { whatStays } from "../run/what-stays.ts";
import { outputKinds } from "./run-outputs.ts";

interface RunCommandOptions {
  readonly out?: string;
  readonly dryRun?: boolean;
  readonly ignoreGuards?: boolean;
  readonly log?: LogForm;
  readonly quiet?: boolean;
  readonly saveModel?: string;
  readonly width?: number;
}

const EXAMPLES = `
Examples:
  rfm run
  rfm run shop.config.yaml --dry-run
  rfm run --as-of 2011-04-30 --out april --log json`;

export function registerRun(program: Command, context: CliContext): void {
  const command = program.command("run").summary("everything that a config file asks for, in one reading");
  command
    .description(
      "Reads the exports once and writes every output of the config as one set, which takes the place of the set before in one step or not at all.",
    )
    .argument("[config]", "a config file (default: rfm.config.yaml in this folder; rfm init writes one)")
    .optionsGroup("Running:")
    .option("--dry-run", "say what would be written and how it differs from what is there; write nothing")
    .option("--out <folder>", "the output folder (default: output.folder of the config, else rfm-out)")
    .option("--ignore-guards", "put the set in place although a guard fails; it is said all the same")
    .addOption(
      new Option(
        "--log <form>",
        "how to tell what happens: text, or one line of JSON an event (default: text)",
      ).choices(LOG_FORMS),
    )
    .option("-q, --quiet", "tell only warnings, failed guards and errors");
  addLookOptions(
    addRetentionOptions(addScoringOptions(addReadingOptions(command))).optionsGroup("Output:"),
  ).addHelpText(
    "after",
    `${EXAMPLES}\n\nOptions for reading, scoring, retention and output win over the config. docs/nightly.md tells about the rest.`,
  );
  command.options.find(({ long }) => long === "--save-model")?.hideHelp(); // a run has the output `model`
  const written = writtenOptions(command);
  command.action((config: string | undefined, options: RunCommandOptions) =>
    runRun(config, { options, command, written }, context),
  );
}

/** A run as it was called. */
interface Call {
  readonly options: RunCommandOptions;
  readonly command: Command;
  readonly written: WrittenLine;
}

async function runRun(named: string | undefined, call: Call, context: CliContext): Promise<void> {
  const { options } = call;
  const log = new RunLog({
    form: options.log ?? "text",
    quiet: options.quiet === true,
    write: (line) => context.stderr.write(line),
    now: context.clock,
  });
  let job: RunJob | null = null;
  try {
    job = await jobOf(named, call, { context, log });
    if (options.dryRun === true) await rehearse(job, context, options.width);
    else await perform(job, context);
  } catch (error) {
    throw toldFailure(error, log, job === null ? "nothing was read" : await whatStays(job.folder, job.disk));
  }
}

/** Tells what went wrong in the form of the log, so that nobody tells it again. */
function toldFailure(error: unknown, log: RunLog, stays: string): ToldFailure {
  const isExpected = error instanceof RfmError;
  const exitCode = isExpected ? ExitCode[error.kind] : ExitCode.unexpected;
  const message = isExpected
    ? error.message
    : `this is a bug in rfm: ${error instanceof Error ? error.stack : String(error)}`;
  log.tell({
    event: "error",
    kind: isExpected ? error.kind : "bug",
    message,
    hint: (isExpected ? error.hint : null) ?? null,
  });
  log.tell({
    event: "summary",
    status: "failed",
    exit_code: exitCode,
    folder: null,
    files: 0,
    text: `exit code ${exitCode}; ${stays}`,
  });
  return new ToldFailure(exitCode, error);
}

async function jobOf(
  named: string | undefined,
  { options, command, written }: Call,
  { context, log }: { readonly context: CliContext; readonly log: RunLog },
): Promise<RunJob> {
  if (options.saveModel !== undefined) {
    throw new UsageError(
      "--save-model: a run writes its model as an output",
      "add - { command: model, file: model.json } to the outputs",
    );
  }
  const file = await loadConfig(named, context.cwd);
  const kinds = outputKinds(context);
  const { config, problems } = parseRunConfig(file.text, {
    name: file.name,
    keys: { shared: SHARED_KEYS, outputs: kinds },
    env: context.env,
  });
  const cwd = dirname(file.path);
  const line = lineOptions(command, context.cwd);
  const own = outputContext(context, cwd);
  const plan = await planRun({ config, line, kinds, context: own, problems });
  problems.throwAny(file.name);
  if (plan === null) throw new Error("a plan with problems was not refused");
  const folder = options.out === undefined ? resolve(cwd, config.output.folder) : resolve(context.cwd, options.out);
  log.tell({ event: "start", config: file.name, folder: shownPath(folder, context.cwd) });
  return {
    plan,
    exports: config.exports,
    folder,
    mode: config.output.mode,
    keep: config.output.keep,
    guards: config.guards,
    ignoreGuards: options.ignoreGuards === true,
    options: { ...config.written, ...(written.size === 0 ? {} : { command_line: Object.fromEntries(written) }) },
    namedFiles: namedFilesOf(config, line, kinds),
    version: await packageVersion(),
    context: own,
    disk: nodeDisk,
    log,
  };
}

async function perform(job: RunJob, context: CliContext): Promise<void> {
  const { name, changed, removed, files } = await performRun(job);
  const folder = shownPath(job.folder, context.cwd);
  for (const old of removed) job.log.tell({ event: "removed", folder: `${folder}/${old}` });
  const where = `${folder}/${name}`;
  job.log.tell({
    event: "summary",
    status: changed ? "done" : "nothing changed",
    exit_code: ExitCode.success,
    folder: where,
    files: files.length,
    text: changed
      ? `${plural(files.length, "file")} in ${where}, where ${folder}/latest leads now`
      : `${where} has the same ${plural(files.length, "file")} already`,
  });
}

async function rehearse(job: RunJob, context: CliContext, width = 80): Promise<void> {
  const { files, before, failure } = await rehearseRun(job);
  const differences = differencesOf(files, before);
  const language = await loadLanguage();
  const look = { language, width, hasFormats: false };
  for await (const chunk of renderTable(differenceTable(differences), "table", look)) context.stdout.write(chunk);
  if (failure !== null) throw failure;
  const changed = differences.filter(({ change }) => change !== "same").length;
  job.log.tell({
    event: "summary",
    status: "dry run",
    exit_code: ExitCode.success,
    folder: shownPath(job.folder, context.cwd),
    files: files.length,
    text: `${changed} of ${plural(differences.length, "file")} would change; nothing was written`,
  });
}
