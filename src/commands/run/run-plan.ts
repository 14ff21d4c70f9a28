import { shownEngineUrl } from "../../basics/text/engine-url.ts";
import type { ConfigProblems } from "../../basics/yaml/config-problems.ts";
import type { CliContext } from "../../cli/context.ts";
import { refuseFileOptions } from "../../cli/engine-request.ts";
import { languagesFor, type MessageOptions } from "../../cli/language.ts";
import { listCommand, listOf } from "../../cli/list-command.ts";
import { namesEngine, needsOrders, refuseEngineOptions } from "../../cli/named-engine.ts";
import { fitsFile } from "../../cli/output.ts";
import { dayOfClock, prepareReading } from "../../cli/read-exports.ts";
import { prepareScoring, type Scoring } from "../../cli/scoring.ts";
import { RfmError } from "../../errors.ts";
import type { ContactOptions } from "../../exports/detect/contacts/contact-columns.ts";
import type { ConfigOutput } from "../../nightly/config/config-outputs.ts";
import type { RunConfig } from "../../nightly/config/run-config.ts";
import { optionProblems } from "../../options/check-options.ts";
import { type ConfigSection, SHARED_OPTIONS } from "../../options/index.ts";
import {
  type AnyOption,
  attributeOf,
  type OptionProblem,
  type OptionValues,
  type ValuesOf,
} from "../../options/option.ts";
import type { retentionOptions } from "../../options/retention-options.ts";
import { asOfOption } from "../../options/scoring-options.ts";
import type { WrittenLine } from "../../options/written-options.ts";
import type { ReadOptions } from "../../orders/read-orders.ts";
import type { KindOptions, OutputKind, PreparedOutput } from "./output-kind.ts";

/** A run whose every option is checked; all that is left is to read the exports. */
export interface RunPlan {
  readonly reading: ReadOptions & Pick<KindOptions, "maxRejects">;
  /** How customers are scored for the guards and the manifest. */
  readonly scoring: Scoring;
  /** The same in the language of what people read. */
  readonly shown: Scoring;
  readonly retention: ValuesOf<typeof retentionOptions>;
  /** The as-of date that was asked for. */
  readonly options: KindOptions;
  readonly outputs: readonly PreparedOutput[];
  /** The command line that lists who has lapsed, to be run where the config is. */
  readonly lapsedCommand: string;
}

/** Options of the command line, by the sections of the config; they win over the config. */
export type LineOptions = Readonly<Record<ConfigSection, OptionValues>>;

export interface PlanRequest {
  readonly config: RunConfig;
  readonly line: LineOptions;
  /** The options of the command line as they were written. */
  readonly written: WrittenLine;
  readonly kinds: Readonly<Record<string, OutputKind>>;
  /** With the config's folder as its working folder. */
  readonly context: CliContext;
  readonly problems: ConfigProblems;
}

/**
 * Prepares every output of a config. What contradicts itself is noted as a problem at the line of its output, or of the
 * section that all outputs share.
 *
 * @returns `null` where there was a problem
 */
