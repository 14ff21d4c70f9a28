/*
 * The German catalogue: every text that people read, by subject; it has the same shape as en/.
 */
import type { Catalogue } from "../en/index.ts";
import type { PeopleFormats } from "../people-formats.ts";
import { germanClaims } from "./claims.ts";
import { germanCohorts } from "./cohorts.ts";
import { germanCommon } from "./common.ts";
import { germanCompare } from "./compare.ts";
import { germanDigest } from "./digest.ts";
import { germanEffect } from "./effect.ts";
import { germanExplain } from "./explain.ts";
import { germanForecasting } from "./forecast/index.ts";
import { germanGrammar, tablePeriod } from "./grammar.ts";
import { germanInspect } from "./inspect.ts";
import { germanLedger } from "./ledger.ts";
import { germanLists } from "./lists.ts";
import { germanLoyalty } from "./loyalty.ts";
import { germanMonetary } from "./monetary.ts";
import { germanOfCustomers } from "./of-customers.ts";
import { germanPage } from "./page/index.ts";
import { germanProfile } from "./profile.ts";
import { germanReading } from "./reading.ts";
import { germanRepeat } from "./repeat.ts";
import { germanReport } from "./report.ts";
import { germanRetention } from "./retention.ts";
import { SCHEMES } from "./schemes/index.ts";
import { germanSchemes } from "./schemes.ts";
import { germanScoring } from "./scoring.ts";
import { germanOrders, germanScore, germanSegments } from "./tables.ts";
import { germanWarehouse } from "./warehouse.ts";
import { germanWithoutMoney } from "./without-money.ts";
import { germanWorkbook } from "./workbook.ts";

/** Every text that people read, in German: a file for each subject. */
export function german(formats: PeopleFormats): Catalogue {
  const grammar = germanGrammar(formats);
  return {
    common: germanCommon(grammar),
    dimensions: grammar.dimensions,
    period: (label) => tablePeriod(label),
    schemes: SCHEMES,
    platforms: {
      prestashop:
        "Diese Liste nennt von Kunden nur Initiale und Nachnamen: Namensgleiche zählen als ein Kunde; eine Abfrage mit E-Mail-Adressen (SQL-Manager) hält sie auseinander",
      "shopware-6":
        "Der Export nennt den Status einer Bestellung nur als ID der Datenbank, daher zählen auch stornierte Bestellungen: Ergänzen Sie das Profil um stateMachineState.technicalName und geben Sie dessen Spalte mit --status an",
      "woocommerce-analytics":
        "Dieser Download nennt von Kunden nur den Namen: Namensgleiche zählen als ein Kunde; ein Bestellexport mit E-Mail-Adressen hält sie auseinander",
      "etsy-items":
        "Diese Datei kennt Käufer nur beim Anzeigenamen und Erstattungen gar nicht; die Datei der verkauften Bestellungen (EtsySoldOrders) hat sowohl eine Käufer-ID als auch die berichtigten Beträge",
    },
    claims: germanClaims(grammar),
    ledger: germanLedger(grammar),
    reading: germanReading(grammar),
    scoring: germanScoring(grammar),
    score: germanScore,
    orders: germanOrders,
    segments: germanSegments,
    monetary: germanMonetary,
    withoutMoney: germanWithoutMoney(grammar),
    ofCustomers: germanOfCustomers(grammar),
    report: germanReport(grammar),
    retention: germanRetention(grammar),
    cohorts: germanCohorts(grammar),
    forecasting: germanForecasting(grammar),
    repeat: germanRepeat(grammar),
    compare: germanCompare(grammar),
    digest: germanDigest(grammar),
    explain: germanExplain(grammar),
    scheme: germanSchemes(grammar),
    inspect: germanInspect(grammar),
    page: germanPage(grammar),
    warehouse: germanWarehouse(grammar),
    workbook: germanWorkbook(grammar),
    lists: germanLists(grammar),
    loyalty: germanLoyalty(grammar),
    effect: germanEffect(grammar),
    profile: germanProfile(grammar),
  };
}
