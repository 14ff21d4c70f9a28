import { isEngineUrl, shownEngineUrl } from "../basics/text/engine-url.ts";
import { UsageError } from "../errors.ts";
import {
  type AnyOption,
  attributeOf,
  flagOf,
  type OptionValues,
  optionNamed,
  type ValuesOf,
} from "../options/option.ts";
import type { DestinationOptions } from "../options/output-options.ts";
import { formatName, outputOption, outputOptions, sortOption, spreadsheetOption } from "../options/output-options.ts";
import { readingOptions } from "../options/reading-options.ts";
import type { ScoringOptions } from "../options/scoring-options.ts";
import { saveModelOption, scoringOptions } from "../options/scoring-options.ts";
import { engineOptions, engineSourceOptions, intoOptions, roundMoneyOption } from "../options/warehouse-options.ts";
import { loadLanguage } from "../render/language/load-language.ts";
import { engineNotes } from "../render/notes/engine-notes.ts";
import { note } from "../render/notes/note.ts";
import { type ConnectedEngine, connect } from "../warehouse/engines/connect.ts";
import { type CustomersRequest, readCustomers } from "../warehouse/read/read-customers.ts";
import { scoreInto } from "../warehouse/write/score-into.ts";
import type { CliContext } from "./context.ts";
import { engineRule } from "./engine-rule.ts";
import { customerRule } from "./order-query.ts";
import { openOutput, refuseFolder } from "./output.ts";
import { dayOfClock } from "./read-exports.ts";
import type { Prepare, Request } from "./result.ts";
import { showNotes } from "./terminal.ts";

/** The options of a command that reads a table in an engine. */
export type EngineResultOptions = ValuesOf<typeof engineOptions> &
  ValuesOf<typeof intoOptions> &
  ScoringOptions &
  DestinationOptions;

/** Whether a command is asked to read a table in an engine instead of files. */
export function namesEngine(exports: readonly string[]): boolean {
  return exports.some(isEngineUrl);
}

/** A command whose customers come from an engine: prepares, reads, makes, writes, and says what is to be said. */
export async function printEngineResult<Options extends EngineResultOptions>(
  request: Request<Options>,
  { consumes, prepare }: { readonly consumes: readonly AnyOption[]; readonly prepare: Prepare<Options> },
): Promise<void> {
  const { exports, options, context } = request;
  const url = onlyUrl(exports);
  if (!consumes.includes(roundMoneyOption)) throw needsOrders(url);
  refuseFileOptions(options as OptionValues, url);
  if (options.into !== undefined) return leaveInto(options.into, { url, options, context });
  if (options.replace === true) throw new UsageError("--replace needs --into", "name the table with --into");
  await refuseFolder(options.output, context);
  const { ofCustomers, personal } = await prepare(request);
  if (ofCustomers === undefined) throw needsOrders(url);
  const output = await openOutput(options.output, context, { personal });
  const read = await withEngine({ url, writes: false }, context, (engine) =>
    readCustomers(engine, requestOf(options, context)),
  );
  const { table = "" } = options;
  const language = await loadLanguage(options.lang, options.locale);
  const notes = engineNotes(
    { ...read, newestDay: read.days.newest },
    { table: `${shownEngineUrl(url)} ${table}`, language },
  );
  const { chunks, companions = [], notes: more } = ofCustomers({ ...read, notes });
  await output.write(chunks);
  for (const file of companions) await file.target.write(file.chunks);
  await showNotes(more, context, options);
}

function needsOrders(url: string): UsageError {
  return new UsageError(
    `${shownEngineUrl(url)} is a database, and only files are read here`,
    "rfm score and rfm segments read a table in a database; for others, export one row per order",
  );
}

function onlyUrl(exports: readonly string[]): string {
  const [url = "", ...others] = exports;
  if (others.length === 0) return url;
  throw new UsageError("a database is read alone", "name one database and no file beside it");
}

/** What a table in an engine can be read with. */
const TAKEN: ReadonlySet<string> = new Set(
  [...engineOptions, ...scoringOptions, ...outputOptions, sortOption].map(({ name }) => name),
);