export async function planRun(request: PlanRequest): Promise<RunPlan | null> {
  const { config, context } = request;
  const sections = ["reading", "scoring", "look"] as const;
  const consumes = sections.flatMap((section): readonly AnyOption[] => SHARED_OPTIONS[section]);
  const shared = mergedOptions(request, { consumes, own: {} });
  for (const section of sections) {
    noteContradictions(
      request,
      config.sectionLines[section],
      optionProblems(shared, { consumes: SHARED_OPTIONS[section] }),
    );
  }
  const reading = await noting(request, config.sectionLines.reading, () => readingFor(request, shared));
  const scoring = await noting(request, config.sectionLines.scoring, async () =>
    prepareScoring(shared, context, await languagesFor({ ...shared, ...IN_ENGLISH }, "json")),
  );
  const shown = await noting(request, config.sectionLines.scoring, async () =>
    prepareScoring(shared, context, await languagesFor(shared, "md")),
  );
  const outputs: PreparedOutput[] = [];
  for (const output of config.outputs) {
    const prepared = await noting(request, output.line, async () =>
      refuseOrders(await prepareOutput(output, request), output, request),
    );
    if (prepared !== null) outputs.push(prepared);
  }
  refuseOtherContacts(outputs, request);
  if (request.problems.count > 0) return null;
  if (reading === null || scoring === null || shown === null || outputs.length < config.outputs.length) return null;
  return {
    reading: {
      ...reading,
      ...(shared.maxRejects === undefined ? {} : { maxRejects: shared.maxRejects }),
      keep: [...new Set(outputs.flatMap(({ keep }) => keep))],
      keepOption: (name) => keepOptionOf(name, outputs),
      lines: outputs.some(({ lines }) => lines === true),
      contacts: sharedContacts(outputs),
      hashFiles: true,
      orderIds: config.outputs.some(({ command }) => command === "orders") ? "kept" : "not needed",
    },
    scoring,
    shown,
    retention: { ...config.shared.retention, ...request.line.retention },
    options: shared,
    outputs,
    lapsedCommand: listCommand(
      shownExports(request),
      writtenIn(request),
      listOf("lapsed", () => ""),
    ),
  };
}

/** The exports of a config as results name them. */
function shownExports({ config }: PlanRequest): readonly string[] {
  return namesEngine(config.exports) ? config.exports.map(shownEngineUrl) : config.exports;
}

/** How files are read; of a database nothing but the table and its columns is asked, and no option says how files are read. */
async function readingFor(
  { config: { exports }, context }: PlanRequest,
  shared: KindOptions & OptionValues,
): Promise<ReadOptions> {
  if (namesEngine(exports)) {
    refuseFileOptions(shared, exports[0] ?? "");
    return {};
  }
  refuseEngineOptions(shared);
  return prepareReading(shared, context);
}

/** Refuses an output that needs single orders where a database adds them up. */
function refuseOrders(
  output: PreparedOutput,
  { command, options }: ConfigOutput,
  { config: { exports } }: PlanRequest,
): PreparedOutput {
  const [url = ""] = exports;
  if (!namesEngine(exports)) return output;
  if (output.fromTable === undefined) throw needsOrders(url, output.needsOrders ?? command);
  refuseFileOptions({ ...options, table: "" }, url);
  return output;
}

/** Which option of which output names a column: `--keep of scores.csv`. */
function keepOptionOf(name: string, outputs: readonly PreparedOutput[]): string {
  const output = outputs.find(({ keep }) => keep.includes(name));
  return `${output?.keepOption ?? "--keep"} of ${output?.place ?? "an output"}`;
}

/** The reading options of a config and its command line by themselves; `null` where they are wrong, which the plan noted. */
export async function readingOf(request: PlanRequest): Promise<ReadOptions | null> {
  const shared = mergedOptions(request, { consumes: SHARED_OPTIONS.reading, own: {} });
  return readingFor(request, shared).catch((error: unknown) => {
    if (error instanceof RfmError) return null;
    throw error;
  });
}

/** Exports are read once, so all lists of a run find the contact columns alike. */
function refuseOtherContacts(outputs: readonly PreparedOutput[], { config, problems }: PlanRequest): void {
  const columns = (output: PreparedOutput): string => JSON.stringify({ ...output.contacts, conditions: null });
  const [first, ...others] = outputs.filter(({ contacts = CONSENT_ONLY }) => contacts.consentOnly !== true);
  for (const output of others) {
    if (first === undefined || columns(output) === columns(first)) continue;
    const line = config.outputs.find(({ place }) => place === output.place)?.line ?? 1;
    problems.add(
      line,
      `the contact columns of ${output.place} differ from those of ${first.place}: name the same columns in both`,
    );
  }
}

