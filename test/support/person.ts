import type { Person } from "../../src/lists/person.ts";

/** A person of whom nothing is known but what a test says. */
export function personWith(known: Partial<Person>): Person {
  return {
    id: "17850",
    email: "",
    phone: "",
    firstName: "",
    lastName: "",
    country: "",
    countryCode: "",
    city: "",
    zip: "",
    consent: "",
    segment: "Champions",
    cell: "555",
    recencyScore: 5,
    frequencyScore: 5,
    monetaryScore: 5,
    firstOrder: 20_000,
    lastOrder: 20_100,
    recencyDays: 3,
    frequency: 2,
    spend: 1_234_500,
    ...known,
  };
}
