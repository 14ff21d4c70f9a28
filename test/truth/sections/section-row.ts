import type { Said } from "../../support/recording-language.ts";

/** A sentence of a section that a report has only where it is asked: what it claims, from which numbers, and whether that is so. */
export interface SectionRow<Facts> {
  readonly claim: string;
  readonly restsOn: string;
  /** Whether it may be said of such an input, with what it was made from. */
  readonly isTrue: (args: readonly unknown[], facts: Facts) => boolean;
  /** The input of which it must be said. */
  readonly said: string;
  /** The input of which it must not be said, or only with other numbers. */
  readonly unsaid: string;
}

export type SectionRows<Facts> = Readonly<Record<string, SectionRow<Facts>>>;

/** What was said of an input, and what is true of it by plain counting. */
export interface Heard<Facts> {
  readonly said: readonly Said[];
  readonly facts: Facts;
}

/** Amounts as they are written, `1,234.50 EUR`. */
export const moneyOf = (text: unknown): number =>
  Number(
    String(text)
      .replace(/[^\d.−-]/g, "")
      .replace("−", "-"),
  );
