import { periodIndex } from "../../basics/calendar/period.ts";
import type { ReplayMonths } from "./replay-months.ts";
import { UNIT_MOVES, type UnitMove } from "./units-account.ts";

/** Points or stamps of all members, if nobody redeems any. */
export interface UnitFigures {
  readonly issued: number;
  readonly takenBack: number;
  readonly expired: number;
  /** What is left on the as-of date: issued − taken back − expired. */
  readonly balance: number;
  /** Part of it on accounts that reach the smallest reward; the rest buys nothing. */
  readonly redeemable: number;
  readonly stuck: number;
}

/** A month of the replay, up to its last day or the as-of date. */
export interface LoyaltyMonth {
  /** Running number of the month. */
  readonly month: number;
  /** Customers with a purchase up to its end. */
  readonly members: number;
  readonly issued: number;
  readonly takenBack: number;
  readonly expired: number;
  /** Points or stamps left at its end. */
  readonly balance: number;
}

/** One movement on one customer's account. */
export interface AccountMove {
  readonly move: UnitMove;
  readonly day: number;
  readonly units: number;
}

/** Adds up what happens to points or stamps, by month. */
export class UnitTally {
  private readonly months: ReplayMonths;
  private readonly moved: Readonly<Record<UnitMove, Float64Array>>;
  private readonly joined: Float64Array;
  private redeemable = 0;
  private stuck = 0;
  /** What happened on the account of the customer at hand. */
  readonly moves: AccountMove[] = [];

  constructor(months: ReplayMonths) {
    const { length } = months.lastDays;
    this.months = months;
    this.joined = new Float64Array(length);
    this.moved = Object.fromEntries(UNIT_MOVES.map((move) => [move, new Float64Array(length)])) as typeof this.moved;
  }

  readonly tell = (move: UnitMove, day: number, units: number): void => {
    this.addTo(this.moved[move], day, units);
    this.moves.push({ move, day, units });
  };

  begin(): void {
    this.moves.length = 0;
  }

  count(joined: number, balance: number, smallest: number | null): void {
    this.addTo(this.joined, joined, 1);
    if (smallest !== null && balance >= smallest) this.redeemable += balance;
    else this.stuck += balance;
  }

  private addTo(column: Float64Array, day: number, value: number): void {
    const place = Math.max(0, periodIndex(day, "month") - this.months.first);
    column[place] = (column[place] as number) + value;
  }

  figures(): UnitFigures {
    const sum = (move: UnitMove): number => this.moved[move].reduce((total, units) => total + units, 0);
    const [issued, takenBack, expired] = [sum("issued"), sum("takenBack"), sum("expired")];
    const { redeemable, stuck } = this;
    return { issued, takenBack, expired, balance: issued - takenBack - expired, redeemable, stuck };
  }

  byMonth(): readonly LoyaltyMonth[] {
    let [members, balance] = [0, 0];
    return this.months.lastDays.map((_, index) => {
      const [issued, takenBack, expired] = (["issued", "takenBack", "expired"] as const).map(
        (move) => this.moved[move][index] as number,
      ) as [number, number, number];
      members += this.joined[index] as number;
      balance += issued - takenBack - expired;
      return { month: this.months.first + index, members, issued, takenBack, expired, balance };
    });
  }
}
