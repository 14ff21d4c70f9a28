import type { PageContext } from "../../page-context.ts";
import { reportedId } from "../../reported-id.ts";
import { html, type Markup } from "../markup.ts";
import { nameMarkup } from "../name.ts";
import { numberTable } from "../parts/number-table.ts";

/** The customers who spent most, by their ids; nothing where none are asked for. */
export function topSection(context: PageContext): Markup {
  const { text, report, language, money, showCustomers } = context;
  const { topCustomers, headline } = report;
  if (topCustomers.length === 0) return html``;
  const spent = topCustomers.reduce((sum, { spend }) => sum + BigInt(spend), 0n);
  const title =
    headline.revenue > 0n
      ? text.top.title(topCustomers.length, Number(spent) / Number(headline.revenue))
      : text.top.plainTitle(topCustomers.length);
  const isMasked = topCustomers.some(({ id }) => reportedId(id, { showCustomers }) !== id);
  return html`<section aria-labelledby="top"><h2 id="top">${text.top.heading}</h2>
<div class="figure"><h3>${title}</h3><p class="small soft">${text.top.caption}${isMasked ? ` ${text.top.masked}` : ""}</p>
${numberTable({
  caption: title,
  columns: [
    { heading: text.top.customer, isText: true },
    { heading: text.columns.segment, isText: true },
    { heading: text.top.scores },
    { heading: text.top.orders },
    { heading: text.top.spent },
    { heading: text.top.last },
  ],
  rows: topCustomers.map((customer) => [
    nameMarkup(reportedId(customer.id, { showCustomers })),
    nameMarkup(report.segments.segments[customer.segment]?.segment ?? ""),
    customer.cell,
    language.count(customer.orders),
    money(customer.spend),
    language.day(customer.lastOrderDay),
  ]),
})}</div></section>
`;
}
