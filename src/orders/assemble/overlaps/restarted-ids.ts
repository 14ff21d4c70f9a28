import { formatDay, NO_DAY } from "../../../basics/calendar/days.ts";
import { maskPersonal } from "../../../basics/text/mask-personal.ts";
import { placeOf } from "../../../basics/text/place.ts";
import { InputError } from "../../../errors.ts";
import { isOfOrders } from "../../../exports/join/joined-file.ts";
import { reasonCode } from "../../ledger/entries.ts";
import { earlierDay } from "../entries/order-rule.ts";
import type { RowSet } from "../row-set.ts";
import { numberingHint } from "./numbering-hint.ts";

/** So many of the ids that two files share, and this share of them, must be of different days. */
const LEAST_IDS = 2;
const LEAST_DIFFERENT = 0.9;
/** The two must share this part of the smaller one's ids: orders whose lines are spread over months are few. */
const LEAST_SHARED = 0.5;
/** An order of the same customer may be a day off where two exports use different time zones. */
const DAYS_APART = 2;

/** Stands for an amount of an order's own that another table has. */
const SALE = 1;
const DUPLICATE = reasonCode("duplicate");

/** An order as one file has it. */
interface Version {
  readonly file: number;
  readonly row: number;
  day: number;
  customer: number;
  amount: number;
}

/** What two files say of the ids that both have. */
interface SharedIds {
  readonly files: readonly [number, number];
  count: number;
  different: number;
  example: readonly [order: number, Version, Version] | null;
}

/**
 * Asks where the order ids of a file start again in the next one: most of the smaller one's ids are then in both, and nearly
 * all of them have another day there. Orders in files that overlap have the same day, also where they were changed; a later
 * refund has a negative amount.
 *
 * @throws InputError with the two files and an example
 */
export function refuseRestartedIds(set: RowSet): void {
  const { plans, groups, options } = set;
  if (plans.length < 2 || groups.areRows || options.numbering !== undefined) return;
  const pairs = new Map<number, SharedIds>();
  for (const order of groups.several) {
    const versions = versionsOf(set, groups.rowsOf(order));
    for (const [index, version] of versions.entries()) {
      const next = versions[index + 1];
      if (next !== undefined) compare(pairs, { order, versions: [version, next], files: plans.length });
    }
  }
  const candidates = [...pairs.values()].filter(
    ({ count, different }) => different >= LEAST_IDS && different >= LEAST_DIFFERENT * count,
  );
  if (candidates.length === 0) return;
  const orders = ordersByFile(set);
  for (const { files, count, different, example } of candidates) {
    const smaller = Math.min(...files.map((file) => orders[file] as number));
    if (example !== null && count >= LEAST_SHARED * smaller) throw askWhether(set, { count, different, example });
  }
}

/** How many orders each file has rows of. */
function ordersByFile({ rows, plans, groups: { orderOf, orderCount } }: RowSet): Int32Array {
  const found = new Int32Array(plans.length);
  const isOrders = plans.map(isOfOrders);
  const last = new Int32Array(orderCount).fill(-1);
  for (let row = 0; row < rows.length; row += 1) {
    const [order, file] = [orderOf[row] as number, rows.file[row] as number];
    if (order < 0 || last[order] === file || !isOrders[file]) continue;
    last[order] = file;
    found[file] = (found[file] as number) + 1;
  }
  return found;
}

/**
 * The versions of an order with a day, by their files of orders. Where amounts stand in another table, the version that counts
 * was chosen already, and each is a sale.
 */
function versionsOf({ rows, plans }: RowSet, members: Int32Array): readonly Version[] {
  const [first] = members;
  if (members.every((row) => rows.file[row] === rows.file[first as number])) return [];
  const found = new Map<number, Version>();
  for (const row of members) {
    const file = rows.file[row] as number;
    const plan = plans[file];
    if (plan === undefined || !isOfOrders(plan)) continue;
    if (rows.reason[row] !== 0 && (plan.joined === null || rows.reason[row] !== DUPLICATE)) continue;
    const version = found.get(file) ?? { file, row, day: NO_DAY, customer: -1, amount: 0 };
    found.set(file, version);
    version.day = earlierDay(version.day, rows.day[row] as number);
    if (version.customer < 0) version.customer = rows.customer[row] as number;
    const amount = rows.amount[row] as number;
    version.amount += Number.isNaN(amount) ? (plan.joined === null ? 0 : SALE) : amount;
  }
  return [...found.values()].filter(({ day }) => day !== NO_DAY).sort((a, b) => a.file - b.file);
}

function compare(
  pairs: Map<number, SharedIds>,
  {
    order,
    versions: [a, b],
    files,
  }: { readonly order: number; readonly versions: readonly [Version, Version]; readonly files: number },
): void {
  const key = a.file * files + b.file;
  const shared = pairs.get(key) ?? { files: [a.file, b.file], count: 0, different: 0, example: null };
  pairs.set(key, shared);
  shared.count += 1;
  if (!areDifferent(a, b)) return;
  shared.different += 1;
  shared.example ??= [order, a, b];
}

function areDifferent(a: Version, b: Version): boolean {
  if (a.customer >= 0 && b.customer >= 0 && a.customer !== b.customer) return a.day !== b.day;
  return a.amount > 0 && b.amount > 0 && Math.abs(a.day - b.day) >= DAYS_APART;
}

function askWhether(
  { plans, table, orderId }: RowSet,
  {
    count,
    different,
    example: [order, a, b],
  }: { readonly count: number; readonly different: number; readonly example: readonly [number, Version, Version] },
): InputError {
  const nameOf = (file: number): string => plans[file]?.source.name ?? "";
  const shown = ({ file, row, day, customer }: Version): string => {
    const key = customer < 0 ? "no customer" : maskPersonal(table.customers.texts[customer] ?? "");
    return `${placeOf(nameOf(file), table.rows.lineOf(row))} (${key}, ${formatDay(day)})`;
  };
  const ids = different === count ? `all ${count}` : `${different} of the ${count}`;
  return new InputError(
    `${ids} order ids that ${nameOf(a.file)} and ${nameOf(b.file)} share are of other days there, such as ${orderId(order)}: ${shown(a)} and ${shown(b)}: does each file number its orders by itself?`,
    {
      hint: `${numberingHint(plans)}; pass --numbering shared if an id is the same order in all of them`,
    },
  );
}
