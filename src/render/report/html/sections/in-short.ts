import { orderersOf } from "../../../../analysis/report/headline.ts";
import type { SegmentSummary } from "../../../../analysis/segments/summarise-segments.ts";
import { isTypicalBelowZero, segmentsOfQuiet } from "../../first-screen.ts";
import type { PageContext } from "../../page-context.ts";
import { html, type Markup } from "../markup.ts";
import { nameInText } from "../name.ts";

/** What the figures are of and what they leave out, and who else has been silent. */
export function inShort(context: PageContext): Markup {
  const { text, report, asOfGiven } = context;
  const asOf = text.lead.asOf(report.segmented.customers.asOf, asOfGiven);
  return html`<section aria-labelledby="short"><h2 id="short" class="kicker">${text.lead.heading}</h2>
<p>${[...leadSentences(context), ...silentSentences(context)].join(" ")}</p>
<p class="small soft">${[asOf, ...scopeSentences(context)].join(" ")}</p></section>
`;
}

/** What the figures leave out, and in which currency they are where that is not told by each of them. */
function scopeSentences({
  text,
  ledger,
  language,
  currency,
  roundMoney,
  understanding,
}: PageContext): readonly string[] {
  const sum = roundMoney(ledger.money - ledger.usedMoney);
  const hasSeveral = understanding.currencies.length > 0; // of which a sum is of none
  const [largest] = ledger.setAside.toSorted((a, b) => b.rows - a.rows);
  const aside =
    largest === undefined
      ? []
      : [
          text.scope.aside(
            ledger.rows - ledger.usedRows,
            ledger.rows,
            hasSeveral ? sum.replace(currency, "") : sum,
            language.words.ledger.line(largest.rows, language.words.ledger.reasons[largest.reason], 0n),
          ),
        ];
  return [...aside, ...(currency === "" && language.hasMoney ? [text.scope.noCurrency] : [])];
}

/** Those who have lapsed and are not in the headline. */
function silentSentences(context: PageContext): readonly string[] {
  const { text, report, roundMoney } = context;
  if (report.lapsing === null || report.segments.customers < 2) return [];
  const { others } = report.lapsing;
  const { windowStart } = report.segmented.customers;
  const { quiet } = text;
  return [
    ...(others.customers === 0 || isTypicalBelowZero(context)
      ? []
      : [quiet.others(others.customers, roundMoney(others.revenue), segmentsOfQuiet(others, context), windowStart)]),
  ];
}

function leadSentences({ text, report, roundMoney, language }: PageContext): readonly string[] {
  const { headline, segmented, since, segments } = report;
  const { asOf } = segmented.customers;
  const { orders, revenue } = headline;
  const { customers, returning: returningCustomers } = orderersOf(segmented.customers);
  const best = segments.segments.reduce<SegmentSummary | undefined>(
    (most, one) => (one.revenue > (most?.revenue ?? 0n) ? one : most),
    undefined,
  );
  const returning = headline.returningRevenueShare;
  const returningPart = returningCustomers / customers;
  return [
    since === null
      ? `${text.finding.totals(customers, orders, roundMoney(revenue))}.`
      : text.lead.what(since, asOf, customers, orders, roundMoney(revenue)),
    ...(language.hasMoney
      ? [returning === null ? text.lead.noRevenue : text.lead.returning(returningPart, returning)]
      : [language.words.withoutMoney.only.returning(returningPart)]),
    ...(best?.customerShare == null || best.revenueShare === null
      ? []
      : [text.lead.best(nameInText(best.segment), best.customerShare, best.revenueShare)]),
  ];
}
