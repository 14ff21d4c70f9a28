import type { Comparison } from "../../analysis/compare/compare-snapshots.ts";
import { earlierDay } from "../../analysis/compare/earlier-day.ts";
import type { Flow } from "../../analysis/compare/flow.ts";
import { formatDay } from "../../basics/calendar/days.ts";
import { InputError, UsageError } from "../../errors.ts";
import type { Language } from "../../render/language/language.ts";
import { type Note, warning } from "../../render/notes/note.ts";
import type { CompareOptions } from "./compared.ts";

/** One of two tables that are compared: as messages name it, the code of its money or "", and its newest day. */
export interface ComparedTable {
  readonly name: string;
  readonly currency: string;
  readonly newestDay: () => number | Promise<number>;
}

/** The earlier table and the later one. */
export interface TwoTables {
  readonly before: ComparedTable;
  readonly after: ComparedTable;
}

/**
 * The days as of which two tables are compared: each table's newest, where no other is asked for.
 *
 * @param swapped what to write where the tables are named the wrong way round
 * @throws UsageError, InputError where the earlier day is after the later one
 */
export async function daysOfTwo(
  { before, after }: TwoTables,
  { from, to }: { readonly from: CompareOptions["from"] | undefined; readonly to: number | undefined },
  swapped: string,
): Promise<{ readonly fromDay: number; readonly toDay: number }> {
  const toDay = to ?? (await after.newestDay());
  const fromDay =
    from === undefined ? await before.newestDay() : typeof from === "number" ? from : earlierDay(toDay, from);
  if (fromDay <= toDay) return { fromDay, toDay };
  if (from !== undefined && to !== undefined) {
    throw new UsageError(
      `--from ${formatDay(fromDay)} is after --to ${formatDay(toDay)}`,
      "the earlier day comes first",
    );
  }
  const say = "say with --from and --to as of which days they are";
  throw new InputError(
    `${before.name} is as of ${formatDay(fromDay)}, and ${after.name} as of ${formatDay(toDay)}: the earlier table comes first`,
    { hint: from === undefined && to === undefined ? `${swapped}; or ${say}` : say },
  );
}

/** Refuses two tables whose money is not of one currency; one that names none passes. */
export function refuseTwoCurrencies({ before, after }: TwoTables): void {
  if (before.currency === after.currency || before.currency === "" || after.currency === "") return;
  throw new InputError(`${before.name} has money in ${before.currency}, and ${after.name} in ${after.currency}`, {
    hint: "compare tables of one currency",
  });
}

/** A warning where no customer stands in both of two tables or files, whose ids are of two kinds then, most likely. */
export function nobodyInBoth(
  { flows }: Comparison,
  [first = "", second = ""]: readonly string[],
  { words }: Language,
): readonly Note[] {
  const someone = flows.some(({ from, to }) => typeof from === "number" && typeof to === "number");
  return someone ? [] : [warning(words.compare.nobodyInBoth(first, second))];
}

/** The sentence of how many customers stand in one of two tables only. */
export function newAndGone({ flows }: Comparison, { words }: Language): string {
  const count = (isMeant: (flow: Flow) => boolean): number =>
    flows.reduce((sum, flow) => (isMeant(flow) ? sum + flow.customers : sum), 0);
  return words.ofCustomers.newAndGone({
    added: count(({ from }) => typeof from !== "number"),
    gone: count(({ to }) => to === "lapsed"),
  });
}
