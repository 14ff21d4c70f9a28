/*
 * The texts of the HTML report in Finnish, one file per part of the page.
 */
import type { Catalogue } from "../../en/index.ts";
import { type FinnishGrammar, periodName, shortPeriodName } from "../grammar.ts";
import { finnishPageFirstScreen } from "./first-screen.ts";
import { finnishPageMethod } from "./method.ts";
import { finnishPageOpening } from "./opening.ts";
import { finnishPagePeriods } from "./periods.ts";
import { finnishPageSegments } from "./segments.ts";
import { finnishPageSpend } from "./spend.ts";

/** The HTML report. Money comes written, with its currency. */
export function finnishPage(grammar: FinnishGrammar): Catalogue["page"] {
  return {
    periodName,
    shortPeriod: (period) => shortPeriodName(period),
    title: "Asiakasraportti",
    skip: "Siirry raporttiin",
    onThisPage: "Tällä sivulla",
    showNumbers: "Näytä luvut",
    numbers: "luvut",
    period: { week: "Viikko", month: "Kuukausi", quarter: "Neljännes", year: "Vuosi" },
    columns: {
      segment: "Segmentti",
      customers: "Asiakkaita",
      shareOfCustomers: "kaikista asiakkaista",
      revenue: "Myynti",
      shareOfRevenue: "koko myynnistä",
      orders: "Tilauksia",
      averageOrder: "Keskiostos",
      medianDays: "Päiviä viimeisimmästä tilauksesta (mediaani)",
      whatToDo: "Mitä tehdä",
    },
    ...finnishPageOpening(grammar),
    ...finnishPageFirstScreen(grammar),
    ...finnishPageSegments(grammar),
    ...finnishPageSpend(grammar),
    ...finnishPagePeriods(grammar),
    ...finnishPageMethod(grammar),
  };
}
