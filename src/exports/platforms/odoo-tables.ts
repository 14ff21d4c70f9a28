import type { Preset } from "./preset.ts";

/**
 * Odoo's table of sales orders, `sale_order`, as the database has it: `sent` is a quotation that was sent. Its currency is
 * known by its number only.
 */
export const odooTables: Preset = {
  name: "odoo-tables",
  title: "Odoo's sale_order table",
  signatures: [["partner_id", "date_order", "state", "amount_total"]],
  rowModel: "one row per order",
  order: ["id"],
  date: ["date_order"],
  dateZone: "UTC",
  customer: [[["partner_id"]]],
  amounts: [{ per: "order", plus: [["amount_total"]] }],
  currency: ["currency_id"],
  status: ["state"],
  statuses: { counts: ["sale", "done"], doesNotCount: ["draft", "sent", "cancel"] },
};
