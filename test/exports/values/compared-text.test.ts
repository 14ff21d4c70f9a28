import { describe, expect, it } from "vitest";
import { ComparedTexts } from "../../../src/exports/values/compared-text.ts";

const DATE = 0;
const texts = (order: "dmy" | "mdy", decimal: "." | ","): ComparedTexts =>
  new ComparedTexts({ date: { notation: "calendar", order }, decimal }, DATE);

describe("ComparedTexts", () => {
  it("gives one form to a moment in all notations", () => {
    const compared = texts("dmy", ".");
    const forms = ["1/12/2010 8:26", "2010-12-01 08:26:00", "2010-12-01T08:26", "1.12.2010 8:26:00 AM"];
    expect(new Set(forms.map((text) => compared.text(text, DATE)))).toEqual(new Set(["14944 8:26:00"]));
    expect(compared.text("2010-12-01", DATE)).toBe(compared.text("1/12/2010 0:00", DATE));
    expect(compared.text("2010-12-01 12:05 PM", DATE)).toBe(compared.text("2010-12-01 12:05", DATE));
    expect(compared.text("2010-12-01 12:05 AM", DATE)).toBe(compared.text("2010-12-01 0:05", DATE));
  });

  it("tells moments, and zones, apart", () => {
    const compared = texts("dmy", ".");
    const forms = ["2010-12-01", "2010-12-01 08:26", "2010-12-01 20:26", "2010-12-01 08:26Z", "2010-12-01 08:26+02:00"];
    expect(new Set(forms.map((text) => compared.text(text, DATE))).size).toBe(forms.length);
    expect(compared.text("2010-12-01 08:26+00:00", DATE)).toBe(compared.text("2010-12-01T08:26:00Z", DATE));
  });

  it("gives one form to a number, by the file's decimal mark", () => {
    expect(["2.5", "2.50", "2.500"].map((text) => texts("dmy", ".").text(text, 1))).toEqual(["2.5", "2.5", "2.5"]);
    expect(["2,5", "1.234,00", "-0,10", "7"].map((text) => texts("dmy", ",").text(text, 1))).toEqual([
      "2.5",
      "1234",
      "-0.1",
      "7",
    ]);
  });

  it("leaves other texts as they are", () => {
    expect(["WHITE LANTERN", "85123A", "", "1.2.3 x"].map((text) => texts("dmy", ".").text(text, 1))).toEqual([
      "WHITE LANTERN",
      "85123A",
      "",
      "1.2.3 x",
    ]);
  });
});