function refuseFileOptions(options: OptionValues, url: string): void {
  const isGiven = (option: AnyOption): boolean =>
    ![undefined, false].includes(options[attributeOf(option)] as undefined);
  const wrong = readingOptions.filter((option) => !TAKEN.has(option.name) && isGiven(option)).map(flagOf);
  if (options["keep"] !== undefined) wrong.push("--keep");
  if (wrong.length > 0) {
    throw new UsageError(
      `${wrong.join(", ")} cannot be used with ${shownEngineUrl(url)}`,
      "they say how files are read",
    );
  }
  if (options["table"] !== undefined) return;
  throw new UsageError(`${shownEngineUrl(url)}: --table is missing`, "for instance --table shop.orders");
}

/** Refuses, beside files, what only a database can be asked. */
export function refuseEngineOptions(options: Pick<EngineResultOptions, "roundMoney" | "into" | "replace">): void {
  const flags = [...engineSourceOptions, ...intoOptions]
    .filter((one) => (options as OptionValues)[attributeOf(one)] !== undefined)
    .map(flagOf);
  if (flags.length === 0) return;
  throw new UsageError(
    `${flags.join(" and ")} ${flags.length === 1 ? "is" : "are"} for databases, and files are read here`,
    "name a database such as postgres://host/name, or leave the option out",
  );
}

/** What has no use where the result stays in the engine. */
const OF_THE_RESULT: readonly AnyOption[] = [
  outputOption,
  optionNamed(outputOptions, formatName),
  sortOption,
  saveModelOption,
  spreadsheetOption,
];

/** Scores the customers inside the engine, and says what was left there. */
async function leaveInto(
  into: string,
  {
    url,
    options,
    context,
  }: { readonly url: string; readonly options: EngineResultOptions; readonly context: CliContext },
): Promise<void> {
  const given = OF_THE_RESULT.filter((one) => (options as OptionValues)[attributeOf(one)] !== undefined);
  if (given.length > 0) {
    const flags = given.map(flagOf).join(", ");
    throw new UsageError(`${flags} cannot be used with --into: the result stays in the database`, "leave them out");
  }
  const { rule } = await engineRule(options, context);
  const { replace = false, table = "" } = options;
  const scored = await withEngine({ url, writes: true }, context, (engine) =>
    scoreInto(engine, requestOf(options, context), { into, replace, rule }),
  );
  const language = await loadLanguage(options.lang, options.locale);
  const shown = shownEngineUrl(url);
  const notes = engineNotes({ ...scored, newestDay: null, alikeKeys: 0 }, { table: `${shown} ${table}`, language });
  const done = note(language.words.warehouse.into(scored.customers, `${shown} ${into}`));
  await showNotes([...notes, done], context, options);
}

async function withEngine<Value>(
  { url, writes }: { readonly url: string; readonly writes: boolean },
  context: CliContext,
  work: (engine: ConnectedEngine) => Promise<Value>,
): Promise<Value> {
  const engine = await connect({ url, writes, cwd: context.cwd, env: context.env });
  const forget = context.onInterrupt(() => engine.abandon());
  try {
    return await work(engine);
  } finally {
    forget();
    await engine.close();
  }
}

function requestOf(options: EngineResultOptions, context: CliContext): CustomersRequest {
  const { table = "", asOf, refunds = "net" } = options;
  return {
    table,
    where: options.where ?? [],
    since: options.since ?? null,
    until: options.until ?? null,
    refunds,
    choice: {
      customer: options.customer,
      date: options.date,
      amount: options.amount,
      refunded: refunds === "ignore" ? "none" : options.refunded,
      status: options.status,
      currency: options.currencyColumn,
      roundMoney: options.roundMoney === true,
      timeZone: options.timeZone,
    },
    statuses: {
      includeStatus: options.includeStatus,
      excludeStatus: options.excludeStatus,
      unknownStatus: options.unknownStatus,
    },
    currency: options.currency,
    asOf: asOf === "today" ? dayOfClock(context.clock()) : asOf,
    rule: (day) => ({ ...customerRule(options, day), monetary: options.monetary ?? "total" }),
  };
}
