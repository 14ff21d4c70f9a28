import { parseDay } from "../../src/basics/calendar/days.ts";
import { type PeriodKind, periodIndex } from "../../src/basics/calendar/period.ts";
import { postgres } from "../../src/warehouse/dialects/postgres.ts";
import type { Open } from "../../src/warehouse/engines/connect.ts";
import type { Cell } from "../../src/warehouse/engines/engine.ts";

/** An order or refund of the table, every one of which counts. */
export interface MemoryOrder {
  readonly customer: string;
  readonly day: string;
  /** Whole currency units. */
  readonly amount: number;
  readonly email?: string;
  /** What the order says about letters. */
  readonly newsletter?: string;
}

const COLUMNS = [
  { name: "customer_id", type: "text", kind: "text" },
  { name: "ordered_on", type: "date", kind: "date" },
  { name: "total", type: "numeric", kind: "exact number" },
  { name: "email", type: "text", kind: "text" },
  { name: "newsletter", type: "text", kind: "text" },
] as const;

/**
 * A database that holds these orders in memory: it knows each statement by a name that only it uses, and works its answer out
 * from the definitions, customer by customer. There is no window. Every table has the same orders, unless they are given by table.
 */
export function memoryEngine(
  shop: readonly MemoryOrder[] | Readonly<Record<string, readonly MemoryOrder[]>>,
  asked: string[] = [],
): Open {
  return async () => ({
    dialect: postgres,
    columns: async () => COLUMNS,
    rows: async (query) => {
      asked.push(query);
      const table = /FROM "(\w+)"/.exec(query)?.[1] ?? "";
      const orders = "length" in shop ? (shop as readonly MemoryOrder[]) : (shop[table] ?? []);
      const asOf = parseDay(/<= DATE '([\d-]+)'/.exec(query)?.[1] ?? "") ?? Number.POSITIVE_INFINITY;
      const counted = orders.filter(({ day }) => dayOf(day) <= asOf);
      if (query.includes('"newest_day"')) return [[orders.length, Math.max(...orders.map(({ day }) => dayOf(day)))]];
      if (query.includes('"order_status"')) return addedUp(orders.map(overviewRow), 7);
      if (query.includes('"began_in"')) return cellRows(counted, periodKindOf(query));
      if (query.includes('"days_passed"')) {
        const first = Math.min(...counted.filter(({ amount }) => amount > 0).map(({ day }) => dayOf(day)));
        return addedUp(pauseRows(query, counted, asOf), 3).map((row) => [...row, first]);
      }
      if (query.includes('"had_time_1"')) return climbRow(query, counted, asOf);
      if (query.includes('"day_place"')) return addedUp(groupRows(query, orders), 4);
      if (query.includes('"first_order"')) return customerRows(counted);
      if (query.includes('"contact_place"')) return contactRows(query, counted);
      if (query.includes('"address"')) return orders.map(({ customer, email = null }) => [customer, email]);
      throw new Error(`an unknown statement: ${query}`);
    },
    run: async () => {},
    seesOneMoment: () => true,
    close: async () => {},
    cancel: async () => {},
  });
}

function dayOf(text: string): number {
  return parseDay(text) ?? Number.NaN;
}

function units(amount: number): bigint {
  return BigInt(amount) * 10_000n;
}

function overviewRow({ day, amount }: MemoryOrder): Cell[] {
  return [dayOf(day), null, null, 1, 1, 1, Math.sign(amount), 1, units(amount)];
}

/** Rows whose first cells are alike as one, with the sums of the others. */
function addedUp(rows: readonly (readonly Cell[])[], keys: number): Cell[][] {
  const groups = new Map<string, Cell[]>();
  for (const row of rows) {
    const key = row.slice(0, keys).join("|");
    const known = groups.get(key);
    const sums = row.slice(keys).map((cell, at) => BigInt(String(cell)) + BigInt(String(known?.[keys + at] ?? 0)));
    groups.set(key, [...row.slice(0, keys), ...sums]);
  }
  return [...groups.values()];
}

function byCustomer(orders: readonly MemoryOrder[]): ReadonlyMap<string, readonly MemoryOrder[]> {
  const groups = new Map<string, MemoryOrder[]>();
  for (const order of orders) groups.set(order.customer, [...(groups.get(order.customer) ?? []), order]);
  return groups;
}

