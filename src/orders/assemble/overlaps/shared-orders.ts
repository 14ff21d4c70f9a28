import { formatDay, NO_DAY } from "../../../basics/calendar/days.ts";
import { maskPersonal } from "../../../basics/text/mask-personal.ts";
import { placeOf } from "../../../basics/text/place.ts";
import { InputError } from "../../../errors.ts";
import { richnessOf } from "../../../exports/detect/names/source-key.ts";
import type { FilePlan } from "../../../exports/file-plan.ts";
import { earlierDay } from "../entries/order-rule.ts";
import type { ReadonlyRows } from "../readonly-rows.ts";

/** An order as one source has it. */
interface SourceOrder {
  readonly code: number;
  readonly origin: number;
  readonly row: number;
  day: number;
  customer: number;
}

export interface SharedOrdersContext {
  readonly plans: readonly FilePlan[];
  /** How many codes of orders there are. */
  readonly orderCount: number;
  /** An order's id as the export has it, by its code. */
  readonly orderId: (order: number) => string;
  readonly customerKey: (customer: number) => string;
  /** The order of each row; −1 without one. */
  readonly orderOf: (row: number) => number;
}

/**
 * Finds orders that several sources have: the same id, customer and day is one order. The source that says more of an order
 * keeps it, and the rows of the others are marked with 1.
 *
 * @throws InputError where an id is shared with another customer or day: it may be one order or two
 */
export function markSharedOrders(rows: ReadonlyRows, marks: Uint8Array, context: SharedOrdersContext): void {
  const { plans, orderOf } = context;
  const withIds = new Set(plans.filter(({ layout }) => layout.columns.order.length > 0).map(({ origin }) => origin));
  if (withIds.size < 2) return;
  const shared = sharedCodes(context);
  if (shared.size === 0) return;
  const orders = ordersOf(rows, shared, context);
  const lost = new Set<number>();
  let conflict: readonly [SourceOrder, SourceOrder] | null = null;
  let conflicts = 0;
  for (const versions of orders.values()) {
    const [best, ...others] = versions.toSorted((a, b) => rankOf(plans, b) - rankOf(plans, a) || a.origin - b.origin);
    for (const other of others) {
      if (best === undefined) continue;
      lost.add(other.code);
      if (best.day === other.day && isSameCustomer(best, other, context)) continue;
      conflict ??= [best, other];
      conflicts += 1;
    }
  }
  if (conflict !== null) throw askWhich(rows, { conflict, conflicts, context });
  for (let row = 0; row < rows.length; row += 1) {
    if (rows.reason[row] === 0 && lost.has(orderOf(row))) marks[row] = 1;
  }
}

/** The ids that occur in several sources, by the codes that they have there. */
function sharedCodes({ orderCount, orderId }: SharedOrdersContext): ReadonlyMap<number, string> {
  const first = new Map<string, number>();
  const shared = new Map<number, string>();
  for (let code = 0; code < orderCount; code += 1) {
    const id = orderId(code);
    const known = first.get(id);
    if (known === undefined) first.set(id, code);
    else {
      shared.set(known, id);
      shared.set(code, id);
    }
  }
  return shared;
}

/** The orders with shared ids of which some row counts: its earliest day, and the customer that it names first. */
function ordersOf(
  rows: ReadonlyRows,
  shared: ReadonlyMap<number, string>,
  { plans, orderOf }: SharedOrdersContext,
): ReadonlyMap<string, readonly SourceOrder[]> {
  const found = new Map<number, SourceOrder>();
  for (let row = 0; row < rows.length; row += 1) {
    const code = orderOf(row);
    if (rows.reason[row] !== 0 || !shared.has(code)) continue;
    const [day, customer] = [rows.day[row] as number, rows.customer[row] as number];
    const known = found.get(code);
    if (known === undefined) {
      found.set(code, { code, origin: plans[rows.file[row] as number]?.origin ?? 0, row, day, customer });
      continue;
    }
    known.day = earlierDay(known.day, day);
    if (known.customer < 0) known.customer = customer;
  }
  const orders = new Map<string, SourceOrder[]>();
  for (const order of found.values()) {
    const id = shared.get(order.code) ?? "";
    orders.set(id, [...(orders.get(id) ?? []), order]);
  }
  return orders;
}

function layoutOf(plans: readonly FilePlan[], origin: number): FilePlan["layout"] | undefined {
  return plans.find((plan) => plan.origin === origin)?.layout;
}

function rankOf(plans: readonly FilePlan[], { origin }: SourceOrder): number {
  const layout = layoutOf(plans, origin);
  return layout === undefined ? 0 : richnessOf(layout.columns);
}

/** Two exports of one platform may know a buyer by different keys: then the id and the day tell the order. */
function isSameCustomer(a: SourceOrder, b: SourceOrder, { plans, customerKey }: SharedOrdersContext): boolean {
  if (a.customer === b.customer) return true;
  const [left, right] = [layoutOf(plans, a.origin), layoutOf(plans, b.origin)];
  const family = left?.preset?.family;
  if (family === undefined || family !== right?.preset?.family) return false;
  if (a.customer < 0 || b.customer < 0) return true;
  return (
    customerKey(a.customer).includes("@") !== customerKey(b.customer).includes("@") || keyName(left) !== keyName(right)
  );
}

function keyName(layout: FilePlan["layout"] | undefined): string {
  const [key = []] = layout?.columns.customer ?? [];
  return key.map((column) => (layout?.header[column] ?? "").trim().toLowerCase()).join("+");
}

function askWhich(
  rows: ReadonlyRows,
  {
    conflict: [best, other],
    conflicts,
    context,
  }: { conflict: readonly [SourceOrder, SourceOrder]; conflicts: number; context: SharedOrdersContext },
): InputError {
  const { plans, orderId, customerKey } = context;
  const shown = ({ row, day, customer }: SourceOrder): string => {
    const key = customer < 0 ? "no customer" : maskPersonal(customerKey(customer));
    const place = placeOf(plans[rows.file[row] as number]?.source.name ?? "", rows.line[row] as number);
    return `${place} (${key}, ${day === NO_DAY ? "no date" : formatDay(day)})`;
  };
  const more = conflicts > 1 ? `, and ${conflicts - 1} more` : "";
  return new InputError(
    `order ${orderId(best.code)} is in two exports with different customers or days: ${shown(best)} and ${shown(other)}${more}: one order or two?`,
    {
      hint: "pass --duplicates keep if each export has a numbering of its own; if they are the same orders, leave one export out",
    },
  );
}
