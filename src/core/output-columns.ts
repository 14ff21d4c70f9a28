/**
 * The columns of every data file that this program writes, in order. Renaming one is a breaking change; the readers
 * recognise the program's own files by them.
 */
export const ORDER_COLUMNS = [
  "order_id",
  "customer_id",
  "day",
  "gross",
  "refund",
  "net",
  "purchase",
  "reason",
  "file",
  "line",
] as const;

export const SCORE_COLUMNS = [
  "customer_id",
  "first_order",
  "last_order",
  "recency_days",
  "frequency",
  "monetary_value",
  "average_order_value",
  "r_score",
  "f_score",
  "m_score",
  "rfm_cell",
  "segment",
] as const;

export const SEGMENT_COLUMNS = [
  "segment",
  "customers",
  "customer_share",
  "orders",
  "revenue",
  "revenue_share",
  "average_order_value",
  "median_recency_days",
  "median_frequency",
  "median_monetary_value",
  "action",
] as const;

export const RETENTION_COLUMNS = [
  "period",
  "first_day",
  "last_day",
  "complete",
  "before",
  "customers",
  "retained",
  "lost",
  "new",
  "reactivated",
  "retention_rate",
  "retention_low",
  "retention_high",
  "churn_rate",
  "returning_rate",
  "orders",
  "revenue",
  "gross_revenue_retention",
  "net_revenue_retention",
] as const;

/** The list of schemes. */
export const SCHEME_COLUMNS = ["scheme", "levels", "segments", "description", "source"] as const;

/** The cells of one scheme. */
export const SCHEME_CELL_COLUMNS = ["cell", "r_score", "f_score", "m_score", "segment"] as const;

/** What `schemes check` finds. */
export const SCHEME_FINDING_COLUMNS = ["finding", "cell", "segments"] as const;

/** Customers by their segment on two days. */
export const COMPARE_COLUMNS = ["from_segment", "to_segment", "customers", "revenue_before", "revenue_after"] as const;

/** Each customer who changed segment between two days. */
export const MOVE_COLUMNS = [
  "customer_id",
  "from_segment",
  "to_segment",
  "from_cell",
  "to_cell",
  "score_change",
  "revenue_before",
  "revenue_after",
] as const;
