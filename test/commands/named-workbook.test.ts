/** Names and addresses in the workbook of a report: of whom, on whose consent, and what is said about them. */
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readWorkbook, tableOf } from "../support/read-workbook.ts";
import { type Folder, makeFolder } from "../support/run-rfm.ts";

/** Customer 1 changed address and name; 2 said no; 3 has no address; 4 has no name, and an address that looks like a formula. */
const SHOP = `customer_id,order_id,date,amount,email,first_name,last_name,accepts_marketing
1,a1,2024-01-05,20.00,old@example.com,Anna,Example,yes
1,a2,2024-03-05,30.00,Anna@Example.com,Anna,Sample,yes
2,b1,2024-02-05,200.00,bo@example.com,Bo,Tester,no
3,c1,2024-02-06,10.00,,Cy,,yes
4,d1,2024-02-07,15.00,=dee@example.com,,,yes
`;

describe("rfm report --show-customers -o report.xlsx", () => {
  let folder: Folder & { remove: () => Promise<void> };
  beforeAll(async () => {
    folder = await makeFolder();
    await folder.write({
      "shop.csv": SHOP,
      "plain.csv": "customer_id,order_id,date,amount\n1,a,2024-01-01,5\n2,b,2024-01-02,6\n",
      "out.txt": "old@example.com\n",
    });
  });
  afterAll(() => folder.remove());

  const run = async (
    args: string,
  ): Promise<{
    readonly headings: unknown;
    readonly rows: unknown;
    readonly said: string;
    readonly above: unknown;
  }> => {
    const { status, stderr } = await folder.rfm(`report ${args} -o report.xlsx`);
    expect([status, stderr]).toEqual([0, stderr]);
    const workbook = await readWorkbook(await readFile(join(folder.path, "report.xlsx")));
    const [headings = [], ...rows] = tableOf(workbook, "Customers");
    const above = workbook.sheets.find(({ name }) => name === "Customers")?.rows[0]?.[1] ?? null;
    return { headings: headings.slice(0, 5), rows: rows.map((row) => row.slice(0, 4)), said: stderr, above };
  };

  it("has names and addresses of the newest purchase, by spend, with what the platform says of consent", async () => {
    const { headings, rows, said, above } = await run("shop.csv --show-customers");
    expect(headings).toEqual(["Customer", "Name", "E-mail", "Consent", "First order"]);
    expect(rows).toEqual([
      ["2", "Bo Tester", "bo@example.com", "no"],
      ["1", "Anna Sample", "anna@example.com", "yes"],
      ["4", null, "=dee@example.com", "yes"],
      ["3", "Cy", null, "yes"],
    ]);
    expect(said).toContain("the sheet Customers has the names and e-mail addresses of 4 customers");
    expect(said).toContain("a purchase is no consent");
    expect(above).toBe("Personal data: names and e-mail addresses");
    expect((await stat(join(folder.path, "report.xlsx"))).mode & 0o777).toBe(0o600);
  });

  it("has none of those without consent, or on the do-not-contact list by an address that they had before", async () => {
    const { rows, said } = await run("shop.csv --show-customers --consent accepts_marketing=yes --exclude out.txt");
    expect(rows).toEqual([
      ["2", null, null, "no"],
      ["1", null, null, "yes"],
      ["4", null, "=dee@example.com", "yes"],
      ["3", "Cy", null, "yes"],
    ]);
    expect(said).toContain("names and addresses of 2 customers are left out");
    expect(said).not.toContain("a purchase is no consent");
    expect(said).toContain(": on the do-not-contact list, or without consent; their ids stay");
  });

  it.each([
    ["--consent accepts_marketing=yes", "1 customer are left out: without consent; the id stays"],
    ["--exclude out.txt", "1 customer are left out: on the do-not-contact list; the id stays"],
  ])("says why names are left out with %s alone", async (options, why) => {
    const { said } = await run(`shop.csv --show-customers ${options}`);
    expect(said).toContain(`names and addresses of ${why}`);
    expect(said).not.toContain(", or ");
  });

  it("has the same figures as without it, and no name in any other sheet", async () => {
    const named = await run("shop.csv --show-customers");
    const workbook = await readWorkbook(await readFile(join(folder.path, "report.xlsx")));
    const elsewhere = workbook.sheets.filter(({ name }) => name !== "Customers").flatMap(({ rows }) => rows.flat());
    expect(elsewhere.filter((cell) => /Bo Tester|Anna Sample|bo@example/.test(String(cell)))).toEqual([]);
    const plain = await run("shop.csv");
    expect(named.headings).not.toEqual(plain.headings);
    expect(plain.headings).toEqual(["Customer", "First order", "Last order", "Days since last order", "Orders"]);
    expect([plain.above, plain.said]).toEqual([null, expect.not.stringContaining("e-mail addresses")]);
  });

  it("says that there are none where the exports have none", async () => {
    const { headings, said } = await run("plain.csv --show-customers");
    expect(headings).toContain("First order");
    expect(said).toContain("the data has no column of names or e-mail addresses, so the workbook has none");
  });

  it.each([
    ["--show-customers --exclude gone.txt -o report.xlsx", "gone.txt"],
    ["--show-customers --consent accepts_marketing=perhaps -o report.xlsx", `no customer's newest purchase says so`],
    ["--show-customers --consent optin=yes -o report.xlsx", "optin"],
    ["--exclude gone.txt", "gone.txt"],
    ["--consent accepts_marketing=perhaps -o report.html", `no customer's newest purchase says so`],
  ])("refuses %s", async (args, message) => {
    const { status, stderr } = await folder.rfm(`report shop.csv ${args}`);
    expect([status, stderr]).toEqual([3, expect.stringContaining(message)]);
  });
});
