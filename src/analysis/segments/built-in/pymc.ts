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
      meaning: "Above average on all three counts.",
      action: "Thank them, give early access, and ask for referrals.",
    },
    {
      name: "Repeat Customer",
      cells: cells("244 234 232 332 143 233 243"),
      meaning: "Buy often, and have not been here lately.",
      action: "Remind them with what goes with their earlier orders.",
    },
    {
      name: "Top Spender",
      cells: cells("424 414 144 314 324 124 224 423 413 133 323 313 134"),
      meaning: "Spend much an order, whether often or not.",
      action: "Show the better version of what they buy, and new things first.",
    },
    {
      name: "At Risk Customer",
      cells: cells("422 223 212 122 222 132 322 312 412 123 214"),
      meaning: "Below average on frequency and spend; some of them recent.",
      action: "Give a reason for the next order.",
    },
    {
      name: "Inactive Customer",
      cells: cells("411 111 113 114 112 211 311"),
      meaning: "Bought once or so, and little; some of them recent (411).",
      action: "Ask for feedback; spend little on them.",
    },
    {
      name: "Other",
      otherwise: true,
      meaning: "In none of the published lists.",
      action: "Look at their scores one by one.",
    },
  ],
};