function customerRows(orders: readonly MemoryOrder[]): Cell[][] {
  return [...byCustomer(orders)].map(([customer, own]) => {
    const days = own.filter(({ amount }) => amount > 0).map(({ day }) => dayOf(day));
    const spend = own.reduce((sum, { amount }) => sum + units(amount), 0n);
    const [first, last] = days.length === 0 ? [null, null] : [Math.min(...days), Math.max(...days)];
    return [customer, first, last, days.length, days.length, days.length, own.length, spend];
  });
}

/** The kind of periods that a statement counts, by how it numbers them. */
function periodKindOf(query: string): PeriodKind {
  if (query.includes(" * 12 + ")) return "month";
  if (query.includes(" * 4 + ")) return "quarter";
  return query.includes("EXTRACT(YEAR") ? "year" : "week";
}

function cellRows(orders: readonly MemoryOrder[], kind: PeriodKind): Cell[][] {
  const cells = new Map<string, { key: (number | null)[]; counts: number[]; money: bigint[] }>();
  for (const own of byCustomer(orders).values()) {
    const inMonth = (month: number): readonly MemoryOrder[] =>
      own.filter(({ day }) => periodIndex(dayOf(day), kind) === month);
    const net = (month: number): bigint => inMonth(month).reduce((sum, { amount }) => sum + units(amount), 0n);
    const bought = (month: number): boolean => inMonth(month).some(({ amount }) => amount > 0);
    const months = [...new Set(own.map(({ day }) => periodIndex(dayOf(day), kind)))];
    const buying = months.filter(bought);
    const began = buying.length === 0 ? null : Math.min(...buying);
    for (const month of months) {
      const [isBuyer, here, next] = [bought(month), net(month), net(month + 1)];
      const spends = isBuyer && here > 0n;
      const kept = next < 0n ? 0n : next < here ? next : here;
      const counts = [
        inMonth(month).length,
        isBuyer ? 1 : 0,
        isBuyer && bought(month - 1) ? 1 : 0,
        month === Math.max(...buying) ? 1 : 0,
        inMonth(month).filter(({ amount }) => amount > 0).length,
      ];
      const again = isBuyer && bought(month - 1) ? here : 0n;
      const money = [here, ...(spends ? [here, next, kept] : [0n, 0n, 0n]), again];
      const cell = cells.get(`${began} ${month}`) ?? { key: [began, month], counts: [], money: [] };
      cells.set(`${began} ${month}`, {
        key: cell.key,
        counts: counts.map((count, at) => count + (cell.counts[at] ?? 0)),
        money: money.map((sum, at) => sum + (cell.money[at] ?? 0n)),
      });
    }
  }
  return [...cells.values()].map(({ key, counts, money }) => [...key, ...counts, ...money]);
}

/** Purchases of each customer in the order of their days; the day of one is counted once where days are. */
function purchaseDaysOf(query: string, orders: readonly MemoryOrder[]): readonly (readonly number[])[] {
  const purchases = orders.filter(({ amount }) => amount > 0);
  const isByDay = query.includes("max(1)") || query.includes('max(CASE WHEN "net_amount" > 0 THEN 1 ELSE 0 END)');
  return [...byCustomer(purchases).values()].map((own) => {
    const days = own.map(({ day }) => dayOf(day)).toSorted((a, b) => a - b);
    return isByDay ? [...new Set(days)] : days;
  });
}

/** A row per gap, per longest gap and per customer. */
function pauseRows(query: string, orders: readonly MemoryOrder[], asOf: number): Cell[][] {
  return purchaseDaysOf(query, orders).flatMap((days) => {
    const [first = 0, second] = days;
    const gaps = days.slice(1).flatMap((day, at) => (day > (days[at] as number) ? [day - (days[at] as number)] : []));
    return [
      ...gaps.map((gap): Cell[] => [1, gap, 1, 1]),
      ...(gaps.length === 0 ? [] : [[2, Math.max(...gaps), 1, 1]]),
      second === undefined ? [3, asOf - first, 0, 1] : [3, second - first, 1, 1],
    ];
  });
}

