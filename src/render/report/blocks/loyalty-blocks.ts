import type { ProgrammeCost } from "../../../analysis/loyalty/programme-cost.ts";
import type { LoyaltyReplay } from "../../../analysis/loyalty/replay-loyalty.ts";
import type { Language } from "../../language/language.ts";
import { costSentences, decisionSentences, givesAnything, haveRulesEffect } from "../../sentences/loyalty-sentences.ts";
import { caseTable, monthTable, ruleTable } from "../../tables/loyalty-tables.ts";
import type { Block } from "./block.ts";

/** A replayed plan with its costs, and the currency of the orders ("" where the exports name none). */
export interface LoyaltyResult {
  readonly replay: LoyaltyReplay;
  readonly cost: ProgrammeCost;
  readonly currency: string;
  /** A customer's id, by the index of the key in the order table. */
  readonly idOf: (customer: number) => string;
}

/** Months that a screen has room for. */
const SHOWN_MONTHS = 12;

/** A replayed plan for people: the decision first, then what it costs, who is on which level, and the months. */
export function loyaltyBlocks(result: LoyaltyResult, length: "full" | "short", language: Language): readonly Block[] {
  const { replay, cost, currency } = result;
  const below = costSentences(cost, { currency, language });
  return [
    ...decisionBlocks(result, language),
    ...(below.length === 0 ? [] : [{ kind: "lines", lines: below } as const]),
    ...unitBlocks(replay, language),
    ...levelBlocks(replay, language),
    ...monthBlocks(replay, length, language),
  ];
}

/** The decision, and what the plan costs by how much is redeemed, where it has a cost. */
export function decisionBlocks({ replay, cost, currency }: LoyaltyResult, language: Language): readonly Block[] {
  const sentences = { kind: "lines", lines: decisionSentences(replay, cost, { currency, language }) } as const;
  if (!givesAnything(replay.plan)) return [sentences];
  return [
    sentences,
    { kind: "heading", text: language.words.loyalty.costs },
    { kind: "table", table: caseTable(cost, replay, language) },
  ];
}

function unitBlocks({ plan, units }: LoyaltyReplay, language: Language): readonly Block[] {
  if (plan.earning === null) return [];
  const { figures, collected, ofLeft } = language.words.loyalty;
  const part = (amount: number): string =>
    units.balance === 0 ? language.count(amount) : ofLeft(amount, amount / units.balance);
  return [
    { kind: "heading", text: collected[plan.earning.kind] },
    {
      kind: "figures",
      figures: [
        [figures.issued, language.count(units.issued)],
        [figures.takenBack, language.count(units.takenBack)],
        [figures.expired, language.count(units.expired)],
        [figures.balance, language.count(units.balance)],
        ...(plan.rewards.length === 0
          ? []
          : [[figures.redeemable, part(units.redeemable)] as const, [figures.stuck, part(units.stuck)] as const]),
      ],
    },
  ];
}

function levelBlocks(replay: LoyaltyReplay, language: Language): readonly Block[] {
  if (replay.rules.length === 0) return [];
  const words = language.words.loyalty;
  return [
    { kind: "heading", text: words.levels(replay.asOf) },
    { kind: "table", table: ruleTable(replay, language) },
    ...(haveRulesEffect(replay) ? [{ kind: "lines", lines: [words.levelsDiffer] } as const] : []),
  ];
}

function monthBlocks(replay: LoyaltyReplay, length: "full" | "short", language: Language): readonly Block[] {
  const words = language.words.loyalty;
  const from = length === "full" ? 0 : Math.max(0, replay.months.length - SHOWN_MONTHS);
  return [
    { kind: "heading", text: words.months },
    { kind: "table", table: monthTable(replay, from, language) },
    ...(from === 0 ? [] : [{ kind: "lines", lines: [words.earlierMonths(from)] } as const]),
  ];
}
