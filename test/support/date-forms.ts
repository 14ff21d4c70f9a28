import { civilDate, dayNumber } from "../../src/basics/calendar/days.ts";

/** How a column writes its dates. */
export interface DateForm {
  /** In which order day and month stand where they are numbers that could be either; `null` where nothing is open. */
  readonly order: "dmy" | "mdy" | null;
  readonly write: (stamp: Stamp) => string;
}

/** A day and a time of day, with the parts that forms are put together from. */
interface Stamp {
  readonly epochDay: number;
  /** Seconds after midnight. */
  readonly seconds: number;
  readonly y: string;
  readonly m: string;
  readonly d: string;
  readonly yy: string;
  readonly mm: string;
  readonly dd: string;
  /** Hours of 24, and of 12 with AM or PM; two digits and as few as possible. */
  readonly H: string;
  readonly HH: string;
  readonly h: string;
  readonly half: "AM" | "PM";
  readonly min: string;
  readonly sec: string;
  readonly month: number;
}

const MONTHS = {
  en: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
  english: "January February March April May June July August September October November December",
  de: "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.",
  german: "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
  fr: "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
  french: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
  es: "ene feb mar abr may jun jul ago sept oct nov dic",
  fi: "tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu",
  finnish:
    "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",
  sv: "jan. feb. mars apr. maj juni juli aug. sep. okt. nov. dec.",
  swedish: "januari februari mars april maj juni juli augusti september oktober november december",
  nl: "jan. feb. mrt. apr. mei jun. jul. aug. sep. okt. nov. dec.",
} as const;

const named = (language: keyof typeof MONTHS, month: number): string => MONTHS[language].split(" ")[month - 1] ?? "";
const time = ({ HH, min, sec }: Stamp): string => `${HH}:${min}:${sec}`;
const clock = ({ h, min, sec, half }: Stamp): string => `${h}:${min}:${sec} ${half}`;
const plain = (write: DateForm["write"]): DateForm => ({ order: null, write });
const dayFirst = (write: DateForm["write"]): DateForm => ({ order: "dmy", write });
const monthFirst = (write: DateForm["write"]): DateForm => ({ order: "mdy", write });
const SERIAL_EPOCH = dayNumber(1899, 12, 30);

