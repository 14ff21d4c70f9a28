import { compareCodeUnits } from "../../basics/text/compare-code-units.ts";
import type { ExportWords } from "../../nightly/guards/export-words.ts";
import type { GuardedRun } from "../../nightly/guards/finding.ts";
import { windowIn } from "../../nightly/manifest.ts";
import type { Understanding } from "../../orders/understanding.ts";
import type { RunResults } from "./run-results.ts";

/** What was read, as the guards look at it. */
export function guardedRun(
  { history, ledger, revenue, scheme, segments }: RunResults,
  { options, today }: { readonly options: Readonly<Record<string, unknown>>; readonly today: number },
): GuardedRun {
  const without = ledger.setAside.find(({ reason }) => reason === "no customer");
  return {
    newestDay: history.orders.lastDay,
    today,
    rows: ledger.rows,
    rejects: history.rejects.length,
    usedRows: ledger.usedRows,
    revenue,
    withoutCustomer: { rows: without?.rows ?? 0, money: without?.money ?? 0n },
    currency: history.understanding.currency,
    window: windowIn(options),
    words: exportWords(history.understanding),
    scheme,
    segments,
  };
}

/** The statuses, columns and currencies of all exports. */
export function exportWords({ files, statuses, currency, currencies }: Understanding): ExportWords {
  return {
    statuses: sorted(statuses.map(({ status }) => status)),
    columns: sorted(files.flatMap(({ layout }) => layout.header)),
    currencies: sorted([currency, ...currencies.map((money) => money.currency)]),
  };
}

function sorted(words: readonly string[]): readonly string[] {
  return [...new Set(words.filter((word) => word.trim() !== ""))].sort(compareCodeUnits);
}
