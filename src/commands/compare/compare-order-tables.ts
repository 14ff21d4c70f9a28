import { resolve } from "node:path";
import { segmentTable } from "../../analysis/segments/segment-customers.ts";
import { isEngineUrl, shownEngineUrl } from "../../basics/text/engine-url.ts";
import type { EngineReader, GivenCustomers } from "../../cli/engine-reader.ts";
import { onlyUrl, refuseFileOptions } from "../../cli/engine-request.ts";
import { languagesFor } from "../../cli/language.ts";
import { dayOfClock } from "../../cli/read-exports.ts";
import { type PlacedTable, readTwoTables, type TwoReaders } from "../../cli/read-two-tables.ts";
import { realPathOf } from "../../cli/refuse-overwriting.ts";
import type { Request } from "../../cli/result.ts";
import { givenSegmentOptions, givenSource, prepareScoring, type Scoring } from "../../cli/scoring.ts";
import { UsageError } from "../../errors.ts";
import type { OptionValues } from "../../options/option.ts";
import type { Format } from "../../render/tables/formats.ts";
import { frozenDay, type ScoredDays, scoreBothDays } from "./compare-days.ts";
import type { Compared, CompareOptions } from "./compared.ts";
import {
  type ComparedTable,
  daysOfTwo,
  newAndGone,
  nobodyInBoth,
  refuseTwoCurrencies,
  type TwoTables,
} from "./two-tables.ts";

/** Whether two tables in databases are compared: by a second URL, or by the name of the later table. */
export function isOfTwoTables({ exports, options }: Request<CompareOptions>): boolean {
  return exports.length > 1 || options.toTable !== undefined;
}

/**
 * Settles how two tables of orders in databases are compared: each is added up by its database, and both are scored like two tables
 * with one row per customer.
 *
 * @returns what reads and compares them
 * @throws UsageError where the arguments are no two tables, or options contradict each other
 */
export async function prepareTwoTables(
  request: Request<CompareOptions>,
  format: Format,
): Promise<() => Promise<Compared>> {
  const { options, context } = request;
  const tables = await placedTables(request);
  const frozenAt = frozenDay(options);
  const to = options.to === "today" ? dayOfClock(context.clock()) : options.to;
  const scoring = await prepareScoring(options, context, await languagesFor(options, format));
  return () =>
    readTwoTables(tables, request, async (readers) => {
      const compared = await comparedTables(tables, readers);
      refuseTwoCurrencies(compared);
      const days = await daysOfTwo(
        compared,
        { from: options.from, to },
        "exchange --table and --to-table, or the two URLs",
      );
      const result = await scoreBothDays(daysOfReaders(readers, scoring), scoring, { ...days, frozenAt });
      const { messageLanguage } = scoring.languages;
      // Who is outside a window may well be in the table.
      if (options.window !== undefined) return result;
      return {
        ...result,
        notes: [...result.notes, ...nobodyInBoth(result.comparison, tables.map(nameOf), messageLanguage)],
      };
    });
}

async function placedTables({
  exports,
  options,
  context,
}: Request<CompareOptions>): Promise<readonly [PlacedTable, PlacedTable]> {
  const [first = "", named = first, ...others] = exports;
  const isSame = (await databaseOf(first, context.cwd)) === (await databaseOf(named, context.cwd));
  const second = isSame ? first : named;
  if (others.length > 0 || !isEngineUrl(first) || !isEngineUrl(second)) onlyUrl(exports);
  refuseFileOptions(options as OptionValues, first);
  const { table = "", toTable = table } = options;
  if (first !== second || table !== toTable) {
    return [
      { url: first, table },
      { url: second, table: toTable },
    ];
  }
  throw new UsageError(
    `${nameOf({ url: first, table })} would be compared with itself, so nothing can have changed`,
    "name the later table with --to-table; or compare two days of one table, with one URL and --from",
  );
}

/** What is the same for each spelling of one database: a file however its path is written, a server by either name of its kind. */
async function databaseOf(url: string, cwd: string): Promise<string> {
  const [kind = "", ...rest] = url.split(":");
  const scheme = kind.toLowerCase();
  const place = rest.join(":");
  if (scheme === "duckdb") return `duckdb:${await realPathOf(resolve(cwd, place))}`;
  return `${scheme === "postgresql" ? "postgres" : scheme}:${place}`;
}

function nameOf({ url, table }: PlacedTable): string {
  return `${shownEngineUrl(url)} ${table}`;
}

async function comparedTables(
  [before, after]: readonly [PlacedTable, PlacedTable],
  [first, second]: TwoReaders,
): Promise<TwoTables> {
  return { before: await comparedTable(before, first), after: await comparedTable(after, second) };
}

/** The day that a table is of is asked for only where the user names none: it may be doubtful. */
async function comparedTable(table: PlacedTable, reader: EngineReader): Promise<ComparedTable> {
  const { currency } = await reader.overview();
  return { name: nameOf(table), currency: currency ?? "", newestDay: () => reader.asOf() };
}

function daysOfReaders([before, after]: TwoReaders, scoring: Scoring): ScoredDays {
  const { messageLanguage } = scoring.languages;
  const readers = { from: before, to: after };
  const read = new Map<keyof typeof readers, GivenCustomers>();
  const given = (side: keyof typeof readers): GivenCustomers => read.get(side) as GivenCustomers;
  const hasWindow = scoring.options.window !== undefined;
  return {
    scoredAt: async (asOf, { side, frozen }) => {
      const own = await readers[side].customers(asOf);
      read.set(side, own);
      const options = givenSegmentOptions(own, scoring);
      return segmentTable(own.customers, { ...options, ...(frozen === undefined ? {} : { frozen }) });
    },
    inputNotes: () => [...given("from").notes, ...given("to").notes],
    // Who is outside a window may well be in the table.
    stay: (_, comparison) => (hasWindow ? null : newAndGone(comparison, messageLanguage)),
    source: (side) => givenSource(given(side)),
    hasMoney: true,
    ofTwoTables: !hasWindow,
  };
}
