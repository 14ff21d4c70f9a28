import { explained } from "../explained.ts";

/** What the columns of the workbook's sheets are called, and what they mean, by sheet and name in data. */
export const FORECAST_SHEET_COLUMNS = explained({
  "backtest.group": ["By", "What customers are told apart by: a score, a cell, a segment, or all."],
  "backtest.value": ["Value", "The score, the cell or the segment."],
  "backtest.customers": ["Customers", "Who was in it on the day of scoring."],
  "backtest.returned": ["Came back", "Those of them who ordered in the days that followed."],
  "backtest.return_rate": ["Share", "Of the customers, those who came back."],
  "backtest.return_low": ["From", "Lower end of its 95% interval."],
  "backtest.return_high": ["To", "Upper end of its 95% interval."],
  "backtest.orders": ["Order days", "Days with an order in the days that followed, added up."],
  "backtest.revenue": ["Revenue", "Purchases minus refunds of those days."],
  "backtest.revenue_per_customer": ["Revenue per customer", "Divided by all who were in it."],
  "backtest.scored_on": ["Scored on", "Nothing after this day was known."],
  "backtest.until": ["Followed to", "The last of the days that followed."],
  "forecast.purchase_days": ["Order days", "Days with an order so far."],
  "forecast.p_order": ["Chance of an order", "Of at least one order in the days ahead."],
  "forecast.expected_orders": ["Expected orders", "Days with an order that are expected in the days ahead."],
  "forecast.orders_low": ["Orders from", "Lower end of the interval in which the customer's orders will lie."],
  "forecast.orders_high": ["Orders to", "Upper end of that interval."],
  "forecast.expected_order_value": [
    "Value of an order",
    "What one of them is expected to be worth, net of later refunds.",
  ],
  "forecast.expected_spend": ["Expected spend", "Expected orders times their value."],
  "forecast.discounted_spend": ["Discounted spend", "The same, worth less the later it comes."],
  "forecast.usual_gap_days": ["Usual gap", "Median days between the customer's order days, from three gaps on."],
  "forecast.due": ["Due", "no, due, overdue or lapsed, by the usual gap."],
  "forecast.p_alive": [
    "Chance of not having left",
    "It does not say who will order: choose by the chance of an order.",
  ],
});
