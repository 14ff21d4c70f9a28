import type { ActionGroup, FirstAction } from "../../analysis/report/first-actions.ts";
import { orderersOf } from "../../analysis/report/headline.ts";
import type { QuietCustomers } from "../../analysis/report/lapsing.ts";
import type { CohortAverage, CohortTable } from "../../analysis/retention/cohorts.ts";
import type { SegmentSummary } from "../../analysis/segments/summarise-segments.ts";
import { SHORT_HISTORY_DAYS } from "../../analysis/segments/yardstick.ts";
import { segmentAdvice, untoldSentence } from "../sentences/advice.ts";
import { aboutDays, longerThan } from "../sentences/whole-days.ts";
import { nameInText } from "./html/name.ts";
import type { PageContext } from "./page-context.ts";

/** The one finding that stands above everything else, with the money in it. */
export function findingSentence({ text, report, roundMoney }: PageContext): string {
  const { finding } = report;
  const money = roundMoney(finding.revenue);
  const since = report.segmented.customers.windowStart;
  switch (finding.kind) {
    case "silent":
      return text.finding.silent(finding.customers, money, since);
    case "best fifth":
      return text.finding.bestFifth(finding.customerShare, finding.revenueShare, finding.customers, money);
    case "totals":
      return text.finding.totals(orderersOf(report.segmented.customers).customers, finding.orders, money);
  }
}

/** A group to begin with, as every format shows it. */
export interface ShownAction {
  /** What to do with which group. */
  readonly title: string;
  readonly reasons: string;
  readonly advice: string;
  /** The command that writes the group's list. */
  readonly command: string;
  /** The group's segment; `null` for a group that is none. */
  readonly summary: SegmentSummary | null;
}

/** What a group is called that is no segment. */
export function groupName({ text, report }: PageContext, group: Exclude<ActionGroup, number>): string {
  const leavesOutLapsed = group === "ordered once" && report.segments.yardstick?.untold === null;
  return text.first.groups[leavesOutLapsed ? "notLapsed" : group];
}

/** A group in words. `name` writes the name of a segment where it may hold anything. */
export function shownAction(
  context: PageContext,
  action: FirstAction,
  name: (segment: string) => string = (segment) => segment,
): ShownAction {
  const { text, report, language } = context;
  const { kind, group } = action;
  const summary = typeof group === "number" ? (report.segments.segments[group] ?? null) : null;
  const own =
    typeof group === "number"
      ? {
          name: name(summary?.segment ?? ""),
          advice: summary === null ? "" : segmentAdvice(summary, report.segments, language).action,
        }
      : { name: groupName(context, group), advice: text.first.advice[group] };
  return {
    title: `${text.first.roles[kind]}: ${own.name}`,
    reasons: reasonsFor(context, action).join(" "),
    advice: own.advice,
    command: context.listCommand(group),
    summary,
  };
}

/** The part of fewer new customers that came back says little of others. */
const FEWEST_TO_AVERAGE = 20;

/** Why a group is among the first: its money, how long it has been silent, and where its customers are. */
function reasonsFor(context: PageContext, action: FirstAction): readonly string[] {
  const { text, report, roundMoney } = context;
  const { kind, group, customers, revenue, revenueShare, medianRecencyDays, mayBeWrittenTo, alsoFirst } = action;
  const { windowStart } = report.segmented.customers;
  const reasons = [text.first.spent(roundMoney(revenue), revenueShare, windowStart)];
  if (kind === "win back" && medianRecencyDays !== null) {
    reasons.push(text.first.silentFor(aboutDays(medianRecencyDays)));
  }
  if (group === "lapsed" && report.lapsing !== null) {
    reasons.push(text.first.where(segmentsOfQuiet(report.lapsing.valuable, context)));
  }
  if (mayBeWrittenTo !== null) reasons.push(text.first.mayBeWrittenTo(mayBeWrittenTo, customers));
  if (alsoFirst > 0) reasons.push(text.first.alsoFirst(alsoFirst));
  const cohorts = kind === "second order" ? (report.overTime?.cohorts ?? null) : null;
  const next = cohorts === null ? null : newCustomersNext(cohorts)?.figures;
  const rate = next == null || next.counted < FEWEST_TO_AVERAGE ? null : next.rate;
  if (cohorts !== null && rate !== null) reasons.push(`${text.cohorts.title(rate, cohorts.periods.kind)}.`);
  return reasons.filter((reason) => reason !== "");
}

