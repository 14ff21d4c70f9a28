/**
 * A second way to every number: the definitions of the design, written as plainly as possible and sharing no code with
 * the program. Slow and wasteful on purpose: objects, Maps and BigInt; every amount is a whole number of 1/10,000.
 * Knows one layout only (the UCI Online Retail columns) and the default options.
 */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

/** One record of an export; `day` is days since 1970-01-01, `amount` quantity × price in 1/10,000. */
export interface Line {
  readonly file: string;
  readonly line: number;
  readonly orderId: string;
  readonly customer: string;
  readonly day: number;
  readonly amount: bigint;
}

export type Reason = "two customers" | "no customer" | "zero amount" | "no purchase";

/** An order, or the part of it that was given back on a later day. */
export interface Entry {
  readonly orderId: string;
  readonly customer: string;
  readonly day: number;
  readonly net: bigint;
  readonly lines: readonly Line[];
  /** `null` where the entry is used */
  readonly reason: Reason | null;
  readonly purchase: boolean;
}

export interface SetAside {
  readonly reason: Reason;
  readonly rows: number;
  /** Orders and refunds that these rows make. */
  readonly entries: number;
  readonly money: bigint;
  readonly file: string;
  readonly line: number;
}

export interface Ledger {
  readonly rows: number;
  readonly money: bigint;
  readonly usedRows: number;
  readonly usedMoney: bigint;
  readonly orders: number;
  readonly refunds: number;
  readonly setAside: readonly SetAside[];
}

export interface Customer {
  readonly id: string;
  readonly firstDay: number;
  readonly lastDay: number;
  readonly recencyDays: number;
  readonly frequency: number;
  readonly spend: bigint;
  readonly averageOrderValue: number;
  readonly r: number;
  readonly f: number;
  readonly m: number;
  readonly cell: string;
  readonly segment: string;
}

/** A cut point as an exact fraction over the number of levels. */
interface CutPoint {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export interface Scored {
  readonly asOf: number;
  readonly customers: readonly Customer[];
  readonly cutPoints: { readonly recency: number[]; readonly frequency: number[]; readonly monetary: number[] };
}

export interface SegmentRow {
  readonly segment: string;
  readonly customers: number;
  readonly customer_share: number;
  readonly orders: number;
  readonly revenue: number;
  readonly revenue_share: number;
  readonly average_order_value: number | null;
  readonly median_recency_days: number | null;
  readonly median_frequency: number | null;
  readonly median_monetary_value: number | null;
}

export interface RetentionRow {
  readonly period: string;
  readonly first_day: string;
  readonly last_day: string;
  readonly complete: boolean;
  readonly before: number | null;
  readonly customers: number;
  readonly retained: number;
  readonly lost: number | null;
  readonly new: number;
  readonly reactivated: number;
  readonly retention_rate: number | null;
  readonly retention_low: number | null;
  readonly retention_high: number | null;
  readonly churn_rate: number | null;
  readonly returning_rate: number | null;
  readonly orders: number;
  readonly revenue: number;
  readonly gross_revenue_retention: number | null;
  readonly net_revenue_retention: number | null;
}

const levels = 5;
const unitsPerWhole = 10_000n;

/** The eleven segments of the `standard` scheme and their cells, in its order. */
const standardScheme: readonly (readonly [segment: string, cells: string])[] = [
  ["Champions", "555 554 544 545 454 455 445"],
  ["Loyal", "543 444 435 355 354 345 344 335"],
  [
    "Potential Loyalist",
    "553 551 552 541 542 533 532 531 452 451 442 441 431 453 433 432 423 353 352 351 342 341 333 323",
  ],
  ["New Customers", "512 511 422 421 412 411 311"],
  ["Promising", "525 524 523 522 521 515 514 513 425 424 413 414 415 315 314 313"],
  ["Need Attention", "535 534 443 434 343 334 325 324"],
  ["About To Sleep", "331 321 312 221 213 231 241 251"],
  ["At Risk", "255 254 245 244 253 252 243 242 235 234 225 224 153 152 145 143 142 135 134 133 125 124"],
  ["Cannot Lose Them", "155 154 144 214 215 115 114 113"],
  ["Hibernating", "332 322 233 232 223 222 132 123 122 212 211"],
  ["Lost", "111 112 121 131 141 151"],
];

/** Every record after the header of each file, in the order of the paths. */
export function readLines(paths: readonly string[]): Line[] {
  return paths.flatMap((file) => {
    const bytes = readFileSync(file);
    const text = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("latin1");
    const [header, ...records] = parseCsv(text);
    const column = (name: string): number => {
      const index = header?.fields.indexOf(name) ?? -1;
      if (index < 0) throw new Error(`${file}: no column ${name}`);
      return index;
    };
    const [order, customer, date] = [column("InvoiceNo"), column("CustomerID"), column("InvoiceDate")];
    const [quantity, price] = [column("Quantity"), column("UnitPrice")];
    return records.map(({ line, fields }) => {
      const field = (index: number): string => fields[index] ?? fail(`${file}:${line}: too few fields`);
      return {
        file,
        line,
        orderId: field(order),
        customer: field(customer).trim(),
        day: parseDay(field(date)),
        amount: timesPrice(field(quantity), field(price)),
      };
    });
  });
}

/** The records of a comma-separated text, each with the physical line it begins on (the header is line 1). */
export function parseCsv(text: string): { line: number; fields: string[] }[] {
  const records: { line: number; fields: string[] }[] = [];
  let fields: string[] = [];
  let field = "";
  let quoted = false;
  let line = 1;
  let firstLine = 1;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === "\n") line += 1;
    if (quoted) {
      if (character !== '"') field += character;
      else if (text.charAt(at + 1) === '"') {
        field += '"';
        at += 1;
      } else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === ",") {
      fields.push(field);
      field = "";
    } else if (character === "\n") {
      records.push({ line: firstLine, fields: [...fields, field] });
      fields = [];
      field = "";
      firstLine = line;
    } else if (character !== "\r") field += character;
  }
  if (field !== "" || fields.length > 0) records.push({ line: firstLine, fields: [...fields, field] });
  return records;
}

