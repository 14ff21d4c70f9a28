import { NO_DAY } from "../../basics/calendar/days.ts";

/** The days of some rows: the first, the newest with where it stands first, and the next newest; `NO_DAY` where there is none. */
export interface Days {
  readonly first: number;
  readonly newest: number;
  /** Where the first row of the newest day stands; −1 without one. */
  readonly newestAt: number;
  readonly nextNewest: number;
}

/** Finds the days of rows, which come in their order. */
export class DaySpan implements Days {
  first = NO_DAY;
  newest = NO_DAY;
  newestAt = -1;
  nextNewest = NO_DAY;

  /** Takes the day of the row at a place; `NO_DAY` changes nothing. */
  note(day: number, at: number): void {
    if (day === this.newest || day === NO_DAY) return;
    if (this.first === NO_DAY || day < this.first) this.first = day;
    if (day > this.newest) {
      this.nextNewest = this.newest;
      this.newest = day;
      this.newestAt = at;
    } else if (day > this.nextNewest) this.nextNewest = day;
  }

  /** Takes the days of other rows; of two places of the newest day, the lower one stays. */
  add({ first, newest, newestAt, nextNewest }: Days): void {
    const isEarlier = newest === this.newest && newestAt < this.newestAt;
    for (const day of [first, nextNewest, newest]) this.note(day, newestAt);
    if (isEarlier) this.newestAt = newestAt;
  }
}
