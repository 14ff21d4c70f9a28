/** Which column of each platform's export says what of line items and orders: read off the exports' headers by hand. */
import { describe, expect, it } from "vitest";
import { lineColumns } from "../../../src/exports/lines/line-columns.ts";
import type { LineRole } from "../../../src/exports/lines/line-role.ts";
import { readOrders } from "../../../src/orders/read-orders.ts";
import { isRefusal, platformFixtures } from "../../platforms/fixtures.ts";

type Columns = Partial<Readonly<Record<LineRole, string>>>;

const PAYMENT = { payment: "Payment Method" };
const SQUARESPACE: Columns = {
  ...{
    product: "Lineitem sku",
    productName: "Lineitem name",
    quantity: "Lineitem quantity",
    unitPrice: "Lineitem price",
  },
  ...{ discount: "Discount Amount", coupon: "Discount Code", ...PAYMENT, country: "Billing Country" },
};
const UCI: Columns = {
  ...{ product: "StockCode", productName: "Description", quantity: "Quantity", country: "Country" },
};

/** Fixtures, each with its columns; the hour, which stands in the date's column, is left out. */
const TABLE: Readonly<Record<string, Columns>> = {
  "amazon-new-orders/utf-8": {
    ...{ product: "sku", productName: "product-name", quantity: "quantity-purchased", country: "ship-country" },
  },
  "bigcommerce/second-layout": { ...PAYMENT, coupon: "Coupon Details" },
  "ebay/us": {
    ...{ product: "Item Number", productName: "Item Title", quantity: "Quantity", unitPrice: "Sold For" },
    ...{ ...PAYMENT, country: "Buyer Country" },
  },
  "ebay/germany": {
    ...{ product: "Artikelnummer", productName: "Angebotstitel", quantity: "Anzahl", unitPrice: "Verkauft für" },
    payment: "Zahlungsmethode",
  },
  "ecwid-api/one-page": {
    ...{ product: "items.sku", productName: "items.name", quantity: "items.quantity", unitPrice: "items.price" },
    ...{ discount: "couponDiscount", coupon: "discountCoupon.code", payment: "paymentMethod" },
    country: "billingPerson.countryCode",
  },
  "etsy-items/line-totals": {
    ...{ product: "SKU", productName: "Item Name", quantity: "Quantity", unitPrice: "Price" },
    ...{ discount: "Discount Amount", coupon: "Coupon Code", payment: "Payment Type", country: "Ship Country" },
  },
  "etsy-orders/36-columns": {
    ...{ ...PAYMENT, coupon: "Coupon Code", discount: "Discount Amount", country: "Ship Country" },
  },
  "magento/order-grid": { ...PAYMENT, channel: "Purchase Point" },
  "shopify-api/one-page": {
    ...{ product: "line_items.sku", productName: "line_items.name" },
    ...{ quantity: "line_items.quantity", unitPrice: "line_items.price" },
    ...{ discount: "total_discounts", channel: "source_name", country: "billing_address.country_code" },
  },
  "shopify/79-columns": { ...SQUARESPACE, channel: "Source" },
  "squarespace/line-items": SQUARESPACE,
  "superstore/utf-8-bom": {
    ...{ product: "Product ID", productName: "Product Name", category: "Category", quantity: "Quantity" },
    ...{ discount: "Discount", country: "Country" },
  },
  "uci-online-retail/original": { ...UCI, unitPrice: "UnitPrice" },
  "uci-online-retail-2/one-sheet": { ...UCI, unitPrice: "Price" },
  "wix/repeated-totals": {
    ...{ product: "SKU", productName: "Item", quantity: "Qty", unitPrice: "Price", coupon: "Coupon code" },
    ...{ payment: "Payment method", country: "Billing country" },
  },
  "woocommerce-advanced-order-export/populate-off": {
    ...{ product: "SKU", productName: "Item Name", quantity: "Quantity", unitPrice: "Item Cost" },
    ...{ discount: "Cart Discount Amount", coupon: "Coupon Code", payment: "Payment Method Title" },
    country: "Country Code (Billing)",
  },
  "woocommerce-analytics/server-generated": { coupon: "Coupon(s)", channel: "Attribution" },
  "woocommerce-api/one-page": {
    ...{ product: "line_items.sku", productName: "line_items.name" },
    ...{ quantity: "line_items.quantity", unitPrice: "line_items.price" },
    ...{ lineTotal: "line_items.total", lineTax: "line_items.total_tax", discount: "discount_total" },
    ...{ payment: "payment_method_title", channel: "created_via", country: "billing.country" },
  },
  "woocommerce-other/totals-on-first-row": {
    ...{ product: "sku", productName: "product_name", quantity: "quantity", discount: "discount_total" },
    lineTotal: "item_total",
  },
  "woocommerce-skyverge/one-row-per-item": {
    ...{ product: "item_sku", productName: "item_name", quantity: "item_quantity", discount: "discount_total" },
    ...{ payment: "payment_method", country: "billing_country", coupon: "coupon_items" },
    ...{ lineTotal: "item_total", lineTax: "item_total_tax" },
  },
};

describe("columns of line items and orders", () => {
  const fixtures = platformFixtures().filter(({ name }) => name in TABLE);

  it("are known of every platform in the table", () => {
    expect(fixtures.map(({ name }) => name).sort()).toEqual(Object.keys(TABLE).sort());
  });

  it.each(fixtures.map((fixture) => [fixture.name, fixture] as const))("of %s", async (name, { inputs, expected }) => {
    if (isRefusal(expected)) throw new Error("is refused");
    const { understanding } = await readOrders(inputs, { ...expected.options, lines: true });
    const layout = understanding.files[0]?.layout;
    if (layout === undefined) throw new Error("no file");
    const found = [...lineColumns(layout)].filter(([role]) => role !== "hour");
    expect(Object.fromEntries(found.map(([role, column]) => [role, layout.header[column]?.trim()]))).toEqual(
      TABLE[name],
    );
  });
});
