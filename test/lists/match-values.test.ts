import { describe, expect, it } from "vitest";
import { GOOGLE, META } from "../../src/lists/match-values.ts";
import { sha256 } from "../../src/lists/salted-id.ts";
import { personWith } from "../support/person.ts";

/** Computed elsewhere, with another implementation of SHA-256. */
const VECTORS = {
  "test@example.com": "973dfe463ec85785f5f95af5ba3906eedb2d931c24e69824a89ea65dba4e813b",
  "+358401234567": "d41d2f7475d7d4953ac320c5556699d055035af91aa09844f48f925ec450d744",
  "358401234567": "ae6aa2a1953cdcbd58e3da4dc114e7caa82883b6c8d2efa4362971c08095a762",
  mäkinen: "8b25c5211b7b8aa95b10f02e4f895f830a06edfb8b555ed40c49439055651f2e",
  mary: "6915771be1c5aa0c886870b6951b03d7eafc121fea0e80a5ea83beb7c449f4ec",
  fi: "b4bdc848109722a383d0a972c6eb859f2abd29565b8c4cc7199e7c9eb708f1b7",
} as const;

const mary = personWith({
  email: "test@example.com",
  phone: "+358401234567",
  firstName: "Mary",
  lastName: "Ma\u0308kinen", // not composed
  country: "FI",
  countryCode: "FI",
  city: "Saint-Étienne du Nord",
  zip: "00100",
});

describe("sha256", () => {
  it.each(Object.entries(VECTORS))("of %s is the test vector", (text, hash) => {
    expect(sha256(text)).toBe(hash);
  });

  it("leaves nothing as nothing", () => {
    expect(sha256("")).toBe("");
  });
});

describe("what Google matches by", () => {
  it("is hashed, but for country and zip", () => {
    expect(GOOGLE.email(mary)).toBe(VECTORS["test@example.com"]);
    expect(GOOGLE.phone(mary)).toBe(VECTORS["+358401234567"]);
    expect(GOOGLE.firstName(mary)).toBe(VECTORS.mary);
    expect(GOOGLE.lastName(mary)).toBe(VECTORS.mäkinen);
    expect([GOOGLE.country(mary), GOOGLE.zip(mary)]).toEqual(["FI", "00100"]);
  });

  it("has names without titles and blanks, with accents and hyphens", () => {
    const person = { ...mary, firstName: "Dr. Anna Maria", lastName: "de la Cruz-Núñez" };
    expect(GOOGLE.firstName(person)).toBe(sha256("annamaria"));
    expect(GOOGLE.lastName(person)).toBe(sha256("delacruz-núñez"));
  });

  it.each(["firstName", "lastName", "countryCode", "zip"] as const)("is no address without a %s", (part) => {
    const person = { ...mary, [part]: "" };
    expect([GOOGLE.firstName, GOOGLE.lastName, GOOGLE.country, GOOGLE.zip].map((of) => of(person))).toEqual([
      "",
      "",
      "",
      "",
    ]);
    expect(GOOGLE.email(person)).toBe(VECTORS["test@example.com"]);
  });
});

describe("what Meta matches by", () => {
  it("is hashed whole, phone numbers as digits", () => {
    expect(META.email(mary)).toBe(VECTORS["test@example.com"]);
    expect(META.phone(mary)).toBe(VECTORS["358401234567"]);
    expect(META.firstName(mary)).toBe(VECTORS.mary);
    expect(META.lastName(mary)).toBe(VECTORS.mäkinen);
    expect(META.country(mary)).toBe(VECTORS.fi);
    expect(META.city(mary)).toBe(sha256("saintétiennedunord"));
    expect(META.zip(mary)).toBe(sha256("00100"));
  });

  it.each([
    ["US", "97201-1234", "97201"],
    ["GB", "SW1A 1AA", "sw1a1"],
    ["GB", "M1 1AE", "m11"],
    ["GB", "somewhere", "somewhere"],
    ["NL", "3511 AB", "3511ab"],
  ])("shortens zips as each country's are: %s %s", (countryCode, zip, plain) => {
    expect(META.zip({ ...mary, countryCode, zip })).toBe(sha256(plain));
  });

  it("has names without punctuation", () => {
    expect(META.lastName({ ...mary, lastName: "O'Brien-Smith Jr." })).toBe(sha256("obriensmith jr"));
  });

  it("is worth net spend, never less than nothing", () => {
    expect(META.value(mary)).toBe("123.45");
    expect(META.value({ ...mary, spend: -50_000 })).toBe("0.00");
  });

  it("stays empty where nothing is known", () => {
    const { value: _, ...fields } = META;
    expect(Object.values(fields).map((of) => of(personWith({})))).toEqual(["", "", "", "", "", "", ""]);
  });
});
