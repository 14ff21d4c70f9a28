import type { Catalogue } from "../en/index.ts";

/** The table of `rfm score`. */
export const germanScore: Catalogue["score"] = {
  columns: {
    customer_id: "Kunde",
    first_order: "erste Bestellung",
    last_order: "letzte Bestellung",
    recency_days: "Tage",
    frequency: "Bestellungen",
    monetary_value: "Ausgaben",
    average_order_value: "Ø Bestellwert",
    r_score: "R",
    f_score: "F",
    m_score: "M",
    rfm_cell: "RFM",
    segment: "Segment",
  },
};

/** The table of `rfm orders`. */
export const germanOrders: Catalogue["orders"] = {
  columns: {
    order_id: "Bestellnummer",
    customer_id: "Kunde",
    day: "Tag",
    gross: "brutto",
    refund: "Erstattung",
    net: "netto",
    purchase: "Kauf",
    reason: "Grund",
    file: "Datei",
    line: "Zeile",
    margin: "Marge",
  },
};

/** The table of `rfm segments`. */
export const germanSegments: Catalogue["segments"] = {
  columns: {
    segment: "Segment",
    customers: "Kunden",
    customer_share: "Anteil",
    orders: "Bestellungen",
    revenue: "Umsatz",
    revenue_share: "des Umsatzes",
    average_order_value: "Ø Bestellwert",
    median_recency_days: "Median Tage",
    median_frequency: "Median Best.",
    median_monetary_value: "Median Ausgaben",
    action: "was zu tun ist",
  },
  outsideWindow: "(kein Kauf im Zeitfenster)",
  outsideWindowMeaning: "Vor dem Zeitfenster gekauft, aber nicht darin.",
  whatToDo: "Was zu tun ist",
};
