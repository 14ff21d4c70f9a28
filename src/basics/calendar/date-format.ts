/** The families of date notation; a column keeps to one. */
export type DateNotation = "calendar" | "compact" | "epoch seconds" | "epoch milliseconds" | "spreadsheet serial";

/**
 * How the dates of a column are read. `order` is that of dates written as numbers with the year last; `null` where the
 * column has none, and one that turns up all the same is unreadable.
 */
export interface DateFormat {
  readonly notation: DateNotation;
  readonly order: "dmy" | "mdy" | null;
}

/** Dates outside these years are typing errors. */
export const EARLIEST_YEAR = 1900;

export const LATEST_YEAR = 2199;
