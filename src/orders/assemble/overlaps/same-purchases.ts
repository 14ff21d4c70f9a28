import { formatDay } from "../../../basics/calendar/days.ts";
import { formatAmount } from "../../../basics/money/amount.ts";
import { maskPersonal } from "../../../basics/text/mask-personal.ts";
import { placeOf } from "../../../basics/text/place.ts";
import { peopleCount } from "../../../basics/text/words.ts";
import { InputError } from "../../../errors.ts";
import { isWithoutMoney } from "../../../exports/detect/amounts/without-money.ts";
import type { EntryColumns } from "../entries/entry-columns.ts";
import type { RowSet } from "../row-set.ts";

/** Two sources tell of the same purchases where this share of one's, or more, are the other's, too. */
const SAME = 0.5;

/** Fewer purchases than these may be the same by chance. */
const FEWEST = 5;

/** How many purchases are compared at most: those of some customers. */
const MOST = 200_000;

/**
 * Refuses two sources that tell of the same purchases under ids of their own, such as orders and their invoices: the money
 * would count twice. Purchases are the same where customer, day and amount are.
 *
 * @throws InputError with the first of them
 */
export function refuseSamePurchases(set: RowSet): void {
  const { plans, options, origins } = set;
  if (origins.length < 2 || options.duplicates === "keep" || isWithoutMoney(options)) return;
  const bySource = purchasesBySource(
    set.built.entries,
    plans.map(({ origin }) => origin),
  );
  for (const [index, source] of bySource.entries()) {
    for (const other of bySource.slice(0, index)) {
      const [few, many] = source.size < other.size ? [source, other] : [other, source];
      const same = [...few].filter(([key]) => many.has(key));
      if (same.length >= FEWEST && same.length >= SAME * few.size) throw samePurchases(set, { same, few, many });
    }
  }
}

/** The first entry of each purchase, by what makes it one. */
type Purchases = ReadonlyMap<string, number>;

function purchasesBySource(entries: EntryColumns, originOf: readonly number[]): readonly Purchases[] {
  const sources = new Map<number, Map<string, number>>();
  const every = Math.ceil(entries.length / MOST);
  for (let entry = 0; entry < entries.length; entry += 1) {
    const customer = entries.customer[entry] as number;
    const net = entries.net[entry] as number;
    if (entries.reason[entry] !== 0 || customer < 0 || customer % every !== 0 || net <= 0) continue;
    const origin = originOf[entries.file[entry] as number] ?? 0;
    const purchases = sources.get(origin) ?? new Map<string, number>();
    sources.set(origin, purchases);
    const key = `${customer} ${entries.day[entry]} ${net}`;
    if (!purchases.has(key)) purchases.set(key, entry);
  }
  return [...sources.values()];
}

function samePurchases(
  { plans, table, built }: RowSet,
  { same, few, many }: { readonly same: readonly (readonly [string, number])[]; few: Purchases; many: Purchases },
): InputError {
  const { entries } = built;
  const [key, first] = same[0] ?? ["", 0];
  const place = (entry: number): string =>
    placeOf(plans[entries.file[entry] as number]?.source.name ?? "", entries.line[entry] as number);
  const customer = maskPersonal(table.customers.texts[entries.customer[first] as number] ?? "");
  const example = `${customer}, ${formatDay(entries.day[first] as number)}, ${formatAmount(entries.net[first] as number)}`;
  return new InputError(
    `two exports tell of the same purchases, which would count twice: ${peopleCount(same.length)} of ${peopleCount(few.size)} have the same customer, day and amount in both, ` +
      `such as ${place(first)} and ${place(many.get(key) ?? first)} (${example})`,
    { hint: "leave one of the exports out; if these are different purchases, pass --duplicates keep" },
  );
}
