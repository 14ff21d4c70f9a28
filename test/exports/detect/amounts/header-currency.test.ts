import { describe, expect, it } from "vitest";
import { currenciesIn } from "../../../../src/exports/detect/names/name-form.ts";
import { type Files, readFiles, readLines, spendOf } from "../../../support/read-csv.ts";

const ORDERS = ["1,anna,2026-03-01,10.00", "2,ben,2026-03-02,5.00"];
const OTHERS = ["3,carla,2026-03-03,70.00"];

function shop(amount: string, rows: readonly string[] = ORDERS): readonly string[] {
  return [`order_id,customer_id,order_date,${amount}`, ...rows];
}

describe("currenciesIn", () => {
  it.each([
    ["Total (EUR)", "EUR"],
    ["Summa (€)", "EUR"],
    ["Summa €", "EUR"],
    ["Amount USD", "USD"],
    ["Net Amount [GBP]", "GBP"],
    ["amount_usd", "USD"],
    ["totalSEK", "SEK"],
    ["EUR Total", "EUR"],
    ["Total incl. VAT, EUR", "EUR"],
    ["Total in euros", "EUR"],
    ["Total (£)", "GBP"],
    ["Total (US$)", "USD"],
    ["Total $", "$"],
    ["Belopp (kr)", "KR"],
    ["Kwota (zł)", "PLN"],
  ])("reads %s as %s", (name, currency) => expect(currenciesIn(name)).toEqual([currency]));

  it.each(["Total", "Europe total", "Amount", "Currency", "Order number", "¤ total"])("finds none in %s", (name) =>
    expect(currenciesIn(name)).toEqual([]),
  );
});

describe("a currency in the header of the amount", () => {
  it("is the currency of its amounts, and inspect's evidence names the column", async () => {
    const { understanding } = await readLines(shop("Total (€)"));
    expect(understanding.currency).toBe("EUR");
    expect(understanding.files[0]?.layout.columnEvidence.currency).toBe('named in the header: "Total (€)"');
  });

  it("is that of the price where the amount is quantity × price", async () => {
    const lines = ["order_id,customer_id,order_date,quantity,Unit price (SEK)", "1,anna,2026-03-01,2,10.00"];
    expect((await readLines(lines)).understanding.currency).toBe("SEK");
  });

  it.each([
    [
      "another one in another file",
      { "b.csv": shop("Total (USD)", OTHERS) },
      /mix currencies.*EUR \(2 rows, 15\.00\), USD/,
    ],
    ["none in another file", { "b.csv": shop("Total", OTHERS) }, /a currency for only some of their amounts: EUR/],
    [
      "a currency column in another file",
      { "b.csv": shop("total,currency", ["3,carla,2026-03-03,70.00,SEK"]) },
      /mix currencies.*EUR.*SEK/,
    ],
  ] as const)("is never added to %s without a word", async (_, others, message) => {
    const files: Files = { "a.csv": shop("Total (EUR)"), ...others };
    await expect(readFiles(files)).rejects.toMatchObject({ kind: "input", message: expect.stringMatching(message) });
  });

  it("may be kept alone, or converted", async () => {
    const files: Files = { "a.csv": shop("Total (EUR)"), "b.csv": shop("Total (USD)", OTHERS) };
    expect(spendOf(await readFiles(files, { currency: "EUR" }))).toEqual({ anna: "1 × 10.00", ben: "1 × 5.00" });
    await expect(readFiles({ "a.csv": shop("Total (EUR)") }, { currency: "USD" })).rejects.toThrow(/no row is in USD/);
  });

  it.each([
    ["total (EUR),total (USD)", "10.00,12.00", /have the same meaning but differ/],
    ["total (EUR),total (USD)", "10.00,10.00", /hold the amount in different currencies/],
    ["order total (EUR),amount (USD)", "10.00,12.00", /hold the amount in different currencies/],
    ["quantity,price (EUR),price USD", "1,10.00,12.00", /have the same meaning but differ/],
    ["total (EUR),refunded (USD)", "10.00,2.00", /different currencies, EUR and USD/],
    ["total (EUR),currency", "10.00,USD", /"total \(EUR\)" names EUR, and "currency" next to it says USD/],
  ])("asks about %s", async (columns, cells, message) => {
    const reading = readLines(shop(columns, [`1,anna,2026-03-01,${cells}`]));
    await expect(reading).rejects.toMatchObject({ kind: "input", message: expect.stringMatching(message) });
  });

  it("takes the answer: an amount, the currency column, or none", async () => {
    const two = shop("total (EUR),total (USD)", ["1,anna,2026-03-01,10.00,12.00"]);
    expect((await readLines(two, { amount: "total (USD)" })).understanding.currency).toBe("USD");
    const lines = shop("total (EUR),currency", ["1,anna,2026-03-01,10.00,USD"]);
    expect((await readLines(lines, { currencyColumn: "currency" })).understanding.currency).toBe("USD");
    expect((await readLines(lines, { currencyColumn: "none" })).understanding.currency).toBe("EUR");
  });

  it("refuses a cost in another currency", async () => {
    const lines = shop("total (EUR),cost (USD)", ["1,anna,2026-03-01,10.00,3.00"]);
    await expect(readLines(lines, { cost: "cost (USD)" })).rejects.toThrow(/different currencies/);
  });

  it("goes with a currency column that agrees, and with the symbol of its cells", async () => {
    const agreeing = shop("total (EUR),currency", ["1,anna,2026-03-01,10.00,EUR", "2,ben,2026-03-02,5.00,"]);
    expect((await readLines(agreeing)).understanding.currency).toBe("EUR");
    const signs = shop("Total (CAD)", ["1,anna,2026-03-01,$10.00", "2,ben,2026-03-02,5.00"]);
    expect((await readLines(signs)).understanding.currency).toBe("CAD");
    const other = shop("Total (CAD)", ["1,anna,2026-03-01,€10.00", "2,ben,2026-03-02,5.00"]);
    await expect(readLines(other)).rejects.toThrow(/mix currencies/);
  });
});
