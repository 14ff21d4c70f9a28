import type { OrderLine } from "../../support/order-table.ts";

/** Groups by their names, the highest first, and which one three scores, `543`, belong to. */
export interface PlainScheme {
  readonly names: readonly string[];
  readonly of: (scores: string) => string;
}

/** What is true of some customers' orders, found the plain way. */
export interface Facts {
  readonly asOf: number;
  readonly lines: readonly OrderLine[];
  /** The groups where they are not those of the standard scheme. */
  readonly scheme: PlainScheme | null;
  readonly customers: ReadonlyMap<
    string,
    { readonly days: readonly number[]; readonly orders: number; readonly spend: number }
  >;
  readonly revenue: number;
  readonly orders: number;
  readonly lapseDays: number | null;
  readonly medianSpend: number;
  /** Customers of whom something is true, with what they spent. */
  readonly those: (
    test: (one: {
      readonly silentDays: number;
      readonly orders: number;
      readonly spend: number;
      readonly firstDays: number;
    }) => boolean,
  ) => {
    readonly customers: number;
    readonly money: number;
  };
}

const DAY = 86_400_000;
/** `2022-01-31`. */
export const dateOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);
export const dayOfDate = (text: string): number => Date.parse(`${text}T00:00:00Z`) / DAY;
export const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Works something out once for each export. */
export function once<T>(make: (facts: Facts) => T): (facts: Facts) => T {
  const known = new WeakMap<Facts, T>();
  return (facts) => {
    const found = known.get(facts) ?? make(facts);
    known.set(facts, found);
    return found;
  };
}

/** Each customer's lines, in the order of the export. */
export const linesOf = once(({ lines }): ReadonlyMap<string, readonly OrderLine[]> => {
  const byCustomer = new Map<string, OrderLine[]>();
  for (const line of lines) {
    const own = byCustomer.get(line.customer);
    if (own === undefined) byCustomer.set(line.customer, [line]);
    else own.push(line);
  }
  return byCustomer;
});

/** The value at a share of the way through the sorted values, between two of them by its distance (type 7). */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * part;
  const [low, high] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0];
  return low + (high - low) * (at - Math.floor(at));
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
};

export function factsOf(lines: readonly OrderLine[], scheme: PlainScheme | null = null): Facts {
  const asOf = Math.max(...lines.map(({ day }) => day));
  const customers = new Map(
    [...new Set(lines.map(({ customer }) => customer))].flatMap((customer) => {
      const own = lines.filter((line) => line.customer === customer);
      const bought = own.filter(({ amount }) => amount > 0);
      const days = [...new Set(bought.map(({ day }) => day))].sort((a, b) => a - b);
      const spend = own.reduce((sum, { amount }) => sum + amount, 0);
      return days.length === 0 ? [] : [[customer, { days, orders: bought.length, spend }] as const];
    }),
  );
  const longest = [...customers.values()]
    .filter(({ days }) => days.length > 1)
    .map(({ days }) => Math.max(...days.slice(1).map((day, index) => day - (days[index] ?? 0))))
    .sort((a, b) => a - b);
  const all = [...customers.values()];
  return {
    asOf,
    lines,
    scheme,
    customers,
    revenue: all.reduce((sum, { spend }) => sum + spend, 0),
    orders: all.reduce((sum, { orders }) => sum + orders, 0),
    lapseDays: longest.length === 0 ? null : quantile(longest, 0.9),
    medianSpend: median(all.map(({ spend }) => spend)),
    those: (test) => {
      const found = all.filter(({ days, orders, spend }) =>
        test({ silentDays: asOf - (days.at(-1) ?? 0), firstDays: asOf - (days[0] ?? 0), orders, spend }),
      );
      return { customers: found.length, money: found.reduce((sum, { spend }) => sum + spend, 0) };
    },
  };
}
