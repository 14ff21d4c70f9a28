import { ExactSum } from "../money/exact-sum.ts";
import { type OrderEntries, reasonOfCode, SET_ASIDE_REASONS, type SetAsideReason } from "./entries.ts";

/** Rows set aside for one reason, with their money and the place of the first. */
export interface LedgerLine {
  readonly reason: SetAsideReason;
  readonly rows: number;
  readonly money: bigint;
  readonly file: string;
  readonly line: number;
}

/** The account of every row and every amount that was read: rows = used + set aside, money = used + set aside. */
export interface Ledger {
  readonly rows: number;
  /** Whole 1/10,000 of a currency unit. Rows whose amount could not be read carry 0. */
  readonly money: bigint;
  readonly usedRows: number;
  readonly usedMoney: bigint;
  /** Purchases and dated refunds among the used entries. */
  readonly purchases: number;
  readonly refunds: number;
  /** In the order in which the reasons apply; only reasons that occur. */
  readonly setAside: readonly LedgerLine[];
}

/** Adds up entries by their reason codes (one an entry, 0 for used). */
export function ledgerOf(entries: OrderEntries, reasons: Uint8Array): Ledger {
  const tallies = Array.from({ length: SET_ASIDE_REASONS.length + 1 }, () => ({
    rows: 0,
    sum: new ExactSum(),
    first: -1,
  }));
  let purchases = 0;
  let refunds = 0;
  for (let entry = 0; entry < entries.length; entry += 1) {
    const tally = tallies[reasons[entry] as number];
    if (tally === undefined) continue;
    const net = entries.net[entry] as number;
    tally.rows += entries.rows[entry] as number;
    tally.sum.add(net);
    if (tally.first < 0 || standsBefore(entries, entry, tally.first)) tally.first = entry;
    if (reasons[entry] !== 0) continue;
    if (net > 0) purchases += 1;
    else refunds += 1;
  }
  const [used, ...aside] = tallies;
  const setAside = aside.flatMap((tally, index): LedgerLine[] => {
    const reason = reasonOfCode(index + 1);
    if (tally.rows === 0 || reason === null) return [];
    const file = entries.files[entries.file[tally.first] as number] ?? "";
    return [{ reason, rows: tally.rows, money: tally.sum.value, file, line: entries.line[tally.first] as number }];
  });
  const usedRows = used?.rows ?? 0;
  const usedMoney = used?.sum.value ?? 0n;
  return {
    rows: setAside.reduce((sum, line) => sum + line.rows, usedRows),
    money: setAside.reduce((sum, line) => sum + line.money, usedMoney),
    usedRows,
    usedMoney,
    purchases,
    refunds,
    setAside,
  };
}

function standsBefore(entries: OrderEntries, a: number, b: number): boolean {
  const byFile = (entries.file[a] as number) - (entries.file[b] as number);
  return byFile < 0 || (byFile === 0 && (entries.line[a] as number) < (entries.line[b] as number));
}
