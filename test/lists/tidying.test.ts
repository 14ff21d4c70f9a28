import { describe, expect, it } from "vitest";
import { normaliseEmail } from "../../src/basics/addresses/email-address.ts";
import { countryCode } from "../../src/lists/country-code.ts";
import { splitName } from "../../src/lists/person-name.ts";
import { normalisePhone } from "../../src/lists/phone-number.ts";
import { writableAddress } from "../../src/lists/writable-address.ts";

describe("normaliseEmail", () => {
  it.each([
    [" Aino@Example.COM ", "aino@example.com"],
    ["aino @example.com", "aino@example.com"],
    ["a\u0308iti@example.com", "äiti@example.com"],
    ["o'brien+shop@mail.example.co.uk", "o'brien+shop@mail.example.co.uk"],
    ['"aino@example.com"', "aino@example.com"],
    ["'aino@example.com'", "aino@example.com"],
    ["<Aino@example.com>", "aino@example.com"],
    ["Aino Example <aino@example.com>", "aino@example.com"],
    ["Aino<aino@example.com>", "aino@example.com"],
    ["MAILTO:aino%40example.com?subject=Stop", "aino@example.com"],
    ["<mailto:aino@example.com>", "aino@example.com"],
    ["aino@example.com.", "aino@example.com"],
    ["ai\u200bno@exam\u00adple.com\u200e", "aino@example.com"],
    ["\u0007aino@example.com\u0000", "aino@example.com"],
    ["ａｉｎｏ＠ｅｘａｍｐｌｅ．ｃｏｍ", "aino@example.com"],
    ["aino@BÜCHER.example", "aino@xn--bcher-kva.example"],
    ["aino@xn--bcher-kva.example", "aino@xn--bcher-kva.example"],
    ["aino@bücher。example", "aino@xn--bcher-kva.example"],
    ['"aino"@example.com', "aino@example.com"],
  ])("gives %j its one form", (text, address) => {
    expect(normaliseEmail(text)).toBe(address);
  });

  it("keeps what is part of an address: dots, a plus and what follows it", () => {
    expect(normaliseEmail("a.b+c@example.com")).toBe("a.b+c@example.com");
  });

  it("is the same when it is done twice", () => {
    for (const text of ["Aino <mailto:Aino@Bücher.example.>", "ÄITI@example.com", "'ﬁ@example.com'"]) {
      expect(normaliseEmail(normaliseEmail(text))).toBe(normaliseEmail(text));
    }
  });

  it.each([
    "",
    "n/a",
    "aino",
    "aino@",
    "@example.com",
    "aino@example",
    "a@b@example.com",
    "a;b@example.com",
    "a@.example.com",
    "Aino Example aino@example.com",
    "a@example.com, b@example.com",
  ])("takes %j for no address", (text) => {
    expect(normaliseEmail(text)).toBe("");
  });

  it.each(["xyz@marketplace.amazon.de", "XYZ@marketplace.amazon.co.uk", "abc@members.ebay.com"])(
    "takes the alias of a marketplace, %j, for none",
    (text) => {
      expect(writableAddress(text)).toBe("");
    },
  );
});

describe("normalisePhone", () => {
  it.each([
    ["+358 40 123 4567", "", "+358401234567"],
    ["00358 (0)40 123 4567", "", "+358401234567"],
    ["040 123 4567", "FI", "+358401234567"],
    ["358401234567", "FI", "+358401234567"],
    ["(020) 7946 0958", "GB", "+442079460958"],
    ["06 1234 5678", "IT", "+390612345678"], // Italy keeps its zero
    ["(503) 555-0142", "US", "+15035550142"],
    ["0221/123 45 67", "DE", "+492211234567"],
    ["+46 70-123 45 67", "FI", "+46701234567"], // its own country counts
  ])("reads %j in %j as %s", (text, country, number) => {
    expect(normalisePhone(text, country)).toBe(number);
  });

  it.each([
    ["040 123 4567", ""],
    ["040 123 4567", "Narnia"],
    ["3,58401E+11", "FI"],
    ["12", "FI"],
    ["none", "FI"],
    ["", "FI"],
    ["+999 123 456", "FI"],
  ])("leaves out %j in %j", (text, country) => {
    expect(normalisePhone(text, country)).toBe("");
  });
});

describe("countryCode", () => {
  it.each([
    ["fi", "FI"],
    ["Finland", "FI"],
    ["Suomi", "FI"],
    ["SVERIGE", "SE"],
    ["Österreich", "AT"],
    ["États-Unis", "US"],
    ["U.S.A.", "US"],
    ["UK", "GB"],
    ["EIRE", "IE"],
    ["Turkey", "TR"],
    ["Türkiye", "TR"],
  ])("reads %j as %s", (text, code) => {
    expect(countryCode(text)).toBe(code);
  });

  it.each(["", "Unspecified", "European Community", "ZZ", "12"])("knows no country %j", (text) => {
    expect(countryCode(text)).toBe("");
  });
});

describe("splitName", () => {
  it.each([
    ["Aino Example", "Aino", "Example"],
    ["Aino Maria Example", "Aino", "Maria Example"],
    ["Example, Aino Maria", "Aino Maria", "Example"],
    ["Dr. Aino Example", "Aino", "Example"],
    ["  Mary ", "Mary", ""],
    ["Ms", "Ms", ""], // a title alone is all the name there is
    ["", "", ""],
  ])("splits %j", (name, first, last) => {
    expect(splitName(name)).toEqual({ first, last });
  });
});
