import type { SchemeFile } from "../scheme.ts";

/**
 * Putler's eleven segments of recency and the mean of frequency and spend.
 *
 * Its table gives closed ranges on a scale of 0 … 5, in which two thirds of the cells belong to several segments and no
 * order is stated. Here a range is read as (low, high] on scores 1 … 5: six pairs of recency and mean stay in two segments,
 * and the more specific one comes first.
 */
export const putler: SchemeFile = {
  name: "putler",
  description: "Putler's eleven segments, on recency and the mean of frequency and spend",
  source: "putler.com, RFM analysis",
  levels: 5,
  segments: [
    {
      name: "Champions",
      recency: [5, 5],
      frequencyMonetary: [4.5, 5],
      meaning: "Bought most lately, and among those who buy and spend the most.",
      action: "Thank them, give early access, and ask for referrals.",
    },
    {
      name: "Loyal Customers",
      recency: [3, 5],
      frequencyMonetary: [3.5, 5],
      meaning: "Buy often or spend well, and have been here lately.",
      action: "Reward the habit with points or a stamp card.",
    },
    {
      name: "Potential Loyalist",
      recency: [4, 5],
      frequencyMonetary: [1.5, 3],
      meaning: "Recent, with a middling number of orders and spend.",
      action: "Offer membership and suggest what goes with their last order.",
    },
    {
      name: "Recent Customers",
      recency: [5, 5],
      frequencyMonetary: [1, 1],
      newcomers: true,
      meaning: "Bought most lately, and the least so far.",
      action: "Welcome them, and give a reason for a second order.",
    },
    {
      name: "Promising",
      recency: [4, 4],
      frequencyMonetary: [1, 1],
      meaning: "Bought lately, and the least so far.",
      action: "Stay in sight with a small incentive for the next order.",
    },
    {
      name: "Customers Needing Attention",
      recency: [3, 3],
      frequencyMonetary: [2.5, 3],
      meaning: "In the middle on all counts.",
      action: "Remind them with a limited offer on what they bought before.",
    },
    {
      name: "About To Sleep",
      recency: [3, 3],
      frequencyMonetary: [1, 2],
      meaning: "Neither recent nor frequent.",
      action: "Show what is popular, with a small reason to come back.",
    },
    {
      name: "Can't Lose Them",
      recency: [1, 1],
      frequencyMonetary: [4.5, 5],
      meaning: "Bought the most once, and are the longest gone.",
      action: "Ask in person why they left, then win them back.",
    },
    {
      name: "At Risk",
      recency: [1, 2],
      frequencyMonetary: [2.5, 5],
      meaning: "Bought often or spent well, and have not been here for long.",
      action: "Ask why, then win them back with a personal offer.",
    },
    {
      name: "Hibernating",
      recency: [2, 2],
      frequencyMonetary: [1.5, 2],
      meaning: "Last bought long ago, seldom and little.",
      action: "Send something relevant now and then.",
    },
    {
      name: "Lost",
      recency: [1, 2],
      frequencyMonetary: [1, 2],
      meaning: "Lowest on all counts.",
      action: "One last message asking for feedback, then stop.",
    },
  ],
};
