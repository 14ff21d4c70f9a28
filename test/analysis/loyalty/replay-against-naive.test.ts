import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { HoldingTerm, LevelMeasure, LoyaltyPlan, QualifyingWindow } from "../../../src/analysis/loyalty/plan.ts";
import { replayLoyalty } from "../../../src/analysis/loyalty/replay-loyalty.ts";
import type { Span } from "../../../src/basics/calendar/span.ts";
import type { OrderTable } from "../../../src/orders/order-table.ts";
import { randomHistory } from "../retention/random-history.ts";
import { type NaiveEvent, type NaiveMember, naiveMember } from "./naive-loyalty.ts";

const span: fc.Arbitrary<Span> = fc.oneof(
  fc.record({ count: fc.integer({ min: 1, max: 4 }), unit: fc.constant("months" as const) }),
  fc.record({ count: fc.integer({ min: 5, max: 90 }), unit: fc.constant("days" as const) }),
);

const earning = fc.oneof(
  fc.record({
    kind: fc.constant("points" as const),
    per: fc.constantFrom(10_000, 25_000, 3333, 50_000),
    each: fc.integer({ min: 1, max: 3 }),
    round: fc.constantFrom("half-up" as const, "down" as const),
  }),
  fc.record({
    kind: fc.constant("stamps" as const),
    each: fc.integer({ min: 1, max: 2 }),
    from: fc.constantFrom(0, 300_000),
  }),
);

const expiry = fc.oneof(
  fc.record({ kind: fc.constantFrom("never" as const, "end of year" as const, "end of next year" as const) }),
  fc.record({ kind: fc.constantFrom("inactive" as const, "term" as const), span }),
);

const window: fc.Arbitrary<QualifyingWindow> = fc.oneof(
  fc.record({ kind: fc.constantFrom("calendar year" as const, "lifetime" as const) }),
  fc.record({ kind: fc.constant("rolling" as const), span }),
);

const hold: fc.Arbitrary<HoldingTerm> = fc.oneof(
  fc.record({
    kind: fc.constantFrom("none" as const, "end of year" as const, "end of next year" as const, "for ever" as const),
  }),
  fc.record({ kind: fc.constant("span" as const), span }),
);

function levelsBy(by: LevelMeasure): fc.Arbitrary<NonNullable<LoyaltyPlan["levels"]>> {
  const scale = by === "spend" ? 10_000 : 1;
  const thresholds = by === "orders" ? [1, 3, 5] : by === "spend" ? [20, 100, 250] : [2, 40, 150];
  return fc.record({
    by: fc.constant(by),
    window: by === "balance" ? fc.constant({ kind: "lifetime" } as const) : window,
    hold: by === "balance" ? hold.filter(({ kind }) => kind !== "none") : hold,
    steps: fc.constant(
      ["Bronze", "Silver", "Gold"].map((name, index) => ({ name, from: (thresholds[index] ?? 0) * scale, role: "" })),
    ),
  });
}

const plan: fc.Arbitrary<LoyaltyPlan> = fc.record({
  name: fc.constant("random"),
  currency: fc.constant(""),
  starts: fc.constant(null),
  earning,
  rewards: fc.integer({ min: 2, max: 60 }).map((units) => [{ units, value: 10_000, cost: 1 }]),
  expiry,
  levels: fc.constantFrom("spend", "points", "orders", "balance").chain((by) => levelsBy(by as LevelMeasure)),
  bonus: fc.constant([]),
  margin: fc.constant(null),
  fixedCost: fc.constant({ amount: 0, per: "replay" as const }),
});

/** What the replay says of each customer, as the naive program would. */
function replayed(orders: OrderTable, used: LoyaltyPlan, asOf: number): ReadonlyMap<number, Partial<NaiveMember>> {
  const { standings } = replayLoyalty(orders, used, asOf);
  const name = (level: number | null): string | null =>
    level === null ? null : (used.levels?.steps[level]?.name ?? null);
  return new Map(
    standings.map(({ customer, units, level, levelUntil, nextLevel, missing, expiring, expiringOn }) => [
      customer,
      {
        balance: units ?? 0,
        level: name(level),
        levelUntil,
        nextLevel: name(nextLevel),
        missing,
        expiring,
        expiringOn,
      },
    ]),
  );
}

