/*
 * rfm run in steps: run-plan.ts makes the plan from config and command line, under-lock.ts takes the lock, perform-run.ts reads
 * once and makes every output, nightly/ publishes the set.
 */

import { join, relative } from "node:path";
import { formatDay } from "../../basics/calendar/days.ts";
import { plural } from "../../basics/text/words.ts";
import type { CliContext } from "../../cli/context.ts";
import { withTable } from "../../cli/engine-table.ts";
import { namesEngine } from "../../cli/named-engine.ts";
import { dayOfClock } from "../../cli/read-exports.ts";
import { GuardError, OutputError } from "../../errors.ts";
import type { Disk } from "../../files/disk.ts";
import { isSystemError, whyUnwritable } from "../../files/system-error.ts";
import type { Guards } from "../../nightly/config/guard-config.ts";
import { digestOfSame, digestSets } from "../../nightly/digest-sets.ts";
import { failureMessage } from "../../nightly/failure-message.ts";
import { checkGuards } from "../../nightly/guards/check-guards.ts";
import type { GuardFinding, LastRun } from "../../nightly/guards/finding.ts";
import { checkListGuards } from "../../nightly/guards/list-guards.ts";
import { latestSet } from "../../nightly/latest-set.ts";
import { type EarlierRun, type ManifestInput, parseManifest, renderManifest } from "../../nightly/manifest.ts";
import { type Published, publishSet } from "../../nightly/publish.ts";
import type { NamedFile } from "../../nightly/run-inputs.ts";
import type { RunLog } from "../../nightly/run-log.ts";
import { MANIFEST_NAME, workPaths } from "../../nightly/set-names.ts";
import { measureFile, type SetFile, setMode, stageFile, type WrittenFile } from "../../nightly/staged-set.ts";
import { digestFiles, digestLook, totalsSaid } from "./digest-files.ts";
import { guardedRun } from "./guarded-run.ts";
import { leaveTables } from "./leave-tables.ts";
import { resultsOfFiles } from "./results-of-files.ts";
import { resultsOfTable } from "./results-of-table.ts";
import type { RunPlan } from "./run-plan.ts";
import { type MadeOutputs, makeOutputs, type OutputNote, type RunResults } from "./run-results.ts";
import { underLock } from "./under-lock.ts";

/** A run that is ready to begin. */
export interface RunJob {
  readonly plan: RunPlan;
  readonly exports: readonly string[];
  /** Absolute path of the output folder. */
  readonly folder: string;
  /** Permission bits of the files. */
  readonly mode: number;
  readonly keep: number;
  readonly guards: Guards;
  readonly ignoreGuards: boolean;
  /** Whether the set has a digest. */
  readonly hasDigest: boolean;
  /** What decides the outputs, as it was written, for the manifest. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly namedFiles: readonly NamedFile[];
  readonly version: string;
  readonly context: CliContext;
  readonly disk: Disk;
  readonly log: RunLog;
}

/** A run that is over. */
export interface RunOutcome extends Published {
  readonly files: readonly WrittenFile[];
  /** One sentence on the customers: how many, and how many more than in the last set. */
  readonly said: string;
}

/**
 * Reads, checks the guards, writes every output aside and puts the set in place; all under the lock of the output folder.
 * Whatever goes wrong, the set before stays as it is.
 */
export async function performRun(job: RunJob): Promise<RunOutcome> {
  const { folder, disk, keep, context } = job;
  const mode = setMode(job.mode);
  return writing(job, () =>
    underLock({ folder, mode, disk, context }, () =>
      withResults(job, async (results) => {
        tellRead(job, results);
        const failed = await guardFailure(job, results);
        if (failed !== null) throw failed;
        const outputs = await makeOutputs(job.plan, results);
        tellNotes(outputs.notes, job.log);
        const failure = await listFailure(job, outputs);
        if (failure !== null) throw failure;
        const files: WrittenFile[] = [];
        for (const output of outputs.files) {
          const file = await stageFile(output, { staging: workPaths(folder).staging, disk, mode });
          files.push(file);
        }
        const read = { results, inputs: await results.inputs() };
        const digest = await digestFor(job, read, files);
        for (const file of digest)
          files.push(await stageFile(file, { staging: workPaths(folder).staging, disk, mode }));
        const manifest = manifestOf(job, read, files);
        const set = { asOf: formatDay(results.asOf), manifest, files };
        const said = await totalsSaid({ ...job, results });
        await results.confirm();
        await leaveTables(outputs, job.log);
        const published = await publishSet(set, { folder, disk, mode, keep });
        if (published.changed) tellOutputs(files, job.log);
        return { ...published, files, said };
      }),
    ),
  );
}

/** Does all of a run but the writing. */
export async function rehearseRun(job: RunJob): Promise<{
  readonly files: readonly WrittenFile[];
  readonly before: EarlierRun | null;
  /** What would stop the run. */
  readonly failure: GuardError | null;
}> {
  return writing(job, () =>
    withResults(job, async (results) => {
      tellRead(job, results);
      const failure = await guardFailure(job, results);
      const outputs = await makeOutputs(job.plan, results);
      tellNotes(outputs.notes, job.log);
      const files: WrittenFile[] = [];
      for (const file of outputs.files) files.push(await measureFile(file));
      const read = { results, inputs: await results.inputs() };
      for (const file of await digestFor(job, read, files)) files.push(await measureFile(file));
      await results.confirm();
      const last = await lastRun(job);
      return {
        files,
        before: typeof last === "string" ? null : last,
        failure: failure ?? (await listFailure(job, outputs)),
      };
    }),
  );
}

/** What the system says when nothing can be written, in words that say what became of the set before. */
async function writing<T>({ folder, disk }: RunJob, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new OutputError(`${folder}: ${whyUnwritable(error)}`, {
      hint: `${await failureMessage(folder, disk)}; make room or choose another output.folder, and run again`,
      cause: error,
    });
  }
}

