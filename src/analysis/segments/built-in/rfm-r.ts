import type { SchemeFile } from "../scheme.ts";

/**
 * The example of the R package rfm: ten boxes, the first that fits wins, and Others for the ten cells in none of them
 * (241 341 441 541 251 351 451 551 252 215). 58 cells lie in more than one box.
 */
export const rfmR: SchemeFile = {
  name: "rfm-r",
  description: "The example of the R package rfm: ten boxes in order, then Others",
  source: "github.com/rsquaredacademy/rfm, README of version 0.3.0",
  levels: 5,
  segments: [
    {
      name: "Champions",
      recency: [5, 5],
      frequency: [5, 5],
      monetary: [5, 5],
      meaning: "Best on all three counts.",
      action: "Thank them, give early access, and ask for referrals.",
    },
    {
      name: "Potential Loyalist",
      recency: [3, 5],
      frequency: [3, 5],
      monetary: [2, 5],
      meaning: "Above average on recency and frequency, and not the smallest spenders.",
      action: "Start them on a stamp card, and suggest what goes with their last order.",
    },
    {
      name: "Loyal Customers",
      recency: [2, 4],
      frequency: [2, 4],
      monetary: [2, 4],
      meaning: "In the middle on all counts.",
      action: "Reward the habit with points or a stamp card.",
    },
    {
      name: "Promising",
      recency: [3, 4],
      frequency: [1, 3],
      monetary: [3, 5],
      meaning: "Spend well, and not yet often.",
      action: "Stay in sight, with a reason for the next order.",
    },
    {
      name: "New Customers",
      recency: [4, 5],
      frequency: [1, 3],
      monetary: [1, 5],
      newcomers: true,
      meaning: "Bought lately, and seldom so far.",
      action: "Welcome them, and give a reason for a second order.",
    },
    {
      name: "Can't Lose Them",
      recency: [1, 2],
      frequency: [3, 4],
      monetary: [4, 5],
      meaning: "Spent the most, and have not been here for long.",
      action: "Ask in person why they left, then win them back.",
    },
    {
      name: "At Risk",
      recency: [1, 2],
      frequency: [2, 5],
      monetary: [4, 5],
      meaning: "Bought often and spent well, and have not been here for long.",
      action: "Ask why, then win them back with a personal offer.",
    },
    {
      name: "Need Attention",
      recency: [1, 3],
      frequency: [3, 5],
      monetary: [3, 5],
      meaning: "Good customers whose pace is slackening.",
      action: "Remind them with a limited offer on what they bought before.",
    },
    {
      name: "About To Sleep",
      recency: [2, 3],
      frequency: [1, 3],
      monetary: [1, 4],
      meaning: "Below average on most counts.",
      action: "Show what is popular, with a small reason to come back.",
    },
    {
      name: "Lost",
      recency: [1, 1],
      frequency: [1, 5],
      monetary: [1, 5],
      meaning: "The longest gone.",
      action: "One last message asking for feedback, then stop.",
    },
    {
      name: "Others",
      otherwise: true,
      meaning: "In none of the published boxes.",
      action: "Look at their scores one by one.",
    },
  ],
};
