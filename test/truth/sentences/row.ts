import type { Facts } from "./plain-counting.ts";

/** A sentence of the report: what it claims, from which numbers, and whether that is so. */
export interface SentenceRow {
  readonly claim: string;
  readonly restsOn: string;
  /** Whether the report may say it of such an export, with what it was made from. */
  readonly isTrue: (args: readonly unknown[], facts: Facts) => boolean;
  /** The export where it must be said. */
  readonly said: string;
  /** The export where it must not be said; of a sentence that every report has, the one of which it would be untrue as it was said. */
  readonly unsaid: string;
}

export const near = (a: unknown, b: number): boolean => Math.abs(Number(a) - b) < 1e-9 * Math.max(1, Math.abs(b));
/** Money as the page writes it, `1,234` or `999.99`, up to its rounding. */
export const sameMoney = (text: unknown, money: number): boolean =>
  Math.abs(
    Number(
      String(text)
        .replace(/[^\d.−-]/g, "")
        .replace("−", "-"),
    ) - money,
  ) <= (String(text).includes(".") ? 0.006 : 0.51);

/** The exports that most rows name. */
export const HEALTHY = "two years, healthy";
export const SILENT = "two years, long silent";
export const SHORT = "thirty-three days";
export const ALL_ONCE = "nobody came back";
export const EIGHT = "eight customers";
export const FIFTY = "everybody comes every fifty days";
export const ONE = "one order";
export const BAD_YEAR = "a good month in a bad year";
export const REFUNDED = "refunds as large as purchases";

export type Rows = Readonly<Record<string, SentenceRow>>;

/** A share as it is written, `26.9 %`. */
export const sameShare = (text: unknown, part: number): boolean =>
  Math.abs(Number(String(text).replace(/[^\d.]/g, "")) - part * 100) < 0.0501;
