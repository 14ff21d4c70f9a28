import type { GuardedRun } from "../../nightly/guards/finding.ts";
import { windowIn } from "../../nightly/manifest.ts";
import type { RunResults } from "./run-results.ts";

/** What was read, as the guards look at it. */
export function guardedRun(
  { newestDay, rejects, currency, words, ledger, revenue, scheme, segments }: RunResults,
  { options, today }: { readonly options: Readonly<Record<string, unknown>>; readonly today: number },
): GuardedRun {
  const without = ledger.setAside.find(({ reason }) => reason === "no customer");
  return {
    newestDay,
    today,
    rows: ledger.rows,
    rejects,
    usedRows: ledger.usedRows,
    revenue,
    withoutCustomer: { rows: without?.rows ?? 0, money: without?.money ?? 0n },
    currency,
    window: windowIn(options),
    words,
    scheme,
    segments,
  };
}
