import { digestFrom } from "../../analysis/digest/digest.ts";
import { lapsedSince } from "../../analysis/digest/lapsed-since.ts";
import { movesBetween } from "../../analysis/digest/moves.ts";
import { sinceOf } from "../../analysis/digest/since.ts";
import { hasRanks } from "../../analysis/report/movement.ts";
import { retentionOfCells } from "../../analysis/retention/retention-by-period.ts";
import type { SegmentedCustomers } from "../../analysis/segments/assign-segments.ts";
import { segmentTable } from "../../analysis/segments/segment-customers.ts";
import { yardstickOfPauses } from "../../analysis/segments/yardstick.ts";
import type { EngineReader } from "../../cli/engine-reader.ts";
import type { EngineTable } from "../../cli/engine-table.ts";
import { givenSegmentOptions } from "../../cli/scoring.ts";
import { EmptyInputError } from "../../errors.ts";
import { sha256Hex } from "../../files/sha256.ts";
import type { DigestSets } from "../../nightly/digest-sets.ts";
import type { ManifestInput } from "../../nightly/manifest.ts";
import { manifestInputs, type NamedFile } from "../../nightly/run-inputs.ts";
import { REJECT_REASONS } from "../../orders/ledger/entries.ts";
import { sortedWords } from "./results-of-files.ts";
import type { RunPlan } from "./run-plan.ts";
import { type RunResults, totalsOf } from "./run-results.ts";

/** Adds up the customers of a table, and scores them. */
export async function resultsOfTable(
  table: EngineTable,
  {
    plan,
    namedFiles,
    cwd,
  }: { readonly plan: RunPlan; readonly namedFiles: readonly NamedFile[]; readonly cwd: string },
): Promise<RunResults> {
  const { scoring, options } = plan;
  const reader = table.reader(options, scoring.languages.messageLanguage);
  const given = await reader.customers();
  const { names, groups, currency } = await reader.overview();
  const segmented = segmentTable(given.customers, givenSegmentOptions(given, scoring));
  const { ledger, days } = given;
  const name = `${table.shown} ${options.table ?? ""}`;
  const unreadable: readonly string[] = REJECT_REASONS;
  return {
    ...totalsOf(segmented),
    asOf: given.customers.asOf,
    ledger,
    rejects: ledger.setAside.reduce((sum, { reason, rows }) => sum + (unreadable.includes(reason) ? rows : 0), 0),
    newestDay: days.newest,
    currency: currency ?? "",
    hasMoney: true,
    words: {
      statuses: sortedWords(groups.map(({ status }) => status)),
      columns: sortedWords(names),
      currencies: sortedWords(groups.map((group) => group.currency)),
    },
    notes: given.notes.map((note) => ({ ...note, output: null })),
    source: { table: name },
    inputs: async () => [
      tableInput(table, { name, rows: ledger.rows }),
      ...(await manifestInputs([], namedFiles, cwd)),
    ],
    confirm: () => table.confirm(),
    make: async (output) => {
      if (output.fromTable === undefined) throw new Error(`${output.place} needs single orders, which was not refused`);
      return output.fromTable(table);
    },
    digest: (sets) => digestOfTable(reader, segmented, { plan, sets }),
  };
}

/** The queries differ where the options, the columns or the days do. */
function tableInput(
  table: EngineTable,
  { name, rows }: { readonly name: string; readonly rows: number },
): ManifestInput {
  const queries = table.queries();
  return { role: "table", name, rows, queries: queries.length, queries_sha256: sha256Hex(queries.join(";\n")) };
}

/** The digest of sums: the same figures as of single orders. */
async function digestOfTable(
  reader: EngineReader,
  segmented: SegmentedCustomers,
  { plan: { scoring, retention }, sets }: { readonly plan: RunPlan; readonly sets: DigestSets },
): ReturnType<RunResults["digest"]> {
  const { asOf } = segmented.customers;
  const { sums } = await reader.periods(retention.period ?? "month");
  const since = sinceOf(segmented, sets);
  const earlier =
    since.kind === "earlier day" && !hasRanks(segmented) ? await scoredOn(reader, since.day, segmented) : null;
  const options = { asOf, ...retention, ...sets };
  return digestFrom(segmented, options, {
    retention: retentionOfCells(sums, options),
    moves: earlier === null ? null : movesBetween(earlier, segmented),
    lapsed:
      since.kind === "earlier day"
        ? lapsedSince(segmented, yardstickOfPauses(segmented.customers, await reader.pauses()), since.day)
        : null,
  });

  async function scoredOn(
    from: EngineReader,
    day: number,
    later: SegmentedCustomers,
  ): Promise<SegmentedCustomers | null> {
    try {
      const given = await from.customers(day);
      return segmentTable(given.customers, { ...givenSegmentOptions(given, scoring), frozen: later.scales });
    } catch (error) {
      if (error instanceof EmptyInputError) return null;
      throw error;
    }
  }
}
