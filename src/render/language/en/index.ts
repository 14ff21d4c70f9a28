import type { PeopleFormats } from "../people-formats.ts";
import { englishClaims } from "./claims.ts";
import { englishCohorts } from "./cohorts.ts";
import { englishCommon } from "./common.ts";
import { englishCompare } from "./compare.ts";
import { englishDigest } from "./digest.ts";
import { englishEffect } from "./effect.ts";
import { englishExplain } from "./explain.ts";
import { englishForecasting } from "./forecast/index.ts";
import { englishGrammar } from "./grammar.ts";
import { englishInspect } from "./inspect.ts";
import { englishLedger } from "./ledger.ts";
import { englishLists } from "./lists.ts";
import { englishLoyalty } from "./loyalty.ts";
import { englishMonetary } from "./monetary.ts";
import { englishOfCustomers } from "./of-customers.ts";
import { englishPage } from "./page/index.ts";
import { englishProfile } from "./profile.ts";
import { englishReading } from "./reading.ts";
import { englishRepeat } from "./repeat.ts";
import { englishReport } from "./report.ts";
import { englishRetention } from "./retention.ts";
import type { SchemeTexts } from "./schemes.ts";
import { englishSchemes } from "./schemes.ts";
import { englishScoring } from "./scoring.ts";
import { englishOrders, englishScore, englishSegments } from "./tables.ts";
import { englishWarehouse } from "./warehouse.ts";
import { englishWithoutMoney } from "./without-money.ts";
import { englishWorkbook } from "./workbook.ts";

/**
 * Every text that people read, in English: a file for each subject. A catalogue of another language has the same keys. Each
 * text is a whole sentence or phrase of its own, so that no language has to glue words in another's order.
 */
export function english(formats: PeopleFormats) {
  const grammar = englishGrammar(formats);
  return {
    common: englishCommon(grammar),
    dimensions: grammar.dimensions,
    /** A period's name, `2011-02`, as people read it. */
    period: (label: string) => label,
    /** What the names and texts of built-in schemes are, by the English; English has the schemes' own. */
    schemes: {} as SchemeTexts,
    /** What is said of a platform, by its preset's name; English has the preset's own. */
    platforms: {} as Readonly<Record<string, string>>,
    claims: englishClaims(grammar),
    ledger: englishLedger(grammar),
    reading: englishReading(grammar),
    scoring: englishScoring(grammar),
    score: englishScore,
    orders: englishOrders,
    segments: englishSegments,
    monetary: englishMonetary,
    withoutMoney: englishWithoutMoney(grammar),
    ofCustomers: englishOfCustomers(grammar),
    report: englishReport(grammar),
    retention: englishRetention(grammar),
    cohorts: englishCohorts(grammar),
    forecasting: englishForecasting(grammar),
    repeat: englishRepeat(grammar),
    compare: englishCompare(grammar),
    digest: englishDigest(grammar),
    explain: englishExplain(grammar),
    scheme: englishSchemes(grammar),
    inspect: englishInspect(grammar),
    page: englishPage(grammar),
    warehouse: englishWarehouse(grammar),
    workbook: englishWorkbook(grammar),
    lists: englishLists(grammar),
    loyalty: englishLoyalty(grammar),
    effect: englishEffect(grammar),
    profile: englishProfile(grammar),
  };
}

/** The texts of a language; a key that is missing is a type error. */
export type Catalogue = ReturnType<typeof english>;
