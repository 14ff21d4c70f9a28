/** Small histories under every rule, worked out by hand. */
import { describe, expect, it } from "vitest";
import { unitsOf } from "../../../src/analysis/loyalty/earning.ts";
import { allocatePrice, earnedByRedemption } from "../../../src/analysis/loyalty/liability.ts";
import type { LoyaltyPlan } from "../../../src/analysis/loyalty/plan.ts";
import { breakEvenUplift, programmeCost } from "../../../src/analysis/loyalty/programme-cost.ts";
import { type LoyaltyReplay, replayLoyalty } from "../../../src/analysis/loyalty/replay-loyalty.ts";
import { PLAN_EXAMPLES, planExample } from "../../../src/options/companions/loyalty/examples.ts";
import { parsePlanFile } from "../../../src/options/companions/loyalty/plan-file.ts";
import { day, type Entry, historyOf } from "../retention/history.ts";

const planOf = (text: string): LoyaltyPlan => parsePlanFile(text, "plan.yaml");

function replayOf(entries: readonly Entry[], plan: string, asOf: string): LoyaltyReplay {
  return replayLoyalty(historyOf(entries), planOf(plan), day(asOf));
}

/** Where a customer stands, days and levels as text. */
interface Shown {
  readonly units: number | null | undefined;
  readonly level: string | null;
  readonly until: string | null;
  readonly next: string | null;
  readonly missing: number | null | undefined;
  readonly expiring: number | null | undefined;
  readonly on: string | null;
}

/** The only customer's standing. */
function standingOf(entries: readonly Entry[], plan: string, asOf: string): Shown {
  const { standings, plan: checked } = replayOf(entries, plan, asOf);
  const [one] = standings;
  const text = (value: number | null | undefined): string | null =>
    value == null ? null : new Date(value * 86_400_000).toISOString().slice(0, 10);
  const name = (level: number | null | undefined): string | null => checked.levels?.steps[level ?? -1]?.name ?? null;
  return {
    units: one?.units,
    level: name(one?.level),
    until: text(one?.levelUntil),
    next: name(one?.nextLevel),
    missing: one?.missing,
    expiring: one?.expiring,
    on: text(one?.expiringOn),
  };
}

const POINTS = "name: x\npoints: { per: 1 }\nrewards: [{ points: 100, value: 1 }]\n";

describe("points of a purchase", () => {
  const points = (per: number, each: number, round: "half-up" | "down" = "half-up") =>
    ({ kind: "points", per, each, round }) as const;

  it.each([
    [104_900, 10],
    [105_000, 11],
    [4_999, 0],
    [5_000, 1],
    [-105_000, -11],
    [-4_999, 0],
  ])("of %d ten-thousandths are %d, halves rounded up", (amount, expected) => {
    expect(unitsOf(amount, points(10_000, 1))).toBe(expected);
  });

  it("are rounded down where the plan says so, and come in several for an amount", () => {
    expect(unitsOf(109_999, points(10_000, 1, "down"))).toBe(10);
    expect(unitsOf(70_000, points(20_000, 3))).toBe(11); // 3.5 × 3 = 10.5
  });

  it("are exact for amounts whose quotient a double would round", () => {
    expect(unitsOf(9_007_199_254_740_991, points(9_007_199_254_740_991, 1))).toBe(1);
    expect(unitsOf(4_503_599_627_370_495, points(9_007_199_254_740_991, 1))).toBe(0); // half less half a unit
  });

  it("are stamps where those are collected, from the least amount on; a refund takes none", () => {
    const stamps = { kind: "stamps", each: 2, from: 100_000 } as const;
    expect([99_999, 100_000, -100_000].map((amount) => unitsOf(amount, stamps))).toEqual([0, 2, 0]);
  });
});

