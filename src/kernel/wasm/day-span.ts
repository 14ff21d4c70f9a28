// The days of the rows to be added up that were taken.
import { TAKEN_FIRST_DAY, TAKEN_NEWEST_DAY, TAKEN_NEWEST_LINE, TAKEN_NEXT_NEWEST } from "./layout";

const NO_DAY: i32 = -0x80000000;

export function beginDays(taken: usize): void {
  store<i32>(taken, NO_DAY, TAKEN_FIRST_DAY);
  store<i32>(taken, NO_DAY, TAKEN_NEWEST_DAY);
  store<i32>(taken, -1, TAKEN_NEWEST_LINE);
  store<i32>(taken, NO_DAY, TAKEN_NEXT_NEWEST);
}

export function noteDay(taken: usize, day: i32, line: i32): void {
  const newest = load<i32>(taken, TAKEN_NEWEST_DAY);
  if (day === newest) return;
  const first = load<i32>(taken, TAKEN_FIRST_DAY);
  if (first === NO_DAY || day < first) store<i32>(taken, day, TAKEN_FIRST_DAY);
  if (day > newest) {
    store<i32>(taken, newest, TAKEN_NEXT_NEWEST);
    store<i32>(taken, day, TAKEN_NEWEST_DAY);
    store<i32>(taken, line, TAKEN_NEWEST_LINE);
  } else if (day > load<i32>(taken, TAKEN_NEXT_NEWEST)) store<i32>(taken, day, TAKEN_NEXT_NEWEST);
}
