import { quantileScale, scoreOf } from "../../analysis/scores/scale.ts";
import { FAMILIES, type Family } from "../../analysis/segments/family.ts";
import type { SegmentSummary } from "../../analysis/segments/summarise-segments.ts";
import { AMOUNT_SCALE } from "../../basics/money/amount.ts";
import type { Language } from "../language/language.ts";
import type { OverTime, ReportInput } from "./report-input.ts";

/**
 * A segment's colour, 0 … 4: its family, from the best to the quiet; in a scheme without families how long ago its typical
 * customer last bought, from the most recent fifth of all customers.
 */
export type Band = 0 | 1 | 2 | 3 | 4;

/** What every part of the page is made from. */
export interface PageContext extends ReportInput {
  readonly text: Language["words"]["page"];
  /** ` EUR`, or empty where the exports name no currency. */
  readonly currency: string;
  /** Money with its decimals and currency. */
  readonly money: (value: number | bigint) => string;
  /** Money in whole units where cents would only be noise: from a thousand on. */
  readonly roundMoney: (value: number | bigint) => string;
  /** An average in currency units as money, with its decimals and currency. */
  readonly average: (units: number) => string;
  /** A fraction on an axis: `25%`, without decimals that are 0. */
  readonly tickShare: (value: number) => string;
  /** One colour a segment, the same in every chart; `null` for a segment without customers. */
  readonly bandOf: (summary: SegmentSummary) => Band | null;
  /** Whether the colours are those of families. */
  readonly hasFamilies: boolean;
}

/** The same for the parts on what happened from period to period. */
export type FollowedContext = OverTime<PageContext>;

const BANDS = 5;
const UNITS_WITHOUT_CENTS = 1000;

/** Binds a report to the words and formats of its language. */
export function pageContext(input: ReportInput): PageContext {
  const { language, understanding, report } = input;
  const currency = understanding.currency === "" ? "" : `\u00A0${understanding.currency.slice(0, 12)}`;
  const hasFamilies = report.segments.segments.some(({ family }) => family !== null);
  const { cutPoints } = hasFamilies
    ? { cutPoints: [] }
    : quantileScale(report.segmented.customers.recencyDays, BANDS, "lower");
  return {
    ...input,
    text: language.words.page,
    currency,
    money: (value) => `${language.money(value)}${currency}`,
    average: (units) => `${language.money(units * AMOUNT_SCALE)}${currency}`,
    roundMoney: (value) => {
      const units = Math.round(Math.abs(Number(value)) / AMOUNT_SCALE);
      if (units < UNITS_WITHOUT_CENTS) return `${language.money(value)}${currency}`;
      return `${language.count(value < 0 ? -units : units)}${currency}`;
    },
    tickShare: (value) => language.share(value).replace(`${language.decimalMark}0`, ""),
    hasFamilies,
    bandOf: ({ family, medianRecencyDays }) => {
      if (medianRecencyDays === null) return null;
      return hasFamilies ? familyBand(family) : bandAt(medianRecencyDays, cutPoints);
    },
  };
}

/** The middle one for a segment that belongs to no family. */
function familyBand(family: Family | null): Band {
  return (family === null ? 2 : FAMILIES.indexOf(family)) as Band;
}

function bandAt(days: number, cutPoints: readonly number[]): Band {
  return (scoreOf(days, { cutPoints, better: "higher" }) - 1) as Band; // 5 cut into 0 … 4
}
