const DAY = 86_400_000;
const SECOND = 1000;

/** Serial numbers count days from here: 1900-01-01 is 1, and 1904-01-01 is 0 where a workbook says so. */
const EPOCHS = { 1900: Date.UTC(1899, 11, 31), 1904: Date.UTC(1904, 0, 1) } as const;
/** 1900-02-29, a day that never was: Excel counts it, and all days after it are one too high. */
const FALSE_DAY = 60;
/** 9999-12-31. */
const LAST_SERIAL = 2_958_465;

/** What a serial number of a date or time is: milliseconds on its own calendar, or what it shows where it is no day. */
export type SerialDate = { readonly milliseconds: number } | { readonly text: string } | null;

/**
 * The moment that a serial number stands for, to the second. A time of day without a day is shown as `08:26:00`, and the
 * days before 1900-01-01 and the false 1900-02-29 as Excel shows them. `null` for what Excel shows no date for: below 0 and
 * after 9999.
 *
 * @param system the year that the workbook counts from
 * @param isTimeOnly whether the cell shows a time of day without a day
 */
export function serialDate(
  serial: number,
  { system, isTimeOnly }: { readonly system: keyof typeof EPOCHS; readonly isTimeOnly: boolean },
): SerialDate {
  if (serial < 0 || serial > LAST_SERIAL + 1) return null;
  const milliseconds = Math.round((serial * DAY) / SECOND) * SECOND;
  const time = new Date(milliseconds % DAY).toISOString().slice("1970-01-01T".length, -".000Z".length);
  if (isTimeOnly && serial < 1) return { text: time };
  if (system === 1904) return { milliseconds: EPOCHS[1904] + milliseconds };
  if (milliseconds < DAY) return { text: `1900-01-00 ${time}` };
  if (milliseconds >= FALSE_DAY * DAY && milliseconds < (FALSE_DAY + 1) * DAY) return { text: "1900-02-29" };
  return { milliseconds: EPOCHS[1900] + milliseconds - (milliseconds >= FALSE_DAY * DAY ? DAY : 0) };
}
