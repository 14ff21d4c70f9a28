import { describe, expect, it } from "vitest";
import type { Campaign, Person } from "../../../src/analysis/effect/campaign.ts";
import { campaignEffect, type Effect, type EffectMeasure } from "../../../src/analysis/effect/effect.ts";
import { peopleNeeded, smallestDifference } from "../../../src/analysis/effect/sample-size.ts";
import { day, type Entry, historyOf } from "../retention/history.ts";

/** People who bought once before the campaign and, the first so many of them, on its second day. */
function group(name: string, people: number, buyers: number, spend = 20): readonly Entry[] {
  return Array.from({ length: people }, (_, index) => `${name}${index}`).flatMap((id, index): readonly Entry[] => [
    [id, "2024-01-10", 50],
    ...(index < buyers ? [[id, "2024-06-02", spend] as const] : []),
  ]);
}

function effectOf(entries: readonly Entry[], asOf = "2024-08-01"): Effect {
  const orders = historyOf(entries);
  const people = (name: string): readonly Person[] =>
    orders.customerKeys.flatMap((key, customer) => (key.startsWith(name) ? [{ customers: [customer] }] : []));
  const campaign: Campaign = {
    treated: people("t"),
    control: people("c"),
    since: day("2024-06-01"),
    until: day("2024-06-30"),
  };
  return campaignEffect(orders, campaign, day(asOf));
}

function measure(effect: Effect, name: EffectMeasure["measure"]): EffectMeasure {
  const found = effect.measures.find((one) => one.measure === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
}

describe("the effect of a campaign", () => {
  it("is 3 points for 120 of 1,000 against 90 of 1,000: it worked, by 30 people", () => {
    const effect = effectOf([...group("t", 1000, 120), ...group("c", 1000, 90)]);
    const ordered = measure(effect, "ordered");
    expect(effect.verdict).toBe("worked");
    expect(ordered).toMatchObject({ treated: 1000, treatedValue: 0.12, control: 1000, controlValue: 0.09 });
    expect(ordered.difference).toBeCloseTo(0.03, 15);
    expect(ordered.extra).toBeCloseTo(30, 12);
    expect(ordered.pValue).toBeCloseTo(0.0342025097, 9); // SciPy's fisher_exact
    // 2.8·√(0.105·0.895·(1/1000 + 1/1000))
    expect(ordered.smallestDifference).toBeCloseTo(0.0383864, 6);
    const revenue = measure(effect, "revenue");
    expect(revenue).toMatchObject({ treatedValue: 2.4, controlValue: 1.8 });
    expect(revenue.difference).toBeCloseTo(0.6, 12);
    expect(revenue.extra).toBeCloseTo(600, 9);
  });

  it("is harm the other way round", () => {
    const effect = effectOf([...group("t", 1000, 90), ...group("c", 1000, 120)]);
    expect(effect.verdict).toBe("did harm");
    expect(measure(effect, "ordered").extra).toBeCloseTo(-30, 12);
  });

  it("cannot be told where chance can make the difference", () => {
    expect(effectOf([...group("t", 1000, 52), ...group("c", 1000, 50)]).verdict).toBe("cannot be told");
    expect(effectOf([...group("t", 10, 0), ...group("c", 10, 0)]).verdict).toBe("cannot be told");
  });

  it("is no verdict before the campaign's days are over", () => {
    const early = effectOf([...group("t", 1000, 120), ...group("c", 1000, 60)], "2024-06-29");
    expect(early.verdict).toBe("too early");
    expect(early.countedTo).toBe(day("2024-06-29"));
    expect(effectOf([...group("t", 1000, 120), ...group("c", 1000, 60)], "2024-06-30").verdict).toBe("worked");
  });

  it("is no verdict where the groups differed before the campaign", () => {
    const before = Array.from({ length: 60 }, (_, index): Entry => [`t${index}`, "2024-05-20", 30]);
    const effect = effectOf([...group("t", 400, 90), ...group("c", 400, 40), ...before]);
    expect(measure(effect, "ordered_before")).toMatchObject({ treatedValue: 0.15, controlValue: 0, extra: null });
    expect(effect.verdict).toBe("not alike");
  });

  it("counts orders from the first day of the campaign to its last, and refunds dated in it", () => {
    const effect = effectOf([
      ["t1", "2024-05-31", 100], // the day before
      ["t1", "2024-06-01", 40],
      ["t1", "2024-06-30", 50],
      ["t1", "2024-07-01", 900],
      ["t2", "2024-01-01", 80],
      ["t2", "2024-06-10", -30], // a refund of the order in January
      ["c1", "2024-01-01", 10],
      ["c2", "2024-01-01", 10],
    ]);
    expect(measure(effect, "ordered")).toMatchObject({ treatedValue: 0.5, controlValue: 0 });
    expect(measure(effect, "orders")).toMatchObject({ treatedValue: 1, controlValue: 0, low: null, pValue: null });
    expect(measure(effect, "revenue").treatedValue).toBe(30); // (40 + 50 − 30) / 2
    expect(measure(effect, "ordered_before").treatedValue).toBe(0.5);
  });

  it("counts a person of several customers once", () => {
    const orders = historyOf([
      ["t1", "2024-06-02", 10],
      ["t1b", "2024-06-03", 10],
      ["c1", "2024-01-01", 10],
    ]);
    const campaign = { since: day("2024-06-01"), until: day("2024-06-30") };
    const people = { treated: [{ customers: [0, 1] }], control: [{ customers: [2] }] };
    const [ordered, perPerson] = campaignEffect(orders, { ...people, ...campaign }, day("2024-08-01")).measures;
    expect(ordered).toMatchObject({ treated: 1, treatedValue: 1 });
    expect(perPerson).toMatchObject({ treatedValue: 2 });
  });

  it("is the same in any order of the orders", () => {
    const entries = [...group("t", 300, 60, 33), ...group("c", 200, 30, 21)];
    expect(effectOf([...entries].sort(([a], [b]) => (a < b ? -1 : 1))).measures[0]).toEqual(
      effectOf(entries).measures[0],
    );
  });
});

describe("sizes of groups", () => {
  it.each([
    [0.05, 0.06, 8158],
    [0.0784, 0.0884, 11_999],
  ])("to tell %f from %f takes %i people in each", (before, after, people) => {
    expect(peopleNeeded(before, after)).toBe(people);
    expect(peopleNeeded(after, before)).toBe(people);
  });

  it("that are those needed show the difference", () => {
    const people = peopleNeeded(0.05, 0.06);
    expect(smallestDifference(0.055, people, people)).toBeCloseTo(0.01, 4);
    expect(smallestDifference(0.05, 0, 100)).toBeNull();
  });
});