/** Reads exports or a table, and works with the results while the database, where there is one, is connected. */
function withResults<T>(job: RunJob, work: (results: RunResults) => Promise<T>): Promise<T> {
  const { exports, plan, namedFiles, context } = job;
  const [url = ""] = exports;
  if (!namesEngine(exports)) return resultsOfFiles({ ...job, plan }).then(work);
  const writes = plan.outputs.some(({ leavesTable }) => leavesTable === true);
  return withTable({ url, writes, timeout: plan.options.timeout }, context, async (table) =>
    work(await resultsOfTable(table, { plan, namedFiles, cwd: context.cwd })),
  );
}

function tellRead({ log }: RunJob, results: RunResults): void {
  const { ledger, asOf, customers, source, rejects, notes } = results;
  log.tell({
    event: "read",
    ...source,
    rows: ledger.rows,
    used_rows: ledger.usedRows,
    rejected_rows: rejects,
    customers,
    as_of: formatDay(asOf),
  });
  tellNotes(notes, log);
}

/** The error of what the guards of the reading found; `null` where none failed, or they are to be ignored. */
async function guardFailure(job: RunJob, results: RunResults): Promise<GuardError | null> {
  const run = guardedRun(results, { options: job.options, today: dayOfClock(job.context.clock()) });
  return failureOf(checkGuards(job.guards, run, await lastRun(job)), job);
}

/** The same of the lists, which are made and not written. */
async function listFailure(job: RunJob, { lists }: MadeOutputs): Promise<GuardError | null> {
  return failureOf(checkListGuards(job.guards, lists, await lastRun(job)), job);
}

/** Tells every finding; the error names each guard that failed. */
function failureOf(
  findings: readonly GuardFinding[],
  { log, context, folder, ignoreGuards }: RunJob,
): GuardError | null {
  for (const finding of findings) log.tell({ event: "guard", ...finding });
  const failed = findings.filter(({ passed }) => !passed);
  if (failed.length === 0) return null;
  const names = [...new Set(failed.map(({ guard }) => guard))];
  if (ignoreGuards) {
    const text = `${plural(names.length, "failed guard")} ignored, as --ignore-guards asks: ${names.join(", ")}`;
    log.tell({ event: "warning", output: null, text });
    return null;
  }
  return new GuardError(
    `${plural(names.length, "guard")} failed: ${names.join(", ")}`,
    `nothing in ${shownPath(folder, context.cwd)} was changed; --dry-run shows what would be; if that is right, run once with --ignore-guards`,
  );
}

async function lastRun({ folder, disk }: RunJob): Promise<LastRun> {
  const name = await latestSet(folder, disk);
  if (name === null) return "none";
  const path = join(folder, name, MANIFEST_NAME);
  const text = (await disk.look(path)) === null ? "" : Buffer.from(await disk.read(path)).toString();
  return parseManifest(text) ?? "unreadable";
}

/** What was read, with the inputs as they were when the outputs were made. */
interface ReadForSet {
  readonly results: RunResults;
  readonly inputs: readonly ManifestInput[];
}

/** The digest's files; those of the last set where that one was made of the same, so that it is found to be the same set. */
async function digestFor(job: RunJob, read: ReadForSet, files: readonly WrittenFile[]): Promise<readonly SetFile[]> {
  const { results } = read;
  if (!job.hasDigest) return [];
  const { folder, disk, plan, version, options } = job;
  const same = await digestOfSame(folder, manifestOf(job, read, files), disk);
  if (same !== null) return same;
  const digest = await results.digest(await digestSets(folder, options, disk));
  return digestFiles(digest, digestLook(plan, results), version);
}

function manifestOf(job: RunJob, { results, inputs }: ReadForSet, files: readonly WrittenFile[]): string {
  const { asOf, ledger, rejects, currency, revenue, words, scheme, segments } = results;
  return renderManifest({
    version: job.version,
    asOf,
    options: job.options,
    inputs,
    ledger,
    rejects,
    currency,
    revenue,
    words,
    scheme,
    segments,
    outputs: files,
  });
}

/** Told when the set is in place: a run that changes nothing has written nothing. */
function tellOutputs(files: readonly WrittenFile[], log: RunLog): void {
  for (const { name, rows, bytes } of files) log.tell({ event: "output", file: name, rows, bytes });
}

function tellNotes(notes: readonly OutputNote[], log: RunLog): void {
  for (const { level, text, output } of notes) log.tell({ event: level, output, text });
}

/** A folder as messages name it: relative to where they are, where that is shorter. */
export function shownPath(path: string, cwd: string): string {
  const short = relative(cwd, path);
  return short === "" ? "." : short.length < path.length ? short : path;
}
