import { describe, expect, it } from "vitest";
import { namedKind } from "../../../src/exports/join/table-names.ts";

describe("the name of a table", () => {
  it.each([
    ["orders.csv", "orders"],
    ["exports/wp_orders.csv.gz", "orders"],
    ["2024-01 Orders.xlsx", "orders"],
    ["olist_orders_dataset.csv", "orders"],
    ["Bestellungen 2024.csv", "orders"],
    ["tilaukset.parquet", "orders"],
    ["draft_orders.csv", "no orders"],
    ["AbandonedCarts.csv", "no orders"],
    ["public.carts.csv", "no orders"],
    ['shop.xlsx, sheet "Orders"', "orders"],
    ['orders.xlsx, sheet "Sheet1"', "orders"],
    ['orders 2024.xlsx, sheet "Drafts"', "no orders"],
    ["order_payments.csv", "payments"],
    ["olist_order_reviews_dataset.csv", "other"],
    ["transactions_export_1.csv", "payments"],
    ["order_refunds.csv", "refunds"],
    ["sales_creditmemo_item.csv", "refunds"],
    ["ps_order_slip.csv", "refunds"],
    ["Gutschriften 2024.csv", "refunds"],
    ["return_reasons.csv", null],
    ["orders_net_of_refunds.csv", null],
    ["wp_wc_customer_lookup.csv", "people"],
    ["customer_entity.csv", "people"],
    ["customer_address_entity.csv", "other"],
    ["customer_orders.csv", "orders"],
    ["order_items.csv", null],
    ['refunds.xlsx, sheet "Orders"', "orders"],
    ["orders-of-carters.csv", null],
    ["2024-01.csv", null],
    ["export.csv", null],
  ])("%s: %s", (name, kind) => expect(namedKind(name)).toBe(kind));
});
