import type { Language } from "./language.ts";

/** A change as a percentage with its sign, such as `+12.3%` and `−5.2%`; `0.0%` has none. */
export function signedShare(change: number, { share }: Pick<Language, "share">): string {
  return `${change > 0 ? "+" : change < 0 ? "−" : ""}${share(Math.abs(change))}`;
}
