import { dateOf, dayOfDate, type Facts, once, sumOf } from "./plain-counting.ts";

/** One month of an export, from its first order's to its last's. */
export interface Month {
  /** `2022-01` */
  readonly label: string;
  readonly last: number;
  /** All of its days lie within the export, and it holds an order. */
  readonly isKnown: boolean;
  readonly isComplete: boolean;
  readonly buyers: ReadonlySet<string>;
  /** Who bought in the month before too; who came back after a pause; who had never bought. */
  readonly kept: readonly string[];
  readonly back: readonly string[];
  readonly fresh: readonly string[];
  readonly orders: number;
  readonly revenue: number;
  /** The month before's customers; `null` where this month or that one is not known. */
  readonly before: number | null;
  readonly rate: number | null;
}

const labelOf = (day: number): string => dateOf(day).slice(0, 7);

function nextLabel(label: string): string {
  const [year = 0, month = 0] = label.split("-").map(Number);
  return month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, "0")}`;
}

export const monthsOf = once((facts: Facts): readonly Month[] => {
  const days = facts.lines.map(({ day }) => day);
  const [from, to] = [Math.min(...days), Math.max(...days)];
  const months: Month[] = [];
  const seen = new Set<string>();
  for (let label = labelOf(from); label <= labelOf(to); label = nextLabel(label)) {
    const [first, last] = [dayOfDate(`${label}-01`), dayOfDate(`${nextLabel(label)}-01`) - 1];
    const own = facts.lines.filter(({ day }) => day >= first && day <= last);
    const bought = own.filter(({ amount }) => amount > 0);
    const buyers = new Set(bought.map(({ customer }) => customer));
    const previous = months.at(-1);
    const kept = [...buyers].filter((customer) => previous?.buyers.has(customer) === true);
    const fresh = [...buyers].filter((customer) => !seen.has(customer));
    const back = [...buyers].filter((customer) => seen.has(customer) && !kept.includes(customer));
    for (const customer of buyers) seen.add(customer);
    const isComplete = first >= from && last <= to;
    const isKnown = isComplete && own.length > 0;
    const before = isKnown && previous?.isKnown === true ? previous.buyers.size : null;
    months.push({
      label,
      last,
      isKnown,
      isComplete,
      buyers,
      kept,
      back,
      fresh,
      orders: bought.length,
      revenue: sumOf(own.map(({ amount }) => amount)),
      before,
      rate: before === null || before === 0 ? null : kept.length / before,
    });
  }
  return months;
});

/** Months with a rate, and what they say together. */
export const rated = (facts: Facts): readonly Month[] => monthsOf(facts).filter(({ rate }) => rate !== null);
export const pooledRate = (facts: Facts): number =>
  sumOf(rated(facts).map(({ kept }) => kept.length)) / sumOf(rated(facts).map(({ before }) => before ?? 0));

const NAMES = "January February March April May June July August September October November December".split(" ");
/** The month that a sentence names, by `2022-01` or by `January 2022`. */
export function monthNamed(facts: Facts, name: unknown): Month | undefined {
  const [word = "", year = ""] = String(name).split(" ");
  const label = year === "" ? word : `${year}-${String(NAMES.indexOf(word) + 1).padStart(2, "0")}`;
  return monthsOf(facts).find((month) => month.label === label);
}

/** The customers who first bought in each month, where there are any. */
export const cohorts = once((facts: Facts): readonly (readonly [at: number, members: readonly string[]])[] =>
  monthsOf(facts).flatMap(({ fresh }, at) => (fresh.length === 0 ? [] : [[at, fresh] as const])),
);

/** Which share of the cohorts bought in the k-th month after their first: known months only, the export's first left out. */
export function cohortAverage(facts: Facts, k: number): { readonly cohorts: number; readonly rate: number } {
  const months = monthsOf(facts);
  const counted = cohorts(facts).filter(([at]) => at > 0 && months[at + k]?.isKnown === true);
  const bought = counted.map(([at, members]) => members.filter((one) => months[at + k]?.buyers.has(one)).length);
  return { cohorts: counted.length, rate: sumOf(bought) / sumOf(counted.map(([, members]) => members.length)) };
}

/** Whether any cohort, the first included, has a known month after its own. */
export const isLaterKnown = (facts: Facts): boolean =>
  cohorts(facts).some(([at]) => monthsOf(facts).some(({ isKnown }, index) => index > at && isKnown));

/** What customers had spent on average by the k-th month after their first: known months only, the export's first left out. */
export function spentSoFar(facts: Facts, k: number): number {
  const months = monthsOf(facts);
  const counted = cohorts(facts).filter(
    ([at]) => at > 0 && months[at + k] !== undefined && months.slice(at, at + k + 1).every(({ isKnown }) => isKnown),
  );
  const spent = counted.map(([at, members]) => {
    const isMember = new Set(members);
    const last = months[at + k]?.last ?? 0;
    return sumOf(
      facts.lines.filter(({ customer, day }) => isMember.has(customer) && day <= last).map(({ amount }) => amount),
    );
  });
  return sumOf(spent) / sumOf(counted.map(([, members]) => members.length));
}
