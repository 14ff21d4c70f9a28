import type { Comparison } from "../../analysis/compare/compare-snapshots.ts";
import { earlierDay } from "../../analysis/compare/earlier-day.ts";
import type { Flow } from "../../analysis/compare/flow.ts";
import { segmentCustomers } from "../../analysis/segments/segment-customers.ts";
import { formatDay } from "../../basics/calendar/days.ts";
import { languagesFor } from "../../cli/language.ts";
import { asOfDay, inputNotes, kindOfRows, ledgerAt, readEach } from "../../cli/read-exports.ts";
import type { Request } from "../../cli/result.ts";
import { prepareScoring, type Scoring, segmentOptions } from "../../cli/scoring.ts";
import { InputError, UsageError } from "../../errors.ts";
import { rowsOf } from "../../orders/customers/rows-of.ts";
import { defaultAsOf, type OrderHistory } from "../../orders/history.ts";
import type { Note } from "../../render/notes/note.ts";
import type { Format } from "../../render/tables/formats.ts";
import { frozenDay, type ScoredDays, scoreBothDays } from "./compare-days.ts";
import type { Compared, CompareOptions } from "./compared.ts";
import { sameFileNotes } from "./same-file.ts";

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
  refuseTwoCurrencies(before, after);
  const compared = await scoreBothDays(daysOfTables({ before, after }, scoring), scoring, {
    ...daysOf({ before, after }, options),
    frozenAt,
  });
  const same = await sameFileNotes(exports, context.cwd, scoring.languages.messageLanguage);
  return { ...compared, notes: [...same, ...compared.notes] };

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
    stay: (_, comparison) => messageLanguage.words.ofCustomers.newAndGone(countsOf(comparison)),
    source: (side) => tableOf[side],
    hasMoney: after.orders.hasMoney !== false,
    ofCustomers: true,
  };
}

/** How many customers stand in one of two tables only. */
function countsOf({ flows }: Comparison): { readonly added: number; readonly gone: number } {
  const count = (isMeant: (flow: Flow) => boolean): number =>
    flows.reduce((sum, flow) => (isMeant(flow) ? sum + flow.customers : sum), 0);
  return {
    added: count(({ from }) => typeof from !== "number"),
    gone: count(({ to }) => to === "lapsed"),
  };
}

function daysOf(
  { before, after }: Tables,
  { from, to }: Pick<CompareOptions, "from" | "to">,
): { readonly fromDay: number; readonly toDay: number } {
  const toDay = to === undefined ? dayOf(after, "--to") : asOfDay(after, { asOf: to });
  const fromDay =
    from === undefined ? dayOf(before, "--from") : typeof from === "number" ? from : earlierDay(toDay, from);
  if (fromDay <= toDay) return { fromDay, toDay };
  const [earlier, later] = [nameOf(before), nameOf(after)];
  if (from !== undefined && to !== undefined) {
    throw new UsageError(
      `--from ${formatDay(fromDay)} is after --to ${formatDay(toDay)}`,
      "the earlier day comes first",
    );
  }
  throw new InputError(
    `${earlier} is as of ${formatDay(fromDay)}, and ${later} as of ${formatDay(toDay)}: the earlier table comes first`,
    {
      hint:
        from === undefined && to === undefined
          ? `rfm compare ${later} ${earlier}; or say with --from and --to as of which days they are`
          : "say with --from and --to as of which days they are",
    },
  );
}

/** The day that a table is of: its newest. A table of days since the last order has none. */
function dayOf(history: OrderHistory, flag: "--from" | "--to"): number {
  if (history.orders.customers?.lastDay !== null) return defaultAsOf(history);
  throw new InputError(`${nameOf(history)} says how many days ago customers last ordered, and not the day`, {
    hint: `say as of which day it was made: ${flag} 2024-06-30`,
  });
}

function refuseTwoCurrencies(before: OrderHistory, after: OrderHistory): void {
  const [was, is] = [before.understanding.currency, after.understanding.currency];
  if (was === is || was === "" || is === "") return;
  throw new InputError(`${nameOf(before)} has money in ${was}, and ${nameOf(after)} in ${is}`, {
    hint: "compare tables of one currency",
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