function eventsOf(orders: OrderTable, asOf: number): ReadonlyMap<number, readonly NaiveEvent[]> {
  const all = new Map<number, NaiveEvent[]>();
  for (let entry = 0; entry < orders.length; entry += 1) {
    const [customer = 0, day = 0, amount = 0] = [orders.customer[entry], orders.day[entry], orders.amount[entry]];
    if (day <= asOf) all.set(customer, [...(all.get(customer) ?? []), { day, amount }]);
  }
  return new Map([...all].filter(([, events]) => events.some(({ amount }) => amount > 0)));
}

describe("the replay of 200 random programmes over random histories", () => {
  it("says of each customer what a naive program says, day by day and point by point", () => {
    fc.assert(
      fc.property(randomHistory, plan, fc.integer({ min: 0, max: 40 }), (orders, used, later) => {
        const asOf = orders.lastDay + later;
        const naive = new Map(
          [...eventsOf(orders, asOf)].map(([key, events]) => [key, naiveMember(events, used, asOf)]),
        );
        const found = replayed(orders, used, asOf);
        expect([...found.keys()].toSorted()).toEqual([...naive.keys()].toSorted());
        for (const [customer, member] of found) expect(naive.get(customer)).toMatchObject(member);
      }),
      { numRuns: 200, seed: 17 },
    );
  });

  it("adds up to the naive program's totals, month for month to the same balance", () => {
    fc.assert(
      fc.property(randomHistory, plan, (orders, used) => {
        const asOf = orders.lastDay;
        const naive = [...eventsOf(orders, asOf).values()].map((events) => naiveMember(events, used, asOf));
        const sum = (of: (member: NaiveMember) => number): number => naive.reduce((total, one) => total + of(one), 0);
        const { units, rewards, months, members, rules } = replayLoyalty(orders, used, asOf);
        const smallest = used.rewards[0]?.units ?? 0;
        expect(units).toEqual({
          issued: sum(({ issued }) => issued),
          takenBack: sum(({ takenBack }) => takenBack),
          expired: sum(({ expired }) => expired),
          balance: sum(({ balance }) => balance),
          redeemable: sum(({ balance }) => (balance >= smallest ? balance : 0)),
          stuck: sum(({ balance }) => (balance < smallest ? balance : 0)),
        });
        expect(rewards.times).toEqual([sum((member) => member.rewards)]);
        expect(months.at(-1)).toMatchObject({ members, balance: units.balance });
        expect(members).toBe(naive.length);
        expect(months.reduce((total, { issued }) => total + issued, 0)).toBe(units.issued);
        const own = rules.find(({ isOwn }) => isOwn)?.byMonth.at(-1) ?? [];
        const steps = used.levels?.steps ?? [];
        expect(own).toEqual(steps.map(({ name }) => naive.filter(({ level }) => level === name).length));
      }),
      { numRuns: 200, seed: 18 },
    );
  });

  it("has the same levels at the end of an earlier month as a replay that stops there", () => {
    fc.assert(
      fc.property(randomHistory, plan, (orders, used) => {
        const whole = replayLoyalty(orders, used, orders.lastDay);
        const [month, ...later] = whole.months;
        if (month === undefined || later.length === 0) return;
        const end = lastDayOf(month.month);
        const early = replayLoyalty(orders, used, end);
        expect(early.months[0]).toEqual(month);
        expect(early.rules.map(({ byMonth }) => byMonth[0])).toEqual(whole.rules.map(({ byMonth }) => byMonth[0]));
      }),
      { numRuns: 100, seed: 19 },
    );
  });
});

function lastDayOf(month: number): number {
  return Date.UTC(Math.floor(month / 12), (month % 12) + 1, 1) / 86_400_000 - 1;
}
