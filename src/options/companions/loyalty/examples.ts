import { UsageError } from "../../../errors.ts";
import { didYouMean } from "./plan-values.ts";

/** A plan to start from. */
export interface PlanExample {
  readonly name: string;
  /** The YAML file, with what its values mean as comments. */
  readonly text: string;
}

const POINTS_AND_LEVELS = `name: Points and three levels
points: { per: 1.00, each: 1, on: net, round: half-up }   # taken back on refunds
rewards: [{ points: 500, value: 5.00, cost: 100% }]
expiry: { after: 12m, without: purchase }
levels:
  by: spend                 # spend, points, orders or balance
  window: calendar year     # or rolling 12m, lifetime
  hold: end of next year    # or end of year, 12m, for ever, none
  steps:
    - { name: Bronze, from: 0 }
    - { name: Silver, from: 200, role: silver_member }
    - { name: Gold, from: 1000, role: gold_member }
margin: 40%
fixed_cost: 0
`;

const STAMP_CARD = `name: Stamp card
# One stamp per order; ten stamps give the eleventh order free: 1/11 of what customers take home.
stamps: { per: order, each: 1 }
rewards: [{ stamps: 10, value: average order, cost: 60% }]   # cost: what a free order costs you, of its price
margin: 40%
`;

const WOOCOMMERCE = `name: Points as WooCommerce Points and Rewards has them
points: { per: 1.00, each: 1 }
rewards: [{ points: 100, value: 1.00 }]
margin: 40%
`;

const SMILE = `name: Points and levels in the style of Smile
# Whole points per unit, rounded half up. Set starts to the day on which you install it: nothing before it counts.
# starts: 2026-01-01
points: { per: 1.00, each: 1, round: half-up }
rewards: [{ points: 500, value: 5.00 }]
levels:
  by: spend                 # or points
  window: calendar year     # or lifetime, with hold: for ever
  hold: end of next year
  steps:
    - { name: Bronze, from: 0 }
    - { name: Silver, from: 300 }
    - { name: Gold, from: 1000 }
margin: 40%
`;

const LOYALTYLION = `name: Points and levels in the style of LoyaltyLion
points: { per: 1.00, each: 1 }
rewards: [{ points: 500, value: 5.00 }]
expiry: { after: 12m, without: purchase }   # its default is never
levels:
  by: spend
  window: calendar year
  hold: end of next year
  steps:
    - { name: Bronze, from: 0 }
    - { name: Silver, from: 250 }
    - { name: Gold, from: 750 }
margin: 40%
`;

const YOTPO = `name: Levels in the style of Yotpo
points: { per: 1.00, each: 1 }
rewards: [{ points: 500, value: 5.00 }]
levels:
  by: spend
  window: rolling 12m
  hold: 12m                 # from the day that qualified; or end of next year, for ever
  steps:
    - { name: Silver, from: 200 }
    - { name: Gold, from: 500 }
margin: 40%
`;

const VOUCHERIFY = `name: Levels by balance in the style of Voucherify
points: { per: 1.00, each: 1 }
rewards: [{ points: 500, value: 5.00 }]
levels:
  by: balance               # or points, with window: rolling 12m
  hold: 6m                  # its validity in months
  steps:
    - { name: Silver, from: 300 }
    - { name: Gold, from: 1000 }
margin: 40%
`;

const STARBUCKS = `name: Stars as Starbucks US has them
# The steps and the Stars of each reward are those of 2026; values and costs of the rewards are examples: enter your own.
currency: USD
points: { per: 1.00, each: 1 }
rewards:
  - { points: 25, value: 1.00, cost: 30% }
  - { points: 60, value: 2.00, cost: 100% }
  - { points: 100, value: 4.00, cost: 30% }
  - { points: 200, value: 7.00, cost: 30% }
  - { points: 300, value: 9.00, cost: 40% }
  - { points: 400, value: 20.00, cost: 50% }
levels:
  by: points
  window: rolling 12m
  hold: 12m
  steps:
    - { name: Green, from: 0 }
    - { name: Gold, from: 500 }
    - { name: Reserve, from: 2500 }
margin: 60%
`;

const SEPHORA = `name: Levels as Sephora US has them
currency: USD
points: { per: 1.00, each: 1 }
rewards: [{ points: 500, value: 10.00 }]
levels:
  by: spend
  window: calendar year
  hold: end of next year
  steps:
    - { name: Insider, from: 0 }
    - { name: VIB, from: 350 }
    - { name: Rouge, from: 1000 }
margin: 50%
`;

const S_BONUS = `name: Monthly bonus as S-ryhmä has it
# Paid in money on all purchases of a calendar month. A household is a customer here.
currency: EUR
bonus:
  each: month
  steps:
    - { from: 50, share: 1% }
    - { from: 200, share: 1.5% }
    - { from: 300, share: 2% }
    - { from: 400, share: 2.5% }
    - { from: 500, share: 3% }
    - { from: 600, share: 3.5% }
    - { from: 700, share: 4% }
    - { from: 800, share: 4.5% }
    - { from: 900, share: 5% }
margin: 20%
`;

const K_PLUSSA = `name: Points as K-Plussa has them
# 1,000 points are 5 €; a point for each euro is an example: enter your own.
currency: EUR
points: { per: 1.00, each: 1 }
rewards: [{ points: 1000, value: 5.00 }]
margin: 20%
`;

/** Plans to start from: a usual one first, then the rules of known programmes. */
export const PLAN_EXAMPLES: readonly PlanExample[] = [
  { name: "points-and-levels", text: POINTS_AND_LEVELS },
  { name: "stamp-card", text: STAMP_CARD },
  { name: "woocommerce", text: WOOCOMMERCE },
  { name: "smile", text: SMILE },
  { name: "loyaltylion", text: LOYALTYLION },
  { name: "yotpo", text: YOTPO },
  { name: "voucherify", text: VOUCHERIFY },
  { name: "starbucks", text: STARBUCKS },
  { name: "sephora", text: SEPHORA },
  { name: "s-bonus", text: S_BONUS },
  { name: "k-plussa", text: K_PLUSSA },
];

/**
 * The example of this name.
 *
 * @throws UsageError for an unknown one
 */
export function planExample(name: string): PlanExample {
  const found = PLAN_EXAMPLES.find((example) => example.name === name);
  if (found !== undefined) return found;
  const names = PLAN_EXAMPLES.map((example) => example.name);
  throw new UsageError(
    `--example ${name}: unknown example`,
    `${didYouMean(name, names)}the examples are ${names.join(", ")}`,
  );
}
