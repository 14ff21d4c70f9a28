import { describe, expect, it } from "vitest";
import type { LoyaltyPlan } from "../../../../src/analysis/loyalty/plan.ts";
import { dayNumber } from "../../../../src/basics/calendar/days.ts";
import { UsageError } from "../../../../src/errors.ts";
import { PLAN_EXAMPLES, planExample } from "../../../../src/options/companions/loyalty/examples.ts";
import { parsePlanFile } from "../../../../src/options/companions/loyalty/plan-file.ts";

function problemsIn(text: string): readonly string[] {
  try {
    parsePlanFile(text, "plan.yaml");
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return error.message
      .replace(/^plan\.yaml:\s*/, "")
      .split("\n")
      .map((line) => line.trim());
  }
  return [];
}

const POINTS = "name: x\npoints: { per: 1.00, each: 1 }\nrewards: [{ points: 500, value: 5.00 }]";

describe("a loyalty plan that does not add up", () => {
  it.each([
    [
      "an empty file",
      "",
      ["line 1: the plan must be a map: name, points or stamps, rewards, levels", "line 1: the plan has no name"],
    ],
    [
      "no programme at all",
      "name: x\nmargin: 40%",
      ["line 1: the plan has neither points nor stamps, levels or a bonus"],
    ],
    [
      "a key with a letter too many",
      `${POINTS}\nmargins: 40%`,
      ['line 4: unknown key "margins" (did you mean margin?)'],
    ],
    [
      "a key within a part",
      "name: x\npoints:\n  per: 1\n  eech: 1\nrewards: [{ points: 500, value: 5.00 }]",
      ['line 4: unknown key "eech" (did you mean each?)'],
    ],
    [
      "an unknown rounding",
      POINTS.replace("each: 1 }", "round: half-even }"),
      ['line 2: points.round must be half-up or down, not "half-even"'],
    ],
    [
      "points on gross sales",
      POINTS.replace("each: 1 }", "on: gross }"),
      ['line 2: points.on must be net, not "gross"'],
    ],
    [
      "a negative price",
      POINTS.replace("1.00", "-1.00"),
      ['line 2: points.per must be an amount above 0, such as 5.00, not "-1.00"'],
    ],
    [
      "a negative number of points",
      POINTS.replace("500", "-5"),
      ['line 3: rewards[1].points must be a whole number of 1 or more, not "-5"'],
    ],
    [
      "half a point",
      POINTS.replace("500", "0.5"),
      ['line 3: rewards[1].points must be a whole number of 1 or more, not "0.5"'],
    ],
    [
      "no margin in words",
      `${POINTS}\nmargin: none`,
      ['line 4: margin must be a percentage from 0% to 100%, such as 40%, not "none"'],
    ],
    [
      "a margin without %",
      `${POINTS}\nmargin: 0.4`,
      ['line 4: margin must be a percentage from 0% to 100%, such as 40%, not "0.4"'],
    ],
    [
      "a reward that is worth more than its points cost",
      POINTS.replace("5.00", "600"),
      ["line 3: 500 points are earned by spending 500.00 and are worth 600.00: the reward gives back 120%"],
    ],
    [
      "a reward that gives everything back",
      POINTS.replace("5.00", "500"),
      ["line 3: 500 points are earned by spending 500.00 and are worth 500.00: the reward gives back 100%"],
    ],
    [
      "a margin below the cost of the rewards",
      "name: x\npoints: { per: 1.00 }\nrewards: [{ points: 100, value: 5.00 }]\nmargin: 4%",
      ["line 4: the margin of 4.0% is not above the cost of the rewards, 5.0% of sales: no uplift pays for them"],
    ],
    [
      "a margin equal to the cost of a bonus",
      "name: x\nbonus: { each: month, steps: [{ from: 10, share: 5% }] }\nmargin: 5%",
      ["line 3: the margin of 5.0% is not above the cost of the rewards, 5.0% of sales: no uplift pays for them"],
    ],
    [
      "levels out of order",
      "name: x\nlevels:\n  by: spend\n  steps:\n    - { name: Gold, from: 500 }\n    - { name: Silver, from: 200 }",
      ["line 6: levels out of order: Silver must begin above Gold"],
    ],
    [
      "two levels at one threshold",
      "name: x\nlevels:\n  by: orders\n  steps:\n    - { name: A, from: 5 }\n    - { name: B, from: 5 }",
      ["line 6: levels out of order: B must begin above A"],
    ],
    [
      "two levels of one name",
      "name: x\nlevels:\n  by: orders\n  steps:\n    - { name: Gold, from: 5 }\n    - { name: gold, from: 6 }",
      ['line 6: "gold" and "Gold" would be one level'],
    ],
    [
      "levels without steps",
      "name: x\nlevels: { by: orders, steps: [] }",
      ["line 2: levels without steps: give steps: [{ name: Silver, from: 200 }]"],
    ],
    [
      "levels by points without points",
      "name: x\nlevels: { by: points, steps: [{ name: Gold, from: 5 }] }",
      ["line 2: levels by points need points to be earned"],
    ],
    [
      "an unknown measure of levels",
      "name: x\nlevels: { by: visits, steps: [{ name: Gold, from: 5 }] }",
      ['line 2: levels.by must be spend, points, orders or balance, not "visits"'],
    ],
    [
      "a window of a balance",
      `${POINTS}\nlevels: { by: balance, window: lifetime, steps: [{ name: Gold, from: 5 }] }`,
      ["line 4: a balance is of one day: leave out the window"],
    ],
    [
      "an unknown window",
      "name: x\nlevels: { by: orders, window: 12m, steps: [{ name: Gold, from: 5 }] }",
      ['line 2: levels.window must be calendar year, lifetime, or rolling and a span, such as rolling 12m, not "12m"'],
    ],
    [
      "two terms of expiry",
      `${POINTS}\nexpiry: { after: 12m, at: end of year }`,
      ["line 4: expiry has two terms, after and at: give one of them"],
    ],
    [
      "expiry of nothing",
      "name: x\nlevels: { by: orders, steps: [{ name: Gold, from: 5 }] }\nexpiry: never",
      ["line 3: nothing can expire: the plan has neither points nor stamps"],
    ],
    [
      "points and stamps",
      `${POINTS}\nstamps: { per: order }`,
      ["line 4: a plan has points or stamps, not both: replay two plans"],
    ],
    ["points that buy nothing", "name: x\npoints: { per: 1 }", ["line 2: nothing can be had for them: add rewards"]],
    [
      "a reward for stamps where there are points",
      POINTS.replace("points: 500", "stamps: 10"),
      ["line 3: a reward of this plan is had for points: give points and value"],
    ],
    [
      "two rewards for the same points",
      "name: x\npoints: { per: 1 }\nrewards:\n  - { points: 500, value: 5 }\n  - { points: 500, value: 4 }",
      ["line 5: rewards 1 and 2 both take 500 points"],
    ],
    [
      "bonus steps out of order",
      "name: x\nbonus:\n  each: month\n  steps:\n    - { from: 50, share: 1% }\n    - { from: 50, share: 2% }",
      ["line 6: steps out of order: each must begin above the one before"],
    ],
    [
      "a currency in full",
      `${POINTS}\ncurrency: euros`,
      ['line 4: currency must be the three letters of a currency, such as EUR, not "euros"'],
    ],
    ["text that is no YAML", "name: [x", [expect.stringContaining("not valid YAML")]],
  ])("%s is named with its line", (_, text, expected) => {
    expect(problemsIn(text)).toEqual(expected);
  });

  it("tells everything at once", () => {
    expect(problemsIn("points: { per: 0 }\nrewards: [{ points: 5 }]\nmargin: lots")).toHaveLength(4);
  });
});

