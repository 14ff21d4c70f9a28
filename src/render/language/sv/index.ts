/*
 * The Swedish catalogue: every text that people read, by subject; it has the same shape as en/.
 */
import type { Catalogue } from "../en/index.ts";
import type { PeopleFormats } from "../people-formats.ts";
import { swedishClaims } from "./claims.ts";
import { swedishCohorts } from "./cohorts.ts";
import { swedishCommon } from "./common.ts";
import { swedishCompare } from "./compare.ts";
import { swedishDigest } from "./digest.ts";
import { swedishEffect } from "./effect.ts";
import { swedishExplain } from "./explain.ts";
import { swedishForecasting } from "./forecast/index.ts";
import { swedishGrammar, tablePeriod } from "./grammar.ts";
import { swedishInspect } from "./inspect.ts";
import { swedishLedger } from "./ledger.ts";
import { swedishLists } from "./lists.ts";
import { swedishLoyalty } from "./loyalty.ts";
import { swedishMonetary } from "./monetary.ts";
import { swedishOfCustomers } from "./of-customers.ts";
import { swedishPage } from "./page/index.ts";
import { swedishProfile } from "./profile.ts";
import { swedishReading } from "./reading.ts";
import { swedishRepeat } from "./repeat.ts";
import { swedishReport } from "./report.ts";
import { swedishRetention } from "./retention.ts";
import { SCHEMES } from "./schemes/index.ts";
import { swedishSchemes } from "./schemes.ts";
import { swedishScoring } from "./scoring.ts";
import { swedishOrders, swedishScore, swedishSegments } from "./tables.ts";
import { swedishWarehouse } from "./warehouse.ts";
import { swedishWithoutMoney } from "./without-money.ts";
import { swedishWorkbook } from "./workbook.ts";

/** Every text that people read, in Swedish: a file for each subject. */
export function swedish(formats: PeopleFormats): Catalogue {
  const grammar = swedishGrammar(formats);
  return {
    common: swedishCommon(grammar),
    dimensions: grammar.dimensions,
    period: (label) => tablePeriod(label),
    schemes: SCHEMES,
    platforms: {
      prestashop:
        "den här listan anger kunder med initial och efternamn: namnlika räknas som en; en fråga med e-postadresser (SQL-hanteraren) skiljer dem åt",
      "shopware-6":
        "exporten anger en beställnings status bara som ett id i databasen, så även annullerade beställningar räknas: lägg till stateMachineState.technicalName i profilen och ange dess kolumn med --status",
      "woocommerce-analytics":
        "den här nedladdningen anger bara kundernas namn: namnlika räknas som en; en beställningsexport med e-postadresser skiljer dem åt",
      "etsy-items":
        "den här filen känner köpare bara vid visningsnamnet och inga återbetalningar alls; filen med sålda beställningar (EtsySoldOrders) har både köpar-id och de justerade beloppen",
    },
    claims: swedishClaims(grammar),
    ledger: swedishLedger(grammar),
    reading: swedishReading(grammar),
    scoring: swedishScoring(grammar),
    score: swedishScore,
    orders: swedishOrders,
    segments: swedishSegments,
    monetary: swedishMonetary,
    withoutMoney: swedishWithoutMoney(grammar),
    ofCustomers: swedishOfCustomers(grammar),
    report: swedishReport(grammar),
    retention: swedishRetention(grammar),
    cohorts: swedishCohorts(grammar),
    forecasting: swedishForecasting(grammar),
    repeat: swedishRepeat(grammar),
    compare: swedishCompare(grammar),
    digest: swedishDigest(grammar),
    explain: swedishExplain(grammar),
    scheme: swedishSchemes(grammar),
    inspect: swedishInspect(grammar),
    page: swedishPage(grammar),
    warehouse: swedishWarehouse(grammar),
    workbook: swedishWorkbook(grammar),
    lists: swedishLists(grammar),
    loyalty: swedishLoyalty(grammar),
    effect: swedishEffect(grammar),
    profile: swedishProfile(grammar),
  };
}
