import type { JsonTree } from "../../tables/json-tree.ts";
import { isAboutMoney } from "../../tables/without-money.ts";

/** Keys that hold money or what is made of it, beside the names of such columns in tables. */
const ABOUT_MONEY: ReadonlySet<string> = new Set([
  ...["revenue", "new_revenue", "money", "used_money", "taken_off_orders", "revenue_before", "revenue_after"],
  ...["average_order_value", "returning_revenue_share", "median_monetary_value", "monetary_value"],
  ...["cumulative_revenue_per_customer", "revenue_per_customer", "expected_spend", "discounted_spend"],
  ...["expected_order_value", "spend_low", "spend_high", "by_spend"],
]);

/** A tree in which everything about money is `null`: what is not known is never 0. */
export function treeWithoutMoney(tree: JsonTree): JsonTree {
  if (tree === null || typeof tree !== "object") return typeof tree === "bigint" ? null : tree;
  if (isList(tree)) return tree.map(treeWithoutMoney);
  const entries = Object.entries(tree).map(([key, value]): [string, JsonTree] => {
    const isWord = typeof value === "string"; // of a definition
    const isMoney = !isWord && (ABOUT_MONEY.has(key) || isAboutMoney({ name: key, kind: null }));
    return [key, isMoney ? null : treeWithoutMoney(value)];
  });
  return Object.fromEntries(entries);
}

function isList(tree: object): tree is readonly JsonTree[] {
  return Array.isArray(tree);
}
