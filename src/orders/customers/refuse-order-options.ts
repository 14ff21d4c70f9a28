import { InputError } from "../../errors.ts";

/** Options that say something of single orders, by their attributes. */
const OF_ORDERS = {
  order: "--order",
  quantity: "--quantity",
  price: "--price",
  amountPer: "--amount-per",
  status: "--status",
  includeStatus: "--include-status",
  excludeStatus: "--exclude-status",
  unknownStatus: "--unknown-status",
  refunded: "--refunded",
  refunds: "--refunds",
  margin: "--margin",
  cost: "--cost",
  since: "--since",
  until: "--until",
  excludeLines: "--exclude-lines",
  duplicates: "--duplicates",
  numbering: "--numbering",
  linkCustomers: "--link-customers",
  rates: "--rates",
  unnamedCurrency: "--unnamed-currency",
  timeZone: "--time-zone",
} as const;

/**
 * Refuses options that would have nothing to work on in a table with one row per customer.
 *
 * @throws InputError with all of them
 */
export function refuseOrderOptions(
  file: string,
  options: Partial<Readonly<Record<keyof typeof OF_ORDERS, unknown>>>,
): void {
  const given = (Object.keys(OF_ORDERS) as (keyof typeof OF_ORDERS)[]).filter((key) => options[key] !== undefined);
  if (given.length === 0) return;
  const flags = given.map((key) => OF_ORDERS[key]).join(", ");
  throw new InputError(`${flags} cannot be used with ${file}: it has one row per customer, and this is about orders`, {
    hint: `leave ${flags} out; or, if each row is an order, say --table orders`,
  });
}