/** `12/31/2010 8:26` → days since 1970-01-01. */
function parseDay(text: string): number {
  const [, month, day, year] = /^(\d+)\/(\d+)\/(\d{4})\b/.exec(text) ?? fail(`not a date: ${text}`);
  return dayNumber(Number(year), Number(month), Number(day));
}

function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

/** `2011-05-31` */
export function dayText(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** Exact amount of a decimal text, in 1/10,000. */
export function parseMoney(text: string): bigint {
  return timesPrice("1", text);
}

/** Quantity × price in 1/10,000; what is finer is rounded half away from zero. */
function timesPrice(quantity: string, price: string): bigint {
  const [, sign, whole = "", decimals = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(price) ?? fail(`not a price: ${price}`);
  const scale = 10n ** BigInt(decimals.length);
  const product = BigInt(quantity) * BigInt(`${sign}${whole}${decimals}`) * unitsPerWhole;
  const size = product < 0n ? -product : product;
  const rounded = (size * 2n + scale) / (scale * 2n);
  return product < 0n ? -rounded : rounded;
}

/** Puts rows together to orders and dated refunds, and names those that are set aside. */
export function toEntries(lines: readonly Line[]): Entry[] {
  const parts = [...groupBy(lines, (line) => line.orderId)].flatMap(([orderId, rows]) => splitOrder(orderId, rows));
  const buyers = new Set(parts.filter((part) => part.reason === null && part.net > 0n).map((part) => part.customer));
  return parts.map((part) => {
    if (part.reason !== null || part.net > 0n) return { ...part, purchase: part.reason === null };
    if (part.net === 0n) return { ...part, reason: "zero amount", purchase: false };
    return { ...part, reason: buyers.has(part.customer) ? null : "no purchase", purchase: false };
  });
}

/** An order on its earliest row's day, and its negative rows of later days, each day on its own. */
function splitOrder(orderId: string, rows: readonly Line[]): Omit<Entry, "purchase">[] {
  const names = new Set(rows.map((row) => row.customer).filter((name) => name !== ""));
  const reason: Reason | null = names.size > 1 ? "two customers" : names.size === 0 ? "no customer" : null;
  const [customer = ""] = names;
  const orderDay = Math.min(...rows.map((row) => row.day));
  const days = groupBy(rows, (row) => (row.amount < 0n ? row.day : orderDay));
  return [...days].map(([day, lines]) => ({ orderId, customer, day, net: sum(lines.map(amountOf)), lines, reason }));
}

/** Where every row and every amount went. */
export function toLedger(entries: readonly Entry[]): Ledger {
  const rowsOf = (some: readonly Entry[]): readonly Line[] => some.flatMap((entry) => entry.lines);
  const moneyOf = (some: readonly Entry[]): bigint => sum(rowsOf(some).map(amountOf));
  const used = entries.filter((entry) => entry.reason === null);
  const setAside = [...groupBy(entries, (entry) => entry.reason)].flatMap(([reason, some]) => {
    if (reason === null) return [];
    const first = rowsOf(some).reduce((a, b) => (b.file < a.file || (b.file === a.file && b.line < a.line) ? b : a));
    const counts = { rows: rowsOf(some).length, entries: some.length, money: moneyOf(some) };
    return [{ reason, ...counts, file: first.file, line: first.line }];
  });
  return {
    rows: rowsOf(entries).length,
    money: moneyOf(entries),
    usedRows: rowsOf(used).length,
    usedMoney: moneyOf(used),
    orders: used.filter((entry) => entry.purchase).length,
    refunds: used.filter((entry) => !entry.purchase).length,
    setAside,
  };
}

/**
 * How long returning customers pause: the 90th percentile (type 7) of each one's longest gap between two purchase days, as
 * an exact fraction times ten.
 */
export function lapseGapTenths(entries: readonly Entry[]): number {
  const purchases = entries.filter((entry) => entry.reason === null && entry.purchase);
  const longest = [...groupBy(purchases, (entry) => entry.customer)].flatMap(([, own]) => {
    const days = [...new Set(own.map((entry) => entry.day))].sort((a, b) => a - b);
    const gaps = days.slice(1).map((day, at) => day - (days[at] ?? day));
    return gaps.length === 0 ? [] : [Math.max(...gaps)];
  });
  const sorted = longest.sort((a, b) => a - b);
  const tenths = (sorted.length - 1) * 9; // the place, in tenths
  const [below = 0, above = below] = sorted.slice(Math.floor(tenths / 10));
  return below * (10 - (tenths % 10)) + above * (tenths % 10);
}

/** Every customer with a purchase at the newest day of any row, by code unit of the id. */
export function toCustomers(entries: readonly Entry[]): Scored {
  const asOf = newestDay(entries);
  const used = entries.filter((entry) => entry.reason === null);
  const measured = [...groupBy(used, (entry) => entry.customer)].map(([id, own]) => {
    const days = own.filter((entry) => entry.purchase).map((entry) => entry.day);
    const lastDay = Math.max(...days);
    const spend = sum(own.map((entry) => entry.net));
    return { id, firstDay: Math.min(...days), lastDay, recencyDays: asOf - lastDay, frequency: days.length, spend };
  });
  const recency = cutPointsOf(measured.map((one) => BigInt(one.recencyDays)));
  const frequency = cutPointsOf(measured.map((one) => BigInt(one.frequency)));
  const monetary = cutPointsOf(measured.map((one) => one.spend));
  const customers = measured.map((one) => {
    const r = levels + 1 - binOf(BigInt(one.recencyDays), recency);
    const f = binOf(BigInt(one.frequency), frequency);
    const m = binOf(one.spend, monetary);
    const averageOrderValue = quotient(one.spend, BigInt(one.frequency) * unitsPerWhole);
    return { ...one, averageOrderValue, r, f, m, cell: `${r}${f}${m}`, segment: segmentOf(`${r}${f}${m}`) };
  });
  return {
    asOf,
    customers: customers.sort((a, b) => (a.id < b.id ? -1 : 1)),
    cutPoints: {
      recency: recency.map((cut) => quotient(cut.numerator, cut.denominator)),
      frequency: frequency.map((cut) => quotient(cut.numerator, cut.denominator)),
      monetary: monetary.map((cut) => quotient(cut.numerator, cut.denominator * unitsPerWhole)),
    },
  };
}

/** Sample quantiles k/5 of type 7, as exact fractions. */
function cutPointsOf(values: readonly bigint[]): CutPoint[] {
  const sorted = values.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return [1, 2, 3, 4].map((k) => {
    const h = (sorted.length - 1) * k;
    const low = sorted[Math.floor(h / levels)] ?? fail("no values");
    const high = sorted[Math.floor(h / levels) + 1] ?? low;
    const rest = BigInt(h % levels);
    return { numerator: low * (BigInt(levels) - rest) + high * rest, denominator: BigInt(levels) };
  });
}

function binOf(value: bigint, cutPoints: readonly CutPoint[]): number {
  return 1 + cutPoints.filter((cut) => cut.numerator < value * cut.denominator).length;
}

function segmentOf(cell: string): string {
  const found = standardScheme.filter(([, cells]) => cells.split(" ").includes(cell));
  return found[0] !== undefined && found.length === 1
    ? found[0][0]
    : fail(`cell ${cell} is in ${found.length} segments`);
}

/** One row a segment, in the scheme's order, without the words on what to do. */
export function toSegments(customers: readonly Customer[]): SegmentRow[] {
  const total = sum(customers.map((one) => one.spend));
  return standardScheme.map(([segment]) => {
    const own = customers.filter((one) => one.segment === segment);
    const orders = own.reduce((count, one) => count + one.frequency, 0);
    const revenue = sum(own.map((one) => one.spend));
    return {
      segment,
      customers: own.length,
      customer_share: own.length / customers.length,
      orders,
      revenue: moneyNumber(revenue),
      revenue_share: quotient(revenue, total),
      average_order_value: orders === 0 ? null : quotient(revenue, BigInt(orders) * unitsPerWhole),
      median_recency_days: median(own.map((one) => BigInt(one.recencyDays))),
      median_frequency: median(own.map((one) => BigInt(one.frequency))),
      median_monetary_value: median(
        own.map((one) => one.spend),
        unitsPerWhole,
      ),
    };
  });
}

function median(values: readonly bigint[], unit = 1n): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const low = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0n;
  const high = sorted[Math.floor(sorted.length / 2)] ?? 0n;
  return quotient(low + high, unit * 2n);
}

/** Month by month: who stayed, who left, who came, and the money of those who were there the month before. */
export function toRetention(entries: readonly Entry[]): RetentionRow[] {
  const used = entries.filter((entry) => entry.reason === null);
  const purchases = used.filter((entry) => entry.purchase);
  const allDays = entries.flatMap((entry) => entry.lines.map((line) => line.day));
  const coverFrom = allDays.reduce((a, b) => Math.min(a, b));
  const coverTo = allDays.reduce((a, b) => Math.max(a, b));
  const firstMonths = new Map<string, string>();
  for (const entry of purchases.toSorted((a, b) => b.day - a.day)) firstMonths.set(entry.customer, monthOf(entry.day));

  const months = monthsBetween(coverFrom, coverTo);
  const facts = months.map(({ period, firstDay, lastDay }) => {
    const bought = purchases.filter((entry) => monthOf(entry.day) === period);
    const covered = coverFrom <= firstDay && lastDay <= coverTo;
    const spend = groupBy(
      used.filter((entry) => monthOf(entry.day) === period),
      (entry) => entry.customer,
    );
    return {
      period,
      firstDay,
      lastDay,
      covered,
      hasRates: covered && bought.length > 0,
      buyers: new Set(bought.map((entry) => entry.customer)),
      orders: bought.length,
      spendOf: (customer: string): bigint => sum((spend.get(customer) ?? []).map((entry) => entry.net)),
      revenue: sum([...spend.values()].flat().map((entry) => entry.net)),
    };
  });

  return facts.map((now, index) => {
    const previous = facts[index - 1];
    const customers = now.buyers.size;
    const retained = [...now.buyers].filter((one) => previous?.buyers.has(one)).length;
    const fresh = [...now.buyers].filter((one) => firstMonths.get(one) === now.period).length;
    const before = previous?.buyers.size ?? null;
    const known = previous?.hasRates === true && now.hasRates && before !== null;
    const rate = known ? retained / before : null;
    const interval = known ? wilson(retained, before) : null;
    const money = known ? revenueRetention([...previous.buyers], previous.spendOf, now.spendOf) : null;
    return {
      period: now.period,
      first_day: dayText(now.firstDay),
      last_day: dayText(now.lastDay),
      complete: now.covered,
      before,
      customers,
      retained,
      lost: before === null || !now.covered ? null : before - retained,
      new: fresh,
      reactivated: customers - retained - fresh,
      retention_rate: rate,
      retention_low: interval?.low ?? null,
      retention_high: interval?.high ?? null,
      churn_rate: rate === null ? null : 1 - rate,
      returning_rate: known ? (customers - fresh) / customers : null,
      orders: now.orders,
      revenue: moneyNumber(now.revenue),
      gross_revenue_retention: money?.gross ?? null,
      net_revenue_retention: money?.net ?? null,
    };
  });
}

function revenueRetention(
  buyers: readonly string[],
  spendBefore: (customer: string) => bigint,
  spendNow: (customer: string) => bigint,
): { gross: number; net: number } {
  const pairs = buyers.map((one) => ({ b: spendBefore(one), a: spendNow(one) })).filter(({ b }) => b > 0n);
  const total = sum(pairs.map(({ b }) => b));
  const kept = pairs.map(({ a, b }) => keptOf(a, b));
  return { gross: quotient(sum(kept), total), net: quotient(sum(pairs.map(({ a }) => a)), total) };
}

/** Spend that was kept: no more than before, and not below nothing. */
function keptOf(now: bigint, before: bigint): bigint {
  if (now < 0n) return 0n;
  if (now > before) return before;
  return now;
}

/** The 95 % score interval of Wilson (1927). */
function wilson(successes: number, trials: number): { low: number; high: number } {
  const z = 1.959963984540054; // the 97.5 % point of the standard normal
  const share = successes / trials;
  const middle = share + z ** 2 / (2 * trials);
  const half = z * Math.sqrt((share * (1 - share)) / trials + z ** 2 / (4 * trials ** 2));
  const shrink = 1 + z ** 2 / trials;
  return { low: (middle - half) / shrink, high: (middle + half) / shrink };
}

function monthsBetween(from: number, to: number): { period: string; firstDay: number; lastDay: number }[] {
  const months: { period: string; firstDay: number; lastDay: number }[] = [];
  for (let day = from; day <= to; ) {
    const period = monthOf(day);
    const [year, month] = [Number(period.slice(0, 4)), Number(period.slice(5))];
    const next = dayNumber(year, month + 1, 1);
    months.push({ period, firstDay: dayNumber(year, month, 1), lastDay: next - 1 });
    day = next;
  }
  return months;
}

function monthOf(day: number): string {
  return dayText(day).slice(0, 7);
}

function newestDay(entries: readonly Entry[]): number {
  return entries.flatMap((entry) => entry.lines.map((line) => line.day)).reduce((a, b) => Math.max(a, b));
}

/** Exact decimal text of an amount, with at least two decimals. */
export function moneyText(amount: bigint): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(5, "0");
  const decimals = digits.slice(-4).replace(/0{1,2}$/, "");
  return `${amount < 0n ? "-" : ""}${digits.slice(0, -4)}.${decimals}`;
}

/** The double nearest to a / b; both must be exact as doubles, so that the division rounds once. */
function quotient(a: bigint, b: bigint): number {
  if (!Number.isSafeInteger(Number(a)) || !Number.isSafeInteger(Number(b))) throw new Error("too large to divide");
  return Number(a) / Number(b);
}

/** Money as a number: the double nearest to the exact decimal. */
export function moneyNumber(amount: bigint): number {
  return Number(moneyText(amount));
}

export function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}

export function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

function amountOf(line: Line): bigint {
  return line.amount;
}

function fail(message: string): never {
  throw new Error(message);
}
