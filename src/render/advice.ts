import type { SegmentSummary } from "../analysis/segments/summarise-segments.ts";
import type { Language } from "./language/language.ts";

/** What a segment's people should read: who they are, what to do now, what not to do, and what shows that it worked. */
export interface Advice {
  readonly meaning: string;
  readonly action: string;
  readonly avoid: string;
  readonly measure: string;
}

/** A customer of three months is not new any more. */
const NEW_FOR_DAYS = 90;

/**
 * The advice for a segment as it is. Where its name promises newcomers and its median customer first bought more than 90
 * days ago, it says that instead: small scores can mean someone who has been there for long and buys little.
 */
export function segmentAdvice(summary: SegmentSummary, { words }: Language): Advice {
  const { segment, newcomers, medianTenureDays, meaning, action, avoid, measure } = summary;
  if (!newcomers || medianTenureDays === null || medianTenureDays <= NEW_FOR_DAYS) {
    return { meaning, action, avoid, measure };
  }
  return { ...words.notNew, meaning: words.notNew.meaning(segment, medianTenureDays) };
}
