import type { ListFormat } from "../list-format.ts";

/** A plain CSV for whatever has no format of its own: every customer, with or without an address. */
export const csv: ListFormat = {
  name: "csv",
  title: "plain CSV",
  needs: "nothing",
  columns: [
    ["customer_id", "id"],
    ["email", "email"],
    ["phone", "phone"],
    ["first_name", "firstName"],
    ["last_name", "lastName"],
    ["country", "country"],
    ["city", "city"],
    ["zip", "zip"],
    ["consent", "consent"],
    ["segment", "segment"],
    ["rfm_cell", "cell"],
    ["r_score", "recencyScore"],
    ["f_score", "frequencyScore"],
    ["m_score", "monetaryScore"],
    ["first_order", "firstOrder"],
    ["last_order", "lastOrder"],
    ["recency_days", "recencyDays"],
    ["frequency", "frequency"],
    ["net_spend", "spend"],
  ],
  role: "woocommerce_role",
  property: (name) => name.toLowerCase().replaceAll(" ", "_"),
};
