import { describe, expect, it } from "vitest";
import { commonValues } from "../../../src/basics/text/common-values.ts";

describe("the common values of a column", () => {
  it("are three at most, those of most customers first, ties by code unit", () => {
    expect(commonValues(["no", "yes", "maybe", "yes ", "", "", "", "later"])).toEqual({
      shown: [
        { value: "", customers: 3 },
        { value: "yes", customers: 2 },
        { value: "later", customers: 1 },
      ],
      others: 2,
    });
  });

  it("can be those alone that several customers share, so that names and numbers stay unsaid", () => {
    expect(commonValues(["Aino", "Bo", "", "no", "no"], 2)).toEqual({
      shown: [
        { value: "no", customers: 2 },
        { value: "", customers: 1 },
      ],
      others: 2,
    });
  });

  it("are masked where they are e-mail addresses", () => {
    expect(commonValues(["anna@example.com"]).shown).toEqual([{ value: "a…@example.com", customers: 1 }]);
  });

  it("of no customer are none", () => {
    expect(commonValues([])).toEqual({ shown: [], others: 0 });
  });
});
