import type { StatusMeaning } from "../../exports/values/statuses.ts";

const MARK = "\u0001";

/** A status as the row table's dictionary holds it: the platform's name, what a rule says it means, and the words. */
export interface StatusKey {
  readonly platform: string;
  /** Set where a rule of the platform decided; `null` where the words must. */
  readonly means: StatusMeaning | null;
  readonly words: string;
  /** Holds only where it holds for every row of the order: a rule about a blank cell, which other rows may fill. */
  readonly weak: boolean;
}

/** The dictionary's text for a status; the blank one is the empty text. */
export function statusKeyText({ platform, means, words, weak }: StatusKey): string {
  return words === "" ? "" : [platform, means ?? "", words, weak ? "weak" : ""].join(MARK);
}

/** The inverse of {@link statusKeyText}. */
export function parseStatusKey(text: string): StatusKey {
  const [platform = "", means = "", words = "", weak = ""] = text.split(MARK);
  return { platform, means: means === "" ? null : (means as StatusMeaning), words, weak: weak !== "" };
}
