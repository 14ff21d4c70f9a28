import type { Preset } from "./preset.ts";

/**
 * PrestaShop's table of orders, `ps_orders`, as the database has it. `valid` says whether its state counts as a sale; the
 * totals of an order in another currency are in that currency, which is known by its number only.
 */
export const prestashopTables: Preset = {
  name: "prestashop-tables",
  title: "PrestaShop's ps_orders table",
  signatures: [["id_order", "id_customer", "total_paid_tax_incl", "valid", "date_add"]],
  rowModel: "one row per order",
  order: ["id_order"],
  date: ["date_add"],
  customer: [[["id_customer"]]],
  amounts: [{ per: "order", plus: [["total_paid_tax_incl"]] }],
  currency: ["id_currency"],
  rules: [{ column: ["valid"], when: { isNot: ["1"] }, means: "does not count", word: "not valid" }],
};