describe("an account", () => {
  const BOUGHT: readonly Entry[] = [
    ["a", "2024-01-31", 100],
    ["a", "2024-03-15", 50],
    ["a", "2024-03-20", -30],
  ];

  it("keeps what never expires: 100 + 50 − 30", () => {
    expect(standingOf(BOUGHT, POINTS, "2030-01-01")).toMatchObject({ units: 120, expiring: null, on: null });
  });

  it("expires whole, 12 months after the last purchase: usable through 14 March 2025", () => {
    const plan = `${POINTS}expiry: { after: 12m, without: purchase }`;
    expect(standingOf(BOUGHT, plan, "2025-03-14")).toMatchObject({ units: 120, expiring: 120, on: "2025-03-14" });
    expect(standingOf(BOUGHT, plan, "2025-03-15")).toMatchObject({ units: 0, expiring: null });
  });

  it("expires by the purchase that earned it: 100 of January first, then what the refund left of March", () => {
    const plan = `${POINTS}expiry: { after: 3m }`;
    expect(standingOf(BOUGHT, plan, "2024-04-29")).toMatchObject({ units: 120, expiring: 100, on: "2024-04-29" });
    expect(standingOf(BOUGHT, plan, "2024-04-30")).toMatchObject({ units: 20, expiring: 20, on: "2024-06-14" });
  });

  it("expires at the end of the year, or of the next", () => {
    expect(standingOf(BOUGHT, `${POINTS}expiry: { at: end of year }`, "2024-12-31").on).toBe("2024-12-31");
    expect(standingOf(BOUGHT, `${POINTS}expiry: { at: end of next year }`, "2025-12-31").on).toBe("2025-12-31");
    expect(standingOf(BOUGHT, `${POINTS}expiry: { at: end of next year }`, "2026-01-01").units).toBe(0);
  });

  it("is never overdrawn: points that expired cannot be taken back", () => {
    const late: readonly Entry[] = [
      ["a", "2024-01-01", 100],
      ["a", "2024-06-01", 10],
      ["a", "2024-06-02", -100],
    ];
    const { units } = replayOf(late, `${POINTS}expiry: { after: 3m }`, "2024-06-30");
    expect(units).toEqual({ issued: 110, takenBack: 10, expired: 100, balance: 0, redeemable: 0, stuck: 0 });
  });

  it("begins on the plan's first day", () => {
    expect(standingOf(BOUGHT, `${POINTS}starts: 2024-03-15`, "2024-04-01").units).toBe(20);
  });
});

describe("a level", () => {
  const levels = (rest: string): string =>
    `name: x\nlevels:\n  by: spend\n  ${rest}\n  steps: [{ name: Silver, from: 100 }, { name: Gold, from: 300 }]`;
  const BOUGHT: readonly Entry[] = [
    ["a", "2023-11-10", 250],
    ["a", "2024-02-20", 60],
    ["a", "2024-03-05", -20],
  ];

  it.each([
    ["window: calendar year\n  hold: none", { level: null, until: null, next: "Silver", missing: 600_000 }],
    ["window: rolling 12m\n  hold: none", { level: "Silver", until: "2024-11-09", next: "Gold", missing: 100_000 }],
    ["window: rolling 12m\n  hold: 12m", { level: "Gold", until: "2025-02-19", next: null, missing: null }],
    ["window: rolling 12m\n  hold: for ever", { level: "Gold", until: null, next: null, missing: null }],
    [
      "window: calendar year\n  hold: end of next year",
      { level: "Silver", until: "2024-12-31", next: "Gold", missing: 2_600_000 },
    ],
    ["window: calendar year\n  hold: end of year", { level: null, until: null, next: "Silver", missing: 600_000 }],
    ["window: lifetime\n  hold: none", { level: "Silver", until: null, next: "Gold", missing: 100_000 }],
  ])("under %s", (rule, expected) => {
    expect(standingOf(BOUGHT, levels(rule), "2024-04-01")).toMatchObject(expected);
  });

  it("counts orders, whatever was returned, and points net of those taken back", () => {
    const orders = "name: x\nlevels: { by: orders, window: lifetime, steps: [{ name: Two, from: 2 }] }";
    expect(standingOf(BOUGHT, orders, "2024-04-01").level).toBe("Two");
    const points = `${POINTS}levels: { by: points, window: lifetime, hold: none, steps: [{ name: Many, from: 291 }] }`;
    expect(standingOf(BOUGHT, points, "2024-04-01")).toMatchObject({ level: null, missing: 1 });
  });

  it("by balance lasts as long as it is held, though the points are gone", () => {
    const plan = `${POINTS}expiry: { after: 1m }\nlevels: { by: balance, hold: 6m, steps: [{ name: Rich, from: 200 }] }`;
    expect(standingOf([["a", "2024-01-01", 250]], plan, "2024-03-01")).toMatchObject({
      units: 0,
      level: "Rich",
      until: "2024-06-30",
    });
  });

  it("is counted by month, those on none beside it", () => {
    const { months, rules } = replayOf(BOUGHT, levels("window: rolling 12m\n  hold: none"), "2024-03-31");
    expect(months.map(({ members }) => members)).toEqual([1, 1, 1, 1, 1]);
    expect(rules[0]?.byMonth).toEqual([
      [1, 0],
      [1, 0],
      [1, 0],
      [0, 1],
      [1, 0],
    ]);
    expect(rules.map(({ isOwn }) => isOwn)).toEqual([true, false, false, false, false]);
  });
});

