/*
 * The texts of the HTML report in English, one file per part of the page.
 */
import type { PeriodKind } from "../../../../basics/calendar/period.ts";
import { type EnglishGrammar, periodName, shortPeriodName } from "../grammar.ts";
import { englishPageFirstScreen } from "./first-screen.ts";
import { englishPageMethod } from "./method.ts";
import { englishPageOpening } from "./opening.ts";
import { englishPagePeriods } from "./periods.ts";
import { englishPageSegments } from "./segments.ts";
import { englishPageSpend } from "./spend.ts";

/** The HTML report. Money comes written, with its currency. */
export function englishPage(grammar: EnglishGrammar) {
  return {
    periodName,
    /** A period's name where there is little room. */
    shortPeriod: (period: string) => shortPeriodName(period),
    title: "Customer report",
    skip: "Skip to the report",
    onThisPage: "On this page",
    showNumbers: "Show the numbers",
    numbers: "the numbers",
    period: { week: "Week", month: "Month", quarter: "Quarter", year: "Year" } satisfies Readonly<
      Record<PeriodKind, string>
    > as Readonly<Record<PeriodKind, string>>,
    columns: {
      segment: "Segment",
      customers: "Customers",
      shareOfCustomers: "of all customers",
      revenue: "Revenue",
      shareOfRevenue: "of all revenue",
      orders: "Orders",
      averageOrder: "Average order",
      medianDays: "Days since last order (median)",
      whatToDo: "What to do",
    },
    ...englishPageOpening(grammar),
    ...englishPageFirstScreen(grammar),
    ...englishPageSegments(grammar),
    ...englishPageSpend(grammar),
    ...englishPagePeriods(grammar),
    ...englishPageMethod(grammar),
  };
}
