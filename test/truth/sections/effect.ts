import type { Campaign, Person } from "../../../src/analysis/effect/campaign.ts";
import { campaignEffect } from "../../../src/analysis/effect/effect.ts";
import { effectSentences } from "../../../src/render/sentences/effect-sentences.ts";
import { ENGLISH } from "../../support/languages.ts";
import { dayOf, type OrderLine, orderTable } from "../../support/order-table.ts";
import { recordingLanguage } from "../../support/recording-language.ts";
import { near } from "../sentences/row.ts";
import { type Heard, moneyOf, type SectionRows } from "./section-row.ts";

/** How many people a group has, how many of them ordered in the campaign, for how much, and how many had shortly before. */
interface Group {
  readonly people: number;
  readonly buyers: number;
  readonly spend?: number;
  readonly before?: number;
}

interface Input {
  readonly treated: Group;
  readonly control: Group;
  readonly asOf?: string;
}

const SINCE = dayOf("2024-06-01");
const UNTIL = dayOf("2024-06-30");

export const EFFECT_INPUTS: Readonly<Record<string, Input>> = {
  "more came": { treated: { people: 1000, buyers: 150 }, control: { people: 1000, buyers: 90 } },
  "fewer came": { treated: { people: 1000, buyers: 90 }, control: { people: 1000, buyers: 150 } },
  "as many came": { treated: { people: 1000, buyers: 100 }, control: { people: 1000, buyers: 100 } },
  "nobody came": { treated: { people: 40, buyers: 0 }, control: { people: 40, buyers: 0 } },
  "one person each": { treated: { people: 1, buyers: 1 }, control: { people: 1, buyers: 0 } },
  "more came, not all days over": {
    treated: { people: 1000, buyers: 150 },
    control: { people: 1000, buyers: 90 },
    asOf: "2024-06-29",
  },
  "the last day": { treated: { people: 1000, buyers: 150 }, control: { people: 1000, buyers: 90 }, asOf: "2024-06-30" },
  "as many came and spent less": {
    treated: { people: 1000, buyers: 200, spend: 20 },
    control: { people: 1000, buyers: 200, spend: 60 },
  },
  "groups that differed before": {
    treated: { people: 1000, buyers: 150, before: 200 },
    control: { people: 1000, buyers: 90, before: 100 },
  },
};

/** What happened, by plain counting. */
export interface EffectFacts {
  readonly treated: Required<Group>;
  readonly control: Required<Group>;
  /** The last day that counts. */
  readonly countedTo: number;
  /** Standard errors between the shares of those who ordered, and of those who had before: beyond 2.2 no chance, within 1.7 chance. */
  readonly z: number;
  readonly zBefore: number;
}

function zOf(a: number, n: number, b: number, m: number): number {
  const pooled = (a + b) / (n + m);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
  return error === 0 ? 0 : (a / n - b / m) / error;
}

function linesOf(name: string, { people, buyers, spend = 20, before = 0 }: Group): readonly OrderLine[] {
  return Array.from({ length: people }, (_, index) => `${name}${index}`).flatMap((customer, index) => [
    { customer, day: dayOf("2024-01-10"), amount: 50 },
    ...(index < before ? [{ customer, day: SINCE - 5, amount: 10 }] : []),
    ...(index < buyers ? [{ customer, day: SINCE + 1, amount: spend }] : []),
  ]);
}

export function effectScenarios(): ReadonlyMap<string, Heard<EffectFacts>> {
  return new Map(
    Object.entries(EFFECT_INPUTS).map(([name, { treated, control, asOf = "2024-08-01" }]) => {
      const orders = orderTable([...linesOf("t", treated), ...linesOf("c", control)]);
      const people = (group: string): readonly Person[] =>
        orders.customerKeys.flatMap((key, customer) => (key.startsWith(group) ? [{ customers: [customer] }] : []));
      const campaign: Campaign = { treated: people("t"), control: people("c"), since: SINCE, until: UNTIL };
      const { language, said } = recordingLanguage(ENGLISH);
      effectSentences(campaignEffect(orders, campaign, dayOf(asOf)), language);
      const [t, c] = [treated, control].map((group) => ({ spend: 20, before: 0, ...group })) as [
        Required<Group>,
        Required<Group>,
      ];
      const facts: EffectFacts = {
        ...{ treated: t, control: c, countedTo: Math.min(UNTIL, dayOf(asOf)) },
        z: zOf(t.buyers, t.people, c.buyers, c.people),
        zBefore: zOf(t.before, t.people, c.before, c.people),
      };
      return [name, { said, facts }];
    }),
  );
}

interface Shares {
  readonly treated: number;
  readonly treatedShare: number;
  readonly control: number;
  readonly controlShare: number;
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  readonly days: number;
}

/** Whether the shares are those of the groups, and their interval holds the difference. */
function areShares(said: unknown, { treated, control, countedTo }: EffectFacts, of: "buyers" | "before"): boolean {
  const one = said as Shares;
  const [share, other] = [treated[of] / treated.people, control[of] / control.people];
  return (
    one.treated === treated.people &&
    one.control === control.people &&
    near(one.treatedShare, share) &&
    near(one.controlShare, other) &&
    Math.abs(one.difference - (share - other)) < 1e-9 &&
    one.low <= one.difference &&
    one.difference <= one.high &&
    one.days === countedTo - SINCE + 1
  );
}

