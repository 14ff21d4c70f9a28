import type { ReportInput } from "../report-input.ts";
import type { Block } from "./block.ts";
import { loyaltyBlocks } from "./loyalty-blocks.ts";

/** The decision and the costs: what a screen has room for beside the rest of a report. */
const SHORT = 3;

/** A loyalty plan in a report, where it was given one. */
export function reportLoyaltyBlocks({ loyalty, language }: ReportInput, isFull: boolean): readonly Block[] {
  if (loyalty === null) return [];
  const blocks = loyaltyBlocks(loyalty, isFull ? "full" : "short", language);
  return [
    { kind: "heading", text: language.words.loyalty.heading(loyalty.replay.plan.name) },
    ...(isFull ? blocks : blocks.slice(0, SHORT)),
  ];
}
