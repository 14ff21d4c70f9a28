import { ExactSums } from "../../../basics/money/exact-sums.ts";
import type { RowColumns } from "../../rows/row-columns.ts";
import type { OrderGroups } from "../entries/groups.ts";

/** What a tally asks of a row. */
export interface TallyQuestions {
  /** The place of its numbers; −1 where it is not tallied. */
  readonly placeOf: (row: number) => number;
  /** Whether its amount is the total of its order, which counts once for each file. */
  readonly isOrderTotal: (row: number) => boolean;
}

/** Rows and money by places. */
export class StatusTally {
  readonly rows: Float64Array;
  readonly money: ExactSums;

  constructor(places: number) {
    this.rows = new Float64Array(places);
    this.money = new ExactSums(places);
  }

  /** Adds all rows that have a place. */
  add(rows: RowColumns, groups: OrderGroups, { placeOf, isOrderTotal }: TallyQuestions): void {
    const { length, amount } = rows;
    const totals = groups.areRows ? null : new RepeatedTotals(rows, groups);
    for (let row = 0; row < length; row += 1) {
      const place = placeOf(row);
      if (place < 0) continue;
      this.rows[place] = (this.rows[place] as number) + 1;
      const money = amount[row] || 0;
      if (totals !== null && isOrderTotal(row)) {
        const carrier = totals.carrierBefore(row);
        if (carrier === row) continue;
        if (carrier >= 0) this.money.add(placeOf(carrier), -(amount[carrier] as number));
      }
      this.money.add(place, money);
    }
  }
}

/** Which rows repeat their order's total, row by row; as the ledger has it, the first that counts carries it. */
class RepeatedTotals {
  private readonly rows: RowColumns;
  private readonly orderOf: OrderGroups["orderOf"];
  /** The row that carries each order's total so far, in the file of that row; −1 for none. */
  private readonly carriers: Int32Array;

  constructor(rows: RowColumns, { orderOf, orderCount }: OrderGroups) {
    this.rows = rows;
    this.orderOf = orderOf;
    this.carriers = new Int32Array(orderCount).fill(-1);
  }

  /** The row itself where another carries its total, that other where the row carries it from now on, −1 where it has its own money. */
  carrierBefore(row: number): number {
    const { amount, day, file, reason } = this.rows;
    const order = this.orderOf[row] as number;
    if (order < 0 || Number.isNaN(amount[row])) return -1;
    const carrier = this.carriers[order] as number;
    const isKnown = carrier >= 0 && file[carrier] === file[row];
    const isBelow = (amount[row] as number) < 0;
    if (isKnown && isBelow) return amount[row] === amount[carrier] && day[row] === day[carrier] ? row : -1;
    if (isKnown && (amount[carrier] as number) >= 0 && (reason[carrier] === 0 || reason[row] !== 0)) return row;
    this.carriers[order] = row;
    return isKnown && (amount[carrier] as number) >= 0 ? carrier : -1;
  }
}
