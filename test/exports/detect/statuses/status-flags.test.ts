import { describe, expect, it } from "vitest";
import { flagOf } from "../../../../src/exports/detect/statuses/status-flags.ts";
import { type Files, readFiles, readLines, setAside, spendOf } from "../../../support/read-csv.ts";

/** An export of two orders of 10 and 20 whose flag column has these two cells. */
function shop(flag: string, first: string, second: string): readonly string[] {
  const header = `order_id,customer_id,order_date,total,${flag}`;
  return [header, `1,anna,2026-03-01,10.00,${first}`, `2,ben,2026-03-02,20.00,${second}`];
}

describe("a column of yes and no", () => {
  it.each([
    ["Paid", "yes", "no"],
    ["paid", "x", ""],
    ["Is Paid", "TRUE", "FALSE"],
    ["is_paid", "1", "0"],
    ["Paid?", "Y", "N"],
    ["Maksettu", "kyllä", "ei"],
    ["Bezahlt", "ja", "nein"],
    ["Payé", "oui", "non"],
    ["Cancelled", "0", "1"],
    ["IsCancelled", "false", "true"],
    ["Canceled", "", "x"],
    ["Storniert", "nein", "ja"],
    ["Peruttu", "ei", "kyllä"],
    ["Order voided", "f", "t"],
    ["Cancelled at", "", "2026-03-04"],
    ["Refunded", "no", "yes"],
    ["Refunded", "0", "1"],
    ["Palautettu", "Ei", "Kyllä"],
    ["Paid", "paid", "unpaid"],
  ])("named %s leaves out the order that it says nobody paid for (%s counts, %s does not)", async (flag, yes, no) => {
    const history = await readLines(shop(flag, yes, no));
    expect(spendOf(history)).toEqual({ anna: "1 × 10.00" });
    expect(setAside(history)).toEqual({ status: "1 rows, 20.00" });
  });

  it("leaves out test orders", async () => {
    expect(setAside(await readLines(shop("Test", "no", "yes")))).toEqual({ "test order": "1 rows, 20.00" });
  });

  it.each([
    ["Gift", "yes", "no"],
    ["Newsletter", "TRUE", "FALSE"],
    ["Paid by", "card", "cash"],
    ["Returned items", "0", "1"],
    ["Test group", "1", "0"],
  ])("named %s says nothing of that", async (flag, first, second) => {
    expect(spendOf(await readLines(shop(flag, first, second)))).toEqual({ anna: "1 × 10.00", ben: "1 × 20.00" });
  });

  it("of one line leaves the other lines of its order alone", async () => {
    const history = await readLines([
      "order_id,customer_id,order_date,line_total,Returned",
      "1,anna,2026-03-01,10.00,no",
      "1,anna,2026-03-01,5.00,yes",
      "1,anna,2026-03-01,2.50,no",
    ]);
    expect(spendOf(history)).toEqual({ anna: "1 × 12.50" });
    expect(setAside(history)).toEqual({ status: "1 rows, 5.00" });
  });

  it("works beside a status, and neither hides the other", async () => {
    const history = await readLines([
      "order_id,customer_id,order_date,total,Status,Cancelled",
      "1,anna,2026-03-01,10.00,completed,no",
      "2,ben,2026-03-02,20.00,completed,yes",
      "3,carla,2026-03-03,40.00,pending,no",
    ]);
    expect(spendOf(history)).toEqual({ anna: "1 × 10.00" });
    expect(setAside(history)).toEqual({ status: "2 rows, 60.00" });
  });

  it("gives way to what the user says", async () => {
    const files: Files = { "a.csv": shop("Paid", "yes", "no") };
    const all = { anna: "1 × 10.00", ben: "1 × 20.00" };
    expect(spendOf(await readFiles(files, { status: "none" }))).toEqual(all);
    expect(spendOf(await readFiles(files, { includeStatus: ["unpaid"] }))).toEqual(all);
    expect(spendOf(await readFiles(files, { status: "Paid" }))).toEqual({ anna: "1 × 10.00" });
  });

  it("of refunds gives way to a column that says how much was refunded", async () => {
    const history = await readLines([
      "order_id,customer_id,order_date,total,Refunded,Refund Amount",
      "1,anna,2026-03-01,10.00,no,0.00",
      "2,ben,2026-03-02,20.00,yes,5.00",
    ]);
    expect(spendOf(history)).toEqual({ anna: "1 × 10.00", ben: "1 × 15.00" });
  });

  it("is never taken for money", async () => {
    const history = await readLines([
      "order_id,customer_id,order_date,quantity,price,Paid",
      "1,anna,2026-03-01,2,10.00,1",
      "2,ben,2026-03-02,3,20.00,0",
    ]);
    expect(spendOf(history)).toEqual({ anna: "1 × 20.00" });
  });
});

describe("flagOf", () => {
  it("leaves amounts of the same name alone", () => {
    expect(flagOf("Paid", ["10.00", "1"])).toBeNull();
    expect(flagOf("Refunded", ["0", "5.00"])).toBeNull();
    expect(flagOf("Refunded", [])).toBeNull();
    expect(flagOf("Paid", ["yes"])).toBe("paid");
  });
});
