import { hashed } from "../random.ts";
import { type Column, moment, money, text, whole } from "./columns.ts";
import type { Sale } from "./sales.ts";
import { columnsWithIds, ID_FORMS, lineColumns, orderColumns } from "./shop-columns.ts";
import { shopifyColumns } from "./shopify-columns.ts";

/** Whether an order is one of a part (0 … 1) of all orders. */
function isOfPart(sale: Sale, part: number): boolean {
  return hashed(sale.order, 61) < part;
}

/** Columns of which some have other cells than before. */
function changed(columns: readonly Column[], others: readonly Column[]): readonly Column[] {
  return columns.map((column) => others.find(({ name }) => name === column.name) ?? column);
}

function phrase(sale: Sale): string {
  const word = sale.customer % 2 === 0 ? "green" : "white";
  return sale.order % 3 === 0 ? `Please leave it behind the ${word} door.\nThank you, "neighbours" know.` : "";
}

/** Shopify's export of a shop where one order in twenty is a guest's without an e-mail address. */
export const shopifyGuestColumns: readonly Column[] = changed(shopifyColumns, [
  text("Email", (sale) => (isOfPart(sale, 0.05) ? "" : `buyer.${10_001 + sale.customer}@example.com`)),
  text("Billing Zip", (sale) => (sale.line === 0 ? String(33_100 + (sale.customer % 800)) : "")),
]);

const WOOCOMMERCE_STATUS: Readonly<Record<Sale["state"], string>> = {
  paid: "completed",
  "partly refunded": "processing",
  unpaid: "pending",
  cancelled: "cancelled",
};

/** WooCommerce's orders, as the usual extensions export them: a third are guests' with the id 0, and some notes have line breaks. */
export const woocommerceColumns: readonly Column[] = [
  whole("order_id", (sale) => 20_001 + sale.order),
  whole("order_number", (sale) => 20_001 + sale.order),
  moment("date"),
  text("status", (sale) => WOOCOMMERCE_STATUS[sale.state]),
  money("shipping_total", () => 490),
  money("tax_total", (sale) => Math.round(sale.total * 0.2)),
  money("order_total", (sale) => sale.total),
  text("order_currency", () => "EUR"),
  text("payment_method", (sale) => (sale.order % 4 === 0 ? "paypal" : "stripe")),
  whole("customer_id", (sale) => (isOfPart(sale, 0.33) ? 0 : 1 + sale.customer)),
  text("billing_first_name", (sale) => (sale.customer % 2 === 0 ? "Anna" : "Ben")),
  text("billing_last_name", (sale) => `Buyer ${sale.customer % 700}`),
  text("billing_email", (sale) => `shopper${sale.customer}@example.com`),
  text("billing_postcode", (sale) => String(33_100 + (sale.customer % 800))),
  text("customer_note", phrase),
  money("refunded_total", (sale) => sale.refunded),
];

const STRIPE_STATUS: Readonly<Record<Sale["state"], string>> = {
  paid: "Paid",
  "partly refunded": "Paid",
  unpaid: "Failed",
  cancelled: "Canceled",
};

/** Stripe's payments; one in five has no customer. */
export const stripeColumns: readonly Column[] = [
  text("id", (sale) => `ch_${ID_FORMS.uuid(sale.order).replaceAll("-", "").slice(0, 24)}`),
  moment("Created date (UTC)"),
  money("Amount", (sale) => sale.total),
  money("Amount Refunded", (sale) => sale.refunded),
  text("Currency", () => "eur"),
  text("Captured", (sale) => (sale.state === "unpaid" ? "false" : "true")),
  text("Description", (sale) => `Order ${20_001 + sale.order}, thank you`),
  money("Fee", (sale) => Math.round(sale.total * 0.015) + 25),
  text("Mode", () => "Live"),
  text("Status", (sale) => STRIPE_STATUS[sale.state]),
  text("Customer ID", (sale) => (isOfPart(sale, 0.2) ? "" : `cus_${ID_FORMS.uuid(sale.customer).slice(0, 13)}`)),
  text("Card Brand", (sale) => (sale.order % 3 === 0 ? "Visa" : "Mastercard")),
];

const PRESTASHOP_STATUS: Readonly<Record<Sale["state"], string>> = {
  paid: "Delivered",
  "partly refunded": "Payment accepted",
  unpaid: "Payment error",
  cancelled: "Canceled",
};

/** PrestaShop's orders as a query in its back office gives them. */
export const prestashopColumns: readonly Column[] = [
  whole("id_order", (sale) => 10_001 + sale.order),
  text("reference", (sale) => `K${String((sale.order * 7919) % 99_999_989).padStart(8, "0")}`),
  moment("date_add"),
  whole("id_customer", (sale) => 1 + sale.customer),
  text("payment", () => "Bank wire"),
  text("status", (sale) => PRESTASHOP_STATUS[sale.state]),
  money("total_paid", (sale) => sale.total),
  money("total_shipping", () => 490),
];

/** Orders of which a tenth is not of a customer with a number, but with an e-mail address. */
export const memberColumns: readonly Column[] = changed(orderColumns, [
  text("customer_id", (sale) => (isOfPart(sale, 0.1) ? "" : String(10_001 + sale.customer))),
]);

/** Orders of a shop that sells in dollars. */
export const dollarColumns: readonly Column[] = changed(columnsWithIds("#number", "C number"), [
  text("currency", () => "USD"),
]);

/** What a till keeps: who, when, how much. */
export const tillColumns: readonly Column[] = [
  whole("customer_id", (sale) => 10_001 + sale.customer),
  moment("order_date"),
  money("total", (sale) => sale.total),
];

/** Line items of which a fifth is nobody's. */
export const invoiceColumns: readonly Column[] = changed(lineColumns, [
  text("customer_id", (sale) => (isOfPart(sale, 0.2) ? "" : String(10_001 + sale.customer))),
]).filter(({ name }) => name !== "email");