/** The lapse gap is taken from the conditions of the statement, which write days since 1970. */
function climbRow(query: string, orders: readonly MemoryOrder[], asOf: number): Cell[][] {
  const lapsedBefore = Number(/"on_day" < (\d+)/.exec(query)?.[1]);
  const hadTimeBy = Number(/"on_day" <= (\d+)/.exec(query)?.[1]);
  const buyers = [...byCustomer(orders)].filter(([, own]) => own.some(({ amount }) => amount > 0));
  const all = buyers.map(([, own]) => {
    const [days = []] = purchaseDaysOf(query, own);
    const bought = own.filter(({ amount }) => amount > 0);
    const onFirst = bought.filter(({ day }) => dayOf(day) === days[0]).map(({ amount }) => units(amount));
    const first = query.includes("max(1)")
      ? sumOf(onFirst)
      : onFirst.reduce((most, one) => (one > most ? one : most), 0n);
    return {
      days,
      first,
      net: sumOf(own.map(({ amount }) => units(amount))),
      bought: sumOf(bought.map(({ amount }) => units(amount))),
    };
  });
  const returning = all.filter(({ days }) => days.length > 1);
  const rungs = Array.from({ length: 10 }, (_, index) => {
    const reached = all.filter(({ days }) => days.length > index);
    const hadTime = reached.filter(({ days }) => (days[index] as number) <= hadTimeBy && asOf >= hadTimeBy);
    return [reached.length, hadTime.length, hadTime.filter(({ days }) => days.length > index + 1).length];
  });
  return [
    [
      all.length,
      returning.length,
      all.filter(({ days }) => (days.at(-1) as number) < lapsedBefore).length,
      sumOf(all.map(({ net }) => net)),
      sumOf(returning.map(({ net }) => net)),
      sumOf(all.map(({ bought }) => bought)),
      sumOf(all.map(({ first }) => first)),
      sumOf(returning.map(({ first }) => first)),
      ...rungs.flat(),
    ],
  ];
}

function sumOf(values: readonly bigint[]): bigint {
  return values.reduce((sum, value) => sum + value, 0n);
}

/** The cut points and days are those that the statement writes out; scores of nested groups are not known here. */
function groupRows(query: string, orders: readonly MemoryOrder[]): Cell[][] {
  const days = [...query.matchAll(/"last_(\d+)" - DATE|DATE '([\d-]+)' - "last_\d+"/g)].map(([, , day = ""]) =>
    dayOf(day),
  );
  const cuts = (column: string): readonly number[] =>
    [...query.matchAll(new RegExp(`"${column}" > (-?\\d+)`, "g"))].map(([, cut]) => Number(cut));
  const above = (column: string, value: number): number => cuts(column).filter((cut) => value > cut).length;
  return days.flatMap((day, place) =>
    customerRows(orders.filter((order) => dayOf(order.day) <= day)).flatMap(
      ([, , last, count, , , , spend]): Cell[][] => {
        if (last === null) return [];
        const recency = cuts("recency_days").length + 1 - above("recency_days", day - Number(last));
        return [[place, recency, 1 + above("frequency", Number(count)), 1 + above("spend", Number(spend)), 1]];
      },
    ),
  );
}

/** What the newest day's orders say in the columns that the statement reads, answers with the others of that day. */
function contactRows(query: string, orders: readonly MemoryOrder[]): Cell[][] {
  const columns = [...query.matchAll(/CAST\("(email|newsletter)" AS text\) END AS "contact_\d"/g)].map(
    ([, column]) => column as "email" | "newsletter",
  );
  const yes = /IN \('(\w+)'\) THEN NULL/.exec(query)?.[1];
  return [...byCustomer(orders.filter(({ amount }) => amount > 0))].map(([customer, own]) => {
    const newest = own
      .map(({ day }) => day)
      .toSorted()
      .at(-1);
    const ofDay = own.filter(({ day }) => day === newest);
    const cells = columns.flatMap((column): Cell[] => {
      const texts = ofDay.map((order) => order[column]).filter((text) => text !== undefined);
      const shown = texts.at(-1) ?? null;
      if (column === "email") return [shown];
      return [shown, texts.find((text) => text !== yes) ?? null, texts.toSorted()[0] ?? null];
    });
    const isAsked = yes !== undefined && columns.includes("newsletter");
    return [customer, ...cells, isAsked && ofDay.some(({ newsletter }) => newsletter === undefined) ? 1 : 0];
  });
}
