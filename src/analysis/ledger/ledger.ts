/*
 * The ledger: every row and amount that was read, used or set aside for one reason. reasons-at.ts adds the reasons that depend
 * on the as-of date and the window; checkup.ts says what looks wrong in the exports.
 */
import { ExactSum } from "../../basics/money/exact-sum.ts";
import { ExactSums } from "../../basics/money/exact-sums.ts";
import { type OrderEntries, reasonCode, SET_ASIDE_REASONS, type SetAsideReason } from "../../orders/ledger/entries.ts";

/** Rows set aside for one reason, with their money and the place of the first. */
export interface LedgerLine {
  readonly reason: SetAsideReason;
  readonly rows: number;
  /** Orders, or dated refunds, that the rows belong to. */
  readonly entries: number;
  readonly money: bigint;
  readonly file: string;
  readonly line: number;
}

/** The account of every row and every amount that was read: rows = used + set aside, money = used + set aside. */
export interface Ledger {
  readonly rows: number;
  /** Whether there is money to account for; where there is none, every amount here is 0 and says nothing. */
  readonly hasMoney: boolean;
  /** Whole 1/10,000 of a currency unit. Rows whose amount could not be read carry 0. */
  readonly money: bigint;
  readonly usedRows: number;
  readonly usedMoney: bigint;
  /** Purchases and dated refunds among the used entries. */
  readonly purchases: number;
  readonly refunds: number;
  /** The purchases from which a part was taken off, and how much in all. */
  readonly reducedPurchases: number;
  readonly takenOff: bigint;
  /** In the order in which the reasons apply; only reasons that occur. */
  readonly setAside: readonly LedgerLine[];
}

/** Adds up entries by their reason codes (one an entry, 0 for used). */
export function ledgerOf(entries: OrderEntries, reasons: Uint8Array): Ledger {
  const { rows, counts, money, first, ...used } = tally(entries, reasons);
  const setAside = SET_ASIDE_REASONS.flatMap((reason): LedgerLine[] => {
    const code = reasonCode(reason);
    const entry = first[code] as number;
    if (rows[code] === 0 || entry < 0) return [];
    const file = entries.files[entries.file[entry] as number] ?? "";
    const line = entries.line[entry] as number;
    const [rowCount, entryCount] = [rows[code] as number, counts[code] as number];
    return [{ reason, rows: rowCount, entries: entryCount, money: money.at(code), file, line }];
  });
  const { summed } = entries;
  const usedRows = (rows[0] as number) + (entries.customerRows ?? 0) + (summed?.rows ?? 0);
  const usedMoney = money.at(0) + (summed?.money ?? 0n);
  return {
    hasMoney: entries.hasMoney !== false,
    rows: setAside.reduce((sum, line) => sum + line.rows, usedRows),
    money: setAside.reduce((sum, line) => sum + line.money, usedMoney),
    usedRows,
    usedMoney,
    ...used,
    purchases: used.purchases + (summed?.purchases ?? 0),
    setAside,
  };
}

/** Adds up the entries of each reason by its code, and notes the one that stands first in the files; −1 without one. */
function tally(
  entries: OrderEntries,
  reasons: Uint8Array,
): {
  readonly rows: Float64Array;
  readonly counts: Float64Array;
  readonly money: ExactSums;
  readonly first: Int32Array;
} & Pick<Ledger, "purchases" | "refunds" | "reducedPurchases" | "takenOff"> {
  const codes = SET_ASIDE_REASONS.length + 1;
  const [rows, money, first] = [new Float64Array(codes), new ExactSums(codes), new Int32Array(codes).fill(-1)];
  const { rows: rowCounts, net: nets, refund: refundedParts, length, hasMoney } = entries;
  const [counts, takenOff] = [new Float64Array(codes), new ExactSum()];
  let [purchases, refunds, reducedPurchases] = [0, 0, 0];
  for (let entry = 0; entry < length; entry += 1) {
    const code = reasons[entry] as number;
    const net = nets[entry] as number;
    rows[code] = (rows[code] as number) + (rowCounts[entry] as number);
    counts[code] = (counts[code] as number) + 1;
    if (hasMoney !== false) money.add(code, net);
    if (code === 0) {
      if (net > 0) purchases += 1;
      else refunds += 1;
      if (net > 0 && (refundedParts[entry] as number) > 0) {
        reducedPurchases += 1;
        if (hasMoney !== false) takenOff.add(refundedParts[entry] as number);
      }
      continue;
    }
    const known = first[code] as number;
    if (known < 0 || standsBefore(entries, entry, known)) first[code] = entry;
  }
  return { rows, counts, money, first, purchases, refunds, reducedPurchases, takenOff: takenOff.value };
}

function standsBefore(entries: OrderEntries, a: number, b: number): boolean {
  const byFile = (entries.file[a] as number) - (entries.file[b] as number);
  return byFile < 0 || (byFile === 0 && (entries.line[a] as number) < (entries.line[b] as number));
}
