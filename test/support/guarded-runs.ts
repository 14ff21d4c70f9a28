import type { GuardedRun } from "../../src/nightly/guards/finding.ts";
import type { EarlierRun } from "../../src/nightly/manifest.ts";

/** A run as the guards see it, ordinary but for what a test says of it. */
export function guardedRunOf(parts: Partial<GuardedRun> = {}): GuardedRun {
  return {
    newestDay: 0,
    today: 0,
    rows: 100,
    rejects: 0,
    usedRows: 100,
    revenue: 10_000_000n,
    withoutCustomer: { rows: 0, money: 0n },
    currency: "EUR",
    window: null,
    words: { statuses: ["paid"], columns: ["id", "total"], currencies: ["EUR"] },
    scheme: "standard",
    segments: [],
    ...parts,
  };
}

/** What that run would have written of itself. */
export function lastRunOf(parts: Partial<EarlierRun> = {}): EarlierRun {
  const { rows, revenue, currency, window, words, scheme, segments } = guardedRunOf();
  return {
    asOf: "2026-01-01",
    rows,
    revenue,
    currency,
    words,
    window,
    options: {},
    scheme,
    segments: new Map(segments),
    outputs: [],
    ...parts,
  };
}
