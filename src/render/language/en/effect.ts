import type { EffectMeasureName } from "../../../analysis/effect/effect.ts";
import type { EnglishGrammar } from "./grammar.ts";

/** The shares of both groups, and what their difference may be. */
export interface ShareFact {
  readonly treated: number;
  readonly treatedShare: number;
  readonly control: number;
  readonly controlShare: number;
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  readonly days: number;
}

/** A difference as people read it, with the ends of its interval and what it is in all. */
export interface SumFact {
  readonly difference: number;
  readonly low: string;
  readonly high: string;
  readonly amount: string;
  readonly total: string;
}

/** What `rfm effect` says. */
export function englishEffect(grammar: EnglishGrammar) {
  const { count, oneDecimal, share, day, days, plural, listed, percentagePoints } = grammar;
  const signed = (difference: number): string => oneDecimal(difference * 100);
  const compared = ({ treated, treatedShare, control, controlShare, days: length }: ShareFact): string =>
    `${share(treatedShare)} of ${plural(treated, "treated person", "treated people")} ordered within ${days(length)}, and ${share(controlShare)} of the ${count(control)} in the control group`;
  const interval = ({ difference, low, high }: ShareFact): string =>
    `The difference of ${percentagePoints(difference)} (95%: ${signed(low)} to ${signed(high)})`;
  return {
    title: (since: number, until: number) => `Did the campaign work? ${day(since)} to ${day(until)}`,
    columns: {
      measure: "measure",
      treated: "treated",
      control: "control",
      difference: "difference",
      interval: "95% interval",
      p_value: "p-value",
      extra: "extra in all",
      smallest_difference: "smallest visible",
    },
    measures: {
      ordered: "ordered",
      orders: "orders per person",
      revenue: "net revenue per person",
      margin: "margin per person",
      ordered_before: "ordered before",
    } satisfies Record<EffectMeasureName, string>,
    points: (difference: number) => `${signed(difference)} points`,
    range: (low: string, high: string) => `${low} to ${high}`,
    people: (extra: number) => plural(Math.round(extra), "person", "people"),
    worked: (fact: ShareFact) => `It worked: ${compared(fact)}. ${interval(fact)} is more than chance.`,
    harm: (fact: ShareFact) => `It did harm: ${compared(fact)}. ${interval(fact)} is more than chance.`,
    unknown: (fact: ShareFact) =>
      `Whether it worked cannot be told: ${compared(fact)}. ${interval(fact)} can be chance.`,
    tooEarly: (until: number, countedTo: number) =>
      `Too early to tell: the campaign's days end on ${day(until)}, the data on ${day(countedTo)}. Decide when they are over: checking every day and stopping when it looks good finds chance.`,
    notAlike: (fact: ShareFact) =>
      `The groups cannot be compared: ${share(fact.treatedShare)} of the treated and ${share(fact.controlShare)} of the control group had ordered in the ${days(fact.days)} before the campaign, a difference that chance makes less than once in a hundred draws. The control group was not drawn by chance from the same people, so a difference afterwards is not the campaign's.`,
    extra: (fact: { readonly people: string; readonly low: string; readonly high: string }) =>
      `That is about ${fact.people} who would not have ordered (95%: ${fact.low} to ${fact.high}).`,
    fewer: (fact: { readonly people: string; readonly low: string; readonly high: string }) =>
      `That is about ${fact.people} who would have ordered without it (95%: ${fact.low} to ${fact.high}).`,
    smallest: (difference: number, treated: number, control: number) =>
      `Groups of ${count(treated)} and ${count(control)} show a difference of ${percentagePoints(difference)} four times out of five, a smaller one less often.`,
    tooSmall: (treated: number, control: number) =>
      `No difference can be seen in groups of ${count(treated)} and ${count(control)}.`,
    money: ({ difference, low, high, amount, total }: SumFact) =>
      difference === 0
        ? `Net revenue per person: no difference (95%: ${low} to ${high}).`
        : `Net revenue per person: ${amount} ${difference < 0 ? "less" : "more"} (95%: ${low} to ${high}), in all about ${total} ${difference < 0 ? "less" : "more"}.`,
    fewOrders: "Too few people ordered for an interval of the money.",
    otherControl: (people: number, list: string) =>
      `${plural(people, "person", "people")} of the control group ${people === 1 ? "was" : "were"} held out of other lists than ${list}, and ${people === 1 ? "is" : "are"} left out`,
    repeated: (rows: number) =>
      `${plural(rows, "row")} of the lists ${rows === 1 ? "names" : "name"} somebody a second time; each person counts once`,
    groups: (names: readonly string[]) => `lists read: ${listed(names)}`,
  };
}
