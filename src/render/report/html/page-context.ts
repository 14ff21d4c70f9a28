import { quantile, scoreOf } from "../../../analysis/scores/scale.ts";
import type { SegmentSummary } from "../../../analysis/segments/summarise-segments.ts";
import { AMOUNT_SCALE } from "../../../basics/money/amount.ts";
import type { Language } from "../../language/language.ts";
import type { ReportInput } from "../report-input.ts";

/** How long ago the typical customer of a segment last bought, from 0, the most recent fifth of all customers, to 4. */
export type RecencyBand = 0 | 1 | 2 | 3 | 4;

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
  /** A fraction on an axis: `25 %`, without decimals that are 0. */
  readonly tickShare: (value: number) => string;
  /** One colour a segment, the same in every chart; `null` for a segment without customers. */
  readonly bandOf: (summary: SegmentSummary) => RecencyBand | null;
}

const BANDS = 5;
const UNITS_WITHOUT_CENTS = 1000;

/** Binds a report to the words and formats of its language. */
export function pageContext(input: ReportInput): PageContext {
  const { language, understanding, report } = input;
  const currency = understanding.currency === "" ? "" : `\u00A0${understanding.currency.slice(0, 12)}`;
  const sorted = report.segmented.customers.recencyDays.toSorted();
  const cutPoints = Array.from({ length: BANDS - 1 }, (_, index) => quantile(sorted, index + 1, BANDS));
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
    bandOf: ({ medianRecencyDays }) => (medianRecencyDays === null ? null : bandAt(medianRecencyDays, cutPoints)),
  };
}

function bandAt(days: number, cutPoints: readonly number[]): RecencyBand {
  return (scoreOf(days, { cutPoints, better: "higher" }) - 1) as RecencyBand; // 5 cut into 0 … 4
}
