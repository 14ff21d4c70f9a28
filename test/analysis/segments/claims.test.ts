import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BUILT_IN_SCHEMES } from "../../../src/analysis/segments/built-in/index.ts";
import { CLAIMING_TEXTS, CLAIMS, type Claim, claimsHeld } from "../../../src/analysis/segments/claims.ts";
import { segmentCustomers } from "../../../src/analysis/segments/segment-customers.ts";
import { type Yardstick, yardstickOf } from "../../../src/analysis/segments/yardstick.ts";
import { dayOf, type OrderLine, orderTable, tableOf, type WrittenOrder } from "../../support/order-table.ts";

const AS_OF = dayOf("2024-06-30");
const YARDSTICK: Yardstick = {
  lapseDays: 100,
  repeaters: 30,
  historyDays: 400,
  asOf: 20_000,
  customers: 60,
  medianSpend: 500_000,
  windowStart: null,
  untold: null,
};

/** What holds for one customer with these orders. */
function claimsOf(orders: readonly WrittenOrder[]): readonly Claim[] {
  const { customers } = segmentCustomers(tableOf(orders), { asOf: AS_OF });
  return claimsHeld(customers, Int32Array.from([0]), YARDSTICK) ?? [];
}

describe("the claims that are true of a customer", () => {
  it.each<[what: string, orders: readonly WrittenOrder[], claims: readonly Claim[]]>([
    ["one order on the as-of date", [["a", "2024-06-30", 60]], ["recent", "seldom", "once", "new", "more"]],
    ["one order as many days ago as the lapse gap", [["a", "2024-03-22", 50]], ["recent", "seldom", "once", "less"]],
    ["one order a day more ago", [["a", "2024-03-21", 50]], ["silent", "seldom", "once", "less"]],
    ["a first order 90 days ago", [["a", "2024-04-01", 50]], ["recent", "seldom", "once", "new", "less"]],
    [
      "two orders, which are not often",
      [
        ["a", "2024-01-01", 30],
        ["a", "2024-06-01", 30],
      ],
      ["recent", "again", "seldom", "more"],
    ],
    [
      "three orders, long ago",
      [
        ["a", "2024-01-01", 10],
        ["a", "2024-01-02", 10],
        ["a", "2024-01-03", 10],
      ],
      ["silent", "often", "again", "less"],
    ],
  ])("%s", (_what, orders, claims) => {
    expect(claimsOf(orders)).toEqual(claims);
  });

  it("are true of a group when three in four of it are such", () => {
    const lines = ["a", "b", "c", "d", "e"].map((customer): WrittenOrder => [customer, "2024-06-30", 1]);
    const old: readonly WrittenOrder[] = [["d", "2023-01-01", 1], ...lines.slice(0, 3)];
    const holds = (orders: readonly WrittenOrder[]): boolean => {
      const { customers } = segmentCustomers(tableOf(orders), { asOf: AS_OF });
      return (
        claimsHeld(customers, Int32Array.from([...customers.customer.keys()]), YARDSTICK)?.includes("recent") === true
      );
    };
    expect(holds(old)).toBe(true);
    expect(holds(old.slice(0, 3))).toBe(false);
  });

  it("are none for nobody, and not to be told without a yardstick or where it says so", () => {
    const { customers } = segmentCustomers(tableOf([["a", "2024-06-30", 1]]), { asOf: AS_OF });
    expect(claimsHeld(customers, Int32Array.from([]), YARDSTICK)).toEqual([]);
    expect(claimsHeld(customers, Int32Array.from([0]), null)).toBeNull();
    expect(claimsHeld(customers, Int32Array.from([0]), { ...YARDSTICK, untold: "few customers" })).toBeNull();
  });
});

