import type { Catalogue } from "../en/index.ts";

/** The table of `rfm score`. */
export const finnishScore: Catalogue["score"] = {
  columns: {
    customer_id: "asiakas",
    first_order: "ensi osto",
    last_order: "viime osto",
    recency_days: "päivää",
    frequency: "tilauksia",
    monetary_value: "ostot",
    average_order_value: "keskiostos",
    r_score: "R",
    f_score: "F",
    m_score: "M",
    rfm_cell: "RFM",
    segment: "segmentti",
  },
};

/** The table of `rfm orders`. */
export const finnishOrders: Catalogue["orders"] = {
  columns: {
    order_id: "tilaus",
    customer_id: "asiakas",
    day: "päivä",
    gross: "brutto",
    refund: "hyvitys",
    net: "netto",
    purchase: "osto",
    reason: "syy",
    file: "tiedosto",
    line: "rivi",
    margin: "kate",
  },
};

/** The table of `rfm segments`. */
export const finnishSegments: Catalogue["segments"] = {
  columns: {
    segment: "segmentti",
    customers: "asiakkaita",
    customer_share: "osuus",
    orders: "tilauksia",
    revenue: "myynti",
    revenue_share: "myynnistä",
    average_order_value: "keskiostos",
    median_recency_days: "mediaani pv",
    median_frequency: "mediaani til.",
    median_monetary_value: "mediaani ostot",
    action: "mitä tehdä",
  },
  outsideWindow: "(ei ostoja tarkastelujaksolla)",
  outsideWindowMeaning: "Ostivat ennen tarkastelujaksoa, eivät sen aikana.",
  whatToDo: "Mitä tehdä",
};
