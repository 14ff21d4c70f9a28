import { UsageError } from "../../../errors.ts";
import { isWithoutMoney } from "../amounts/without-money.ts";
import { type ColumnOptions, type ColumnRoles, NO_ROLES } from "../columns/columns.ts";

/** Whether a header is that of `rfm orders`, the one output that is itself an order history. */
export function isOwnOrdersFile(header: readonly string[]): boolean {
  return startsWith(header, ORDER_COLUMNS);
}

export function startsWith(header: readonly string[], columns: readonly string[]): boolean {
  return columns.every((name, index) => header[index]?.trim() === name);
}

/**
 * The columns of an `rfm orders` file. Each row is an order or a dated refund with its net amount; a row that was set
 * aside keeps its reason.
 */
export function ownOrdersColumns(
  { margin, cost, amount }: Pick<ColumnOptions, "margin" | "cost" | "amount">,
  name: string,
): ColumnRoles {
  if (margin !== undefined || cost !== undefined) {
    throw new UsageError(
      `${name} is the output of rfm orders: --${margin === undefined ? "cost" : "margin"} needs the exports that it was made from`,
      "name the exports, or leave the option out",
    );
  }
  const at = (name: (typeof ORDER_COLUMNS)[number]): number => ORDER_COLUMNS.indexOf(name);
  const roles: ColumnRoles = {
    ...NO_ROLES,
    customer: [[at("customer_id")]],
    order: [at("order_id")],
    date: at("day"),
    amount: { kind: "sum", plus: [at("net")], minus: [], per: "line" },
    reason: at("reason"),
  };
  if (!isWithoutMoney({ amount })) return roles;
  const noPurchase = {
    column: at("purchase"),
    when: { is: ["false"] },
    means: "does not count",
    word: "false",
  } as const;
  return { ...roles, amount: { kind: "uncounted" }, rules: [noPurchase] };
}

/**
 * The columns of every data file that this program writes, in order. Renaming one is a breaking change; the readers
 * recognise the program's own files by them.
 */
export const ORDER_COLUMNS = [
  "order_id",
  "customer_id",
  "day",
  "gross",
  "refund",
  "net",
  "purchase",
  "reason",
  "file",
  "line",
] as const;
