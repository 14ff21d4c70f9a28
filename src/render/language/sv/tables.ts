import type { Catalogue } from "../en/index.ts";

/** The table of `rfm score`. */
export const swedishScore: Catalogue["score"] = {
  columns: {
    customer_id: "kund",
    first_order: "första beställning",
    last_order: "senaste beställning",
    recency_days: "dagar",
    frequency: "beställningar",
    monetary_value: "köp",
    average_order_value: "snittorder",
    r_score: "R",
    f_score: "F",
    m_score: "M",
    rfm_cell: "RFM",
    segment: "segment",
  },
};

/** The table of `rfm orders`. */
export const swedishOrders: Catalogue["orders"] = {
  columns: {
    order_id: "ordernummer",
    customer_id: "kund",
    day: "dag",
    gross: "brutto",
    refund: "återbetalning",
    net: "netto",
    purchase: "köp",
    reason: "orsak",
    file: "fil",
    line: "rad",
    margin: "marginal",
  },
};

/** The table of `rfm segments`. */
export const swedishSegments: Catalogue["segments"] = {
  columns: {
    segment: "segment",
    customers: "kunder",
    customer_share: "andel",
    orders: "beställningar",
    revenue: "intäkter",
    revenue_share: "av intäkterna",
    average_order_value: "snittorder",
    median_recency_days: "median dagar",
    median_frequency: "median best.",
    median_monetary_value: "median köp",
    action: "vad du ska göra",
  },
  outsideWindow: "(inget köp i tidsfönstret)",
  outsideWindowMeaning: "Köpte före tidsfönstret, men inte i det.",
  whatToDo: "Vad du ska göra",
};
