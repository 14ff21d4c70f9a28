import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { formatAmount } from "../../src/basics/money/amount.ts";
import type { ReadOptions } from "../../src/orders/read-orders.ts";
import { inFolder, runRfm, shopExport } from "../support/in-process.ts";
import { entriesOf, type Files, ledgerNow, readFiles } from "../support/read-csv.ts";
import { readWorkbook } from "../support/read-workbook.ts";

/** One row of an export, by column; columns that are not named are blank. */
type Row = Readonly<Record<string, string>>;

/** A number of a row by its column; 0 where it is blank. */
type Of = (column: string) => number;

/** An export of a platform whose rows have a discount, shipping, tax and a refund at once. */
interface PlatformCase {
  readonly preset: string;
  readonly rows: readonly Row[];
  /** What each row must bring, from other columns of the file than those that the platform's formula reads. */
  readonly worth: (of: Of) => number;
  readonly delimiter?: string;
}

const CASES: readonly PlatformCase[] = [
  {
    // Prices without tax: total = subtotal (after the discount) + shipping + taxes.
    preset: "shopify",
    rows: ["12.50", "0.00"].map((refund, index) => ({
      ...{ Name: `#${1001 + index}`, Email: "aino@example.com", "Financial Status": "paid" },
      ...{ "Created at": "2026-03-04 14:05:09 +0200", "Lineitem quantity": "2", Currency: "EUR" },
      ...{ Subtotal: "45.00", "Discount Amount": "5.00", Shipping: "4.90", Taxes: "11.98", Total: "61.88" },
      "Refunded Amount": refund,
    })),
    worth: (of) => of("Subtotal") + of("Shipping") + of("Taxes") - of("Refunded Amount"),
  },
  {
    preset: "woocommerce-skyverge",
    rows: [
      {
        ...{ order_id: "501", order_number: "501", date: "2026-03-04 14:05:09", status: "completed" },
        ...{ shipping_total: "4.00", shipping_tax_total: "1.00", fee_total: "2.00", tax_total: "12.50" },
        ...{ discount_total: "5.00", order_total: "58.50", refunded_total: "8.50", order_currency: "EUR" },
        ...{ customer_id: "7", billing_email: "aino@example.com", item_sku: "M-1", item_total: "40.00" },
      },
    ],
    worth: (of) => of("item_total") + of("shipping_total") + of("fee_total") + of("tax_total") - of("refunded_total"),
  },
  {
    preset: "woocommerce-analytics",
    rows: [
      {
        ...{ Date: "2026-03-04 14:05:09", "Order #": "77", "N. Revenue (formatted)": "45.00", Status: "completed" },
        ...{ Customer: "Aino Example", "Customer type": "new", "Net Sales": "45.00" },
      },
    ],
    worth: (of) => of("N. Revenue (formatted)"),
  },
  {
    preset: "woocommerce-advanced-order-export",
    rows: [
      {
        ...{ "Order Number": "801", "Order Status": "Completed", "Order Date": "2026-03-04 14:05" },
        ...{ "Email (Billing)": "aino@example.com", "Cart Discount Amount": "5.00", "Order Subtotal Amount": "50.00" },
        ...{ "Order Shipping Amount": "4.00", "Order Refund Amount": "9.00", "Order Total Amount": "61.00" },
        "Order Total Tax Amount": "12.00",
      },
    ],
    worth: (of) =>
      of("Order Subtotal Amount") -
      of("Cart Discount Amount") +
      of("Order Shipping Amount") +
      of("Order Total Tax Amount") -
      of("Order Refund Amount"),
  },
  {
    preset: "woocommerce-other",
    rows: [
      {
        ...{ order_number: "71", order_date: "2026-02-01 10:00:00", paid_date: "2026-02-01", status: "completed" },
        ...{ shipping_total: "4.00", tax_total: "6.00", discount_total: "3.00", order_total: "30.00" },
        ...{ refunded_total: "10.00", customer_email: "aino@example.com", item_total: "20.00" },
      },
    ],
    worth: (of) => of("item_total") + of("shipping_total") + of("tax_total") - of("refunded_total"),
  },
  {
    // Paid 110 dollars for 100 euros; the refund of 22 dollars is 20 euros.
    preset: "magento",
    rows: [
      {
        ...{ ID: "000000123", "Purchase Point": "Main", "Purchase Date": "Mar 4, 2026 2:05:09 PM" },
        ...{ "Grand Total (Base)": "100.0000", "Grand Total (Purchased)": "110.0000", Status: "Complete" },
        ...{ "Customer Email": "aino@example.com", Subtotal: "95.0000", "Shipping and Handling": "5.0000" },
        "Total Refunded": "22.0000",
      },
    ],
    worth: (of) => (of("Subtotal") + of("Shipping and Handling")) * (1 - of("Total Refunded") / 110),
  },
  {
    preset: "bigcommerce",
    rows: [
      {
        ...{ "Order ID": "701", "Order Status": "Partially Refunded", "Order Date": "13/02/2026" },
        ...{ "Subtotal (inc tax)": "50.00", "Tax Total": "10.00", "Shipping Cost (inc tax)": "6.00" },
        ...{ "Coupon Details": "TEN", "Order Total (inc tax)": "51.00", "Order Total (ex tax)": "41.00" },
        ...{ "Refund Amount": "11.00", "Customer ID": "31", "Customer Email": "aino@example.com" },
        "Product Details": "Product ID: 7",
      },
    ],
    worth: (of) => of("Order Total (ex tax)") + of("Tax Total") - of("Refund Amount"),
  },
  {
    preset: "squarespace",
    rows: [
      {
        ...{ "Order ID": "00012", Email: "aino@example.com", "Financial Status": "PARTIALLY_REFUNDED" },
        ...{ Currency: "USD", Subtotal: "40.00", Shipping: "6.00", Taxes: "3.20", "Amount Refunded": "9.20" },
        ...{ Total: "44.20", "Discount Amount": "5.00", "Created at": "2026-03-04 14:05:09 -0500" },
        ...{ "Lineitem quantity": "2", "Lineitem price": "20.00", "Lineitem variant": "" },
      },
    ],
    worth: (of) => of("Subtotal") - of("Discount Amount") + of("Shipping") + of("Taxes") - of("Amount Refunded"),
  },
  {
    preset: "wix",
    rows: ["1", "2"].map((quantity) => ({
      ...{ "Order number": "20001", "Date created": "Mar 4, 2026", Time: "9:15:51 AM" },
      ...{ "Contact email": "aino@example.com", "Total order quantity": "3", Qty: quantity, "Payment status": "Paid" },
      ...{ "Shipping rate": "5.00", "Total tax": "12.00", Total: "67.00", Currency: "EUR" },
      ...{ "Refunded amount": "7.00", "Net amount": "60.00", "Fulfillment status": "Fulfilled" },
    })),
    worth: (of) => of("Net amount") / 2, // the order's figures stand on both of its rows
  },
  {
    preset: "square-items",
    rows: [
      squareRow({ "Gross Sales": "$50.00", Discounts: "-$5.00", "Net Sales": "$45.00", Tax: "$3.60", id: "TX1" }),
      squareRow({ "Gross Sales": "-$10.00", Discounts: "$1.00", "Net Sales": "-$9.00", Tax: "-$0.72", id: "TX2" }),
    ].map(({ id = "", ...row }) => ({
      ...row,
      ...{ "Transaction ID": id, "Itemization Type": "Physical Good", "Price Point Name": "" },
    })),
    worth: (of) => of("Gross Sales") + of("Discounts"),
  },
  {
    preset: "square-transactions",
    rows: [
      squareRow({
        ...{ id: "TX1", "Gross Sales": "$50.00", Discounts: "-$5.00", "Service Charges": "$2.00", Tax: "$3.60" },
        ...{ "Gift Card Sales": "$25.00", Tip: "$4.00", "Partial Refunds": "$0.00", "Total Collected": "$79.60" },
      }),
      squareRow({
        ...{ id: "TX2", "Gross Sales": "-$10.00", Discounts: "$1.00", "Service Charges": "$0.00", Tax: "-$0.72" },
        ...{ "Gift Card Sales": "$0.00", Tip: "$0.00", "Partial Refunds": "-$3.00", "Total Collected": "-$12.72" },
      }),
    ].map(({ id = "", ...row }) => ({ ...row, "Transaction ID": id, "Transaction Status": "Complete" })),
    worth: (of) => of("Gross Sales") + of("Discounts") + of("Service Charges") + of("Partial Refunds"),
  },
  {
    preset: "stripe",
    rows: [
      {
        ...{ id: "ch_1", "Created date (UTC)": "2026-03-04 14:05:09", Amount: "110.00", "Amount Refunded": "22.00" },
        ...{ Currency: "usd", Captured: "true", "Converted Amount": "100.00", "Converted Amount Refunded": "20.00" },
        ...{ "Converted Currency": "eur", Fee: "3.00", Net: "97.00", Mode: "Live", Status: "Paid" },
        "Customer Email": "aino@example.com",
      },
    ],
    worth: (of) => of("Net") + of("Fee") - (of("Amount Refunded") / of("Amount")) * 100,
  },
  {
    preset: "paypal",
    rows: [
      {
        ...{ Date: "30/03/2026", Time: "14:05:09", TimeZone: "CET", Type: "Express Checkout Payment" },
        ...{ Status: "Completed", Currency: "EUR", Gross: "61.90", Fee: "-2.00", Net: "59.90" },
        ...{ "From Email Address": "aino@example.com", "Transaction ID": "1AB", "Balance Impact": "Credit" },
        ...{ "Shipping and Handling Amount": "4.90", "Sales Tax": "12.00" },
      },
      {
        ...{ Date: "31/03/2026", Time: "14:05:09", TimeZone: "CET", Type: "Payment Refund", Status: "Completed" },
        ...{ Currency: "EUR", Gross: "-11.90", Fee: "0.30", Net: "-11.60", "To Email Address": "aino@example.com" },
        ...{ "Transaction ID": "2CD", "Reference Txn ID": "1AB", "Balance Impact": "Debit" },
      },
    ],
    worth: (of) => of("Net") - of("Fee"),
  },
  {
    // The buyer paid 2 × 25 less a promotion of 5; tax and shipping stand beside it.
    preset: "amazon-new-orders",
    delimiter: "\t",
    rows: [
      {
        ...{ "order-id": "303-0000001-0000001", "order-item-id": "1", "purchase-date": "2026-03-04T14:05:09+00:00" },
        ...{ "buyer-email": "a1@example.com", "quantity-purchased": "2", currency: "EUR", "item-price": "50.00" },
        ...{ "item-tax": "7.98", "shipping-price": "4.00", "item-promotion-discount": "5.00", "unit-price": "25.00" },
      },
    ],
    worth: (of) => of("quantity-purchased") * of("unit-price") - 5,
  },
  {
    // Tax that eBay collects is in one total and not in the other.
    preset: "ebay",
    rows: [
      ebayRow({ "Sales Record Number": "1", "Total Price": "$51.20", "eBay Collected Tax Included in Total": "Yes" }),
      ebayRow({ "Sales Record Number": "2", "Total Price": "$48.00", "eBay Collected Tax Included in Total": "No" }),
    ],
    worth: (of) => of("Quantity") * of("Sold For") + of("Shipping And Handling"),
  },
  {
    // Shipping of 4 is what was left to pay of 8 after a discount of 4; 20 and 0.90 of its fees were given back.
    preset: "etsy-orders",
    rows: ["0.00", "24.30"].map((adjusted, index) => ({
      ...{ "Sale Date": "03/14/26", "Order ID": `300${index}`, "Buyer User ID": "ainoex", Currency: "USD" },
      ...{ "Order Value": "50.00", "Discount Amount": "5.00", "Shipping Discount": "4.00", Shipping: "4.00" },
      ...{ "Sales Tax": "0", "Order Total": "53.60", "Card Processing Fees": "4.70", "Order Net": "44.30" },
      ...{ "Adjusted Order Total": "0.00", "Adjusted Net Order Amount": adjusted },
      "Adjusted Card Processing Fees": index === 0 ? "0.00" : "3.80",
    })),
    worth: (of) =>
      of("Adjusted Net Order Amount") === 0
        ? of("Order Net") + of("Card Processing Fees")
        : of("Adjusted Net Order Amount") + of("Adjusted Card Processing Fees"),
  },
  {
    preset: "etsy-items",
    rows: [
      {
        ...{ "Sale Date": "03/14/26", "Item Name": "Mug", Buyer: "aino", Quantity: "2", Price: "12.50" },
        ...{ "Item Total": "25.00", Currency: "USD", "Listing ID": "9", "Order ID": "3001", "Order Shipping": "4.00" },
      },
    ],
    worth: (of) => of("Quantity") * of("Price"),
  },
  {
    preset: "superstore",
    rows: [
      {
        ...{
          "Row ID": "1",
          "Order ID": "CA-1",
          "Order Date": "11/28/2016",
          "Ship Mode": "First",
          "Customer ID": "A-1",
        },
        ...{ Sales: "80.00", Quantity: "2", Discount: "0.2", Profit: "20.00", "List price": "50.00" },
      },
    ],
    worth: (of) => of("Quantity") * of("List price") * (1 - of("Discount")),
  },
];

