import type { Ledger } from "../../analysis/ledger/ledger.ts";
import { SET_ASIDE_REASONS } from "../../orders/ledger/entries.ts";
import type { ReasonTally, reasonTallies, Tally } from "./judge-overview.ts";

/** The account of the table's rows; those of customers without a purchase are known only from the customers. */
export function ledgerOfTable(
  tallies: ReturnType<typeof reasonTallies>,
  { noPurchase, purchases }: { readonly noPurchase: Tally; readonly purchases: number },
): Ledger {
  const counted = tallies.get(null) as ReasonTally;
  const lines = SET_ASIDE_REASONS.map((reason) => ({
    reason,
    ...tallyOf(reason === "no purchase" ? noPurchase : (tallies.get(reason) as Tally)),
  }));
  const usedRows = counted.rows - noPurchase.rows;
  const usedMoney = counted.money - noPurchase.money;
  const setAside = lines
    .filter(({ rows }) => rows > 0)
    .map((line) => ({ ...line, entries: line.rows, file: "", line: 0 }));
  return {
    rows: setAside.reduce((sum, { rows }) => sum + rows, usedRows),
    money: setAside.reduce((sum, { money }) => sum + money, usedMoney),
    usedRows,
    usedMoney,
    purchases,
    refunds: usedRows - purchases,
    reducedPurchases: counted.reduced,
    takenOff: counted.takenOff,
    hasMoney: true,
    setAside,
  };
}

function tallyOf({ rows, money }: Tally): Tally {
  return { rows, money };
}
