import { stat } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import { checkUp } from "../analysis/ledger/checkup.ts";
import { reasonsAt } from "../analysis/ledger/reasons-at.ts";
import { segmentCustomers } from "../analysis/segments/segment-customers.ts";
import { plural } from "../basics/text/words.ts";
import { command, EXPORTS_ARGUMENT } from "../cli/command.ts";
import type { CliContext } from "../cli/context.ts";
import { languagesFor } from "../cli/language.ts";
import { openOutput } from "../cli/output.ts";
import { understoodOptions } from "../cli/pinned-command.ts";
import { asOfDay, readExports } from "../cli/read-exports.ts";
import { prepareScoring, type Scoring, segmentOptions } from "../cli/scoring.ts";
import { showNotes } from "../cli/terminal.ts";
import { InputError, OutputError, UsageError } from "../errors.ts";
import { isStreamName } from "../files/regular-file.ts";
import { renderStarterConfig, type StarterConfig } from "../nightly/starter-config.ts";
import { CONFIG_NAME, initOptions } from "../options/command-options.ts";
import { SHARED_OPTIONS } from "../options/index.ts";
import { namesFile } from "../options/named-file.ts";
import type { AnyOption, ValuesOf } from "../options/option.ts";
import { readingOptions } from "../options/reading-options.ts";
import { runScoringOptions, saveModelOption } from "../options/scoring-options.ts";
import { givenOptions, type WrittenLine, type WrittenOption } from "../options/written-options.ts";
import type { OrderHistory } from "../orders/history.ts";
import { note } from "../render/notes/note.ts";
import { readingNotes } from "../render/notes/reading-notes.ts";

const EXAMPLES = `
Examples:
  rfm init exports/
  rfm init exports/ --window 12m -o shop.config.yaml`;

const consumes = [...initOptions, ...readingOptions, ...runScoringOptions] as const;
type InitOptions = ValuesOf<typeof consumes>;

export const init = command({
  name: "init",
  description:
    "Reads the exports and writes a config for rfm run: how they were read as options, and open questions as comments.",
  argument: EXPORTS_ARGUMENT,
  consumes,
  help: EXAMPLES,
  elsewhere: [
    {
      option: saveModelOption,
      hint: "a run writes its model as an output: add - { command: model, file: model.json } to the config",
    },
  ],
  run: ({ exports, options, written, context }) => runInit(exports, { options, written }, context),
});

/** The options as they were parsed, and as they were written. */
interface InitCall {
  readonly options: InitOptions;
  readonly written: WrittenLine;
}

async function runInit(exports: readonly string[], call: InitCall, context: CliContext): Promise<void> {
  const { output = CONFIG_NAME } = call.options;
  if (exports.some(isStreamName)) throw new UsageError("rfm run reads files, so a config cannot name standard input");
  await refuseExisting(output, context);
  const languages = await languagesFor({}, "json");
  const scoring = await prepareScoring(call.options, context, languages); // what a run would refuse is refused here
  const target = await openOutput(output, context);
  const config = await starterConfig(exports, { ...call, scoring }, context);
  await target.write([renderStarterConfig(config)]);
  const isStopped = config.unanswered.length > 0;
  const remarks = plural(config.remarks.length, "remark");
  const top = isStopped
    ? " with a question at its top"
    : config.remarks.length === 0
      ? ""
      : ` with ${remarks} at its top`;
  const next = isStopped
    ? "answer the questions in it, then try rfm run --dry-run"
    : "rfm run --dry-run shows what it writes";
  await showNotes([note(`${output} is written${top}; ${next}`)], context, call.options);
}

async function refuseExisting(output: string, context: CliContext): Promise<void> {
  const existing = await stat(resolve(context.cwd, output)).catch(() => null);
  if (existing === null) return;
  throw new OutputError(`${output} already exists`, { hint: "choose another name with -o, or move the file" });
}

