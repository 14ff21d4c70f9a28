/** The page on retention in `rfm help retention`; docs/retention.md tells it at length, with the same example. */
export const RETENTION_TOPIC = `Which retention rate?
  Ten customers. Finn and Gus bought in December; Ada, Ben, Cleo, Dan and Eve in
  January. In February Ada, Ben and Cleo came again, Finn and Gus came back, and
  Hal, Ida and Jon came for the first time.

  kept / before          3 / 5        =  60%
    Ada, Ben and Cleo of January's five: the retention_rate of this table.
  (E - N) / S            (8 - 3) / 5  = 100%
    The textbook's: Finn and Gus, who came back, count as kept. Right only for
    subscriptions, where the customers at the end are the contracts that run.
  (start - new) / start  (5 - 3) / 5  =  40%
    Printed by some guides; it never looks at who came back. Had Ada, Ben and
    Cleo stayed away, it would still be 40%.

  Quote retention_rate when you say how many of a month's customers came back in
  the next one. Where people buy less often than once a period, quote
  stock_retention_rate (--active-within 12m), or choose a longer --period. For
  money quote net_revenue_retention; for how customers develop after their first
  order see rfm cohorts. textbook_retention_rate is there to show why another
  tool's figure is higher; do not quote it.
`;
