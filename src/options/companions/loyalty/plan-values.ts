import {
  type Expiry,
  type FixedCost,
  type HoldingTerm,
  LEVEL_MEASURES,
  type LevelMeasure,
  type QualifyingWindow,
  type RewardValue,
  ROUNDINGS,
  type Rounding,
} from "../../../analysis/loyalty/plan.ts";
import { parseDay } from "../../../basics/calendar/days.ts";
import { parseSpan } from "../../../basics/calendar/span.ts";
import { AMOUNT_SCALE } from "../../../basics/money/amount.ts";
import { nearestNames } from "../../../basics/text/nearest-names.ts";
import type { ConfigNode } from "../../../basics/yaml/config-node.ts";

/** The largest number of points, and of currency units, that a plan may speak of. */
const LARGEST = 1_000_000_000;

/** What a value is, for messages, and how it is read: `null` for what is not one. */
export interface PlanValue<Value> {
  readonly what: string;
  readonly read: (text: string) => Value | null;
}

/** The value that a node holds; anything else is a problem that says what it must be. */
export function valueIn<Value>(node: ConfigNode | undefined, { what, read }: PlanValue<Value>): Value | undefined {
  if (node === undefined) return undefined;
  const text = node.written();
  const value = text === null ? null : read(text.trim());
  if (value !== null) return value;
  node.complain(`${node.name} must be ${what}${text === null ? "" : `, not "${text.trim()}"`}`);
  return undefined;
}

/** Money above 0, in whole 1/10,000 of a currency unit. */
export const price: PlanValue<number> = { what: "an amount above 0, such as 5.00", read: (text) => amount(text, 1) };

/** Money, 0 or more. */
export const threshold: PlanValue<number> = {
  what: "an amount of 0 or more, such as 200",
  read: (text) => amount(text, 0),
};

export const wholeNumber: PlanValue<number> = {
  what: "a whole number of 1 or more",
  read: (text) => whole(text, 1),
};

export const wholeThreshold: PlanValue<number> = {
  what: "a whole number of 0 or more",
  read: (text) => whole(text, 0),
};

/** A fraction 0 … 1, which is written as a percentage. */
export const share: PlanValue<number> = {
  what: "a percentage from 0% to 100%, such as 40%",
  read: (text) => {
    const match = /^(\d{1,3}(?:\.\d{1,4})?)\s*%$/.exec(text);
    const value = match === null ? Number.NaN : Number(match[1]);
    return value <= 100 ? value / 100 : null;
  },
};

export const rewardValue: PlanValue<RewardValue> = {
  what: `${price.what}, or average order`,
  read: (text) => (text === "average order" ? text : price.read(text)),
};

export const day: PlanValue<number> = { what: "a day, yyyy-mm-dd", read: parseDay };

export const currencyCode: PlanValue<string> = {
  what: "the three letters of a currency, such as EUR",
  read: (text) => (/^[A-Za-z]{3}$/.test(text) ? text.toUpperCase() : null),
};

export const planName: PlanValue<string> = { what: "text", read: (text) => (text === "" ? null : text) };

export const roleName: PlanValue<string> = {
  what: "a role of your shop, such as gold_member",
  read: (text) => (/^[a-z0-9][a-z0-9_-]*$/.test(text) ? text : null),
};

export const rounding: PlanValue<Rounding> = oneOf(ROUNDINGS);

export const levelMeasure: PlanValue<LevelMeasure> = oneOf(LEVEL_MEASURES);

export const qualifyingWindow: PlanValue<QualifyingWindow> = {
  what: "calendar year, lifetime, or rolling and a span, such as rolling 12m",
  read: (text) => {
    if (text === "calendar year" || text === "lifetime") return { kind: text };
    const span = text.startsWith("rolling ") ? parseSpan(text.slice("rolling ".length)) : null;
    return span === null ? null : { kind: "rolling", span };
  },
};

export const holdingTerm: PlanValue<HoldingTerm> = {
  what: "end of year, end of next year, for ever, none, or a span, such as 12m",
  read: (text) => {
    const kinds = ["none", "end of year", "end of next year", "for ever"] as const;
    const kind = kinds.find((one) => one === text);
    const span = parseSpan(text);
    if (kind !== undefined) return { kind };
    return span === null ? null : { kind: "span", span };
  },
};

export const expirySpan: PlanValue<NonNullable<ReturnType<typeof parseSpan>>> = {
  what: "a span, such as 12m",
  read: parseSpan,
};

export const expiryDate: PlanValue<Expiry> = {
  what: "end of year or end of next year",
  read: (text) => (text === "end of year" || text === "end of next year" ? { kind: text } : null),
};

export const neverExpires: PlanValue<Expiry> = {
  what: "never, or a map such as { after: 12m, without: purchase }",
  read: (text) => (text === "never" ? { kind: "never" } : null),
};

export const fixedCost: PlanValue<FixedCost> = {
  what: "an amount for the whole time, or one such as 600 per year or 50 per month",
  read: (text) => {
    const match = /^(\S+)(?:\s+per\s+(year|month))?$/.exec(text);
    const cost = amount(match?.[1] ?? "", 0);
    const per = match?.[2] === "year" || match?.[2] === "month" ? match[2] : "replay";
    return cost === null ? null : { amount: cost, per };
  },
};

/** One of a few words. */
export function oneOf<const Word extends string>(words: readonly Word[]): PlanValue<Word> {
  const last = words.at(-1) ?? "";
  return {
    what: words.length < 2 ? last : `${words.slice(0, -1).join(", ")} or ${last}`,
    read: (text) => words.find((word) => word === text) ?? null,
  };
}

/** The example whose name is nearest to a wrong one, as a question. */
export function didYouMean(wanted: string, names: readonly string[]): string {
  const near = nearestNames(wanted, names)[0];
  return near === undefined ? "" : `did you mean ${near}? `;
}

function amount(text: string, least: number): number | null {
  if (!/^\d{1,10}(\.\d{1,4})?$/.test(text) || Number(text) > LARGEST) return null;
  const value = Math.round(Number(text) * AMOUNT_SCALE);
  return value >= least ? value : null;
}

function whole(text: string, least: number): number | null {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= LARGEST ? value : null;
}
