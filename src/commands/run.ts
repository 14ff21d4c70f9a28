import { dirname, resolve } from "node:path";
import { shownEngineUrl } from "../basics/text/engine-url.ts";
import { plural } from "../basics/text/words.ts";
import { type Call as CommandCall, command } from "../cli/command.ts";
import type { CliContext } from "../cli/context.ts";
import { fittedLines } from "../cli/error-lines.ts";
import { ExitCode } from "../cli/exit-codes.ts";
import { namesEngine } from "../cli/named-engine.ts";
import { packageVersion } from "../cli/package-version.ts";
import { bugText, ReportedError } from "../cli/reported-error.ts";
import { GuardError, RfmError } from "../errors.ts";
import { nodeDisk } from "../files/disk.ts";
import { parseRunConfig } from "../nightly/config/run-config.ts";
import { differencesOf } from "../nightly/differences.ts";
import { failureMessage } from "../nightly/failure-message.ts";
import { loadConfig } from "../nightly/load-config.ts";
import { RunLog } from "../nightly/run-log.ts";
import { CONFIG_NAME, runningOptions } from "../options/command-options.ts";
import { SHARED_OPTIONS } from "../options/index.ts";
import type { ValuesOf } from "../options/option.ts";
import { lookOptions } from "../options/output-options.ts";
import { rejectsOption, runReadingOptions } from "../options/reading-options.ts";
import { retentionOptions } from "../options/retention-options.ts";
import { runScoringOptions, saveModelOption } from "../options/scoring-options.ts";
import { engineSourceOptions } from "../options/warehouse-options.ts";
import type { WrittenLine } from "../options/written-options.ts";
import { loadLanguage } from "../render/language/load-language.ts";
import { differenceTable } from "../render/tables/difference-table.ts";
import { renderTable } from "../render/tables/formats.ts";
import { checkRun } from "./run/check-run.ts";
import { hintOfConfig } from "./run/hint-of-config.ts";
import { lineOptions } from "./run/line-options.ts";
import { namedFilesOf } from "./run/named-files.ts";
import { outputContext } from "./run/output-kind.ts";
import { performRun, type RunJob, rehearseRun, shownPath } from "./run/perform-run.ts";
import { type PlanRequest, planRun, type RunPlan, readingOf } from "./run/run-plan.ts";
import { OUTPUT_KINDS } from "./run-outputs.ts";

const EXAMPLES = `
Examples:
  rfm run
  rfm run --check
  rfm run shop.config.yaml --dry-run
  rfm run --as-of 2011-04-30 --out april --log json`;

const consumes = [
  ...runningOptions,
  ...runReadingOptions,
  ...engineSourceOptions,
  ...runScoringOptions,
  ...retentionOptions,
  ...lookOptions,
] as const;

export const run = command({
  name: "run",
  description:
    "Reads the exports once and writes every output of the config as one set. It replaces the previous set in a single step, or not at all.",
  argument: ["[config]", `a config file (default: ${CONFIG_NAME} in this folder; rfm init writes one)`],
  consumes,
  help: `${EXAMPLES}\n\nOptions for reading, scoring, retention and output override the config. See docs/nightly.md.`,
  elsewhere: [
    {
      option: saveModelOption,
      hint: "a run writes its model as an output: add - { command: model, file: model.json }",
    },
    {
      option: rejectsOption,
      hint: "a run writes its rejects as an output: add - { command: rejects, file: rejects.csv }",
    },
  ],
  run: ({ exports: [named], context, ...call }) => runRun(named, call, context),
});

/** A run as it was called. */
type Call = Pick<CommandCall<ValuesOf<typeof consumes>>, "options" | "written">;

async function runRun(named: string | undefined, call: Call, context: CliContext): Promise<void> {
  const { options } = call;
  const log = new RunLog({
    form: options.log ?? "text",
    quiet: options.quiet === true,
    write: (line) => context.stderr.write(options.log === "json" ? line : fittedLines(line, context.stderr)),
    now: context.clock,
  });
  let job: RunJob | null = null;
  try {
    if (options.check === true) return await check(named, call, { context, log });
    job = await jobOf(named, call, { context, log });
    if (options.dryRun === true) await rehearse(job, context, options.width);
    else await perform(job, context);
  } catch (error) {
    throw reportedError(error, log, job === null ? "nothing was read" : await failureMessage(job.folder, job.disk));
  }
}

