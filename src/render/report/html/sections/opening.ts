/*
 * The sections of the HTML report, one file each, in the order in which ../page.ts puts them.
 */
import type { QuietCustomers } from "../../../../analysis/report/lapsing.ts";
import { type PeriodFigures, relativeChange } from "../../../../analysis/report/latest-period.ts";
import type { SegmentSummary } from "../../../../analysis/segments/summarise-segments.ts";
import { UNKNOWN } from "../../../language/language.ts";
import { segmentAdvice, untoldSentence } from "../../../sentences/advice.ts";
import { html, type Insertable, type Markup } from "../markup.ts";
import { nameInText, nameMarkup } from "../name.ts";
import type { PageContext } from "../page-context.ts";

/** The first screen: who the customers are, what they bring, what changed lately, and what to do first. */
export function opening(context: PageContext): Markup {
  const { text, report, asOfGiven } = context;
  return html`<header>
<h1>${text.title}</h1>
<p class="soft">${nameMarkup(context.title, 120)}. ${text.lead.asOf(report.segmented.customers.asOf, asOfGiven)} ${scopeSentences(context).join(" ")}</p>
<p class="lead">${leadSentences(context).join(" ")}</p>
${slippingAway(context)}</header>
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

/** How many customers have been silent for a long time and what they have spent so far, in one place. */
function slippingAway(context: PageContext): Markup {
  const { text, report } = context;
  if (report.segments.customers < 2) return html``;
  if (report.lapsing === null) {
    const why = untoldSentence(report.segments.yardstick, context.language) ?? "";
    return html`<p class="stake" id="slipping"><strong>${text.quiet.untold}.</strong> ${why}</p>
`;
  }
  const { lapseDays, valuable, others } = report.lapsing;
  const { quiet } = text;
  if (!context.language.hasMoney) return silentCustomers(context, { lapseDays, silent: others });
  const title =
    valuable.customers === 0
      ? quiet.none(lapseDays)
      : quiet.heading(valuable.customers, context.roundMoney(valuable.revenue));
  const sentences = [
    ...(valuable.customers === 0 ? [] : [quiet.valuable(lapseDays, where(valuable, context), valuable.revenueShare)]),
    ...(others.customers === 0
      ? []
      : [quiet.others(others.customers, context.roundMoney(others.revenue), where(others, context))]),
    quiet.measure(lapseDays),
  ];
  return html`<p class="stake" id="slipping"><strong>${title}.</strong> ${sentences.join(" ")}</p>
`;
}

/** The same where nothing is known of money: all of them together, whatever they have spent. */
function silentCustomers(
  context: PageContext,
  { lapseDays, silent }: { readonly lapseDays: number; readonly silent: QuietCustomers },
): Markup {
  const { only } = context.language.words.withoutMoney;
  const isNobody = silent.customers === 0;
  const title = isNobody ? only.nobodySilent(lapseDays) : only.silentHeading(silent.customers);
  const said = isNobody ? [] : [only.silent(lapseDays, where(silent, context))];
  return html`<p class="stake" id="slipping"><strong>${title}.</strong> ${[...said, context.text.quiet.measure(lapseDays)].join(" ")}</p>
`;
}

/** So many segments are named. */
const NAMED = 3;

/** In which segments they are: `At Risk 120, Hibernating 80, others 12`. */
function where({ segments, customers }: QuietCustomers, { text, report, language }: PageContext): string {
  const named = segments.slice(0, NAMED).map(({ segment, customers: amount }) => ({
    name: nameInText(report.segments.segments[segment]?.segment ?? ""),
    amount,
  }));
  const rest = customers - named.reduce((sum, { amount }) => sum + amount, 0);
  return [
    ...named.map(({ name, amount }) => `${name} ${language.count(amount)}`),
    ...(rest === 0 ? [] : [text.quiet.elsewhere(rest)]),
  ].join(", ");
}

function leadSentences({ text, report, roundMoney, language }: PageContext): readonly string[] {
  const { headline, segmented, retention, segments } = report;
  const { windowStart, asOf } = segmented.customers;
  const from = windowStart ?? retention.covers.from;
  const best = segments.segments.reduce<SegmentSummary | undefined>(
    (most, one) => (one.revenue > (most?.revenue ?? 0n) ? one : most),
    undefined,
  );
  const returning = headline.returningRevenueShare;
  const returningPart = headline.returningCustomers / headline.customers;
  return [
    text.lead.what(from, asOf, headline.customers, headline.orders, roundMoney(headline.revenue)),
    ...(language.hasMoney
      ? [returning === null ? text.lead.noRevenue : text.lead.returning(returningPart, returning)]
      : [language.words.withoutMoney.only.returning(returningPart)]),
    ...(best?.customerShare == null || best.revenueShare === null
      ? []
      : [text.lead.best(nameInText(best.segment), best.customerShare, best.revenueShare)]),
  ];
}

/** The figures of the newest complete period with their change, or of everything where there is none. */
export function latestCards(context: PageContext): Markup {
  const { text, report } = context;
  const { latest } = report.latest;
  const cards = latest === null ? totalCards(context) : periodCards(context, latest);
  const heading = latest === null ? text.latest.all : text.latest.heading(latest.period, report.retention.kind);
  return html`<section aria-labelledby="latest"><h2 id="latest" class="kicker">${heading}</h2>
${latest === null ? html`<p class="small soft">${text.latest.none(report.retention.kind)}</p>` : null}
<dl class="cards">${cards}</dl></section>
`;
}

interface Card {
  readonly label: string;
  readonly value: string;
  readonly changes: readonly string[];
}

function cardMarkup({ label, value, changes }: Card): Markup {
  return html`<div><dt>${label}</dt><dd class="big">${value}</dd>${changes.map((change) => html`<dd class="change">${change}</dd>`)}</div>
`;
}

function totalCards({
  text,
  report: { headline },
  language,
  roundMoney,
  average: write,
}: PageContext): readonly Markup[] {
  const average = headline.averageOrderValue;
  return [
    ...(language.hasMoney ? [{ label: text.latest.revenue, value: roundMoney(headline.revenue), changes: [] }] : []),
    { label: text.latest.customers, value: language.count(headline.customers), changes: [] },
    { label: text.latest.orders, value: language.count(headline.orders), changes: [] },
    ...(language.hasMoney
      ? [{ label: text.latest.averageOrder, value: average === null ? UNKNOWN : write(average), changes: [] }]
      : []),
  ].map(cardMarkup);
}

type Figure = (figures: PeriodFigures) => number | bigint | null;

function periodCards(context: PageContext, latest: PeriodFigures): readonly Markup[] {
  const { text, language, roundMoney, average } = context;
  const quotient = (value: number | bigint): string => average(Number(value));
  const card = (label: string, figure: Figure, write: (value: number | bigint) => string): Card => {
    const value = figure(latest);
    return { label, value: value === null ? UNKNOWN : write(value), changes: changesOf(context, figure, write) };
  };
  return [
    ...(language.hasMoney ? [card(text.latest.revenue, ({ revenue }) => revenue, roundMoney)] : []),
    card(text.latest.customers, ({ customers }) => customers, language.count),
    card(text.latest.newCustomers, ({ newCustomers }) => newCustomers, language.count),
    card(text.latest.orders, ({ orders }) => orders, language.count),
    ...(language.hasMoney
      ? [card(text.latest.averageOrder, ({ averageOrderValue }) => averageOrderValue, quotient)]
      : []),
    retentionCard(context, latest),
  ].map(cardMarkup);
}

/** What the figure was one period before, and a year before where that is another period. */
function changesOf(
  { text, report: { latest: periods } }: PageContext,
  figure: Figure,
  write: (value: number | bigint) => string,
): readonly string[] {
  const { latest, before, yearBefore } = periods;
  const now = latest === null ? null : figure(latest);
  const compared = [before, yearBefore].flatMap((other): string[] => {
    const then = other === null ? null : figure(other);
    if (other === null || then === null || now === null) return [];
    if (then === now) return [text.latest.same(other.period)];
    const change = relativeChange(then, now);
    if (change === null) return [text.latest.unknownChange(write(then), other.period)];
    const say = change > 0 ? text.latest.up : text.latest.down;
    return [say(Math.abs(change), write(then), other.period)];
  });
  return before === null ? [text.latest.nothingBefore, ...compared] : compared;
}

/** The retention rate with its difference, in percentage points, from one period before and from a year before. */
function retentionCard({ text, language, report }: PageContext, latest: PeriodFigures): Card {
  const { before, yearBefore } = report.latest;
  const now = latest.retentionRate;
  const changes = [before, yearBefore].flatMap((other): string[] => {
    const then = other?.retentionRate ?? null;
    if (other === null || now === null || then === null) return [];
    if (language.share(now) === language.share(then)) return [text.latest.same(other.period)];
    const say = now > then ? text.latest.pointsUp : text.latest.pointsDown;
    return [say(now - then, language.share(then), other.period)];
  });
  return {
    label: text.latest.retention(report.retention.kind),
    value: now === null ? UNKNOWN : language.share(now),
    changes,
  };
}

/** The three groups to begin with, and what to do about each. */
export function firstSteps(context: PageContext): Markup {
  const { text, report } = context;
  const { best, slipping, next } = report.priorities;
  const steps = [
    [text.first.best, best],
    [text.first.slipping, slipping],
    [text.first.next, next],
  ] as const;
  const items = steps.flatMap(([role, index]): Markup[] => {
    const summary = index === null ? undefined : report.segments.segments[index];
    return summary === undefined ? [] : [stepMarkup(context, role, summary)];
  });
  const content: Insertable =
    items.length === 0 ? html`<p>${nothingFirst(context)}</p>` : html`<ol class="first">${items}</ol>`;
  return html`<section aria-labelledby="first"><h2 id="first" class="kicker">${text.first.heading}</h2>
${content}</section>
`;
}

function nothingFirst({ text, report, language }: PageContext): string {
  if (report.segments.revenue <= 0n) return text.first.none;
  return untoldSentence(report.segments.yardstick, language) ?? text.first.noneClear;
}

function stepMarkup(context: PageContext, role: string, summary: SegmentSummary): Markup {
  const { text, roundMoney } = context;
  const { meaning, action } = segmentAdvice(summary, context.report.segments, context.language);
  const money = roundMoney(summary.revenue);
  const figures =
    summary.revenueShare === null
      ? text.first.figuresAlone(summary.customers, money)
      : text.first.figures(summary.customers, money, summary.revenueShare);
  return html`<li class="band-${context.bandOf(summary)}"><p class="role">${role}</p><h3>${nameMarkup(summary.segment)}</h3>
<p class="small soft">${figures}</p><p>${meaning}</p><p class="do">${action}</p></li>
`;
}
