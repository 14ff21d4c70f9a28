import { type Facts, median } from "./plain-counting.ts";
import { near } from "./row.ts";

/** One customer of a segment. */
export interface Member {
  readonly silentDays: number;
  readonly firstDays: number;
  readonly orders: number;
  readonly spend: number;
}

const lapse = ({ lapseDays }: Facts): number => lapseDays ?? Number.NaN;
const part = (members: readonly Member[], test: (one: Member) => boolean): number =>
  members.filter(test).length / Math.max(1, members.length);

/**
 * Words of a segment's description or advice, and what must be so of its customers for them to stand there: a share of at
 * least three in four, or where the sentence says "more than a quarter" or gives a number, just that.
 */
export const WORDS: readonly (readonly [
  words: RegExp,
  isTrue: (members: readonly Member[], facts: Facts, found: RegExpMatchArray) => boolean,
])[] = [
  [/\brecently\b|last order is recent/i, (all, facts) => part(all, (one) => one.silentDays <= lapse(facts)) >= 0.75],
  [
    /\bremind them\b|\bthis month\b|before they/i,
    (all, facts) => part(all, (one) => one.silentDays <= lapse(facts)) >= 0.75,
  ],
  [
    /silent for a long time|win them back|reason to come back\.|last message|feedback|now and then/i,
    (all, facts) => part(all, (one) => one.silentDays > lapse(facts)) >= 0.75,
  ],
  [/order(ed)? often\./i, (all) => part(all, (one) => one.orders >= 3) >= 0.75],
  [/\border often\b/i, (all) => part(all, (one) => one.orders >= 3) >= 0.75],
  [
    /(?<!quarter of them )have ordered more than once|ordered more than once and|^Ordered more than once/i,
    (all) => part(all, (one) => one.orders >= 2) >= 0.75,
  ],
  [/once or twice/i, (all) => part(all, (one) => one.orders <= 2) >= 0.75],
  [/ordered only once/i, (all) => part(all, (one) => one.orders === 1) >= 0.75],
  [/have placed one or two/, (all) => part(all, (one) => one.orders <= 2) >= 0.75],
  [/first order recently/, (all) => part(all, (one) => one.firstDays <= 90) >= 0.75],
  [/welcome series/i, (all) => part(all, (one) => one.orders === 1 && one.firstDays <= 90) >= 0.5],
  [/more than most/i, (all, facts) => part(all, (one) => one.spend > facts.medianSpend + 1e-9) >= 0.75],
  [/less than most/i, (all, facts) => part(all, (one) => one.spend <= facts.medianSpend + 1e-9) >= 0.75],
  [
    /(?:Recent|Silent) only by comparison: the typical last order was ([\d.,]+) days? ago/,
    (all, _, [, days]) => Number(days) === Math.round(median(all.map((one) => one.silentDays))),
  ],
  [/Recent only by comparison/, (all, facts) => median(all.map((one) => one.silentDays)) > lapse(facts)],
  [/Silent only by comparison/, (all, facts) => median(all.map((one) => one.silentDays)) <= lapse(facts)],
  [
    /for more than a quarter of them it was more than [\d.,]+ days/,
    (all, facts) => part(all, (one) => one.silentDays > lapse(facts)) > 0.25,
  ],
  [
    /for more than a quarter of them it was at most [\d.,]+ days/,
    (all, facts) => part(all, (one) => one.silentDays <= lapse(facts)) > 0.25,
  ],
  [/a quarter of them have ordered more than once/, (all) => part(all, (one) => one.orders > 1) > 0.25],
  [
    /a quarter of them have spent no more than/,
    (all, facts) => part(all, (one) => one.spend <= facts.medianSpend + 1e-9) > 0.25,
  ],
  [
    /a quarter of them have spent more than/,
    (all, facts) => part(all, (one) => one.spend > facts.medianSpend + 1e-9) > 0.25,
  ],
  [
    /a quarter of them have fewer than (\d+)/,
    (all, _, [, fewest]) => part(all, (one) => one.orders < Number(fewest)) > 0.25,
  ],
  [
    /a quarter of them have more than (\d+)\./,
    (all, _, [, most]) => part(all, (one) => one.orders > Number(most)) > 0.25,
  ],
  [/(?:customer has) ([\d.]+) orders?/, (all, _, [, orders]) => near(orders, median(all.map((one) => one.orders)))],
  [
    /first ordered ([\d.,]+) days? ago/,
    (all, _, [, days]) => Number(days?.replace(",", "")) === Math.round(median(all.map((one) => one.firstDays))),
  ],
];
