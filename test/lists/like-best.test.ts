import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { inFolder, runRfm } from "../support/in-process.ts";

/** Customers 1 … `count`, who spent ten times their number; with an address and a country. */
const shop = (count: number, country: (n: number) => string = () => "FI"): string =>
  [
    "order_id,customer_id,email,date,amount,country",
    ...Array.from({ length: count }, (_, index) => index + 1).map(
      (n) => `o${n},c${n},p${n}@example.com,2024-0${1 + (n % 6)}-15,${n * 10},${country(n)}`,
    ),
  ].join("\n");

type Row = Readonly<Record<string, string>>;

async function seed(
  export_: string,
  args: readonly string[],
): Promise<{ readonly rows: readonly Row[]; readonly stderr: string }> {
  return inFolder({ "orders.csv": export_ }, async (folder, read) => {
    const { status, stderr } = await runRfm(["lists", "orders.csv", "--like-best", "--out", "out", ...args], folder);
    expect(`${status} ${stderr}`).toMatch(/^0 /);
    return { rows: parse(await read("out/best-customers.csv"), { columns: true }), stderr };
  });
}

describe("the best customers as a seed", () => {
  it("are the top fifth by monetary value, who spent most first", async () => {
    const { rows, stderr } = await seed(shop(10), []);
    expect(rows.map((row) => row["customer_id"])).toEqual(["c10", "c9"]);
    expect(stderr).toContain("the list holds the best 2 customers of 10, before anybody is left out");
  });

  it("are a share, or segments, as --best says", async () => {
    expect((await seed(shop(10), ["--best", "50%"])).rows.map((row) => row["customer_id"])).toEqual(
      ["c10", "c9", "c8", "c7", "c6"], // 100 … 60
    );
    const chosen = (await seed(shop(60), ["--best", "new customers,Promising"])).rows;
    expect(chosen.length).toBeGreaterThan(0);
    for (const row of chosen) expect(["New Customers", "Promising"]).toContain(row["segment"]);
  });

  it("carry what they are worth where the tool takes a value", async () => {
    const { rows } = await seed(shop(10), ["--for", "meta"]);
    expect(rows.map((row) => row["value"])).toEqual(["100.00", "90.00"]);
  });

  it.each([
    [
      "meta",
      10,
      "Meta custom audiences finds people like those on a list only where 100 of them are from one country; the largest group here is 2, from FI",
    ],
    [
      "google-ads",
      10,
      "Google Ads Customer Match finds people like those on a list only from 100 matched people on; this list has 2",
    ],
    ["meta", 700, "Meta custom audiences can find people like those from FI: it needs 100 from one country"],
  ])("for %s, of %i customers, come with what the tool needs", async (tool, customers, says) => {
    const { stderr } = await seed(shop(customers), ["--for", tool]);
    expect(stderr).toContain(says);
  });

  it("count each country by itself", async () => {
    const two = shop(900, (n) => (n % 2 === 0 ? "FI" : "SE"));
    expect((await seed(two, ["--for", "meta"])).stderr).toContain("the largest group here is 90, from FI");
  });

  it.each([
    ["--best without --like-best", ["--best", "30%"], "--best"],
    ["two kinds of lists", ["--like-best", "--due"], "--due"],
    ["an unknown segment", ["--like-best", "--best", "Champs"], "unknown segment"],
    ["a share of everybody", ["--like-best", "--best", "100%"], "--best"],
  ])("are refused with %s", async (_, args, names) => {
    await inFolder({ "orders.csv": shop(10) }, async (folder) => {
      const { status, stderr } = await runRfm(["lists", "orders.csv", "--out", "out", ...args], folder);
      expect(stderr).toContain(names);
      expect(status).toBe(2);
    });
  });
});