/** What became of new customers in the period after their first; `null` while that is not known. */
export function newCustomersNext({ averages }: Pick<CohortTable, "averages">): CohortAverage | null {
  const next = averages[1];
  return next === undefined || next.figures === null ? null : next;
}

/** Why no group is put first; `null` where the top of the page has said that no group is told apart. */
export function nothingFirst({ text, report, language }: PageContext): string | null {
  if (language.hasMoney && report.segments.revenue <= 0n) return text.first.none;
  return untoldSentence(report.segments.yardstick, language) === null ? text.first.noneClear : null;
}

/** The days that are looked at; the last one where the first is not known. */
export function spanOf({ text, report, language }: PageContext): string {
  const { since, segmented } = report;
  const { asOf } = segmented.customers;
  return since === null ? language.day(asOf) : text.lead.span(since, asOf);
}

/** What the headline rests on; where it is not about those who have lapsed, what is known of them. */
export function beneath(context: PageContext, { inShort = false }: { readonly inShort?: boolean } = {}): string {
  const { text, report, language } = context;
  const { lapsing, segments } = report;
  const { quiet } = text;
  if (lapsing === null) {
    const why = untoldSentence(segments.yardstick, language);
    return why === null ? "" : `${quiet.untold}. ${why}`;
  }
  const { valuable } = lapsing;
  const days = longerThan(lapsing.lapseDays);
  const short = shortWindowSentence(context);
  if (short !== null) return short;
  const { windowStart } = report.segmented.customers;
  const rests = restsOnSentence(context);
  if (valuable.customers === 0 && !isTypicalBelowZero(context)) {
    return `${quiet.none(days, windowStart)}. ${quiet.measure(days)} ${rests}`.trim();
  }
  if (inShort || valuable.customers === 0) return `${quiet.measure(days)} ${rests}`.trim();
  const who = quiet.valuable(days, valuable.customers, windowStart);
  return `${who} ${rests} ${quiet.notLost(valuable.customers, windowStart)}`.replace("  ", " ").trim();
}

/** How little the lapse gap rests on in a short history, and what half of that history gave; else nothing. */
function restsOnSentence({ text, report }: PageContext): string {
  const { yardstick } = report.segments;
  if (yardstick === null || yardstick.historyDays >= SHORT_HISTORY_DAYS) return "";
  const { repeaters, historyDays, atHalf = null } = yardstick;
  const half = atHalf === null ? null : { days: atHalf.days, lapseDays: longerThan(atHalf.lapseDays) };
  return text.quiet.restsOn(repeaters, historyDays, half);
}

/**
 * Whether refunds leave the typical customer below 0. Good customers have spent more than that, and over 0; some who are not
 * among them have spent more than the typical one then, too, so nothing is said by that measure.
 */
export function isTypicalBelowZero({ report }: Pick<PageContext, "report">): boolean {
  return (report.segments.yardstick?.medianSpend ?? 0) < 0;
}

/**
 * That nobody who has been silent for a long time has spent anything in the window, and in which window they have; `null`
 * where some have, or the data cannot say how long is long.
 */
export function shortWindowSentence({ text, report }: PageContext): string | null {
  const { lapsing, segmented } = report;
  const { windowStart, asOf } = segmented.customers;
  if (lapsing === null || windowStart === null || lapsing.valuable.customers > 0) return null;
  const { lapseDays } = lapsing;
  if (asOf - windowStart > lapseDays) return null;
  return text.quiet.shortWindow(windowStart, longerThan(lapseDays), windowToTry(lapseDays));
}

const [MONTHS_PER_YEAR, DAYS_PER_YEAR] = [12, 365];

/** Whole years, in months, that are at least twice the lapse gap: a window in which a long silence has room. */
function windowToTry(lapseDays: number): number {
  return MONTHS_PER_YEAR * Math.ceil((2 * lapseDays) / DAYS_PER_YEAR);
}

/** So many segments are named. */
const NAMED = 3;

/** In which segments they are: `At Risk 120, Hibernating 80, others 12`. */
export function segmentsOfQuiet(
  { segments, customers }: QuietCustomers,
  { text, report, language }: PageContext,
): string {
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
