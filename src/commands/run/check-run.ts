import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { ConfigProblems } from "../../basics/yaml/config-problems.ts";
import type { CliContext } from "../../cli/context.ts";
import { namesEngine } from "../../cli/named-engine.ts";
import { InputError, MissingColumnError, OutputError, RfmError, UsageError } from "../../errors.ts";
import { columnProblems } from "../../exports/column-problems.ts";
import { withRowsPerLine } from "../../exports/lines/rows-per-line.ts";
import { NAMES_OF_ORDERS } from "../../exports/names-of-orders.ts";
import { withoutOwnOutputs } from "../../exports/plan-files.ts";
import type { Disk } from "../../files/disk.ts";
import { findInputs, type InputFile } from "../../files/find-inputs.ts";
import { isMissing, isSystemError, whyUnwritable } from "../../files/system-error.ts";
import { segmentsNamed } from "../../lists/plan-lists.ts";
import type { RunConfig } from "../../nightly/config/run-config.ts";
import { latestSet } from "../../nightly/latest-set.ts";
import { refuseOwnFolder } from "../../nightly/run-inputs.ts";
import type { ReadOptions } from "../../orders/read-orders.ts";
import { isOwnOutput } from "../../render/tables/own-outputs.ts";
import { openTables } from "../../typed/open-tables.ts";
import { ofOutput } from "./results-of-files.ts";
import type { RunPlan } from "./run-plan.ts";

/** A config that is to be checked and not run. */
export interface CheckRequest {
  readonly config: RunConfig;
  readonly name: string;
  /** `null` where options contradict each other or a file that they name cannot be read: that is among the problems. */
  readonly plan: RunPlan | null;
  /** The reading options that are right, also where there is no plan. */
  readonly reading: ReadOptions | null;
  readonly problems: ConfigProblems;
  /** Absolute path of the output folder. */
  readonly folder: string;
  readonly disk: Disk;
  /** With the config's folder as its working folder. */
  readonly context: CliContext;
}

/**
 * Checks all that a run needs besides the rows, and says everything that is wrong at once: options and the files they name,
 * the exports, their columns, the output folder. Reads the beginnings of the exports, asks no database and writes nothing.
 *
 * @returns the exports that a run would read
 * @throws UsageError where the config or an option is wrong; InputError where only exports are; OutputError where it is only
 * the output folder. The message has all of them, each with its line.
 */
export async function checkRun(request: CheckRequest): Promise<readonly InputFile[]> {
  const { problems, name } = request;
  await checkSegments(request);
  const kinds = [problems.count];
  const inputs = await checkExports(request);
  kinds.push(problems.count);
  await checkFolder(request, inputs);
  kinds.push(problems.count);
  const [ofConfig = 0, withExports = 0, all = 0] = kinds;
  if (all === 0) return inputs;
  const { message, hint } = problems.told(name);
  if (ofConfig > 0) throw new UsageError(message, hint);
  const why = `${hint}; nothing was read to its end, and nothing was written`;
  throw withExports > 0 ? new InputError(message, { hint: why }) : new OutputError(message, { hint: why });
}

/** The segments that outputs name, where they have the scheme that all share. */
async function checkSegments(request: CheckRequest): Promise<void> {
  const { config, plan } = request;
  if (plan === null) return;
  for (const { line, options } of config.outputs) {
    const { segment, scheme, model } = options;
    if (!Array.isArray(segment) || scheme !== undefined || model !== undefined) continue;
    await noting(request, line, async () => segmentsNamed(segment.map(String), plan.scoring.written));
  }
}

async function checkExports(request: CheckRequest): Promise<readonly InputFile[]> {
  const { config, context, problems } = request;
  if ("input" in config.written || namesEngine(config.exports)) return []; // a check asks no database, and shows no secret
  const before = problems.count;
  for (const [at, name] of config.exports.entries()) {
    await noting(request, config.exportLines[at] ?? 1, () => findInputs([name], context));
  }
  const line = config.exportLines[0] ?? 1;
  if (problems.count > before || config.exports.length === 0) return [];
  const inputs = await noting(request, line, async () => {
    const found = await findInputs(config.exports, context);
    const kept = await withoutOwnOutputs(found.inputs, found.passedOver, isOwnOutput);
    const reading = request.reading ?? {};
    return await withRowsPerLine(await openTables(kept.inputs, reading, NAMES_OF_ORDERS), reading);
  });
  if (inputs !== null && request.reading !== null) await checkColumns(inputs, request.reading, request);
  return inputs ?? [];
}

async function checkColumns(inputs: readonly InputFile[], reading: ReadOptions, request: CheckRequest): Promise<void> {
  const { config, plan, problems } = request;
  const outputs = plan?.outputs ?? [];
  const found = await noting(request, config.sectionLines.reading, () => columnProblems(inputs, reading));
  for (const error of found ?? []) {
    const output = error instanceof MissingColumnError ? outputs.find((one) => wants(one, error.column)) : undefined;
    const line = config.outputs.find(({ place }) => place === output?.place)?.line ?? config.sectionLines.reading;
    const told = error instanceof MissingColumnError ? ofOutput(error, outputs) : error;
    problems.add(line, textOf(told));
  }
}

/** Whether an output asks for a column: to keep it, as a contact field, or in a condition. */
function wants({ keep, contacts }: RunPlan["outputs"][number], column: string): boolean {
  return (
    keep.includes(column) ||
    Object.values(contacts ?? {}).some((names) => Array.isArray(names) && names.includes(column))
  );
}

/** Looks at the folder, or where it does not exist at the nearest one above it, without making anything. */
async function checkFolder(request: CheckRequest, inputs: readonly InputFile[]): Promise<void> {
  const { folder, disk, config, problems } = request;
  const { outputLine } = config;
  await noting(request, outputLine, async () => {
    refuseOwnFolder(
      inputs.map(({ source, path }) => ({ name: source.name, path })),
      folder,
    );
    await latestSet(folder, disk);
  });
  try {
    const existing = await nearestExisting(folder);
    if (!(await stat(existing)).isDirectory()) problems.add(outputLine, `${existing}: is a file, not a folder`);
    else await access(existing, constants.W_OK | constants.X_OK);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    problems.add(outputLine, `${folder}: ${whyUnwritable(error)}`);
  }
}

async function nearestExisting(folder: string): Promise<string> {
  try {
    await stat(folder);
    return folder;
  } catch (error) {
    const above = resolve(dirname(folder));
    if (!isMissing(error) || above === folder) throw error;
    return nearestExisting(above);
  }
}

async function noting<T>({ problems }: CheckRequest, line: number, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof RfmError)) throw error;
    problems.add(line, textOf(error));
    return null;
  }
}

function textOf({ message, hint }: RfmError): string {
  return hint === undefined ? message : `${message} (${hint})`;
}
