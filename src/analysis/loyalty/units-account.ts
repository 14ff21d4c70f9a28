import { lastUsableDay, NEVER } from "./expiry-days.ts";
import type { Expiry } from "./plan.ts";

/** What can happen to points or stamps. */
export const UNIT_MOVES = ["issued", "takenBack", "expired", "redeemed"] as const;
export type UnitMove = (typeof UNIT_MOVES)[number];

/** Called at every movement, with its day and how many units moved. */
export type TellMove = (move: UnitMove, day: number, units: number) => void;

interface Lot {
  /** The last day on which its units can be used, where each lot has a term of its own. */
  readonly lastDay: number;
  units: number;
}

/**
 * One customer's points or stamps. Days must come in order. A refund takes back the newest units first, for it is mostly the
 * newest order that is returned, and never more than there are; a reward takes the oldest, which would expire first.
 */
export class UnitsAccount {
  private readonly isInactivity: boolean;
  private readonly lastUsable: (day: number) => number;
  private readonly tell: TellMove;
  private lots: Lot[] = [];
  /** The last usable day of all units, where they expire by inactivity. */
  private lastDayOfAll = NEVER;
  private units = 0;

  constructor(expiry: Expiry, tell: TellMove) {
    this.isInactivity = expiry.kind === "inactive";
    this.lastUsable = lastUsableDay(expiry);
    this.tell = tell;
  }

  /** Empties the account for the next customer. */
  clear(): void {
    this.lots = [];
    this.lastDayOfAll = NEVER;
    this.units = 0;
  }

  get balance(): number {
    return this.units;
  }

  /** Lets go of what could no longer be used on this day. */
  expireBefore(day: number): void {
    if (this.isInactivity) {
      if (this.lastDayOfAll >= day) return;
      this.drop("expired", this.lastDayOfAll + 1, this.units);
      this.lots = [];
      this.lastDayOfAll = NEVER;
      return;
    }
    for (let oldest = this.lots[0]; oldest !== undefined && oldest.lastDay < day; oldest = this.lots[0]) {
      this.drop("expired", oldest.lastDay + 1, oldest.units);
      this.lots.shift();
    }
  }

  /** A purchase: it keeps the account alive, whatever it earns. */
  earn(day: number, units: number): void {
    const lastDay = this.lastUsable(day);
    if (this.isInactivity) this.lastDayOfAll = lastDay;
    if (units === 0) return;
    const newest = this.lots.at(-1);
    if (newest?.lastDay === lastDay) newest.units += units;
    else this.lots.push({ lastDay, units });
    this.units += units;
    this.tell("issued", day, units);
  }

  /** A refund: its units go, as far as they are there. */
  takeBack(day: number, units: number): void {
    const taken = Math.min(units, this.units);
    this.take(taken, "newest");
    this.drop("takenBack", day, taken);
  }

  /** A reward; there must be enough. */
  redeem(day: number, units: number): void {
    this.take(units, "oldest");
    this.drop("redeemed", day, units);
  }

  /** What expires next if nothing is bought: how many, and the last day on which they can be used; `null` for nothing. */
  get expiringNext(): { readonly units: number; readonly lastDay: number } | null {
    const [oldest] = this.lots;
    if (oldest === undefined) return null;
    const next = this.isInactivity
      ? { units: this.units, lastDay: this.lastDayOfAll }
      : { units: oldest.units, lastDay: oldest.lastDay };
    return next.lastDay === NEVER ? null : next;
  }

  private take(units: number, from: "newest" | "oldest"): void {
    for (let left = units; left > 0; ) {
      const lot = from === "newest" ? this.lots.at(-1) : this.lots[0];
      if (lot === undefined) return;
      const part = Math.min(left, lot.units);
      lot.units -= part;
      left -= part;
      if (lot.units > 0) continue;
      if (from === "newest") this.lots.pop();
      else this.lots.shift();
    }
  }

  private drop(move: UnitMove, day: number, units: number): void {
    if (units === 0) return;
    this.units -= units;
    this.tell(move, day, units);
  }
}
