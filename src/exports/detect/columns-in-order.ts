import { UsageError } from "../../errors.ts";
import type { AmountColumns, ColumnRoles } from "./columns.ts";

/** What the columns of a file without a header can be; `-` is one that is not needed. */
export const ORDERED_ROLES = [
  "customer",
  "email",
  "order",
  "date",
  "amount",
  "quantity",
  "price",
  "status",
  "currency",
  "refunded",
  "-",
] as const;

/**
 * The columns of a file without a header, named by the user in their order: `customer,date,quantity,amount`. With an
 * amount a quantity is not needed; without one it is multiplied by the price.
 *
 * @throws UsageError for a role that does not exist, one named twice, or one that is needed and missing
 */
export function columnsInOrder(names: readonly string[]): ColumnRoles {
  checkNames(names);
  const at = (role: (typeof ORDERED_ROLES)[number]): number | null => {
    const index = names.indexOf(role);
    return index < 0 ? null : index;
  };
  const [customer, email, date, order] = [at("customer"), at("email"), at("date"), at("order")];
  const keys = [customer, email].filter((column) => column !== null);
  const amount = amountOf(at("amount"), at("quantity"), at("price"));
  if (date === null || amount === null || keys.length === 0) {
    throw new UsageError(
      `--columns ${names.join(",")}: a customer (or email), a date, and an amount (or quantity and price) are needed`,
      `the roles are ${ORDERED_ROLES.join(", ")}; - stands for a column that is not needed`,
    );
  }
  const refunded = at("refunded");
  return {
    customer: keys.map((column) => [column]),
    refundCustomer: null,
    order: order === null ? [] : [order],
    date,
    time: null,
    zone: null,
    amount,
    refunded: refunded === null ? null : { kind: "column", column: refunded },
    status: at("status"),
    rules: [],
    currency: at("currency"),
    reference: null,
    margin: null,
    cost: null,
    reason: null,
  };
}

function checkNames(names: readonly string[]): void {
  const unknown = names.filter((name) => !ORDERED_ROLES.some((role) => role === name));
  const twice = names.filter((name, index) => name !== "-" && names.indexOf(name) !== index);
  if (unknown.length === 0 && twice.length === 0) return;
  const problem = unknown.length > 0 ? `there is no role ${unknown.join(", ")}` : `${twice.join(", ")} is named twice`;
  throw new UsageError(`--columns ${names.join(",")}: ${problem}`, `the roles are ${ORDERED_ROLES.join(", ")}`);
}

function amountOf(amount: number | null, quantity: number | null, price: number | null): AmountColumns | null {
  if (amount !== null) return { kind: "sum", plus: [amount], minus: [], per: "undecided" };
  return quantity === null || price === null ? null : { kind: "product", quantity, price };
}