const isOver = ({ countedTo }: EffectFacts): boolean => countedTo === UNTIL;
const areAlike = ({ zBefore }: EffectFacts): boolean => Math.abs(zBefore) < 2.2;
const perPerson = ({ people, buyers, spend }: Required<Group>): number => (buyers * spend) / people;

/** Whether so many people of those treated are the difference, between both ends of it. */
function arePeople(said: unknown, { treated, control }: EffectFacts): boolean {
  const { people, low, high } = said as Readonly<Record<"people" | "low" | "high", string>>;
  const extra = Math.abs(treated.buyers - (control.buyers / control.people) * treated.people);
  return Number.parseInt(people, 10) === Math.round(extra) && Number(low) <= extra && extra <= Number(high);
}

/** What `rfm effect` says. */
export const EFFECT: SectionRows<EffectFacts> = {
  "effect.worked": {
    claim: "more of those treated ordered, beyond chance, in days that are over",
    restsOn: "who ordered in each group; the standard error of the shares",
    isTrue: ([said], facts) => facts.z > 2.2 && isOver(facts) && areAlike(facts) && areShares(said, facts, "buyers"),
    said: "the last day",
    unsaid: "more came, not all days over",
  },
  "effect.harm": {
    claim: "fewer of those treated ordered, beyond chance, in days that are over",
    restsOn: "the same",
    isTrue: ([said], facts) => facts.z < -2.2 && isOver(facts) && areAlike(facts) && areShares(said, facts, "buyers"),
    said: "fewer came",
    unsaid: "as many came",
  },
  "effect.unknown": {
    claim: "chance can make this difference",
    restsOn: "the same",
    isTrue: ([said], facts) => Math.abs(facts.z) < 1.7 && isOver(facts) && areShares(said, facts, "buyers"),
    said: "one person each",
    unsaid: "more came",
  },
  "effect.tooEarly": {
    claim: "the days of the campaign end on that day, the data on an earlier one",
    restsOn: "the campaign's days and the last day that counts",
    isTrue: ([until, countedTo], facts) => until === UNTIL && countedTo === facts.countedTo && facts.countedTo < UNTIL,
    said: "more came, not all days over",
    unsaid: "the last day",
  },
  "effect.notAlike": {
    claim: "these shares had ordered in as many days before, which chance makes less than once in a hundred draws",
    restsOn: "who had ordered before in each group",
    isTrue: ([said], facts) => Math.abs(facts.zBefore) > 2.8 && areShares(said, facts, "before"),
    said: "groups that differed before",
    unsaid: "more came",
  },
  "effect.extra": {
    claim: "about so many would not have ordered",
    restsOn: "the difference of the shares, times the people treated",
    isTrue: ([said], facts) => facts.z > 2.2 && arePeople(said, facts),
    said: "more came",
    unsaid: "fewer came",
  },
  "effect.fewer": {
    claim: "about so many would have ordered without it",
    restsOn: "the same",
    isTrue: ([said], facts) => facts.z < -2.2 && arePeople(said, facts),
    said: "fewer came",
    unsaid: "as many came",
  },
  "effect.people": {
    claim: "so many people",
    restsOn: "the same",
    isTrue: ([extra], { treated, control }) =>
      near(extra, Math.abs(treated.buyers - (control.buyers / control.people) * treated.people)),
    said: "more came",
    unsaid: "as many came",
  },
  "effect.money": {
    claim: "so much more or less per person, within these ends, and in all; no difference where there is none",
    restsOn: "what each group spent per person",
    isTrue: ([said], { treated, control }) => {
      const { difference, low, high, amount, total } = said as {
        readonly difference: number;
        readonly low: string;
        readonly high: string;
        readonly amount: string;
        readonly total: string;
      };
      const found = perPerson(treated) - perPerson(control);
      return (
        Math.abs(difference - found) < 1e-9 &&
        moneyOf(low) <= found + 0.005 &&
        found <= moneyOf(high) + 0.005 &&
        Math.abs(moneyOf(amount) - Math.abs(found)) < 0.0051 &&
        Math.abs(moneyOf(total) - Math.abs(found) * treated.people) < 0.0051
      );
    },
    said: "as many came and spent less",
    unsaid: "nobody came",
  },
  "effect.fewOrders": {
    claim: "too few ordered for an interval of the money",
    restsOn: "buyers in each group",
    isTrue: (_, { treated, control }) => Math.min(treated.buyers, control.buyers) < 10,
    said: "one person each",
    unsaid: "more came",
  },
  "effect.smallest": {
    claim: "groups of these sizes show this difference four times out of five",
    restsOn: "2.8 standard errors of the difference at the common share",
    isTrue: ([difference, people, others], { treated, control }) => {
      const share = (treated.buyers + control.buyers) / (treated.people + control.people);
      const error = Math.sqrt(share * (1 - share) * (1 / treated.people + 1 / control.people));
      return people === treated.people && others === control.people && near(difference, 2.8 * error) && 2.8 * error < 1;
    },
    said: "more came",
    unsaid: "one person each",
  },
  "effect.tooSmall": {
    claim: "groups of these sizes show no difference",
    restsOn: "the same: more than all people",
    isTrue: ([people, others], { treated, control }) => {
      const share = (treated.buyers + control.buyers) / (treated.people + control.people);
      const error = Math.sqrt(share * (1 - share) * (1 / treated.people + 1 / control.people));
      return people === treated.people && others === control.people && 2.8 * error >= 1;
    },
    said: "one person each",
    unsaid: "more came",
  },
};
