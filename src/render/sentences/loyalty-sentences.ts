import type { LevelMeasure, LoyaltyPlan, QualifyingRule } from "../../analysis/loyalty/plan.ts";
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

interface MoneyWords {
  readonly currency: string;
  readonly language: Language;
}

function moneyText(amount: bigint, { currency, language }: MoneyWords): string {
  return `${language.money(amount)}${currency === "" ? "" : ` ${currency}`}`;
}

/** Whether a plan gives anything that has a cost: rewards, or a bonus in money. Levels alone have none that it knows. */
export function givesAnything({ rewards, bonus }: LoyaltyPlan): boolean {
  return rewards.length > 0 || bonus.length > 0;
}

/** Whether the rules for levels give levels of different sizes. */
export function haveRulesEffect({ rules }: Pick<LoyaltyReplay, "rules">): boolean {
  return new Set(rules.map(({ byMonth }) => String(byMonth.at(-1)))).size > 1;
}

/** The decision: what the plan would have cost, and the uplift that it needs. */
export function decisionSentences(replay: LoyaltyReplay, cost: ProgrammeCost, look: MoneyWords): readonly string[] {
  const words = look.language.words.loyalty;
  const [dearest] = cost.cases;
  if (dearest === undefined) return [];
  const { margin } = replay.plan;
  const { breakEven } = dearest;
  const costsNothing = !givesAnything(replay.plan) && cost.fixedCost === 0n;
  return [
    ...costOfAll(replay, cost, look),
    ...(margin === null && !costsNothing ? [words.noMargin] : []),
    ...(margin === null || breakEven === null || breakEven === 0 ? [] : [words.needs(breakEven, margin)]),
    words.sameBehaviour,
  ];
}

/** What rewards and bonus would have cost, or why no figure is told. */
function costOfAll(
  { plan, rewards, sales, members }: LoyaltyReplay,
  { cases, fixedCost }: ProgrammeCost,
  look: MoneyWords,
): readonly string[] {
  const words = look.language.words.loyalty;
  const fixed = fixedCost === 0n ? null : moneyText(fixedCost, look);
  if (!givesAnything(plan)) return [words.nothingToCost(fixed)];
  const { cost = 0n, costRate = null } = cases[0] ?? {};
  const isCollected = rewards.times.some((times) => times > 0);
  const nobody = plan.rewards.length > 0 && !isCollected ? [words.nobodyCollects] : [];
  if (nobody.length > 0 && cost === 0n) return nobody;
  const money = moneyText(cost, look);
  const lead =
    costRate === null
      ? words.noSales({ cost: money, members })
      : words.dearest({ cost: money, rate: costRate, sales: moneyText(sales, look), members, fixed });
  return [lead, ...nobody];
}

/** What stands below the costs: the face rate, the fixed cost and the liability. */
export function costSentences(
  { faceRate, fixedCost, liability, cases }: ProgrammeCost,
  look: MoneyWords,
): readonly string[] {
  const words = look.language.words.loyalty;
  const expected = cases.find(({ kind }) => kind === "expected")?.redeemed ?? null;
  const isUplift = cases.some(({ breakEven }) => breakEven !== null);
  return [
    ...(faceRate > 0 ? [words.faceRate(faceRate)] : []),
    ...(fixedCost > 0n && isUplift ? [words.fixedCost(moneyText(fixedCost, look))] : []),
    ...(liability === null || expected === null
      ? []
      : [words.liability({ amount: moneyText(liability, look), redemption: expected })]),
  ];
}