/** Tells what went wrong in the form of the log, so that nobody tells it again. */
function reportedError(error: unknown, log: RunLog, stays: string): ReportedError {
  const isExpected = error instanceof RfmError;
  const exitCode = isExpected ? ExitCode[error.kind] : ExitCode.unexpected;
  const message = isExpected ? error.message : bugText(error);
  log.tell({
    event: "error",
    kind: isExpected ? error.kind : "bug",
    message,
    hint: isExpected && error.hint !== undefined ? hintOfConfig(error.hint) : null,
  });
  log.tell({
    event: "summary",
    status: "failed",
    exit_code: exitCode,
    folder: null,
    files: 0,
    text: `exit code ${exitCode}; ${error instanceof GuardError ? `${message}; ` : ""}${stays}`,
  });
  return new ReportedError(exitCode, error);
}

/** A config with its plan, and everything that is wrong with them. */
interface PlannedConfig {
  readonly name: string;
  readonly request: PlanRequest;
  readonly plan: RunPlan | null;
  /** Absolute path of the output folder. */
  readonly folder: string;
}

async function planned(
  named: string | undefined,
  { options, written }: Call,
  context: CliContext,
): Promise<PlannedConfig> {
  const file = await loadConfig(named, context.cwd);
  const kinds = OUTPUT_KINDS;
  const { config, problems } = parseRunConfig(file.text, {
    name: file.name,
    keys: { shared: SHARED_OPTIONS, outputs: kinds },
    env: context.env,
  });
  const cwd = dirname(file.path);
  const line = lineOptions(options, written, context.cwd);
  const own = outputContext(context, cwd);
  const request = { config, line, written, kinds, context: own, problems };
  const folder = options.out === undefined ? resolve(cwd, config.output.folder) : resolve(context.cwd, options.out);
  return { name: file.name, request, plan: await planRun(request), folder };
}

async function check(
  named: string | undefined,
  call: Call,
  { context, log }: { readonly context: CliContext; readonly log: RunLog },
): Promise<void> {
  const { name, request, plan, folder } = await planned(named, call, context);
  const reading = plan?.reading ?? (await readingOf(request));
  const inputs = await checkRun({ ...request, name, plan, reading, folder, disk: nodeDisk });
  const outputs = plural(request.config.outputs.length, "output");
  const shown = shownPath(folder, context.cwd);
  const [url = ""] = request.config.exports;
  const read = namesEngine([url]) ? `${shownEngineUrl(url)}, which was not asked` : plural(inputs.length, "export");
  log.tell({
    event: "summary",
    status: "checked",
    exit_code: ExitCode.success,
    folder: shown,
    files: inputs.length,
    text: `${name} is fine: ${read}, ${outputs}, into ${shown}; no orders were read, nothing was written`,
  });
}

async function jobOf(
  named: string | undefined,
  call: Call,
  { context, log }: { readonly context: CliContext; readonly log: RunLog },
): Promise<RunJob> {
  const { name, request, plan, folder } = await planned(named, call, context);
  const { config, line, kinds, context: own } = request;
  const { options, written } = call;
  request.problems.throwAny(name);
  if (plan === null) throw new Error("a plan with problems was not refused");
  log.tell({ event: "start", config: name, folder: shownPath(folder, context.cwd) });
  return {
    plan,
    exports: config.exports,
    folder,
    mode: config.output.mode,
    keep: config.output.keep,
    guards: config.guards,
    hasDigest: config.output.digest,
    ignoreGuards: options.ignoreGuards === true,
    options: { ...config.written, ...commandLine(written) },
    namedFiles: namedFilesOf(config, line, kinds),
    version: await packageVersion(),
    context: own,
    disk: nodeDisk,
    log,
  };
}

/** The options that win over the config, for the manifest; the others change no output. */
function commandLine(written: WrittenLine): Readonly<Record<string, unknown>> {
  const shared = new Set<string>(Object.values(SHARED_OPTIONS).flatMap((options) => options.map(({ name }) => name)));
  const given = [...written].filter(([name]) => shared.has(name.replace(/^no-/, "")));
  return given.length === 0 ? {} : { command_line: Object.fromEntries(given) };
}

async function perform(job: RunJob, context: CliContext): Promise<void> {
  const { name, changed, removed, files, said } = await performRun(job);
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
      ? `${said} ${plural(files.length, "file")} in ${where}; ${folder}/latest points to it`
      : `${where} already has the same ${plural(files.length, "file")}`,
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
