import { parsePlanFile } from "../../../src/options/companions/loyalty/plan-file.ts";
import { type NaiveMember, naiveMember } from "../../analysis/loyalty/naive-loyalty.ts";
import { dayOf } from "../../support/order-table.ts";
import { dateOf, sumOf } from "../sentences/plain-counting.ts";
import { near } from "../sentences/row.ts";
import { saidWithSection } from "./report-section.ts";
import { type Heard, moneyOf, type SectionRows } from "./section-row.ts";

/** A plan, replayed the plain way. Each plan here has one reward at most, and its points never expire. */
export interface LoyaltyFacts {
  readonly members: readonly NaiveMember[];
  /** Whole currency units. */
  readonly sales: number;
  readonly taken: number;
  readonly costOfRewards: number;
  readonly fixed: number;
  readonly margin: number | null;
  readonly hasRewards: boolean;
  readonly hasBonus: boolean;
  readonly redemption: number | null;
  /** Whether the number of members on each level differs from one way of counting to another. */
  readonly levelsDiffer: boolean;
  readonly units: { readonly net: number; readonly left: number; readonly price: number; readonly value: number };
}

type Order = readonly [customer: string, day: string, amount: number];

interface Input {
  readonly orders: readonly Order[];
  readonly plan: string;
  readonly redemption?: number;
  /** What is asked of the plan's file, in plain numbers. */
  readonly price?: number;
  readonly value?: number;
  readonly cost?: number;
  readonly fixed?: number;
  readonly margin?: number;
  readonly levelsDiffer?: boolean;
}

const THREE: readonly Order[] = [
  ["a", "2024-01-10", 120.4],
  ["a", "2024-02-10", 130.5],
  ["b", "2024-02-11", 60],
  ["c", "2024-03-01", 400],
];
const POINTS = "name: Club\npoints: { per: 1 }\nrewards: [{ points: 100, value: 1 }]\n";
const SILVER = "steps: [{ name: Silver, from: 200 }]";
const worth = { price: 100, value: 1, cost: 1 };

export const LOYALTY_INPUTS: Readonly<Record<string, Input>> = {
  "points with a margin": { ...worth, orders: THREE, plan: `${POINTS}margin: 40%\n`, margin: 0.4 },
  "points without a margin": { ...worth, orders: THREE, plan: POINTS },
  "half is redeemed": { ...worth, orders: THREE, plan: POINTS, redemption: 0.5 },
  "nobody reaches a reward": {
    ...worth,
    orders: [["a", "2024-01-10", 20]],
    plan: `${POINTS}margin: 40%\n`,
    margin: 0.4,
  },
  "no points at all": { ...worth, orders: [["a", "2024-01-10", 0.4]], plan: POINTS },
  "rewards that cost nothing": {
    ...worth,
    cost: 0,
    orders: THREE,
    plan: "name: Free\npoints: { per: 1 }\nrewards: [{ points: 100, value: 1, cost: 0% }]\nmargin: 40%\n",
    margin: 0.4,
  },
  "refunds as large as purchases": {
    ...worth,
    orders: [
      ["a", "2024-01-10", 250],
      ["a", "2024-02-10", -260],
    ],
    plan: `${POINTS}margin: 40%\n`,
    margin: 0.4,
  },
  "a fixed cost, too": {
    ...worth,
    orders: THREE,
    plan: `${POINTS}margin: 40%\nfixed_cost: 50\n`,
    fixed: 50,
    margin: 0.4,
  },
  "levels alone": {
    orders: [...THREE, ["b", "2025-06-01", 160]],
    plan: `name: Levels\nlevels: { by: spend, ${SILVER} }\nmargin: 40%\n`,
    margin: 0.4,
    levelsDiffer: true, // c has 400 in 2024 and nothing in 2025
  },
  "levels and a fixed cost": {
    orders: THREE,
    plan: `name: Levels\nlevels: { by: spend, ${SILVER} }\nfixed_cost: 50\nmargin: 40%\n`,
    fixed: 50,
    margin: 0.4,
  },
  "levels of one month": {
    orders: [["a", "2024-01-10", 250]],
    plan: `name: Levels\nlevels: { by: spend, ${SILVER} }\n`,
  },
  "levels by what is left": {
    ...worth,
    orders: THREE,
    plan: `${POINTS}levels: { by: balance, ${SILVER} }\n`,
  },
  "a monthly bonus": {
    orders: [["a", "2024-01-10", 120]],
    plan: "name: Bonus\nbonus: { each: month, steps: [{ from: 100, share: 1% }] }\nmargin: 40%\n",
    margin: 0.4,
  },
};

