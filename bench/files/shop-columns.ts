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

/** A shop's export with one row per order: 14 columns, about 125 bytes per row. */
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

/** Hexadecimal digits that depend on a number and a salt alone. */
function hexOf(index: number, salt: number, words: number): string {
  return Array.from({ length: words }, (_, word) =>
    Math.floor(hashed(index, salt + word) * 2 ** 32)
      .toString(16)
      .padStart(8, "0"),
  ).join("");
}

const FIRST_NAMES = ["Päivi", "Jörg", "Zoë", "Anna", "Søren"];
const LAST_NAMES = ["Mäkinen", "Müller", "Lefèvre", "Smith", "Öberg"];

/** How an id is written, by the number behind it. */
export const ID_FORMS = {
  number: (index: number) => String(1_000_001 + index),
  "#number": (index: number) => `#${100_001 + index}`,
  "C number": (index: number) => `C${String(index).padStart(7, "0")}`,
  uuid: (index: number) => hexOf(index, 41, 4).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5"),
  email: (index: number) => `customer${index}@example.com`,
  "64 hex digits": (index: number) => hexOf(index, 51, 8),
  name: (index: number) => `${FIRST_NAMES[index % 5]} ${LAST_NAMES[Math.floor(index / 5) % 5]} ${index}`,
} as const;

/** The columns of a shop whose ids are written in given ways. */
export function columnsWithIds(order: keyof typeof ID_FORMS, customer: keyof typeof ID_FORMS): readonly Column[] {
  const [orderId, customerId] = [ID_FORMS[order], ID_FORMS[customer]];
  return orderColumns
    .filter(({ name }) => name !== "email")
    .map((column) => {
      if (column.name === "order_id" && order !== "number") return text("order_id", (sale) => orderId(sale.order));
      return column.name === "customer_id" && customer !== "number"
        ? text(customer === "name" ? "customer_name" : "customer_id", (sale) => customerId(sale.customer))
        : column;
    });
}

/** A shop's export with one row per line item, whose money is quantity times price: 14 columns. */
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
