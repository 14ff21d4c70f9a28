import { command, EXPORTS_ARGUMENT, withOrders } from "../cli/command.ts";
import type { CliContext } from "../cli/context.ts";
import { languagesFor } from "../cli/language.ts";
import { namesEngine, refuseEngineOptions } from "../cli/named-engine.ts";
import { type OutputTarget, openOutput, refuseFolder, resultFormat } from "../cli/output.ts";
import { presentationOf } from "../cli/presentation.ts";
import { type Preparation, printResult, type Request, type Result } from "../cli/result.ts";
import { type ResultLook, showNotes } from "../cli/terminal.ts";
import { isWithoutMoney } from "../exports/detect/amounts/without-money.ts";
import { renderComparison } from "../render/documents/render-comparison.ts";
import type { Language } from "../render/language/language.ts";
import { loadLanguage } from "../render/language/load-language.ts";
import { ofTwoTables } from "../render/language/of-customers.ts";
import { withoutMoney } from "../render/language/without-money.ts";
import { moveTable } from "../render/tables/compare-tables.ts";
import { type Format, recordsIn, renderTable } from "../render/tables/formats.ts";
import { compareCustomerTables } from "./compare/compare-customer-tables.ts";
import { prepareDays } from "./compare/compare-days.ts";
import { isOfTwoTables, prepareTwoTables } from "./compare/compare-order-tables.ts";
import { compareScoreFiles } from "./compare/compare-score-files.ts";
import { type Compared, type CompareOptions, comparisonConsumes } from "./compare/compared.ts";

const EXAMPLES = `
Examples:
  rfm compare exports/ --from -1m
  rfm compare exports/ --from 2011-03-31 --to 2011-04-30 --moves moves.csv
  rfm compare exports/ --from -1q --no-freeze --format csv
  rfm compare april.csv may.csv                   two files of rfm score, or tables of customers

A table in a database instead of files: rfm compare postgres://host/name --table orders --from -1m
Two tables: rfm compare postgres://host/name --table orders_april --to-table orders_may`;

export const compare = command({
  name: "compare",
  description:
    "Compares two days of one history, two files of rfm score, two tables with one row per customer, or two tables of orders in a database: who moved from segment to segment, and the money that moved with them.",
  argument: EXPORTS_ARGUMENT,
  consumes: comparisonConsumes,
  help: EXAMPLES,
  run: runCompare,
});

async function runCompare(request: Request<CompareOptions>): Promise<void> {
  const { exports, options, context } = request;
  if (namesEngine(exports)) return isOfTwoTables(request) ? printTwoTables(request) : compareInEngine(request);
  refuseEngineOptions(options);
  await refuseFolder(options.output, context);
  const format = resultFormat(options, "table");
  const compared =
    (await compareScoreFiles(exports, options, { context, languages: await languagesFor(options, format) })) ??
    (await compareCustomerTables(request, format));
  if (compared === null) return printResult(request, withOrders(prepareComparison, "compare"));
  const output = await openOutput(options.output, context);
  const view = await viewOf(options, context);
  await printCompared(compared, { output, view }, request);
}

/** Two tables of orders in databases, each as of a day of its own. */
async function printTwoTables(request: Request<CompareOptions>): Promise<void> {
  const { options, context } = request;
  await refuseFolder(options.output, context);
  const prepared = await prepareTwoTables(request, resultFormat(options, "table"));
  const view = await viewOf(options, context);
  const output = await openOutput(options.output, context); // before the databases are asked, which takes long
  await printCompared(await prepared(), { output, view }, request);
}

/** Writes a comparison of two files or tables, and says what is to be said. */
async function printCompared(
  compared: Compared,
  { output, view }: { readonly output: OutputTarget; readonly view: View },
  { options, context }: Request<CompareOptions>,
): Promise<void> {
  const { chunks, companions = [], notes } = shownComparison(compared, viewOfCompared(compared, view));
  await output.write(chunks);
  for (const file of companions) await file.target.write(file.chunks);
  await showNotes(notes, context, options);
}

/** Two days of a table in a database, of which the later one is the day as of which it is read. */
async function compareInEngine(request: Request<CompareOptions>): Promise<void> {
  const { printEngineResult } = await import("../cli/engine-result.ts");
  const { to, ...options } = request.options;
  return printEngineResult(
    { ...request, options: to === undefined ? options : { ...options, asOf: to } },
    { consumes: comparisonConsumes, prepare: (asked) => prepareComparison({ ...asked, options: request.options }) },
  );
}

/** How a comparison is shown, and where its moves go. */
interface View {
  readonly format: Format;
  readonly look: ResultLook;
  readonly moves: OutputTarget | null;
  /** The language of data. */
  readonly english: Language;
}

async function viewOf(options: CompareOptions, context: CliContext): Promise<View> {
  const { format, look } = await presentationOf({ options, context });
  return {
    format,
    look,
    english: isWithoutMoney(options) ? withoutMoney(await loadLanguage()) : await loadLanguage(),
    moves:
      options.moves === undefined
        ? null
        : await openOutput(options.moves, context, { flag: "--moves", personal: true }),
  };
}

function viewOfCompared({ hasMoney, ofTwoTables: own }: Compared, view: View): View {
  const inWords = (language: Language): Language => {
    const spoken = own ? ofTwoTables(language) : language;
    return hasMoney || !spoken.hasMoney ? spoken : withoutMoney(spoken);
  };
  const { look, english } = view;
  return { ...view, look: { ...look, language: inWords(look.language) }, english: inWords(english) };
}

function shownComparison(
  { comparison, written, companions, notes }: Compared,
  { format, look, moves, english }: View,
): Result {
  return {
    chunks: renderComparison(comparison, format, look),
    companions: [
      ...companions,
      ...(moves === null ? [] : [{ target: moves, chunks: renderTable(moveTable(written, english), "csv", look) }]),
    ],
    notes,
  };
}

/** Who moved between two days of the exports. */
export async function prepareComparison(request: Request<CompareOptions>): Promise<Preparation> {
  const { ofHistory, fromEngine } = await prepareDays(request, resultFormat(request.options, "table"));
  const view = await viewOf(request.options, request.context);
  return {
    make: async (history) => shownComparison(await ofHistory(history), view),
    fromEngine: async (reader) => shownComparison(await fromEngine(reader), view),
  };
}

/** Each customer who moved between two days of the exports. */
export async function prepareMoves(request: Request<CompareOptions>): Promise<Preparation> {
  const { format, look, resultLanguage } = await presentationOf(request, "csv");
  const { ofHistory, fromEngine } = await prepareDays(request, format);
  const shown = ({ comparison, notes }: Compared): Result => {
    const table = moveTable(comparison, resultLanguage);
    return { chunks: renderTable(table, format, look), rows: recordsIn(table, format), notes };
  };
  return {
    make: async (history) => shown(await ofHistory(history)),
    fromEngine: async (reader) => shown(await fromEngine(reader)),
  };
}
