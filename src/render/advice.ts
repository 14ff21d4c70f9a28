import type { SegmentSummary } from "../core/segments/summarise-segments.ts";
import { peopleNumber } from "./people.ts";

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
export function segmentAdvice(summary: SegmentSummary): Advice {
  const { segment, newcomers, medianTenureDays, meaning, action, avoid, measure } = summary;
  if (!newcomers || medianTenureDays === null || medianTenureDays <= NEW_FOR_DAYS) {
    return { meaning, action, avoid, measure };
  }
  return {
    meaning: `Not new, whatever the name: the median customer in ${segment} first bought ${peopleNumber(medianTenureDays)} days ago. They were here lately, and buy little.`,
    action: "Leave the welcome out: ask what keeps them from buying more, and suggest what goes with their last order.",
    avoid: "A welcome series: they have known the shop for months.",
    measure: "Orders per customer in the next 90 days.",
  };
}
