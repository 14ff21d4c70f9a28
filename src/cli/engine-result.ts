import { shownEngineUrl } from "../basics/text/engine-url.ts";
import { UsageError } from "../errors.ts";
import {
  type AnyOption,
  attributeOf,
  flagOf,
  type OptionValues,
  optionNamed,
  type ValuesOf,
} from "../options/option.ts";
import type { DestinationOptions, OutputOptions } from "../options/output-options.ts";
import { formatName, outputOption, outputOptions, sortOption, spreadsheetOption } from "../options/output-options.ts";
import type { ScoringOptions } from "../options/scoring-options.ts";
import { saveModelOption } from "../options/scoring-options.ts";
import { type engineOptions, type intoOptions, roundMoneyOption } from "../options/warehouse-options.ts";
import { loadLanguage } from "../render/language/load-language.ts";
import { engineNotes } from "../render/notes/engine-notes.ts";
import { note } from "../render/notes/note.ts";
import { scoreInto } from "../warehouse/write/score-into.ts";
import type { CliContext } from "./context.ts";
import { type EngineReader, engineReader } from "./engine-reader.ts";
import { type EngineRequestOptions, onlyUrl, refuseFileOptions, requestOf } from "./engine-request.ts";
import { engineRule } from "./engine-rule.ts";
import { needsOrders } from "./named-engine.ts";
import { openOutput, refuseFolder } from "./output.ts";
import type { Prepare, Request } from "./result.ts";
import { showNotes } from "./terminal.ts";
import { withEngine } from "./with-engine.ts";

/** The options of a command that reads a table in an engine. */
export type EngineResultOptions = ValuesOf<typeof engineOptions> &
  ValuesOf<typeof intoOptions> &
  ScoringOptions &
  DestinationOptions;

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
  const { fromEngine, needsOrders: why, personal } = await prepare(request);
  if (fromEngine === undefined) throw needsOrders(url, why);
  const output = await openOutput(options.output, context, { personal });
  const { chunks, companions = [], notes } = await readTable(request, fromEngine);
  await output.write(chunks);
  for (const file of companions) await file.target.write(file.chunks);
  await showNotes(notes, context, options);
}

/**
 * Reads the table in an engine that a command names, and closes the connection.
 *
 * @throws UsageError for options that say how files are read
 */
export async function readTable<Value>(
  {
    exports,
    options,
    context,
  }: Pick<Request<EngineRequestOptions & Pick<OutputOptions, "lang" | "locale">>, "exports" | "options" | "context">,
  work: (reader: EngineReader) => Promise<Value>,
): Promise<Value> {
  const url = onlyUrl(exports);
  refuseFileOptions(options as OptionValues, url);
  const language = await loadLanguage(options.lang, options.locale);
  return withEngine({ url, writes: false, timeout: options.timeout }, context, async (engine) => {
    const reader = engineReader(engine, requestOf(options, context), language);
    const value = await work(reader);
    await reader.confirm();
    return value;
  });
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
  const scored = await withEngine({ url, writes: true, timeout: options.timeout }, context, (engine) =>
    scoreInto(engine, requestOf(options, context), { into, replace, rule }),
  );
  const language = await loadLanguage(options.lang, options.locale);
  const shown = shownEngineUrl(url);
  const notes = engineNotes({ ...scored, newestDay: null, alikeKeys: 0 }, { table: `${shown} ${table}`, language });
  const done = note(language.words.warehouse.into(scored.customers, `${shown} ${into}`));
  await showNotes([...notes, done], context, options);
}
