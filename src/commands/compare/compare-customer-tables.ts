import { segmentCustomers } from "../../analysis/segments/segment-customers.ts";
import { languagesFor } from "../../cli/language.ts";
import { asOfDay, inputNotes, kindOfRows, ledgerAt, readEach } from "../../cli/read-exports.ts";
import type { Request } from "../../cli/result.ts";
import { prepareScoring, type Scoring, segmentOptions } from "../../cli/scoring.ts";
import { InputError } from "../../errors.ts";
import { rowsOf } from "../../orders/customers/rows-of.ts";
import { defaultAsOf, type OrderHistory } from "../../orders/history.ts";
import type { Note } from "../../render/notes/note.ts";
import type { Format } from "../../render/tables/formats.ts";
import { frozenDay, type ScoredDays, scoreBothDays } from "./compare-days.ts";
import type { Compared, CompareOptions } from "./compared.ts";
import { sameFileNotes } from "./same-file.ts";
import { type ComparedTable, daysOfTwo, newAndGone, nobodyInBoth, refuseTwoCurrencies } from "./two-tables.ts";

/**
 * The comparison of two tables with one row per customer, the earlier first; `null` where the arguments are anything else.
 *
 * @throws InputError where one of two files has orders, the days are the wrong way round, or the currencies differ
 */
export async function compareCustomerTables(
  { exports, options, context }: Request<CompareOptions>,
  format: Format,
): Promise<Compared | null> {
  const [first = "", second = ""] = exports;
  if (exports.length !== 2 || exports.includes("-")) return null;
  const kinds = [await kindOf(first), await kindOf(second)];
  if (!kinds.includes("customers")) return null;
  if (kinds.includes("orders")) throw oneOfOrders(exports, kinds.indexOf("customers"));
  const frozenAt = frozenDay(options); // before the model is read: options that exclude each other come first
  const scoring = await prepareScoring(options, context, await languagesFor(options, format));
  const [before, after] = await readEach([[first], [second]], options, context);
  if (before === undefined || after === undefined) return null;
  const tables = { before: comparedTable(before, "--from"), after: comparedTable(after, "--to") };
  refuseTwoCurrencies(tables);
  const { from, to } = options;
  const days = await daysOfTwo(
    tables,
    { from, to: to === undefined ? to : asOfDay(after, { asOf: to }) },
    `rfm compare ${tables.after.name} ${tables.before.name}`,
  );
  const compared = await scoreBothDays(daysOfTables({ before, after }, scoring), scoring, { ...days, frozenAt });
  const same = await sameFileNotes(exports, context.cwd, scoring.languages.messageLanguage);
  const strangers = nobodyInBoth(compared.comparison, exports, scoring.languages.messageLanguage);
  return { ...compared, notes: [...same, ...compared.notes, ...strangers] };

  function kindOf(file: string): ReturnType<typeof rowsOf> {
    const { rates: _rates, excludeCustomers: _list, table, ...reading } = options;
    return rowsOf(file, { ...reading, table: kindOfRows(table) }, context);
  }
}

/** The earlier table and the later one. */
interface Tables {
  readonly before: OrderHistory;
  readonly after: OrderHistory;
}

function daysOfTables({ before, after }: Tables, scoring: Scoring): ScoredDays {
  const { messageLanguage } = scoring.languages;
  const tableOf = { from: before, to: after };
  const notesOf = (history: OrderHistory, asOf: number): readonly Note[] =>
    inputNotes(history, { ledger: ledgerAt(history, { asOf }), asOf }, messageLanguage);
  return {
    scoredAt: async (asOf, { side, frozen }) => {
      const options = segmentOptions(tableOf[side], { ...scoring, options: { ...scoring.options, asOf } });
      return segmentCustomers(tableOf[side].orders, { ...options, ...(frozen === undefined ? {} : { frozen }) });
    },
    inputNotes: ({ fromDay, toDay }) => [...notesOf(before, fromDay), ...notesOf(after, toDay)],
    stay: (_, comparison) => newAndGone(comparison, messageLanguage),
    source: (side) => tableOf[side],
    hasMoney: after.orders.hasMoney !== false,
    ofTwoTables: true,
  };
}

function comparedTable(history: OrderHistory, flag: "--from" | "--to"): ComparedTable {
  return {
    name: nameOf(history),
    currency: history.understanding.currency,
    newestDay: () => dayOf(history, flag),
  };
}

/** The day that a table is of: its newest. A table of days since the last order has none. */
function dayOf(history: OrderHistory, flag: "--from" | "--to"): number {
  if (history.orders.customers?.lastDay !== null) return defaultAsOf(history);
  throw new InputError(`${nameOf(history)} says how many days ago customers last ordered, and not the day`, {
    hint: `say as of which day it was made: ${flag} 2024-06-30`,
  });
}

function oneOfOrders(exports: readonly string[], ofCustomers: number): InputError {
  const [table = "", orders = ""] = [exports[ofCustomers], exports[1 - ofCustomers]];
  return new InputError(
    `${table} has one row per customer, and ${orders} one row per order: which orders count, and what was refunded, need not be the same in both, so a move could be a difference of how they were added up`,
    {
      hint: `compare two tables of customers; or, if their sums are made alike: rfm score ${orders} -o scored.csv, and compare ${table} with scored.csv and --table customers`,
    },
  );
}

function nameOf({ understanding }: OrderHistory): string {
  return understanding.files[0]?.name ?? "";
}
