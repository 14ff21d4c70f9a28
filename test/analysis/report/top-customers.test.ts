import { describe, expect, it } from "vitest";
import { topCustomers } from "../../../src/analysis/report/top-customers.ts";
import { segmentCustomers } from "../../../src/analysis/segments/segment-customers.ts";
import { dayOf, tableOf } from "../../support/order-table.ts";

const segmented = segmentCustomers(
  tableOf([
    ["dora", "2024-04-30", 50],
    ["anna", "2024-03-01", 20],
    ["anna", "2024-04-20", 30],
    ["ben", "2024-02-01", 90],
    ["ben", "2024-03-01", -80],
    ["cara", "2024-04-25", 70],
  ]),
  { asOf: dayOf("2024-05-01") },
);

describe("topCustomers", () => {
  it("names those who spent most after refunds, ties by id", () => {
    expect(topCustomers(segmented, 3).map(({ id, spend }) => [id, spend])).toEqual([
      ["cara", 700_000],
      ["anna", 500_000],
      ["dora", 500_000],
    ]);
    expect(topCustomers(segmented, 2).map(({ id }) => id)).toEqual(["cara", "anna"]);
  });

  it("says of each how often and when they bought last", () => {
    expect(topCustomers(segmented, 2)[1]).toMatchObject({
      orders: 2,
      lastOrderDay: dayOf("2024-04-20"),
      recencyDays: 11,
    });
  });

  it("names all where there are fewer, and nobody where nobody is asked for", () => {
    expect(topCustomers(segmented, 99)).toHaveLength(4);
    expect(topCustomers(segmented, 0)).toEqual([]);
  });
});