describe("a loyalty plan", () => {
  it("is complete once it is read", () => {
    const plan = parsePlanFile(
      `${POINTS}\nstarts: 2024-02-29\ncurrency: eur\nfixed_cost: 50 per month\nlevels: { by: spend, steps: [{ name: Gold Club, from: 12.5 }] }`,
      "plan.yaml",
    );
    expect(plan).toEqual({
      name: "x",
      currency: "EUR",
      starts: dayNumber(2024, 2, 29),
      earning: { kind: "points", per: 10_000, each: 1, round: "half-up" },
      rewards: [{ units: 500, value: 50_000, cost: 1 }],
      expiry: { kind: "never" },
      levels: {
        by: "spend",
        window: { kind: "calendar year" },
        hold: { kind: "end of next year" },
        steps: [{ name: "Gold Club", from: 125_000, role: "gold_club" }],
      },
      bonus: [],
      margin: null,
      fixedCost: { amount: 500_000, per: "month" },
    } satisfies LoyaltyPlan);
  });

  it("is JSON as well", () => {
    const text =
      '{ "name": "x", "stamps": { "per": "order" }, "rewards": [{ "stamps": 10, "value": "average order" }] }';
    expect(parsePlanFile(text, "plan.json").rewards).toEqual([{ units: 10, value: "average order", cost: 1 }]);
  });
});

describe("the examples", () => {
  it.each(PLAN_EXAMPLES)("$name is a plan that adds up", ({ text }) => {
    expect(problemsIn(text)).toEqual([]);
    expect(parsePlanFile(text, "plan.yaml").margin).toBeGreaterThan(0);
  });

  it("are found by name, with a question where one letter is wrong", () => {
    expect(planExample("stamp-card").text).toContain("stamps: 10");
    expect(() => planExample("stamp-crad")).toThrow("--example stamp-crad: unknown example");
  });
});
