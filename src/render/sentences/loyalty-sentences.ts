import type { LevelMeasure, QualifyingRule } from "../../analysis/loyalty/plan.ts";
import type { ProgrammeCost } from "../../analysis/loyalty/programme-cost.ts";
import type { LoyaltyReplay } from "../../analysis/loyalty/replay-loyalty.ts";
import type { Span } from "../../basics/calendar/span.ts";
import type { Language } from "../language/language.ts";

/** A rule in words: `calendar year, held to the end of the next year`. */
export function ruleText({ window, hold }: QualifyingRule, by: LevelMeasure, { words }: Language): string {
  const { windows, holds, spans } = words.loyalty;
  const spanText = ({ count, unit }: Span): string => spans[unit](count);
  const qualifying = window.kind === "rolling" ? windows.rolling(spanText(window.span)) : windows[window.kind];
  const held = hold.kind === "span" ? holds.span(spanText(hold.span)) : holds[hold.kind];
  const isForEver = window.kind === "lifetime" && hold.kind === "for ever";
  const first = by === "balance" ? windows.balance : qualifying;
  return held === "" || (isForEver && by !== "balance") ? first : `${first}, ${held}`;
}

/** The decision: what the plan would have cost, and the uplift that it needs. */
export function decisionSentences(
  replay: LoyaltyReplay,
  { cases }: ProgrammeCost,
  { currency, language }: { readonly currency: string; readonly language: Language },
): readonly string[] {
  const words = language.words.loyalty;
  const [dearest] = cases;
  const money = (amount: bigint): string => `${language.money(amount)}${currency === "" ? "" : ` ${currency}`}`;
  const { margin } = replay.plan;
  if (dearest === undefined) return [];
  const { cost, costRate, breakEven } = dearest;
  return [
    cost === 0n && replay.plan.rewards.length > 0
      ? words.nobodyCollects
      : words.dearest({ cost: money(cost), rate: costRate, sales: money(replay.sales), members: replay.members }),
    ...(margin === null ? [words.noMargin] : []),
    ...(margin === null || breakEven === null ? [] : [words.needs(breakEven, margin)]),
    words.sameBehaviour,
  ];
}

/** What stands below the costs: the face rate, the fixed cost and the liability. */
export function costSentences(
  { faceRate, fixedCost, liability, cases }: ProgrammeCost,
  { currency, language }: { readonly currency: string; readonly language: Language },
): readonly string[] {
  const words = language.words.loyalty;
  const money = (amount: bigint): string => `${language.money(amount)}${currency === "" ? "" : ` ${currency}`}`;
  const expected = cases.find(({ kind }) => kind === "expected")?.redeemed ?? null;
  return [
    ...(faceRate > 0 ? [words.faceRate(faceRate)] : []),
    ...(fixedCost > 0n ? [words.fixedCost(money(fixedCost))] : []),
    ...(liability === null || expected === null
      ? []
      : [words.liability({ amount: money(liability), redemption: expected })]),
  ];
}
