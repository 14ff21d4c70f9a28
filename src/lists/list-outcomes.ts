import { compareCodeUnits } from "../basics/text/compare-code-units.ts";
import { InputError } from "../errors.ts";
import type { Audience } from "./audience.ts";
import { type ConsentCondition, hasConsented } from "./consent.ts";
import { identityIn, type ListFormat } from "./list-format.ts";
import { isHeldOut } from "./salted-id.ts";

/** What becomes of a customer in one tool's lists; the first that applies, in this order. */
export const LIST_OUTCOMES = ["listed", "excluded", "no consent", "no address", "shared address", "held out"] as const;
export type ListOutcome = (typeof LIST_OUTCOMES)[number];

export interface OutcomeRules {
  /** By customer key. */
  readonly isExcluded: Uint8Array;
  /** Empty where nothing is asked for. */
  readonly consent: readonly ConsentCondition[];
  readonly holdout: { readonly salt: string; readonly share: number } | null;
}

/**
 * The outcome of everyone on the audience in one tool's lists, as indexes into {@link LIST_OUTCOMES}.
 *
 * Where several customers have one address, it belongs to the one who bought last (of those the one with the greatest
 * spend, then by id): one person gets one message, and what that customer said about marketing counts. A phone number
 * alone reaches nobody who is reached by e-mail already.
 *
 * @throws InputError where the tool could take nobody at all
 */
export function outcomesIn(format: ListFormat, audience: Audience, rules: OutcomeRules): Uint8Array {
  const phonesOfMailed = new Set<string>();
  const identities = Array.from({ length: audience.length }, (_, index) => {
    if (format.needs === "nothing") return audience.id(index);
    const person = audience.person(index);
    const identity = identityIn(person, format);
    if (identity !== "" && identity === person.email) phonesOfMailed.add(person.phone);
    return identity;
  });
  if (identities.every((identity) => identity === "")) throw nobodyFor(format);
  const owners = ownersOf(identities, audience);
  const outcome = (index: number): ListOutcome => {
    if (rules.isExcluded[audience.key(index)] === 1) return "excluded";
    if (!hasConsented(audience.contact(index), rules.consent)) return "no consent";
    const identity = identities[index] ?? "";
    if (identity === "") return "no address";
    if (owners.get(identity) !== index || phonesOfMailed.has(identity)) return "shared address";
    return rules.holdout !== null && isHeldOut(audience.id(index), rules.holdout) ? "held out" : "listed";
  };
  return Uint8Array.from(identities, (_, index) => LIST_OUTCOMES.indexOf(outcome(index)));
}

/** Nobody with an address means that the exports have no such column, most likely, or one of another name. */
function nobodyFor({ name, needs }: ListFormat): InputError {
  const what = needs === "email" ? "e-mail addresses" : "e-mail addresses or phone numbers";
  const columns = needs === "email" ? "--email COLUMN" : "--email COLUMN or --phone COLUMN";
  return new InputError(`--for ${name} needs ${what}, and none were found in the exports`, {
    hint: `name the column with ${columns}; --for csv takes customers without`,
  });
}

/** The customer whom each identity belongs to. */
function ownersOf(identities: readonly string[], audience: Audience): ReadonlyMap<string, number> {
  const owners = new Map<string, number>();
  for (const [index, identity] of identities.entries()) {
    const known = owners.get(identity);
    if (known === undefined || isBefore(audience, index, known)) owners.set(identity, index);
  }
  return owners;
}

function isBefore(audience: Audience, a: number, b: number): boolean {
  const byDay = audience.lastOrder(b) - audience.lastOrder(a);
  return (byDay || audience.spend(b) - audience.spend(a) || compareCodeUnits(audience.id(a), audience.id(b))) < 0;
}
