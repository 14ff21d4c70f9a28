/*
 * The Finnish catalogue: every text that people read, by subject; it has the same shape as en/.
 */
import type { Catalogue } from "../en/index.ts";
import type { PeopleFormats } from "../people-formats.ts";
import { finnishClaims } from "./claims.ts";
import { finnishCohorts } from "./cohorts.ts";
import { finnishCommon } from "./common.ts";
import { finnishCompare } from "./compare.ts";
import { finnishDigest } from "./digest.ts";
import { finnishEffect } from "./effect.ts";
import { finnishExplain } from "./explain.ts";
import { finnishForecasting } from "./forecast/index.ts";
import { finnishGrammar } from "./grammar.ts";
import { finnishInspect } from "./inspect.ts";
import { finnishLedger } from "./ledger.ts";
import { finnishLists } from "./lists.ts";
import { finnishLoyalty } from "./loyalty.ts";
import { finnishMonetary } from "./monetary.ts";
import { finnishOfCustomers } from "./of-customers.ts";
import { finnishPage } from "./page/index.ts";
import { finnishProfile } from "./profile.ts";
import { finnishReading } from "./reading.ts";
import { finnishRepeat } from "./repeat.ts";
import { finnishReport } from "./report.ts";
import { finnishRetention } from "./retention.ts";
import { SCHEMES } from "./schemes/index.ts";
import { finnishSchemes } from "./schemes.ts";
import { finnishScoring } from "./scoring.ts";
import { finnishOrders, finnishScore, finnishSegments } from "./tables.ts";
import { finnishWarehouse } from "./warehouse.ts";
import { finnishWithoutMoney } from "./without-money.ts";
import { finnishWorkbook } from "./workbook.ts";

/** Every text that people read, in Finnish: a file for each subject. */
export function finnish(formats: PeopleFormats): Catalogue {
  const grammar = finnishGrammar(formats);
  return {
    common: finnishCommon(grammar),
    dimensions: grammar.dimensions,
    period: (label) =>
      label
        .replace(/^(\d{4})-(\d{2})$/, (_, year: string, month: string) => `${Number(month)}/${year}`)
        .replace(/^(\d{4})-W(\d{2})$/, (_, year: string, week: string) => `vko ${Number(week)}/${year}`)
        .replace(/^(\d{4})-Q(\d)$/, "Q$2/$1"),
    schemes: SCHEMES,
    platforms: {
      prestashop:
        "tässä luettelossa asiakkaalla on vain etukirjain ja sukunimi: samannimiset lasketaan yhdeksi; kysely, jossa on sähköpostiosoitteet (SQL-hallinta), erottaa heidät",
      "shopware-6":
        "tilauksen tila on tässä aineistossa pelkkä tietokannan tunnus, joten myös perutut tilaukset lasketaan: lisää vientiprofiiliin stateMachineState.technicalName ja anna sen sarake valinnalla --status",
      "woocommerce-analytics":
        "tässä latauksessa asiakkaasta on vain nimi: samannimiset lasketaan yhdeksi; tilausaineisto, jossa on sähköpostiosoitteet, erottaa heidät",
      "etsy-items":
        "tämä tiedosto tuntee ostajat vain näyttönimeltä eikä hyvityksiä lainkaan; myytyjen tilausten tiedostossa (EtsySoldOrders) on sekä ostajan tunnus että oikaistut summat",
    },
    claims: finnishClaims(grammar),
    ledger: finnishLedger(grammar),
    reading: finnishReading(grammar),
    scoring: finnishScoring(grammar),
    score: finnishScore,
    orders: finnishOrders,
    segments: finnishSegments,
    monetary: finnishMonetary,
    withoutMoney: finnishWithoutMoney(grammar),
    ofCustomers: finnishOfCustomers(grammar),
    report: finnishReport(grammar),
    retention: finnishRetention(grammar),
    cohorts: finnishCohorts(grammar),
    forecasting: finnishForecasting(grammar),
    repeat: finnishRepeat(grammar),
    compare: finnishCompare(grammar),
    digest: finnishDigest(grammar),
    explain: finnishExplain(grammar),
    scheme: finnishSchemes(grammar),
    inspect: finnishInspect(grammar),
    page: finnishPage(grammar),
    warehouse: finnishWarehouse(grammar),
    workbook: finnishWorkbook(grammar),
    lists: finnishLists(grammar),
    loyalty: finnishLoyalty(grammar),
    effect: finnishEffect(grammar),
    profile: finnishProfile(grammar),
  };
}
