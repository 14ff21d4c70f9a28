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

/** What `rfm retention --active-within` adds to the columns of the retention table. */
export const STOCK_COLUMNS = ["stock_before", "stock_end", "stock_retention_rate", "textbook_retention_rate"] as const;

/** The table of `rfm retention --per-segment`. */
export const SEGMENT_RETENTION_COLUMNS = [
  "period",
  "segment",
  "first_day",
  "last_day",
  "complete",
  "before",
  "retained",
  "retention_rate",
  "retention_low",
  "retention_high",
] as const;

export const COHORT_COLUMNS = [
  "cohort",
  "size",
  "k",
  "period",
  "state",
  "customers",
  "rate",
  "orders",
  "revenue",
  "cumulative_revenue_per_customer",
] as const;

/** The first columns of `rfm cohorts --wide`; one for each k follows. */
export const WIDE_COHORT_COLUMNS = ["cohort", "size", "k0"] as const;

export const REPEAT_COLUMNS = ["measure", "n", "days", "customers", "of", "value", "low", "high"] as const;

/** What became of customers by their earlier scores; `scored_on` and `until` tell the origins apart. */
export const BACKTEST_COLUMNS = [
  "group",
  "value",
  "customers",
  "returned",
  "return_rate",
  "return_low",
  "return_high",
  "orders",
  "revenue",
  "revenue_per_customer",
  "scored_on",
  "until",
] as const;

export const FORECAST_COLUMNS = [
  "customer_id",
  "first_order",
  "last_order",
  "recency_days",
  "purchase_days",
  "p_order",
  "expected_orders",
  "orders_low",
  "orders_high",
  "expected_order_value",
  "expected_spend",
  "discounted_spend",
  "usual_gap_days",
  "due",
  "segment",
  "p_alive",
] as const;

/** The list of schemes. */
export const SCHEME_COLUMNS = ["scheme", "levels", "segments", "description", "source"] as const;

/** The cells of one scheme. */
export const SCHEME_CELL_COLUMNS = ["cell", "r_score", "f_score", "m_score", "segment"] as const;

/** What `schemes check` finds. */
export const SCHEME_FINDING_COLUMNS = ["finding", "cell", "segments"] as const;

/** Customers by their segment on two days. */
export const COMPARE_COLUMNS = ["from_segment", "to_segment", "customers", "revenue_before", "revenue_after"] as const;

/** What follows them: how many of the customers ordered in between. Older files do not have it. */
export const COMPARE_ORDER_COLUMNS = ["ordered"] as const;

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

/** What `rfm lists` says of the lists that it wrote. */
export const LIST_SUMMARY_COLUMNS = [
  "tool",
  "list",
  "customers",
  "excluded",
  "no_consent",
  "no_address",
  "shared_address",
  "held_out",
  "too_few",
  "people",
  "file",
] as const;

/** The column names that tell a list of `rfm lists`, whatever the tool; a header with all names of one set is one. */
export const LIST_MARKS = [
  ["rfm_cell", "first_order", "net_spend"],
  ["RFM Segment", "RFM Cell", "RFM Net Spend"],
  ["RFM_SEGMENT", "RFM_CELL", "RFM_NET_SPEND"],
] as const;

/** The whole headers of the lists for advertising tools, which have no column of their own. */
export const ADVERTISING_LIST_HEADERS = [
  ["Email", "Phone", "First Name", "Last Name", "Country", "Zip"],
  ["email", "phone", "fn", "ln", "ct", "zip", "country", "value"],
] as const;
