import type { ReportInput } from "../report-input.ts";
import type { Block } from "./block.ts";
import { decisionBlocks, loyaltyBlocks } from "./loyalty-blocks.ts";

/** A loyalty plan in a report, where it was given one; on a screen, which has no room for more, the decision and the costs. */
export function reportLoyaltyBlocks({ loyalty, language }: ReportInput, isFull: boolean): readonly Block[] {
  if (loyalty === null) return [];
  return [
    { kind: "heading", text: language.words.loyalty.heading(loyalty.replay.plan.name) },
    ...(isFull ? loyaltyBlocks(loyalty, "full", language) : decisionBlocks(loyalty, language)),
  ];
}
