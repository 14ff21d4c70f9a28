import { describe, expect, it } from "vitest";
import { kindRules } from "../../../../src/exports/detect/statuses/kind-rules.ts";
import { readLines, setAside, spendOf } from "../../../support/read-csv.ts";

/** An export of a sale of 10 and of something else of an amount, each an order of its own. */
function shop(column: string, sale: string, other: string, amount: string): readonly string[] {
  return [
    `order_id,customer_id,order_date,total,${column}`,
    `1,anna,2026-03-01,10.00,${sale}`,
    `2,anna,2026-03-02,${amount},${other}`,
  ];
}

const RETURNS = [
  ["Type", "Sale", "Return"],
  ["transaction_type", "purchase", "refund"],
  ["Belegart", "Rechnung", "Gutschrift"],
  ["Tyyppi", "Myynti", "Hyvitys"],
  ["typ", "Försäljning", "Retur"],
  ["Type de document", "Facture", "Avoir"],
  ["Tipo", "Venta", "Devolución"],
  ["Soort", "Verkoop", "Retour"],
  ["Type", "Sales invoice", "Sales credit note"],
  ["Document type", "Faktura", "Partial refund"],
  ["Receipt type", "Sale", "Refund"],
] as const;

describe("a column that says what kind of thing a row is", () => {
  it.each(RETURNS)("named %s (%s, %s) asks about a return with a positive amount", async (column, sale, back) => {
    await expect(readLines(shop(column, sale, back, "4.00"))).rejects.toThrow(
      `it is not known whether these statuses count as purchases: "${back.toLowerCase()}" (1 row, 4.00)`,
    );
  });

  it.each(RETURNS)("named %s (%s, %s) takes a return with a negative amount off", async (column, sale, back) => {
    expect(spendOf(await readLines(shop(column, sale, back, "-4.00")))).toEqual({ anna: "1 × 6.00" });
  });

  it("takes off returns that have the id of their order", async () => {
    const lines = [
      "order_id,customer_id,order_date,line total,type",
      "1,anna,2026-03-01,10.00,sale",
      "1,anna,2026-03-04,-4.00,return",
    ];
    expect(spendOf(await readLines(lines))).toEqual({ anna: "1 × 6.00" });
  });

  it("finds a return that comes after the first rows", async () => {
    const sales = Array.from({ length: 400 }, (_, index) => `${index},c${index % 7},2026-03-01,10.00,sale`);
    const lines = ["order_id,customer_id,order_date,total,type", ...sales, "999,c1,2026-03-02,5.00,refund"];
    await expect(readLines(lines)).rejects.toThrow('purchases: "return" (1 row, 5.00)');
  });

  it("sets visits aside", async () => {
    const lines = [
      "event_time,event_type,user_id,amount,order_id",
      "2026-03-01,view,anna,10.00,1",
      "2026-03-01,cart,anna,10.00,2",
      "2026-03-01,purchase,anna,10.00,3",
      "2026-03-02,remove_from_cart,ben,20.00,4",
    ];
    const history = await readLines(lines);
    expect(spendOf(history)).toEqual({ anna: "1 × 10.00" });
    expect(setAside(history)).toEqual({ status: "3 rows, 40.00" });
  });

  it.each([
    ["order_type,event", "order,view", "order,purchase"],
    ["event,order_type", "view,order", "purchase,order"],
    ["cancelled,event", "no,view", "no,purchase"],
    ["event,cancelled", "purchase,yes", "purchase,no"],
  ])("leaves out what one of two columns leaves out, in whatever order (%s)", async (columns, visit, purchase) => {
    const header = `order_id,customer_id,order_date,total,${columns}`;
    const history = await readLines([header, `1,anna,2026-03-01,10.00,${visit}`, `2,anna,2026-03-01,5.00,${purchase}`]);
    expect(spendOf(history)).toEqual({ anna: "1 × 5.00" });
  });

  it.each([
    ["include", { anna: "2 × 14.00" }],
    ["exclude", { anna: "1 × 10.00" }],
  ] as const)("gives way to --unknown-status %s", async (unknownStatus, spend) => {
    expect(spendOf(await readLines(shop("Type", "Sale", "Return", "4.00"), { unknownStatus }))).toEqual(spend);
  });

  it("gives way to named statuses and to --status none", async () => {
    const lines = shop("Type", "Sale", "Return", "4.00");
    expect(spendOf(await readLines(lines, { excludeStatus: ["return"] }))).toEqual({ anna: "1 × 10.00" });
    expect(spendOf(await readLines(lines, { includeStatus: ["return"] }))).toEqual({ anna: "2 × 14.00" });
    expect(spendOf(await readLines(lines, { status: "none" }))).toEqual({ anna: "2 × 14.00" });
  });

  it("works beside a status, and neither hides the other", async () => {
    const history = await readLines([
      "order_id,customer_id,order_date,total,Status,Type",
      "1,anna,2026-03-01,10.00,completed,order",
      "2,ben,2026-03-02,20.00,pending,order",
      "3,anna,2026-03-03,-4.00,completed,refund",
    ]);
    expect(spendOf(history)).toEqual({ anna: "1 × 6.00" });
    expect(setAside(history)).toEqual({ status: "1 rows, 20.00" });
  });

  it.each([
    ["type", "simple", "variable"],
    ["Product type", "sale", "return"],
    ["Action", "none", "gift"],
  ])("named %s with %s and %s says nothing", (name, first, second) => {
    expect(kindRules([name], { valuesOf: () => [first, second], status: null })).toEqual([]);
  });
});
