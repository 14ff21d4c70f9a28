import type { SchemeFile } from "../scheme.ts";

/**
 * The ten segments of recency and frequency that circulate in notebooks as `seg_map`. All 25 pairs are covered once; spend
 * plays no part.
 */
export const segMap: SchemeFile = {
  name: "seg-map",
  description: "Ten segments on recency and frequency alone, as many notebooks have them",
  source: "the seg_map dictionary of many Python notebooks",
  levels: 5,
  segments: [
    {
      name: "Champions",
      recency: [5, 5],
      frequency: [4, 5],
      meaning: "Bought most lately, and buy often.",
      action: "Thank them, give early access, and ask for referrals.",
    },
    {
      name: "Loyal Customers",
      recency: [3, 4],
      frequency: [4, 5],
      meaning: "Buy often, and have been here lately.",
      action: "Reward the habit with points or a stamp card.",
    },
    {
      name: "Potential Loyalists",
      recency: [4, 5],
      frequency: [2, 3],
      meaning: "Recent, and could become regulars.",
      action: "Start them on a stamp card, and suggest what goes with their last order.",
    },
    {
      name: "New Customers",
      recency: [5, 5],
      frequency: [1, 1],
      newcomers: true,
      meaning: "Bought most lately, and seldom so far.",
      action: "Welcome them, and give a reason for a second order.",
    },
    {
      name: "Promising",
      recency: [4, 4],
      frequency: [1, 1],
      meaning: "Bought lately, and seldom so far.",
      action: "Stay in sight with a small incentive for the next order.",
    },
    {
      name: "Need Attention",
      recency: [3, 3],
      frequency: [3, 3],
      meaning: "In the middle on both counts.",
      action: "Remind them with a limited offer on what they bought before.",
    },
    {
      name: "About To Sleep",
      recency: [3, 3],
      frequency: [1, 2],
      meaning: "Neither recent nor frequent.",
      action: "Show what is popular, with a small reason to come back.",
    },
    {
      name: "Can't Lose Them",
      recency: [1, 2],
      frequency: [5, 5],
      meaning: "Bought the most often, and have not been here for long.",
      action: "Ask in person why they left, then win them back.",
    },
    {
      name: "At Risk",
      recency: [1, 2],
      frequency: [3, 4],
      meaning: "Bought often, and have not been here for long.",
      action: "Ask why, then win them back with a personal offer.",
    },
    {
      name: "Hibernating",
      recency: [1, 2],
      frequency: [1, 2],
      meaning: "Last bought long ago, and seldom.",
      action: "Ask for feedback; spend little on them.",
    },
  ],
};
