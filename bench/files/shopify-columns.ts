import { hashed } from "../random.ts";
import { type Column, moment, money, text, whole } from "./columns.ts";
import type { Sale } from "./sales.ts";

const FINANCIAL_STATUS: Readonly<Record<Sale["state"], string>> = {
  paid: "paid",
  "partly refunded": "partially_refunded",
  unpaid: "pending",
  cancelled: "paid", // cancelled orders keep it; "Cancelled at" is what tells
};

const NOTES = [
  "Please ring twice.\nThe bell is on the left.",
  'A gift: write "Congratulations"\non the card, please',
  "",
];

/** A cell of an order's first row; blank on the rows that follow. */
function firstRow(of: (sale: Sale) => string): (sale: Sale) => string {
  return (sale) => (sale.line === 0 ? of(sale) : "");
}

function firstMoney(of: (sale: Sale) => number): (sale: Sale) => number | null {
  return (sale) => (sale.line === 0 ? of(sale) : null);
}

function isFirst(sale: Sale): boolean {
  return sale.line === 0;
}

/** One in twenty customers now and then writes their address with a capital letter. */
function email(sale: Sale): string {
  const name = hashed(sale.order, 21) < 0.05 ? "Buyer" : "buyer";
  return `${name}.${10_001 + sale.customer}@example.com`;
}

function address(kind: "Billing" | "Shipping"): readonly Column[] {
  const cells: readonly (readonly [string, (sale: Sale) => string])[] = [
    ["Name", (sale) => `Buyer ${10_001 + sale.customer}`],
    ["Street", (sale) => `Long Street ${sale.customer % 240}, flat ${sale.customer % 90}`],
    ["Address1", (sale) => `Long Street ${sale.customer % 240}`],
    ["Address2", (sale) => `flat ${sale.customer % 90}`],
    ["Company", () => ""],
    ["City", () => "Tampere"],
    ["Zip", (sale) => `'${33_100 + (sale.customer % 800)}`],
    ["Province", () => ""],
    ["Country", () => "FI"],
    ["Phone", () => ""],
  ];
  return cells.map(([name, of]) => text(`${kind} ${name}`, firstRow(of)));
}

function blanks(names: readonly string[]): readonly Column[] {
  return names.map((name) => text(name, () => ""));
}

/** Shopify's orders export in one of its older forms, 75 columns, with line breaks in its notes. */
export const shopifyColumns: readonly Column[] = [
  text("Name", (sale) => `#${1001 + sale.order}`),
  text("Email", email),
  text(
    "Financial Status",
    firstRow((sale) => FINANCIAL_STATUS[sale.state]),
  ),
  moment("Paid at", (sale) => sale.line === 0 && sale.state !== "unpaid"),
  text(
    "Fulfillment Status",
    firstRow((sale) => (sale.state === "paid" ? "fulfilled" : "unfulfilled")),
  ),
  moment("Fulfilled at", (sale) => sale.line === 0 && sale.state === "paid"),
  text(
    "Accepts Marketing",
    firstRow((sale) => (sale.customer % 3 === 0 ? "yes" : "no")),
  ),
  text(
    "Currency",
    firstRow(() => "EUR"),
  ),
  money(
    "Subtotal",
    firstMoney((sale) => sale.total - 490),
  ),
  money(
    "Shipping",
    firstMoney(() => 490),
  ),
  money(
    "Taxes",
    firstMoney((sale) => Math.round(sale.total * 0.2)),
  ),
  money(
    "Total",
    firstMoney((sale) => sale.total),
  ),
  text(
    "Discount Code",
    firstRow((sale) => (sale.order % 9 === 0 ? "SPRING10" : "")),
  ),
  money(
    "Discount Amount",
    firstMoney((sale) => (sale.order % 9 === 0 ? 1000 : 0)),
  ),
  text(
    "Shipping Method",
    firstRow(() => "Parcel locker, 2-4 days"),
  ),
  moment("Created at"),
  whole("Lineitem quantity", (sale) => sale.quantity),
  text("Lineitem name", (sale) => `Mug, ${sale.order % 2 === 0 ? "white" : "blue"} / 3 dl`),
  money("Lineitem price", (sale) => sale.price),
  text("Lineitem compare at price", () => ""),
  text("Lineitem sku", (sale) => `MUG-${100 + (sale.order % 800)}`),
  text("Lineitem requires shipping", () => "true"),
  text("Lineitem taxable", () => "true"),
  text("Lineitem fulfillment status", (sale) => (sale.state === "paid" ? "fulfilled" : "pending")),
  ...address("Billing"),
  ...address("Shipping"),
  text(
    "Notes",
    firstRow((sale) => (sale.order % 5 === 0 ? (NOTES[sale.order % 3] ?? "") : "")),
  ),
  text(
    "Note Attributes",
    firstRow((sale) => (sale.order % 20 === 0 ? "wrapping: paper\ncolour: red" : "")),
  ),
  moment("Cancelled at", (sale) => isFirst(sale) && sale.state === "cancelled"),
  text(
    "Payment Method",
    firstRow(() => "Shopify Payments"),
  ),
  text(
    "Payment Reference",
    firstRow((sale) => `c${(7_000_000_000 + sale.order).toString(36)}.1`),
  ),
  money(
    "Refunded Amount",
    firstMoney((sale) => sale.refunded),
  ),
  text("Vendor", () => "House of Mugs"),
  ...blanks(["Outstanding Balance", "Employee", "Location", "Device ID"]),
  text(
    "Id",
    firstRow((sale) => String(7_000_000_000_000 + sale.order)),
  ),
  text(
    "Tags",
    firstRow((sale) => (sale.order % 4 === 0 ? "wholesale, spring" : "")),
  ),
  text(
    "Risk Level",
    firstRow(() => "Low"),
  ),
  text(
    "Source",
    firstRow(() => "web"),
  ),
  money("Lineitem discount", () => 0),
  text(
    "Tax 1 Name",
    firstRow(() => "VAT 24%"),
  ),
  money(
    "Tax 1 Value",
    firstMoney((sale) => Math.round(sale.total * 0.2)),
  ),
  ...blanks(["Tax 2 Name", "Tax 2 Value", "Tax 3 Name", "Tax 3 Value", "Tax 4 Name", "Tax 4 Value"]),
  ...blanks(["Tax 5 Name", "Tax 5 Value", "Phone", "Receipt Number", "Duties"]),
  ...blanks(["Billing Province Name", "Shipping Province Name"]),
];
