/*
 * Every key of the names that nearly all runs look for, as text. These functions are called when the program is built, and what
 * they give is written in their place (scripts/build.js): to work it out takes a short run some 30 ms. They import nothing that
 * depends on where or when they run.
 */
import { genericContact } from "../contacts/contact-names.ts";
import { COLUMN_NAMES, DOUBTFUL_NAMES, ROLES, type Role } from "./column-names.ts";
import { keysOfKnown, keysOfNormal, names } from "./name-form.ts";

/** A rank from here on is that of a name in {@link DOUBTFUL_NAMES}. */
export const DOUBTFUL = 2000;

/** What separates the keys of a list, and the names of another. */
export const BETWEEN_KEYS = ",";
export const BETWEEN_NAMES = "\n";

/** For each known name its role, its rank and its keys; the first name of a key is the one that it stands for. */
export function knownNameKeys(): string {
  const lines = (role: Role, list: readonly string[], first: number): readonly string[] =>
    list.map((name, rank) => [role, first + rank, ...new Set(keysOfKnown(name))].join(BETWEEN_KEYS));
  const doubtful = (["customer", "order", "status"] as const).map((role) =>
    lines(role, DOUBTFUL_NAMES[role], DOUBTFUL),
  );
  return [...ROLES.map((role) => lines(role, COLUMN_NAMES[role], 0)), ...doubtful].flat().join(BETWEEN_NAMES);
}

/** Telephone numbers, the customer's own and those for the bill. */
export function phoneNameKeys(): string {
  return keysOf(genericContact().phone.slice(0, 2).flat());
}

/** A customer's whole name in one column. */
export function fullNameKeys(): string {
  return keysOf(fullNames());
}

/** A name of a person, or a part of one. */
export function personNameKeys(): string {
  return keysOf([...fullNames(), ...genericContact().name.flatMap(({ first, last }) => [...first, ...last])]);
}

function fullNames(): readonly string[] {
  return [
    ...(genericContact().name[0]?.full ?? []),
    ...names(
      "asiakkaan nimi,ostajan nimi,kundens namn,nom client,acheteur nom,nombre cliente,naam klant,kunde name,käufer name",
    ),
  ];
}

function keysOf(list: readonly string[]): string {
  return [...new Set(list.flatMap(keysOfNormal))].join(BETWEEN_KEYS);
}