const SCALE = 10_000;

function factsOf({ orders, plan: text, redemption, ...input }: Input): LoyaltyFacts {
  const plan = parsePlanFile(text, "plan.yaml");
  const asOf = Math.max(...orders.map(([, day]) => dayOf(day)));
  const ids = [...new Set(orders.map(([customer]) => customer))];
  const members = ids.map((id) =>
    naiveMember(
      orders
        .filter(([customer]) => customer === id)
        .map(([, day, amount]) => ({ day: dayOf(day), amount: Math.round(amount * SCALE) })),
      plan,
      asOf,
    ),
  );
  const { price = 0, value = 0, cost = 1, fixed = 0, margin = null, levelsDiffer = false } = input;
  const taken = price === 0 ? 0 : sumOf(members.map(({ rewards }) => rewards));
  const hasBonus = plan.bonus.length > 0;
  return {
    ...{ members, taken, fixed, margin, levelsDiffer, hasBonus, redemption: redemption ?? null },
    sales: sumOf(orders.map(([, , amount]) => amount)),
    costOfRewards: hasBonus ? 1.2 : taken * value * cost, // 1% of 120 in the only month
    hasRewards: price > 0,
    units: {
      net: sumOf(members.map(({ issued, takenBack }) => issued - takenBack)),
      left: sumOf(members.map(({ balance }) => balance)),
      ...{ price, value },
    },
  };
}

export async function loyaltyScenarios(): Promise<ReadonlyMap<string, Heard<LoyaltyFacts>>> {
  const heard = new Map<string, Heard<LoyaltyFacts>>();
  for (const [name, input] of Object.entries(LOYALTY_INPUTS)) {
    const rows = input.orders.map(
      ([customer, day, amount], index) => `${index},${customer},${dateOf(dayOf(day))},${amount}`,
    );
    const csv = `order_id,customer_id,date,amount\n${rows.join("\n")}\n`;
    const plan = { plan: parsePlanFile(input.plan, "plan.yaml"), name: "plan.yaml" };
    const said = await saidWithSection(csv, { plan, redemption: input.redemption ?? null });
    heard.set(name, { said, facts: factsOf(input) });
  }
  return heard;
}

const costsSomething = ({ hasRewards, hasBonus }: LoyaltyFacts): boolean => hasRewards || hasBonus;

