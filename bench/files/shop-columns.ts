import { hashed } from "../random.ts";
import { type Column, moment, money, text, whole } from "./columns.ts";
import type { Sale } from "./sales.ts";

const STATUS: Readonly<Record<Sale["state"], string>> = {
  paid: "completed",
  "partly refunded": "completed",
  unpaid: "pending",
  cancelled: "cancelled",
};
const METHODS = ["card", "paypal", "invoice", "klarna", "gift card"];
const COUNTRIES = ["Finland", "Sweden", "Germany", "Netherlands", "Estonia", "Norway", "Denmark"];
const CHANNELS = ["web", "shop", "marketplace"];
const PRODUCTS = ["Mug, white", "Tea towel", "Plate 27 cm", "Bowl", "Candle", "Blanket, wool", "Vase"];

function pick(list: readonly string[], sale: Sale, salt: number): string {
  return list[Math.floor(hashed(sale.order * 8 + sale.line, salt) * list.length)] ?? "";
}

/** A shop's export with a row an order: 14 columns, about 125 bytes a row. */
export const orderColumns: readonly Column[] = [
  whole("order_id", (sale) => 1_000_001 + sale.order),
  moment("order_date"),
  whole("customer_id", (sale) => 10_001 + sale.customer),
  text("email", (sale) => `customer${10_001 + sale.customer}@example.com`),
  text("status", (sale) => STATUS[sale.state]),
  text("currency", () => "EUR"),
  money("subtotal", (sale) => Math.round(sale.total * 0.72)),
  money("shipping", () => 490),
  money("tax", (sale) => Math.round(sale.total * 0.2)),
  money("total", (sale) => sale.total),
  text("payment_method", (sale) => pick(METHODS, sale, 11)),
  text("country", (sale) => pick(COUNTRIES, sale, 12)),
  whole("items", (sale) => sale.quantity),
  text("channel", (sale) => pick(CHANNELS, sale, 13)),
];

/** A shop's export with a row a line item, whose money is quantity times price: 14 columns. */
export const lineColumns: readonly Column[] = [
  whole("order_id", (sale) => 1_000_001 + sale.order),
  moment("order_date"),
  whole("customer_id", (sale) => 10_001 + sale.customer),
  text("email", (sale) => `customer${10_001 + sale.customer}@example.com`),
  text("status", (sale) => STATUS[sale.state]),
  whole("line_number", (sale) => sale.line + 1),
  text("sku", (sale) => `SKU-${1000 + Math.floor(hashed(sale.order * 8 + sale.line, 14) * 9000)}`),
  text("product", (sale) => pick(PRODUCTS, sale, 15)),
  whole("quantity", (sale) => sale.quantity),
  money("unit_price", (sale) => sale.price),
  text("payment_method", (sale) => pick(METHODS, sale, 11)),
  text("country", (sale) => pick(COUNTRIES, sale, 12)),
  text("warehouse", (sale) => pick(["north", "south"], sale, 16)),
  text("channel", (sale) => pick(CHANNELS, sale, 13)),
];
