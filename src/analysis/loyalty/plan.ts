import type { Span } from "../../basics/calendar/span.ts";

/** What a level is reached by: net spend, points collected, purchases, or the points that are left. */
export const LEVEL_MEASURES = ["spend", "points", "orders", "balance"] as const;
export type LevelMeasure = (typeof LEVEL_MEASURES)[number];

/** The days over which a level's measure is added up, on any day. */
export type QualifyingWindow =
  | { readonly kind: "calendar year" }
  | { readonly kind: "rolling"; readonly span: Span }
  | { readonly kind: "lifetime" };

/** How long a level that was reached is held; `none` holds it only while the window's figure is high enough. */
export type HoldingTerm =
  | { readonly kind: "none" }
  | { readonly kind: "end of year" }
  | { readonly kind: "end of next year" }
  | { readonly kind: "span"; readonly span: Span }
  | { readonly kind: "for ever" };

/** When points or stamps expire. */
export type Expiry =
  | { readonly kind: "never" }
  /** All of them, so long after the last purchase. */
  | { readonly kind: "inactive"; readonly span: Span }
  /** Each of them, so long after the purchase that earned it. */
  | { readonly kind: "term"; readonly span: Span }
  /** Each of them at the end of the year that it was earned in, or of the next. */
  | { readonly kind: "end of year" }
  | { readonly kind: "end of next year" };

/** What a reward is worth: whole 1/10,000 of a currency unit, or the mean purchase of the history, for "one free". */
export type RewardValue = number | "average order";

export const ROUNDINGS = ["half-up", "down"] as const;
export type Rounding = (typeof ROUNDINGS)[number];

/** A cost of the whole replayed time, or of each year or month of it; whole 1/10,000 of a currency unit. */
export interface FixedCost {
  readonly amount: number;
  readonly per: "replay" | "year" | "month";
}

/** A step of a bonus paid in money: from this net spend in a calendar month, this share of all of it. */
export interface BonusStep {
  /** Whole 1/10,000 of a currency unit. */
  readonly from: number;
  /** Fraction 0 … 1. */
  readonly share: number;
}

export interface LevelStep {
  readonly name: string;
  /** Whole 1/10,000 of a currency unit for spend, otherwise a whole number. */
  readonly from: number;
  /** The user role that a shop system gives to people on the level. */
  readonly role: string;
}

/** A loyalty plan as its file has it, every value read; parts that were left out are not there. */
export interface PlanFile {
  readonly name: string;
  readonly currency?: string;
  /** Civil day number. */
  readonly starts?: number;
  readonly points?: { readonly per?: number; readonly each?: number; readonly round?: Rounding };
  readonly stamps?: { readonly each?: number; readonly from?: number };
  readonly rewards?: readonly RewardFile[];
  readonly expiry?: Expiry;
  readonly levels?: LevelsFile;
  readonly bonus?: readonly BonusStep[];
  /** Fraction 0 … 1. */
  readonly margin?: number;
  readonly fixedCost?: FixedCost;
}

export interface RewardFile {
  readonly points?: number;
  readonly stamps?: number;
  readonly value: RewardValue;
  /** Fraction 0 … 1 of the value. */
  readonly cost?: number;
}

export interface LevelsFile {
  readonly by: LevelMeasure;
  readonly window?: QualifyingWindow;
  readonly hold?: HoldingTerm;
  readonly steps: readonly { readonly name: string; readonly from: number; readonly role?: string }[];
}

/** What customers collect. */
export type Earning =
  | { readonly kind: "points"; readonly per: number; readonly each: number; readonly round: Rounding }
  | { readonly kind: "stamps"; readonly each: number; readonly from: number };

export interface Reward {
  /** Points or stamps that it takes. */
  readonly units: number;
  readonly value: RewardValue;
  /** What a unit of its value costs the shop: 1 for money off, less for goods at cost. */
  readonly cost: number;
}

/** How a level is qualified for, and how long it is held then. */
export interface QualifyingRule {
  readonly window: QualifyingWindow;
  readonly hold: HoldingTerm;
}

export interface Levels extends QualifyingRule {
  readonly by: LevelMeasure;
  /** Ascending. */
  readonly steps: readonly LevelStep[];
}

/** A loyalty plan that was checked, and is complete. */
export interface LoyaltyPlan {
  readonly name: string;
  /** Empty where the plan names none. */
  readonly currency: string;
  /** Purchases before this day earn nothing; `null` for all history. */
  readonly starts: number | null;
  readonly earning: Earning | null;
  /** Ascending by units. */
  readonly rewards: readonly Reward[];
  readonly expiry: Expiry;
  readonly levels: Levels | null;
  /** Ascending by `from`; empty for none. */
  readonly bonus: readonly BonusStep[];
  readonly margin: number | null;
  readonly fixedCost: FixedCost;
}
