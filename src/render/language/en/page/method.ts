import type { EnglishGrammar } from "../grammar.ts";

/** The page's account of how its numbers were made. */
export function englishPageMethod({ day, plural }: EnglishGrammar) {
  return {
    method: {
      heading: "How the numbers were made",
      moreFiles: (more: number) => `and ${plural(more, "more file")}; the JSON report has them all.`,
      intro: "Everything above can be worked out again from the files named here.",
      moves: (from: number) =>
        `The moves between groups since ${day(from)} use this report's cut points on both days, as rfm compare does; rfm compare --cut-points-of from uses those of ${day(from)}, and its figures differ.`,
      unfold: "Definitions, choices, cut points, what was read, files",
      words: "What the words mean",
      terms: {
        order: [
          "Order",
          "All rows of an export with the same order number. It counts when its status counts and it is worth more than 0.",
        ],
        refund: [
          "Refund",
          "Money given back. It lowers what a customer spent, and never how recently or how often they ordered.",
        ],
        recency: ["Recency", "Whole days from a customer's last order to the last day of the report. Fewer is better."],
        frequency: ["Frequency", "How many orders a customer placed."],
        frequencyDays: ["Frequency", "On how many different days a customer ordered."],
        monetary: ["Monetary value", "What a customer spent: orders less refunds."],
        monetaryMargin: [
          "Monetary value",
          "What a customer's orders earned: their margin, less refunds. Revenue is what was spent, as elsewhere.",
        ],
        monetaryMarginAverage: [
          "Monetary value",
          "What a customer's orders earned (their margin, less refunds), divided by the frequency. Revenue is what was spent, as elsewhere.",
        ],
        monetaryAverage: ["Monetary value", "What a customer spent (orders less refunds), divided by the frequency."],
        score: [
          "Score",
          "Each measure's place among all customers, from 1 up; the highest is best. Three scores written together, such as 543, are recency, frequency and monetary value.",
        ],
        segment: ["Segment", "A group of customers with similar scores. Every customer is in exactly one."],
        median: ["Median", "The middle one: half have less, half have more."],
        asOf: ["As-of date", "The last day that counts. It is the newest day in the data unless it was chosen."],
      } satisfies Readonly<Record<string, readonly [term: string, meaning: string]>>,
      choices: "Choices made",
      choice: {
        scheme: "Segment scheme",
        window: "Window",
        allHistory: "all history",
        windowFrom: (from: number, to: number) => `${day(from)} to ${day(to)}`,
        windowFor: "the window limits frequency and money only",
        refunds: "Refunds",
        refundsNet: "deducted",
        refundsIgnored: "left out",
        version: "Program",
      },
      cutPoints: "Cut points",
      cutPointsIntro: "Which values give which score. A value on a cut point belongs to the range that ends there.",
      ledger: "What was read",
      files: "Files",
      file: "File",
      rows: "Rows",
      bytes: "Bytes",
      sha256: "SHA-256",
      filesIntro:
        "The SHA-256 is a fingerprint of the file: another file with the same one is the same to the last byte.",
      notes: "Notes",
      noNotes: "None.",
      warning: "Warning:",
      madeBy: (version: string) =>
        `Made by rfm ${version}. This page is one file: it contains no scripts and makes no network requests.`,
    },
  };
}
