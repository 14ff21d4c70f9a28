/** Workbooks of every kind are valid: each part by the schemas, and all parts with each other. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SHEET_LIMITS } from "../../src/render/xlsx/sheet.ts";
import { readWorkbook, workbookParts } from "../support/read-workbook.ts";
import { type Folder, makeFolder } from "../support/run-rfm.ts";
import { workbookProblems } from "../support/workbook-check/workbook-problems.ts";

/** Ids and names that XML, formulas and spreadsheets are easily spoilt by. */
const AWKWARD = [
  "=cmd|' /C calc'!A0",
  "<&>\"'",
  "😀 مرحبا",
  "bell\u0007",
  "_x0041_",
  "00042",
  "  lead",
  "a\tb\nc",
  "]]>",
];
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** A column's name that no table of a workbook could have as it is. */
const HEADING = `a heading\u0007 of <&>" that\tgoes on ${"and on 😀".repeat(40)}`;

/** Two years of sixty customers: a third buy all the time, a third stopped after a year, the rest come now and then. */
const ORDERS = Array.from({ length: 24 }, (_, month) =>
  Array.from({ length: 60 }, (_unused, customer) => ({ month, customer }))
    .filter(({ customer }) => customer % 3 === 0 || (customer % 3 === 1 ? month < 12 : (customer + month) % 5 === 0))
    .map(({ customer }) => ({
      id: quoted(AWKWARD[customer] ?? `c${customer}`),
      order: `${month}-${customer}`,
      day: `${2023 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-${String(1 + ((customer * 7 + month) % 27)).padStart(2, "0")}`,
      amount: `${10 + customer * 3}.25`,
      name: quoted(AWKWARD[customer % AWKWARD.length] ?? ""),
    })),
).flat();

const FILES: Readonly<Record<string, string>> = {
  "shop.csv": [
    `customer,order,date,amount,currency,email,first_name,country,${quoted(HEADING)}`,
    ...ORDERS.map(
      ({ id, order, day, amount, name }) =>
        `${id},${order},${day},${amount},EUR,"c${order}@example.com",${name},${Number(order.split("-")[1]) % 2 === 0 ? "Finland" : "Sweden"},${name}`,
    ),
  ].join("\n"),
  "times.csv": ["customer,order,date", ...ORDERS.map(({ id, order, day }) => `${id},${order},${day}`)].join("\n"),
  "heads.csv": ["order,date,customer", ...ORDERS.map(({ id, order, day }) => `${order},${day},${id}`)].join("\n"),
  "pays.csv": ["order_id,payment_value", ...ORDERS.map(({ order, amount }) => `${order},${amount}`)].join("\n"),
  "customers.csv":
    "customer_id,last_order,orders,spend\nA,2024-05-10,3,100\nB,2023-05-10,1,-20.5\nC,2024-06-01,4,60\nD,2024-05-01,2,9\nE,2024-04-01,1,5\n",
  "one.csv": "customer,order,date,amount\na,1,2024-01-01,5\n",
  "two.csv": "customer,order,date,amount\na,1,2024-01-01,5\nb,2,2024-02-01,7\n",
  "ancient.csv": "customer,order,date,amount\na,1,1899-12-31,5\nb,2,1900-02-28,7\nb,3,1900-03-01,7\n",
};

/** A report of everything, and of little. */
const REPORTS = [
  ...["en", "fi", "sv", "de"].flatMap((lang) => [
    `report shop.csv --backtest --forecast --profile --loyalty plan.yaml --show-customers --lang ${lang}`,
    `report times.csv --amount none --scheme seg-map --lang ${lang}`,
  ]),
  "report shop.csv --period week --covers 2024-06-01..2024-12-31",
  "report shop.csv --window 90d --scheme seg-map",
  "report heads.csv pays.csv --join pays.csv",
  "report customers.csv --table customers --lang fi",
  "report one.csv",
  "report two.csv",
  "report ancient.csv",
];

/** Results of single commands that no other test writes; HEADING is a column of the export. */
const TABLES = [
  "score shop.csv --keep first_name --keep HEADING",
  "score customers.csv --table customers",
  "orders ancient.csv",
  "inspect shop.csv",
  "profile shop.csv",
  "forecast shop.csv",
  "loyalty shop.csv plan.yaml",
  "compare shop.csv --from 2024-06-30",
  "lists shop.csv --out lists",
  "lists two.csv --out few",
];

describe("the workbook of", () => {
  let folder: Folder & { remove: () => Promise<void> };
  beforeAll(async () => {
    folder = await makeFolder();
    await folder.write(FILES);
    await folder.write({ "plan.yaml": (await folder.rfm("loyalty --example points-and-levels")).stdout });
  });
  afterAll(() => folder.remove());

  const problemsOf = async (line: string): Promise<readonly string[]> => {
    const words = line.split(" ").map((word) => (word === "HEADING" ? HEADING : word));
    const { status, stderr } = await folder.rfm([...words, "-o", "result.xlsx"]);
    expect([status, stderr]).toEqual([0, stderr]);
    return workbookProblems(workbookParts(await readFile(join(folder.path, "result.xlsx"))));
  };

  it.each([...REPORTS, ...TABLES])("rfm %s is valid", async (line) => {
    expect(await problemsOf(line)).toEqual([]);
  });

  it("more customers than a sheet has rows goes on in a second one, which is linked, told of, and valid", async () => {
    const limits: { rows: number } = SHEET_LIMITS;
    const { rows } = limits;
    limits.rows = 52; // two of them above the customers
    try {
      expect(await problemsOf("report shop.csv -q")).toEqual([]);
    } finally {
      limits.rows = rows;
    }
    const { sheets } = await readWorkbook(await readFile(join(folder.path, "result.xlsx")));
    const cells = (name: string): readonly (readonly unknown[])[] =>
      sheets.find((sheet) => sheet.name === name)?.rows ?? [];
    expect(cells("Summary").flat()).toContain("Customers 2");
    expect(cells("Notes").flat().join("\n")).toContain(
      "Customers has more rows than a worksheet holds and continues in Customers 2",
    );
    const spent = [...cells("Customers").slice(2), ...cells("Customers 2").slice(2)].map((row) => Number(row[5]));
    expect([cells("Customers").length, cells("Customers 2").length]).toEqual([52, 12]);
    expect(spent).toEqual(spent.toSorted((a, b) => b - a));
  });
});
