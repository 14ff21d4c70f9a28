import type { StatusMeaning } from "../values/statuses.ts";

const MARK = "\u0001";

/** A status as the row table's dictionary holds it: the platform's name, what a rule says it means, and the words. */
export interface StatusKey {
  readonly platform: string;
  /** Set where a rule of the platform decided; `null` where the words must. */
  readonly means: StatusMeaning | null;
  readonly words: string;
}

/** The dictionary's text for a status; the blank one is the empty text. */
export function statusKeyText({ platform, means, words }: StatusKey): string {
  return words === "" ? "" : [platform, means ?? "", words].join(MARK);
}

/** The inverse of {@link statusKeyText}. */
export function parseStatusKey(text: string): StatusKey {
  const [platform = "", means = "", words = ""] = text.split(MARK);
  return { platform, means: means === "" ? null : (means as StatusMeaning), words };
}
