import type { FirstAction } from "../../analysis/report/first-actions.ts";
import type { CohortAverage, CohortTable } from "../../analysis/retention/cohorts.ts";
import type { PageContext } from "./html/page-context.ts";

/** The one finding that stands above everything else, with the money in it. */
export function findingSentence({ text, report: { finding }, roundMoney }: PageContext): string {
  const money = roundMoney(finding.revenue);
  switch (finding.kind) {
    case "silent":
      return text.finding.silent(finding.customers, money);
    case "best fifth":
      return text.finding.bestFifth(finding.customerShare, finding.revenueShare, finding.customers, money);
    case "totals":
      return text.finding.totals(finding.customers, finding.orders, money);
  }
}

/** Why a group is among the first: its money, and what that does not say. */
export function reasonsFor(
  { text, report, roundMoney }: PageContext,
  { kind, segment }: FirstAction,
): readonly string[] {
  const summary = report.segments.segments[segment];
  if (summary === undefined) return [];
  const reasons = [text.first.spent(roundMoney(summary.revenue), summary.revenueShare)];
  if (kind === "win back" && summary.medianRecencyDays !== null) {
    reasons.push(text.first.silentFor(Math.round(summary.medianRecencyDays)));
  }
  const cohorts = kind === "second order" ? (report.overTime?.cohorts ?? null) : null;
  const rate = cohorts === null ? null : (newCustomersNext(cohorts)?.figures?.rate ?? null);
  if (cohorts !== null && rate !== null) reasons.push(`${text.cohorts.title(rate, cohorts.periods.kind)}.`);
  return reasons.filter((reason) => reason !== "");
}

/** What became of new customers in the period after their first; `null` while that is not known. */
export function newCustomersNext({ averages }: Pick<CohortTable, "averages">): CohortAverage | null {
  const next = averages[1];
  return next === undefined || next.figures === null ? null : next;
}