/** What the report says of a loyalty plan. */
export const LOYALTY: SectionRows<LoyaltyFacts> = {
  "loyalty.dearest": {
    claim: "rewards and bonus cost so much at most, this share of what so many customers spent, and so much besides",
    restsOn: "what each customer collects, purchases less refunds, the plan's fixed cost",
    isTrue: ([said], facts) => {
      const { cost, rate, sales, members, fixed } = said as {
        readonly cost: string;
        readonly rate: number;
        readonly sales: string;
        readonly members: number;
        readonly fixed: string | null;
      };
      return (
        costsSomething(facts) &&
        facts.sales > 0 &&
        near(moneyOf(cost), facts.costOfRewards) &&
        near(rate, facts.costOfRewards / facts.sales) &&
        near(moneyOf(sales), facts.sales) &&
        members === facts.members.length &&
        (fixed === null ? facts.fixed === 0 : near(moneyOf(fixed), facts.fixed))
      );
    },
    said: "points with a margin",
    unsaid: "levels alone",
  },
  "loyalty.noSales": {
    claim: "it cost so much at most, and refunds are as large as purchases",
    restsOn: "what each customer collects, purchases and refunds",
    isTrue: ([said], facts) => {
      const { cost, members } = said as { readonly cost: string; readonly members: number };
      return facts.sales <= 0 && near(moneyOf(cost), facts.costOfRewards) && members === facts.members.length;
    },
    said: "refunds as large as purchases",
    unsaid: "points with a margin",
  },
  "loyalty.nothingToCost": {
    claim: "the plan gives neither rewards nor a bonus",
    restsOn: "the plan",
    isTrue: ([fixed], facts) =>
      !costsSomething(facts) && (fixed === null ? facts.fixed === 0 : near(moneyOf(fixed), facts.fixed)),
    said: "levels alone",
    unsaid: "a monthly bonus",
  },
  "loyalty.nobodyCollects": {
    claim: "nobody reached a reward",
    restsOn: "what each customer collects",
    isTrue: (_, facts) => facts.hasRewards && facts.taken === 0,
    said: "nobody reaches a reward",
    unsaid: "rewards that cost nothing",
  },
  "loyalty.needs": {
    claim: "with this margin, so much more must be sold for the plan to pay",
    restsOn: "cost, fixed cost, sales and margin: (c + F/S) / (m − c)",
    isTrue: ([uplift, margin], facts) => {
      const rate = facts.costOfRewards / facts.sales;
      const needed = (rate + facts.fixed / facts.sales) / (Number(facts.margin) - rate);
      return margin === facts.margin && needed > 0 && near(uplift, needed);
    },
    said: "a fixed cost, too",
    unsaid: "nobody reaches a reward",
  },
  "loyalty.noMargin": {
    claim: "the plan names no margin, and costs something",
    restsOn: "the plan",
    isTrue: (_, facts) => facts.margin === null && (costsSomething(facts) || facts.fixed > 0),
    said: "points without a margin",
    unsaid: "levels of one month",
  },
  "loyalty.faceRate": {
    claim: "customers get back this share at most",
    restsOn: "points issued and not taken back, what one is worth, sales; the highest step of a bonus",
    isTrue: ([rate], facts) =>
      facts.hasBonus
        ? near(rate, 0.01)
        : near(rate, ((facts.units.net / facts.units.price) * facts.units.value) / facts.sales),
    said: "points with a margin",
    unsaid: "levels alone",
  },
  "loyalty.fixedCost": {
    claim: "the uplift has this fixed cost in it",
    restsOn: "the plan, which names a margin",
    isTrue: ([cost], facts) => facts.margin !== null && facts.fixed > 0 && near(moneyOf(cost), facts.fixed),
    said: "a fixed cost, too",
    unsaid: "points with a margin",
  },
  "loyalty.liability": {
    claim: "so much of the sales is owed for what is left, if this share of it is redeemed",
    restsOn: "sales, points left, what one is worth: S·p / (S + p)",
    isTrue: ([said], { redemption, units, sales }) => {
      const { amount, redemption: told } = said as { readonly amount: string; readonly redemption: number };
      const standAlone = (units.left / units.price) * units.value * Number(redemption);
      return told === redemption && Math.abs(moneyOf(amount) - (sales * standAlone) / (sales + standAlone)) < 0.0051;
    },
    said: "half is redeemed",
    unsaid: "points with a margin",
  },
  "loyalty.cases.expected": {
    claim: "this share of what is earned is redeemed",
    restsOn: "what the user expects",
    isTrue: ([redeemed], facts) => redeemed === facts.redemption,
    said: "half is redeemed",
    unsaid: "points with a margin",
  },
  "loyalty.ofLeft": {
    claim: "so many of the points that are left, this share of them",
    restsOn: "the balance of each customer; none where nothing is left",
    isTrue: ([amount, part], { units, members }) => {
      const enough = sumOf(members.map(({ balance }) => (balance >= units.price ? balance : 0)));
      return (
        units.left > 0 &&
        near(part, Number(amount) / units.left) &&
        [enough, units.left - enough].includes(Number(amount))
      );
    },
    said: "points with a margin",
    unsaid: "no points at all",
  },
  "loyalty.levelsDiffer": {
    claim: "levels have different sizes under different rules",
    restsOn: "members by level under each rule on the last day",
    isTrue: (_, facts) => facts.levelsDiffer,
    said: "levels alone",
    unsaid: "levels of one month",
  },
};
