import type { SchemeFile } from "../scheme.ts";

/** Cells as the source lists them. */
function cells(text: string): readonly string[] {
  return text.split(" ");
}

/**
 * The default segments of pymc-marketing, on four levels: five lists of cells, and Other for the 18 of 64 cells in none
 * of them, among which are recent and frequent customers who spend little (441, 442).
 */
export const pymc: SchemeFile = {
  name: "pymc",
  description: "The default of pymc-marketing: five lists of cells on four levels, then Other",
  source: "github.com/pymc-labs/pymc-marketing, clv/utils.py",
  levels: 4,
  segments: [
    {
      name: "Premium Customer",
      cells: cells("334 443 444 344 434 433 343 333"),
      meaning: "In the upper half of all three scores.",
      action: "Thank them, give early access, and ask for referrals.",
      family: "best",
      claims: { action: ["recent", "again"] },
    },
    {
      name: "Repeat Customer",
      cells: cells("244 234 232 332 143 233 243"),
      meaning: "Ordered more than once.",
      action: "Remind them with what goes with their earlier orders.",
      family: "cooling",
      claims: { meaning: ["again"], action: ["recent", "again"] },
    },
    {
      name: "Top Spender",
      cells: cells("424 414 144 314 324 124 224 423 413 133 323 313 134"),
      meaning: "In the upper half by spend score.",
      action: "Show the better version of what they buy, and new things first.",
      family: "best",
      claims: { action: ["recent"] },
    },
    {
      name: "At Risk Customer",
      cells: cells("422 223 212 122 222 132 322 312 412 123 214"),
      meaning: "In the lower half by frequency or spend score; the recency score may be high.",
      action: "Give a reason for the next order.",
      family: "slipping",
      claims: { action: ["recent"] },
    },
    {
      name: "Inactive Customer",
      cells: cells("411 111 113 114 112 211 311"),
      meaning: "The lowest by frequency score; the recency score may be high (411).",
      action: "Ask for feedback; spend little on them.",
      family: "quiet",
      claims: { action: ["silent"] },
    },
    {
      name: "Other",
      otherwise: true,
      meaning: "In none of the published lists.",
      action: "Look at their scores one by one.",
      claims: {},
    },
  ],
};
