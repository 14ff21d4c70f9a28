/** The table of `rfm score`. */
export const englishScore = {
  columns: {
    customer_id: "customer_id",
    first_order: "first_order",
    last_order: "last_order",
    recency_days: "days",
    frequency: "orders",
    monetary_value: "spend",
    average_order_value: "avg order",
    r_score: "R",
    f_score: "F",
    m_score: "M",
    rfm_cell: "rfm_cell",
    segment: "segment",
  },
};

/** The table of `rfm orders`. */
export const englishOrders = {
  columns: {
    order_id: "order_id",
    customer_id: "customer_id",
    day: "day",
    gross: "gross",
    refund: "refund",
    net: "net",
    purchase: "purchase",
    reason: "reason",
    file: "file",
    line: "line",
    margin: "margin",
  },
};

/** The table of `rfm segments`. */
export const englishSegments = {
  columns: {
    segment: "segment",
    customers: "customers",
    customer_share: "share",
    orders: "orders",
    revenue: "revenue",
    revenue_share: "of revenue",
    average_order_value: "avg order",
    median_recency_days: "median days",
    median_frequency: "median orders",
    median_monetary_value: "median spend",
    action: "what to do",
  },
  outsideWindow: "(no purchase in the window)",
  outsideWindowMeaning: "Bought before the window, and not in it.",
  whatToDo: "What to do",
};
