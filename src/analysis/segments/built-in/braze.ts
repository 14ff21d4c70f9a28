import type { SchemeFile } from "../scheme.ts";

/**
 * Braze's ten segments. Its scores 0 … 3 are 1 … 4 here; the first segment that fits wins. One cell, 030 in its own
 * scores and 141 in these, is in none of them and goes to Others.
 */
export const braze: SchemeFile = {
  name: "braze",
  description: "Braze's ten segments in order, its scores 0 to 3 as 1 to 4, then Others",
  source: "github.com/braze-inc/braze-docs, rfm_segments.md",
  levels: 4,
  segments: [
    {
      name: "Champions",
      recency: [4, 4],
      frequency: [3, 4],
      monetary: [3, 4],
      meaning: "Bought most lately, buy often and spend well.",
      action: "Thank them, give early access, and ask for referrals.",
    },
    {
      name: "Loyal",
      recency: [3, 4],
      frequency: [3, 4],
      monetary: [2, 4],
      meaning: "Buy often, and have been here lately.",
      action: "Reward the habit with points or a stamp card.",
    },
    {
      name: "Potential Loyalists",
      recency: [4, 4],
      frequency: [2, 4],
      monetary: [2, 4],
      meaning: "Bought most lately, and more than once.",
      action: "Start them on a stamp card, and suggest what goes with their last order.",
    },
    {
      name: "Promising",
      recency: [4, 4],
      frequency: [1, 4],
      monetary: [2, 4],
      meaning: "Bought most lately, and seldom so far.",
      action: "Stay in sight, with a reason for the next order.",
    },
    {
      name: "New Customers",
      recency: [4, 4],
      frequency: [1, 4],
      monetary: [1, 4],
      newcomers: true,
      meaning: "Bought most lately, and spent the least.",
      action: "Welcome them, and give a reason for a second order.",
    },
    {
      name: "Needing Attention",
      recency: [3, 4],
      frequency: [1, 4],
      monetary: [1, 4],
      meaning: "Bought not long ago, seldom or little.",
      action: "Remind them with a limited offer on what they bought before.",
    },
    {
      name: "Cannot Lose",
      recency: [1, 2],
      frequency: [3, 4],
      monetary: [3, 4],
      meaning: "Bought often and spent well, and have not been here for long.",
      action: "Ask in person why they left, then win them back.",
    },
    {
      name: "At Risk",
      recency: [1, 2],
      frequency: [2, 4],
      monetary: [2, 4],
      meaning: "Bought more than once, and have not been here for long.",
      action: "Ask why, then win them back with a personal offer.",
    },
    {
      name: "About To Sleep",
      recency: [2, 2],
      frequency: [1, 4],
      monetary: [1, 4],
      meaning: "Not here for some time, seldom or little.",
      action: "Show what is popular, with a small reason to come back.",
    },
    {
      name: "Hibernating",
      recency: [1, 1],
      frequency: [1, 3],
      monetary: [1, 4],
      meaning: "The longest gone.",
      action: "Ask for feedback; spend little on them.",
    },
    {
      name: "Others",
      otherwise: true,
      meaning: "In none of the published segments: the longest gone, who bought the most often and spent the least.",
      action: "Look at them one by one.",
    },
  ],
};
