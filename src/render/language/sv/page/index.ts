/*
 * The texts of the HTML report in Swedish, one file per part of the page.
 */
import type { Catalogue } from "../../en/index.ts";
import { periodName, type SwedishGrammar, shortPeriodName } from "../grammar.ts";
import { swedishPageFirstScreen } from "./first-screen.ts";
import { swedishPageMethod } from "./method.ts";
import { swedishPageOpening } from "./opening.ts";
import { swedishPagePeriods } from "./periods.ts";
import { swedishPageSegments } from "./segments.ts";
import { swedishPageSpend } from "./spend.ts";

/** The HTML report. Money comes written, with its currency. */
export function swedishPage(grammar: SwedishGrammar): Catalogue["page"] {
  return {
    periodName: (period) => periodName(period),
    shortPeriod: (period) => shortPeriodName(period),
    title: "Kundrapport",
    skip: "Hoppa till rapporten",
    onThisPage: "På den här sidan",
    showNumbers: "Visa siffrorna",
    numbers: "siffrorna",
    period: { week: "Vecka", month: "Månad", quarter: "Kvartal", year: "År" },
    columns: {
      segment: "Grupp",
      customers: "Kunder",
      shareOfCustomers: "av alla kunder",
      revenue: "Intäkter",
      shareOfRevenue: "av alla intäkter",
      orders: "Beställningar",
      averageOrder: "Snittordervärde",
      medianDays: "Dagar sedan senaste beställningen (median)",
      whatToDo: "Vad du ska göra",
    },
    ...swedishPageOpening(grammar),
    ...swedishPageFirstScreen(grammar),
    ...swedishPageSegments(grammar),
    ...swedishPageSpend(grammar),
    ...swedishPagePeriods(grammar),
    ...swedishPageMethod(grammar),
  };
}
