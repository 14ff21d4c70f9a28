import type { Effect, EffectMeasure } from "../../analysis/effect/effect.ts";
import { AMOUNT_SCALE } from "../../basics/money/amount.ts";
import type { ShareFact } from "../language/en/effect.ts";
import type { Language } from "../language/language.ts";

/** The verdict in one sentence. */
export function verdictSentence(effect: Effect, language: Language): string {
  const { effect: words } = language.words;
  const { since, countedTo, until, verdict } = effect;
  const days = countedTo - since + 1;
  const fact = factOf(measureOf(effect, "ordered"), days);
  switch (verdict) {
    case "worked":
      return words.worked(fact);
    case "did harm":
      return words.harm(fact);
    case "cannot be told":
      return words.unknown(fact);
    case "too early":
      return words.tooEarly(until, countedTo);
    case "not alike":
      return words.notAlike(factOf(measureOf(effect, "ordered_before"), days));
  }
}

/** What the verdict comes to in people and in money, and what groups of this size can show. */
export function effectSentences(effect: Effect, language: Language): readonly string[] {
  const { effect: words } = language.words;
  const ordered = measureOf(effect, "ordered");
  const smallest = ordered.smallestDifference;
  const isTold = effect.verdict === "worked" || effect.verdict === "did harm";
  return [
    verdictSentence(effect, language),
    ...(isTold ? [extraSentence(ordered, language)] : []),
    ...(effect.verdict === "not alike" || !language.hasMoney
      ? []
      : [moneySentence(measureOf(effect, "revenue"), language)]),
    ...(smallest === null || smallest === 0 ? [] : [sizeSentence(smallest, ordered, words)]),
  ];
}

function sizeSentence(
  smallest: number,
  { treated, control }: EffectMeasure,
  words: Language["words"]["effect"],
): string {
  return smallest < 1 ? words.smallest(smallest, treated, control) : words.tooSmall(treated, control);
}

function measureOf({ measures }: Effect, name: EffectMeasure["measure"]): EffectMeasure {
  const found = measures.find(({ measure }) => measure === name);
  if (found === undefined) throw new Error(`an effect has no measure ${name}`);
  return found;
}

function factOf(measure: EffectMeasure, days: number): ShareFact {
  return {
    treated: measure.treated,
    treatedShare: measure.treatedValue,
    control: measure.control,
    controlShare: measure.controlValue,
    difference: measure.difference,
    low: measure.low ?? -1,
    high: measure.high ?? 1,
    days,
  };
}

/** The people who ordered because of it, or did not. */
function extraSentence({ difference, low, high, treated }: EffectMeasure, { words, count }: Language): string {
  const { effect } = words;
  const ends = [low ?? -1, high ?? 1].map((share) => Math.abs(Math.round(share * treated))).sort((a, b) => a - b);
  const [least = 0, most = 0] = ends;
  const fact = { people: effect.people(Math.abs(difference * treated)), low: count(least), high: count(most) };
  return difference < 0 ? effect.fewer(fact) : effect.extra(fact);
}

function moneySentence({ difference, low, high, extra }: EffectMeasure, { words, money }: Language): string {
  const { effect } = words;
  if (low === null || high === null) return effect.fewOrders;
  const text = (units: number): string => money(units * AMOUNT_SCALE);
  return effect.money({
    difference,
    low: text(low),
    high: text(high),
    amount: text(Math.abs(difference)),
    total: text(Math.abs(extra ?? 0)),
  });
}