describe("what a plan costs", () => {
  /** a reaches 250 points, of which 200 are two rewards; b has 60, too few. */
  const TWO: readonly Entry[] = [
    ["a", "2024-01-01", 120],
    ["a", "2024-01-02", 130],
    ["b", "2024-01-03", 60],
  ];

  it("is two rewards of 1 in the dearest case, of 310 in sales", () => {
    const replay = replayOf(TWO, `${POINTS}margin: 40%\nfixed_cost: 3.10`, "2024-01-31");
    expect(replay.rewards).toEqual({ times: [2], units: 200, value: 20_000, cost: 20_000 });
    expect(replay.units).toMatchObject({ balance: 310, redeemable: 250, stuck: 60 });
    const { cases, faceRate, fixedCost } = programmeCost(replay, 0.5);
    expect(faceRate).toBeCloseTo(0.01, 15);
    expect(fixedCost).toBe(31_000n);
    expect(cases.map(({ kind, cost, redeemed }) => [kind, cost, redeemed])).toEqual([
      ["dearest", 20_000n, 200 / 310],
      ["expected", 15_500n, 0.5],
      ["all", 31_000n, 1],
    ]);
    const c = 2 / 310;
    expect(cases[0]?.breakEven).toBeCloseTo((c + 0.01) / (0.4 - c), 12);
  });

  it("takes the kind of reward that costs the shop most, not the one of most value", () => {
    const plan =
      "name: x\npoints: { per: 1 }\nrewards: [{ points: 100, value: 10, cost: 100% }, { points: 200, value: 30, cost: 20% }]";
    expect(replayOf(TWO, plan, "2024-01-31").rewards).toMatchObject({ times: [2, 0], cost: 200_000 });
  });

  it("saves points for a reward before they would expire", () => {
    const plan = `${POINTS}expiry: { after: 1m }`;
    const spread: readonly Entry[] = [
      ["a", "2024-01-01", 120],
      ["a", "2024-03-01", 90],
    ];
    expect(replayOf(spread, plan, "2024-03-31").rewards.times).toEqual([1]); // 20 of January are gone in March
  });

  it("counts a free order as the mean purchase: (120 + 130 + 60) / 3", () => {
    const plan = "name: x\nstamps: { per: order }\nrewards: [{ stamps: 2, value: average order, cost: 50% }]";
    const replay = replayOf(TWO, plan, "2024-01-31");
    expect(replay.meanPurchase).toBe(1_033_333);
    expect(replay.rewards).toMatchObject({ times: [1], value: 1_033_333, cost: 516_666.5 });
  });

  it("pays a bonus on the whole month, by the highest step reached", () => {
    const plan = "name: x\nbonus: { each: month, steps: [{ from: 50, share: 1% }, { from: 200, share: 1.5% }] }";
    const months: readonly Entry[] = [
      ["a", "2024-01-05", 150],
      ["a", "2024-01-31", 50], // 200 in January: 3.00
      ["a", "2024-02-01", 49.99], // nothing
      ["a", "2024-03-01", 60],
      ["a", "2024-03-09", -10], // 50 in March: 0.50
    ];
    expect(replayOf(months, plan, "2024-03-31").bonus).toBe(35_000n);
  });

  it.each([
    [0.01, 0.4, 0, 0.0256],
    [0.05, 0.4, 0, 0.1429],
    [0.01, 0.4, 0.01, 0.0513],
  ])(
    "needs for a cost of %d at a margin of %d and fixed costs of %d of sales an uplift of %d",
    (costRate, margin, fixedShare, expected) => {
      expect(breakEvenUplift({ costRate, margin, fixedShare })).toBeCloseTo(expected, 4);
    },
  );

  it("is never earned back where the margin is not above it", () => {
    expect(breakEvenUplift({ costRate: 0.05, margin: 0.05, fixedShare: 0 })).toBeNull();
    expect(breakEvenUplift({ costRate: 0.01, margin: null, fixedShare: 0 })).toBeNull();
  });

  it("has a fixed cost per year or month in proportion to the days: 366 of them are 1.00207 mean years", () => {
    const plan = (per: string): string => `${POINTS}fixed_cost: 600 per ${per}`;
    const year: readonly Entry[] = [
      ["a", "2024-01-01", 1000],
      ["a", "2024-12-31", 1000],
    ];
    const cost = (per: string): bigint => programmeCost(replayOf(year, plan(per), "2024-12-31"), null).fixedCost;
    expect(cost("year")).toBe(6_012_444n); // 600 × 366 / 365.2425 = 601.2444
    expect(cost("month")).toBe(72_149_325n); // twelve times 600: 7,214.9325
  });
});