function squareRow(row: Row): Row {
  return {
    ...{ Date: "2026-03-05", Time: "10:20:00", "Time Zone": "Eastern Time (US & Canada)", "Payment ID": "PAY1" },
    ...{ "Event Type": "Payment", "Customer ID": "CUST1" },
    ...row,
  };
}

function ebayRow(row: Row): Row {
  return {
    ...{ "Order Number": "", "Buyer Username": "aino_ex", Quantity: "2", "Sold For": "$20.00" },
    ...{ "Shipping And Handling": "$8.00", "eBay Collected Tax": "$3.20", "Sale Date": "Mar-14-26" },
    ...{ "Paid On Date": "Mar-14-26" },
    ...row,
  };
}

/** The lines of an export with these rows. */
function linesOf(rows: readonly Row[], delimiter = ","): readonly string[] {
  const header = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const written = (cell: string): string => (delimiter === "," && /[",]/.test(cell) ? `"${cell}"` : cell);
  return [header, ...rows.map((row) => header.map((column) => row[column] ?? ""))].map((cells) =>
    cells.map(written).join(delimiter),
  );
}

/** Amounts as `12.50`, from files read as one history: all money, what counts, and what is set aside. */
async function moneyOf(
  files: Files,
  options: ReadOptions = {},
): Promise<{ readonly all: string; readonly used: string; readonly aside: Readonly<Record<string, string>> }> {
  const ledger = ledgerNow(await readFiles(files, options));
  const asideMoney = ledger.setAside.reduce((sum, { money }) => sum + money, 0n);
  expect(ledger.usedMoney + asideMoney, "money in = money used + money set aside").toBe(ledger.money);
  return {
    all: formatAmount(ledger.money),
    used: formatAmount(ledger.usedMoney),
    aside: Object.fromEntries(ledger.setAside.map(({ reason, money }) => [reason, formatAmount(money)])),
  };
}

describe("what an order brought, with discount, shipping, tax and refund all at once", () => {
  for (const { preset, rows, worth, delimiter } of CASES) {
    it(`${preset} agrees with the export's own totals`, async () => {
      const numbers = rows.map(
        (row): Of =>
          (column) =>
            Number((row[column] ?? "").replace(/[$,]/g, "")) || 0,
      );
      const history = await readFiles({ "export.csv": linesOf(rows, delimiter) });
      expect(history.understanding.files[0]?.layout.preset?.name).toBe(preset);
      const counted = entriesOf(history).filter(({ reason }) => reason === null);
      const net = counted.reduce((sum, entry) => sum + entry.net, 0);
      expect(net).toBeCloseTo(
        numbers.reduce((sum, of) => sum + worth(of), 0),
        6,
      );
      expect(net).not.toBe(0);
    });
  }
});

describe("Etsy's shipping discount", () => {
  it("is taken off by Etsy: an order of 10 with shipping 4 after a discount of 4 brings 14", async () => {
    const row = {
      ...{ "Sale Date": "03/14/26", "Order ID": "1", "Buyer User ID": "ainoex", "Order Value": "10.00" },
      ...{ "Discount Amount": "0.00", "Shipping Discount": "4.00", Shipping: "4.00", "Order Net": "12.90" },
      "Card Processing Fees": "1.10",
    };
    expect((await moneyOf({ "etsy.csv": linesOf([row]) })).used).toBe("14.00");
  });
});

describe("money of several currencies", () => {
  const euros = [
    "order_id,customer_id,order_date,total,currency",
    "1,anna,2026-03-01,10.00,EUR",
    "2,ben,2026-03-02,5.00,EUR",
  ];
  const unnamed = ["order_id,customer_id,order_date,total", "3,carla,2026-03-03,70.00", "4,dora,2026-03-04,0.50"];

  it("is not added up where one file names none: the run asks, with rows, money and the first place", async () => {
    const reading = readFiles({ "a.csv": euros, "b.csv": unnamed });
    await expect(reading).rejects.toMatchObject({
      kind: "input",
      message: expect.stringMatching(
        /EUR \(2 rows, 15\.00\), no currency named \(2 rows, 70\.50\) \(first without one: b\.csv line 2\)/,
      ),
      hint: expect.stringMatching(/--unnamed-currency EUR .*--currency EUR/),
    });
  });

  it("counts as the user says: as the same currency, or only what is named", async () => {
    const files = { "a.csv": euros, "b.csv": unnamed };
    expect(await moneyOf(files, { unnamedCurrency: "EUR" })).toMatchObject({ used: "85.50", aside: {} });
    expect(await moneyOf(files, { currency: "EUR" })).toEqual({
      ...{ all: "85.50", used: "15.00", aside: { "other currency": "70.50" } },
    });
    await expect(readFiles(files, { unnamedCurrency: "SEK" })).rejects.toThrow(/mix currencies.*EUR.*SEK/);
    expect(await moneyOf(files, { unnamedCurrency: "SEK", currency: "SEK" })).toMatchObject({ used: "70.50" });
  });

  it("asks also where single rows of a file name none, but not where they are worth nothing", async () => {
    await expect(readFiles({ "a.csv": [...euros, "3,carla,2026-03-03,70.00,"] })).rejects.toThrow(/line 4/);
    const history = await readFiles({ "a.csv": [...euros, "3,carla,2026-03-03,0.00,"] });
    expect(history.understanding.currency).toBe("EUR");
  });

  it("is that of the symbol that other amounts of its column have, where there is no other", async () => {
    const lines = ["order_id;customer_id;order_date;total", "1;anna;2026-03-01;10,00 €", "2;ben;2026-03-02;5,50"];
    const history = await readFiles({ "a.csv": lines });
    expect([history.understanding.currency, ledgerNow(history).usedMoney]).toEqual(["EUR", 155_000n]);
    await expect(readFiles({ "a.csv": [...lines, "3;ben;2026-03-03;$7,00"] })).rejects.toThrow(/mix currencies/);
  });

  it("is what the user says where no row names a currency", async () => {
    const history = await readFiles({ "b.csv": unnamed }, { currency: "USD" });
    expect([history.understanding.currency, ledgerNow(history).usedMoney]).toEqual(["USD", 705_000n]);
  });

  it("is not converted where no currency is named", async () => {
    const rates = new Map([["USD", { mantissa: 5n, scale: 1 }]]);
    await expect(readFiles({ "b.csv": unnamed }, { currency: "EUR", rates })).rejects.toThrow(/the exports name none/);
    await expect(readFiles({ "a.csv": euros, "b.csv": unnamed }, { currency: "EUR", rates })).rejects.toThrow(
      /b\.csv line 2/,
    );
    const options = { currency: "EUR", rates, unnamedCurrency: "USD" };
    expect((await moneyOf({ "a.csv": euros, "b.csv": unnamed }, options)).used).toBe("50.25"); // 15 + 70.50 / 2
  });

  it("is told by an order's total once, however many rows repeat it", async () => {
    const rows = ["1,anna,2026-03-01,10.00,EUR", "1,anna,2026-03-01,10.00,EUR", "2,ben,2026-03-02,3.00,USD"];
    await expect(readFiles({ "a.csv": [euros[0] ?? "", ...rows] }, { amountPer: "order" })).rejects.toThrow(
      /EUR \(2 rows, 10\.00\), USD \(1 row, 3\.00\)/,
    );
  });
});

describe("sums of several currencies", () => {
  const kroner = "900,zoe,2024-05-05,123456.00,DKK\n901,zoe,2024-05-06,7.00,\n";
  const files = { "shop.csv": `${shopExport("EUR")}${kroner}` };

  it.each(["md", "html"])("are printed without a code, those of one with it: %s", async (form) => {
    await inFolder(files, async (folder, read) => {
      const report = await runRfm(["report", "shop.csv", "--currency", "EUR", "-o", `report.${form}`], folder);
      expect(report).toMatchObject({ status: 0 });
      const text = await read(`report.${form}`);
      expect(text).toMatch(/123,463/);
      expect(text).not.toMatch(/123,463(?:\.00)?[\s\u00a0]*EUR/);
      expect(text).toMatch(/\d[\s\u00a0]EUR/);
    });
  });

  it("are printed without a code in the workbook, too", async () => {
    await inFolder(files, async (folder) => {
      await runRfm(["report", "shop.csv", "--currency", "EUR", "-o", "report.xlsx"], folder);
      const { sheets } = await readWorkbook(await readFile(join(folder, "report.xlsx")));
      const cells = sheets.flatMap(({ cells: all }) => [...(all?.values() ?? [])]);
      const formats = (value: number): readonly unknown[] =>
        cells.filter((cell) => cell.value === value).map(({ style }) => style?.numFmt);
      expect(formats(123_463)).toEqual(["#,##0.00"]);
      expect(cells.some(({ style }) => style?.numFmt?.includes("EUR"))).toBe(true);
    });
  });

  it("stand apart in the report's JSON and in rfm inspect", async () => {
    await inFolder(files, async (folder) => {
      const { stdout } = await runRfm(["report", "shop.csv", "--currency", "EUR", "--format", "json"], folder);
      const { ledger } = JSON.parse(stdout) as {
        ledger: { currencies: readonly object[]; set_aside: readonly object[] };
      };
      expect(ledger.currencies.slice(1)).toEqual([
        { currency: "DKK", rows: 1, money: 123_456 },
        { currency: null, rows: 1, money: 7 },
      ]);
      expect(ledger.set_aside).toMatchObject([{ reason: "other currency", rows: 2, money: 123_463 }]);
      const inspect = await runRfm(["inspect", "shop.csv", "--currency", "EUR", "--format", "csv"], folder);
      expect(inspect.stdout).toContain("DKK: 1 row, 123,456.00; not named: 1 row, 7.00");
    });
  });
});

describe("an amount with a currency column of its own", () => {
  const lines = [
    "id,Customer Email,Created,Amount,Amount Refunded,Currency,Converted Amount,Converted Amount Refunded,Converted Currency",
    "1,anna@example.com,2026-03-01,110.00,22.00,usd,100.00,20.00,eur",
    "2,ben@example.com,2026-03-02,50.00,0.00,eur,50.00,0.00,eur",
  ];

  it("takes that one, and its own refunds, when it is named with --amount", async () => {
    const history = await readFiles({ "a.csv": lines }, { preset: "generic", amount: "Converted Amount", order: "id" });
    expect(history.understanding.currency).toBe("EUR");
    expect(ledgerNow(history).usedMoney).toBe(1_300_000n);
    await expect(readFiles({ "a.csv": lines }, { preset: "generic", amount: "Amount", order: "id" })).rejects.toThrow(
      /EUR \(1 row, 50\.00\), USD \(1 row, 110\.00\)/,
    );
  });

  it("does so on a known platform, too", async () => {
    const stripe = lines
      .map((line) => line.replace("Created,", "Created date (UTC),"))
      .map((line, index) => `${line},${index === 0 ? "Status" : "Paid"}`);
    for (const amount of [undefined, "Converted Amount"]) {
      const history = await readFiles({ "stripe.csv": stripe }, { amount });
      expect(history.understanding.files[0]?.layout.preset?.name).toBe("stripe");
      expect([history.understanding.currency, ledgerNow(history).usedMoney]).toEqual(["EUR", 1_300_000n]);
    }
    await expect(readFiles({ "stripe.csv": stripe }, { amount: "Amount" })).rejects.toThrow(/mix currencies/);
  });

  it("has none where only the amount before the conversion names its currency", async () => {
    const without = lines.map((line) => line.split(",").slice(0, -1).join(","));
    const history = await readFiles({ "a.csv": without }, { preset: "generic", amount: "Converted Amount" });
    expect(history.understanding.currency).toBe("");
  });
});

describe("rfm inspect on the amount of this file", () => {
  const shop = [
    "order id,customer id,date,subtotal,shipping,discount,total",
    "1,anna,2026-03-01,40.00,5.00,4.00,41.00",
    "2,ben,2026-03-02,20.00,5.00,,25.00",
    "3,carla,2026-03-03,20.00,5.00,1.00,25.00",
    "4,dora,2026-03-04,1200.00,0.00,200.00,1000.00",
  ];

  it("says on how many rows the formula agrees with other columns", async () => {
    const history = await readFiles({ "shop.csv": shop }, { checkAmounts: true });
    expect(history.understanding.files[0]?.amountCheck).toEqual({
      formula: "subtotal + shipping − discount",
      rows: 4,
      agreeing: 3, // not order 3: 20 + 5 − 1 is no 25
    });
    await inFolder({ "shop.csv": `${shop.join("\n")}\n` }, async (folder) => {
      const csv = await runRfm(["inspect", "shop.csv", "--format", "csv"], folder);
      expect(csv.stdout).toContain("agrees with subtotal + shipping − discount on 3 of 4 rows");
      const json = await runRfm(["inspect", "shop.csv", "--format", "json"], folder);
      expect(JSON.parse(json.stdout)).toMatchObject({
        amount_checks: [{ file: "shop.csv", formula: "subtotal + shipping − discount", rows: 4, agreeing: 3 }],
      });
      const piped = await runRfm(["inspect", "-", "--width", "300", "--lang", "fi"], folder, {
        stdin: () => Readable.from([Buffer.from(`${shop.join("\n")}\n`)]),
      });
      expect(piped.stderr).not.toContain("rfm:");
      expect(piped.stdout).toContain("sama kuin subtotal + shipping − discount 3 rivillä 4 rivistä");
    });
  });

  it("says nothing where no other columns come to the amount, or on fewer than half of the rows", async () => {
    const without = shop.map((line) =>
      line
        .split(",")
        .filter((_, column) => column < 3 || column === 6)
        .join(","),
    );
    const wrong = shop.map((line, index) => (index === 0 ? line : `${line.slice(0, line.lastIndexOf(","))},7.00`));
    for (const lines of [without, wrong]) {
      const history = await readFiles({ "shop.csv": lines }, { checkAmounts: true });
      expect(history.understanding.files[0]?.amountCheck).toBeNull();
    }
  });

  it("would have shown that Etsy's shipping discount was taken off twice: order net and fees are the same money", async () => {
    const found: Record<string, string> = {};
    for (const { preset, rows, delimiter } of CASES) {
      const history = await readFiles({ "export.csv": linesOf(rows, delimiter) }, { checkAmounts: true });
      const check = history.understanding.files[0]?.amountCheck ?? null;
      if (check !== null) found[preset] = `${check.agreeing} of ${check.rows}: ${check.formula}`;
    }
    expect(found).toEqual({
      shopify: "2 of 2: Subtotal + Shipping + Taxes",
      "woocommerce-advanced-order-export":
        "1 of 1: Order Subtotal Amount + Order Shipping Amount + Order Total Tax Amount − Cart Discount Amount",
      magento: "1 of 1: Subtotal + Shipping and Handling",
      bigcommerce: "1 of 1: Order Total (ex tax) + Tax Total",
      squarespace: "1 of 1: Subtotal + Shipping + Taxes − Discount Amount",
      wix: "2 of 2: Net amount + Refunded amount",
      "square-items": "2 of 2: Gross Sales + Discounts",
      "square-transactions": "2 of 2: Gross Sales + Discounts + Service Charges + Partial Refunds",
      stripe: "1 of 1: Net + Fee",
      paypal: "2 of 2: Net − Fee",
      "etsy-orders": "2 of 2: Order Net + Card Processing Fees",
      "etsy-items": "1 of 1: Quantity × Price",
    });
  });
});