/** How exports and the common locales write dates, by an example: 4 March 2026, 14:05:09. */
export const DATE_FORMS: Readonly<Record<string, DateForm>> = {
  "2026-03-04": plain(({ y, mm, dd }) => `${y}-${mm}-${dd}`),
  "2026-03-04 14:05": plain(({ y, mm, dd, HH, min }) => `${y}-${mm}-${dd} ${HH}:${min}`),
  "2026-03-04 14:05:09": plain((at) => `${at.y}-${at.mm}-${at.dd} ${time(at)}`),
  "2026-03-04 14:05:09 +0200": plain((at) => `${at.y}-${at.mm}-${at.dd} ${time(at)} +0200`),
  "2026-03-04T14:05:09Z": plain((at) => `${at.y}-${at.mm}-${at.dd}T${time(at)}Z`),
  "2026-03-04T14:05:09+02:00": plain((at) => `${at.y}-${at.mm}-${at.dd}T${time(at)}+02:00`),
  "2026-03-04T14:05:09.120-0500": plain((at) => `${at.y}-${at.mm}-${at.dd}T${time(at)}.120-0500`),
  "2026/03/04": plain(({ y, mm, dd }) => `${y}/${mm}/${dd}`),
  "2026/3/4 14:05:09": plain((at) => `${at.y}/${at.m}/${at.d} ${time(at)}`),
  "2026/03/04, 14:05:09": plain((at) => `${at.y}/${at.mm}/${at.dd}, ${time(at)}`),
  "2026-03-04, 2:05:09 p.m.": plain((at) => {
    const half = at.half === "AM" ? "a.m." : "p.m.";
    return `${at.y}-${at.mm}-${at.dd}, ${at.h}:${at.min}:${at.sec} ${half}`;
  }),
  "2026-03-04 14 h 05 min 09 s": plain(({ y, mm, dd, HH, min, sec }) => `${y}-${mm}-${dd} ${HH} h ${min} min ${sec} s`),
  "2026. 03. 04. 14:05:09": plain((at) => `${at.y}. ${at.mm}. ${at.dd}. ${time(at)}`),
  "04.03.2026": plain(({ y, mm, dd }) => `${dd}.${mm}.${y}`),
  "04.03.26": plain(({ yy, mm, dd }) => `${dd}.${mm}.${yy}`),
  "4.3.2026 14:05": plain(({ y, m, d, H, min }) => `${d}.${m}.${y} ${H}:${min}`),
  "4.3.2026 14.05": plain(({ y, m, d, H, min }) => `${d}.${m}.${y} ${H}.${min}`),
  "4.3.2026, 14.05.09": plain(({ y, m, d, HH, min, sec }) => `${d}.${m}.${y}, ${HH}.${min}.${sec}`),
  "4.3.2026 klo 14.05.09": plain(({ y, m, d, H, min, sec }) => `${d}.${m}.${y} klo ${H}.${min}.${sec}`),
  "4. 3. 2026 14:05:09": plain((at) => `${at.d}. ${at.m}. ${at.y} ${time(at)}`),
  "04/03/2026, day first": dayFirst(({ y, mm, dd }) => `${dd}/${mm}/${y}`),
  "04/03/2026, 14:05:09, day first": dayFirst((at) => `${at.dd}/${at.mm}/${at.y}, ${time(at)}`),
  "4/3/2026, 2:05:09 pm, day first": dayFirst((at) => `${at.d}/${at.m}/${at.y}, ${clock(at).toLowerCase()}`),
  "04-03-2026, day first": dayFirst(({ y, mm, dd }) => `${dd}-${mm}-${y}`),
  "4-3-2026, 14:05:09, day first": dayFirst((at) => `${at.d}-${at.m}-${at.y}, ${time(at)}`),
  "3/4/2026, month first": monthFirst(({ y, m, d }) => `${m}/${d}/${y}`),
  "3/4/2026, 2:05:09 PM": monthFirst((at) => `${at.m}/${at.d}/${at.y}, ${clock(at)}`),
  "03/04/26, month first": monthFirst(({ yy, mm, dd }) => `${mm}/${dd}/${yy}`),
  "Mar 4, 2026 2:05:09 PM": plain((at) => `${named("en", at.month)} ${at.d}, ${at.y} ${clock(at)}`),
  "04-Mar-26": plain(({ dd, month, yy }) => `${dd}-${named("en", month)}-${yy}`),
  "Mar-04-26": plain(({ dd, month, yy }) => `${named("en", month)}-${dd}-${yy}`),
  "4 March 2026": plain(({ d, month, y }) => `${d} ${named("english", month)} ${y}`),
  "4. März 2026": plain(({ d, month, y }) => `${d}. ${named("german", month)} ${y}`),
  "04. Dez. 2026": plain(({ dd, month, y }) => `${dd}. ${named("de", month)} ${y}`),
  "4 mars 2026": plain(({ d, month, y }) => `${d} ${named("french", month)} ${y}`),
  "4 févr. 2026 14:05:09": plain((at) => `${at.d} ${named("fr", at.month)} ${at.y} ${time(at)}`),
  "4 dic 2026": plain(({ d, month, y }) => `${d} ${named("es", month)} ${y}`),
  "4. maaliskuuta 2026": plain(({ d, month, y }) => `${d}. ${named("finnish", month)} ${y}`),
  "4. maalis 2026 klo 14.05": plain(({ d, month, y, H, min }) => `${d}. ${named("fi", month)} ${y} klo ${H}.${min}`),
  "4 mars 2026, Swedish": plain(({ d, month, y }) => `${d} ${named("swedish", month)} ${y}`),
  "4 okt. 2026": plain(({ d, month, y }) => `${d} ${named("sv", month)} ${y}`),
  "4 mrt. 2026": plain(({ d, month, y }) => `${d} ${named("nl", month)} ${y}`),
  "20260304": plain(({ y, mm, dd }) => `${y}${mm}${dd}`),
  "epoch seconds": plain(({ epochDay, seconds }) => String(epochDay * 86_400 + seconds)),
  "epoch milliseconds": plain(({ epochDay, seconds }) => String((epochDay * 86_400 + seconds) * 1000 + 120)),
  "spreadsheet serial": plain(({ epochDay }) => String(epochDay - SERIAL_EPOCH)),
  "spreadsheet serial with time": plain(({ epochDay, seconds }) => serialText(epochDay, seconds, ".")),
  "spreadsheet serial with a comma": plain(({ epochDay, seconds }) => serialText(epochDay, seconds, ",")),
};

function serialText(epochDay: number, seconds: number, mark: "." | ","): string {
  const fraction = Math.floor((seconds / 86_400) * 100_000);
  return `${epochDay - SERIAL_EPOCH}${mark}${String(fraction).padStart(5, "0")}`;
}

/** A civil day and a time of day as a cell has it. */
export function writeDate(epochDay: number, seconds: number, form: DateForm): string {
  const { year, month, day } = civilDate(epochDay);
  const hour = Math.floor(seconds / 3600);
  const two = (value: number): string => String(value).padStart(2, "0");
  return form.write({
    epochDay,
    seconds,
    month,
    y: String(year),
    m: String(month),
    d: String(day),
    yy: two(year % 100),
    mm: two(month),
    dd: two(day),
    H: String(hour),
    HH: two(hour),
    h: String(hour % 12 === 0 ? 12 : hour % 12),
    half: hour < 12 ? "AM" : "PM",
    min: two(Math.floor(seconds / 60) % 60),
    sec: two(seconds % 60),
  });
}

/** Whether nothing in these days tells day from month under a form that leaves it open, and it makes a difference. */
export function isOrderOpen(epochDays: readonly number[], { order }: DateForm): boolean {
  if (order === null) return false;
  const dates = epochDays.map(civilDate);
  return dates.every(({ day }) => day <= 12) && dates.some(({ day, month }) => day !== month);
}
