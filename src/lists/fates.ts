import { compareCodeUnits } from "../core/compare.ts";
import { identityIn, type ListFormat } from "./list-format.ts";
import type { Roster } from "./roster.ts";
import { isHeldOut } from "./salted-id.ts";

/** What becomes of a customer in one tool's lists; the first that applies, in this order. */
export const FATES = ["listed", "excluded", "no consent", "no address", "shared address", "held out"] as const;
export type Fate = (typeof FATES)[number];

/** A column's value that a customer's newest purchase must have, by the number of the condition. */
export type ConsentCondition = {
  readonly column: string;
  /** In lower case. */
  readonly values: readonly string[];
};

export interface FateRules {
  /** By customer key. */
  readonly isExcluded: Uint8Array;
  /** Empty where nothing is asked for. */
  readonly consent: readonly ConsentCondition[];
  readonly holdout: { readonly salt: string; readonly share: number } | null;
}

/**
 * The fate of everyone on the roster in one tool's lists, as indexes into {@link FATES}.
 *
 * Where several customers have one address, it belongs to the one who bought last (of those the one with the greatest
 * spend, then by id): one person gets one message, and what that customer said about marketing counts.
 */
export function fatesIn(format: ListFormat, roster: Roster, rules: FateRules): Uint8Array {
  const identities = Array.from({ length: roster.length }, (_, index) => identityIn(roster.person(index), format));
  const owners = ownersOf(identities, roster);
  const fate = (index: number): Fate => {
    if (rules.isExcluded[roster.key(index)] === 1) return "excluded";
    if (!consents(roster.contact(index).conditions, rules.consent)) return "no consent";
    const identity = identities[index] ?? "";
    if (identity === "") return "no address";
    if (owners.get(identity) !== index) return "shared address";
    return rules.holdout !== null && isHeldOut(roster.id(index), rules.holdout) ? "held out" : "listed";
  };
  return Uint8Array.from(identities, (_, index) => FATES.indexOf(fate(index)));
}

/** Whether one of the conditions is met; a purchase has the column of one of them at most. */
export function consents(values: readonly string[], conditions: readonly ConsentCondition[]): boolean {
  if (conditions.length === 0) return true;
  return conditions.some((condition, index) => condition.values.includes((values[index] ?? "").trim().toLowerCase()));
}

/** The customer whom each identity belongs to. */
function ownersOf(identities: readonly string[], roster: Roster): ReadonlyMap<string, number> {
  const owners = new Map<string, number>();
  for (const [index, identity] of identities.entries()) {
    const known = owners.get(identity);
    if (known === undefined || isBefore(roster, index, known)) owners.set(identity, index);
  }
  return owners;
}

function isBefore(roster: Roster, a: number, b: number): boolean {
  const byDay = roster.lastOrder(b) - roster.lastOrder(a);
  return (byDay || roster.spend(b) - roster.spend(a) || compareCodeUnits(roster.id(a), roster.id(b))) < 0;
}
