import type { Backtest, BacktestOrigin } from "../../analysis/backtest/backtest.ts";
import type { Gain } from "../../analysis/backtest/gains.ts";
import type { ReturnRow } from "../../analysis/backtest/return-table.ts";
import type { Stability, StayShare } from "../../analysis/backtest/stability.ts";
import type { OriginCheck } from "../../analysis/forecast/origin-check.ts";
import type { ReturnFact, StayFact } from "../language/en/forecast/backtest.ts";
import type { Language } from "../language/language.ts";

/** A share of fewer customers than this says little of a segment: the first sentence passes over them. */
const FEW = 20;

/** The share of the customers that a campaign is taken to address. */
const ADDRESSED = 0.2;

/** What became of the best and the last segment, then where the scheme's order was wrong. */
export function returnSentences(origin: BacktestOrigin, language: Language): readonly string[] {
  const { backtest: words } = language.words.forecasting;
  const all = origin.rows.find(({ group }) => group === "all");
  const segments = origin.rows.filter(({ group, customers }) => group === "segment" && customers > 0);
  const told = segments.filter(({ customers }) => customers >= FEW);
  const [best, last] = told.length > 1 ? [told[0], told.at(-1)] : [segments[0], segments.at(-1)];
  if (best === undefined || all === undefined || all.returnRate === null) return [];
  const lead = words.lead({
    bestGroup: factOf(best),
    lastGroup: last === undefined || last === best ? null : factOf(last),
    allGroup: { customers: all.customers, rate: all.returnRate },
    scoredOn: origin.scoredOn,
    until: origin.to,
  });
  const wrong = origin.wrongOrders.map(({ higher, lower }) =>
    words.wrongOrder({ higherGroup: factOf(higher), lowerGroup: factOf(lower) }),
  );
  return [lead, ...(segments.length > 1 && wrong.length === 0 ? [words.rightOrder] : wrong)];
}

function factOf({ value, customers, returnRate, returnLow, returnHigh }: ReturnRow): ReturnFact {
  return { segment: value, customers, rate: returnRate ?? 0, low: returnLow ?? 0, high: returnHigh ?? 1 };
}

/** Whom a campaign to a fifth of the customers should address, and how much the other rankings reach. */
export function gainSentence({ gains, from, to }: BacktestOrigin, language: Language): string {
  const { backtest: words } = language.words.forecasting;
  const known = gains.filter(
    (gain): gain is Gain & { readonly reached: number } => gain.addressed === ADDRESSED && gain.reached !== null,
  );
  const ranked = known
    .toSorted((a, b) => b.reached - a.reached)
    .map(({ ranking, reached }) => ({ ranking: words.rankings[ranking], reached }));
  const [best, ...others] = ranked;
  if (best === undefined) return words.nobodyReturned(to - from + 1);
  return words.addressed({ part: ADDRESSED, bestRanking: best, otherRankings: others });
}

/** Whether the best stayed the best, beside what chance gives. */
export function stabilitySentences(stability: Stability | null, language: Language): readonly string[] {
  const { backtest: words } = language.words.forecasting;
  if (stability === null) return [words.noStability];
  const periods = periodsOf(stability);
  const ranks = language.hasMoney ? (["orders", "spend"] as const) : (["orders"] as const);
  return ranks.map((by) => {
    const stay = by === "orders" ? stability.byOrders : stability.bySpend;
    const fact = stayFact(by, stay);
    return fact === null
      ? words.staysOnly(by, stay.observed)
      : words.stays(fact, { ...periods, customers: stability.customers });
  });
}

/** The same in one sentence, for a comparison of two days; `null` where chance cannot be told. */
export function stayNote(stability: Stability | null, language: Language): string | null {
  if (stability === null) return null;
  const facts = [
    stayFact("orders", stability.byOrders),
    ...(language.hasMoney ? [stayFact("spend", stability.bySpend)] : []),
  ];
  const known = facts.filter((fact) => fact !== null);
  if (known.length === 0) return null;
  return language.words.forecasting.backtest.compareStays(known, periodsOf(stability));
}

function stayFact(by: StayFact["by"], { observed, expected, error }: StayShare): StayFact | null {
  return expected === null || error === null ? null : { by, observed, expected, error };
}

function periodsOf({ firstPeriod, secondPeriod }: Stability): {
  readonly first: readonly [number, number];
  readonly second: readonly [number, number];
} {
  return { first: [firstPeriod.from, firstPeriod.to], second: [secondPeriod.from, secondPeriod.to] };
}

/** How a forecast of that day would have done. */
export function checkSentences(check: OriginCheck, language: Language): readonly string[] {
  const { backtest: words, methods: names } = language.words.forecasting;
  const model = check.methods.find(({ method }) => method === "model");
  const rules = check.methods.filter(({ method }) => method !== "model").toSorted((a, b) => a.logLoss - b.logLoss);
  const [rule] = rules;
  const shown = model ?? rule;
  const { guard } = check.choice;
  const without = model === undefined && guard !== null ? [words.noModel(guard)] : [];
  if (shown === undefined) return without;
  const forecast = words.check({
    asOf: check.asOf,
    days: check.days,
    method: names[shown.method],
    expected: shown.expectedOrders,
    actual: shown.actualOrders,
    bias: shown.bias,
  });
  if (model === undefined || rule === undefined) return [...without, forecast];
  const facts = { modelLoss: model.logLoss, rule: names[rule.method], ruleLoss: rule.logLoss };
  return [...without, forecast, model.logLoss <= rule.logLoss ? words.modelWins(facts) : words.ruleWins(facts)];
}

/** What a backtest says first, for notes beside its data. */
export function backtestHeadline({ origins: [newest] }: Backtest, language: Language): readonly string[] {
  return newest === undefined ? [] : returnSentences(newest, language);
}