/** The log is in English, as errors and guards are, whatever the files of the set are in. */
const IN_ENGLISH: MessageOptions = { messagesIn: "en" };

const CONSENT_ONLY: ContactOptions = { consentOnly: true };

/** The contact columns, and the columns that any of the lists has a condition on. */
function sharedContacts(outputs: readonly PreparedOutput[]): ContactOptions | undefined {
  const wanted = outputs.flatMap(({ contacts }) => contacts ?? []);
  const [first, ...others] = wanted.filter(({ consentOnly }) => consentOnly !== true); // who reads more reads consent, too
  if (first === undefined) return wanted[0];
  const conditions = [first, ...others].flatMap((contacts) => contacts.conditions ?? []);
  return { ...first, conditions: [...new Set(conditions)] };
}

async function prepareOutput(output: ConfigOutput, request: PlanRequest): Promise<PreparedOutput> {
  const kind = request.kinds[output.command];
  if (kind === undefined) throw new Error(`no kind of output is called ${output.command}`);
  const { context } = request;
  const options = mergedOptions(request, {
    own: output.options,
    consumes: usableShared(kind, output),
  });
  noteContradictions(request, output.line, optionProblems(options, kind));
  return kind.prepare({
    exports: shownExports(request),
    options: output.command === "report" ? options : { ...options, ...IN_ENGLISH }, // a report has its notes on the page
    written: writtenIn(request),
    context,
    place: output.place,
  });
}

/** The shared options as they were written: the config's, then those of the command line. */
function writtenIn({ config, written }: PlanRequest): WrittenLine {
  const inConfig = Object.values(config.writtenSections).flatMap((section) =>
    Object.entries(section).map(([name, value]): readonly [string, readonly string[]] =>
      value === false ? [`no-${name}`, ["true"]] : [name, [value].flat().map(String)],
    ),
  );
  return new Map([...inConfig, ...written]);
}

/** What an output takes of the options that all share: those that say something about its file and its other options. */
function usableShared({ consumes, rules = [] }: OutputKind, { options, place }: ConfigOutput): readonly AnyOption[] {
  const own = consumes.filter((option) => options[attributeOf(option)] !== undefined).map(({ name }) => name);
  const isIdle = (name: string): boolean =>
    rules.some((rule) => rule.name === name && rule.needs?.names.some((needed) => own.includes(needed)) === false);
  return consumes.filter((option) => fitsFile(option, place) && !isIdle(option.name));
}

/**
 * The config's sections, then the output's own options, then the command line. Of what outputs share each takes what it
 * consumes; and the as-of date, which is everyone's.
 */
function mergedOptions(
  { config, line, context }: PlanRequest,
  { consumes, own }: Pick<OutputKind, "consumes"> & { readonly own: OptionValues },
): KindOptions & OptionValues {
  const known = new Set([asOfOption, ...consumes].map(attributeOf));
  const from = (shared: Readonly<Record<ConfigSection, OptionValues>>): OptionValues =>
    Object.fromEntries(
      Object.values(shared).flatMap((values) => Object.entries(values).filter(([name]) => known.has(name))),
    );
  const merged: KindOptions & OptionValues = {
    ...from(config.shared),
    ...own,
    ...from(line),
    color: false,
    quiet: true,
  };
  return merged.asOf === "today" ? { ...merged, asOf: dayOfClock(context.clock()) } : merged;
}

/** Those of shared options are noted first, at their section; the outputs have them again, and the same text counts once. */
function noteContradictions({ problems }: PlanRequest, line: number, found: readonly OptionProblem[]): void {
  for (const { message, hint } of found) problems.add(line, hint === null ? message : `${message} (${hint})`);
}

async function noting<T>({ problems }: PlanRequest, line: number, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof RfmError)) throw error;
    problems.add(line, error.hint === undefined ? error.message : `${error.message} (${error.hint})`);
    return null;
  }
}