describe("the yardstick", () => {
  /** So many customers with two orders each, so many days apart, the last on the as-of date. */
  const pairs = (customers: number, apart: number): OrderLine[] =>
    Array.from({ length: customers }, (_, index) => [
      { customer: `c${index}`, day: AS_OF - apart, amount: 10 },
      { customer: `c${index}`, day: AS_OF, amount: 10 },
    ]).flat();
  const why = (lines: readonly OrderLine[]): Yardstick => {
    const orders = orderTable(lines);
    return yardstickOf(orders, segmentCustomers(orders, { asOf: AS_OF }));
  };
  const earliest = (days: number): OrderLine => ({ customer: "first", day: AS_OF - days + 1, amount: 10 });

  it("tells no group apart among fewer than 50 customers", () => {
    expect(why([...pairs(48, 10), earliest(400)])).toMatchObject({ customers: 49, untold: "few customers" });
    expect(why([...pairs(49, 10), earliest(400)])).toMatchObject({ customers: 50, untold: null });
  });

  it("tells no group apart where the history is shorter than twice the lapse gap", () => {
    expect(why([...pairs(60, 100), earliest(199)])).toMatchObject({ lapseDays: 100, untold: "short history" });
    expect(why([...pairs(60, 100), earliest(200)])).toMatchObject({ lapseDays: 100, historyDays: 200, untold: null });
  });

  it("tells no group apart within 90 days, however short the pauses: every customer would be new", () => {
    expect(why([...pairs(60, 5), earliest(89)])).toMatchObject({ lapseDays: 5, untold: "short history" });
    expect(why([...pairs(60, 5), earliest(90)])).toMatchObject({ lapseDays: 5, untold: null });
  });

  it("tells no group apart where nobody or nearly nobody came back on another day", () => {
    const once = (customers: number): OrderLine[] =>
      Array.from({ length: customers }, (_, index) => ({ customer: `o${index}`, day: AS_OF - 2 * index, amount: 10 }));
    expect(why(once(60))).toMatchObject({ lapseDays: null, untold: "nobody came back" });
    expect(why([...once(60), ...pairs(24, 5)])).toMatchObject({ repeaters: 24, untold: "few came back" });
    expect(why([...once(60), ...pairs(25, 5)])).toMatchObject({ repeaters: 25, untold: null });
  });

  it("does not depend on the order of the rows", () => {
    const lines = [...pairs(60, 30), earliest(300)];
    fc.assert(
      fc.property(fc.shuffledSubarray(lines, { minLength: lines.length }), (shuffled) => {
        expect(why(shuffled)).toEqual(why(lines));
      }),
      { numRuns: 20 },
    );
  });
});

/** Words of the built-in texts that claim something, and the claims of which one must stand beside them. */
const CLAIMING_WORDS: readonly (readonly [words: RegExp, claims: readonly Claim[]])[] = [
  [/\b(recently|lately|last order is recent)\b/i, ["recent", "new"]],
  [/\b(silent|stopped|win them back|won back|left|the list|sunset|came back)\b/i, ["silent"]],
  [/\border(ed)? often\b|\band often\b|many orders/i, ["often", "more"]],
  [/\bmore than once\b|habit/i, ["again"]],
  [/\bonce or twice\b/i, ["seldom"]],
  [/\b(first order|second order|only once|welcome)\b/i, ["once", "new", "again"]],
  [/\b(more|most) than most\b/i, ["more"]],
  [/\bless than most\b/i, ["less"]],
  [/\b(slackening|drifting|steadily|for months|longest gone|each month)\b/i, []],
];

describe("the built-in schemes", () => {
  const texts = BUILT_IN_SCHEMES.flatMap(({ name, segments }) =>
    segments.flatMap((segment) =>
      CLAIMING_TEXTS.map((key) => [`${name}: ${segment.name}: ${key}`, segment[key] ?? "", segment, key] as const),
    ),
  );

  it("say of each segment what its texts claim", () => {
    for (const { segments } of BUILT_IN_SCHEMES) for (const segment of segments) expect(segment.claims).toBeDefined();
  });

  it.each(texts)("claim nothing in words that is not checked: %s", (_name, text, { claims, newcomers }, key) => {
    const declared: readonly Claim[] = [...(claims?.[key] ?? []), ...(newcomers === true ? (["new"] as const) : [])];
    for (const [words, needed] of CLAIMING_WORDS) {
      if (words.test(text)) expect([words, declared.some((claim) => needed.includes(claim))]).toEqual([words, true]);
    }
    expect(CLAIMS).toEqual(expect.arrayContaining([...declared]));
  });

  it("put each segment into a family, but for those that take what is left", () => {
    for (const { segments } of BUILT_IN_SCHEMES) {
      for (const segment of segments) expect(segment.family === undefined).toBe(segment.otherwise === true);
    }
    const [standard] = BUILT_IN_SCHEMES;
    expect(standard?.segments.map(({ family }) => family)).toEqual(
      "best best growing growing growing cooling cooling slipping slipping quiet quiet".split(" "),
    );
  });
});

describe("more and less", () => {
  it("go by what customers spent, also where the average order is scored", () => {
    const orders: readonly WrittenOrder[] = [
      ["one-large", "2024-06-01", 60],
      ["many-small", "2024-06-01", 20],
      ["many-small", "2024-06-02", 20],
      ["many-small", "2024-06-03", 20],
      ["many-small", "2024-06-04", 20],
    ];
    const { customers } = segmentCustomers(tableOf(orders), { asOf: AS_OF, monetary: "average" });
    const held = [0, 1].map((at) => claimsHeld(customers, Int32Array.from([at]), YARDSTICK));
    expect(held.map((claims) => claims?.includes("more"))).toEqual([true, true]);
  });

  it("call nobody good who has spent nothing in the end", () => {
    const { customers } = segmentCustomers(
      tableOf([
        ["a", "2024-06-01", 10],
        ["a", "2024-06-02", -30],
      ]),
      { asOf: AS_OF },
    );
    const held = claimsHeld(customers, Int32Array.from([0]), { ...YARDSTICK, medianSpend: -500_000 });
    expect([held?.includes("more"), held?.includes("less")]).toEqual([false, false]);
  });
});