describe("the liability", () => {
  it("is that of IFRS 15, Example 52", () => {
    const { goods, points } = allocatePrice({ sales: 100_000, points: 10_000, pointValue: 1, redemption: 0.95 });
    expect([Math.round(goods), Math.round(points)]).toEqual([91_324, 8_676]);
    const first = earnedByRedemption(points, { redeemed: 4_500, expected: 9_500 });
    expect(Math.round(first)).toBe(4_110);
    expect(Math.round(earnedByRedemption(points, { redeemed: 8_500, expected: 9_700 }) - first)).toBe(3_493);
  });

  it("is the same from orders: 100 customers with 1,000 each and 100 points at 1", () => {
    const entries = Array.from({ length: 100 }, (_, index): Entry => [`c${index}`, "2024-01-01", 1000]);
    const plan = "name: x\npoints: { per: 10 }\nrewards: [{ points: 1, value: 1 }]";
    expect(programmeCost(replayOf(entries, plan, "2024-01-31"), 0.95).liability).toBe(86_757_991n); // 8,675.7991
  });
});

/** One customer a month from January 2023 on, 45.60 each time, to June 2024: 18 orders, 820.80, 828 points. */
const MONTHLY: readonly Entry[] = Array.from({ length: 18 }, (_, index): Entry => {
  const month = index % 12;
  return ["a", `${2023 + Math.floor(index / 12)}-${String(month + 1).padStart(2, "0")}-10`, 45.6];
});

describe("the rules of known programmes", () => {
  const EXPECTED: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    "points-and-levels": { units: 828, level: "Silver", until: "2025-12-31", expiring: 828, on: "2025-06-09" },
    "stamp-card": { units: 18, level: null },
    woocommerce: { units: 828, level: null },
    smile: { units: 828, level: "Silver", until: "2024-12-31", next: "Gold", missing: 7_264_000 },
    loyaltylion: { units: 828, level: "Silver", until: "2025-12-31", next: "Gold", missing: 4_764_000 },
    yotpo: { units: 828, level: "Gold", until: "2025-06-09" }, // 12 × 45.60 = 547.20 in 12 months
    voucherify: { units: 828, level: "Silver", until: "2024-12-09", missing: 172 },
    starbucks: { units: 828, level: "Gold", until: "2025-06-09", next: "Reserve", missing: 2500 - 552 },
    sephora: { units: 828, level: "VIB", until: "2024-12-31", next: "Rouge", missing: 7_264_000 },
    "s-bonus": { units: null, level: null },
    "k-plussa": { units: 828, level: null },
  };

  it.each(PLAN_EXAMPLES.map(({ name }) => name))("%s, for somebody who buys for 45.60 each month", (name) => {
    expect(standingOf(MONTHLY, planExample(name).text, "2024-06-30")).toMatchObject(EXPECTED[name] ?? {});
    expect(EXPECTED[name]).toBeDefined();
  });

  it.each([
    ["points-and-levels", 1, 5],
    ["stamp-card", 1, 45.6 * 0.6],
    ["woocommerce", 8, 8],
    ["sephora", 1, 10],
    ["k-plussa", 0, 0],
    ["s-bonus", 0, 0],
  ])("%s gives %d rewards at most, which cost %d", (name, times, cost) => {
    const { rewards } = replayOf(MONTHLY, planExample(name).text, "2024-06-30");
    expect(rewards.times.reduce((sum, one) => sum + one, 0)).toBe(times);
    expect(rewards.cost).toBeCloseTo(cost * 10_000, 6);
  });

  it.each([
    [49.99, 0],
    [50, 0.5],
    [200, 3],
    [300, 6],
    [400, 10],
    [500, 15],
    [600, 21],
    [700, 28],
    [800, 36],
    [899.99, 40.4996], // 4.5%: 40.49955
    [900, 45],
  ])("a month of %d gives %d of the S-ryhmä bonus", (spent, bonus) => {
    const plan = planExample("s-bonus").text;
    expect(replayOf([["a", "2024-01-10", spent]], plan, "2024-01-31").bonus).toBe(BigInt(Math.round(bonus * 10_000)));
  });
});
