import { describe, expect, it } from "vitest";
import { listOptions } from "../../src/options/list-options.ts";
import { givenOfOrders } from "../../src/options/looking-at-orders.ts";
import { cohortOptions } from "../../src/options/retention-options.ts";

describe("givenOfOrders", () => {
  it("names what was given and looks at single orders, in the order of the options", () => {
    expect(givenOfOrders(listOptions, { nextBest: true, changesSince: "-1m", segment: ["Loyal"] })).toEqual([
      "--changes-since",
      "--next-best",
    ]);
  });

  it("passes over a flag that a config sets to false", () => {
    expect(givenOfOrders(listOptions, { due: false })).toEqual([]);
  });

  it("knows an option that does so with one value only", () => {
    expect(givenOfOrders(cohortOptions, { clock: "calendar" })).toEqual([]);
    expect(givenOfOrders(cohortOptions, { clock: "days", byFirst: "Country" })).toEqual(["--clock days", "--by-first"]);
  });
});
