import { describe, expect, it } from "vitest";
import { LIST_FORMATS } from "../../src/lists/formats/index.ts";
import { identityIn, type ListFormat, listRow } from "../../src/lists/list-format.ts";
import { isOwnListHeader } from "../../src/lists/own-lists.ts";
import { isOwnOutput } from "../../src/render/tables/own-outputs.ts";
import { personWith } from "../support/person.ts";

function formatOf(name: string): ListFormat {
  const format = LIST_FORMATS.find((one) => one.name === name);
  if (format === undefined) throw new Error(`no format ${name}`);
  return format;
}

function cell(format: ListFormat, header: string, person = personWith({})): string {
  return listRow(person, format)[format.columns.findIndex(([name]) => name === header)] ?? "missing";
}

describe("the formats", () => {
  it.each(LIST_FORMATS.map((format) => [format.name, format] as const))(
    "%s has headers that differ",
    (_, { columns }) => {
      expect(new Set(columns.map(([header]) => header)).size).toBe(columns.length);
    },
  );

  it.each(LIST_FORMATS.map((format) => [format.name, format] as const))(
    "%s is known for a list of ours",
    (_, { columns }) => {
      const header = columns.map(([name]) => name);
      expect([isOwnListHeader(header), isOwnOutput(header)]).toEqual([true, true]);
    },
  );

  it("does not take an order export for a list", () => {
    expect(isOwnListHeader(["Email", "Phone", "First Name", "Last Name", "Country", "Zip", "Total", "Date"])).toBe(
      false,
    );
  });

  it("has the headers that Google and Meta ask for", () => {
    const headers = (name: string): readonly string[] => formatOf(name).columns.map(([header]) => header);
    expect(headers("google-ads")).toEqual(["Email", "Phone", "First Name", "Last Name", "Country", "Zip"]);
    expect(headers("meta")).toEqual(["email", "phone", "fn", "ln", "ct", "zip", "country", "value"]);
    expect(headers("klaviyo")[0]).toBe("Email");
  });

  it("has Brevo's attribute names in capitals without blanks", () => {
    for (const [header] of formatOf("brevo").columns) expect(header).toMatch(/^[A-Z][A-Z0-9_]*$/);
  });

  it("tells Klaviyo a time, so that no day is lost west of Greenwich", () => {
    expect(cell(formatOf("klaviyo"), "RFM Last Order")).toBe("2025-01-12 12:00:00");
    expect(cell(formatOf("activecampaign"), "RFM Last Order")).toBe("2025-01-12");
  });

  it("makes one tag of a segment with a comma in its name", () => {
    expect(cell(formatOf("mailchimp"), "Tags", personWith({ segment: "Big, but quiet" }))).toBe("RFM Big but quiet");
  });

  it("leaves scores empty outside the window", () => {
    const person = personWith({
      segment: null,
      cell: null,
      recencyScore: null,
      frequencyScore: null,
      monetaryScore: null,
    });
    expect(
      ["segment", "rfm_cell", "r_score", "f_score", "m_score"].map((name) => cell(formatOf("csv"), name, person)),
    ).toEqual(["", "", "", "", ""]);
  });

  it("cuts Mailchimp's texts at 255 bytes, between characters", () => {
    expect(cell(formatOf("mailchimp"), "City", personWith({ city: "ä".repeat(200) }))).toBe("ä".repeat(127));
    expect(cell(formatOf("mailchimp"), "City", personWith({ city: "a".repeat(300) }))).toBe("a".repeat(255));
    expect(cell(formatOf("hubspot"), "City", personWith({ city: "a".repeat(300) }))).toBe("a".repeat(300));
  });
});

describe("identityIn", () => {
  const address = { firstName: "Aino", lastName: "Example", countryCode: "FI", zip: "00100" };
  it.each([
    ["mailchimp", { email: "aino@example.com" }, "aino@example.com"],
    ["mailchimp", { email: "äiti@example.com" }, ""],
    ["mailchimp", { phone: "+358401234567" }, ""],
    ["hubspot", { email: "äiti@example.com" }, "äiti@example.com"],
    ["klaviyo", { phone: "+358401234567" }, "+358401234567"],
    ["klaviyo", { email: "aino@example.com", phone: "+358401234567" }, "aino@example.com"],
    ["klaviyo", address, ""],
    ["meta", address, "aino example fi 00100"],
    ["meta", { ...address, zip: "" }, ""],
    ["csv", {}, "17850"],
  ] as const)("in %s of %j is %j", (name, known, identity) => {
    expect(identityIn(personWith(known), formatOf(name))).toBe(identity);
  });
});
