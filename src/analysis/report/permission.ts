import type { CommonValues } from "../../basics/text/common-values.ts";

/** Which of the scored customers may be written to, and what says so. */
export interface Permission {
  /** By row of the customer table, 1 for whoever may be. */
  readonly isAllowed: Uint8Array;
  /** The options of `rfm lists` that leave out everybody else, by name. */
  readonly options: readonly (readonly [name: string, value: string])[];
  /** How many of all customers have consented, and to what question; `null` where none is asked. */
  readonly consent: {
    readonly condition: string;
    readonly yes: number;
    readonly all: number;
    /** What the others' purchases say. */
    readonly answers: CommonValues;
  } | null;
  /** How many entries of a do-not-contact list are customers; `null` without one. */
  readonly exclusions: { readonly file: string; readonly met: number; readonly entries: number } | null;
}