async function starterConfig(
  exports: readonly string[],
  { options, written, scoring }: InitCall & { readonly scoring: Scoring },
  context: CliContext,
): Promise<StarterConfig> {
  const folder = dirname(resolve(context.cwd, options.output ?? CONFIG_NAME));
  const own = (keys: readonly AnyOption[]): readonly WrittenOption[] => ownOptions(keys, written, { folder, context });
  const given = {
    exports: exports.map((name) => pathFrom(folder, name, context)),
    scoring: own(SHARED_OPTIONS.scoring),
  };
  const reading = own(SHARED_OPTIONS.reading);
  const history = await readOrAsk(exports, { options, scoring }, context);
  if (history instanceof InputError) return { ...given, ...openConfig(history, reading) };
  const understood = understoodOptions(history.understanding, reading);
  return {
    ...given,
    reading: [...reading, ...(understood ?? [])],
    readingComment:
      understood === null
        ? "How the exports are read. They differ in form, so every run recognises each of them anew."
        : "How the exports are read, as recognised today. What a missing line says, every run recognises anew.",
    remarks: await remarksOn(history, options),
    unanswered: [],
    hasOrders: history.orders.customers === undefined,
  };
}

/** The history, or the question that the data leaves open; everything else that goes wrong is thrown. */
async function readOrAsk(
  exports: readonly string[],
  { options, scoring }: { readonly options: InitOptions; readonly scoring: Scoring },
  context: CliContext,
): Promise<OrderHistory | InputError> {
  try {
    const { output: _config, ...reading } = options;
    const history = await readExports(exports, reading, context);
    if (history.orders.customers !== undefined) segmentCustomers(history.orders, segmentOptions(history, scoring)); // refuses options of orders
    return history;
  } catch (error) {
    if (error instanceof InputError && answersIn(error).length > 0) return error;
    throw error;
  }
}

/** The options that an error's hint names, with the value that it proposes: `date-format: d/m/y`. */
function answersIn({ hint = "" }: InputError): readonly string[] {
  const keys = new Set<string>(SHARED_OPTIONS.reading.map(({ name }) => name));
  return [...hint.matchAll(/--([a-z-]+)(?: ("[^"]*"|[^\s,;)]+))?/g)]
    .filter(([, key = ""]) => keys.has(key))
    .map(([, key = "", value = ""]) => `${key}: ${value}`.trim());
}

function openConfig(error: InputError, reading: readonly WrittenOption[]): Omit<StarterConfig, "exports" | "scoring"> {
  return {
    reading,
    readingComment: "How the exports are read. Choose one of the lines below and remove its #.",
    remarks: [error.message, ...(error.hint === undefined ? [] : [error.hint])],
    unanswered: answersIn(error),
    hasOrders: true,
  };
}

/** Options of the command line as they were written; the files that they name, relative to the config. */
function ownOptions(
  options: readonly AnyOption[],
  written: WrittenLine,
  { folder, context }: { readonly folder: string; readonly context: CliContext },
): readonly WrittenOption[] {
  const isFile = (name: string, value: string): boolean =>
    options.some((option) => option.name === name && namesFile(option, value));
  return givenOptions(options, written).map(([name, values]) => [
    name,
    values.map((value) => (isFile(name, value) ? pathFrom(folder, value, context) : value)),
  ]);
}

/** A path as seen from a folder, with `/`; an absolute one stays. */
function pathFrom(folder: string, name: string, context: CliContext): string {
  if (isAbsolute(name) || resolve(context.cwd) === folder) return name;
  const path = relative(folder, join(context.cwd, name)).replaceAll("\\", "/");
  return path === "" ? "." : path;
}

/** What the reading noticed, and what only the shop can know. */
async function remarksOn(history: OrderHistory, options: InitOptions): Promise<readonly string[]> {
  const { messageLanguage } = await languagesFor({}, "table");
  const reasons = reasonsAt(history.entries, { asOf: asOfDay(history, options) });
  const { emptyMonths } = checkUp(history.entries, reasons);
  return [
    ...readingNotes(history, messageLanguage).map(({ text }) => text),
    ...(history.understanding.currency === "" ? ["no export names a currency"] : []),
    ...(emptyMonths.length === 0 ? [] : [`no order in ${emptyMonths.join(", ")}: is an export missing?`]),
  ];
}
