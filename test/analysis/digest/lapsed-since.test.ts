import { describe, expect, it } from "vitest";
import { lapsedSince } from "../../../src/analysis/digest/lapsed-since.ts";
import { segmentCustomers } from "../../../src/analysis/segments/segment-customers.ts";
import type { Yardstick } from "../../../src/analysis/segments/yardstick.ts";
import { dayOf, tableOf } from "../../support/order-table.ts";

const AS_OF = dayOf("2024-06-30");
const YARDSTICK: Yardstick = {
  ...{ lapseDays: 60.5, repeaters: 30, historyDays: 400, asOf: AS_OF, customers: 60, windowStart: null, untold: null },
  medianSpend: 200_000,
};

describe("who has lapsed since a day", () => {
  const segmented = segmentCustomers(
    tableOf([
      ["gone before", "2024-03-31", 90], // 91 days; 61 on 31 May
      ["gone since", "2024-04-01", 50], // 90 days; 60 then
      ["just gone", "2024-04-30", 40], // 61 days
      ["not yet", "2024-05-01", 80], // 60 days
      ["spent little", "2024-04-20", 20],
    ]),
    { asOf: AS_OF },
  );

  it("are the good customers whose silence was no longer than the lapse gap then, and is now", () => {
    expect(lapsedSince(segmented, YARDSTICK, dayOf("2024-05-31"))).toEqual({
      day: dayOf("2024-05-31"),
      customers: 2,
      revenue: 900_000n,
      all: 3,
    });
    expect(lapsedSince(segmented, YARDSTICK, dayOf("2024-06-29"))?.customers).toBe(1);
    expect(lapsedSince(segmented, YARDSTICK, AS_OF)?.customers).toBe(0);
  });

  it("cannot be told where it cannot be told who has lapsed", () => {
    expect(lapsedSince(segmented, { ...YARDSTICK, untold: "short history" }, dayOf("2024-05-31"))).toBeNull();
  });
});
