import type { Names, PresetLines } from "../platforms/preset.ts";

/** A table of a known platform beside its table of orders. */
export interface KnownTable {
  /** The preset of the orders that it belongs to. */
  readonly orders: string;
  readonly signature: Names;
  readonly key: string;
  /** What the orders call the key. */
  readonly ordersKey: string;
  /** Where its rows are line items. */
  readonly lines?: PresetLines;
  readonly gives:
    | { readonly kind: "customers"; readonly ownCustomer?: string }
    /** The columns whose sum is a row's amount; of the alternatives the first whose columns are all there. */
    | { readonly kind: "amounts"; readonly sums: readonly Names[] }
    /** The same for refunded money, with the names of the refund's day and of its own status. */
    | { readonly kind: "refunds"; readonly sums: readonly Names[]; readonly date: Names; readonly status: Names };
}

/** Tables that several platforms export beside their orders, with real headers. */
export const KNOWN_TABLES: readonly KnownTable[] = [
  {
    orders: "olist-orders",
    signature: ["customer_id", "customer_unique_id"],
    key: "customer_id",
    ordersKey: "customer_id",
    gives: { kind: "customers", ownCustomer: "customer_unique_id" },
  },
  {
    orders: "olist-orders",
    signature: ["order_id", "payment_sequential", "payment_value"],
    key: "order_id",
    ordersKey: "order_id",
    gives: { kind: "amounts", sums: [["payment_value"]] },
  },
  {
    orders: "olist-orders",
    signature: ["order_id", "order_item_id", "price", "freight_value"],
    key: "order_id",
    ordersKey: "order_id",
    lines: { product: ["product_id"], unitPrice: ["price"] },
    gives: { kind: "amounts", sums: [["price", "freight_value"]] },
  },
  {
    orders: "prestashop-tables",
    signature: ["id_customer", "email"],
    key: "id_customer",
    ordersKey: "id_customer",
    gives: { kind: "customers" },
  },
  {
    orders: "prestashop-tables",
    signature: ["id_order_detail", "id_order"],
    key: "id_order",
    ordersKey: "id_order",
    lines: {
      product: ["product_reference", "product_id"],
      productName: ["product_name"],
      quantity: ["product_quantity"],
      unitPrice: ["unit_price_tax_incl"],
    },
    gives: { kind: "amounts", sums: [["total_price_tax_incl"]] },
  },
  {
    orders: "prestashop-tables",
    signature: ["id_order_slip", "id_order"],
    key: "id_order",
    ordersKey: "id_order",
    gives: {
      kind: "refunds",
      sums: [["total_products_tax_incl", "total_shipping_tax_incl"], ["amount", "shipping_cost_amount"], ["amount"]],
      date: ["date_add"],
      status: [],
    },
  },
  {
    orders: "magento-tables",
    signature: ["entity_id", "email", "website_id"],
    key: "entity_id",
    ordersKey: "customer_id",
    gives: { kind: "customers" },
  },
  {
    orders: "magento-tables",
    signature: ["item_id", "order_id", "sku"],
    key: "order_id",
    ordersKey: "entity_id",
    lines: {
      product: ["sku"],
      productName: ["name"],
      quantity: ["qty_ordered"],
      unitPrice: ["base_price_incl_tax", "base_price"],
      discount: ["base_discount_amount"],
    },
    gives: {
      kind: "amounts",
      sums: [["base_row_total_incl_tax"], ["base_row_total"], ["row_total_incl_tax"], ["row_total"]],
    },
  },
  {
    orders: "odoo-tables",
    signature: ["id", "name", "email"],
    key: "id",
    ordersKey: "partner_id",
    gives: { kind: "customers" },
  },
  {
    orders: "odoo-tables",
    signature: ["order_id", "product_uom_qty", "price_total"],
    key: "order_id",
    ordersKey: "id",
    lines: {
      product: ["product_id"],
      productName: ["name"],
      quantity: ["product_uom_qty"],
      unitPrice: ["price_unit"],
    },
    gives: { kind: "amounts", sums: [["price_total"]] },
  },
  {
    orders: "magento-tables",
    signature: ["order_id", "base_grand_total", "creditmemo_status"],
    key: "order_id",
    ordersKey: "entity_id",
    gives: { kind: "refunds", sums: [["base_grand_total"]], date: ["created_at"], status: ["state"] },
  },
];

/** Whether a header is that of some platform's table of refunds. */
export function isKnownRefunds(header: readonly string[]): boolean {
  const names = namesIn(header);
  return KNOWN_TABLES.some(({ gives, signature }) => gives.kind === "refunds" && hasAll(names, signature));
}

function namesIn(header: readonly string[]): ReadonlySet<string> {
  return new Set(header.map((cell) => cell.trim().toLowerCase()));
}

function hasAll(names: ReadonlySet<string>, signature: Names): boolean {
  return signature.every((name) => names.has(name));
}

/** The known table of a platform that a header is of; `null` where it is none. */
export function knownTable(orders: string, header: readonly string[]): KnownTable | null {
  const names = namesIn(header);
  return KNOWN_TABLES.find((table) => table.orders === orders && hasAll(names, table.signature)) ?? null;
}

/** How a known table of orders is read where its tables come with it: which column names the customer. */
export function knownOrders(preset: string): { readonly customer: string } | null {
  const table = KNOWN_TABLES.find(({ orders, gives }) => orders === preset && gives.kind === "customers");
  return table === undefined || table.gives.kind !== "customers" || table.gives.ownCustomer === undefined
    ? null
    : { customer: table.ordersKey };
}
