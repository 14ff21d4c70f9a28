import { resolve } from "node:path";
import type { CustomersAtOptions } from "../analysis/customers/customer-table.ts";
import { type Ledger, ledgerOf } from "../analysis/ledger/ledger.ts";
import { reasonsAt } from "../analysis/ledger/reasons-at.ts";
import { dayNumber, formatDay } from "../basics/calendar/days.ts";
import { UsageError } from "../errors.ts";
import { readCustomerList } from "../exports/companions/do-not-contact.ts";
import { readRates } from "../exports/companions/side-files.ts";
import type { OutputOptions } from "../options/output-options.ts";
import type { ReadingOptions } from "../options/reading-options.ts";
import type { AsOfOptions, ScoringOptions } from "../options/scoring-options.ts";
import { defaultAsOf, type OrderHistory } from "../orders/history.ts";
import { type ReadOptions, readHistory } from "../orders/read-orders.ts";
import { checkRejects } from "../orders/reject-limit.ts";
import type { AddUpOptions } from "../orders/sums/may-add-up.ts";
import type { Language } from "../render/language/language.ts";
import { loadLanguage } from "../render/language/load-language.ts";
import type { Note } from "../render/notes/note.ts";
import { readingNotes } from "../render/notes/reading-notes.ts";
import { asOfNotes } from "../render/notes/scoring-notes.ts";
import { setAsideText } from "../render/sentences/ledger-sentences.ts";
import { type RenderOptions, renderTable } from "../render/tables/formats.ts";
import { isOwnOutput } from "../render/tables/own-outputs.ts";
import { rejectTable } from "../render/tables/reject-table.ts";
import type { CliContext } from "./context.ts";
import { openOutput } from "./output.ts";
import { progressBar } from "./progress.ts";
import { refuseOverwriting } from "./refuse-overwriting.ts";

/** What the reading carries along for a command, which no option says. */
export type CarriedAlong = Pick<
  ReadOptions,
  "keep" | "keepOption" | "lines" | "hashFiles" | "checkAmounts" | "orderIds" | "contacts" | "addUp"
> &
  AsOfOptions;

/** Reads the exports as the options say, writes `--rejects`, and stops where too many rows could not be read. */
export async function readExports(
  exports: readonly string[],
  options: ReadingOptions & CarriedAlong & Omit<OutputOptions, "format" | "width">,
  context: CliContext,
): Promise<OrderHistory> {
  const [history] = await readEach([exports], options, context);
  return history as OrderHistory;
}

/** The same for several histories, each of exports of its own; `--rejects` has the rows of all of them. */
export async function readEach(
  sets: readonly (readonly string[])[],
  options: ReadingOptions & CarriedAlong & Omit<OutputOptions, "format" | "width">,
  context: CliContext,
): Promise<readonly OrderHistory[]> {
  const { rejects: rejectFile } = options;
  const rejects =
    rejectFile === undefined ? null : await openOutput(rejectFile, context, { flag: "--rejects", personal: true });
  const reading = await prepareReading(options, context);
  const histories: OrderHistory[] = [];
  for (const exports of sets) histories.push(await readWithProgress(exports, reading, { options, context }));
  for (const history of histories) await refuseOverwriting(history, options, context.cwd);
  const rejected = histories.flatMap((history) => history.rejects);
  const files = histories.flatMap(({ understanding }) => understanding.files);
  await rejects?.write(renderTable(rejectTable(rejected, files), "csv", await delimitedLook(options)));
  for (const history of histories) checkRejects(history, options.maxRejects);
  return histories;
}

/** How a CSV file beside the result is written. */
async function delimitedLook({
  spreadsheet,
  lang,
  locale,
}: Omit<OutputOptions, "format" | "width">): Promise<RenderOptions> {
  const language = await loadLanguage(lang, locale);
  return { language, spreadsheet: spreadsheet === true ? { decimalMark: language.decimalMark } : undefined };
}

/** Reads the exports with a progress bar, which is gone when this returns or throws. */
export async function readWithProgress(
  exports: readonly string[],
  readOptions: ReadOptions,
  { options, context }: { readonly options: Pick<OutputOptions, "quiet" | "color">; readonly context: CliContext },
): Promise<OrderHistory> {
  const progress = progressBar(context, options);
  try {
    return await readHistory(exports, { ...readOptions, isOwnOutput, onProgress: progress?.show }, context);
  } finally {
    progress?.clear();
  }
}

/** The reading options, checked against each other, with the files that they name read. */
export async function prepareReading(
  options: ReadingOptions & CarriedAlong,
  context: CliContext,
): Promise<ReadOptions> {
  const { rates, excludeCustomers, table, asOf, ...rest } = options;
  if (rest.since !== undefined && rest.until !== undefined && rest.since > rest.until) {
    throw new UsageError(
      `--since ${formatDay(rest.since)} is after --until ${formatDay(rest.until)}: no day is left`,
      "--since is the first day wanted, --until the last",
    );
  }
  return {
    ...rest,
    asOf: asOf === undefined ? undefined : dayAsked(asOf),
    table: kindOfRows(table),
    rates: rates === undefined ? undefined : await readRates(resolve(context.cwd, rates), rates),
    excludeCustomers:
      excludeCustomers === undefined
        ? undefined
        : await readCustomerList(resolve(context.cwd, excludeCustomers), excludeCustomers),
  };
}

/** What a row is, as `--table` says it of files. */
export function kindOfRows(table: string | undefined): "customers" | "orders" | undefined {
  if (table === undefined || table === "customers" || table === "orders") return table;
  throw new UsageError(
    `--table ${table}: a row of a file is one of customers or orders`,
    "say --table customers for one row per customer, or --table orders for one row per order",
  );
}

/** The as-of date: as asked for, or the newest day in the data. */
export function asOfDay(history: OrderHistory, options: AsOfOptions): number {
  return options.asOf === undefined ? defaultAsOf(history) : dayAsked(options.asOf);
}

function dayAsked(day: number | "today"): number {
  return day === "today" ? dayOfClock(new Date()) : day;
}

/** What scoring asks for where it takes nothing but each customer's purchases and spend; `undefined` where it takes single orders. */
export function addUpOf(options: ScoringOptions, keep: readonly string[] = []): AddUpOptions | undefined {
  if (options.window !== undefined || options.frequency === "days" || keep.length > 0) return undefined;
  return { until: options.asOf === undefined ? undefined : dayAsked(options.asOf) };
}

/** The civil day of a moment on the machine's own calendar. */
export function dayOfClock(now: Date): number {
  return dayNumber(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

/** The options of a customer table, checked against each other. */
export function customerOptions(history: OrderHistory, options: ScoringOptions): CustomersAtOptions {
  return {
    asOf: asOfDay(history, options),
    window: options.window,
    windowFor: options.windowFor,
    frequency: options.frequency,
    monetary: options.monetary,
  };
}

/** The account of every row as of a day. */
export function ledgerAt(history: OrderHistory, options: CustomersAtOptions): Ledger {
  return ledgerOf(history.entries, reasonsAt(history.entries, options));
}

/** What every command says about its input on standard error: the rows used and set aside, the as-of date, and notes. */
export function inputNotes(
  history: OrderHistory,
  { ledger, asOf }: { readonly ledger: Ledger; readonly asOf: number },
  language: Language,
): readonly Note[] {
  const used = language.words.reading.used(ledger.usedRows, ledger.rows, asOf, setAsideText(ledger, language));
  return [
    { level: "note", text: used },
    ...asOfNotes(asOf, history.orders.lastDay, language),
    ...readingNotes(history, language),
  ];
}
