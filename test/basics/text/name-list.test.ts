import { describe, expect, it } from "vitest";
import { listedName, namesIn } from "../../../src/basics/text/name-list.ts";

describe("namesIn", () => {
  it.each([
    ["Champions", ["Champions"]],
    ["Champions, At Risk ", ["Champions", "At Risk"]],
    ['"Big, new",Lost', ["Big, new", "Lost"]],
    [' "Big, new" , "So ""quiet""" ', ["Big, new", 'So "quiet"']],
    ['5" pipes,Lost', ['5" pipes', "Lost"]],
    ['"open, Lost', ['"open', "Lost"]],
    ['"a"b,c', ['"a"b', "c"]],
    ["a,", ["a", ""]],
    [",a", ["", "a"]],
    ["", [""]],
  ])("reads %j", (text, names) => {
    expect(namesIn(text)).toEqual(names);
  });

  it("reads back what listedName writes, whatever the names", () => {
    const names = ["plain", "a, b", '"quoted"', 'x "y", z', '5" pipes', '"', ",", '","'];
    expect(namesIn(names.map(listedName).join(","))).toEqual(names);
    for (const name of names) expect(namesIn(listedName(name))).toEqual([name]);
  });
});
