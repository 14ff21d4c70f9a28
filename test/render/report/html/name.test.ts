import { describe, expect, it } from "vitest";
import { nameInText, nameMarkup, shortened, withoutFoldersIn } from "../../../../src/render/report/html/name.ts";

describe("names from the data", () => {
  it("stay as they are while they are short", () => {
    expect(shortened("Anna & Co")).toBe("Anna & Co");
  });

  it("are cut to 48 characters as people count them, never inside one", () => {
    expect(shortened("x".repeat(49))).toBe(`${"x".repeat(47)}…`);
    expect(shortened("👩‍👩‍👧‍👦".repeat(100))).toBe(`${"👩‍👩‍👧‍👦".repeat(47)}…`);
    expect(shortened("x".repeat(10_000_000))).toBe(`${"x".repeat(47)}…`);
  });

  it("lose line breaks and marks that turn the direction of text", () => {
    expect(shortened(" a\n\tb\u202Ec\u2066 ")).toBe("a bc");
  });

  it("lose their folders inside a text, the longer path first", () => {
    const text = "x/a.csv and x/a.csv.gz, C:\\shop\\b.csv, and c.csv";
    const paths = ["x/a.csv", "x/a.csv.gz", "C:\\shop\\b.csv", "c.csv"];
    expect(withoutFoldersIn(text, paths)).toBe("a.csv and a.csv.gz, b.csv, and c.csv");
  });

  it("are set apart where they are written from right to left", () => {
    expect(nameInText("עברית")).toBe("\u2068עברית\u2069");
    expect(nameInText("Anna")).toBe("Anna");
    expect(`${nameMarkup("<עברית>")}`).toBe("<bdi>&lt;עברית&gt;</bdi>");
  });
});
