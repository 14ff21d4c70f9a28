import type { Person } from "../analysis/effect/campaign.ts";
import { formsOf } from "../basics/addresses/named-customers.ts";
import { formatDay } from "../basics/calendar/days.ts";
import { plural } from "../basics/text/words.ts";
import { InputError } from "../errors.ts";
import type { ListedPerson } from "../exports/companions/people-list.ts";
import type { OrderTable } from "../orders/order-table.ts";
import { seenIn, writtenForms } from "./exclusions.ts";
import { saltedId, sha256 } from "./salted-id.ts";

/** A list of people as it was read, and how messages call it. */
export interface NamedList {
  readonly name: string;
  /** The list by its file's name, where it is one file. */
  readonly slug: string | null;
  readonly people: readonly ListedPerson[];
}

export interface GroupOptions {
  readonly treated: NamedList;
  readonly control: NamedList;
  /** The campaign's first day: everybody must have bought before it. */
  readonly since: number;
  readonly salt: string;
}

/** Both groups as customers, and what was done to make them comparable. */
export interface CampaignGroups {
  readonly treated: readonly Person[];
  readonly control: readonly Person[];
  /** People of the control group who belong to other lists than those who were treated. */
  readonly otherControl: number;
  /** Rows that name somebody who stands on the same list already. */
  readonly repeated: number;
}

/**
 * The people of both groups, as customers.
 *
 * A control group is drawn from all lists of a set. Where only some of them were used, the people held out of the others
 * are left aside: champions treated and everybody held out are not alike.
 *
 * @throws InputError for people who are on both lists, unknown, or had bought nothing before the campaign, by count
 */
export function campaignGroups(orders: OrderTable, { treated, control, since, salt }: GroupOptions): CampaignGroups {
  const alike = sameLists(treated, control);
  if (alike.length === 0) throw noControl(treated, control);
  const find = customerFinder(orders, salt, [treated, control]);
  const groups = [
    { list: treated, ...matched(treated.people, find) },
    { list: control, ...matched(alike, find) },
  ] as const;
  for (const { list, unknown, rows } of groups) refuseUnknown(list, unknown, rows);
  const [first, second] = groups;
  refuseBoth(first.people, second.people);
  const before = boughtBefore(orders, since);
  for (const { list, people } of groups) refuseNewcomers(list, people, { before, since });
  return {
    treated: first.people,
    control: second.people,
    otherControl: control.people.length - alike.length,
    repeated: first.repeated + second.repeated,
  };
}

/** The people of the control group who belong to the lists that were treated; all where that is not written. */
function sameLists(treated: NamedList, control: NamedList): readonly ListedPerson[] {
  const lists = new Set(control.people.map(({ list }) => list));
  if (treated.slug !== null && lists.has(treated.slug)) {
    return control.people.filter(({ list }) => list === treated.slug);
  }
  const segments = new Set(treated.people.map(({ segment }) => segment));
  if (segments.has(null) || control.people.some(({ segment }) => segment === null)) return control.people;
  return control.people.filter(({ segment }) => segments.has(segment));
}

function noControl(treated: NamedList, control: NamedList): InputError {
  return new InputError(`no customer of ${control.name} was held out of the segments of ${treated.name}`, {
    hint: "name the control group that was written with this list",
  });
}

/** Finds the customers that a row of a list names. */
export type FindCustomers = (person: ListedPerson) => readonly number[];

