/** What lists of an order's lines are called where orders are nested records, and tables made of such records. */
const LINE_LIST =
  /^(?:line[ _-]?items?|items|lines|order[ _-]?(?:items?|lines?|products?|details)|products|positions|articles|cart[ _-]?items|purchased[ _-]?items|rows)$/i;

/** Whether a key inside a record, such as `line_items` or `order.items`, is that of an order's lines. */
export function isLineList(key: string): boolean {
  return LINE_LIST.test(lastOf(key));
}

/** What lists of a customer's orders are called where customers are nested records. */
const ORDER_LIST =
  /^(?:orders?|purchases?|(?:order|purchase)[ _-]?(?:history|list)|past[ _-]?orders|bestellungen|tilaukset|ostot|beställningar|ordrar|commandes|pedidos|bestellingen)$/i;

/** Whether a key inside a record, such as `orders` or `account.purchases`, is that of a customer's orders. */
export function isOrderList(key: string): boolean {
  return ORDER_LIST.test(lastOf(key));
}

/** The name of a column of a customer's orders without that of the list: `date` of `orders.date`; `null` for others. */
export function inOrderList(name: string): string | null {
  const parts = name.split(".");
  const at = parts.findLastIndex((part, index) => index < parts.length - 1 && ORDER_LIST.test(part.trim()));
  return at < 0 ? null : parts.slice(at + 1).join(".");
}

/**
 * The name of a column of an order's lines as a table of lines would call it: `item price` of `line_items.price`. Other names
 * stay as they are.
 */
export function withoutLineList(name: string): string {
  const dot = name.indexOf(".");
  if (dot < 0) return name;
  const parts = name.split(".");
  const at = parts.findIndex((part, index) => index < parts.length - 1 && LINE_LIST.test(part.trim()));
  return at < 0 ? name : `item ${parts.slice(at + 1).join(" ")}`;
}

function lastOf(key: string): string {
  return (key.split(".").at(-1) ?? "").replace(/(\p{Ll})(\p{Lu})/gu, "$1_$2");
}
