import type { OrderHistory } from "../../../src/orders/history.ts";
import type { TraitName } from "../../../src/orders/lines/order-trait.ts";

/** A line in words: `A-1 3 × = 12.5`, or `– –` for what is not known. */
function lineText({ orders: { lines } }: OrderHistory, line: number): string {
  if (lines == null) return "";
  const quantity = lines.quantities[lines.quantity[line] as number];
  const amount = lines.amount[line] as number;
  return [
    lines.products[lines.product[line] as number]?.code ?? "–",
    quantity === undefined ? "–" : `${quantity}`,
    Number.isNaN(amount) ? "–" : `${amount / 10_000}`,
  ].join(" ");
}

/** The lines of each order in words, by the order's id. */
export function shownLines(history: OrderHistory): Readonly<Record<string, readonly string[]>> {
  const { orders } = history;
  const shown: Record<string, string[]> = {};
  for (const [line, order] of (orders.lines?.order ?? []).entries()) {
    const id = orders.orderId?.(order) ?? "";
    shown[id] = [...(shown[id] ?? []), lineText(history, line)];
  }
  return shown;
}

/** A trait of each order, by the order's id; `null` where no export has it. */
export function shownTrait({ orders }: OrderHistory, name: TraitName): Readonly<Record<string, string>> | null {
  const trait = orders.traits?.find((one) => one.trait === name);
  if (trait === undefined) return null;
  const entries = Array.from({ length: orders.length }, (_, entry) => entry);
  return Object.fromEntries(
    entries.map((entry) => [orders.orderId?.(entry) ?? "", trait.values[trait.codes[entry] as number] ?? ""]),
  );
}
