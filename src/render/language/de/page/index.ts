/*
 * The texts of the HTML report in German, one file per part of the page.
 */
import type { Catalogue } from "../../en/index.ts";
import { type GermanGrammar, periodName, shortPeriodName } from "../grammar.ts";
import { germanPageFirstScreen } from "./first-screen.ts";
import { germanPageMethod } from "./method.ts";
import { germanPageOpening } from "./opening.ts";
import { germanPagePeriods } from "./periods.ts";
import { germanPageSegments } from "./segments.ts";
import { germanPageSpend } from "./spend.ts";

/** The HTML report. Money comes written, with its currency. */
export function germanPage(grammar: GermanGrammar): Catalogue["page"] {
  return {
    periodName: (period) => periodName(period),
    shortPeriod: (period) => shortPeriodName(period),
    title: "Kundenbericht",
    skip: "Zum Bericht springen",
    onThisPage: "Auf dieser Seite",
    showNumbers: "Zahlen anzeigen",
    numbers: "die Zahlen",
    period: { week: "Woche", month: "Monat", quarter: "Quartal", year: "Jahr" },
    columns: {
      segment: "Gruppe",
      customers: "Kunden",
      shareOfCustomers: "aller Kunden",
      revenue: "Umsatz",
      shareOfRevenue: "des Umsatzes",
      orders: "Bestellungen",
      averageOrder: "Ø Bestellwert",
      medianDays: "Tage seit der letzten Bestellung (Median)",
      whatToDo: "Was zu tun ist",
    },
    ...germanPageOpening(grammar),
    ...germanPageFirstScreen(grammar),
    ...germanPageSegments(grammar),
    ...germanPageSpend(grammar),
    ...germanPagePeriods(grammar),
    ...germanPageMethod(grammar),
  };
}