/** Finds customers by id, else by address, else by hash; several where several share an address. */
export function customerFinder(
  orders: OrderTable,
  salt: string,
  lists: readonly Pick<NamedList, "people">[],
): FindCustomers {
  const byForm = new Map<string, Set<number>>();
  const add = (form: string, customer: number): void => {
    const known = byForm.get(form);
    if (known === undefined) byForm.set(form, new Set([customer]));
    else known.add(customer);
  };
  const isHashed = lists.some(({ people }) => people.some(({ hashes }) => hashes.length > 0));
  const addText = (text: string, customer: number): void => {
    for (const form of formsOf(text)) add(form, customer);
    if (isHashed) for (const form of writtenForms(text)) add(sha256(form), customer);
  };
  for (const [key, text] of orders.customerKeys.entries()) {
    const customer = orders.joinedTo?.[key] ?? key;
    addText(text, customer);
    if (isHashed) add(saltedId(salt, text), customer);
  }
  const seen = seenIn(orders);
  for (const [pair, customer] of seen.customer.entries())
    addText(seen.texts[seen.text[pair] as number] ?? "", customer);
  const among = (forms: readonly string[]): readonly number[] => [
    ...new Set(forms.flatMap((form) => [...(byForm.get(form) ?? [])])),
  ];
  return ({ ids, emails, hashes }) => [ids, emails, hashes].map(among).find((found) => found.length > 0) ?? [];
}

interface Matched {
  readonly people: readonly Person[];
  readonly unknown: readonly ListedPerson[];
  readonly repeated: number;
  readonly rows: number;
}

/** The rows as people; a row that names somebody of an earlier one adds its customers to them. */
function matched(rows: readonly ListedPerson[], find: FindCustomers): Matched {
  const people: number[][] = [];
  const unknown: ListedPerson[] = [];
  const personOf = new Map<number, number[]>();
  let repeated = 0;
  for (const row of rows) {
    const customers = find(row);
    if (customers.length === 0) {
      unknown.push(row);
      continue;
    }
    const known = customers.map((customer) => personOf.get(customer)).find((person) => person !== undefined);
    const person = known ?? [];
    if (known === undefined) people.push(person);
    else repeated += 1;
    for (const customer of customers) {
      if (personOf.has(customer)) continue;
      person.push(customer);
      personOf.set(customer, person);
    }
  }
  return { people: people.map((customers) => ({ customers })), unknown, repeated, rows: rows.length };
}

function refuseUnknown({ name }: NamedList, unknown: readonly ListedPerson[], rows: number): void {
  const [first] = unknown;
  if (first === undefined) return;
  const hashed = unknown.every(({ ids, emails, hashes }) => ids.length + emails.length === 0 && hashes.length > 0);
  throw new InputError(
    `${name}: ${unknown.length} of ${plural(rows, "person", "people")} ${unknown.length === 1 ? "is not a customer" : "are not customers"} of these exports (first: line ${first.line})`,
    {
      hint: hashed
        ? "hashed ids are found with the --salt that the lists were written with"
        : "read the exports that the list was made from, or take them out of both lists by one rule",
    },
  );
}

function refuseBoth(treated: readonly Person[], control: readonly Person[]): void {
  const customers = new Set(treated.flatMap((person) => person.customers));
  const both = control.filter((person) => person.customers.some((customer) => customers.has(customer))).length;
  if (both === 0) return;
  throw new InputError(`${plural(both, "person", "people")} ${both === 1 ? "is" : "are"} on both lists`, {
    hint: "whoever got the message cannot be in the control group: take them out of one list",
  });
}

/** 1 for every customer with a purchase before a day. */
function boughtBefore(orders: OrderTable, day: number): Uint8Array {
  const bought = new Uint8Array(orders.customerKeys.length);
  for (let entry = 0; entry < orders.length; entry += 1) {
    if ((orders.day[entry] as number) < day && (orders.amount[entry] as number) > 0) {
      bought[orders.customer[entry] as number] = 1;
    }
  }
  return bought;
}

function refuseNewcomers(
  { name }: NamedList,
  people: readonly Person[],
  { before, since }: { readonly before: Uint8Array; readonly since: number },
): void {
  const newcomers = people.filter(({ customers }) => customers.every((customer) => before[customer] === 0)).length;
  if (newcomers === 0) return;
  throw new InputError(
    `${name}: ${newcomers} of ${plural(people.length, "person", "people")} had bought nothing before ${formatDay(since)}, the first day of the campaign`,
    { hint: "check --since: the groups were drawn from those who were customers by then" },
  );
}
